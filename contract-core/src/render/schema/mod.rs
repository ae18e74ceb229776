//! From wire shapes to JSON Schemas.
//!
//! A type has two schemas: of what serde writes for it and of what serde reads into it. What is
//! published as read is the form that the contract promises to read: serde's further forms (a
//! struct from an array in field order, a unit variant from `{"Name": null}`, a UUID without
//! hyphens) are accidents that nobody should rely on, and are left out.

mod embedded;
mod enums;
mod leaf;
mod reach;
mod record;

use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Map, Value, json};

use super::names::Names;
use super::words;
use crate::Level;
use crate::document::{About, Document, Field, Leaf, Read, Shape, Type, WireType, Written};
use embedded::Embedded;
pub(super) use record::Record;

/// Which of a type's two schemas.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Direction {
    /// What is written.
    Written,
    /// What is read.
    Read,
}

impl Direction {
    pub(super) const BOTH: [Self; 2] = [Self::Written, Self::Read];

    pub(super) const fn word(self) -> &'static str {
        match self {
            Self::Written => "written",
            Self::Read => "read",
        }
    }
}

/// What differs between the formats that schemas stand in.
#[derive(Clone, Copy, Debug)]
pub(super) struct Dialect {
    /// Where components stand, as the beginning of a reference.
    pub(super) components: &'static str,
    /// Whether `x-contract` says what JSON Schema has no word for. Some validators refuse
    /// keywords that they do not know.
    pub(super) annotated: bool,
    /// Whether what is written is closed: serde writes exactly its fields. Published answers are
    /// left open, because later versions may add fields.
    pub(super) closed: bool,
    /// Whether aliases are published. They are there for the sake of documents that exist, not
    /// for new clients.
    pub(super) aliases: bool,
    /// Whether this is draft-07, in which references have no siblings and tuples are another
    /// keyword.
    pub(super) draft_07: bool,
}

/// How deep a type may look through others at once, as a flattened struct in a flattened struct.
const DEPTH: usize = 64;

/// The schemas of a document's types in one dialect.
#[derive(Debug)]
pub(super) struct Schemas<'a> {
    document: &'a Document,
    dialect: Dialect,
    /// The component of a type in a direction.
    names: BTreeMap<(&'a str, Direction), String>,
    embedded: RefCell<Embedded>,
}

impl<'a> Schemas<'a> {
    /// Two components for every type: `Order.written` and `Order.read`.
    pub(super) fn apart(document: &'a Document, dialect: Dialect) -> Self {
        let mut claimed = Names::default();
        let mut names = BTreeMap::new();
        for name in document.types.keys() {
            let legal = claimed.claim(name);
            for direction in Direction::BOTH {
                names.insert((name.as_str(), direction), format!("{legal}.{}", direction.word()));
            }
        }
        Self { document, dialect, names, embedded: RefCell::new(Embedded::new(claimed)) }
    }

