//! L02: what is held is declared at least as strong as `holds` says. Near misses: as strong,
//! stronger, or nothing declared.

use contract_core::{Contract, handler};

#[derive(Contract)]
#[contract(level = incidental)]
struct Guess;

#[derive(Contract)]
#[contract(level = experimental)]
struct Draft;

#[derive(Contract)]
struct Silent;

#[derive(Contract)]
#[contract(level = stable)]
struct Letter {
    #[contract(holds = experimental)]
    guess: Guess,
    #[contract(holds = incidental)]
    exact: Guess,
    #[contract(holds = incidental)]
    stronger: Draft,
    #[contract(holds = experimental)]
    silent: Silent,
}

#[handler(id = "letters.guess", response = Guess, level = stable, holds = provisional, readonly)]
fn guess() {}

/// The key alone.
#[derive(Contract)]
#[contract(level = stable)]
struct Alone {
    #[contract(holds = stable)]
    stable: Draft,
    #[contract(level = provisional, holds = experimental)]
    provisional: Draft,
    #[contract(hold = experimental)]
    misspelt: Draft,
}

fn main() {}
