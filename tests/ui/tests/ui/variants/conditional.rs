use contract_core::Contract;

#[derive(Contract)]
enum Payment {
    #[cfg(all())]
    #[contract(levl = stable)]
    Card,
    // It is not there, and neither is its mistake.
    #[cfg(any())]
    #[contract(levl = stable)]
    Invoice,
    Cash,
}

fn main() {}
