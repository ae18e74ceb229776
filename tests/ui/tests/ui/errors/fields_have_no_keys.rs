use contract_core::ContractError;

#[derive(ContractError)]
#[contract(domain = "https://example.com/errors", open)]
enum Codes {
    #[contract(code = "NOT_FOUND", status = 404, retry = never, effects = none)]
    A(#[contract(level = stable)] u8),
}

fn main() {}
