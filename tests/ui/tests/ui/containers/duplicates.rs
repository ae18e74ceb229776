use contract_core::Contract;

#[derive(Contract)]
#[contract(level = stable, level = experimental)]
#[contract(meaning = "a")]
#[contract(meaning = "b")]
struct Order {
    #[contract(deprecated(note = "a", note = "b"), deprecated(note = "c"))]
    id: u64,
}

fn main() {}
