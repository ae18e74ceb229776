use contract_core::Contract;

#[derive(Contract)]
enum Payment {
    #[contract(deprecated(sunset = "31.12.2027"))]
    Card,
    #[contract(deprecated(remove_in = "two"))]
    Invoice(u64),
    #[contract(deprecated(replaced_by = Card))]
    Cash,
}

fn main() {}
