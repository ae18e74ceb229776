//! C18: a rate limit has an error. Near misses: the set has one; no limit.

use contract_core::{ContractError, handler};

#[derive(ContractError)]
#[contract(domain = "urn:shop", open)]
enum Plain {
    #[contract(code = "GONE", status = 404, retry = never, effects = none)]
    Gone,
}

#[derive(ContractError)]
#[contract(domain = "urn:shop", open)]
enum Fast {
    #[contract(code = "TOO_FAST", status = 429, retry = safe, effects = none, role = throttled)]
    Fast,
}

#[handler(id = "silent", rate_limit(quota = 10, window = "1m"), errors = Plain, cancel = atomic)]
fn silent() {}

#[handler(id = "told", rate_limit(quota = 10, window = "1m"), errors = Fast, cancel = atomic)]
fn told() {}

#[handler(id = "limitless", errors = Plain, cancel = atomic)]
fn limitless() {}

fn main() {}
