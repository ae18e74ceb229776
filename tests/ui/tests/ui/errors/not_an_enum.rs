use contract_core::ContractError;

#[derive(ContractError)]
#[contract(domain = "https://example.com/errors", open)]
struct Codes;

fn main() {}
