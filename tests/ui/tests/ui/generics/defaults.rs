use contract_core::Contract;

struct Money;

#[derive(Contract)]
struct Line<T = Money> {
    #[contract(unti = "EUR")]
    price: T,
}

fn takes<T: Contract>() {}

fn main() {
    takes::<Line<u64>>();
}
