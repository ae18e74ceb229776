//! C10: what takes longer than ten seconds is a job or a stream. Near misses: ten seconds; a stream.

use contract_core::{ContractError, handler, stream};

#[derive(ContractError)]
#[contract(domain = "urn:shop", open)]
enum Errors {
    #[contract(code = "LATE", status = 504, retry = never, effects = unknown, role = timeout)]
    Late,
}

#[handler(id = "long", timeout = "11s", errors = Errors, cancel = atomic)]
fn long() {}

#[handler(id = "short", timeout = "10s", errors = Errors, cancel = atomic)]
fn short() {}

#[stream(id = "chunks", chunk = u8, framing = ndjson, timeout = "11s", errors = Errors, cancel = atomic)]
fn chunks() {}

fn main() {}
