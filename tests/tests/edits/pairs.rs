//! Two changes at once: each is told as it is told alone.
//!
//! A reader stops at the first thing that it refuses, so that one change could hide the other, or
//! lend it a document. Where none of the two takes away what leads to the other, whatever breaks
//! by itself breaks beside the other one, and nothing else does.

use std::collections::BTreeSet;
use std::fmt;

use contract_check::diff::documents;
use contract_check::finding::{Role, Severity};
use contract_core::document::{Content, Document, Field, Shape, Struct, Variant, WireType};

use super::changes::{Edit, FIELDS, VARIANTS};
use super::contract;

/// The contracts whose types are changed, and how many pairs of changes for each; `PAIRS` times as
/// many in the longer mode.
const CONTRACTS: &[(&str, usize)] = &[
    ("examples/orders/contracts/orders.json", 40),
    ("examples/events/contracts/accounts.json", 10),
    ("examples/events/contracts/balances.json", 10),
    ("examples/billing-bin/contracts/billing.json", 10),
    ("examples/chat-stream/contracts/chats.json", 10),
    ("examples/import-jobs/contracts/imports.json", 10),
    ("examples/payments/contracts/payments.json", 10),
    ("tests/documents/shop.json", 20),
    ("tests/documents/mixed.json", 40),
];

/// A field of a struct, or a variant of an enum, and what is done to it.
#[derive(Clone, Copy)]
struct Change<'d> {
    of: &'d str,
    at: usize,
    name: &'static str,
    edit: What,
}

#[derive(Clone, Copy)]
enum What {
    Field(Edit<Field>),
    Variant(Edit<Variant>),
}

impl<'d> Change<'d> {
    /// All changes of a document's types. Fields that are flattened are left out: what is written
    /// for one of them decides whether anything is written at all.
    fn all(document: &'d Document) -> Vec<Self> {
        let mut all = Vec::new();
        for (of, definition) in &document.types {
            match &definition.shape {
                Shape::Struct(shape) => {
                    let kept = |at: &usize| !shape.fields[*at].flatten;
                    for at in (0..shape.fields.len()).filter(kept) {
                        let fields = FIELDS.iter().filter(|(name, _)| *name != "flattened");
                        all.extend(fields.map(|(name, edit)| Change {
                            of,
                            at,
                            name,
                            edit: What::Field(*edit),
                        }));
                    }
                }
                Shape::Enum(shape) => {
                    for at in 0..shape.variants.len() {
                        all.extend(VARIANTS.iter().map(|(name, edit)| Change {
                            of,
                            at,
                            name,
                            edit: What::Variant(*edit),
                        }));
                    }
                }
                _ => {}
            }
        }
        all
    }

    /// The document as it makes it; none where it changes nothing.
    fn done(&self, document: &Document) -> Option<Document> {
        let mut document = document.clone();
        let definition = document.types.get_mut(self.of)?;
        let before = definition.clone();
        match (&mut definition.shape, self.edit) {
            (Shape::Struct(shape), What::Field(edit)) => edit(&mut shape.fields, self.at)?,
            (Shape::Enum(shape), What::Variant(edit)) => edit(&mut shape.variants, self.at)?,
            _ => return None,
        }
        (*definition != before).then_some(document)
    }

    /// The types that it leads to.
    fn reaches(&self, document: &'d Document) -> BTreeSet<&'d str> {
        let mut next = Vec::new();
        match &document.types[self.of].shape {
            Shape::Struct(shape) => next.push(&shape.fields[self.at].wire),
            Shape::Enum(shape) => held(&shape.variants[self.at].content, &mut next),
            Shape::Tuple(_) | Shape::Unit | Shape::Alias(_) | Shape::Newtype(_) => {}
        }
        let mut reached = BTreeSet::new();
        while let Some(wire) = next.pop() {
            wire.names(&mut |name| {
                if reached.insert(name) {
                    match &document.types[name].shape {
                        Shape::Struct(Struct { fields, .. }) | Shape::Tuple(fields) => {
                            next.extend(fields.iter().map(|field| &field.wire));
                        }
                        Shape::Alias(of) | Shape::Newtype(of) => next.push(of),
                        Shape::Enum(shape) => {
                            shape.variants.iter().for_each(|it| held(&it.content, &mut next));
                        }
                        Shape::Unit => {}
                    }
                }
            });
        }
        reached
    }

    fn says(&self) -> String {
        format!("{}.{} {}", self.of, self.at, self.name)
    }
}

fn held<'d>(content: &'d Content, wires: &mut Vec<&'d WireType>) {
    match content {
        Content::Unit => {}
        Content::Newtype(of) => wires.push(of),
        Content::Tuple(fields) | Content::Struct(Struct { fields, .. }) => {
            wires.extend(fields.iter().map(|field| &field.wire));
        }
    }
}

