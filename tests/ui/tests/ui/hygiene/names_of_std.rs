#![allow(dead_code)]

use contract_core::Contract;

// Names of the user's that look like those of std.
struct Some;
struct Vec;
struct String;

#[derive(Contract)]
struct Order {
    #[contract(levl = stable)]
    total: u64,
    // This one has no shape.
    name: String,
}

fn main() {}
