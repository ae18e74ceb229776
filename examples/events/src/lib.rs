//! Accounts that tell others of every change, and a list of balances that listens.
//!
//! [`accounts`] is the producer: it says how its events arrive. [`balances`] is a consumer, a
//! contract of its own: it says what it bears. Between them stands [`broker`], in memory.
//! `tests/promises.rs` shows that the producer keeps its word and that the consumer bears all that
//! the word allows.

pub mod accounts;
pub mod balances;
pub mod broker;
mod contract_baseline;
