//! What a flattened field takes of an object and what it looks at.
//!
//! serde keeps the members of an object in the order of the text and gives them to the flattened
//! fields in turn. Some take the members that they know, so that those behind do not see them any
//! more; the others look at all that is left, and leave it.

use std::collections::BTreeSet;

use contract_core::document::{
    Document, Enum, Leaf, Shape, Struct, Tagging, UnknownFields, WireType,
};

use super::heeds::{all_entries, heeded};
use super::reader::{flattens, visible_names};
use super::variants::{takes_one, told_names};

/// A flattened field.
pub(super) struct Flattened<'d> {
    /// Whether what it cannot read is none.
    pub(super) optional: bool,
    pub(super) takes: Takes<'d>,
}

/// What is taken.
pub(super) enum Takes<'d> {
    /// The first member that tells a variant.
    First(&'d Enum),
    /// Every member that a struct knows.
    Fields(&'d Struct),
    /// The tag and the content of an enum.
    Tagged { of: &'d Enum, tag: &'d str, content: &'d str },
    /// The parts of a time.
    Clock(Leaf),
    /// Nothing.
    Nothing(Looks<'d>),
}

/// What is looked at and left.
pub(super) enum Looks<'d> {
    /// Nothing, or whatever it is will do.
    AtNothing,
    /// Each member by itself, as an entry of a map.
    AtEach(&'d WireType, &'d WireType),
    /// All of them together, of which a shape may heed some only ([`heeded`]).
    AtAll(&'d Shape),
    /// What a codec looks at is known to itself only.
    Somehow,
}

impl<'d> Flattened<'d> {
    pub(super) fn of(document: &'d Document, wire: &'d WireType) -> Self {
        let mut optional = false;
        let mut wire = wire;
        // An alias may lead back to itself.
        for _ in 0..super::DEPTH {
            wire = match wire {
                WireType::Option(of) => {
                    optional = true;
                    of
                }
                WireType::Split(_, of) => of,
                WireType::Named(name) => match document.types.get(name).map(|of| &of.shape) {
                    Some(Shape::Alias(of) | Shape::Newtype(of)) => of,
                    Some(shape) => return Self { optional, takes: Takes::by(shape) },
                    None => break,
                },
                WireType::Leaf(leaf @ (Leaf::Duration | Leaf::SystemTime)) => {
                    return Self { optional, takes: Takes::Clock(*leaf) };
                }
                WireType::Map(key, of) => {
                    return Self { optional, takes: Takes::Nothing(Looks::AtEach(key, of)) };
                }
                WireType::Opaque(..) | WireType::Codec(..) | WireType::Schema(_) => break,
                _ => return Self { optional, takes: Takes::Nothing(Looks::AtNothing) },
            };
        }
        Self { optional, takes: Takes::Nothing(Looks::Somehow) }
    }

    /// The names that it may take.
    pub(super) fn names(&self) -> BTreeSet<String> {
        match self.takes {
            Takes::First(of) => told_names(of),
            Takes::Fields(of) => {
                of.fields.iter().flat_map(visible_names).map(str::to_owned).collect()
            }
            Takes::Tagged { tag, content, .. } => [tag, content].map(str::to_owned).into(),
            Takes::Clock(leaf) => super::leaf::clock_names(leaf).map(str::to_owned).into(),
            Takes::Nothing(_) => BTreeSet::new(),
        }
    }

    /// Whether it minds members of these names that are left to it.
    fn minds(&self, document: &Document, names: &BTreeSet<String>) -> bool {
        match self.takes {
            Takes::Nothing(_) if self.optional => false,
            Takes::Nothing(Looks::AtNothing) => false,
            Takes::Nothing(Looks::AtEach(key, of)) => !all_entries(key, of),
            Takes::Nothing(Looks::AtAll(shape)) => heeds(document, shape, names),
            Takes::Nothing(Looks::Somehow) => true,
            _ => !self.names().is_disjoint(names),
        }
    }
}

impl<'d> Takes<'d> {
    fn by(shape: &'d Shape) -> Self {
        match shape {
            Shape::Struct(of) if !flattens(of) => Self::Fields(of),
            Shape::Enum(of) if takes_one(of) => Self::First(of),
            Shape::Enum(of) => match &of.tagging {
                Tagging::Adjacent { tag, content }
                    if of.variants.iter().all(|variant| !variant.untagged) =>
                {
                    Self::Tagged { of, tag, content }
                }
                _ => Self::Nothing(Looks::AtAll(shape)),
            },
            Shape::Struct(_) => Self::Nothing(Looks::AtAll(shape)),
            // A tuple reads no object.
            _ => Self::Nothing(Looks::AtNothing),
        }
    }
}

/// Whether members of some of these names make a difference to what looks at all.
pub(super) fn heeds(document: &Document, shape: &Shape, names: &BTreeSet<String>) -> bool {
    heeded(document, shape).is_none_or(|heeded| !heeded.is_disjoint(names))
}

/// Names whose order decides what a struct reads.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Ordered {
    pub(super) names: BTreeSet<String>,
    /// Whether more of their order matters than which of them is the first.
    pub(super) wholly: bool,
    /// Whether several fields take them in turns.
    pub(super) in_turns: bool,
    /// Whether it matters what is left of them.
    pub(super) minded: bool,
}

impl Ordered {
    /// Nothing.
    pub(super) const fn none() -> Self {
        Self { names: BTreeSet::new(), wholly: false, in_turns: false, minded: false }
    }

    /// With all that another one is about.
    pub(super) fn join(&mut self, other: &Self) {
        self.names.extend(other.names.iter().cloned());
        self.wholly |= other.wholly;
        self.in_turns |= other.in_turns;
        self.minded |= other.minded;
    }
}

/// The sets of names whose order decides what a struct reads.
pub(super) fn ordered(document: &Document, of: &Struct) -> Vec<Ordered> {
    let read = of.fields.iter().filter(|field| field.read != contract_core::document::Read::Never);
    let mut taken: BTreeSet<String> =
        read.clone().flat_map(visible_names).map(str::to_owned).collect();
    let flattened: Vec<Flattened<'_>> = read
        .filter(|field| field.flatten)
        .map(|field| Flattened::of(document, &field.wire))
        .collect();
    let refuses = of.unknown_fields == UnknownFields::Refused;
    let mut found: Vec<Ordered> = Vec::new();
    let matter = which_matter(document, &flattened, refuses);
    for (at, one) in flattened.iter().enumerate() {
        let names: BTreeSet<String> = one.names().difference(&taken).cloned().collect();
        let minded = refuses || minded(document, &flattened, &matter, at, &names);
        let first = matches!(one.takes, Takes::First(_));
        if !first && !one.optional {
            taken.extend(names);
        } else if !names.is_empty() && (minded || first && !one.optional) {
            let mut set = Ordered { names, wholly: !first, in_turns: false, minded };
            // Those that are after the same names take them in turns.
            let (shared, others): (Vec<_>, Vec<_>) =
                found.into_iter().partition(|it: &Ordered| !it.names.is_disjoint(&set.names));
            set.wholly |= !shared.is_empty();
            set.in_turns |= !shared.is_empty();
            set.minded |= !shared.is_empty();
            set.names.extend(shared.into_iter().flat_map(|it| it.names));
            found = others;
            found.push(set);
        }
    }
    found
}

/// Which of the fields of a struct matter: what an optional one takes matters to those behind it, if
/// to anybody.
pub(super) fn which_matter(
    document: &Document,
    fields: &[Flattened<'_>],
    refuses: bool,
) -> Vec<bool> {
    let mut matter = vec![true; fields.len()];
    for (at, field) in fields.iter().enumerate().rev() {
        matter[at] =
            refuses || !field.optional || minded(document, fields, &matter, at, &field.names());
    }
    matter
}

/// Whether it matters to any field behind one that members of these names are left.
fn minded(
    document: &Document,
    fields: &[Flattened<'_>],
    matter: &[bool],
    at: usize,
    names: &BTreeSet<String>,
) -> bool {
    let mut behind = fields.iter().zip(matter).skip(at + 1);
    behind.any(|(field, matters)| *matters && field.minds(document, names))
}
