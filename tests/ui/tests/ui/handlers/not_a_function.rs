use contract_core::handler;

#[handler(id = "a", cancel = atomic)]
struct Order;

#[handler(id = "b", cancel = atomic)]
const ORDER: u8 = 0;

#[handler(id = "c", cancel = atomic)]
mod orders {}

fn main() {}
