use contract_core::Contract;

#[derive(Contract)]
struct Order {
    #[contract(id = "orders.total")]
    total: u64,
    #[contract(http(GET, "/total"))]
    paid: u64,
    #[contract(code = "PAID", status = 200)]
    rest: u64,
    #[contract(name = "Rest")]
    last: u64,
}

fn main() {}
