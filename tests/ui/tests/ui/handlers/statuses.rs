use contract_core::handler;

#[handler(id = "a", http(GET, "/"), success = 404)]
fn failure() {}

#[handler(id = "b", http(GET, "/"), success = "200")]
fn text() {}

#[handler(id = "c", success = 200)]
fn no_address() {}

#[handler(id = "d", http(GET, "/"), status = 200)]
fn other_key() {}

fn main() {}
