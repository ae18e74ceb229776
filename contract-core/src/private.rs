//! What generated code calls, and nobody else.

use crate::declare::{About, Contract, ErrorTable, Wire};

pub use crate::approval::ApprovalOf;
pub use crate::config::{Found, Loading, SecretSetting};
pub use crate::contract_error::ErrorSet;

#[cfg(feature = "axum")]
pub use axum_core::response::{IntoResponse, Response};

/// The delay that a variant's field gives.
#[diagnostic::on_unimplemented(
    message = "a delay is a `Duration`, and this field is `{Self}`",
    label = "`retry_after` is taken from this field",
    note = "write `std::time::Duration`, or `Option<Duration>` with `retry_after = optional`"
)]
pub trait Delay {
    /// The delay, if one is given.
    fn delay(&self) -> Option<std::time::Duration>;
}

impl Delay for std::time::Duration {
    fn delay(&self) -> Option<std::time::Duration> {
        Some(*self)
    }
}

impl Delay for Option<std::time::Duration> {
    fn delay(&self) -> Option<std::time::Duration> {
        *self
    }
}

/// What is read in place of a field that is skipped.
#[derive(Debug)]
pub struct Skipped;

impl Contract for Skipped {
    fn wire() -> Wire {
        Wire::Leaf("skipped")
    }
}

/// Asks that a type keeps its value secret.
pub const fn secret<T: SecretSetting>() {}

/// What stands for an error set whose attributes have mistakes.
pub const UNKNOWN: ErrorTable = ErrorTable {
    mark: crate::declare::Mark::NONE,
    name: "",
    type_name: || "",
    module: "",
    domain: "",
    open: true,
    codes: &[],
    about: About::FOREIGN,
};

/// What stands for the errors of an operation that has none.
pub const NO_ERRORS: ErrorTable = ErrorTable { domain: "none", ..UNKNOWN };

/// Asks that an argument carries the approval of an operation.
pub const fn approves<T: ApprovalOf<Op>, Op>() {}