/// The clauses of types that break, each for a role.
fn breaks(old: &Document, new: &Document) -> BTreeSet<(String, Role)> {
    let breaks = documents::compare(old, new)
        .into_iter()
        .filter(|it| it.clause.starts_with("types/") && it.severity == Severity::Breaking);
    // A finding without a role holds for both.
    let roles =
        |role: Option<Role>| role.map_or(vec![Role::Request, Role::Response], |it| vec![it]);
    breaks
        .flat_map(|it| roles(it.role).into_iter().map(move |role| (it.clause.clone(), role)))
        .collect()
}

/// How what is told of two changes differs from what is told of each alone, if it does.
pub(super) fn differing<T: Ord + Clone + fmt::Debug>(
    first: &BTreeSet<T>,
    second: &BTreeSet<T>,
    both: &BTreeSet<T>,
) -> Option<String> {
    let alone: BTreeSet<T> = first.union(second).cloned().collect();
    let hidden: Vec<_> = alone.difference(both).collect();
    let invented: Vec<_> = both.difference(&alone).collect();
    (alone != *both).then(|| format!("hidden {hidden:?}, invented {invented:?}"))
}

#[test]
fn two_changes_are_each_told_as_alone() {
    let (mut failures, mut count, mut broken) = (Vec::new(), 0, 0);
    for (name, pairs) in CONTRACTS {
        let old = contract(name);
        let changes = Change::all(&old);
        let mut random = Random::new();
        let mut left = pairs * times();
        while left > 0 {
            let [a, b] = [random.below(changes.len()), random.below(changes.len())];
            // What stands further on is changed first, so that the other one stays where it is.
            let [a, b] = [a.max(b), a.min(b)].map(|at| changes[at]);
            let Some([first, second, both]) = apart([a, b], &old) else { continue };
            left -= 1;
            count += 1;
            let sides = [
                ("", breaks(&old, &first), breaks(&old, &second), breaks(&old, &both)),
                (", and back", breaks(&first, &old), breaks(&second, &old), breaks(&both, &old)),
            ];
            for (way, first, second, both) in sides {
                broken += usize::from(!first.is_empty() && !second.is_empty());
                let differs = differing(&first, &second, &both);
                let (a, b) = (a.says(), b.says());
                failures.extend(differs.map(|how| format!("{name}: {a} and {b}{way}: {how}")));
            }
        }
    }
    assert!(failures.is_empty(), "{} of {count}:\n{}", failures.len(), failures.join("\n"));
    assert!(broken > count / 4, "{broken} of {count}");
}

/// What each of two changes makes of a document, and what both do; none if one of them takes away
/// what leads to the other.
fn apart([a, b]: [Change<'_>; 2], old: &Document) -> Option<[Document; 3]> {
    let apart = match a.of == b.of {
        true => a.at != b.at,
        false => !a.reaches(old).contains(b.of) && !b.reaches(old).contains(a.of),
    };
    if !apart {
        return None;
    }
    let first = a.done(old)?;
    let both = b.done(&first)?;
    Some([first, b.done(old)?, both])
}

/// How many times as many pairs are asked for.
pub(super) fn times() -> usize {
    std::env::var("PAIRS").ok().map_or(1, |it| it.parse().expect("a number"))
}

/// Xorshift (Marsaglia 2003).
pub(super) struct Random(u64);

impl Random {
    pub(super) fn new() -> Self {
        Self(0x2545_f491_4f6c_dd1d)
    }

    pub(super) fn below(&mut self, count: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 % count as u64).expect("an index")
    }
}
