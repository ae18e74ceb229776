//! Enums in their four representations.

use contract_core::document::{Content, Enum, Struct, Tagging, UnknownFields, Variant};
use serde_json::{Value, json};

use super::structs::Constant;
use super::{Form, Members, Renderer, said};

impl Renderer<'_> {
    pub(super) fn enumeration(&self, it: &Enum, members: Members, depth: usize) -> Value {
        let there = |variant: &&Variant| match self.form {
            Form::Written => variant.written,
            Form::Read => variant.read,
        };
        // Plain values become one `enum`: generated clients make an enum of that, and something
        // worse of a choice between constants.
        let mut plain = Vec::new();
        let mut choices = Vec::new();
        let mut overlapping = false;
        for variant in it.variants.iter().filter(there) {
            let names = self.names(variant);
            let untagged = variant.untagged || it.tagging == Tagging::Untagged;
            overlapping |= untagged || self.takes_rest(variant);
            if it.tagging == Tagging::External
                && variant.content == Content::Unit
                && !untagged
                && !self.takes_rest(variant)
                && members == Members::Own
            {
                plain.extend(names);
                continue;
            }
            let schema = if untagged {
                self.content(&variant.content, members, depth)
            } else {
                self.variant(it, variant, members, depth)
            };
            choices.push(said(&variant.about, schema));
        }
        if !plain.is_empty() {
            choices.insert(0, json!({"type": "string", "enum": plain}));
        }
        match choices.len() {
            0 => json!({"not": {}}),
            1 => choices.remove(0),
            _ if overlapping => json!({"anyOf": choices}),
            _ => json!({"oneOf": choices}),
        }
    }

    /// One variant that is told by a name.
    fn variant(&self, it: &Enum, variant: &Variant, members: Members, depth: usize) -> Value {
        let rest = self.takes_rest(variant);
        let names = self.names(variant);
        let told = if rest { json!({"type": "string"}) } else { one_of(names.clone()) };
        let closed = self.form == Form::Written || it.unknown_fields == UnknownFields::Refused;
        match &it.tagging {
            Tagging::External if rest => told,
            Tagging::External => {
                let content = self.content(&variant.content, Members::Own, depth);
                let each = names.iter().filter_map(Value::as_str).map(|name| {
                    let mut schema = json!({
                        "type": "object",
                        "properties": {name: content},
                        "required": [name],
                    });
                    // The one key says which variant it is, so there is no other, unless the
                    // object belongs to somebody else too.
                    if members == Members::Own {
                        schema["additionalProperties"] = false.into();
                    }
                    schema
                });
                choice(each.collect())
            }
            Tagging::Internal { tag } => {
                let tag = Constant { name: tag, values: told };
                match &variant.content {
                    Content::Struct(fields) => {
                        let fields = Struct { unknown_fields: it.unknown_fields, ..fields.clone() };
                        self.structure(&fields, Some(tag), members, depth)
                    }
                    Content::Newtype(wire) => {
                        let mut schema =
                            self.structure(&Struct::default(), Some(tag), Members::Shared, depth);
                        schema["allOf"] = json!([self.beside(wire, depth + 1)]);
                        if closed && members == Members::Own {
                            schema["unevaluatedProperties"] = false.into();
                        }
                        schema
                    }
                    // A unit variant ignores members that it does not know, whatever the enum
                    // says.
                    _ => {
                        let own =
                            if self.form == Form::Written { members } else { Members::Shared };
                        self.structure(&Struct::default(), Some(tag), own, depth)
                    }
                }
            }
            Tagging::Adjacent { tag, content } => {
                let mut schema = json!({
                    "type": "object",
                    "properties": {tag: told},
                    "required": [tag],
                });
                if variant.content != Content::Unit {
                    schema["properties"][content] =
                        self.content(&variant.content, Members::Own, depth);
                    schema["required"] = json!([tag, content]);
                }
                if closed && members == Members::Own {
                    schema["additionalProperties"] = false.into();
                }
                schema
            }
            Tagging::Untagged => self.content(&variant.content, members, depth),
        }
    }

    fn content(&self, content: &Content, members: Members, depth: usize) -> Value {
        match content {
            Content::Unit => json!({"type": "null"}),
            Content::Newtype(wire) if members == Members::Shared => self.beside(wire, depth + 1),
            Content::Newtype(wire) => self.wire(wire, depth + 1),
            Content::Tuple(fields) => self.tuple_of(fields, depth),
            Content::Struct(it) => self.structure(it, None, members, depth),
        }
    }

    /// The names that tell a variant.
    fn names(&self, variant: &Variant) -> Vec<Value> {
        match self.form {
            Form::Written => vec![variant.name.as_str().into()],
            Form::Read => {
                let name = variant.read_name.as_ref().unwrap_or(&variant.name);
                std::iter::once(name).chain(&variant.aliases).map(|it| it.as_str().into()).collect()
            }
        }
    }

    fn takes_rest(&self, variant: &Variant) -> bool {
        variant.other && self.form == Form::Read
    }
}

fn one_of(mut values: Vec<Value>) -> Value {
    match values.len() {
        1 => json!({"const": values.remove(0)}),
        _ => json!({"enum": values}),
    }
}

fn choice(mut schemas: Vec<Value>) -> Value {
    match schemas.len() {
        1 => schemas.remove(0),
        _ => json!({"oneOf": schemas}),
    }
}
