use contract_core::Contract;

#[derive(Contract)]
#[allow(non_camel_case_types)]
enum Payment {
    #[contract(levl = stable)]
    r#type,
    r#match {
        #[contract(levl = stable)]
        r#in: u64,
    },
}

fn main() {}
