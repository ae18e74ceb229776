//! From the wire model of a contract document to shapes: what serde and serde_json write for a
//! type, and what they read into it.
//!
//! The two are different sets. A writer is closed: it writes exactly its fields. A reader ignores
//! what it does not know, takes aliases, fills in what is missing, and reads a struct from an
//! array in field order. What a reader takes also depends on where the value comes from
//! (`Source`): serde buffers the content of untagged and internally tagged enums and of
//! flattened fields, and reads a buffer by other rules than text.
//!
//! Every named type becomes a reference, once per document, direction and source, and is lowered
//! when somebody looks into it: a question costs what it reaches, and a chain of ten thousand
//! types does not deepen the machine's stack. Types that are the same in both documents share
//! their reference, so that the engine sees at once that nothing changed.
//!
//! Some things are left out on purpose. serde_json refuses texts nested deeper than 128 levels;
//! the shapes know no depth. NaN and infinities are written as null; the writer of a float is
//! taken to write numbers. `-0` reads into an `i128`; the readers of integers are taken to refuse
//! it as all the others do. A flattened map is taken to hold no name of the fields beside it that are
//! read before it, since it is never given one.

mod buffered;
mod flattened;
mod hand;
mod heeds;
mod keys;
mod leaf;
mod maps;
mod merge;
mod order;
mod pattern;
mod reader;
mod repeats;
mod same;
mod self_check;
mod takes;
#[cfg(test)]
mod tests;
mod variants;
mod writer;

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};

use contract_core::document::{Document, Struct, Type, WireType};

use super::super::{Arena, ArraySpec, Definitions, Node, ObjectSpec, ShapeId, StringSpec, Unknown};
use super::schema::{Reading, SchemaShapes};
use crate::finding::Side;
use crate::hash::{HashMap, HashSet};
use crate::json::Json;
use crate::schema::{SchemaDocument, Scope};

use order::{Orders, Seen};
pub(crate) use same::names as type_names;
pub use self_check::{Unreadable, self_check};

/// Where a reader takes a value from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
enum Source {
    /// The text.
    Text,
    /// A buffer that is consumed: the content of an internally tagged enum, a flattened struct.
    Owned,
    /// A buffer that is tried more than once: an untagged enum, a flattened map.
    Borrowed,
}

/// Who wrote what is read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Author {
    /// A program with the types of a side, whose members have an order.
    Types(Side),
    /// People or other programs, with members in any order.
    Hand,
}

/// What a named type is lowered for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
enum Role {
    /// What is written.
    Writer,
    /// What people write by hand.
    Hand,
    /// What is read of what somebody wrote.
    Reader(Source, Author, Untold),
}

/// What becomes of an object that has several members whose order decides, and no text that tells
/// their order. It has a text in truth, so that nothing hangs on it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
enum Untold {
    /// Not to be read would be a break: it is let pass.
    Read,
    /// A document is asked for: it is none.
    Refused,
}

/// A named type in a document, lowered for a role. The sides of a type that is the same in both
/// documents are one.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
struct Goal<'a> {
    side: Side,
    name: Cow<'a, str>,
    role: Role,
}

/// How deep a definition may look through other definitions at once, as a flattened struct in a
/// flattened struct does.
const DEPTH: usize = 64;

/// How many shapes of objects one definition may be made of before it is left undecided:
/// flattening ten enums of ten variants would make ten billion.
const ALTERNATIVES: usize = 512;

/// How many ways there may be to read the members of one definition whose order
/// matters: each of them is a small step.
const ORDERS: usize = 4_096;

/// The types of one or two documents, as shapes of one graph.
#[derive(Debug)]
pub struct Lowering<'a> {
    old: &'a Document,
    new: &'a Document,
    same: HashSet<&'a str>,
    /// The codecs of conversions that are another thing in the new document.
    converted: HashSet<&'a str>,
    /// By side, the types that are read from a buffer somewhere.
    buffered: BTreeMap<Side, HashSet<&'a str>>,
    /// Whether some type writes one name more than once into an object, so that it matters what
    /// readers make of that.
    repeats: bool,
    /// The orders of members that readers go by.
    orders: Orders,
    /// While they are looked for, what has been seen of each set of names.
    seen: Vec<Seen>,
    known: HashMap<Goal<'a>, ShapeId>,
    /// The references that nobody has looked into.
    pending: HashMap<u32, Goal<'a>>,
    /// The JSON Schemas that types are known by, in canonical text.
    schemas: HashMap<(String, Reading), ShapeId>,
}

