//! What can go wrong with a request about an import.

use contract_core::{ContractError, IntoResponse};

/// Why a request about an import was refused.
#[derive(Debug, ContractError, IntoResponse)]
#[contract(domain = "https://stock.acme.example/errors", open)]
pub enum ImportError {
    /// There is no such import.
    #[contract(code = "IMPORT_NOT_FOUND", status = 404, retry = never, effects = none)]
    NotFound,
    /// The list has no rows.
    #[contract(code = "LIST_EMPTY", status = 422, retry = after_change, effects = none)]
    Empty,
    /// The import has ended already.
    #[contract(code = "IMPORT_ENDED", status = 409, retry = never, effects = none)]
    Ended,
    /// The disk does not do what it is told.
    #[contract(
        code = "STORE_UNAVAILABLE",
        status = 503,
        role = unavailable,
        retry = safe,
        effects = none,
        detail = "{0}"
    )]
    Store(std::io::Error),
}

impl From<std::io::Error> for ImportError {
    fn from(error: std::io::Error) -> Self {
        if error.kind() == std::io::ErrorKind::NotFound {
            Self::NotFound
        } else {
            Self::Store(error)
        }
    }
}
