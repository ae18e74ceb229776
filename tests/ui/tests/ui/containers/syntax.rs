use contract_core::Contract;

#[derive(Contract)]
#[contract]
struct Bare;

#[derive(Contract)]
#[contract = "stable"]
struct Value;

#[derive(Contract)]
#[contract[level = stable]]
struct Brackets;

#[derive(Contract)]
#[contract(, level = stable,, meaning = "x")]
struct Commas;

#[derive(Contract)]
#[contract(level =, meaning "x", (level = stable), = 3, level: stable)]
struct Holes;

#[derive(Contract)]
#[contract("stable", level = stable meaning = "x")]
struct Literal;

#[derive(Contract)]
#[contract(deprecated(note = "a") level = stable)]
struct NoComma;

fn main() {}
