use contract_core::Contract;

#[derive(Contract)]
struct Order {
    #[contract(level = "stable")]
    total: u64,
    #[contract(level = guaranteed)]
    paid: u64,
    #[contract(level)]
    rest: u64,
    #[contract(stable)]
    last: u64,
}

fn main() {}
