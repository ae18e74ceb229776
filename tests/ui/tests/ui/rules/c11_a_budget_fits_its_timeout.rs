//! C11: a budget fits into its timeout. Near misses: as long as the timeout; no timeout.

use contract_core::{ContractError, handler};

#[derive(ContractError)]
#[contract(domain = "urn:shop", open)]
enum Errors {
    #[contract(code = "LATE", status = 504, retry = never, effects = unknown, role = timeout)]
    Late,
}

#[handler(id = "over", timeout = "1s", latency_p99 = "1001ms", errors = Errors, cancel = atomic)]
fn over() {}

#[handler(id = "within", timeout = "1s", latency_p99 = "1000ms", errors = Errors, cancel = atomic)]
fn within() {}

#[handler(id = "alone", latency_p99 = "1m", cancel = atomic)]
fn alone() {}

fn main() {}
