use contract_core::Contract;

#[derive(Contract)]
#[contract(variants = numbers)]
#[repr(u8)]
enum Payment {
    Card(u8),
    Invoice,
}

#[derive(Contract)]
#[contract(variants = numbers)]
enum Status {
    Open,
    Closed,
}

#[derive(Contract)]
#[contract(variants = names)]
struct Order {
    total: u64,
}

#[derive(Contract)]
#[contract(variants = number)]
#[repr(u8)]
enum Priority {
    Low,
}

fn main() {}
