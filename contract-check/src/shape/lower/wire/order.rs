//! The order in which members are written, where readers go by it.
//!
//! Shapes know no order of members, but a few readers do. A flattened enum takes the first variant
//! that it finds. A flattened option that meets a wrong member leaves those behind it. The content
//! of an adjacently tagged enum is kept aside where it stands before the tag, and then a few more
//! forms of it are read. serde writes members in the order of the fields, so that what its own
//! documents come to is known: for each set of names whose order decides what some struct reads
//! ([`takes::ordered`]), every object that may hold several of them is written with a text that
//! tells their order ([`crate::shape::order`]).

mod ways;

use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

use contract_core::document::{Content, Document, Leaf, Shape, Tagging, WireType, Written};

use super::takes::{self, Ordered};
use super::variants::refusing;
use super::{Author, Lower, Lowering, Untold};
use crate::finding::Side;
use crate::hash::HashMap;
use crate::json::Json;
use crate::shape::Arena;
use crate::shape::order::{Place, Presence, Way, put_in_order, text};

pub(super) use ways::{Seen, certain, key};

/// Of so many names every order in which a type writes them is looked at by itself.
const PERMUTED: usize = 4;

/// So many ways to stand are told apart of names that anybody may write in any order: by all of
/// them, by the first few of them, or by the first one.
const WAYS: usize = 64;

/// The names whose order decides, and in which orders they are written.
#[derive(Debug)]
pub(super) struct Orders {
    sets: Vec<Rc<Ordered>>,
    /// The place among them of what a struct reads by itself.
    known: BTreeMap<Ordered, usize>,
    /// The sets that have a name.
    by_name: HashMap<String, Vec<usize>>,
    /// By side, and there by set; empty until somebody reads.
    told: BTreeMap<Side, Vec<Rc<Told>>>,
    /// Whether both sides write in the same orders.
    alike: bool,
    /// The tag and the content of each adjacently tagged enum.
    tags: BTreeSet<(String, String)>,
}

/// What is known of the order in which an author writes the names of a set.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Told {
    /// Whichever are there are written in this order.
    Always(Rc<Way>),
    /// The text of an object tells which of these it is.
    Each {
        ways: Vec<Rc<Way>>,
        /// Whether there are no others, whoever writes.
        complete: bool,
    },
}

impl Orders {
    pub(super) fn of(old: &Document, new: &Document) -> Self {
        // By type and variant, what the two sides read there. One that is in one document alone may
        // have been renamed.
        let mut places: BTreeMap<[&str; 2], Vec<Ordered>> = BTreeMap::new();
        let mut tags = BTreeSet::new();
        for document in [old, new] {
            for (name, definition) in &document.types {
                let in_both = [old, new].iter().all(|it| it.types.contains_key(name));
                let name = if in_both { name.as_str() } else { "" };
                match &definition.shape {
                    Shape::Struct(of) => {
                        let found = takes::ordered(document, of);
                        places.entry([name, ""]).or_default().extend(found);
                    }
                    Shape::Enum(of) => {
                        if let Tagging::Adjacent { tag, content } = &of.tagging {
                            tags.insert((tag.clone(), content.clone()));
                        }
                        for variant in &of.variants {
                            if let Content::Struct(fields) = &variant.content {
                                let found = takes::ordered(document, &refusing(of, fields));
                                places.entry([name, &variant.name]).or_default().extend(found);
                            }
                        }
                    }
                    Shape::Unit | Shape::Alias(_) | Shape::Newtype(_) | Shape::Tuple(_) => {}
                }
            }
        }
        let (sets, known) = joined(places.into_values());
        let mut by_name: HashMap<String, Vec<usize>> = HashMap::default();
        for (at, set) in sets.iter().enumerate() {
            for name in &set.names {
                by_name.entry(name.clone()).or_default().push(at);
            }
        }
        Self { sets, known, by_name, told: BTreeMap::new(), alike: false, tags }
    }

    pub(super) fn is_empty(&self) -> bool {
        self.sets.is_empty()
    }

    pub(super) fn set(&self, at: usize) -> Rc<Ordered> {
        Rc::clone(&self.sets[at])
    }

    /// Where the set is that a struct's own one is part of.
    pub(super) fn find(&self, own: &Ordered) -> Option<usize> {
        self.known.get(own).copied()
    }

