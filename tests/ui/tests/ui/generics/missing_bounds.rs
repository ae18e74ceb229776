use contract_core::Contract;

struct Money;

#[derive(Contract)]
struct Page<T> {
    items: Vec<T>,
}

fn shape<T: Contract>() {}

fn main() {
    shape::<Page<u8>>();
    shape::<Page<Money>>();
}
