//! What documents written by hand get wrong without being misunderstood, put right before anything
//! looks at it: a member that was begun and left empty, a version that YAML reads as a number.

use super::grammar::is_extension;
use super::{Holds, Kind};
use crate::json::Json;

/// Mends a document. Recurses as deep as the text nests, which its reader has limited.
pub(super) fn document(raw: &mut Json) {
    object(raw, Kind::OpenApi);
}

fn object(value: &mut Json, kind: Kind) {
    if matches!(value, Json::Null) {
        *value = Json::Object(Vec::new());
    }
    if kind == Kind::Schema {
        return schema(value);
    }
    let Json::Object(members) = value else { return };
    // The members with names of their own; in a map `null` stands for an empty object.
    let known = |name: &str| kind.members().iter().find(|(member, _)| *member == name);
    members.retain(|(name, value)| {
        let left_empty = matches!(value, Json::Null)
            && known(name).is_some_and(|(_, holds)| !matches!(holds, Holds::Words | Holds::Any));
        !left_empty
    });
    for (name, value) in members {
        if known(name).is_none() && is_extension(name) {
            continue;
        }
        match (kind.holds(name), &mut *value) {
            (Some(Holds::One(kind)), value) => object(value, kind),
            (Some(Holds::Map(kind)), Json::Object(members)) => {
                members.iter_mut().for_each(|(_, value)| object(value, kind));
            }
            // An empty item of a list may have been meant as anything.
            (Some(Holds::List(kind)), Json::Array(items)) => {
                let items = items.iter_mut().filter(|item| !matches!(item, Json::Null));
                items.for_each(|item| object(item, kind));
            }
            (Some(Holds::Text), Json::Number(number)) => *value = Json::from(number.as_str()),
            _ => {}
        }
    }
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

fn schema(value: &mut Json) {
    let Json::Object(members) = value else { return };
    members.retain(|(name, value)| {
        !matches!(value, Json::Null) || KEYWORDS.binary_search(&name.as_str()).is_err()
    });
    for (name, value) in members {
        match (name.as_str(), value) {
            ("properties" | "patternProperties" | "$defs", Json::Object(members)) => {
                members.iter_mut().for_each(|(_, value)| object(value, Kind::Schema));
            }
            ("items" | "additionalProperties" | "not", value) => schema(value),
            ("allOf" | "anyOf" | "oneOf", Json::Array(items)) => items.iter_mut().for_each(schema),
            _ => {}
        }
    }
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
