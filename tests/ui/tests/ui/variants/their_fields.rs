use contract_core::Contract;

struct Money;

#[derive(Contract)]
enum Payment {
    Card {
        #[contract(levl = stable)]
        number: String,
        amount: Money,
    },
    Invoice(#[contract(unti = "EUR")] u64),
}

fn main() {}
