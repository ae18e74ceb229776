#![deny(warnings, missing_docs, unreachable_pub, unused)]
//! Nothing but the mistake is said where every warning is an error.

use contract_core::Contract;

/// An order.
#[derive(Contract)]
pub struct Order {
    /// What is paid.
    #[contract(levl = stable)]
    pub total: u64,
}

fn main() {}
