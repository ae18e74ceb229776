use contract_core::Contract;

#[derive(Contract)]
enum Payment {
    #[contract(levle = stable)]
    Card,
    #[contract(mening = "paid later")]
    Invoice(u64),
}

fn main() {}
