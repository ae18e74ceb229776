//! The order in which members are written, where readers go by it.
//!
//! Shapes know no order of members, but a few readers do. A flattened enum takes the first variant
//! that it finds. A flattened option that meets a wrong member leaves those behind it, and where
//! unknown members are refused they are. The content of an adjacently tagged enum is kept aside
//! where it stands before the tag, and then a few more forms of it are read. serde writes members
//! in the order of the fields, so that what its own documents come to is known.

use std::collections::{BTreeMap, BTreeSet};

use contract_core::document::{
    Content, Document, Enum, Field, Leaf, Read, Shape, Struct, Tagging, Variant, WireType, Written,
};

use super::reader::{flattens, visible_names};
use super::variants::{takes_one, told_names};
use super::{ALTERNATIVES, Author};
use crate::finding::Side;
use crate::json::Json;

/// The orders of both documents of a comparison, as far as a reader in them is sensitive to any.
#[derive(Debug)]
pub(super) struct Orders {
    old: Order,
    new: Order,
}

impl Orders {
    pub(super) fn of(old: &Document, new: &Document) -> Self {
        let mut asked = BTreeMap::new();
        let mut tags = BTreeSet::new();
        for definition in old.types.values().chain(new.types.values()) {
            match &definition.shape {
                Shape::Struct(of) => sensitive([old, new], of, &mut asked),
                Shape::Enum(of) => {
                    if let Tagging::Adjacent { tag, content } = &of.tagging {
                        tags.insert((tag.clone(), content.clone()));
                    }
                    for variant in &of.variants {
                        if let Content::Struct(of) = &variant.content {
                            sensitive([old, new], of, &mut asked);
                        }
                    }
                }
                Shape::Unit | Shape::Alias(_) | Shape::Newtype(_) | Shape::Tuple(_) => {}
            }
        }
        let of = |document| Order { known: known(document, &asked), tags: tags.clone() };
        Self { old: of(old), new: of(new) }
    }

    /// The authors whose documents one shape of a reader is about have one representative.
    pub(super) fn representative(&self, author: Author) -> Author {
        match author {
            _ if self.old.known.is_empty() && self.new.known.is_empty() => Author::Types(Side::Old),
            Author::Types(Side::New) if self.old.known == self.new.known => {
                Author::Types(Side::Old)
            }
            other => other,
        }
    }

    /// Which of several names stands first and last in what an author writes; none if that is not
    /// known.
    pub(super) fn among(&self, author: Author, names: &BTreeSet<String>) -> Option<&Known> {
        let Author::Types(side) = author else { return None };
        self.by(side).known.get(names)
    }

    /// What a side writes.
    pub(super) fn by(&self, side: Side) -> &Order {
        match side {
            Side::Old => &self.old,
            Side::New => &self.new,
        }
    }
}

/// What is known of some names of which several may stand in one object.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Known {
    /// They are written in this order.
    Listed(Vec<String>),
    /// An enum writes one of them, and a map behind it any others; or a map writes them all.
    /// Whatever is written with several of them is also written with the first one alone.
    OneBeforeMaps,
}

/// The order in which the types of one document are written.
#[derive(Debug)]
pub(super) struct Order {
    /// What is known of the names that a reader is sensitive to.
    known: BTreeMap<BTreeSet<String>, Known>,
    /// The tag and the content of each adjacently tagged enum.
    tags: BTreeSet<(String, String)>,
}

impl Order {
    /// Puts the members of a document into the order in which they are written, where it matters.
    /// Recurses as deep as what the prover makes nests, which is limited.
    pub(super) fn put(&self, document: &mut Json) {
        if self.known.is_empty() && self.tags.is_empty() {
            return;
        }
        match document {
            Json::Object(members) => {
                members.edit(|all| {
                    for known in self.known.values() {
                        if let Known::Listed(order) = known {
                            put_in_order(all, order);
                        }
                    }
                    for (tag, content) in &self.tags {
                        let at = |name: &str| all.iter().position(|(it, _)| it == name);
                        if let (Some(tag), Some(content)) = (at(tag), at(content))
                            && content < tag
                        {
                            all[content..=tag].rotate_right(1);
                        }
                    }
                });
                members.make_mut().iter_mut().for_each(|(_, value)| self.put(value));
            }
            Json::Array(items) => items.make_mut().iter_mut().for_each(|item| self.put(item)),
            _ => {}
        }
    }
}

/// What is known of each of the sets of names.
fn known(
    document: &Document,
    asked: &BTreeMap<BTreeSet<String>, Reader>,
) -> BTreeMap<BTreeSet<String>, Known> {
    let known = |(names, reader): (&BTreeSet<String>, &Reader)| {
        let maps_do = *reader == Reader::Enum;
        if writes_in_any_order(document, maps_do) {
            return None;
        }
        let mut sequences = Sequences { document, names, depth: 0 };
        Some((names.clone(), sequences.known()?))
    };
    asked.iter().filter_map(known).collect()
}

