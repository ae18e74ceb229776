//! Everything that an operation contradicts is said in one compile, each on its own clause.

use contract_core::{ContractError, handler};

#[derive(ContractError)]
#[contract(domain = "urn:shop", open)]
enum Errors {
    #[contract(code = "BUSY", status = 503, retry = with_key, effects = none)]
    Busy,
    #[contract(code = "LOST", status = 500, retry = safe, effects = partial)]
    Lost,
}

#[handler(
    id = "all",
    readonly,
    timeout = "8s",
    rate_limit(quota = 10, window = "1m"),
    retry(max_attempts = 2),
    errors = Errors
)]
fn all() {}

#[handler(
    id = "keys",
    timeout = "8s",
    idempotency(key = required, window = "24h"),
    rate_limit(quota = 10, window = "1m"),
    errors = Errors,
    cancel = atomic
)]
fn keys() {}

fn main() {}
