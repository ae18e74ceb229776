#![no_implicit_prelude]

use ::contract_core::Contract;

#[derive(Contract)]
struct Order {
    #[contract(levl = stable)]
    total: u64,
}

#[derive(Contract)]
enum Payment {
    #[contract(levl = stable)]
    Card,
}

fn main() {}
