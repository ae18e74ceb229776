use contract_core::Contract;

#[derive(Contract)]
#[contract(crate = "contract_core")]
struct Order {
    total: u64,
}

#[derive(Contract)]
#[contract(crate = contract_core, crate = contract_core)]
struct Other {
    total: u64,
}

#[derive(Contract)]
#[contract(crate)]
struct Third {
    total: u64,
}

fn main() {}
