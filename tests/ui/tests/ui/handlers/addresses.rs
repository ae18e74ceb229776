use contract_core::handler;

#[handler(id = "a", http(get, "/"))]
fn small() {}

#[handler(id = "b", http(FETCH, "/"))]
fn unknown() {}

#[handler(id = "c", http(GET, "/orders/:id"))]
fn colon() {}

#[handler(id = "d", http(GET, "orders/{id"))]
fn open() {}

#[handler(id = "e", http(GET, "/{id}/{id}"))]
fn twice() {}

#[handler(id = "f", http(GET))]
fn no_path() {}

#[handler(id = "g", http = "GET /")]
fn text() {}

#[handler(id = "h", http("GET", "/"))]
fn quoted() {}

#[handler(id = "i", http(GET, "/?page={page}"))]
fn query() {}

#[handler(id = "j", http(GET, "/{}"))]
fn nameless() {}

fn main() {}
