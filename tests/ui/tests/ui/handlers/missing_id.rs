use contract_core::handler;

#[handler]
fn bare() {}

#[handler(http(GET, "/"))]
fn addressed() {}

#[handler(di = "get")]
fn misspelt() {}

fn main() {}
