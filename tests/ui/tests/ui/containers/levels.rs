use contract_core::Contract;

#[derive(Contract)]
#[contract(level = "stable")]
struct Quoted;

#[derive(Contract)]
#[contract(level = Stable)]
struct Capital;

#[derive(Contract)]
#[contract(level = forever)]
struct Unknown;

#[derive(Contract)]
#[contract(level = out-of-contract)]
struct Dashes;

#[derive(Contract)]
#[contract(level = stable experimental)]
struct Two;

fn main() {}
