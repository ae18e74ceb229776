use contract_core::Contract;

struct Money;

#[derive(Contract)]
struct Pair(#[contract(level = stabel)] u8, #[contract(name = "x")] u8);

#[derive(Contract)]
struct Other(u8, Money);

fn main() {}
