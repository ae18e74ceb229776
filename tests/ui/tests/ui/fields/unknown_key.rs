use contract_core::Contract;

#[derive(Contract)]
struct Order {
    #[contract(levl = stable)]
    total: u64,
    #[contract(means = "what is paid")]
    paid: u64,
    #[contract(nothing_alike)]
    rest: u64,
}

fn main() {}
