use contract_core::ContractError;

#[derive(ContractError)]
#[contract(domain = "https://example.com/errors", closed)]
enum Codes {
    #[contract(code = "NOT_FOUND", status = 404, retry = never, effects = none)]
    A,
    #[contract(code = "NOT_FOUND", status = 410, retry = never, effects = none)]
    B,
}

fn main() {}
