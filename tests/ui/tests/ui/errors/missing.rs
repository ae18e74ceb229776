use contract_core::ContractError;

#[derive(ContractError)]
enum Nothing {
    NotFound,
}

#[derive(ContractError)]
#[contract(domain = "https://example.com", open)]
enum Codes {
    #[contract(code = "A_CODE")]
    A,
    #[contract(status = 404, retry = never)]
    B,
}

fn main() {}
