//! Reading a document, with the place of every mistake.

use std::fmt;

use super::{Document, FORMAT, canonical, consistent, unique};

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
    /// Reads a document. What it says is what the text says: nothing is skipped, and what the text
    /// leaves out is what the format gives a default for.
    ///
    /// # Errors
    /// When the text is not JSON, repeats a member, has another format, has an unknown or a missing
    /// member or one of the wrong type, names a type or error set that it does not contain, or
    /// holds a version or date that is none.
    pub fn read(text: &str) -> Result<Self, ReadError> {
        let document = match serde_json::from_str::<Self>(text) {
            // A map would keep the last of two members of one name and forget the first.
            Ok(it) if it.format == FORMAT && begins(text) && unique::is_plain(text) => it,
            _ => Self::read_in_steps(text)?,
        };
        consistent::check(&document)?;
        Ok(document)
    }

    /// What [`Document::read`] does at once, step by step, so that every mistake is told as what
    /// it is: a document of another format is not one with unknown members.
    fn read_in_steps(text: &str) -> Result<Self, ReadError> {
        #[derive(serde::Deserialize)]
        struct Probe {
            format: Option<serde_json::Value>,
        }
        let malformed = |error: serde_json::Error| ReadError::Malformed(error.to_string());
        unique::check(text).map_err(malformed)?;
        if !begins(text) {
            return Err(ReadError::Malformed("it is no JSON object at line 1 column 1".to_owned()));
        }
        let probe: Probe = serde_json::from_str(text).map_err(malformed)?;
        match probe.format {
            Some(format) if format.as_u64() == Some(u64::from(FORMAT)) => {}
            Some(format) => return Err(ReadError::Format { found: format.to_string() }),
            None => {
                let message = "the member `format` is missing at line 1 column 1";
                return Err(ReadError::Malformed(message.to_owned()));
            }
        }
        serde_json::from_str(text).map_err(malformed)
    }

    /// The canonical text, ending with a newline.
    ///
    /// # Panics
    /// Never: every value of the model has a JSON form.
    pub fn print(&self) -> String {
        canonical(&serde_json::to_value(self).expect("the model always has a JSON form"))
    }

    /// Whether the other document says the same, wherever it is written: whether both are one
    /// baseline.
    pub fn says_the_same(&self, other: &Self) -> bool {
        // Whatever the model gains has to be added here.
        let Self {
            format,
            contract,
            operations,
            events,
            consumers,
            jobs,
            providers,
            data,
            errors,
            types,
            sources: _,
        } = self;
        *format == other.format
            && *contract == other.contract
            && *operations == other.operations
            && *events == other.events
            && *consumers == other.consumers
            && *jobs == other.jobs
            && *providers == other.providers
            && *data == other.data
            && *errors == other.errors
            && *types == other.types
    }

    /// The document as a baseline: without source positions.
    #[must_use]
    pub fn baseline(mut self) -> Self {
        self.sources.clear();
        self
    }
}