/// Puts the members that an order names into it; the others stay where they are.
fn put_in_order(all: &mut [(String, Json)], order: &[String]) {
    let place = |name: &str| order.iter().position(|it| it == name);
    let at: Vec<usize> = (0..all.len()).filter(|at| place(&all[*at].0).is_some()).collect();
    let mut named: Vec<(String, Json)> = at.iter().map(|at| all[*at].clone()).collect();
    named.sort_by_key(|(name, _)| place(name));
    for (at, member) in at.into_iter().zip(named) {
        all[at] = member;
    }
}

/// Who goes by the order of some names.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Reader {
    /// A flattened enum, by the first one.
    Enum,
    /// A flattened option, by the first one that is wrong.
    Option,
}

/// Adds the names of which a struct's flattened fields take some and leave others by their order.
fn sensitive(
    documents: [&Document; 2],
    of: &Struct,
    asked: &mut BTreeMap<BTreeSet<String>, Reader>,
) {
    let fields = of.fields.iter().filter(|field| field.flatten && field.read != Read::Never);
    for (field, document) in fields.flat_map(|field| documents.map(|document| (field, document))) {
        let (names, reader): (BTreeSet<String>, _) = match resolved(document, &field.wire) {
            Some(Shape::Enum(of)) if takes_one(of) => (told_names(of), Reader::Enum),
            Some(Shape::Struct(of)) if !flattens(of) => {
                let names = of.fields.iter().flat_map(visible_names).map(str::to_owned);
                (names.collect(), Reader::Option)
            }
            _ => continue,
        };
        if names.len() > 1 {
            // Where both go by the same names, both have to be content.
            let before = asked.entry(names).or_insert(reader);
            if reader == Reader::Option {
                *before = reader;
            }
        }
    }
}

/// What a type is behind aliases and options.
fn resolved<'d>(document: &'d Document, wire: &'d WireType) -> Option<&'d Shape> {
    let mut wire = wire;
    // An alias may lead back to itself.
    for _ in 0..super::DEPTH {
        wire = match wire {
            WireType::Option(of) | WireType::Split(_, of) => of,
            WireType::Named(name) => match &document.types.get(name)?.shape {
                Shape::Alias(of) | Shape::Newtype(of) => of,
                other => return Some(other),
            },
            _ => return None,
        };
    }
    None
}

/// Whether a document has a type that is written with members in an order that no type tells;
/// `but_maps` where maps do no harm.
fn writes_in_any_order(document: &Document, but_maps: bool) -> bool {
    let any_order = |wire: &WireType| any_order(wire, but_maps);
    let field = |of: &Field| of.written != Written::Never && any_order(&of.wire);
    document.types.values().any(|definition| match &definition.shape {
        Shape::Unit => false,
        Shape::Alias(of) | Shape::Newtype(of) => any_order(of),
        Shape::Struct(of) => of.fields.iter().any(field),
        Shape::Tuple(of) => of.iter().any(field),
        Shape::Enum(of) => {
            of.variants.iter().filter(|it| it.written).any(|variant| match &variant.content {
                Content::Unit => false,
                Content::Newtype(of) => any_order(of),
                Content::Tuple(of) => of.iter().any(field),
                Content::Struct(of) => of.fields.iter().any(field),
            })
        }
    })
}

fn any_order(wire: &WireType, but_maps: bool) -> bool {
    match wire {
        WireType::Leaf(leaf) => matches!(leaf, Leaf::Any | Leaf::Raw) && !but_maps,
        WireType::Map(_, of) => !but_maps || any_order(of, but_maps),
        WireType::Schema(_) | WireType::Codec(..) | WireType::Opaque(_, None) => true,
        WireType::Option(of)
        | WireType::List(of)
        | WireType::Set(of)
        | WireType::Array(of, _)
        | WireType::ShortList(of, _)
        | WireType::Split(of, _)
        | WireType::Opaque(_, Some(of)) => any_order(of, but_maps),
        WireType::Tuple(of) => of.iter().any(|item| any_order(item, but_maps)),
        WireType::Named(_) | WireType::ShortText(_) => false,
    }
}

/// The sequences in which some names are written into one object.
struct Sequences<'d, 'n> {
    document: &'d Document,
    names: &'n BTreeSet<String>,
    depth: usize,
}

/// Sequences of which one is written; none of the names where a map stands, which may write any.
type Either<'d> = BTreeSet<Vec<Option<&'d str>>>;

