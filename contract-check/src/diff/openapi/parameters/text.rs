//! What is written as text is text, whatever its type is called.

use std::collections::BTreeSet;

use super::super::context::Pair;
use super::super::schemas::dialect;
use crate::evaluate::schema::{Answer, Evaluator, Members};
use crate::finding::{Role, Side};
use crate::json::Json;
use crate::openapi::Node;
use crate::schema::SchemaDocument;

/// So many integers are looked at one by one.
const FEW: i64 = 1_000;

/// The types that the schema of a parameter names; none where it does not name any.
fn types(node: &Node<'_>) -> Option<Vec<String>> {
    let schema = node.get("schema")?;
    match schema.value.get("type")? {
        Json::String(text) => Some(vec![text.clone()]),
        Json::Array(items) => items.iter().map(|item| item.as_str().map(str::to_owned)).collect(),
        _ => None,
    }
}

/// Whether a value is one text: neither a list nor an object.
pub(super) fn is_plain(node: &Node<'_>) -> bool {
    types(node).is_some_and(|types| {
        types
            .iter()
            .all(|name| matches!(name.as_str(), "string" | "integer" | "number" | "boolean"))
    })
}

/// What both sides call the value, if they call it differently and the reader takes every text
/// that the writer writes.
pub(super) fn same(pair: &Pair<'_>, role: Role) -> Option<(String, String)> {
    let (writer, reader, side) = match role {
        Role::Request => (&pair.old, &pair.new, Side::New),
        Role::Response => (&pair.new, &pair.old, Side::Old),
    };
    let written = types(writer).filter(|_| is_plain(writer))?;
    let known = types(reader).filter(|_| is_plain(reader))?;
    if written == known {
        return None;
    }
    let other = !written.iter().any(|name| name == "string");
    let read = (takes_any_text(reader) && other)
        || texts(writer).is_some_and(|texts| reads_all(reader, side, &known, &texts) == Some(true));
    let named = |node: &Node<'_>| types(node).unwrap_or_default().join(" or ");
    read.then(|| (named(&pair.old), named(&pair.new)))
}

fn takes_any_text(reader: &Node<'_>) -> bool {
    reader.get("schema").is_some_and(|schema| {
        schema.value.as_object().is_some_and(|members| {
            members.iter().all(|(name, value)| match name.as_str() {
                "type" => value.as_str() == Some("string"),
                "description" | "title" | "example" | "examples" | "default" | "deprecated" => true,
                other => other.starts_with("x-"),
            })
        })
    })
}

/// All texts that may be written, if they are few.
fn texts(writer: &Node<'_>) -> Option<BTreeSet<String>> {
    let schema = writer.get("schema")?.value;
    let text = |value: &Json| match value {
        Json::String(text) => Some(text.clone()),
        Json::Bool(_) | Json::Number(_) => Some(value.to_string()),
        Json::Null | Json::Array(_) | Json::Object(_) => None,
    };
    if let Some(value) = schema.get("const") {
        return Some(BTreeSet::from([text(value)?]));
    }
    if let Some(values) = schema.get("enum").and_then(Json::as_array) {
        return values.iter().map(text).collect();
    }
    let kinds = types(writer)?;
    match kinds.iter().map(String::as_str).collect::<Vec<_>>()[..] {
        ["boolean"] => Some(["true", "false"].map(str::to_owned).into()),
        ["integer"] => {
            let bound = |name: &str| schema.get(name)?.to_string().parse::<i64>().ok();
            let (min, max) = (bound("minimum")?, bound("maximum")?);
            let few = max.checked_sub(min).is_some_and(|count| count < FEW);
            few.then(|| (min..=max).map(|value| value.to_string()).collect())
        }
        _ => None,
    }
}

/// Whether each text is one of a value that the reader's schema accepts; none where that is not
/// known.
fn reads_all(
    reader: &Node<'_>,
    side: Side,
    types: &[String],
    texts: &BTreeSet<String>,
) -> Option<bool> {
    let place = reader.get("schema")?.pointer;
    let document = reader.document();
    let dialect = dialect(document, side).ok()?;
    let (document, schemas) = SchemaDocument::load_at(document.shared(), dialect, &[place]).ok()?;
    let evaluator = Evaluator::new(&document, Members::AsDescribed);
    let accepts = |value: &Json| match evaluator.evaluate_at(*schemas.first()?, value) {
        Answer::Accepted => Some(true),
        Answer::Refused(_) => Some(false),
        Answer::Unknown(_) => None,
    };
    for text in texts {
        // What a text stands for follows from the type that is expected.
        let value = Json::parse(text).ok().filter(|value| match value {
            Json::Bool(_) => types.iter().any(|name| name == "boolean"),
            Json::Number(_) => types.iter().any(|name| name == "integer" || name == "number"),
            _ => false,
        });
        let read = value.into_iter().chain([Json::String(text.clone())]).map(|it| accepts(&it));
        let read: Option<Vec<bool>> = read.collect();
        if !read?.contains(&true) {
            return Some(false);
        }
    }
    Some(true)
}
