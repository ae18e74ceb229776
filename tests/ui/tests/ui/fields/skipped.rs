use contract_core::Contract;
use serde::{Deserialize, Serialize};

struct Money;

#[derive(Serialize, Deserialize, Contract)]
struct Order {
    // Nobody sees it: it needs no shape.
    #[serde(skip)]
    cache: Option<Money>,
    // What is said about it may be wrong all the same.
    #[serde(skip)]
    #[contract(levl = stable)]
    hidden: u64,
}

fn main() {}
