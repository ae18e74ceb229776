//! What a chat is made of.

use contract_core::Contract;
use serde::{Deserialize, Serialize};

/// A question.
#[derive(Clone, Debug, Serialize, Deserialize, Contract)]
#[serde(deny_unknown_fields)]
pub struct Question {
    /// In the customer's own words.
    pub text: String,
}

/// A chat that has begun.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Contract)]
pub struct Chat {
    /// Its name.
    pub id: String,
}

/// One piece of an answer. The number of a piece is the `id` of its server-sent event.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Contract)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Chunk {
    /// A word.
    Word {
        /// With the space that follows.
        text: String,
    },
    /// The end: nothing follows. A stream that stops without it was cut.
    Finished {
        /// How many words there were.
        words: u64,
    },
}

/// Everything that was said so far.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Contract)]
pub struct Transcript {
    /// The pieces, oldest first.
    pub chunks: Vec<Chunk>,
    /// Whether the answer is complete.
    pub finished: bool,
}
