use contract_core::handler;

#[handler(id = "a")]
struct Order;

#[handler(id = "b")]
const ORDER: u8 = 0;

#[handler(id = "c")]
mod orders {}

fn main() {}
