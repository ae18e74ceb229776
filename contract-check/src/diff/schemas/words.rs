//! Positions in the words that findings use.

use std::collections::BTreeSet;

use super::position::View;
use crate::json::{Json, Number};
use crate::schema::{JsonType, Keywords};

/// What a position holds, in a few words.
pub(super) fn describe(view: &View<'_>) -> String {
    if view.closed {
        return "nothing".to_owned();
    }
    if let Some(values) = view.values() {
        return list(&values);
    }
    let mut text = match view.types() {
        Some(types) => type_names(&types),
        None => match view.branches() {
            Some(_) => "one of several alternatives".to_owned(),
            None => "any value".to_owned(),
        },
    };
    if let Some(format) = view.keywords().find_map(|keywords| keywords.format.as_ref()) {
        text.push_str(&format!(" ({format})"));
    }
    text
}

fn type_names(types: &BTreeSet<JsonType>) -> String {
    let names: Vec<&str> = types.iter().rev().map(|json_type| type_name(*json_type)).collect();
    names.join(" or ")
}

fn type_name(json_type: JsonType) -> &'static str {
    match json_type {
        JsonType::Null => "null",
        JsonType::Boolean => "boolean",
        JsonType::Integer => "integer",
        JsonType::Number => "number",
        JsonType::String => "string",
        JsonType::Array => "array",
        JsonType::Object => "object",
    }
}

/// Values in a sentence: all of a few, the first of many.
pub(super) fn list(values: &[Json]) -> String {
    const SHOWN: usize = 4;
    let mut shown: Vec<String> = values.iter().take(SHOWN).map(brief).collect();
    if values.len() > SHOWN {
        shown.push(format!("{} more", values.len() - SHOWN));
    }
    shown.join(", ")
}

/// A value in a sentence.
pub(super) fn brief(value: &Json) -> String {
    let text = value.to_string();
    match text.char_indices().nth(40) {
        Some((end, _)) => format!("{}...", &text[..end]),
        None => text,
    }
}

/// A range of counts: "at most 5".
pub(super) fn counts(min: u64, max: Option<u64>) -> String {
    match (min, max) {
        (0, None) => "unlimited".to_owned(),
        (min, None) => format!("at least {min}"),
        (0, Some(max)) => format!("at most {max}"),
        (min, Some(max)) if min == max => format!("exactly {min}"),
        (min, Some(max)) => format!("{min} to {max}"),
    }
}

/// A range of numbers: "at least 1, below 5".
pub(super) fn range(min: Option<&(Number, bool)>, max: Option<&(Number, bool)>) -> String {
    let low = min.map(|(bound, excluded)| match excluded {
        true => format!("above {bound}"),
        false => format!("at least {bound}"),
    });
    let high = max.map(|(bound, excluded)| match excluded {
        true => format!("below {bound}"),
        false => format!("at most {bound}"),
    });
    match (low, high) {
        (None, None) => "unlimited".to_owned(),
        (low, high) => [low, high].into_iter().flatten().collect::<Vec<_>>().join(" and "),
    }
}

/// Patterns, formats and the like, or their absence.
pub(super) fn all_of<'k>(
    view: &View<'k>,
    of: impl Fn(&'k Keywords) -> Option<String>,
    none: &str,
) -> String {
    let mut found: Vec<String> = view.keywords().filter_map(of).collect();
    found.sort_unstable();
    found.dedup();
    if found.is_empty() { none.to_owned() } else { found.join(" and ") }
}
