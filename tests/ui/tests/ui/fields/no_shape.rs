use contract_core::Contract;

struct Money;

#[derive(Contract)]
struct Order {
    total: Money,
    parts: Vec<Money>,
    by_name: std::collections::HashMap<String, (u8, Money)>,
}

fn main() {}