impl<'d> Sequences<'d, '_> {
    /// What is known of the names; nothing if there are too many sequences.
    fn known(&mut self) -> Option<Known> {
        let mut before = BTreeSet::new();
        let (mut several, mut beside_maps) = (false, false);
        for definition in self.document.types.values() {
            let records = match &definition.shape {
                Shape::Struct(of) => self.of_struct(of)?,
                Shape::Enum(of) => {
                    let mut records = Either::new();
                    for variant in of.variants.iter().filter(|variant| variant.written) {
                        records.extend(self.of_variant(of, variant)?);
                        records.extend(self.content(&variant.content)?);
                    }
                    records
                }
                Shape::Unit | Shape::Alias(_) | Shape::Newtype(_) | Shape::Tuple(_) => continue,
            };
            for record in records {
                let names: Vec<&str> = record.iter().copied().flatten().collect();
                let maps = record.len() > names.len();
                match names.len() {
                    0 | 1 if !maps => {}
                    0 => {}
                    1 if record[0].is_some() => beside_maps = true,
                    _ if maps => return None,
                    _ => several = true,
                }
                for (at, name) in names.iter().enumerate() {
                    before.extend(names[at + 1..].iter().map(|later| (*name, *later)));
                }
            }
        }
        match (several, beside_maps) {
            (true, true) => None,
            (false, true) => Some(Known::OneBeforeMaps),
            (_, false) => sorted(self.names, &before).map(Known::Listed),
        }
    }

    fn name(&self, name: &'d str) -> Vec<Option<&'d str>> {
        if self.names.contains(name) { vec![Some(name)] } else { Vec::new() }
    }

    fn of_struct(&mut self, of: &'d Struct) -> Option<Either<'d>> {
        let lead = of.tag.as_ref().map_or_else(Vec::new, |tag| self.name(&tag.name));
        let mut records = Either::from([lead]);
        for field in of.fields.iter().filter(|field| field.written != Written::Never) {
            let beside = match field.flatten {
                true => self.beside(&field.wire)?,
                false => [self.name(&field.name)].into(),
            };
            records = product(&records, &beside)?;
        }
        Some(records)
    }

    fn of_variant(&mut self, of: &'d Enum, variant: &'d Variant) -> Option<Either<'d>> {
        Some(match &of.tagging {
            Tagging::Internal { tag } if !variant.untagged => {
                let lead = [self.name(tag)].into();
                product(&lead, &self.content(&variant.content)?)?
            }
            Tagging::Adjacent { tag, content } if !variant.untagged => {
                [[self.name(tag), self.name(content)].concat()].into()
            }
            Tagging::External | Tagging::Number { .. } if !variant.untagged => {
                [self.name(&variant.name)].into()
            }
            _ => self.content(&variant.content)?,
        })
    }

    fn content(&mut self, content: &'d Content) -> Option<Either<'d>> {
        match content {
            Content::Unit | Content::Tuple(_) => Some([Vec::new()].into()),
            Content::Newtype(of) => self.beside(of),
            Content::Struct(of) => self.of_struct(of),
        }
    }

    fn beside(&mut self, wire: &'d WireType) -> Option<Either<'d>> {
        let WireType::Named(name) = wire else {
            return match wire {
                WireType::Option(of) | WireType::Split(of, _) => self.beside(of),
                WireType::Map(..) | WireType::Leaf(Leaf::Any) => Some([vec![None]].into()),
                WireType::Leaf(Leaf::Duration) => {
                    Some([[self.name("secs"), self.name("nanos")].concat()].into())
                }
                WireType::Leaf(Leaf::SystemTime) => {
                    let parts = ["secs_since_epoch", "nanos_since_epoch"];
                    Some([parts.map(|name| self.name(name)).concat()].into())
                }
                _ => Some([Vec::new()].into()),
            };
        };
        let Some(definition) = self.document.types.get(name) else {
            return Some([Vec::new()].into());
        };
        if self.depth == super::DEPTH {
            return None;
        }
        self.depth += 1;
        let found = match &definition.shape {
            Shape::Struct(of) => self.of_struct(of),
            Shape::Alias(of) | Shape::Newtype(of) => self.beside(of),
            Shape::Enum(of) => {
                let mut records = Either::new();
                for variant in of.variants.iter().filter(|variant| variant.written) {
                    records.extend(self.of_variant(of, variant)?);
                }
                Some(records)
            }
            Shape::Unit | Shape::Tuple(_) => Some([Vec::new()].into()),
        };
        self.depth -= 1;
        found.filter(|records| records.len() <= ALTERNATIVES)
    }
}

/// Every sequence of the one before every sequence of the other; none if they are too many.
fn product<'d>(records: &Either<'d>, beside: &Either<'d>) -> Option<Either<'d>> {
    if records.len().saturating_mul(beside.len()) > ALTERNATIVES {
        return None;
    }
    let pairs = records.iter().flat_map(|one| beside.iter().map(move |other| (one, other)));
    Some(pairs.map(|(one, other)| [one.as_slice(), other].concat()).collect())
}

/// The names with every one before those that it is written before; none if there is no such
/// order.
fn sorted(names: &BTreeSet<String>, before: &BTreeSet<(&str, &str)>) -> Option<Vec<String>> {
    let mut left: Vec<&String> = names.iter().collect();
    let mut order = Vec::new();
    while !left.is_empty() {
        let first = |name: &&&String| {
            left.iter().all(|other| !before.contains(&(other.as_str(), name.as_str())))
        };
        let first = (*left.iter().find(first)?).clone();
        left.retain(|name| **name != first);
        order.push(first);
    }
    Some(order)
}
