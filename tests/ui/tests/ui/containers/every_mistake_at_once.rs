use contract_core::Contract;

#[derive(Contract)]
#[contract(level = stabel, meaning = "", owner = "@me", level = stable)]
struct Order {
    #[contract(unit, level = "stable")]
    id: u64,
    #[contract(deprecated(since = "1", until = "x"))]
    total: u64,
}

fn main() {}
