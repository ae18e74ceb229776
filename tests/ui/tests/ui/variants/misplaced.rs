use contract_core::Contract;

#[derive(Contract)]
enum Payment {
    #[contract(code = "CARD", status = 402, retry = never, effects = none)]
    Card,
    #[contract(unit = "EUR", wire = String)]
    Invoice(u64),
}

fn main() {}
