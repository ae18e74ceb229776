//! What can go wrong with a chat.

use contract_core::{ContractError, IntoResponse};

/// Why a chat cannot be started or read.
#[derive(Debug, ContractError, IntoResponse)]
#[contract(domain = "https://chats.acme.example/errors", open)]
pub enum ChatError {
    /// There is no such chat.
    #[contract(code = "CHAT_NOT_FOUND", status = 404, retry = never, effects = none)]
    NotFound,
    /// The cursor is not one of this chat's.
    #[contract(
        code = "CURSOR_UNKNOWN",
        status = 409,
        retry = after_change,
        effects = none,
        detail = "`Last-Event-ID` was {cursor}, and the last chunk is {last}",
        details(last)
    )]
    CursorUnknown {
        /// What the reader sent.
        cursor: String,
        /// The last chunk there is.
        last: u64,
    },
    /// Too many questions were asked within a minute.
    #[contract(
        code = "TOO_MANY_QUESTIONS",
        status = 429,
        role = throttled,
        retry = safe,
        effects = none,
        throttle,
        retry_after = required
    )]
    TooMany {
        /// After what there is room for another one.
        retry_after: std::time::Duration,
    },
    /// The disk does not do what it is told.
    #[contract(
        code = "TRANSCRIPT_UNAVAILABLE",
        status = 503,
        role = unavailable,
        retry = safe,
        effects = none,
        detail = "{0}"
    )]
    Transcript(std::io::Error),
}

impl From<std::io::Error> for ChatError {
    fn from(error: std::io::Error) -> Self {
        match error.kind() {
            std::io::ErrorKind::NotFound => Self::NotFound,
            _ => Self::Transcript(error),
        }
    }
}