/// Whether a text begins as an object does.
fn begins(text: &str) -> bool {
    text.trim_start().starts_with('{')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn error(text: &str) -> String {
        Document::read(text).expect_err(text).to_string()
    }

    fn with(rest: &str) -> String {
        format!(r#"{{"format": 1, "contract": {{"id": "a", "version": "1.0.0"}}{rest}}}"#)
    }

    #[test]
    fn the_smallest_document_is_read() {
        let document = Document::read(&with("")).expect("a document");
        assert_eq!(document.contract.id, "a");
        assert_eq!(Document::read(&document.print()), Ok(document));
    }

    #[test]
    fn every_mistake_is_named_with_its_place() {
        for (text, expected) in [
            ("", "not a contract document: EOF while parsing a value at line 1 column 0"),
            ("[1]", "not a contract document: it is no JSON object at line 1 column 1"),
            ("{}", "not a contract document: the member `format` is missing at line 1 column 1"),
            (
                "{\"format\": 1",
                "not a contract document: EOF while parsing an object at line 1 column 12",
            ),
            (
                "{\"format\": 1} x",
                "not a contract document: trailing characters at line 1 column 15",
            ),
            (
                "{\"format\": 1}",
                "not a contract document: missing field `contract` at line 1 column 13",
            ),
            (
                "{\"format\": 2}",
                "the document has format 2, and this version reads format 1; a newer \
                 contract-check may know it",
            ),
            ("{\"format\": \"1\"}", "the document has format \"1\", and this version reads"),
            ("{\"format\": 1.0}", "the document has format 1.0, and this version reads"),
            ("{\"format\": null}", "not a contract document: the member `format` is missing"),
            (
                &with(",\n\"operation\": {}"),
                "not a contract document: unknown field `operation`, expected one of",
            ),
            (
                &with(
                    ",\n\"types\": {\"A\": {\"shape\": \"unit\"},\n\"A\": {\"shape\": \"unit\"}}",
                ),
                "not a contract document: the member `A` stands here twice at line 3 column 3",
            ),
            (
                &with(",\n\"types\": []"),
                "not a contract document: invalid type: sequence, expected a map at line 2",
            ),
            (&with(", \"data\": [\"A\"]"), "data/A: the document has no type `A`"),
            (
                &with(", \"types\": {\"A\": {\"shape\": {\"alias\": {\"list\": \"Bee\"}}}}"),
                "types/A: the document has no type `Bee`",
            ),
            (
                &with(
                    ", \"types\": {\"A\": {\"shape\": {\"enum\": {\"variants\": [{\"name\": \"V\", \
                     \"content\": {\"struct\": {\"fields\": [{\"name\": \"f\", \"type\": \"Bee\"}]}}}]}}}}",
                ),
                "types/A/variants/V/fields/f: the document has no type `Bee`",
            ),
            (
                &with(", \"types\": {\"A\": {\"shape\": {\"alias\": {\"lst\": \"u8\"}}}}"),
                "not a contract document: unknown field `lst`, expected one of `array`",
            ),
            (
                &with(", \"types\": {\"u64\": {\"shape\": \"unit\"}}"),
                "types/u64: `u64` is the name of a shape that every document knows",
            ),
            (
                &with(
                    ", \"types\": {\"A\": {\"shape\": {\"alias\": \"B\"}}, \
                     \"B\": {\"shape\": {\"newtype\": {\"option\": \"A\"}}}}",
                ),
                "types/A: it is defined by itself, with no value in between",
            ),
            (
                &with(", \"operations\": {\"a.b\": {\"errors\": \"E\"}}"),
                "operations/a.b/errors: the document has no error set `E`",
            ),
            (
                &with(", \"operations\": {\"a.b\": {\"response\": \"R\"}}"),
                "operations/a.b/response: the document has no type `R`",
            ),
            (
                &with(", \"events\": {\"a.b\": {\"direction\": \"send\", \"payload\": \"R\"}}"),
                "events/a.b/payload: the document has no type `R`",
            ),
            (
                &with(
                    ", \"operations\": {\"a\": {\"http\": {\"method\": \"GET\", \"path\": \"/\", \"success\": 20}}}",
                ),
                "operations/a/http/success: 20 is no HTTP status",
            ),
            (
                "{\"format\": 1, \"contract\": {\"id\": \"a\", \"version\": \"1.0\"}}",
                "contract/version: `1.0` is no version; it is written like `1.4.0` (SemVer)",
            ),
            (
                "{\"format\": 1, \"contract\": {\"id\": \"A b\", \"version\": \"1.0.0\"}}",
                "contract/id: `A b` is no id; ids are written [a-z0-9][a-z0-9._-]*",
            ),
            (
                &with(
                    ", \"types\": {\"A\": {\"about\": {\"deprecated\": {\"sunset\": \"2027-02-29\"}}, \
                     \"shape\": \"unit\"}}",
                ),
                "types/A/deprecated/sunset: `2027-02-29` is no date; dates are written YYYY-MM-DD",
            ),
            (
                &with(
                    ", \"types\": {\"A\": {\"about\": {\"deprecated\": {\"remove_in\": \"v2\"}}, \
                     \"shape\": \"unit\"}}",
                ),
                "types/A/deprecated/remove_in: `v2` is no version",
            ),
        ] {
            let found = error(text);
            assert!(found.starts_with(expected), "{text}\n  {found}\n  {expected}");
        }
    }

    #[test]
    fn a_deep_document_is_an_error() {
        let deep = format!("{}{}", "[".repeat(100_000), "]".repeat(100_000));
        assert!(error(&with(&format!(", \"types\": {deep}"))).contains("recursion limit"));
    }
}
