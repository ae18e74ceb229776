use contract_core::Contract;

#[derive(Contract)]
struct Order {
    #[contract(deprecated(since = "1.2", sunset = "2027-02-30", remove_in = "v2"))]
    a: u64,
    #[contract(deprecated(since = 1.2, sunset = "31.01.2027", remove_in = "2.0.0-"))]
    b: u64,
    #[contract(deprecated(sunset = "2027-1-1"), meaning = "  ")]
    c: u64,
    #[contract(deprecated("1.2.0"))]
    d: u64,
}

fn main() {}
