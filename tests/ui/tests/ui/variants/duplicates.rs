use contract_core::Contract;

#[derive(Contract)]
enum Payment {
    #[contract(level = stable, level = stable)]
    Card,
    #[contract(meaning = "a")]
    #[contract(meaning = "b")]
    Invoice(u64),
}

fn main() {}
