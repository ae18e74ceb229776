//! Two fields that are written under one name.

use contract_core::Contract;
use serde::{Deserialize, Serialize};

#[derive(Serialize, Deserialize, Contract)]
struct Order {
    id: u64,
    #[serde(rename(serialize = "id"))]
    number: u64,
}

#[derive(Serialize, Deserialize, Contract)]
enum Step {
    #[serde(rename_all(serialize = "camelCase"))]
    Paid {
        on_day: u32,
        #[allow(non_snake_case)]
        onDay: u32,
    },
    // One of the two at a time, as their author knows.
    Shipped {
        #[serde(rename(serialize = "at"), skip_serializing_if = "Option::is_none")]
        day: Option<u32>,
        #[serde(rename(serialize = "at"), skip_serializing_if = "Option::is_none")]
        hour: Option<u32>,
    },
    // Not written at all.
    Closed {
        at: u32,
        #[serde(rename(serialize = "at"), skip_serializing)]
        since: Option<u32>,
    },
}

fn main() {}
