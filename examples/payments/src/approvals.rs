//! Who agrees that a card is charged.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::SystemTime;

use contract_core::{Agreed, Approver, Ask, Grant};

use crate::errors::ChargeError;

/// The back office's desk. Its field is private: whoever holds a desk was given it by `main`.
#[derive(Clone, Debug, Default)]
pub struct Desk {
    signed: Arc<Mutex<HashMap<String, Grant>>>,
}

impl Desk {
    /// Signs an approval. The subject holds the idempotency key, so that it is good for one charge
    /// however often it is presented.
    pub fn sign(&self, id: &str, by: &str, subject: String) {
        let grant = Grant { id: id.to_owned(), by: by.to_owned(), subject, at: SystemTime::now() };
        self.signed.lock().unwrap_or_else(PoisonError::into_inner).insert(id.to_owned(), grant);
    }
}

impl Approver for Desk {
    type Refusal = ChargeError;

    async fn approve(&self, ask: Ask<'_>) -> Result<Agreed, ChargeError> {
        let signed = self.signed.lock().unwrap_or_else(PoisonError::into_inner);
        let grant = ask.presented().and_then(|id| signed.get(id));
        grant.map(|grant| ask.once(grant.clone())).ok_or(ChargeError::NotApproved)
    }
}
