//! What is on the wire is said to serde.

use contract_core::Contract;

#[derive(Contract)]
#[contract(rename_all = "camelCase")]
enum Order {
    #[contract(rename = "free")]
    Free,
    Paid {
        #[contract(default, alias = "sum")]
        total: u64,
        #[contract(skip_serializing_if = "Option::is_none")]
        note: Option<String>,
    },
}

fn main() {}
