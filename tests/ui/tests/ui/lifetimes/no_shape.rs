use contract_core::Contract;
use std::borrow::Cow;

#[derive(Clone)]
struct Money;

#[derive(Contract)]
struct Order<'a> {
    note: Cow<'a, str>,
    total: Cow<'a, Money>,
    paid: &'a Money,
}

fn main() {}
