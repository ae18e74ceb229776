use contract_core::Contract;

#[derive(Contract)]
#[repr(u8)]
enum Payment {
    #[contract(level = stabel)]
    Card = 1,
    Invoice = 2,
}

fn main() {}
