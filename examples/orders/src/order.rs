//! What an order looks like to those who read it.

use std::collections::BTreeMap;

use contract_core::Contract;
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::money::{Money, Sku};

/// The identity of an order.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, Contract,
)]
#[serde(transparent)]
pub struct OrderId(pub Uuid);

/// An order.
#[derive(Clone, Debug, Serialize, Deserialize, Contract)]
#[serde(rename_all = "camelCase")]
pub struct Order {
    /// Its identity.
    pub id: OrderId,
    /// Who ordered.
    pub customer: Customer,
    /// What was ordered.
    pub lines: Vec<LineItem>,
    /// The sum of all lines.
    pub total: Money,
    /// How it reaches the customer.
    pub delivery: Delivery,
    /// Where it stands.
    pub status: OrderStatus,
    /// What the shop calls it on paper.
    pub reference: Reference,
    /// Labels set by the back office.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    #[contract(level = experimental)]
    pub labels: BTreeMap<String, String>,
    /// Who touched it, and when.
    #[serde(flatten)]
    pub audit: Audit,
}

/// When an order was placed and last changed.
#[derive(Clone, Debug, Serialize, Deserialize, Contract)]
#[serde(rename_all = "camelCase")]
pub struct Audit {
    /// When the order was placed.
    pub placed_at: Timestamp,
    /// When it last changed; absent while it never has.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub changed_at: Option<Timestamp>,
}

/// Who ordered.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Contract)]
pub struct Customer {
    /// Name in full.
    pub name: String,
    /// Where confirmations go.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub email: Option<String>,
}

/// One line of an order.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Contract)]
pub struct LineItem {
    /// The article.
    pub sku: Sku,
    /// How many.
    #[contract(unit = "pieces")]
    pub quantity: u32,
    /// The price of one piece.
    pub unit_price: Money,
    /// A wish of the customer's, printed on the picking list.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
}

/// How an order reaches the customer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Contract)]
#[serde(rename_all = "snake_case")]
pub enum Delivery {
    /// The customer fetches it.
    Pickup,
    /// A locker, by its number.
    Locker(u32),
    /// A courier brings it.
    Courier {
        /// Where to.
        address: Address,
        /// Whether the courier may leave it at the door.
        #[serde(default)]
        leave_at_door: bool,
    },
}

/// A postal address.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Contract)]
pub struct Address {
    /// Street and number.
    pub street: String,
    /// Town.
    #[serde(alias = "city")]
    pub town: String,
    /// Postal code, as written on letters.
    #[serde(rename = "zip")]
    pub postal_code: String,
    /// Country (ISO 3166-1 alpha-2).
    pub country: String,
}

/// Where an order stands.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Contract)]
#[serde(tag = "state", rename_all = "snake_case")]
pub enum OrderStatus {
    /// Waiting for the payment.
    Pending,
    /// Paid and being packed.
    Paid {
        /// When the payment arrived.
        at: Timestamp,
    },
    /// On its way.
    Shipped(Parcel),
    /// Called off.
    Cancelled {
        /// Why.
        reason: CancelReason,
    },
}

/// A parcel on its way.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Contract)]
pub struct Parcel {
    /// The carrier's number.
    pub tracking: String,
    /// What it weighs.
    #[contract(unit = "g")]
    pub weight: u32,
}

/// Why an order was called off.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, Contract)]
#[serde(rename_all = "snake_case")]
pub enum CancelReason {
    /// The customer changed their mind.
    CustomerRequest,
    /// An article is gone.
    OutOfStock,
    /// A reason that this version does not know.
    #[serde(other)]
    Unknown,
}

/// What the shop calls an order on paper: a running number, or a text from the old system.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Contract)]
#[serde(untagged)]
pub enum Reference {
    /// A running number.
    Number(u64),
    /// A text from the old system.
    Text(String),
}

/// One page of a list.
#[derive(Clone, Debug, Serialize, Deserialize, Contract)]
pub struct Page<T> {
    /// The items.
    pub items: Vec<T>,
    /// Where the next page starts; absent on the last page.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub next: Option<OrderId>,
}

/// An order in a list.
#[derive(Clone, Debug, Serialize, Deserialize, Contract)]
#[serde(rename_all = "camelCase")]
pub struct OrderSummary {
    /// Its identity.
    pub id: OrderId,
    /// The sum of all lines.
    pub total: Money,
    /// When it was placed.
    pub placed_at: Timestamp,
}
