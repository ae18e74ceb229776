use contract_core::Contract;

#[derive(Contract)]
#[contract(owner = "@team", id = "orders", version = "1.0.0", code = "X", since = "1.0.0")]
struct Order {
    #[contract(name = "id", event(id = "a", send), http(GET, "/"))]
    id: u64,
}

fn main() {}
