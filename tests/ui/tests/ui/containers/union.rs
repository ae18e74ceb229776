use contract_core::Contract;

#[derive(Contract)]
union Bits {
    a: u32,
    b: f32,
}

fn main() {}
