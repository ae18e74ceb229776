//! `compare`: judges two files. What they are is told by their content.

use std::fs;
use std::io::{self, Read as _};

use contract_core::document::Document;

use super::judge::{judge, show};
use super::{Failure, Screen};
use crate::cli::{CompareArgs, Format, ReaderArg, RoleArg, SemanticsArg};
use crate::diff::schemas::{Options, Semantics, Unknowns, compare};
use crate::exit;
use crate::finding::Role;
use crate::json::Json;
use crate::report;
use crate::report::human::Next;
use crate::schema::SchemaDocument;
use crate::verdict::Verdict;

/// What a file holds.
enum Content {
    Contract(Box<Document>),
    Schema(Box<SchemaDocument>),
}

impl Content {
    fn kind(&self) -> &'static str {
        match self {
            Self::Contract(_) => "a contract document",
            Self::Schema(_) => "a JSON Schema",
        }
    }
}

/// Runs the command.
///
/// # Errors
/// When a file cannot be read or is not what can be compared, or when the screen fails.
pub fn run(arguments: &CompareArgs, screen: &mut Screen<'_>) -> Result<u8, Failure> {
    if arguments.old == "-" && arguments.new == "-" {
        return usage(screen, "standard input can be read only once; name a file for one side");
    }
    let (old, new) = (load(&arguments.old)?, load(&arguments.new)?);
    let verdict = match (&old, &new) {
        (Content::Schema(old), Content::Schema(new)) => {
            let strict = arguments.reader == Some(ReaderArg::Strict);
            if strict && arguments.semantics != Some(SemanticsArg::Wire) {
                return usage(
                    screen,
                    "`--reader strict` says how programs read, and needs `--semantics wire`",
                );
            }
            Verdict::new(compare(old, new, &options(arguments)))
        }
        (Content::Contract(old), Content::Contract(new)) => {
            if let Some(refused) = not_for_documents(arguments) {
                return usage(screen, refused);
            }
            judge(old, new)
        }
        _ => {
            return Err(Failure::Other(format!(
                "{} is {} and {} is {}; both sides of a comparison are of one kind",
                name(&arguments.old),
                old.kind(),
                name(&arguments.new),
                new.kind()
            )));
        }
    };
    match arguments.format {
        Format::Json => report::json::write(&verdict, screen.out)?,
        Format::Human => {
            let color = arguments.screen.colored(screen.out_is_terminal);
            show(&verdict, None, color, Next::Nothing, screen.out)?;
        }
    }
    Ok(verdict.exit_code())
}

/// A command line that makes no sense.
fn usage(screen: &mut Screen<'_>, message: &str) -> Result<u8, Failure> {
    writeln!(screen.err, "error: {message}")?;
    Ok(exit::USAGE)
}

/// Why an option cannot be heeded for contract documents.
fn not_for_documents(arguments: &CompareArgs) -> Option<&'static str> {
    if arguments.role.is_some() {
        return Some(
            "`--role` is for schemas; each part of a contract document has its own direction",
        );
    }
    if arguments.semantics == Some(SemanticsArg::Schema) {
        return Some(
            "`--semantics schema` is for schemas; a contract document says what serde does",
        );
    }
    (arguments.reader == Some(ReaderArg::Strict)).then_some(
        "`--reader strict` is for schemas; a contract document says itself which of its types \
         refuse unknown fields",
    )
}

fn options(arguments: &CompareArgs) -> Options {
    Options {
        roles: match arguments.role {
            Some(RoleArg::Request) => vec![Role::Request],
            Some(RoleArg::Response) => vec![Role::Response],
            Some(RoleArg::Both) | None => vec![Role::Request, Role::Response],
        },
        semantics: match arguments.semantics {
            Some(SemanticsArg::Wire) => Semantics::Wire,
            Some(SemanticsArg::Schema) | None => Semantics::Schema,
        },
        unknowns: match arguments.reader {
            Some(ReaderArg::Strict) => Unknowns::Refused,
            Some(ReaderArg::Tolerant) | None => Unknowns::Ignored,
        },
    }
}

/// What a file is called in messages.
fn name(file: &str) -> &str {
    if file == "-" { "standard input" } else { file }
}

fn load(file: &str) -> Result<Content, Failure> {
    let wrong = |why: String| Failure::Other(format!("cannot read {}: {why}", name(file)));
    let bytes = if file == "-" {
        let mut bytes = Vec::new();
        io::stdin().lock().read_to_end(&mut bytes).map(|_| bytes)
    } else {
        fs::read(file)
    };
    let bytes = bytes.map_err(|error| wrong(error.to_string()))?;
    let text = String::from_utf8(bytes)
        .map_err(|error| wrong(format!("it is not UTF-8 text: {}", error.utf8_error())))?;
    content(&text).map_err(wrong)
}

/// What a text holds, or why it cannot be compared.
fn content(text: &str) -> Result<Content, String> {
    let value = match Json::parse(text) {
        Ok(value) => value,
        Err(_) if looks_like_openapi_yaml(text) => return Err(OPENAPI.to_owned()),
        Err(error) => return Err(format!("it is not JSON: {error}")),
    };
    let has = |member| value.get(member).is_some();
    if has("openapi") || has("swagger") {
        return Err(OPENAPI.to_owned());
    }
    if has("asyncapi") {
        return Err("AsyncAPI documents cannot be compared; compare their schemas".to_owned());
    }
    if value.get("format").is_some_and(|format| format.as_number().is_some()) || has("contract") {
        let document = Document::read(text).map_err(|error| error.to_string())?;
        return Ok(Content::Contract(Box::new(document)));
    }
    match value {
        Json::Object(_) | Json::Bool(_) => {
            let schema = SchemaDocument::load(value).map_err(|error| error.to_string())?;
            Ok(Content::Schema(Box::new(schema)))
        }
        other => Err(format!(
            "it holds a JSON {}, which is neither a contract document nor a JSON Schema",
            other.type_name()
        )),
    }
}

const OPENAPI: &str = "it is an OpenAPI document, which this version cannot compare; compare its \
                       schemas, each in a file of its own";

fn looks_like_openapi_yaml(text: &str) -> bool {
    text.lines().any(|line| line.starts_with("openapi:") || line.starts_with("swagger:"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn content_tells_what_a_text_is() {
        let kind = |text| content(text).map(|content| content.kind());
        assert_eq!(kind("true"), Ok("a JSON Schema"));
        assert_eq!(kind(r#"{"type": "string", "format": "uuid"}"#), Ok("a JSON Schema"));
        for (text, expected) in [
            ("[]", "it holds a JSON array"),
            ("{", "it is not JSON: line 1, column 2"),
            ("openapi: 3.1.0\ninfo: {}", "it is an OpenAPI document"),
            (r#"{"openapi": "3.0.3"}"#, "it is an OpenAPI document"),
            (r#"{"format": 99}"#, "the document has format 99"),
            (r#"{"type": "strin"}"#, "at `#/type`: `strin` is not a type"),
            (r##"{"$ref": "#/$defs/A"}"##, "at `#/$ref`: the reference `#/$defs/A` leads nowhere"),
        ] {
            let error = kind(text).unwrap_err();
            assert!(error.starts_with(expected), "{text}: {error}");
        }
    }
}
