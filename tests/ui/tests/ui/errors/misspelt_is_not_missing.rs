//! A misspelt key is one error, not two.
use contract_core::ContractError;

#[derive(ContractError)]
#[contract(domian = "https://example.com", opne)]
enum Codes {
    #[contract(coed = "NOT_FOUND", satus = 404, rety = never, efects = none)]
    NotFound,
}

fn main() {}
