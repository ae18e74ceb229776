//! C03: whoever is throttled is told for how long. Near misses: `Slow` tells, `Full` does not throttle.

use std::time::Duration;

use contract_core::ContractError;

#[derive(ContractError)]
#[contract(domain = "urn:shop", open)]
enum Limits {
    #[contract(code = "TOO_FAST", status = 429, retry = safe, effects = none, throttle)]
    TooFast,
    #[contract(
        code = "TOO_SLOW",
        status = 429,
        retry = safe,
        effects = none,
        throttle,
        retry_after = required
    )]
    Slow { retry_after: Duration },
    #[contract(code = "FULL", status = 429, retry = safe, effects = none)]
    Full,
}

fn main() {}
