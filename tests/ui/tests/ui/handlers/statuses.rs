use contract_core::handler;

#[handler(id = "a", http(GET, "/"), success = 404, cancel = atomic)]
fn failure() {}

#[handler(id = "b", http(GET, "/"), success = "200", cancel = atomic)]
fn text() {}

#[handler(id = "c", success = 200, cancel = atomic)]
fn no_address() {}

#[handler(id = "d", http(GET, "/"), status = 200, cancel = atomic)]
fn other_key() {}

fn main() {}
