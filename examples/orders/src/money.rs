//! Amounts and the catalogue's prices.

use contract_core::Contract;
use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

/// An amount in one currency.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, Contract)]
pub struct Money {
    /// The amount, with the currency's usual number of decimals.
    #[contract(meaning = "Gross amount, taxes included.", unit = "currency")]
    pub amount: Decimal,
    /// The currency.
    pub currency: Currency,
}

/// A currency (ISO 4217).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, Contract)]
#[serde(rename_all = "UPPERCASE")]
pub enum Currency {
    /// Swiss franc.
    Chf,
    /// Euro.
    Eur,
    /// US dollar.
    Usd,
}

/// The number that the shop gives an article.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, Contract)]
#[serde(transparent)]
pub struct Sku(pub String);

/// A node of the catalogue.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, Contract)]
pub struct Category {
    /// What shoppers see.
    pub title: String,
    /// Categories below this one.
    #[serde(default)]
    pub children: Vec<Category>,
}
