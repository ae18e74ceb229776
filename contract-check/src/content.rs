//! What the two sides of a comparison may be, told by their content.

use contract_core::document::Document;
use serde::de::IgnoredAny;

use crate::finding::Side;
use crate::json::{Json, Known, ReadError};
use crate::openapi::{OpenApi, yaml};
use crate::schema::SchemaDocument;

/// What a text holds.
#[derive(Debug)]
pub enum Content {
    /// A contract document.
    Contract(Box<Document>),
    /// An OpenAPI document.
    OpenApi(Box<OpenApi>),
    /// A JSON Schema.
    Schema(Box<SchemaDocument>),
}

impl Content {
    /// What it is called in messages.
    pub fn kind(&self) -> &'static str {
        match self {
            Self::Contract(_) => "a contract document",
            Self::OpenApi(_) => "an OpenAPI document",
            Self::Schema(_) => "a JSON Schema",
        }
    }

    /// Reads a text: JSON, or YAML where it holds an OpenAPI document.
    ///
    /// # Errors
    /// Why it cannot be compared, as the end of a sentence about the text.
    pub fn read(text: &str) -> Result<Self, String> {
        match Self::contract(text)? {
            Some(contract) => Ok(contract),
            None => Self::of(text, Json::parse(text)),
        }
    }

    /// Reads the two sides of a comparison. What both say at the same place is read once.
    ///
    /// # Errors
    /// As [`Content::read`], with the side that it is about.
    pub fn read_both(old: &str, new: &str) -> Result<[Self; 2], (Side, String)> {
        let at = |side| move |error| (side, error);
        let mut known = None;
        let before = match Self::contract(old).map_err(at(Side::Old))? {
            Some(contract) => contract,
            None => {
                let read = Known::read(old).map(|read| known.insert(read).value().clone());
                Self::of(old, read).map_err(at(Side::Old))?
            }
        };
        let after = match (&known, Self::contract(new).map_err(at(Side::New))?) {
            (_, Some(contract)) => Ok(contract),
            (Some(known), None) => Self::of(new, Json::parse_beside(new, known)),
            (None, None) => Self::of(new, Json::parse(new)),
        };
        Ok([before, after.map_err(at(Side::New))?])
    }

    /// The contract document that a text is, if it is meant as one.
    fn contract(text: &str) -> Result<Option<Self>, String> {
        if text.trim_start_matches('\u{feff}').trim().is_empty() {
            return Err("it is empty".to_owned());
        }
        if !text.contains("\"contract\"") {
            return Ok(None);
        }
        // Whatever can be read as a contract document is one: to ask first costs as much again.
        match Document::read(text) {
            Ok(document) => Ok(Some(Self::Contract(Box::new(document)))),
            Err(error) if is_contract(text) => Err(error.to_string()),
            Err(_) => Ok(None),
        }
    }

    /// What else a text is that was read as JSON.
    fn of(text: &str, read: Result<Json, ReadError>) -> Result<Self, String> {
        let value = match read {
            Ok(value) => value,
            Err(_) if looks_like_openapi_yaml(text) => {
                yaml::parse(text).map_err(|error| format!("it is not YAML: {error}"))?
            }
            Err(error) => return Err(format!("it is not JSON: {error}")),
        };
        let has = |member| value.get(member).is_some();
        if OpenApi::is_meant(&value) {
            let document = OpenApi::load(value).map_err(|error| error.to_string())?;
            return Ok(Self::OpenApi(Box::new(document)));
        }
        if has("asyncapi") {
            return Err("AsyncAPI documents cannot be compared; compare their schemas".to_owned());
        }
        // A text that the look could not tell, such as one with a name that stands in it twice.
        if value.get("format").is_some_and(|format| format.as_number().is_some()) || has("contract")
        {
            let document = Document::read(text).map_err(|error| error.to_string())?;
            return Ok(Self::Contract(Box::new(document)));
        }
        match value {
            Json::Object(_) | Json::Bool(_) => {
                let schema = SchemaDocument::load(value).map_err(|error| error.to_string())?;
                Ok(Self::Schema(Box::new(schema)))
            }
            other => Err(format!(
                "it holds a JSON {}, which is neither a contract document nor a JSON Schema",
                other.type_name()
            )),
        }
    }
}

/// Whether a text means to be a contract document: a look at the names of its members.
fn is_contract(text: &str) -> bool {
    #[derive(serde::Deserialize)]
    struct Probe {
        contract: Option<IgnoredAny>,
        openapi: Option<IgnoredAny>,
        swagger: Option<IgnoredAny>,
        asyncapi: Option<IgnoredAny>,
    }
    serde_json::from_str(text).is_ok_and(|probe: Probe| {
        let other = [probe.openapi, probe.swagger, probe.asyncapi].iter().any(Option::is_some);
        !other && probe.contract.is_some()
    })
}

/// Only OpenAPI documents are written in YAML. What begins like JSON is meant as such, and is
/// told its mistakes as such.
fn looks_like_openapi_yaml(text: &str) -> bool {
    let names = ["openapi", "swagger", "'openapi'", "'swagger'", "\"openapi\"", "\"swagger\""];
    !text.trim_start().starts_with(['{', '['])
        && text.lines().any(|line| {
            let line = line.strip_prefix('\u{feff}').unwrap_or(line);
            line.split_once(':').is_some_and(|(name, _)| names.contains(&name.trim_end()))
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_tells_what_it_is() {
        let kind = |text| Content::read(text).map(|content| content.kind());
        assert_eq!(kind("true"), Ok("a JSON Schema"));
        assert_eq!(kind(r#"{"type": "string", "format": "uuid"}"#), Ok("a JSON Schema"));
        assert_eq!(kind("# Ours.\nopenapi: 3.1.0\ninfo: {}"), Ok("an OpenAPI document"));
        assert_eq!(kind(r#"{"openapi": "3.0.3"}"#), Ok("an OpenAPI document"));
        for (text, expected) in [
            ("[]", "it holds a JSON array"),
            ("{", "it is not JSON: line 1, column 2"),
            // The brace is open until the end of the text.
            ("openapi: 3.1.0\ninfo: {", "it is not YAML: line 3"),
            ("swagger: '2.0'", "at `#`: this is Swagger 2.0"),
            (r#"{"openapi": "4.0.0"}"#, "at `#/openapi`: OpenAPI 4.0.0 is not known"),
            (r#"{"format": 99}"#, "the document has format 99"),
            (r#"{"type": "strin"}"#, "at `#/type`: `strin` is not a type"),
            (r##"{"$ref": "#/$defs/A"}"##, "at `#/$ref`: the reference `#/$defs/A` leads nowhere"),
        ] {
            let error = kind(text).unwrap_err();
            assert!(error.starts_with(expected), "{text}: {error}");
        }
    }
}
