//! A consumer: it keeps the latest balance of every account.

use std::collections::HashMap;

use contract_core::{Contract, consumer, contract};
use serde::{Deserialize, Serialize};

use crate::broker::Subscription;

contract! {
    id = "balances",
    owner = "@acme/dashboard",
    level = provisional,
    meaning = "The balances that the dashboard shows.",
}

/// What this consumer reads of a change; it does not know the producer's types.
#[derive(Clone, Debug, Serialize, Deserialize, Contract)]
pub struct Change {
    /// Which account.
    pub account: String,
    /// The number of the change.
    pub change: u64,
    /// What is on the account after it.
    #[contract(unit = "EUR cent")]
    pub balance: i64,
}

/// The latest balances.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Balances {
    accounts: HashMap<String, (u64, i64)>,
}

impl Balances {
    /// The balance of an account, if it is known.
    pub fn of(&self, account: &str) -> Option<i64> {
        self.accounts.get(account).map(|(_, balance)| *balance)
    }
}

/// Takes up one change. A change that comes twice, or after a later one, changes nothing.
#[consumer(
    id = "balances.accounts",
    of = "accounts.changed",
    delivery = at_least_once,
    ordering = none,
    tolerates(duplicates, reordering, delays)
)]
pub fn take(change: Change, balances: &mut Balances) {
    let known = balances.accounts.entry(change.account).or_default();
    if change.change > known.0 {
        *known = (change.change, change.balance);
    }
}

/// Takes up changes for as long as they come. What cannot be read is not acknowledged, and the
/// broker parks it in the end.
pub async fn follow(mut changes: Subscription, balances: &tokio::sync::Mutex<Balances>) {
    while let Some(delivery) = changes.next().await {
        if let Ok(change) = serde_json::from_slice(&delivery.payload) {
            take(change, &mut *balances.lock().await);
            changes.acknowledge(&delivery);
        }
    }
}
