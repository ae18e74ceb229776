use contract_core::Contract;

struct Money;

macro_rules! order {
    ($name:ident, $ty:ty) => {
        #[derive(Contract)]
        struct $name {
            total: $ty,
        }
    };
}

order!(Order, u64);
order!(Other, Vec<Money>);

fn main() {}
