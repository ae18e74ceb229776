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
//! Types of std have a shape; those of `arrayvec`, `bigdecimal`, `bytes`, `chrono`, `either`,
//! `indexmap`, `jiff`, `rust_decimal`, `semver`, `serde_json`, `smallvec`, `smol_str`, `time`, `url` and
//! `uuid` have one behind the feature of that name. A type
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
//! #[handler(id = "orders.create", http(POST, "/v1/shops/{shop}/orders"), success = 201, level = stable, cancel = atomic)]
//! async fn create(
//!     Path(shop): Path<u32>,
//!     Json(order): Json<CreateOrder>,
//! ) -> Result<Json<Order>, OrderError> {
//!     if order.sku.is_empty() { Err(OrderError::Empty) } else { Ok(Json(Order { id: 1 })) }
//! }
//! ```
//!
//! What may happen beside the answer is said there as well: how long a key is remembered and what
//! comes back under it, by when there is an answer, what remains when the caller goes away. What
//! contradicts itself does not compile: see [what does not compile](#what-does-not-compile).
//!
//! # Effects and approvals
//! An effect that is paid, cannot be undone or deploys needs an approval. The handler takes it as an
//! argument, and nobody can make one up: the one way to an [`Approved`] is to ask the [`Approver`]
//! that the attribute names. With the feature `axum` it is an extractor that does so.
//! ```
//! # use std::time::SystemTime;
//! # use contract_core::{Agreed, Approver, Ask, ContractError, Grant};
//! # #[derive(Debug, ContractError)]
//! # #[contract(domain = "https://errors.example.com/charges", open)]
//! # enum ChargeError {
//! #     /// Nobody approved this charge.
//! #     #[contract(code = "APPROVAL_REQUIRED", status = 403, role = approval_required, retry = after_change, effects = none)]
//! #     NotApproved,
//! # }
//! # struct Desk { signed: Vec<Grant> }
//! use contract_core::{Approved, handler};
//!
//! impl Approver for Desk {
//!     type Refusal = ChargeError;
//!
//!     async fn approve(&self, ask: Ask<'_>) -> Result<Agreed, ChargeError> {
//!         let signed = self.signed.iter().find(|grant| ask.presented() == Some(&*grant.id));
//!         signed.map(|grant| ask.once(grant.clone())).ok_or(ChargeError::NotApproved)
//!     }
//! }
//!
//! #[handler(
//!     id = "charges.create",
//!     effect(target = "card-network", kinds(external_write, paid), approval = per_call),
//!     approver = Desk,
//!     cancel = completes,
//! )]
//! async fn create(order: String, approved: Approved<create::Op>) -> Result<(), ChargeError> {
//!     if approved.covers(&order) { Ok(()) } else { Err(ChargeError::NotApproved) }
//! }
//! ```
//!
//! # Streams and jobs
//! [`stream`] is a handler whose answer comes in chunks; it says what a reader may do about a cut.
//! [`job`] is work that outlives its request. Nothing of a job goes without saying, and its states
//! are an enum that derives [`JobState`].
//! ```
//! use contract_core::{JobState, job, stream};
//!
//! #[stream(
//!     id = "chats.listen",
//!     http(GET, "/v1/chats/{id}/stream"),
//!     chunk = String,
//!     framing = sse,
//!     resume = cursor,
//!     resume_window = "10m",
//!     finalization = explicit,
//!     readonly,
//! )]
//! async fn listen() {}
//!
//! #[derive(JobState)]
//! enum ExportState {
//!     #[state(initial, next(Done, Failed, TimedOut))]
//!     Running,
//!     #[state(terminal(completed))]
//!     Done,
//!     #[state(terminal(failed))]
//!     Failed,
//!     #[state(terminal(timed_out))]
//!     TimedOut,
//! }
//!
//! #[job(
//!     id = "exports.run",
//!     states = ExportState,
//!     create = "exports.create",
//!     observe = "exports.get",
//!     progress = status,
//!     cancel = unsupported,
//!     logs = none,
//!     timeout = "1h",
//!     heartbeat = "30s",
//!     retention = "30d",
//!     max_attempts = 3,
//!     restart = from_scratch,
//!     items = at_least_once,
//! )]
//! async fn run() {}
//!
//! assert!(ExportState::Running.may_become(&ExportState::Done));
//! ```
//!
//! # Events and their consumers
//! An event says how it arrives, beside its type; a [`consumer`] says what it asks for and what it
//! bears, in a contract of its own.
//! ```
//! # use contract_core::{Contract, consumer};
//! #[derive(Contract)]
//! #[contract(event(
//!     id = "accounts.changed",
//!     send,
//!     delivery(mode = at_least_once, ack_deadline = "30s"),
//!     ordering(mode = per_key, key = "account"),
//! ))]
//! struct AccountChanged {
//!     account: String,
//!     balance: i64,
//! }
//!
//! #[derive(Contract)]
//! struct Change {
//!     account: String,
//! }
//!
//! #[consumer(id = "audit.accounts", of = "accounts.changed", tolerates(duplicates, reordering))]
//! fn take(change: Change) {}
//! ```
//!
//! # Providers
//! [`derive(ContractConfig)`](macro@ContractConfig) is the contract with whoever deploys, and a
//! loader that fails closed: there is no default mode, and what is missing, blank or wrong comes
//! back as [`Blocked`], which names all of it. A [`Secret`] is shown by nothing.
//! ```
//! use contract_core::{ContractConfig, Mode, Secret};
//!
//! /// The card network.
//! #[derive(Debug, ContractConfig)]
//! #[config(
//!     provider = "card-network",
//!     mode_var = "CARDS_MODE",
//!     differs_from_live("declines by the amount, not by the card", id = declines),
//! )]
//! struct CardNetwork {
//!     #[config(mode)]
//!     mode: Mode,
//!     #[config(env = "CARDS_KEY", secret, required_in(live), help = "from the vault, cards/live")]
//!     key: Option<Secret>,
//! }
//!
//! let live = |name: &str| (name == "CARDS_MODE").then(|| "live".to_owned());
//! assert_eq!(
//!     CardNetwork::load_from(live).unwrap_err().to_string(),
//!     "provider `card-network` is blocked in mode `live`: `CARDS_KEY` is not set \
//!      (from the vault, cards/live)",
//! );
//! ```
//!
//! # What does not compile
//! Every rule that is broken is reported in the same build, at the clause that breaks it.
//!
//! | | an operation |
//! |---|---|
//! | C01 | whose errors may be sent again with their key has a key |
//! | C02 | whose errors may be sent again freely leaves nothing behind when they arrive |
//! | C04, C06 | that only reads has no effects, and neither have its errors |
//! | C05 | that retries has an error that may be sent again |
//! | C07 | with an effect that is paid, irreversible or a deployment asks for an approval |
//! | C08 | that resumes has a key |
//! | C10 | takes ten seconds at most; what takes longer is a job or a stream |
//! | C11 | has a budget that fits into its timeout |
//! | C13 to C18 | has an error for what it promises: a timeout, a required key, a reused key, a request that runs, an approval, a rate limit |
//! | C19 | that does more than read says what remains when the caller goes away |
//!
//! | | elsewhere |
//! |---|---|
//! | C03 | an error that throttles says for how long |
//! | C09 | nothing is gone before it is deprecated |
//! | C12 | what is stable has an owner; of an item in a contract that is not stable, `cargo contract-check` says so |
//! | J01 to J06 | a job starts in one state, gets to each of them, can end from each of them, and ends well or badly; nothing follows its end |
//! | J07, J08 | a job that can be cancelled, or that has a timeout, has a state that says so |
//! | L01 | a stable clause holds no type that is declared weaker, unless it says so: `holds = experimental` |
//! | L02 | what is held is declared at least as strong as `holds` says |
//! | S01, S02 | a stream with a cursor says for how long, and how its end is told from a cut |
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
#[doc(hidden)]
pub mod keys;
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
