//! The order in which members are written, where readers go by it.
//!
//! Shapes know no order of members, but a few readers do. A flattened enum takes the first variant
//! that it finds. A flattened option that meets a wrong member leaves those behind it, and where
//! unknown members are refused they are. The content of an adjacently tagged enum is kept aside
//! where it stands before the tag, and then a few more forms of it are read. serde writes members
//! in the order of the fields, so that what its own documents come to is known.

mod sequences;

use std::collections::{BTreeMap, BTreeSet};

use contract_core::document::{Content, Document, Read, Shape, Struct, Tagging, WireType};

use sequences::{Sequences, Writers, writes_in_any_order};

use super::Author;
use super::reader::{flattens, visible_names};
use super::variants::{takes_one, told_names};
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
    if asked.is_empty() {
        return BTreeMap::new();
    }
    let writers = Writers::of(document);
    let any_order = |but_maps| writes_in_any_order(document, but_maps);
    let (of_enums, of_options) = (any_order(true), any_order(false));
    let known = |(names, reader): (&BTreeSet<String>, &Reader)| {
        match reader {
            Reader::Enum if of_enums => return None,
            Reader::Option if of_options => return None,
            Reader::Enum | Reader::Option => {}
        }
        let mut sequences = Sequences::of(document, names);
        Some((names.clone(), sequences.known(&writers.of_several(names))?))
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
