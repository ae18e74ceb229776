//! C09: nothing is gone before it is deprecated. Near misses: on the same day; no date.

use contract_core::Contract;

#[derive(Contract)]
struct Order {
    #[contract(deprecated(date = "2027-02-01", sunset = "2027-01-31"))]
    early: u8,
    #[contract(deprecated(date = "2027-01-31", sunset = "2027-01-31"))]
    the_same_day: u8,
    #[contract(deprecated(sunset = "2027-01-31"))]
    no_date: u8,
}

fn main() {}
