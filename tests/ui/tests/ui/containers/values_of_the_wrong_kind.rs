use contract_core::Contract;

#[derive(Contract)]
#[contract(level, meaning = 3, deprecated = "1.0.0", wire = 3 + 4, crate = 5)]
struct Order {
    #[contract(level(stable), meaning("x"), unit = EUR, deprecated)]
    id: u64,
}

fn main() {}
