//! serde reports its own attributes; they are not reported twice.
use contract_core::Contract;
use serde::Serialize;

#[derive(Serialize, Contract)]
#[serde(rename_all = "shouting")]
struct Order {
    #[serde(renam = "x")]
    id: u64,
}

#[derive(Serialize, Contract)]
#[serde(tag = "t")]
enum Event {
    Pair(u8, u8),
}

#[derive(Serialize, Contract)]
struct Line {
    #[serde(flatten, rename(serialize = 3))]
    #[contract(level = stabel)]
    id: u64,
}

fn main() {}
