use contract_core::Contract;

trait Priced {
    type Price;
}

#[derive(Contract)]
struct Line<T>
where
    T: Priced,
{
    #[contract(levl = stable)]
    price: T::Price,
}

fn main() {}
