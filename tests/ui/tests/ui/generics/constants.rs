use contract_core::Contract;

struct Money;

#[derive(Contract)]
struct Block<const N: usize> {
    #[contract(levl = stable)]
    bytes: [u8; N],
    #[contract(wire = Vec<u8>)]
    money: [Money; N],
}

#[derive(Contract)]
struct Row<const N: usize> {
    parts: [Money; N],
}

fn main() {}
