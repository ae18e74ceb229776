use contract_core::Contract;

macro_rules! order {
    ($name:ident, $key:ident) => {
        #[derive(Contract)]
        struct $name {
            #[contract($key = stable)]
            total: u64,
        }
    };
}

order!(Order, level);
order!(Other, levl);

fn main() {}
