//! What a configuration does not say: one message for each item, and nothing about what follows.

use contract_core::{ContractConfig, Mode};

#[derive(ContractConfig)]
struct Nothing {
    url: Option<String>,
}

#[derive(ContractConfig)]
#[config(provider = "cards", mode_var = "CARDS_MODE")]
struct NoDifferences {
    #[config(mode)]
    mode: Mode,
}

#[derive(ContractConfig)]
#[config(provider = "cards", mode_var = "CARDS_MODE", modes(sandbox, live))]
struct NoMode {
    #[config(env = "CARDS_URL", help = "the console", required_in(sandbox, live))]
    url: String,
}

#[derive(ContractConfig)]
#[config(provider = "cards", mode_var = "CARDS_MODE", modes(live))]
struct NoHelp {
    #[config(mode)]
    mode: Mode,
    #[config(env = "CARDS_URL")]
    url: Option<String>,
}

fn main() {
    let _ = Nothing::load().map(|it| it.url);
    let _ = NoDifferences::load();
    let _ = NoMode::load();
    let _ = NoHelp::load();
}
