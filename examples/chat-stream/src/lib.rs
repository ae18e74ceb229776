//! Answers to questions, word by word: server-sent events that a reader can pick up after a cut.
//!
//! The answer is written down before it is sent, and it is made whether or not somebody reads.
//! [`handlers`] says so, and `tests/promises.rs` cuts the stream after every chunk.

use contract_core::contract;

pub mod chat;
mod contract_baseline;
pub mod errors;
pub mod handlers;
pub mod transcript;

pub use handlers::router;
pub use transcript::Transcripts;

contract! {
    id = "chats",
    owner = "@acme/assistant",
    level = provisional,
    notify(lead = "30d", via(changelog)),
    meaning = "Questions of customers and the assistant's answers.",
}
