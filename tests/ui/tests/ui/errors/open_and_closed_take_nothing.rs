use contract_core::ContractError;

#[derive(ContractError)]
#[contract(domain = "https://example.com/errors", open = true)]
enum Codes {
    #[contract(code = "NOT_FOUND", status = 404, retry = never, effects = none, open)]
    A,
}

fn main() {}
