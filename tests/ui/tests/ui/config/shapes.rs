//! A configuration is a plain struct, and its values are read from text.

use contract_core::{ContractConfig, Mode};

#[derive(ContractConfig)]
#[config(provider = "cards", mode_var = "CARDS_MODE", modes(live))]
enum NoStruct {
    One,
}

#[derive(ContractConfig)]
#[config(provider = "cards", mode_var = "CARDS_MODE", modes(live))]
struct Generic<T> {
    #[config(mode)]
    mode: Mode,
    #[config(env = "CARDS_URL", help = "the console")]
    url: Option<T>,
}

#[derive(ContractConfig)]
#[config(provider = "cards", mode_var = "CARDS_MODE", modes(live))]
struct NoText {
    #[config(mode)]
    mode: Mode,
    #[config(env = "CARDS_URLS", help = "the console")]
    urls: Option<Vec<String>>,
}

fn main() {}
