//! C14: a required key has an error. Near misses: the set has one; the key is optional.

use contract_core::{ContractError, handler};

#[derive(ContractError)]
#[contract(domain = "urn:shop", open)]
enum Plain {
    #[contract(code = "GONE", status = 404, retry = never, effects = none)]
    Gone,
}

#[derive(ContractError)]
#[contract(domain = "urn:shop", open)]
enum NoKey {
    #[contract(
        code = "NO_KEY",
        status = 400,
        retry = after_change,
        effects = none,
        role = key_missing
    )]
    NoKey,
}

#[handler(
    id = "silent",
    idempotency(key = required, window = "24h", mismatch = ignore, in_flight = wait),
    errors = Plain,
    cancel = atomic
)]
fn silent() {}

#[handler(
    id = "told",
    idempotency(key = required, window = "24h", mismatch = ignore, in_flight = wait),
    errors = NoKey,
    cancel = atomic
)]
fn told() {}

#[handler(
    id = "optional",
    idempotency(key = optional, window = "24h", mismatch = ignore, in_flight = wait),
    errors = Plain,
    cancel = atomic
)]
fn optional() {}

fn main() {}
