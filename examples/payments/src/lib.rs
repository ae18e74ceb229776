//! A payments service: a card is charged once, after somebody agreed, or not at all.
//!
//! What callers may rely on is said where it is implemented: [`charges`] keys, replays and times
//! out, [`approvals`] agrees, [`bank`] is the card network, in three modes and failing closed.
//! `tests/promises.rs` holds the service to it.

use contract_core::contract;

pub mod approvals;
pub mod bank;
pub mod charges;
mod contract_baseline;
pub mod errors;
mod till;

pub use charges::router;
pub use till::Till;

contract! {
    id = "payments",
    owner = "@acme/payments",
    owners(tests = "@acme/quality"),
    level = stable,
    audience = organisation,
    notify(lead = "90d", via(changelog, message)),
    meaning = "Charging cards for orders of the shop.",
    out_of_contract("the text of `detail` in a problem", id = detail_text),
}
