//! What is written as text is text, whatever its type is called.

use std::collections::BTreeSet;
use std::slice;

use super::context::Pair;
use super::schemas::dialect;
use crate::evaluate::schema::{Answer, Evaluator, Members};
use crate::finding::{Role, Side};
use crate::json::Json;
use crate::openapi::{Node, Version};
use crate::schema::SchemaDocument;

/// So many integers are looked at one by one.
const FEW: i64 = 1_000;

/// The types that a schema names; none where it does not name any.
fn types(schema: &Node<'_>) -> Option<Vec<String>> {
    match schema.value.get("type")? {
        Json::String(text) => Some(vec![text.clone()]),
        Json::Array(items) => items.iter().map(|item| item.as_str().map(str::to_owned)).collect(),
        _ => None,
    }
}

/// Whether a value is one text: neither a list nor an object.
pub(super) fn is_plain(schema: &Node<'_>) -> bool {
    types(schema).is_some_and(|types| {
        types
            .iter()
            .all(|name| matches!(name.as_str(), "string" | "integer" | "number" | "boolean"))
    })
}

/// Whether a value is a list.
pub(super) fn is_list(schema: &Node<'_>) -> bool {
    types(schema).is_some_and(|types| types == ["array"])
}

/// Whether two schemas call a value differently, and the reader takes every text that the writer
/// writes.
pub(super) fn same(pair: &Pair<'_>, role: Role) -> bool {
    let (writer, reader, side) = match role {
        Role::Request => (&pair.old, &pair.new, Side::New),
        Role::Response => (&pair.new, &pair.old, Side::Old),
    };
    let (Some(written), Some(known)) = (types(writer), types(reader)) else { return false };
    if written == known || !is_plain(writer) || !is_plain(reader) {
        return false;
    }
    let other = !written.iter().any(|name| name == "string");
    (takes_any_text(reader) && other)
        || texts(writer).is_some_and(|texts| reads_all(reader, side, &known, &texts) == Some(true))
}

/// What people call the types of a schema.
pub(super) fn named(schema: &Node<'_>) -> String {
    match types(schema).unwrap_or_default().join(" or ") {
        list if list == "array" => match schema.get("items").map(|items| named(&items)) {
            Some(items) if !items.is_empty() => format!("list of {items}"),
            _ => "list".to_owned(),
        },
        types => types,
    }
}

/// The schema of the items, where one of them is a list by this schema as well as several are:
/// none if it asks for more than that.
pub(super) fn single<'d>(schema: &Node<'d>) -> Option<Node<'d>> {
    let fits = schema.value.as_object()?.iter().all(|(name, value)| match name.as_str() {
        "type" => value.as_str() == Some("array"),
        "minItems" => matches!(value.to_string().as_str(), "0" | "1"),
        "maxItems" => value.to_string() != "0",
        "items" | "uniqueItems" => true,
        other => is_remark(other),
    });
    schema.get("items").filter(|_| fits)
}

fn is_remark(name: &str) -> bool {
    matches!(name, "description" | "title" | "example" | "examples" | "default" | "deprecated")
        || name.starts_with("x-")
}

/// Whether a schema says nothing about values, as where there is none.
pub(super) fn is_anything(schema: &Node<'_>) -> bool {
    let says_nothing = |members: &[(String, Json)]| members.iter().all(|(name, _)| is_remark(name));
    schema.value.as_bool() == Some(true) || schema.value.as_object().is_some_and(says_nothing)
}

/// Whether no text of a schema has a character that is written as it is where reserved ones are
/// allowed, and escaped elsewhere (RFC 3986, section 2.2; RFC 6570, section 3.2.3).
pub(super) fn is_unreserved(schema: &Node<'_>) -> bool {
    const RESERVED: &str = ":/?#[]@!$&'()*+,;=%";
    let few = |texts: BTreeSet<String>| {
        texts.iter().all(|text| !text.contains(|it| RESERVED.contains(it)))
    };
    let kinds = types(schema).unwrap_or_default();
    let is_bare = kinds.iter().all(|kind| matches!(kind.as_str(), "integer" | "boolean"));
    (is_bare && !kinds.is_empty()) || texts(schema).is_some_and(few)
}

/// Whether every text is one of the schema's.
pub(super) fn takes_any_text(reader: &Node<'_>) -> bool {
    reader.value.as_object().is_some_and(|members| {
        members.iter().all(|(name, value)| match name.as_str() {
            "type" => value.as_str() == Some("string"),
            other => is_remark(other),
        })
    })
}

/// All texts that may be written, if they are few.
fn texts(writer: &Node<'_>) -> Option<BTreeSet<String>> {
    let schema = writer.value;
    let text = |value: &Json| match value {
        Json::String(text) => Some(text.clone()),
        Json::Bool(_) | Json::Number(_) => Some(value.to_string()),
        Json::Null | Json::Array(_) | Json::Object(_) => None,
    };
    // 3.0 does not know `const`.
    let constant = schema.get("const").filter(|_| writer.document().version() != Version::V30);
    if let Some(value) = constant {
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
    let document = reader.document();
    let dialect = dialect(document, side).ok()?;
    let (document, schemas) =
        SchemaDocument::load_at(document.shared(), dialect, slice::from_ref(&reader.pointer))
            .ok()?;
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
