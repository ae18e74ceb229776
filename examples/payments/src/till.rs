//! Where charges are made, each key once.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use contract_core::{Approved, Operation};
use tokio::time::{Instant, timeout};

use crate::bank::Bank;
use crate::charges::{Charge, CreateCharge};
use crate::errors::ChargeError;

/// How long a key is remembered.
const WINDOW: Duration = Duration::from_secs(24 * 60 * 60);
/// How long a caller waits at most.
const TIMEOUT: Duration = Duration::from_secs(8);

/// Charges cards and remembers what it did.
#[derive(Clone, Debug)]
pub struct Till {
    bank: Arc<Bank>,
    book: Arc<Mutex<Book>>,
}

#[derive(Debug, Default)]
struct Book {
    keys: HashMap<String, Entry>,
    charges: HashMap<String, Charge>,
}

/// What is known of a key.
#[derive(Debug)]
struct Entry {
    request: CreateCharge,
    /// Nothing while the request is being served.
    charge: Option<Charge>,
    since: Instant,
}

impl Till {
    /// A till that charges through a bank.
    pub fn new(bank: Bank) -> Self {
        Self { bank: Arc::new(bank), book: Arc::default() }
    }

    fn book(&self) -> MutexGuard<'_, Book> {
        self.book.lock().unwrap_or_else(PoisonError::into_inner)
    }

    pub(crate) fn find(&self, id: &str) -> Option<Charge> {
        self.book().charges.get(id).cloned()
    }

    /// Charges a card. The approval is used up: one approval, one charge.
    pub(crate) async fn charge<Op: Operation>(
        &self,
        key: String,
        approved: Approved<Op>,
        request: CreateCharge,
    ) -> Result<Charge, ChargeError> {
        if let Some(charge) = self.open(&key, &request)? {
            return Ok(charge);
        }
        // Whatever happens from here on, the key does not stay in flight.
        let open = Open { till: self, key: &key };
        // The bank is given the same key: what it answered too late for us, it answers again.
        let charged = timeout(TIMEOUT, self.bank.charge(&key, &request)).await;
        let id = charged.unwrap_or(Err(ChargeError::Timeout))?;
        let charge = Charge {
            id,
            order: request.order,
            amount: request.amount,
            approved_by: approved.grant().by.clone(),
        };
        open.close(charge.clone());
        Ok(charge)
    }

    /// Takes a key, or finds what was answered under it.
    fn open(&self, key: &str, request: &CreateCharge) -> Result<Option<Charge>, ChargeError> {
        let mut book = self.book();
        let now = Instant::now();
        book.keys
            .retain(|_, entry| entry.charge.is_none() || now.duration_since(entry.since) < WINDOW);
        match book.keys.get(key) {
            Some(entry) if entry.request != *request => Err(ChargeError::KeyReused),
            Some(Entry { charge: Some(charge), .. }) => Ok(Some(charge.clone())),
            Some(_) => Err(ChargeError::InFlight),
            None => {
                let entry = Entry { request: request.clone(), charge: None, since: now };
                book.keys.insert(key.to_owned(), entry);
                Ok(None)
            }
        }
    }
}

/// A key in flight. Errors release it: what failed may be tried again under the same key.
struct Open<'t> {
    till: &'t Till,
    key: &'t str,
}

impl Open<'_> {
    fn close(&self, charge: Charge) {
        let mut book = self.till.book();
        book.charges.insert(charge.id.clone(), charge.clone());
        if let Some(entry) = book.keys.get_mut(self.key) {
            entry.charge = Some(charge);
        }
    }
}

impl Drop for Open<'_> {
    fn drop(&mut self) {
        let mut book = self.till.book();
        if book.keys.get(self.key).is_some_and(|entry| entry.charge.is_none()) {
            book.keys.remove(self.key);
        }
    }
}
