//! In which sequences the types of a document write some names into one object.

use std::collections::{BTreeMap, BTreeSet};

use contract_core::document::{
    Content, Document, Enum, Field, Leaf, Shape, Struct, Tagging, Variant, WireType, Written,
};

use super::super::{ALTERNATIVES, DEPTH};
use super::Known;
use crate::hash::{HashMap, HashSet};

/// Which types write which names into an object.
pub(super) struct Writers<'d> {
    /// By name, the types that say it themselves.
    by_name: HashMap<&'d str, Vec<&'d str>>,
    /// By type, those that write its members into their own objects.
    users: HashMap<&'d str, Vec<&'d str>>,
    /// Those that write the members of others.
    merging: HashSet<&'d str>,
}

impl<'d> Writers<'d> {
    pub(super) fn of(document: &'d Document) -> Self {
        let (by_name, users) = (HashMap::default(), HashMap::default());
        let mut writers = Self { by_name, users, merging: HashSet::default() };
        for (name, definition) in &document.types {
            match &definition.shape {
                Shape::Struct(of) => writers.add(name, of),
                Shape::Enum(of) => {
                    match &of.tagging {
                        Tagging::Internal { tag } => writers.says(name, tag),
                        Tagging::Adjacent { tag, content } => {
                            writers.says(name, tag);
                            writers.says(name, content);
                        }
                        Tagging::External | Tagging::Untagged | Tagging::Number { .. } => {}
                    }
                    for variant in &of.variants {
                        writers.says(name, &variant.name);
                        match &variant.content {
                            Content::Struct(of) => writers.add(name, of),
                            Content::Newtype(of) => writers.merges(name, of),
                            Content::Unit | Content::Tuple(_) => {}
                        }
                    }
                }
                Shape::Alias(of) | Shape::Newtype(of) => writers.merges(name, of),
                Shape::Unit | Shape::Tuple(_) => {}
            }
        }
        writers
    }

    fn add(&mut self, by: &'d str, of: &'d Struct) {
        of.tag.iter().for_each(|tag| self.says(by, &tag.name));
        for field in &of.fields {
            if field.flatten {
                self.merges(by, &field.wire);
            } else {
                self.says(by, &field.name);
            }
        }
    }

    fn says(&mut self, by: &'d str, name: &'d str) {
        self.by_name.entry(name).or_default().push(by);
    }

    fn merges(&mut self, by: &'d str, wire: &'d WireType) {
        self.merging.insert(by);
        wire.names(&mut |of| self.users.entry(of).or_default().push(by));
    }

    /// The types that may write several of the names into one object, or one beside a map.
    pub(super) fn of_several(&self, names: &BTreeSet<String>) -> BTreeSet<&'d str> {
        let mut said: BTreeMap<&str, usize> = BTreeMap::new();
        for name in names {
            for by in self.by_name.get(name.as_str()).into_iter().flatten() {
                *said.entry(by).or_default() += 1;
            }
        }
        let mut reached: BTreeSet<&str> = said.keys().copied().collect();
        let mut pending: Vec<&str> = reached.iter().copied().collect();
        while let Some(of) = pending.pop() {
            for user in self.users.get(of).into_iter().flatten() {
                if reached.insert(user) {
                    pending.push(user);
                }
            }
        }
        reached.retain(|of| self.merging.contains(of) || said.get(of).is_some_and(|it| *it > 1));
        reached
    }
}

/// Whether a document has a type that is written with members in an order that no type tells;
/// `but_maps` where maps do no harm.
pub(super) fn writes_in_any_order(document: &Document, but_maps: bool) -> bool {
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
pub(super) struct Sequences<'d, 'n> {
    document: &'d Document,
    names: &'n BTreeSet<String>,
    depth: usize,
}

/// Sequences of which one is written; none of the names where a map stands, which may write any.
type Either<'d> = BTreeSet<Vec<Option<&'d str>>>;

impl<'d, 'n> Sequences<'d, 'n> {
    pub(super) fn of(document: &'d Document, names: &'n BTreeSet<String>) -> Self {
        Self { document, names, depth: 0 }
    }

    /// What is known of the names that these types write; nothing if there are too many sequences.
    pub(super) fn known(&mut self, types: &BTreeSet<&str>) -> Option<Known> {
        let mut before = BTreeSet::new();
        let (mut several, mut beside_maps) = (false, false);
        for name in types {
            let Some(definition) = self.document.types.get(*name) else { continue };
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
        if self.depth == DEPTH {
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