impl<'a> Lowering<'a> {
    /// For the two documents of a comparison.
    pub fn new(old: &'a Document, new: &'a Document) -> Self {
        let same = same::types(old, new);
        Self {
            old,
            new,
            converted: same::conversions(old, new, &same),
            repeats: repeats::anywhere(old) || repeats::anywhere(new),
            buffered: [(Side::Old, buffered::types(old)), (Side::New, buffered::types(new))].into(),
            same,
            orders: Orders::of(old, new),
            seen: Vec::new(),
            known: HashMap::default(),
            pending: HashMap::default(),
            schemas: HashMap::default(),
        }
    }

    /// What a side writes for a type. The graph is the same for all calls.
    pub fn writer(&mut self, arena: &mut Arena, side: Side, wire: &WireType) -> ShapeId {
        let author = Author::Types(side);
        Lower { arena, of: self, depth: 0, hand: false, author, untold: Untold::Read }
            .written(side, wire)
    }

    /// What other people write for a type whose description they have read. A reader takes more
    /// than that; what nobody describes is left out: structs as arrays, unit variants as objects of
    /// null, other names and other forms of texts than the published ones, unknown members.
    pub fn hand(&mut self, arena: &mut Arena, side: Side, wire: &WireType) -> ShapeId {
        let author = Author::Hand;
        Lower { arena, of: self, depth: 0, hand: true, author, untold: Untold::Read }
            .written(side, wire)
    }

    /// What a side reads into a type of what somebody wrote, to ask whether all that is written is
    /// read. The graph is the same for all calls.
    pub fn reader(
        &mut self,
        arena: &mut Arena,
        side: Side,
        wire: &WireType,
        author: Author,
    ) -> ShapeId {
        self.reads(arena, side, wire, author, (Source::Text, Untold::Read))
    }

    /// The same, from all that it may be read from: the text, and where it is `buffered` a buffer.
    pub fn readers(
        &mut self,
        arena: &mut Arena,
        side: Side,
        wire: &WireType,
        author: Author,
        buffered: bool,
    ) -> Vec<ShapeId> {
        let sources: &[Source] = match buffered {
            true => &[Source::Text, Source::Owned, Source::Borrowed],
            false => &[Source::Text],
        };
        let read = |source| self.reads(arena, side, wire, author, (source, Untold::Read));
        sources.iter().copied().map(read).collect()
    }

    /// Whether a side reads a type from a buffer somewhere.
    pub fn is_buffered(&self, side: Side, name: &str) -> bool {
        self.buffered.get(&side).is_some_and(|names| names.contains(name))
    }

    /// The same, to ask for a document that is read.
    pub fn taken(
        &mut self,
        arena: &mut Arena,
        side: Side,
        wire: &WireType,
        author: Author,
    ) -> ShapeId {
        self.reads(arena, side, wire, author, (Source::Text, Untold::Refused))
    }

    fn reads(
        &mut self,
        arena: &mut Arena,
        side: Side,
        wire: &WireType,
        author: Author,
        (source, untold): (Source, Untold),
    ) -> ShapeId {
        self.learn_orders(arena);
        let author = self.orders.representative(author);
        let untold = if self.orders.is_empty() { Untold::Read } else { untold };
        let mut lower = Lower { arena, of: self, depth: 0, hand: false, author, untold };
        lower.read(side, wire, source)
    }

    /// The names that a side's struct may write more than once into one object.
    pub fn repeated(&mut self, arena: &mut Arena, side: Side, of: &Struct) -> BTreeSet<String> {
        if !self.repeats {
            return BTreeSet::new();
        }
        let author = Author::Types(side);
        Lower { arena, of: self, depth: 0, hand: false, author, untold: Untold::Read }
            .repeated_names(side, of)
    }

    /// Puts the members of a document into the order in which its author writes them, where readers
    /// go by it.
    pub fn put_in_order(&self, author: Author, document: &mut Json) {
        self.orders.put(author, document);
    }

    /// The texts that tell the order of an object's members, by the names that they are about.
    pub fn orders_of(&self, names: &[&str]) -> BTreeMap<String, String> {
        self.orders.texts(names)
    }

    /// The types that are the same in both documents, and so is every type they refer to.
    pub fn same_types(&self) -> &HashSet<&'a str> {
        &self.same
    }
}

impl Definitions for Lowering<'_> {
    fn define(&mut self, arena: &mut Arena, reference: u32) {
        let Some(goal) = self.pending.remove(&reference) else { return };
        let hand = goal.role == Role::Hand;
        let (author, untold) = match goal.role {
            Role::Reader(_, author, untold) => (author, untold),
            Role::Hand => (Author::Hand, Untold::Read),
            Role::Writer => (Author::Types(goal.side), Untold::Read),
        };
        let mut lower = Lower { arena, of: self, depth: 0, hand, author, untold };
        let shape = match (lower.definition(goal.side, &goal.name), goal.role) {
            (None, _) => lower.unknown_type(&goal.name),
            (Some(of), Role::Writer | Role::Hand) => lower.written_definition(goal.side, &of.shape),
            (Some(of), Role::Reader(source, ..)) => {
                lower.read_definition(goal.side, &of.shape, source)
            }
        };
        arena.define(reference, shape);
    }
}

