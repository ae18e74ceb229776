//! What callers send.

use std::collections::BTreeMap;

use contract_core::Contract;
use serde::{Deserialize, Serialize};

use crate::money::{Money, Sku};
use crate::order::{CancelReason, Customer, Delivery, OrderId};

/// A new order.
#[derive(Clone, Debug, Serialize, Deserialize, Contract)]
#[serde(rename_all = "camelCase")]
pub struct CreateOrder {
    /// Who orders.
    pub customer: Customer,
    /// What is ordered.
    pub lines: Vec<NewLine>,
    /// How it should reach the customer.
    pub delivery: Delivery,
    /// How it is paid.
    pub payment: PaymentMethod,
    /// A voucher's code.
    #[serde(default)]
    #[contract(deprecated(
        since = "1.3.0",
        sunset = "2027-06-30",
        remove_in = "2.0.0",
        replaced_by = "payment"
    ))]
    pub coupon: Option<String>,
}

/// One line of a new order.
#[derive(Clone, Debug, Serialize, Deserialize, Contract)]
pub struct NewLine {
    /// The article.
    pub sku: Sku,
    /// How many.
    #[serde(default = "one")]
    #[contract(unit = "pieces")]
    pub quantity: u32,
    /// A wish, printed on the picking list.
    pub note: Option<String>,
}

fn one() -> u32 {
    1
}

/// How an order is paid.
#[derive(Clone, Debug, Serialize, Deserialize, Contract)]
#[serde(tag = "method", content = "details", rename_all = "snake_case")]
pub enum PaymentMethod {
    /// By invoice.
    Invoice,
    /// With a stored card, by its token.
    Card {
        /// The token.
        token: String,
    },
    /// With a voucher, by its code.
    Voucher(String),
}

/// Which orders to list.
#[derive(Clone, Debug, Default, Serialize, Deserialize, Contract)]
pub struct ListOrders {
    /// Where to start: `next` of the page before.
    pub after: Option<OrderId>,
    /// At most so many orders.
    pub limit: Option<u16>,
}

/// Why an order should be cancelled.
#[derive(Clone, Debug, Serialize, Deserialize, Contract)]
#[serde(deny_unknown_fields)]
pub struct CancelOrder {
    /// Why.
    pub reason: CancelReason,
    /// In the caller's own words.
    pub comment: Option<String>,
}

/// The prices to quote for.
#[derive(Clone, Debug, Serialize, Deserialize, Contract)]
pub struct QuoteRequest {
    /// How many of which article.
    pub quantities: BTreeMap<Sku, u32>,
}

/// A quote.
#[derive(Clone, Debug, Serialize, Deserialize, Contract)]
pub struct Quote {
    /// What every article would cost.
    pub prices: BTreeMap<Sku, Money>,
    /// What all of it would cost.
    pub total: Money,
}
