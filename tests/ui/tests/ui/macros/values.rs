use contract_core::Contract;

macro_rules! order {
    ($name:ident, $level:ident, $unit:literal) => {
        #[derive(Contract)]
        struct $name {
            #[contract(level = $level, unit = $unit)]
            total: u64,
        }
    };
}

order!(Order, stable, "EUR");
order!(Other, stabel, "EUR");
order!(Third, stable, 5);

fn main() {}
