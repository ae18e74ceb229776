use contract_core::Contract;

struct Money;

#[derive(Contract)]
struct Order {
    #[contract(levl = stable, unit = 5)]
    total: Money,
    #[contract(deprecated(since = 1), id = "x")]
    paid: u64,
    #[contract(wire = 7)]
    rest: u64,
}

fn takes<T: Contract>() {}

fn main() {
    // The stand-in keeps this from turning red.
    takes::<Order>();
}
