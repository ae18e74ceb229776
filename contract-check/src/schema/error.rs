//! Why a schema could not be loaded.

use std::fmt;

/// A malformed schema, and where.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LoadError {
    /// The JSON pointer of the offending value.
    pub pointer: String,
    /// What is wrong with it.
    pub problem: Problem,
}

/// What is wrong with a schema.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Problem {
    /// Neither an object nor a boolean.
    NotASchema,
    /// A keyword has a value of the wrong kind.
    Wrong {
        /// What it should be.
        expected: &'static str,
    },
    /// `type` names no JSON type.
    UnknownType(String),
    /// `$schema` names a dialect that is not known.
    UnknownDialect(String),
    /// A reference within the document leads nowhere.
    Dangling(String),
    /// Two schemas have the same name.
    Duplicate(String),
    /// `items` is an array where the dialect writes `prefixItems`.
    ArrayItems,
    /// Schemas within schemas, deeper than the limit.
    TooDeep(usize),
}

impl fmt::Display for LoadError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "at `#{}`: {}", self.pointer, self.problem)
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NotASchema => f.write_str("a schema is an object, `true` or `false`"),
            Self::Wrong { expected } => write!(f, "expected {expected}"),
            Self::UnknownType(name) => write!(
                f,
                "`{name}` is not a type; the types are null, boolean, integer, number, string, \
                 array and object"
            ),
            Self::UnknownDialect(uri) => write!(
                f,
                "the dialect `{uri}` is not known; known are JSON Schema 2020-12, 2019-09, \
                 draft-07, draft-06 and draft-04"
            ),
            Self::Dangling(reference) => {
                write!(f, "the reference `{reference}` leads nowhere in this document")
            }
            Self::Duplicate(name) => write!(f, "`{name}` names two schemas"),
            Self::ArrayItems => f.write_str(
                "`items` is an array; JSON Schema 2020-12 calls this `prefixItems`, so rename it \
                 or name an earlier dialect in `$schema`",
            ),
            Self::TooDeep(limit) => write!(f, "schemas are nested deeper than {limit} levels"),
        }
    }
}

impl std::error::Error for LoadError {}
