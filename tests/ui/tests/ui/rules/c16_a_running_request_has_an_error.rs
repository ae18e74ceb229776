//! C16: a second request while the first one runs has an error. Near misses: the set has one; it waits.

use contract_core::{ContractError, handler};

#[derive(ContractError)]
#[contract(domain = "urn:shop", open)]
enum Plain {
    #[contract(code = "GONE", status = 404, retry = never, effects = none)]
    Gone,
}

#[derive(ContractError)]
#[contract(domain = "urn:shop", open)]
enum Running {
    #[contract(
        code = "RUNNING",
        status = 409,
        retry = with_key,
        effects = unknown,
        role = in_flight
    )]
    Running,
}

#[handler(
    id = "silent",
    idempotency(key = optional, window = "24h", mismatch = ignore, in_flight = conflict),
    errors = Plain,
    cancel = atomic
)]
fn silent() {}

#[handler(
    id = "by_default",
    idempotency(key = optional, window = "24h", mismatch = ignore),
    errors = Plain,
    cancel = atomic
)]
fn by_default() {}

#[handler(
    id = "told",
    idempotency(key = optional, window = "24h", mismatch = ignore),
    errors = Running,
    cancel = atomic
)]
fn told() {}

#[handler(
    id = "waits",
    idempotency(key = optional, window = "24h", mismatch = ignore, in_flight = wait),
    errors = Plain,
    cancel = atomic
)]
fn waits() {}

fn main() {}
