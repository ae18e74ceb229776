//! A mistake in the attribute does not take the function away.
use contract_core::handler;

#[handler(id = "a", levle = stable, cancel = atomic)]
fn create() -> u8 {
    1
}

fn main() {
    create();
}
