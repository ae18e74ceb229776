//! Why an OpenAPI document could not be loaded.

use std::fmt;

/// A malformed document, and where.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LoadError {
    /// The JSON pointer of the offending value.
    pub pointer: String,
    /// What is wrong with it.
    pub problem: Problem,
}

/// What is wrong with a document.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Problem {
    /// There is no `openapi` member.
    NotOpenApi,
    /// A Swagger 2.0 document.
    Swagger,
    /// A version that is not known.
    Version(String),
    /// A value of the wrong kind.
    Expected(&'static str),
    /// A member that must be there is missing.
    Missing(&'static str),
    /// A reference within the document leads nowhere.
    Dangling(String),
    /// A reference leads through other references back to itself.
    Loop(String),
    /// The location of a parameter is none.
    Location(String),
}

impl fmt::Display for LoadError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "at `#{}`: {}", self.pointer, self.problem)
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NotOpenApi => f.write_str("no OpenAPI document: the member `openapi` is missing"),
            Self::Swagger => f.write_str(
                "this is Swagger 2.0; convert the document to OpenAPI 3 before comparing it",
            ),
            Self::Version(version) => {
                write!(f, "OpenAPI {version} is not known; known are 3.0, 3.1 and 3.2")
            }
            Self::Expected(what) => write!(f, "expected {what}"),
            Self::Missing(name) => write!(f, "the member `{name}` is missing"),
            Self::Dangling(reference) => {
                write!(f, "the reference `{reference}` leads nowhere in this document")
            }
            Self::Loop(reference) => {
                write!(f, "the reference `{reference}` leads back to itself")
            }
            Self::Location(place) => write!(
                f,
                "`{place}` is no place for a parameter; the places are path, query, header and \
                 cookie"
            ),
        }
    }
}

impl std::error::Error for LoadError {}
