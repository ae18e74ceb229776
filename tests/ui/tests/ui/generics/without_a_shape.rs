use contract_core::Contract;

struct Money;

#[derive(Contract)]
struct Page<T> {
    items: Vec<T>,
}

fn takes<T: Contract>() {}

fn main() {
    takes::<Page<u64>>();
    takes::<Page<Money>>();
}
