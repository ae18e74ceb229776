//! The words of a refusal.

use std::collections::BTreeSet;

use crate::json::{Json, pointer};
use crate::schema::JsonType;

/// The way to a value in a document.
#[derive(Clone, Copy)]
pub(super) enum Path<'p> {
    Root,
    Member(&'p Path<'p>, &'p str),
    Element(&'p Path<'p>, usize),
}

impl Path<'_> {
    /// As a JSON pointer.
    pub(super) fn pointer(&self) -> String {
        match self {
            Self::Root => String::new(),
            Self::Member(parent, name) => {
                format!("{}/{}", parent.pointer(), pointer::token(name))
            }
            Self::Element(parent, index) => format!("{}/{index}", parent.pointer()),
        }
    }
}

/// A value in a message: whole if it is short.
pub(super) fn brief(value: &Json) -> String {
    const LENGTH: usize = 60;
    let text = value.to_string();
    match (text.char_indices().nth(LENGTH), value) {
        (None, _) => text,
        (_, Json::Array(items)) => format!("an array of {} elements", items.len()),
        (_, Json::Object(members)) => format!("an object of {} members", members.len()),
        (Some((end, _)), _) => format!("{}...", &text[..end]),
    }
}

/// The types that were expected.
pub(super) fn types(types: &BTreeSet<JsonType>) -> String {
    let names: Vec<&str> = types
        .iter()
        .map(|json_type| match json_type {
            JsonType::Null => "null",
            JsonType::Boolean => "a boolean",
            JsonType::Integer => "an integer",
            JsonType::Number => "a number",
            JsonType::String => "a string",
            JsonType::Array => "an array",
            JsonType::Object => "an object",
        })
        .collect();
    match names.split_last() {
        None => "of any type at all".to_owned(),
        Some((only, [])) => (*only).to_owned(),
        Some((last, others)) => format!("{} or {last}", others.join(", ")),
    }
}
