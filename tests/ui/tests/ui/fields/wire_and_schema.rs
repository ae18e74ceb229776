use contract_core::Contract;

#[derive(Contract)]
struct Order {
    #[contract(wire = String, schema)]
    a: u8,
    #[contract(schema = "x")]
    b: u8,
}

fn main() {}
