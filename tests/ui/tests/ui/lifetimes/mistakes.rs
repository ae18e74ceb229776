use contract_core::Contract;

#[derive(Contract)]
struct Order<'a> {
    #[contract(levl = stable)]
    note: &'a str,
    #[contract(unti = "EUR")]
    parts: &'a [u8],
}

fn main() {}
