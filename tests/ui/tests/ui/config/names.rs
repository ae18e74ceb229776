//! Variables have names, and each is read once.

use contract_core::{ContractConfig, Mode};

#[derive(ContractConfig)]
#[config(provider = "cards", mode_var = "CARDS_MODE", modes(live))]
struct Cards {
    #[config(mode)]
    mode: Mode,
    #[config(mode)]
    second: Mode,
    #[config(env = "CARDS_URL", help = "the console")]
    url: Option<String>,
    #[config(env = "CARDS_URL", help = "the console")]
    again: Option<String>,
    #[config(env = "CARDS_MODE", help = "the console")]
    third: Option<String>,
    #[config(env = "cards-url", help = "the console")]
    small: Option<String>,
    #[config(evn = "CARDS_ZONE", help = "the console", requird_in(lvie))]
    zone: Option<String>,
}

fn main() {}
