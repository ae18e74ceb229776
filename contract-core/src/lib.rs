//! In-code integration contracts.
//!
//! A producer annotates its serde types and handlers; the macros turn that into the constant
//! tables of [`declare`]; `cargo contract-check` reads the tables and judges every change.

pub mod declare;
#[cfg(feature = "document")]
pub mod document;
mod level;

pub use level::{Effects, Level, Retry, Role};
