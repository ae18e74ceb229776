//! What the service tells others.

use contract_core::Contract;
use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use crate::money::Money;
use crate::order::OrderId;

/// An order was placed.
#[derive(Clone, Debug, Serialize, Deserialize, Contract)]
#[serde(rename_all = "camelCase")]
#[contract(event(id = "orders.placed", send, channel = "orders"))]
pub struct OrderPlaced {
    /// Which order.
    pub order: OrderId,
    /// What it is worth.
    pub total: Money,
    /// When it was placed.
    pub placed_at: Timestamp,
}
