//! Reads payments, one JSON document a line, and writes an invoice for each.
//!
//! A package without a library: its contract is read from the binary's own code.

use std::io::{self, BufRead, Write};

use contract_core::{Contract, ContractError, contract, handler};
use serde::{Deserialize, Serialize};

contract! {
    id = "billing",
    owner = "@acme/billing",
    level = provisional,
    meaning = "Invoices for payments.",
}

/// A payment that arrived.
#[derive(Debug, Deserialize, Contract)]
pub struct Payment {
    /// The invoice's number.
    pub number: u32,
    /// What was paid.
    #[contract(unit = "cents")]
    pub amount: u64,
}

/// An invoice.
#[derive(Debug, Serialize, Contract)]
#[contract(event(id = "billing.invoiced", send))]
pub struct Invoice {
    /// Its number.
    pub number: u32,
    /// What was paid.
    #[contract(unit = "cents")]
    pub amount: u64,
    /// The tax in it.
    #[contract(unit = "cents")]
    pub tax: u64,
}

/// Why a payment gets no invoice.
#[derive(Debug, PartialEq, Eq, ContractError)]
#[contract(domain = "https://billing.acme.example/errors", closed)]
pub enum BillingError {
    /// Nothing was paid.
    #[contract(code = "NOTHING_PAID", status = 422, retry = after_change, effects = none)]
    NothingPaid,
}

/// Writes the invoice for a payment.
#[handler(id = "billing.invoice", readonly)]
fn invoice(payment: Payment) -> Result<Invoice, BillingError> {
    if payment.amount == 0 {
        return Err(BillingError::NothingPaid);
    }
    let tax = payment.amount / 120 * 20;
    Ok(Invoice { number: payment.number, amount: payment.amount, tax })
}

fn main() -> io::Result<()> {
    let mut out = io::stdout().lock();
    for line in io::stdin().lock().lines() {
        let payment = serde_json::from_str(&line?)?;
        match invoice(payment) {
            Ok(invoice) => writeln!(out, "{}", serde_json::to_string(&invoice)?)?,
            Err(error) => writeln!(out, "{{\"code\":\"{}\"}}", error.code())?,
        }
    }
    Ok(())
}
