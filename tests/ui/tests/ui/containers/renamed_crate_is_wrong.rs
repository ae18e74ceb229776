use contract_core::Contract;

#[derive(Contract)]
#[contract(crate = crate::missing)]
struct Order;

fn main() {}
