use contract_core::Contract;

#[derive(Contract)]
struct Order {
    #[contract]
    total: u64,
    #[contract = "stable"]
    paid: u64,
    #[contract(level = stable unit = "EUR")]
    rest: u64,
    #[contract("EUR")]
    last: u64,
    #[contract(level == stable)]
    more: u64,
}

fn main() {}
