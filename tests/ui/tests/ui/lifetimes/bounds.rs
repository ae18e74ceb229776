use contract_core::Contract;

#[derive(Contract)]
struct Page<'a, 'b: 'a, T: 'a> {
    #[contract(level = stabel)]
    first: &'a T,
    rest: &'b [u8],
}

fn takes<T: Contract>() {}

fn main() {
    takes::<Page<'static, 'static, u64>>();
}
