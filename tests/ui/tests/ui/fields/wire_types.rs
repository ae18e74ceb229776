use contract_core::Contract;

struct Money;

#[derive(Contract)]
struct Order {
    #[contract(wire = "not a type")]
    a: Money,
    #[contract(wire = none)]
    b: Money,
    #[contract(wire)]
    c: Money,
    #[contract(wire = Vec<u8>, wire = String)]
    d: Money,
    #[contract(wire = Vec<u8)]
    e: Money,
}

fn main() {}
