//! Errors as part of the contract.

use crate::declare::{ErrorCode, ErrorTable};
use crate::{Effects, Retry, Role};

/// An enum with one variant for each error code that an operation may answer with.
///
/// Derive it; the derive reads `domain` and `open` or `closed` on the enum, and `code`, `status`,
/// `retry` and `effects` on every variant. A handler then takes the status from the value and need
/// not repeat it.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not an error set",
    label = "`{Self}` does not implement `ContractError`",
    note = "add `#[derive(ContractError)]` to `{Self}`, or say in the handler what its error set \
            is: `errors = Type`, or `errors = none`"
)]
pub trait ContractError {
    /// The whole set.
    fn table() -> &'static ErrorTable
    where
        Self: Sized;

    /// What the contract says about this error.
    fn entry(&self) -> &'static ErrorCode;

    /// The machine-readable code.
    fn code(&self) -> &'static str {
        self.entry().code
    }

    /// The HTTP status, 400 to 599.
    fn status(&self) -> u16 {
        self.entry().status
    }

    /// May the caller send the same request again?
    fn retry(&self) -> Retry {
        self.entry().retry
    }

    /// What has happened when the caller sees the error.
    fn effects(&self) -> Effects {
        self.entry().effects
    }

    /// Its part in the other clauses of its operation.
    fn role(&self) -> Role {
        self.entry().role
    }
}
