use contract_core::Contract;

struct Money;

#[derive(Contract)]
enum Event {
    Paid(Money),
    Pair(u8, Money),
    Named { total: Option<Money> },
}

fn main() {}
