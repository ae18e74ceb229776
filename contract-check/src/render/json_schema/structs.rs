//! Objects and their fields.

use contract_core::document::{Field, Read, Shape, Struct, UnknownFields, WireType, Written};
use serde_json::{Map, Value, json};

use super::{DEPTH, Form, Members, Renderer, said, tuple};

/// A constant member: the tag of an internally tagged enum, with the values it may have.
pub(super) struct Constant<'a> {
    pub(super) name: &'a str,
    pub(super) values: Value,
}

impl Renderer<'_> {
    /// An object with a struct's fields, perhaps with a tag beside them.
    pub(super) fn structure(
        &self,
        it: &Struct,
        tag: Option<Constant<'_>>,
        members: Members,
        depth: usize,
    ) -> Value {
        let mut object = Object::default();
        if let Some(Constant { name, values }) = tag {
            object.property(name, values);
            object.required.push(name.into());
        }
        // A reader takes a struct's own tag for one more unknown field.
        if let (Form::Written, Some(tag)) = (self.form, &it.tag) {
            object.property(&tag.name, json!({"const": tag.value}));
            object.required.push(tag.name.as_str().into());
        }
        for field in it.fields.iter().filter(|field| self.is_there(field)) {
            if let Some(values) = self.flattened_map(field, depth) {
                object.rest = Some(values);
            } else if field.flatten {
                object.all_of.push(self.beside(&field.wire, depth + 1));
            } else {
                self.field(field, &mut object, depth);
            }
        }
        let closed = self.form == Form::Written || it.unknown_fields == UnknownFields::Refused;
        match members {
            Members::Own => object.end(closed.then(|| false.into())),
            // What is left for a map here is what the whole object leaves, which only the whole
            // object could say.
            Members::Shared => {
                object.rest = object.rest.map(|_| true.into());
                object.end(None)
            }
        }
    }

    /// The schema of the values of a flattened map, which takes every member that is left.
    fn flattened_map(&self, field: &Field, depth: usize) -> Option<Value> {
        let mut wire = &field.wire;
        while let WireType::Option(it) = wire {
            wire = it;
        }
        match wire {
            WireType::Map(_, values) if field.flatten => Some(self.wire(values, depth + 1)),
            _ => None,
        }
    }

    /// Positional fields.
    pub(super) fn tuple_of(&self, fields: &[Field], depth: usize) -> Value {
        let items = fields.iter().filter(|field| self.is_there(field));
        let item = |field: &Field| said(&field.about, self.wire(&field.wire, depth + 1));
        let mut schema = tuple(items.clone().map(item).collect());
        // From the end, fields that may be missing shorten the array.
        let needed = items.clone().count()
            - items.rev().take_while(|field| !self.is_required(field)).count();
        if self.form == Form::Read {
            schema["minItems"] = needed.into();
        }
        schema
    }

    /// A type whose members stand beside others: an object that does not close itself.
    pub(super) fn beside(&self, wire: &WireType, depth: usize) -> Value {
        if depth > DEPTH {
            return json!({});
        }
        match wire {
            WireType::Named(name) => match self.document.types.get(name) {
                Some(found) => self.shape(&found.shape, Members::Shared, depth),
                None => json!({}),
            },
            // Without a value there are no members.
            WireType::Option(it) => json!({"anyOf": [self.beside(it, depth + 1), {}]}),
            WireType::Split(written, read) => match self.form {
                Form::Written => self.beside(written, depth + 1),
                Form::Read => self.beside(read, depth + 1),
            },
            // A codec's or another author's members are not known by name.
            WireType::Opaque(..) | WireType::Schema(_) => json!({"unevaluatedProperties": true}),
            // Nothing is written for a unit.
            WireType::Leaf(_) => json!({}),
            other => self.wire(other, depth + 1),
        }
    }

    fn field(&self, field: &Field, object: &mut Object, depth: usize) {
        let schema = said(&field.about, self.wire(&field.wire, depth + 1));
        let required = self.is_required(field);
        match self.form {
            Form::Written => {
                object.property(&field.name, schema);
                if required {
                    object.required.push(field.name.as_str().into());
                }
            }
            Form::Read => {
                let name = field.read_name.as_ref().unwrap_or(&field.name);
                object.property(name, schema.clone());
                for alias in &field.aliases {
                    object.property(alias, schema.clone());
                }
                if required && field.aliases.is_empty() {
                    object.required.push(name.as_str().into());
                } else if required {
                    let names = std::iter::once(name).chain(&field.aliases);
                    let one: Vec<Value> = names.map(|it| json!({"required": [it]})).collect();
                    object.all_of.push(json!({"oneOf": one}));
                }
            }
        }
    }

    fn is_there(&self, field: &Field) -> bool {
        match self.form {
            Form::Written => field.written != Written::Never,
            Form::Read => field.read != Read::Never,
        }
    }

    fn is_required(&self, field: &Field) -> bool {
        match (self.form, &field.read) {
            (Form::Written, _) => field.written == Written::Always,
            (Form::Read, Read::Demanded) => true,
            (Form::Read, Read::Required) => !self.may_be_missing(&field.wire, 0),
            (Form::Read, _) => false,
        }
    }

    /// Whether serde reads a missing field of this type as none.
    fn may_be_missing(&self, wire: &WireType, depth: usize) -> bool {
        match wire {
            WireType::Option(_) => true,
            WireType::Split(_, read) => self.may_be_missing(read, depth + 1),
            WireType::Named(name) if depth < DEPTH => {
                self.document.types.get(name).is_some_and(|found| match &found.shape {
                    Shape::Alias(wire) => self.may_be_missing(wire, depth + 1),
                    _ => false,
                })
            }
            _ => false,
        }
    }
}

/// An object schema that is being made.
#[derive(Default)]
struct Object {
    properties: Map<String, Value>,
    required: Vec<Value>,
    all_of: Vec<Value>,
    /// What every other member is, where a map takes them.
    rest: Option<Value>,
}

impl Object {
    fn property(&mut self, name: &str, schema: Value) {
        self.properties.insert(name.to_owned(), schema);
    }

    /// The schema; `rest` is what other members are, where no map takes them.
    fn end(self, rest: Option<Value>) -> Value {
        let Self { properties, required, all_of, rest: taken } = self;
        let mut schema = json!({"type": "object"});
        if !properties.is_empty() {
            schema["properties"] = properties.into();
        }
        if !required.is_empty() {
            schema["required"] = required.into();
        }
        if let Some(rest) = taken.or(rest) {
            // `additionalProperties` does not see what `allOf` allows.
            let keyword =
                if all_of.is_empty() { "additionalProperties" } else { "unevaluatedProperties" };
            schema[keyword] = rest;
        }
        if !all_of.is_empty() {
            schema["allOf"] = all_of.into();
        }
        schema
    }
}
