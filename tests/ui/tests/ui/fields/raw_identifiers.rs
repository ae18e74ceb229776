use contract_core::Contract;

struct Money;

#[derive(Contract)]
struct Order {
    #[contract(levl = stable)]
    r#type: u64,
    r#match: u64,
}

#[derive(Contract)]
struct r#Struct {
    r#fn: Money,
}

fn main() {}