    /// The sets that have one of these names.
    pub(super) fn about<'n>(&self, names: impl Iterator<Item = &'n String>) -> BTreeSet<usize> {
        names.filter_map(|name| self.by_name.get(name)).flatten().copied().collect()
    }

    /// The authors whose documents one shape of a reader is about have one representative.
    pub(super) fn representative(&self, author: Author) -> Author {
        match author {
            _ if self.sets.is_empty() => Author::Types(Side::Old),
            Author::Types(Side::New) if self.alike => Author::Types(Side::Old),
            other => other,
        }
    }

    /// In which orders an author writes the names of a set.
    pub(super) fn told(&self, author: Author, set: usize) -> Rc<Told> {
        let told = match author {
            Author::Types(side) => self.told.get(&side).and_then(|told| told.get(set)),
            Author::Hand => None,
        };
        told.cloned().unwrap_or_else(|| Rc::new(Told::by_anybody(&self.sets[set])))
    }

    /// The texts of an object with members of these names, in this order.
    pub(super) fn texts(&self, members: &[&str]) -> BTreeMap<String, String> {
        let text_of = |set: &Rc<Ordered>| {
            let there: Vec<&str> =
                members.iter().copied().filter(|name| set.names.contains(*name)).collect();
            let names: BTreeSet<&str> = there.iter().copied().collect();
            let way = match there.len().min(ways::depth(set)) {
                // One that stands several times has a place for each.
                _ if set.wholly && names.len() < there.len() => {
                    there.into_iter().map(ways::certain).collect()
                }
                0 => Way::new(),
                told => ways::before_others(&there[..told], set),
            };
            (key(&set.names, set.wholly), text(&way))
        };
        self.sets.iter().map(text_of).collect()
    }

    /// Puts the members of a document into the order in which an author writes them, where it
    /// matters and no text has told it. Recurses as deep as what the prover makes nests, which is
    /// limited.
    pub(super) fn put(&self, author: Author, document: &mut Json) {
        if self.sets.is_empty() && self.tags.is_empty() {
            return;
        }
        match document {
            Json::Object(members) => {
                members.edit(|all| {
                    let told = match author {
                        Author::Types(side) => self.told.get(&side),
                        Author::Hand => None,
                    };
                    for set in self.about(all.iter().map(|(name, _)| name)) {
                        let told = told.and_then(|told| told.get(set));
                        if let Some(Told::Always(way)) = told.map(|told| &**told) {
                            let names: Vec<String> = way.iter().map(|it| it.name.clone()).collect();
                            put_in_order(all, &names);
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
                members.make_mut().iter_mut().for_each(|(_, value)| self.put(author, value));
            }
            Json::Array(items) => {
                items.make_mut().iter_mut().for_each(|item| self.put(author, item));
            }
            _ => {}
        }
    }
}

/// Sets that share a name in one place are one, so that no two texts about one object contradict each
/// other; and by each of those that there were, which one it is part of.
fn joined(
    places: impl Iterator<Item = Vec<Ordered>>,
) -> (Vec<Rc<Ordered>>, BTreeMap<Ordered, usize>) {
    let mut sets: Vec<Ordered> = Vec::new();
    let mut known: BTreeMap<Ordered, usize> = BTreeMap::new();
    for own in places {
        for one in &own {
            let shares = |other: &&Ordered| !other.names.is_disjoint(&one.names);
            let parts: BTreeSet<usize> =
                own.iter().filter(shares).filter_map(|other| known.get(other).copied()).collect();
            let at = parts.first().copied().unwrap_or(sets.len());
            if at == sets.len() {
                sets.push(one.clone());
            }
            for part in parts.iter().skip(1) {
                let part = *part;
                known.values_mut().filter(|it| **it == part).for_each(|it| *it = at);
                let part = std::mem::replace(&mut sets[part], Ordered::none());
                sets[at].join(&part);
            }
            sets[at].join(one);
            known.insert(one.clone(), at);
        }
    }
    (sets.into_iter().map(Rc::new).collect(), known)
}

impl Lowering<'_> {
    /// Finds out in which orders both sides write, before anybody reads.
    pub(super) fn learn_orders(&mut self, arena: &mut Arena) {
        if self.orders.sets.is_empty() || !self.orders.told.is_empty() {
            return;
        }
        for side in [Side::Old, Side::New] {
            let seen = self.look_at_writers(arena, side);
            let document = if side == Side::Old { self.old } else { self.new };
            let (maps_too, others) =
                (writes_in_any_order(document, false), writes_in_any_order(document, true));
            let sets = self.orders.sets.iter().zip(seen);
            let told = sets.map(|(set, seen)| Rc::new(Told::of(set, seen, maps_too, others)));
            let told = told.collect();
            self.orders.told.insert(side, told);
        }
        self.orders.alike = self.orders.told[&Side::Old] == self.orders.told[&Side::New];
    }

    /// In which orders the types of a side write the names of each set.
    fn look_at_writers(&mut self, arena: &mut Arena, side: Side) -> Vec<Seen> {
        let document = if side == Side::Old { self.old } else { self.new };
        self.seen = vec![Seen::default(); self.orders.sets.len()];
        for definition in document.types.values() {
            let author = Author::Types(side);
            let untold = Untold::Read;
            let mut lower = Lower { arena, of: self, depth: 0, hand: false, author, untold };
            // What is made of the type itself is made again when it is asked for.
            match &definition.shape {
                Shape::Struct(_) | Shape::Enum(_) => {
                    lower.written_definition(side, &definition.shape);
                }
                Shape::Unit | Shape::Alias(_) | Shape::Newtype(_) | Shape::Tuple(_) => {}
            }
        }
        std::mem::take(&mut self.seen)
    }
}

impl Told {
    fn of(set: &Ordered, seen: Seen, maps_too: bool, others: bool) -> Self {
        let any_order = others || (set.wholly || set.minded) && maps_too;
        if !any_order && let Some(names) = seen.one_order(&set.names) {
            let place = |name| Place { name, presence: Presence::Possible };
            return Self::Always(Rc::new(names.into_iter().map(place).collect()));
        }
        if !set.wholly {
            return Self::by_anybody(set);
        }
        let mut ways: BTreeSet<Rc<Way>> = seen.ways().map(Rc::new).collect();
        let mut complete = false;
        if any_order && let Self::Each { ways: others, complete: all } = Self::by_anybody(set) {
            ways.extend(others);
            complete = all;
        }
        Self::Each { ways: ways.into_iter().filter(|way| way.len() > 1).collect(), complete }
    }

    /// Any order.
    fn by_anybody(set: &Ordered) -> Self {
        let ways = ways::by_anybody(set);
        let complete = !ways.is_empty();
        let several = ways.into_iter().filter(|way| !set.wholly || way.len() > 1);
        Self::Each { ways: several.map(Rc::new).collect(), complete }
    }
}

/// Whether a document has a type that is written with members in an order that no type tells;
/// `but_maps` where maps do no harm.
fn writes_in_any_order(document: &Document, but_maps: bool) -> bool {
    let any_order = |wire: &WireType| any_order(wire, but_maps);
    let field =
        |of: &contract_core::document::Field| of.written != Written::Never && any_order(&of.wire);
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
