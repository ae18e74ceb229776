//! In-code integration contracts.
//!
//! A producer annotates its serde types and handlers; the macros turn that into the constant
//! tables of [`declare`]; `cargo contract-check` reads the tables and judges every change.

mod contract_error;
pub mod declare;
#[cfg(feature = "document")]
pub mod document;
pub mod export;
mod foreign;
mod level;
#[cfg(feature = "render")]
pub mod render;

pub use contract_error::ContractError;
pub use contract_macros::{Contract, ContractError, contract, handler};
pub use declare::Contract;
pub use level::{Effects, Level, Retry, Role};
