//! The part of a document that a cause is about.

use contract_core::document::{Document, Shape};

use super::cause::Cause;

/// The types that a cause is about; those of the pair that it was met at, if its clauses do not
/// say, or none if that is the roots themselves. What is met at a pair may stand in a type that is
/// flattened into it.
pub(super) fn types_of<'d>(
    cause: &Cause,
    pair: Option<(&'d str, &'d str)>,
    old: &'d Document,
    new: &'d Document,
) -> Option<(&'d str, &'d str)> {
    match (type_of(old, cause.old.as_deref()), type_of(new, cause.new.as_deref())) {
        (Some(before), Some(after)) => Some((before, after)),
        // Of what was added or removed, only the one is known.
        (Some(before), None) if new.types.contains_key(before) => Some((before, before)),
        (None, Some(after)) if old.types.contains_key(after) => Some((after, after)),
        _ => pair,
    }
}

/// The type that a clause stands in.
pub(super) fn type_of<'d>(document: &'d Document, clause: Option<&str>) -> Option<&'d str> {
    let rest = clause?.strip_prefix("types/")?;
    let ends = |name: &&String| {
        rest.strip_prefix(name.as_str()).is_some_and(|it| it.is_empty() || it.starts_with('/'))
    };
    document.types.keys().filter(ends).max_by_key(|name| name.len()).map(String::as_str)
}

/// The part of a type that a clause is about.
#[derive(Clone, Copy)]
pub(super) enum Part<'c> {
    /// No part: there is no such clause.
    Absent,
    /// A field or a variant, with its clause.
    Member { list: &'c str, name: &'c str, clause: &'c str },
    /// More than that.
    Whole,
}

impl<'c> Part<'c> {
    /// The parts of the old type and of the new one that a cause is about.
    pub(super) fn both(cause: &'c Cause, before: &str, after: &str) -> (Self, Self) {
        let was = Self::of(cause.old.as_deref(), before);
        let is = Self::of(cause.new.as_deref(), after);
        // A field that is added to a variant changes the variant, and so does one that goes.
        let in_variant = |clause: &Option<String>| {
            clause.as_ref().is_some_and(|it| it.contains("/variants/") && it.contains("/fields/"))
        };
        match (was, is) {
            (Self::Absent, is) if in_variant(&cause.new) => (is, is),
            (was, Self::Absent) if in_variant(&cause.old) => (was, was),
            both => both,
        }
    }

    fn of(clause: Option<&'c str>, name: &str) -> Self {
        let Some(clause) = clause else { return Self::Absent };
        let within = clause.strip_prefix("types/").and_then(|it| it.strip_prefix(name));
        let within = within.and_then(|it| it.strip_prefix('/')).and_then(|it| it.split_once('/'));
        match within {
            Some(("fields", name)) => Self::Member { list: "fields", name, clause },
            Some(("variants", rest)) => {
                let name = rest.split("/fields/").next().unwrap_or(rest);
                let clause = &clause[..clause.len() - (rest.len() - name.len())];
                Self::Member { list: "variants", name, clause }
            }
            _ => Self::Whole,
        }
    }

    /// Whether a clause is this one or lies in it.
    pub(super) fn holds(self, other: Option<&str>) -> bool {
        let Self::Member { clause, .. } = self else { return false };
        let rest = other.and_then(|other| other.strip_prefix(clause));
        rest.is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
    }

    /// The name, in a list of this kind; none of what is more than a member.
    fn named(self, kind: &str) -> Option<Option<&'c str>> {
        match self {
            Self::Absent => Some(None),
            Self::Member { list, name, .. } => (list == kind).then_some(Some(name)),
            Self::Whole => None,
        }
    }
}

/// Puts the one part into the place of the other; false if that is not to be had.
pub(super) fn exchanged(from: &mut Shape, to: &Shape, left: Part<'_>, right: Part<'_>) -> bool {
    match (from, to) {
        (Shape::Struct(from), Shape::Struct(to)) => {
            let names = left.named("fields").zip(right.named("fields"));
            names.is_some_and(|names| exchange(&mut from.fields, &to.fields, names, |it| &it.name))
        }
        (Shape::Enum(from), Shape::Enum(to)) => {
            let names = left.named("variants").zip(right.named("variants"));
            let (from, to) = (&mut from.variants, &to.variants);
            names.is_some_and(|names| exchange(from, to, names, |it| &it.name))
        }
        _ => false,
    }
}

fn exchange<T: Clone>(
    from: &mut Vec<T>,
    to: &[T],
    (left, right): (Option<&str>, Option<&str>),
    name: impl Fn(&T) -> &str,
) -> bool {
    let at = |all: &[T], of: &str| all.iter().position(|it| name(it) == of);
    let left = left.map(|left| at(from, left));
    let right = right.map(|right| at(to, right));
    match (left, right) {
        (Some(Some(left)), Some(Some(right))) => from[left] = to[right].clone(),
        (Some(Some(left)), None) => {
            from.remove(left);
        }
        // Behind the nearest one in front of it.
        (None, Some(Some(right))) => {
            let before = to[..right].iter().rev().find_map(|it| at(from, name(it)));
            from.insert(before.map_or(0, |before| before + 1), to[right].clone());
        }
        _ => return false,
    }
    true
}
