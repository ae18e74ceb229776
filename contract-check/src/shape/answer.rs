//! What comes of a question: an answer, or the reason why there is none.

use std::fmt;

use super::Unknown;
use crate::json::Json;

/// Whether every document of a writer is a document of a reader.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Answer {
    /// It is: proved.
    Included,
    /// It is not: this document is the writer's and not the reader's.
    NotIncluded(Json),
    /// Not known, with the reason. Never to be taken for "included".
    Undecided(Reason),
}

/// Whether a shape holds a document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Sample {
    /// This one.
    Document(Json),
    /// This one, but for values in it that stand for those of opaque shapes, which are there and
    /// not known; with their places, as JSON pointers, and the reason of one of them.
    Holed(Json, Vec<String>, Reason),
    /// None: proved.
    Empty,
    /// Not known, with the reason.
    Undecided(Reason),
}

/// Why a question is undecided.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Reason {
    /// The work budget is spent.
    Budget,
    /// It depends on the extent of a shape that is known by its name only.
    Opaque {
        /// What identifies it.
        name: String,
        /// Why its extent is unknown.
        reason: String,
        /// What would have to be known.
        unknown: Unknown,
    },
    /// It depends on which strings have this format.
    Format(String),
    /// It depends on a pattern that could not be understood.
    Pattern {
        /// The pattern.
        pattern: String,
        /// What about it.
        reason: String,
    },
    /// Each of two types reads an order of the members, and no order is both.
    Order,
    /// It depends on numbers of thousands of digits.
    Digits,
    /// The smallest document found is too large to be written down.
    Size,
    /// A shape refers to itself without a value in between, and so says nothing.
    Unfounded,
    /// A reference was never defined.
    Undefined,
}

impl fmt::Display for Reason {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Budget => f.write_str("the comparison is too large for the work budget"),
            Self::Opaque { name, reason, .. } => write!(f, "`{name}`: {reason}"),
            Self::Format(name) => {
                write!(f, "it depends on which strings the format `{name}` holds")
            }
            Self::Pattern { pattern, reason } => {
                write!(f, "the pattern `{pattern}` cannot be compared: {reason}")
            }
            Self::Order => f.write_str("it depends on the order in which members stand"),
            Self::Digits => f.write_str("it depends on numbers of thousands of digits"),
            Self::Size => f.write_str("the smallest document that tells is too large to show"),
            Self::Unfounded => {
                f.write_str("a type refers to itself with no value in between, so it says nothing")
            }
            Self::Undefined => f.write_str("a reference leads nowhere"),
        }
    }
}

/// How much work a question may cost. Work is counted, not timed, so that the same question ends
/// the same way on every machine.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Budget {
    /// Elementary steps; about a million a second.
    pub steps: u64,
}

impl Default for Budget {
    fn default() -> Self {
        Self { steps: 2_000_000 }
    }
}
