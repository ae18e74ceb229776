//! Imports of stock lists: work that takes longer than a request, and survives the process.
//!
//! [`worker`] says what a caller may rely on while an import runs, and when the process dies under
//! it; `tests/promises.rs` kills it at every step.

use contract_core::contract;

mod contract_baseline;
pub mod errors;
pub mod handlers;
pub mod import;
pub mod store;
pub mod worker;

pub use handlers::router;
pub use store::Store;

contract! {
    id = "imports",
    owner = "@acme/stock",
    level = provisional,
    audience = organisation,
    notify(lead = "30d", via(changelog)),
    meaning = "Bringing stock lists of suppliers into the shop.",
}
