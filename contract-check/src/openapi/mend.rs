//! What documents written by hand get wrong without being misunderstood, put right before anything
//! looks at it: a member that was begun and left empty, a version that YAML reads as a number, a
//! reference through another one.

pub(super) mod through;

use super::grammar::is_extension;
use super::{Holds, Kind};
use crate::json::{Json, Shared};

/// Mends a document. Recurses as deep as the text nests, which its reader has limited. What needs
/// no mending stays the value that it was, and is not copied.
pub(super) fn document(raw: &mut Json) {
    if let Some(mended) = object(raw, Kind::OpenApi) {
        *raw = mended;
    }
}

/// What becomes of a member.
enum Mended {
    Kept,
    Dropped,
    Replaced(Json),
}

/// What is in place of a value, or that it stays.
impl From<Option<Json>> for Mended {
    fn from(instead: Option<Json>) -> Self {
        instead.map_or(Self::Kept, Self::Replaced)
    }
}

/// The members with what becomes of each, if anything does.
fn each(members: &Shared<(String, Json)>, mend: impl Fn(&str, &Json) -> Mended) -> Option<Json> {
    let mut changed: Option<Vec<(String, Json)>> = None;
    for (index, (name, value)) in members.iter().enumerate() {
        let mended = mend(name, value);
        if matches!(mended, Mended::Kept) && changed.is_none() {
            continue;
        }
        let changed = changed.get_or_insert_with(|| members[..index].to_vec());
        match mended {
            Mended::Kept => changed.push((name.clone(), value.clone())),
            Mended::Dropped => {}
            Mended::Replaced(value) => changed.push((name.clone(), value)),
        }
    }
    changed.map(|members| Json::Object(members.into()))
}

/// The items with what is in place of each, if anything is.
fn items(items: &Shared<Json>, mend: impl Fn(&Json) -> Option<Json>) -> Option<Json> {
    let mut changed = None;
    for (index, item) in items.iter().enumerate() {
        if let Some(mended) = mend(item) {
            changed.get_or_insert_with(|| items.clone()).make_mut()[index] = mended;
        }
    }
    changed.map(Json::Array)
}

fn object(value: &Json, kind: Kind) -> Option<Json> {
    if kind == Kind::Schema {
        return schema(value, true);
    }
    let members = match value {
        Json::Null => return Some(Json::Object(Shared::default())),
        Json::Object(members) => members,
        _ => return None,
    };
    // The members with names of their own; in a map `null` stands for an empty object.
    let known = |name: &str| kind.members().iter().find(|(member, _)| *member == name);
    each(members, |name, value| {
        let (known, holds) = (known(name), kind.holds(name));
        let free = known.is_none_or(|(_, holds)| matches!(holds, Holds::Words | Holds::Any));
        if matches!(value, Json::Null) && !free {
            return Mended::Dropped;
        }
        if known.is_none() && is_extension(name) {
            return Mended::Kept;
        }
        Mended::from(match (holds, value) {
            (Some(Holds::One(kind)), value) => object(value, kind),
            (Some(Holds::Map(kind)), Json::Object(members)) => {
                each(members, |_, value| object(value, kind).into())
            }
            // An empty item of a list may have been meant as anything.
            (Some(Holds::List(kind)), Json::Array(of)) => {
                items(of, |item| if *item == Json::Null { None } else { object(item, kind) })
            }
            (Some(Holds::Text), Json::Number(number)) => Some(Json::from(number.as_str())),
            _ => None,
        })
    })
}

/// Keywords that say nothing when they are left empty.
const KEYWORDS: [&str; 30] = [
    "$ref",
    "additionalProperties",
    "allOf",
    "anyOf",
    "deprecated",
    "description",
    "discriminator",
    "exclusiveMaximum",
    "exclusiveMinimum",
    "format",
    "items",
    "maxItems",
    "maxLength",
    "maxProperties",
    "maximum",
    "minItems",
    "minLength",
    "minProperties",
    "minimum",
    "not",
    "nullable",
    "oneOf",
    "pattern",
    "properties",
    "readOnly",
    "required",
    "title",
    "type",
    "uniqueItems",
    "writeOnly",
];

/// A schema, which may have been left empty where it has a name of its own.
fn schema(value: &Json, named: bool) -> Option<Json> {
    let members = match value {
        Json::Null if named => return Some(Json::Object(Shared::default())),
        Json::Object(members) => members,
        _ => return None,
    };
    each(members, |name, value| match (name, value) {
        (name, Json::Null) if KEYWORDS.binary_search(&name).is_ok() => Mended::Dropped,
        ("properties" | "patternProperties" | "$defs", Json::Object(members)) => {
            each(members, |_, value| schema(value, true).into()).into()
        }
        ("items" | "additionalProperties" | "not", value) => schema(value, false).into(),
        ("allOf" | "anyOf" | "oneOf", Json::Array(of)) => {
            items(of, |item| schema(item, false)).into()
        }
        _ => Mended::Kept,
    })
}

#[cfg(test)]
mod tests {
    use super::{KEYWORDS, document};
    use crate::json::Json;

    #[test]
    fn the_keywords_are_sorted() {
        assert!(KEYWORDS.is_sorted());
    }

    #[test]
    fn what_was_left_empty_says_nothing() {
        let json = |text: &str| Json::parse(text).expect("JSON");
        let mut raw = json(
            r#"{"openapi": "3.0.0", "info": {"version": 1.10, "title": null}, "servers": null,
            "paths": {"/a": {"get": {"parameters": null, "responses": {"200": null}}},
                      "/b": null, "x-c": null},
            "components": {"schemas": {"A": null, "B": {"type": null, "default": null,
                "enum": [null], "properties": {"type": null, "b": {"items": null}}}}}}"#,
        );
        document(&mut raw);
        let mended = json(
            r#"{"openapi": "3.0.0", "info": {"version": "1.10", "title": null},
            "paths": {"/a": {"get": {"responses": {"200": {}}}}, "/b": {}, "x-c": null},
            "components": {"schemas": {"A": {}, "B": {"default": null, "enum": [null],
                "properties": {"type": {}, "b": {}}}}}}"#,
        );
        assert_eq!(raw, mended);
    }
}
