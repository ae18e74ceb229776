use contract_core::Contract;

#[derive(Contract)]
#[contract(levl = stable)]
struct Page<'a, T: Clone, const N: usize>
where
    T: Default,
{
    items: &'a [T],
    rest: [u8; N],
}

fn shape<T: Contract>() {}

fn main() {
    // The stand-in asks for no bounds of its own.
    shape::<Page<'_, u8, 3>>();
}
