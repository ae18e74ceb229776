use contract_core::Contract;

#[derive(Contract)]
struct Order {
    #[contract(deprecated(since = "1.1"))]
    total: u64,
    #[contract(deprecated(sunset = "2027-02-30"))]
    paid: u64,
    #[contract(deprecated(remov_in = "2.0.0"))]
    rest: u64,
    #[contract(deprecated(since = "1.1.0", since = "1.2.0"))]
    last: u64,
    #[contract(deprecated = "yes")]
    more: u64,
}

fn main() {}
