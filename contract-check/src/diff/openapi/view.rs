//! What of a document takes part in one direction.
//!
//! A property that is `readOnly` is not part of what consumers send, one that is `writeOnly` not
//! of what they receive, and where it is required it is so in the other direction only (OpenAPI
//! 3.0.3, Schema Object, fixed fields; JSON Schema 2020-12 validation, section 9.4).

use std::collections::BTreeSet;

use crate::finding::Role;
use crate::json::Json;
use crate::openapi::{Flags, OpenApi, Version};

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
/// all of it. `raw` is its text, in which some schemas may be written in other words.
pub(super) fn seen(document: &OpenApi, raw: &Json, role: Role) -> Option<Json> {
    let Flags { read_only, write_only } = document.flags();
    let (flag, stands) = match role {
        Role::Request => ("readOnly", read_only),
        Role::Response => ("writeOnly", write_only),
    };
    let beside = document.version() != Version::V30;
    stands.then(|| Sight { root: raw, flag, beside }.pruned(raw, ""))
}

/// How a document is looked at.
struct Sight<'d> {
    root: &'d Json,
    /// What marks a property that takes no part.
    flag: &'d str,
    /// Whether anything counts that stands beside a reference: in 3.0 it is ignored (OpenAPI
    /// 3.0.3, Reference Object).
    beside: bool,
}

impl<'d> Sight<'d> {
    /// `within` is the name of the member that the value is.
    fn pruned(&self, value: &Json, within: &str) -> Json {
        match value {
            Json::Array(items) => {
                Json::Array(items.iter().map(|item| self.pruned(item, "")).collect())
            }
            Json::Object(members) => {
                let mut absent = BTreeSet::new();
                self.absentees(value, HOPS, &mut absent);
                Json::Object(
                    members
                        .iter()
                        .map(|(name, value)| {
                            let value = match is_data(within, name) {
                                true => value.clone(),
                                false => self.member(name, value, &absent),
                            };
                            (name.clone(), value)
                        })
                        .collect(),
                )
            }
            other => other.clone(),
        }
    }

    fn member(&self, name: &str, value: &Json, absent: &BTreeSet<&str>) -> Json {
        match (name, value) {
            ("properties", Json::Object(properties)) => Json::Object(
                properties
                    .iter()
                    .filter(|(_, schema)| !self.is_flagged(schema, HOPS))
                    .map(|(name, schema)| (name.clone(), self.pruned(schema, name)))
                    .collect(),
            ),
            ("required", Json::Array(names)) => Json::Array(
                names
                    .iter()
                    .filter(|name| !name.as_str().is_some_and(|name| absent.contains(name)))
                    .cloned()
                    .collect(),
            ),
            (_, value) => self.pruned(value, name),
        }
    }

    /// The properties that take no part, of a schema and of what it is composed of.
    fn absentees<'s>(&self, schema: &'s Json, hops: usize, absent: &mut BTreeSet<&'s str>)
    where
        'd: 's,
    {
        let Some(hops) = hops.checked_sub(1) else { return };
        if self.counts(schema) {
            let properties = schema.get("properties").and_then(Json::as_object);
            for (name, property) in properties.unwrap_or_default() {
                if self.is_flagged(property, HOPS) {
                    absent.insert(name);
                }
            }
            for part in schema.get("allOf").and_then(Json::as_array).unwrap_or_default() {
                self.absentees(part, hops, absent);
            }
        }
        if let Some(target) = self.target(schema) {
            self.absentees(target, hops, absent);
        }
    }

    fn is_flagged(&self, schema: &Json, hops: usize) -> bool {
        let Some(hops) = hops.checked_sub(1) else { return false };
        let is_marked = || {
            let parts = schema.get("allOf").and_then(Json::as_array).unwrap_or_default();
            schema.get(self.flag).and_then(Json::as_bool) == Some(true)
                || parts.iter().any(|part| self.is_flagged(part, hops))
        };
        (self.counts(schema) && is_marked())
            || self.target(schema).is_some_and(|target| self.is_flagged(target, hops))
    }

    /// Whether what stands in a schema counts, besides a reference.
    fn counts(&self, schema: &Json) -> bool {
        self.beside || schema.get("$ref").and_then(Json::as_str).is_none()
    }

    fn target(&self, schema: &Json) -> Option<&'d Json> {
        self.root.pointer(schema.get("$ref")?.as_str()?.strip_prefix('#')?)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn seen_in(role: Role, members: &str) -> String {
        seen_of("3.1.0", role, members)
    }

    fn seen_of(version: &str, role: Role, members: &str) -> String {
        let head = format!(r#"{{"openapi":"{version}","#);
        let text = format!("{head}{}", &members[1..]);
        let document = OpenApi::load(Json::parse(&text).expect("JSON")).expect("a document");
        seen(&document, document.raw(), role)
            .map_or_else(|| "all".to_owned(), |seen| seen.to_string().replace(&head, "{"))
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
    fn beside_a_reference_the_flag_counts_in_some_versions() {
        let schema =
            r##"{"A":{},"required":["a"],"properties":{"a":{"$ref":"#/A","readOnly":true}}}"##;
        let pruned = r#"{"A":{},"required":[],"properties":{}}"#;
        assert_eq!(seen_of("3.0.3", Role::Request, schema), schema);
        assert_eq!(seen_of("3.1.0", Role::Request, schema), pruned);
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
