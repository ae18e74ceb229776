//! What a consumer has to say, and what it reads.

use contract_core::consumer;

struct Unknown;

#[consumer()]
fn nothing(_: u8) {}

#[consumer(id = "balances.accounts", of = "Accounts!", tolerates(duplicate, losses), delivry = at_least_once)]
fn misspelt(_: u8) {}

#[consumer(id = "balances.accounts", of = "accounts.changed")]
fn reads_nothing() {}

#[consumer(id = "balances.accounts", of = "accounts.changed")]
fn no_shape(_: Unknown) {}

struct Balances;

impl Balances {
    #[consumer(id = "balances.accounts", of = "accounts.changed")]
    fn method(&self, _: u8) {}
}

fn main() {
    Balances.method(1);
}
