//! C06: what only reads leaves nothing behind. Near misses: what has happened is not known; it writes.

use contract_core::{ContractError, handler};

#[derive(ContractError)]
#[contract(domain = "urn:shop", open)]
enum Half {
    #[contract(code = "HALF", status = 500, retry = never, effects = partial)]
    Half,
}

#[derive(ContractError)]
#[contract(domain = "urn:shop", open)]
enum Lost {
    #[contract(code = "LOST", status = 500, retry = never, effects = unknown)]
    Lost,
}

#[handler(id = "peek", readonly, errors = Half)]
fn peek() {}

#[handler(id = "read", readonly, errors = Lost)]
fn read() {}

#[handler(id = "write", errors = Half, cancel = atomic)]
fn write() {}

fn main() {}
