use contract_core::Contract;

struct Money;
struct Text;

#[derive(Contract)]
struct Order {
    #[contract(wire = Text)]
    a: Money,
    #[contract(wire = "Missing")]
    b: Money,
}

fn main() {}
