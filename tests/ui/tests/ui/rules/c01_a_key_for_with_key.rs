//! C01: what is sent again with its key has a key. Near misses: with one, and only reading.

use contract_core::{ContractError, handler};

#[derive(ContractError)]
#[contract(domain = "urn:shop", open)]
enum Busy {
    #[contract(code = "BUSY", status = 503, retry = with_key, effects = none)]
    Busy,
}

#[handler(id = "keyless", errors = Busy, cancel = atomic)]
fn keyless() {}

#[handler(
    id = "keyed",
    idempotency(key = optional, window = "24h", mismatch = ignore, in_flight = wait),
    errors = Busy,
    cancel = atomic
)]
fn keyed() {}

#[handler(id = "reads", readonly, errors = Busy)]
fn reads() {}

fn main() {}
