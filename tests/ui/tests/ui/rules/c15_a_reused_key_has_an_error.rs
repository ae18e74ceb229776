//! C15: a key with another payload has an error. Near misses: the set has one; the key is all that
//! counts.

use contract_core::{ContractError, handler};

#[derive(ContractError)]
#[contract(domain = "urn:shop", open)]
enum Plain {
    #[contract(code = "GONE", status = 404, retry = never, effects = none)]
    Gone,
}

#[derive(ContractError)]
#[contract(domain = "urn:shop", open)]
enum Reused {
    #[contract(
        code = "KEY_REUSED",
        status = 422,
        retry = after_change,
        effects = none,
        role = key_reused
    )]
    Reused,
}

#[handler(
    id = "silent",
    idempotency(key = optional, window = "24h", mismatch = reject, in_flight = wait),
    errors = Plain,
    cancel = atomic
)]
fn silent() {}

#[handler(
    id = "by_default",
    idempotency(key = optional, window = "24h", in_flight = wait),
    errors = Plain,
    cancel = atomic
)]
fn by_default() {}

#[handler(
    id = "told",
    idempotency(key = optional, window = "24h", in_flight = wait),
    errors = Reused,
    cancel = atomic
)]
fn told() {}

#[handler(
    id = "ignored",
    idempotency(key = optional, window = "24h", mismatch = ignore, in_flight = wait),
    errors = Plain,
    cancel = atomic
)]
fn ignored() {}

fn main() {}
