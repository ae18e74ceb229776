//! What an error says of an occurrence comes from the fields of its variant.

use std::time::Duration;

use contract_core::ContractError;

struct Zone;

#[derive(ContractError)]
#[contract(domain = "urn:e", open, detail = "on all of them")]
enum Errors {
    #[contract(
        code = "ONE", status = 400, retry = never, effects = none,
        detail = "{reasn} {0} {} {{reason}}", details(zone, qouta)
    )]
    One { reason: String, quota: u32 },
    #[contract(code = "TWO", status = 429, retry = safe, effects = none, retry_after = required)]
    Two,
    #[contract(code = "THREE", status = 429, retry = safe, effects = none, retry_after = required)]
    Three { retry_after: Option<Duration> },
    #[contract(code = "FOUR", status = 429, retry = safe, effects = none)]
    Four { retry_after: Duration },
    #[contract(code = "FIVE", status = 400, retry = never, effects = none, detail = "{reason")]
    Five { reason: String },
    #[contract(code = "SIX", status = 400, retry = never, effects = none, detail = dispaly)]
    Six,
}

#[derive(ContractError)]
#[contract(domain = "urn:f", open)]
enum Types {
    #[contract(code = "ONE", status = 400, retry = never, effects = none, detail = "{zone}", details(zone))]
    One { zone: Zone },
    #[contract(code = "TWO", status = 429, retry = safe, effects = none, retry_after = required)]
    Two { retry_after: u64 },
    #[contract(code = "THREE", status = 400, retry = never, effects = none, detail = display)]
    Three,
    // Near misses: an unnamed delay, a format with a width, a position.
    #[contract(code = "FOUR", status = 429, retry = safe, effects = none, retry_after = required)]
    Four(Duration),
    #[contract(code = "FIVE", status = 400, retry = never, effects = none, detail = "{0:>4} {0}")]
    Five(u32),
}

fn main() {}
