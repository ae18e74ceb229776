use contract_core::Contract;

#[derive(Contract)]
struct Order {
    #[contract(unit = EUR)]
    total: u64,
    #[contract(unit)]
    paid: u64,
    #[contract(meaning = 5)]
    rest: u64,
    #[contract(meaning("what is left"))]
    last: u64,
}

fn main() {}
