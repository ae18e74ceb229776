use contract_core::Contract;

#[derive(Contract)]
#[contract(name = "Order Line")]
struct Space;

#[derive(Contract)]
#[contract(name = "Bestellung/Zeile")]
struct Slash;

#[derive(Contract)]
#[contract(name = Order)]
struct Word;

fn main() {}
