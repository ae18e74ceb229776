use contract_core::Contract;

#[derive(Contract)]
struct Order {
    #[cfg(all())]
    #[contract(levl = stable)]
    total: u64,
    // It is not there, and neither is its mistake.
    #[cfg(any())]
    #[contract(levl = stable)]
    paid: u64,
    #[cfg_attr(all(), contract(unti = "EUR"))]
    rest: u64,
}

fn main() {}
