//! C02: what may have happened is not repeated freely. Near misses: the same twice is the same as
//! once, nothing has happened, and only reading.

use contract_core::{ContractError, handler};

#[derive(ContractError)]
#[contract(domain = "urn:shop", open)]
enum Lost {
    #[contract(code = "LOST", status = 500, retry = safe, effects = unknown)]
    Lost,
}

#[derive(ContractError)]
#[contract(domain = "urn:shop", open)]
enum Refused {
    #[contract(code = "REFUSED", status = 503, retry = safe, effects = none)]
    Refused,
}

#[handler(id = "twice", errors = Lost, cancel = atomic)]
fn twice() {}

#[handler(id = "natural", idempotency(key = natural), errors = Lost, cancel = atomic)]
fn natural() {}

#[handler(id = "nothing", errors = Refused, cancel = atomic)]
fn nothing() {}

#[handler(id = "reads", readonly, errors = Lost)]
fn reads() {}

fn main() {}
