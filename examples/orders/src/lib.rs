//! An orders service: what it promises stands next to the code that keeps the promise.
//!
//! `cargo contract-check` reads the annotations, compares them with `contracts/orders.json` and
//! fails on every change that would hurt a consumer. The README breaks it on purpose.

use contract_core::contract;

mod contract_baseline;
pub mod errors;
pub mod events;
pub mod handlers;
pub mod money;
pub mod order;
pub mod requests;
mod store;

pub use handlers::router;
pub use store::Store;

contract! {
    id = "orders",
    owner = "@acme/orders",
    level = stable,
    meaning = "Placing, following and cancelling orders of the shop.",
}
