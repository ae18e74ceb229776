//! The wire model as JSON Schema 2020-12, for publishing.
//!
//! Every type has two schemas: what is *written* (closed: serde writes exactly its fields), and
//! what is meant to be sent to a *reader* (open, unless the type refuses unknown fields). Readers
//! accept somewhat more than their schema shows: structs from arrays, unit variants from
//! `{"A": null}`. Nobody should rely on that, so it is not published; the judge knows it.

mod enums;
mod leaves;
mod structs;

use contract_core::document::{About, Document, Shape, Type, WireType};
use serde_json::{Map, Value, json};

/// Whose documents a schema describes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// Those that the type is written as.
    Written,
    /// Those that are meant to be read as the type.
    Read,
}

impl Form {
    /// Both, in the order in which they are shown.
    pub const ALL: [Self; 2] = [Self::Read, Self::Written];

    /// The word for it.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Written => "written",
            Self::Read => "read",
        }
    }
}

/// Every type of a document as one schema with `$defs`.
pub fn schema(document: &Document, form: Form) -> Value {
    let renderer = Renderer { document, form };
    let definitions: Map<String, Value> = document
        .types
        .iter()
        .map(|(name, found)| (name.clone(), renderer.definition(name, found)))
        .collect();
    let id = &document.contract.id;
    json!({
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": format!("urn:contract:{id}:{}:{}", document.contract.version, form.word()),
        "title": format!("{id} {}, as {}", document.contract.version, form.word()),
        "$defs": definitions,
    })
}

/// How deep a type expression or a chain of flattened types may be; what is deeper is left open.
const DEPTH: usize = 64;

struct Renderer<'a> {
    document: &'a Document,
    form: Form,
}

impl Renderer<'_> {
    fn definition(&self, name: &str, found: &Type) -> Value {
        let mut schema = self.shape(&found.shape, Members::Own, 0);
        if let Value::Object(members) = &mut schema {
            members.insert("title".to_owned(), name.into());
        }
        said(&found.about, schema)
    }

    fn shape(&self, shape: &Shape, members: Members, depth: usize) -> Value {
        match shape {
            Shape::Struct(it) => self.structure(it, None, members, depth),
            Shape::Tuple(fields) => self.tuple_of(fields, depth),
            Shape::Unit => json!({"type": "null"}),
            Shape::Alias(wire) | Shape::Newtype(wire) => match members {
                Members::Own => self.wire(wire, depth + 1),
                Members::Shared => self.beside(wire, depth + 1),
            },
            Shape::Enum(it) => self.enumeration(it, members, depth),
        }
    }

    fn wire(&self, wire: &WireType, depth: usize) -> Value {
        if depth > DEPTH {
            return json!({});
        }
        let of = |wire| self.wire(wire, depth + 1);
        match wire {
            WireType::Leaf(leaf) => leaves::leaf(*leaf, self.form),
            WireType::Named(name) => json!({"$ref": reference(name)}),
            WireType::Option(it) => json!({"anyOf": [of(it), {"type": "null"}]}),
            WireType::List(it) => json!({"type": "array", "items": of(it)}),
            WireType::Set(it) if self.form == Form::Written => {
                json!({"type": "array", "items": of(it), "uniqueItems": true})
            }
            WireType::Set(it) => json!({"type": "array", "items": of(it)}),
            WireType::Map(key, value) => {
                let mut schema = json!({"type": "object", "additionalProperties": of(value)});
                if let Some(key) = self.key(key, depth) {
                    schema["propertyNames"] = key;
                }
                schema
            }
            WireType::Tuple(items) => tuple(items.iter().map(of).collect()),
            WireType::Array(it, length) => {
                json!({"type": "array", "items": of(it), "minItems": length, "maxItems": length})
            }
            WireType::Split(written, read) => match self.form {
                Form::Written => of(written),
                Form::Read => of(read),
            },
            WireType::Opaque(codec, within) => {
                let mut schema = within.as_deref().map_or_else(|| json!({}), of);
                schema["$comment"] = format!("by the codec {codec}").into();
                schema
            }
            WireType::Schema(schema) => embedded(schema),
        }
    }

    /// The schema of a map's keys; none where any string is one.
    fn key(&self, wire: &WireType, depth: usize) -> Option<Value> {
        match wire {
            WireType::Leaf(leaf) => leaves::key(*leaf, self.form),
            WireType::Named(name) if depth < DEPTH => match &self.document.types.get(name)?.shape {
                Shape::Alias(wire) | Shape::Newtype(wire) => self.key(wire, depth + 1),
                Shape::Enum(_) => Some(json!({"$ref": reference(name)})),
                _ => None,
            },
            _ => None,
        }
    }
}

/// Whether an object's members are all its own, or stand beside those of another (`flatten`,
/// content beside an internal tag), which closes the object for both.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Members {
    Own,
    Shared,
}

fn tuple(items: Vec<Value>) -> Value {
    let length = items.len();
    json!({"type": "array", "prefixItems": items, "items": false, "minItems": length})
}

/// A schema with what an author says about the clause.
fn said(about: &About, mut schema: Value) -> Value {
    if let Value::Object(members) = &mut schema {
        if let Some(meaning) = &about.meaning {
            members.insert("description".to_owned(), meaning.as_str().into());
        }
        if about.deprecated.is_some() {
            members.insert("deprecated".to_owned(), true.into());
        }
    }
    schema
}

/// A schema that somebody else wrote. Its references mean places in itself, so it becomes a
/// resource of its own.
fn embedded(schema: &Value) -> Value {
    let mut schema = schema.clone();
    let text = schema.to_string();
    if let Value::Object(members) = &mut schema
        && !members.contains_key("$id")
        && text.contains("\"$ref\"")
    {
        let hash = text.bytes().fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| {
            (hash ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3)
        });
        members.insert("$id".to_owned(), format!("urn:contract:embedded:{hash:016x}").into());
    }
    schema
}

/// A reference to a type: a JSON pointer (RFC 6901) in a URI fragment (RFC 3986, section 3.5).
fn reference(name: &str) -> String {
    let mut reference = "#/$defs/".to_owned();
    for byte in name.replace('~', "~0").replace('/', "~1").bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~".contains(&byte) {
            reference.push(char::from(byte));
        } else {
            reference.push_str(&format!("%{byte:02X}"));
        }
    }
    reference
}