/// The lowering of one definition or expression.
struct Lower<'l, 'a> {
    arena: &'l mut Arena,
    of: &'l mut Lowering<'a>,
    depth: usize,
    /// Whether what is written is written by hand: whatever the reader is described to take.
    hand: bool,
    /// Who wrote what is read.
    author: Author,
    untold: Untold,
}

impl<'a> Lower<'_, 'a> {
    /// The reference to a named type in a role.
    fn named(&mut self, side: Side, name: &str, role: Role) -> ShapeId {
        let same = self.of.same.contains(name);
        let side = if same { Side::Old } else { side };
        let goal = Goal { side, name: Cow::Borrowed(name), role };
        if let Some(shape) = self.of.known.get(&goal) {
            return *shape;
        }
        let types = if side == Side::Old { &self.of.old.types } else { &self.of.new.types };
        let name = match types.get_key_value(name) {
            Some((name, _)) => Cow::Borrowed(name.as_str()),
            None => Cow::Owned(name.to_owned()),
        };
        let goal = Goal { side, name, role };
        let (reference, shape) = self.arena.reference();
        self.of.known.insert(goal.clone(), shape);
        self.of.pending.insert(reference, goal);
        shape
    }

    fn document(&self, side: Side) -> &'a Document {
        match side {
            Side::Old => self.of.old,
            Side::New => self.of.new,
        }
    }

    fn definition(&self, side: Side, name: &str) -> Option<&'a Type> {
        self.document(side).types.get(name)
    }

    /// Runs a step that looks through a definition, unless it has looked too deep.
    fn deeper<T>(&mut self, step: impl FnOnce(&mut Self) -> T) -> Option<T> {
        if self.depth == DEPTH {
            return None;
        }
        self.depth += 1;
        let result = step(self);
        self.depth -= 1;
        Some(result)
    }

    fn unknown_type(&mut self, name: &str) -> ShapeId {
        self.opaque(name, format!("the document has no type `{name}`"))
    }

    /// A set of which nothing is known.
    fn opaque(&mut self, name: &str, reason: String) -> ShapeId {
        let within = self.arena.any();
        self.opaque_within(name, reason, within)
    }

    fn opaque_within(&mut self, name: &str, reason: String, within: ShapeId) -> ShapeId {
        self.arena.opaque(name, reason, within)
    }

    /// What is too much to be described. One version's is not another's: what is the same in both
    /// is lowered once.
    fn too_much(&mut self, side: Side, name: &str, reason: String) -> ShapeId {
        let within = self.arena.any();
        self.opaque_by(name, format!("{side:?}"), (Unknown::Extent, reason), within)
    }

    /// The same by what it depends on besides its name.
    fn opaque_by(
        &mut self,
        name: &str,
        depends_on: String,
        (unknown, reason): (Unknown, String),
        within: ShapeId,
    ) -> ShapeId {
        let (name, stand_in) = (name.to_owned(), None);
        self.arena.intern(Node::Opaque { name, depends_on, reason, unknown, within, stand_in })
    }

    /// What a codec writes or reads. One codec on one shape is taken to read what it writes.
    fn codec(
        &mut self,
        side: Side,
        codec: &str,
        of: Option<&WireType>,
        within: Option<ShapeId>,
    ) -> ShapeId {
        let (name, reason) = self.codec_name(side, codec, of);
        match within {
            Some(within) => self.opaque_within(&name, reason, within),
            None => {
                let within = self.arena.any();
                self.inhabited(codec, name, reason, within)
            }
        }
    }

    /// The same for a whole value, within the documents of a shape.
    fn codec_within(&mut self, side: Side, codec: &str, of: &WireType, within: ShapeId) -> ShapeId {
        let (name, reason) = self.codec_name(side, codec, Some(of));
        self.inhabited(codec, name, reason, within)
    }

    /// A codec that nobody could write with would not be declared: there is some value.
    fn inhabited(&mut self, codec: &str, name: String, reason: String, within: ShapeId) -> ShapeId {
        let stand_in = Some(format!("(as `{codec}` writes it)"));
        self.arena.intern(Node::Opaque {
            name,
            depends_on: String::new(),
            reason,
            unknown: Unknown::Code,
            within,
            stand_in,
        })
    }

    /// Whether a type is the same in both documents, with all that it refers to.
    fn is_same(&self, wire: &WireType) -> bool {
        let codec = |codec: &String| !self.of.converted.contains(codec.as_str());
        match wire {
            WireType::Leaf(_) | WireType::ShortText(_) | WireType::Schema(_) => true,
            WireType::Named(name) => self.of.same.contains(name.as_str()),
            WireType::Option(of)
            | WireType::List(of)
            | WireType::Set(of)
            | WireType::Array(of, _)
            | WireType::ShortList(of, _) => self.is_same(of),
            WireType::Opaque(name, of) => {
                codec(name) && of.as_ref().is_none_or(|of| self.is_same(of))
            }
            WireType::Codec(name, of) => codec(name) && self.is_same(of),
            WireType::Map(a, b) | WireType::Split(a, b) => self.is_same(a) && self.is_same(b),
            WireType::Tuple(of) => of.iter().all(|item| self.is_same(item)),
        }
    }

    /// What tells a codec from others, and why it is not known what it writes.
    fn codec_name(&self, side: Side, codec: &str, of: Option<&WireType>) -> (String, String) {
        let mut name = codec.to_owned();
        let mut same = !self.of.converted.contains(codec);
        if let Some(of) = of {
            let expression = serde_json::to_string(of).unwrap_or_default();
            name = format!("{codec} of {}", expression.trim_matches('"'));
            of.names(&mut |referred| same &= self.of.same.contains(referred));
        }
        if !same {
            name.push_str(if side == Side::Old { " before" } else { " after" });
        }
        (name, format!("what the codec `{codec}` writes and reads is known to itself only"))
    }

    /// A type known only by its JSON Schema: what is written is described, and what is read is what
    /// the schema admits.
    fn schema(&mut self, schema: &serde_json::Value, reading: Reading) -> ShapeId {
        let text = contract_core::document::canonical(schema);
        let key = (text, reading);
        if let Some(shape) = self.of.schemas.get(&key) {
            return *shape;
        }
        let shape = match SchemaDocument::load(Json::from(schema)) {
            Ok(document) => SchemaShapes::new(&document, &*key.0).shape(
                self.arena,
                document.root(),
                &Scope::default(),
                reading,
            ),
            Err(error) => self.opaque(&key.0, format!("its JSON Schema is not sound: {error}")),
        };
        self.of.schemas.insert(key, shape);
        shape
    }

    /// A key whose type is known only by its JSON Schema, which says nothing about keys.
    fn schema_key(&mut self, schema: &serde_json::Value) -> ShapeId {
        let text = contract_core::document::canonical(schema);
        let within = self.any_string();
        let reason = "how it is written as a key is not in its JSON Schema";
        self.opaque_within(&format!("keys of {text}"), reason.to_owned(), within)
    }

    /// The part of an object that a flattened type known only by its JSON Schema reads.
    fn schema_beside(&mut self, schema: &serde_json::Value) -> ShapeId {
        let text = contract_core::document::canonical(schema);
        let within = self.any_object();
        let reason = "which members it reads is known only by its JSON Schema";
        self.opaque_within(&format!("members of {text}"), reason.to_owned(), within)
    }

    fn null(&mut self) -> ShapeId {
        self.arena.null()
    }

    fn union(&mut self, of: Vec<ShapeId>) -> ShapeId {
        self.arena.union(of)
    }

    fn both(&mut self, of: Vec<ShapeId>) -> ShapeId {
        self.arena.intersection(of)
    }

    /// Exactly these strings.
    fn strings<'s>(&mut self, values: impl IntoIterator<Item = &'s str>) -> ShapeId {
        let values = values.into_iter().map(str::to_owned).collect();
        self.arena
            .intern(Node::String(StringSpec { values: Some(values), ..StringSpec::default() }))
    }

    fn any_string(&mut self) -> ShapeId {
        self.arena.any_string()
    }

    /// Every string but these.
    fn strings_except<'s>(&mut self, values: impl IntoIterator<Item = &'s str>) -> ShapeId {
        let any = self.any_string();
        let listed = self.strings(values);
        let others = self.arena.intern(Node::Not(listed));
        self.both(vec![any, others])
    }

    fn list(&mut self, items: ShapeId) -> ShapeId {
        self.array(Vec::new(), items, 0, None)
    }

    fn array(
        &mut self,
        prefix: Vec<ShapeId>,
        rest: ShapeId,
        min: u64,
        max: Option<u64>,
    ) -> ShapeId {
        let contains = Vec::new();
        self.arena.intern(Node::Array(ArraySpec {
            prefix,
            rest,
            min,
            max,
            unique: false,
            contains,
        }))
    }

    fn tuple(&mut self, items: Vec<ShapeId>) -> ShapeId {
        let length = items.len() as u64;
        let rest = self.arena.never();
        self.array(items, rest, length, Some(length))
    }

    fn object(&mut self, members: merge::Members, rest: ShapeId) -> ShapeId {
        self.arena.intern(Node::Object(ObjectSpec { members, ..ObjectSpec::from(rest) }))
    }

    fn any_object(&mut self) -> ShapeId {
        self.arena.any_object()
    }
}
