//! A payments service: a card is charged once, after somebody agreed, or not at all.
//!
//! What callers may rely on is said where it is implemented: [`charges`] keys, replays and times
//! out, [`approvals`] agrees, [`bank`] is the card network, in three modes and failing closed.
//! `tests/promises.rs` holds the service to it.

use contract_core::contract;

pub mod approvals;
pub mod bank;
pub mod charges;
pub mod errors;
mod till;

pub use charges::router;
pub use till::Till;

contract! {
    id = "payments",
    owner = "@acme/payments",
    level = stable,
    meaning = "Charging cards for orders of the shop.",
}
