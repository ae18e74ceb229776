//! A secret is a `Secret`, and a `Secret` is called one.

use contract_core::{ContractConfig, Mode, Secret};

#[derive(Debug, ContractConfig)]
#[config(provider = "cards", mode_var = "CARDS_MODE", modes(live))]
struct Shown {
    #[config(mode)]
    mode: Mode,
    #[config(env = "CARDS_KEY", secret, help = "the vault", required_in(live))]
    key: String,
    #[config(env = "CARDS_PIN", secret, help = "the vault")]
    pin: Option<u32>,
}

#[derive(Debug, ContractConfig)]
#[config(provider = "cards", mode_var = "CARDS_MODE", modes(live))]
struct Unsaid {
    #[config(mode)]
    mode: Mode,
    #[config(env = "CARDS_KEY", help = "the vault", required_in(live))]
    key: Secret,
}

fn display(key: Secret) -> String {
    format!("{key}")
}

fn main() {}
