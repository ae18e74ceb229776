use contract_core::Contract;

#[derive(Contract)]
enum Event {
    #[contract(level = stabel)]
    Created,
    #[contract(unit = "EUR", meening = "x")]
    Paid(#[contract(code = "X")] u8),
    #[contract(status = 404)]
    Named {
        #[contract(owner = "@me")]
        name: String,
    },
}

fn main() {}