    /// A component for every type that these shapes reach, one for both directions where they do
    /// not differ: `Order`, or `Order_written` and `Order_read`.
    pub(super) fn shared(
        document: &'a Document,
        dialect: Dialect,
        roots: &[(&'a WireType, Direction)],
    ) -> Self {
        let used = reach::used(document, roots);
        let both = |name: &&str| Direction::BOTH.iter().all(|way| used.contains(&(name, *way)));
        let apart: BTreeSet<&str> = {
            let twice: BTreeSet<&str> = used.iter().map(|(name, _)| *name).filter(both).collect();
            let schemas = Self::apart(document, dialect);
            reach::different(document, &twice, |name| schemas.differs(name))
        };
        let mut claimed = Names::default();
        let mut names = BTreeMap::new();
        let mut common = BTreeMap::new();
        for (name, direction) in used {
            let component = if apart.contains(name) {
                claimed.claim(&format!("{name}_{}", direction.word()))
            } else {
                common.entry(name).or_insert_with(|| claimed.claim(name)).clone()
            };
            names.insert((name, direction), component);
        }
        Self { document, dialect, names, embedded: RefCell::new(Embedded::new(claimed)) }
    }

    /// A name for one more component.
    pub(super) fn claim(&self, wanted: &str) -> String {
        self.embedded.borrow_mut().claim(wanted)
    }

    pub(super) fn default_level(&self) -> Level {
        words::default_level(self.document)
    }

    /// The components that `from` refers to, and those that they refer to. What was flattened or
    /// taken apart into parameters is not among them.
    pub(super) fn components_of(&self, from: &Value) -> Map<String, Value> {
        reach::referred(self.components(), self.dialect.components, from)
    }

    /// Every component.
    pub(super) fn components(&self) -> Map<String, Value> {
        let mut components = Map::new();
        for ((name, direction), component) in &self.names {
            if let Some(of) = self.document.types.get(*name) {
                components.insert(component.clone(), self.definition(of, *direction));
            }
        }
        components.append(&mut self.embedded.borrow().components(self.dialect.components));
        components
    }

    /// Whether what is written for a type is not what is read, references aside.
    fn differs(&self, name: &str) -> bool {
        let Some(of) = self.document.types.get(name) else { return false };
        let [written, read] = Direction::BOTH.map(|direction| {
            let mut schema = self.definition(of, direction);
            reach::without_references(&mut schema);
            schema
        });
        written != read
    }

    /// The schema of a named type.
    fn definition(&self, of: &Type, direction: Direction) -> Value {
        let default = self.default_level();
        let schema = match &of.shape {
            Shape::Struct(fields) => self.one_of(
                self.struct_records(fields, direction, Record::default(), 0)
                    .map(|records| self.objects(records, direction)),
            ),
            Shape::Tuple(fields) => self.positions(fields, direction),
            Shape::Unit => self.leaf(Leaf::Null),
            Shape::Alias(of) | Shape::Newtype(of) => self.wire(of, direction),
            Shape::Enum(of) => self.enum_schema(of, direction),
        };
        let about =
            About { level: Some(of.about.level.unwrap_or(default)), ..About::clone(&of.about) };
        self.annotate(schema, &about)
    }

    /// The schema of a type expression.
    pub(super) fn wire(&self, wire: &WireType, direction: Direction) -> Value {
        match wire {
            // NaN and infinities are written as null. Answers are promised to be numbers.
            WireType::Leaf(leaf @ (Leaf::F32 | Leaf::F64))
                if direction == Direction::Written && self.dialect.closed =>
            {
                nullable(self.leaf(*leaf))
            }
            WireType::Leaf(Leaf::BorrowedString) if direction == Direction::Read => {
                leaf::unescaped()
            }
            WireType::Leaf(leaf) => self.leaf(*leaf),
            WireType::Named(name) => self.reference(name, direction),
            WireType::Option(of) => nullable(self.wire(of, direction)),
            WireType::List(of) => json!({"type": "array", "items": self.wire(of, direction)}),
            WireType::Set(of) => {
                let mut schema = json!({"type": "array", "items": self.wire(of, direction)});
                if direction == Direction::Written && self.injective(of) {
                    schema["uniqueItems"] = json!(true);
                }
                schema
            }
            WireType::Map(key, of) => {
                let mut schema =
                    json!({"type": "object", "additionalProperties": self.wire(of, direction)});
                match self.key(key, direction, 0) {
                    Some(names) if names == json!({}) => {}
                    Some(names) => schema["propertyNames"] = names,
                    None => schema["maxProperties"] = json!(0),
                }
                schema
            }
            WireType::Tuple(of) => {
                self.tuple(of.iter().map(|item| self.wire(item, direction)).collect(), of.len())
            }
            WireType::Array(of, length) => json!({
                "type": "array",
                "items": self.wire(of, direction),
                "minItems": length,
                "maxItems": length,
            }),
            WireType::ShortList(of, most) => json!({
                "type": "array",
                "items": self.wire(of, direction),
                "maxItems": most,
            }),
            // JSON Schema counts characters; a text has at least as many bytes.
            WireType::ShortText(most) => json!({"type": "string", "maxLength": most}),
            WireType::Split(written, read) => match direction {
                Direction::Written => self.wire(written, direction),
                Direction::Read => self.wire(read, direction),
            },
            WireType::Opaque(codec, of) => {
                let within = of.as_ref().map_or_else(|| json!({}), |of| self.wire(of, direction));
                self.said(within, "codec", json!(codec))
            }
            WireType::Codec(codec, _) => self.said(json!({}), "codec", json!(codec)),
            WireType::Schema(schema) => {
                let name = self.embedded.borrow_mut().name(schema);
                self.refer(&name)
            }
        }
    }

    pub(super) fn leaf(&self, leaf: Leaf) -> Value {
        leaf::schema(leaf, self.dialect.annotated)
    }

    fn reference(&self, name: &str, direction: Direction) -> Value {
        match self.names.get(&(name, direction)) {
            Some(component) => self.refer(component),
            None => self.said(json!({}), "inexact", json!(format!("the contract has no `{name}`"))),
        }
    }

    pub(super) fn refer(&self, component: &str) -> Value {
        json!({"$ref": format!("{}{component}", self.dialect.components)})
    }

    pub(super) fn shape(&self, name: &str) -> Option<&'a Shape> {
        self.document.types.get(name).map(|of| &of.shape)
    }

    /// An array of fields. A reader takes shorter ones, down to the last field that must be there.
    fn positions(&self, fields: &[Field], direction: Direction) -> Value {
        /// Tuples with more fields than this that may be left out are not taken apart.
        const SKIPPABLE: u32 = 4;
        if direction == Direction::Read {
            let fields: Vec<&Field> =
                fields.iter().filter(|field| field.read != Read::Never).collect();
            let needed = |field: &&Field| matches!(field.read, Read::Required | Read::Demanded);
            let least = fields.iter().rposition(needed).map_or(0, |last| last + 1);
            return self
                .tuple(fields.iter().map(|field| self.field(field, direction)).collect(), least);
        }
        let fields: Vec<&Field> =
            fields.iter().filter(|field| field.written != Written::Never).collect();
        let skippable = fields.iter().filter(|field| !field.written.is_always()).count();
        let Ok(skippable @ 0..=SKIPPABLE) = u32::try_from(skippable) else {
            let reason = "too many of its fields may be left out";
            return self.said(json!({"type": "array"}), "inexact", json!(reason));
        };
        let forms = (0..1_u32 << skippable).map(|left_out| {
            let mut bit = 0;
            let kept = fields.iter().filter(|field| {
                let skipped = !field.written.is_always() && left_out >> bit & 1 == 1;
                bit += u32::from(!field.written.is_always());
                !skipped
            });
            let items: Vec<Value> = kept.map(|field| self.field(field, direction)).collect();
            let length = items.len();
            self.tuple(items, length)
        });
        alternatives(forms.collect(), "anyOf")
    }

    /// The schema of a field with what its author says about it. An option that is left out when
    /// it is none is never written as null.
    fn field(&self, field: &Field, direction: Direction) -> Value {
        let wire = match (&field.wire, &field.written) {
            (WireType::Split(written, _), Written::UnlessNone)
                if direction == Direction::Written =>
            {
                written
            }
            (wire, _) => wire,
        };
        let schema = match (wire, &field.written) {
            (WireType::Option(of), Written::UnlessNone) if direction == Direction::Written => {
                self.wire(of, direction)
            }
            (wire, _) => self.wire(wire, direction),
        };
        self.annotate(schema, &field.about)
    }

    /// An array with one schema for each position.
    fn tuple(&self, items: Vec<Value>, least: usize) -> Value {
        let length = items.len();
        let mut schema = json!({"type": "array", "minItems": least, "maxItems": length});
        if !items.is_empty() {
            let keyword = if self.dialect.draft_07 { "items" } else { "prefixItems" };
            schema[keyword] = Value::Array(items);
        }
        schema
    }

    /// Whether different values of a type are written differently, as far as is plain to see.
    fn injective(&self, wire: &WireType) -> bool {
        match wire {
            WireType::Leaf(_) => true,
            WireType::Named(name) => match self.shape(name) {
                Some(Shape::Newtype(of) | Shape::Alias(of)) => matches!(of, WireType::Leaf(_)),
                Some(Shape::Enum(of)) => {
                    of.tagging.is_external()
                        && of.variants.iter().all(|one| one.content.is_unit() && !one.untagged)
                }
                _ => false,
            },
            _ => false,
        }
    }

    /// Whether a field of this type is filled in when it is missing: serde asks the type for an
    /// option, and only options answer.
    fn may_be_missing(&self, wire: &WireType, depth: usize) -> bool {
        match wire {
            WireType::Option(_) => true,
            WireType::Split(_, read) => self.may_be_missing(read, depth),
            WireType::Named(name) if depth < DEPTH => match self.shape(name) {
                Some(Shape::Alias(of)) => self.may_be_missing(of, depth + 1),
                _ => false,
            },
            _ => false,
        }
    }

    /// The texts of a type's values as keys; none if it has no such texts.
    fn key(&self, wire: &WireType, direction: Direction, depth: usize) -> Option<Value> {
        match wire {
            WireType::Leaf(Leaf::BorrowedString) if direction == Direction::Read => {
                Some(leaf::unescaped())
            }
            WireType::Leaf(leaf) => leaf::key(*leaf),
            WireType::Option(of) => self.key(of, direction, depth),
            WireType::Split(written, read) => self.key(
                if direction == Direction::Read { read } else { written },
                direction,
                depth,
            ),
            WireType::Named(name) if depth < DEPTH => match self.shape(name)? {
                Shape::Alias(of) | Shape::Newtype(of) => self.key(of, direction, depth + 1),
                Shape::Enum(of) => self.enum_keys(of, direction),
                Shape::Struct(_) | Shape::Tuple(_) | Shape::Unit => None,
            },
            WireType::Opaque(..)
            | WireType::Codec(..)
            | WireType::Schema(_)
            | WireType::Named(_) => Some(json!({})),
            _ => None,
        }
    }

    /// The schema with what an author says about the clause.
    pub(super) fn annotate(&self, schema: Value, about: &About) -> Value {
        let mut schema = schema;
        let description = words::description(about);
        if description.is_none() && (!self.dialect.annotated || about.is_empty()) {
            return schema;
        }
        if self.dialect.draft_07 && schema.get("$ref").is_some() {
            schema = json!({"allOf": [schema]});
        }
        if let Some(mut description) = description {
            if let Some(Value::String(listed)) = schema.get("description") {
                description = format!("{description}\n\n{listed}");
            }
            schema["description"] = json!(description);
        }
        if about.deprecated.is_some() {
            schema["deprecated"] = json!(true);
        }
        for (name, value) in facts(about) {
            schema = self.said(schema, &name, value);
        }
        schema
    }

    /// The schema with a member of `x-contract`, in annotated dialects.
    fn said(&self, mut schema: Value, name: &str, value: Value) -> Value {
        if self.dialect.annotated {
            schema["x-contract"][name] = value;
        }
        schema
    }

    /// Any of some objects; where they cannot be told, any object.
    fn one_of(&self, forms: Result<Vec<Value>, String>) -> Value {
        match forms {
            Ok(forms) => alternatives(forms, "anyOf"),
            Err(reason) => self.said(json!({"type": "object"}), "inexact", json!(reason)),
        }
    }
}

/// What `x-contract` says about a clause: the document's own words.
pub(super) fn facts(about: &About) -> Map<String, Value> {
    match serde_json::to_value(about) {
        Ok(Value::Object(facts)) => facts,
        // An `About` is always an object.
        _ => Map::new(),
    }
}

/// The schema, or null.
fn nullable(mut schema: Value) -> Value {
    // Types in a list are different ones.
    if schema == json!({"type": "null"}) {
        return schema;
    }
    let named = matches!(schema.get("type"), Some(Value::String(_)));
    if named && schema.get("enum").is_none() {
        schema["type"] = json!([schema["type"], "null"]);
        return schema;
    }
    json!({"anyOf": [schema, {"type": "null"}]})
}

/// One of some schemas.
fn alternatives(mut forms: Vec<Value>, keyword: &str) -> Value {
    match forms.len() {
        0 => leaf::never(),
        1 => forms.remove(0),
        _ => json!({keyword: forms}),
    }
}
