use contract_core::ContractError;

macro_rules! errors {
    ($name:ident, $retry:ident) => {
        #[derive(ContractError)]
        #[contract(domain = "https://shop.example/errors", closed)]
        enum $name {
            #[contract(code = "GONE", status = 410, retry = $retry, effects = none)]
            Gone,
        }
    };
}

errors!(Good, never);
errors!(Other, nevr);

fn main() {}
