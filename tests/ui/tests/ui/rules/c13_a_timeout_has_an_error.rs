//! C13: a timeout has an error. Near misses: the set has one; no timeout.

use contract_core::{ContractError, handler};

#[derive(ContractError)]
#[contract(domain = "urn:shop", open)]
enum Plain {
    #[contract(code = "GONE", status = 404, retry = never, effects = none)]
    Gone,
}

#[derive(ContractError)]
#[contract(domain = "urn:shop", open)]
enum Late {
    #[contract(code = "LATE", status = 504, retry = never, effects = unknown, role = timeout)]
    Late,
}

#[handler(id = "silent", timeout = "8s", errors = Plain, cancel = atomic)]
fn silent() {}

#[handler(id = "errorless", timeout = "8s", cancel = atomic)]
fn errorless() {}

#[handler(id = "told", timeout = "8s", errors = Late, cancel = atomic)]
fn told() {}

#[handler(id = "timeless", errors = Plain, cancel = atomic)]
fn timeless() {}

fn main() {}
