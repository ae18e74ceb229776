use contract_core::Contract;

#[derive(Contract)]
#[contract(levl = stable, colour = blue)]
struct Order {
    id: u64,
}

fn main() {}
