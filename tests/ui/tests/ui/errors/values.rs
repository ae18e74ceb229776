use contract_core::ContractError;

#[derive(ContractError)]
#[contract(domain = "example", open, closed)]
enum Codes {
    #[contract(code = "not_found", status = 200, retry = sometimes, effects = "none")]
    A,
    #[contract(code = NOT_FOUND, status = "404", retry, effects = nothing, role = throtled)]
    B,
    #[contract(code = "X", status = 600, retry = safe, effects = all)]
    C,
    #[contract(code = "A_", status = 4000000, retry = with-key, effects = partial)]
    D,
}

fn main() {}
