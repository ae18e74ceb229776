//! The enum is still an error set, so that nothing else turns red.
use contract_core::{ContractError, handler};

#[derive(Debug, ContractError)]
#[contract(domain = "https://example.com/errors")]
enum Codes {
    #[contract(code = "NOT_FOUND", status = 404, retry = never, effects = none)]
    A,
}

#[handler(id = "get", cancel = atomic)]
fn get() -> Result<u8, Codes> {
    Err(Codes::A)
}

fn main() {
    Codes::A.status();
    get().unwrap();
}
