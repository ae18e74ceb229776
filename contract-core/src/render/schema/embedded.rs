//! Types that are known only by their own JSON Schema.

use serde_json::{Map, Value};

use crate::render::names::Names;

/// The schemas that stand in a document, each once and with a name.
#[derive(Debug)]
pub(super) struct Embedded {
    claimed: Names,
    schemas: Vec<(String, Value)>,
}

impl Embedded {
    pub(super) fn new(claimed: Names) -> Self {
        Self { claimed, schemas: Vec::new() }
    }

    pub(super) fn claim(&mut self, wanted: &str) -> String {
        self.claimed.claim(wanted)
    }

    /// The component of a schema, named after its title.
    pub(super) fn name(&mut self, schema: &Value) -> String {
        if let Some((name, _)) = self.schemas.iter().find(|(_, one)| one == schema) {
            return name.clone();
        }
        let title = schema.get("title").and_then(Value::as_str).unwrap_or("Schema");
        let name = self.claimed.claim(title);
        self.schemas.push((name.clone(), schema.clone()));
        name
    }

    /// The components. References within a schema are made to point to where it now stands.
    pub(super) fn components(&self, prefix: &str) -> Map<String, Value> {
        let moved = |(name, schema): &(String, Value)| {
            let mut schema = schema.clone();
            if let Value::Object(members) = &mut schema {
                members.remove("$schema");
                members.remove("$id");
            }
            relocate(&mut schema, &format!("{prefix}{name}"));
            (name.clone(), schema)
        };
        self.schemas.iter().map(moved).collect()
    }
}

fn relocate(schema: &mut Value, to: &str) {
    match schema {
        Value::Object(members) => {
            for (name, member) in members {
                match member {
                    Value::String(reference) if name == "$ref" => {
                        if let Some(pointer) = reference.strip_prefix('#')
                            && (pointer.is_empty() || pointer.starts_with('/'))
                        {
                            *reference = format!("{to}{pointer}");
                        }
                    }
                    // Values, not schemas.
                    _ if matches!(name.as_str(), "const" | "enum" | "default" | "examples") => {}
                    member => relocate(member, to),
                }
            }
        }
        Value::Array(items) => items.iter_mut().for_each(|item| relocate(item, to)),
        _ => {}
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn a_schema_keeps_its_own_references() {
        let mut embedded = Embedded::new(Names::default());
        let schema = json!({
            "$schema": "https://json-schema.org/draft/2020-12/schema",
            "title": "Tree",
            "properties": {"children": {"$ref": "#"}, "leaf": {"$ref": "#/$defs/Leaf"}},
            "$defs": {"Leaf": {"const": {"$ref": "#"}}},
        });
        assert_eq!(embedded.name(&schema), "Tree");
        assert_eq!(embedded.name(&schema), "Tree");
        assert_eq!(embedded.name(&json!({"title": "Tree"})), "Tree_2");
        let components = embedded.components("#/$defs/");
        assert_eq!(
            components["Tree"],
            json!({
                "title": "Tree",
                "properties": {
                    "children": {"$ref": "#/$defs/Tree"},
                    "leaf": {"$ref": "#/$defs/Tree/$defs/Leaf"},
                },
                "$defs": {"Leaf": {"const": {"$ref": "#"}}},
            })
        );
    }
}
