//! What of a document takes part in one direction.
//!
//! A property that is `readOnly` is not part of what consumers send, one that is `writeOnly` not
//! of what they receive, and where it is required it is so in the other direction only (OpenAPI
//! 3.0.3, Schema Object, fixed fields; JSON Schema 2020-12 validation, section 9.4).

use std::collections::BTreeSet;

use crate::finding::Role;
use crate::json::Json;
use crate::openapi::Flags;

/// How far references are followed to find out whether a property takes part.
const HOPS: usize = 16;

/// Whether the value of a member is data. What stands under names that authors choose is none,
/// and neither is the response called `default`.
pub(super) fn is_data(within: &str, name: &str) -> bool {
    const DATA: [&str; 5] = ["example", "examples", "default", "enum", "const"];
    const NAMED: [&str; 6] =
        ["responses", "schemas", "properties", "patternProperties", "$defs", "definitions"];
    DATA.contains(&name) && !NAMED.contains(&within)
}

/// The document without the properties that take no part in the direction; none where that is
/// all of it.
pub(super) fn seen(document: &Json, flags: Flags, role: Role) -> Option<Json> {
    let Flags { read_only, write_only } = flags;
    let (flag, stands) = match role {
        Role::Request => ("readOnly", read_only),
        Role::Response => ("writeOnly", write_only),
    };
    stands.then(|| pruned(document, document, "", flag))
}

/// `within` is the name of the member that the value is.
fn pruned(root: &Json, value: &Json, within: &str, flag: &str) -> Json {
    match value {
        Json::Array(items) => {
            Json::Array(items.iter().map(|item| pruned(root, item, "", flag)).collect())
        }
        Json::Object(members) => {
            let mut absent = BTreeSet::new();
            absentees(root, value, flag, HOPS, &mut absent);
            Json::Object(
                members
                    .iter()
                    .map(|(name, value)| {
                        let value = match is_data(within, name) {
                            true => value.clone(),
                            false => member(root, name, value, flag, &absent),
                        };
                        (name.clone(), value)
                    })
                    .collect(),
            )
        }
        other => other.clone(),
    }
}

fn member(root: &Json, name: &str, value: &Json, flag: &str, absent: &BTreeSet<&str>) -> Json {
    match (name, value) {
        ("properties", Json::Object(properties)) => Json::Object(
            properties
                .iter()
                .filter(|(_, schema)| !is_flagged(root, schema, flag, HOPS))
                .map(|(name, schema)| (name.clone(), pruned(root, schema, name, flag)))
                .collect(),
        ),
        ("required", Json::Array(names)) => Json::Array(
            names
                .iter()
                .filter(|name| !name.as_str().is_some_and(|name| absent.contains(name)))
                .cloned()
                .collect(),
        ),
        (_, value) => pruned(root, value, name, flag),
    }
}

/// The properties that take no part, of a schema and of what it is composed of.
fn absentees<'d>(
    root: &'d Json,
    schema: &'d Json,
    flag: &str,
    hops: usize,
    absent: &mut BTreeSet<&'d str>,
) {
    let Some(hops) = hops.checked_sub(1) else { return };
    for (name, property) in schema.get("properties").and_then(Json::as_object).unwrap_or_default() {
        if is_flagged(root, property, flag, HOPS) {
            absent.insert(name);
        }
    }
    for part in schema.get("allOf").and_then(Json::as_array).unwrap_or_default() {
        absentees(root, part, flag, hops, absent);
    }
    if let Some(target) = target(root, schema) {
        absentees(root, target, flag, hops, absent);
    }
}

fn is_flagged(root: &Json, schema: &Json, flag: &str, hops: usize) -> bool {
    let Some(hops) = hops.checked_sub(1) else { return false };
    schema.get(flag).and_then(Json::as_bool) == Some(true)
        || target(root, schema).is_some_and(|target| is_flagged(root, target, flag, hops))
        || schema
            .get("allOf")
            .and_then(Json::as_array)
            .is_some_and(|parts| parts.iter().any(|part| is_flagged(root, part, flag, hops)))
}

fn target<'d>(root: &'d Json, schema: &Json) -> Option<&'d Json> {
    root.pointer(schema.get("$ref")?.as_str()?.strip_prefix('#')?)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::openapi::OpenApi;

    fn seen_in(role: Role, members: &str) -> String {
        const HEAD: &str = r#"{"openapi":"3.1.0","#;
        let text = format!("{HEAD}{}", &members[1..]);
        let document = OpenApi::load(Json::parse(&text).expect("JSON")).expect("a document");
        seen(document.raw(), document.flags(), role)
            .map_or_else(|| "all".to_owned(), |seen| seen.to_string().replace(HEAD, "{"))
    }

    #[test]
    fn a_read_only_property_is_not_sent() {
        let schema =
            r#"{"required":["id","name"],"properties":{"id":{"readOnly":true},"name":{}}}"#;
        assert_eq!(
            seen_in(Role::Request, schema),
            r#"{"required":["name"],"properties":{"name":{}}}"#
        );
        assert_eq!(seen_in(Role::Response, schema), "all");
    }

    #[test]
    fn the_flag_may_stand_behind_references_and_in_other_parts() {
        let schema = r##"{"Id":{"readOnly":true},"A":{"allOf":[{"properties":{"id":{"allOf":
            [{"$ref":"#/Id"}]}}},{"required":["id"]}],"required":["id"]}}"##;
        assert_eq!(
            seen_in(Role::Request, schema),
            r#"{"Id":{"readOnly":true},"A":{"allOf":[{"properties":{}},{"required":["id"]}],"required":[]}}"#
        );
    }

    #[test]
    fn data_is_left_as_it_is() {
        let schema = r#"{"responses":{"default":{"properties":{"a":{"writeOnly":true}}}},
            "default":{"properties":{"a":{"writeOnly":true}}}}"#;
        assert_eq!(
            seen_in(Role::Response, schema),
            r#"{"responses":{"default":{"properties":{}}},"default":{"properties":{"a":{"writeOnly":true}}}}"#
        );
    }

    #[test]
    fn a_property_may_be_called_read_only() {
        let schema = r#"{"properties":{"readOnly":{"type":"boolean"}}}"#;
        assert_eq!(seen_in(Role::Request, schema), "all");
    }

    #[test]
    fn cycles_come_to_an_end() {
        let schema = r##"{"A":{"$ref":"#/B"},"B":{"$ref":"#/A"},"properties":{"a":{"$ref":"#/A"},
            "b":{"writeOnly":true}}}"##;
        assert!(!seen_in(Role::Response, schema).contains("writeOnly"));
    }
}
