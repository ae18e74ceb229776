use contract_core::handler;

#[handler(id = "a", http(get, "/"), cancel = atomic)]
fn small() {}

#[handler(id = "b", http(FETCH, "/"), cancel = atomic)]
fn unknown() {}

#[handler(id = "c", http(GET, "/orders/:id"), cancel = atomic)]
fn colon() {}

#[handler(id = "d", http(GET, "orders/{id"), cancel = atomic)]
fn open() {}

#[handler(id = "e", http(GET, "/{id}/{id}"), cancel = atomic)]
fn twice() {}

#[handler(id = "f", http(GET), cancel = atomic)]
fn no_path() {}

#[handler(id = "g", http = "GET /", cancel = atomic)]
fn text() {}

#[handler(id = "h", http("GET", "/"), cancel = atomic)]
fn quoted() {}

#[handler(id = "i", http(GET, "/?page={page}"), cancel = atomic)]
fn query() {}

#[handler(id = "j", http(GET, "/{}"), cancel = atomic)]
fn nameless() {}

fn main() {}
