//! C05: who retries has something to retry. A near miss: one code of the set may be sent again.

use contract_core::{ContractError, handler};

#[derive(ContractError)]
#[contract(domain = "urn:shop", open)]
enum Final {
    #[contract(code = "GONE", status = 404, retry = never, effects = none)]
    Gone,
}

#[derive(ContractError)]
#[contract(domain = "urn:shop", open)]
enum Mixed {
    #[contract(code = "GONE", status = 404, retry = never, effects = none)]
    Gone,
    #[contract(code = "BUSY", status = 503, retry = safe, effects = none)]
    Busy,
}

#[handler(id = "stubborn", retry(max_attempts = 3), errors = Final, cancel = atomic)]
fn stubborn() {}

#[handler(id = "patient", retry(max_attempts = 3), errors = Mixed, cancel = atomic)]
fn patient() {}

fn main() {}
