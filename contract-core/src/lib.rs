//! In-code integration contracts: what a producer promises, said where it is implemented.
//!
//! A producer of an HTTP API, of events or of stored data annotates its serde types and its
//! handlers. The macros turn that into constant tables; `cargo contract-check` reads the tables,
//! keeps the contract document that is checked in up to date, and fails the build on every change
//! that breaks a promise undeclared. Nothing of it runs in the producer: user builds carry the
//! tables as constants that the linker drops.
//!
//! # A contract
//! [`contract!`] stands once, in the module that the contract covers: it and everything below.
//! ```
//! contract_core::contract! {
//!     id = "orders",
//!     version = "1.2.0",
//!     owner = "@team-orders",
//!     level = provisional,
//!     meaning = "Orders of the shop, from the cart to the parcel.",
//! }
//! # fn main() {}
//! ```
//! How strongly a clause is promised is its [`Level`]: what does not say one has that of the item
//! around it, and of the contract in the end.
//!
//! # Types
//! [`derive(Contract)`](macro@Contract) stands beside serde's derives. What is on the wire is what
//! serde's own attributes say; `#[contract(..)]` adds what serde cannot know.
//! ```
//! use contract_core::Contract;
//! use serde::{Deserialize, Serialize};
//!
//! /// An order.
//! #[derive(Serialize, Deserialize, Contract)]
//! #[serde(rename_all = "camelCase")]
//! #[contract(level = stable)]
//! struct Order {
//!     #[contract(unit = "EUR cent", meaning = "What the customer pays, taxes included.")]
//!     total: u64,
//!     #[serde(default, skip_serializing_if = "Vec::is_empty")]
//!     lines: Vec<Line>,
//!     #[contract(deprecated(since = "1.1.0", sunset = "2027-01-31", replaced_by = "lines"))]
//!     sku: Option<String>,
//! }
//!
//! #[derive(Serialize, Deserialize, Contract)]
//! #[serde(tag = "kind", rename_all = "snake_case")]
//! enum Line {
//!     Item { sku: String, count: u32 },
//!     Discount { percent: u8 },
//!     #[serde(other)]
//!     Unknown,
//! }
//!
//! #[derive(Serialize, Deserialize, Contract)]
//! #[contract(event(id = "order.created", send, channel = "orders"))]
//! struct OrderCreated {
//!     order: Order,
//! }
//! ```
//! A codec that stands between serde and a value (`with`, `serialize_with`, a hand-written
//! `Serialize`) hides the wire; `wire` says what it writes and reads.
//! ```
//! # use contract_core::Contract;
//! # use serde::{Deserialize, Serialize};
//! # mod as_text {
//! #     pub fn serialize<S: serde::Serializer>(v: &u64, s: S) -> Result<S::Ok, S::Error> { s.collect_str(v) }
//! #     pub fn deserialize<'de, D: serde::Deserializer<'de>>(d: D) -> Result<u64, D::Error> {
//! #         use serde::Deserialize;
//! #         String::deserialize(d)?.parse().map_err(serde::de::Error::custom)
//! #     }
//! # }
//! #[derive(Serialize, Deserialize, Contract)]
//! struct Payment {
//!     #[serde(with = "as_text")]
//!     #[contract(wire = String)]
//!     amount: u64,
//! }
//! ```
//! Types of std have a shape; those of `bytes`, `chrono`, `indexmap`, `jiff`, `rust_decimal`,
//! `serde_json`, `smallvec`, `time`, `url` and `uuid` have one behind the feature of that name. A type
//! of which only a JSON Schema is known comes in by `#[contract(schema)]` on its field (the feature
//! `schema`), and is judged by what the schema says.
//!
//! # Errors
//! [`derive(ContractError)`](macro@ContractError) makes an enum an error set: what callers may
//! match on, and what they may do next.
//! ```
//! use contract_core::{ContractError, Retry};
//!
//! #[derive(Debug, ContractError)]
//! #[contract(domain = "https://errors.example.com/orders", open)]
//! enum OrderError {
//!     /// There is no such order.
//!     #[contract(code = "ORDER_NOT_FOUND", status = 404, retry = never, effects = none)]
//!     NotFound,
//!     /// The shop is closed for a moment.
//!     #[contract(code = "SHOP_BUSY", status = 503, retry = safe, effects = none, role = unavailable)]
//!     Busy { seconds: u32 },
//! }
//!
//! let error = OrderError::Busy { seconds: 3 };
//! assert_eq!((error.code(), error.status(), error.retry()), ("SHOP_BUSY", 503, Retry::Safe));
//! ```
//!
//! # Operations
//! [`handler`] takes the request, the answer and the error set from the function's signature; the
//! function itself stays as it is.
//! ```
//! # use contract_core::{Contract, ContractError};
//! # #[derive(Contract)] struct CreateOrder { sku: String }
//! # #[derive(Contract)] struct Order { id: u64 }
//! # #[derive(ContractError)]
//! # #[contract(domain = "https://errors.example.com/orders", open)]
//! # enum OrderError {
//! #     #[contract(code = "ORDER_EMPTY", status = 422, retry = after_change, effects = none)]
//! #     Empty,
//! # }
//! # struct Json<T>(T); struct Path<T>(T);
//! use contract_core::handler;
//!
//! #[handler(id = "orders.create", http(POST, "/v1/shops/{shop}/orders"), success = 201, level = stable)]
//! async fn create(
//!     Path(shop): Path<u32>,
//!     Json(order): Json<CreateOrder>,
//! ) -> Result<Json<Order>, OrderError> {
//!     if order.sku.is_empty() { Err(OrderError::Empty) } else { Ok(Json(Order { id: 1 })) }
//! }
//! ```
//!
//! # All keys
//! See [`attributes`].
//!
//! # Inside
//! [`declare`] holds the tables that the macros emit, [`export`] prints them as facts for the
//! command, and `document` (a feature) is the contract document itself.

/// The attribute keys.
///
#[doc = include_str!("attributes.md")]
pub mod attributes {}
mod approval;
#[cfg(feature = "axum")]
mod axum;
#[doc(hidden)]
pub mod baseline;
mod config;
mod contract_error;
pub mod declare;
#[cfg(feature = "document")]
pub mod document;
pub mod export;
mod foreign;
mod job_state;
mod level;
#[doc(hidden)]
pub mod private;
mod problem;
#[cfg(feature = "render")]
pub mod render;
#[doc(hidden)]
pub mod rules;
#[cfg(feature = "schema")]
mod schema;

pub use approval::{Agreed, Approval, Approved, Approver, Ask, Grant, NeedsApproval, Operation};
pub use config::{Blocked, BlockedVariable, ContractConfig, Mode, Reason, Secret};
pub use contract_error::ContractError;
#[cfg(feature = "axum")]
pub use contract_macros::IntoResponse;
pub use contract_macros::{
    Contract, ContractConfig, ContractError, JobState, baseline, consumer, contract, handler, job,
    stream,
};
pub use declare::Contract;
pub use job_state::{Ending, IllegalTransition, JobState};
pub use level::{Effects, Level, Retry, Role};
pub use problem::{Member, Problem, ToMember};
#[cfg(feature = "schema")]
pub use schema::BySchema;
