//! What some mode does without is an `Option`, and only that.

use contract_core::{ContractConfig, Mode, Secret};

#[derive(ContractConfig)]
#[config(provider = "cards", mode_var = "CARDS_MODE", modes(sandbox, live))]
struct Cards {
    #[config(mode)]
    mode: Mode,
    /// Needed in one of two modes.
    #[config(env = "CARDS_URL", required_in(live))]
    url: String,
    /// Needed in both.
    #[config(env = "CARDS_KEY", secret, required_in(sandbox, live))]
    key: Option<Secret>,
    /// Needed in a mode that is not there.
    #[config(env = "CARDS_SEED", required_in(deterministic))]
    seed: Option<u64>,
    /// Needed in no mode; a near miss.
    #[config(env = "CARDS_REGION")]
    region: Option<String>,
    /// Needed in both; a near miss.
    #[config(env = "CARDS_PORT", required_in(live, sandbox))]
    port: u16,
}

fn main() {}
