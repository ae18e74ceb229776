use contract_core::Contract;

#[derive(Contract)]
struct Order {
    #[contract(unit = "EUR", unit = "cent")]
    total: u64,
    #[contract(level = stable)]
    #[contract(level = experimental)]
    paid: u64,
    #[contract(deprecated, deprecated(since = "1.1.0"))]
    rest: u64,
}

fn main() {}
