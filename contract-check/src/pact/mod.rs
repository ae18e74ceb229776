//! Pact files: what a consumer's tests say that it relies on.
//!
//! [`Pact::read`] reads versions 2 to 4 of the specification; [`dependences`] finds the clauses of
//! a contract that the interactions in it rely on.

mod matching;
mod read;

pub use matching::{Matched, dependences};

use crate::json::Json;

/// A Pact file.
#[derive(Clone, Debug, PartialEq)]
pub struct Pact {
    /// The consumer's name.
    pub consumer: String,
    /// The provider's name.
    pub provider: String,
    /// What is asked and answered, and what is sent.
    pub interactions: Vec<Interaction>,
}

/// One interaction.
#[derive(Clone, Debug, PartialEq)]
pub struct Interaction {
    /// What its author calls it.
    pub description: String,
    /// What happens in it.
    pub kind: Kind,
}

/// What happens in an interaction.
#[derive(Clone, Debug, PartialEq)]
pub enum Kind {
    /// A request and its response over HTTP.
    Http {
        /// The method, in capitals.
        method: String,
        /// The path of the example.
        path: String,
        /// The names of the query's parameters.
        query: Vec<String>,
        /// The names of the request's headers, in small letters.
        request_headers: Vec<String>,
        /// What is sent.
        request: Option<Json>,
        /// The status of the response.
        status: u16,
        /// The names of the response's headers, in small letters.
        response_headers: Vec<String>,
        /// What is answered.
        response: Option<Json>,
    },
    /// A message.
    Message {
        /// What it holds.
        contents: Option<Json>,
        /// The values of its metadata: topics, kinds.
        metadata: Vec<String>,
    },
    /// Something that this reader does not know.
    Unknown(String),
}
