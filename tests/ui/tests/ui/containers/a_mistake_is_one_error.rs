//! The type still has a shape, so that nothing else turns red.
use contract_core::Contract;

#[derive(Contract)]
#[contract(levl = stable)]
struct Line {
    id: u64,
}

#[derive(Contract)]
struct Order {
    lines: Vec<Line>,
}

fn shape<T: Contract>() {
    T::wire();
}

fn main() {
    shape::<Order>();
    shape::<Line>();
}
