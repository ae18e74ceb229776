//! The producer.

use std::collections::HashMap;

use contract_core::{Contract, contract};
use serde::{Deserialize, Serialize};

use crate::broker::Broker;

contract! {
    id = "accounts",
    owner = "@acme/ledger",
    level = stable,
    audience = organisation,
    notify(lead = "90d", via(changelog, event)),
    meaning = "Accounts of customers, and what happens to them.",
}

/// The channel of all changes.
pub const CHANNEL: &str = "accounts";

/// The balance of an account has changed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Contract)]
#[contract(event(
    id = "accounts.changed",
    send,
    channel = "accounts",
    delivery(
        mode = at_least_once,
        ack_deadline = "30s",
        max_attempts = 5,
        dead_letter = parked
    ),
    ordering(mode = per_key, key = "account"),
    retention = "7d"
))]
pub struct AccountChanged {
    /// Which account.
    pub account: String,
    /// The number of the change: 1 for the first one of the account, then one more each.
    pub change: u64,
    /// What is on the account after it.
    #[contract(unit = "EUR cent")]
    pub balance: i64,
}

/// The accounts.
#[derive(Debug)]
pub struct Accounts {
    broker: Broker,
    accounts: HashMap<String, AccountChanged>,
}

impl Accounts {
    /// No accounts yet.
    pub fn new(broker: Broker) -> Self {
        Self { broker, accounts: HashMap::new() }
    }

    /// Puts money on an account, or takes it away, and tells others.
    ///
    /// # Errors
    /// If the event cannot be written as JSON.
    pub fn book(&mut self, account: &str, amount: i64) -> Result<(), serde_json::Error> {
        let before = self.accounts.get(account);
        let event = AccountChanged {
            account: account.to_owned(),
            change: before.map_or(0, |it| it.change) + 1,
            balance: before.map_or(0, |it| it.balance) + amount,
        };
        self.broker.publish(CHANNEL, account, serde_json::to_vec(&event)?);
        self.accounts.insert(account.to_owned(), event);
        Ok(())
    }
}
