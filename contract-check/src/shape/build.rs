//! Constructors: every shape is brought into a cheap normal form, so that shapes which say the
//! same in the same words are one node.

use std::collections::BTreeSet;

use crate::json::{Json, Number};

use super::arena::{
    Arena, ArraySpec, Classes, Member, Node, NumberSpec, ObjectSpec, ShapeId, StringSpec, Unknown,
};
use super::kinds::Kinds;

/// A step from a value into it.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Step {
    /// To the member with this name.
    Member(String),
    /// To the element with this index.
    Element(usize),
}

impl Arena {
    /// The shape of a node, the same for equal nodes, in its normal form.
    pub fn intern(&mut self, node: Node) -> ShapeId {
        match node {
            Node::Number(spec) => self.number(spec),
            Node::String(spec) => self.string(spec),
            Node::Array(spec) => self.array(spec),
            Node::Object(spec) => self.object(spec),
            Node::Union(of) => self.union(of),
            Node::Intersection(of) => self.intersection(of),
            Node::Not(of) => self.not(of),
            Node::Repeated(of) => self.repeated(of),
            Node::Opaque { within, .. } if within == self.never() => within,
            Node::Null | Node::Bool(_) | Node::Reference(_) | Node::Opaque { .. } => self.add(node),
        }
    }

    /// Every value.
    pub fn any(&mut self) -> ShapeId {
        self.add(Node::Intersection(Vec::new()))
    }

    /// No value.
    pub fn never(&mut self) -> ShapeId {
        self.add(Node::Union(Vec::new()))
    }

    /// `null`.
    pub fn null(&mut self) -> ShapeId {
        self.add(Node::Null)
    }

    /// `true` and `false`.
    pub fn boolean(&mut self) -> ShapeId {
        let both = [self.add(Node::Bool(true)), self.add(Node::Bool(false))];
        self.union(both)
    }

    /// Every number.
    pub fn any_number(&mut self) -> ShapeId {
        self.number(NumberSpec::from(Classes::ALL))
    }

    /// Every string.
    pub fn any_string(&mut self) -> ShapeId {
        self.string(StringSpec::default())
    }

    /// Every array.
    pub fn any_array(&mut self) -> ShapeId {
        let any = self.any();
        self.array(ArraySpec::from(any))
    }

    /// Every object.
    pub fn any_object(&mut self) -> ShapeId {
        let any = self.any();
        self.object(ObjectSpec::from(any))
    }

    /// Exactly one value, however its numbers are written.
    pub fn constant(&mut self, value: &Json) -> ShapeId {
        match value {
            Json::Null => self.null(),
            Json::Bool(value) => self.add(Node::Bool(*value)),
            Json::Number(number) => {
                let bound = Some(((**number).clone(), false));
                self.number(NumberSpec { min: bound.clone(), max: bound, ..Classes::ALL.into() })
            }
            Json::String(content) => {
                let values = Some(BTreeSet::from([content.clone()]));
                self.string(StringSpec { values, ..StringSpec::default() })
            }
            Json::Array(items) => {
                let prefix: Vec<_> = items.iter().map(|item| self.constant(item)).collect();
                let length = prefix.len() as u64;
                let never = self.never();
                self.array(ArraySpec {
                    prefix,
                    min: length,
                    max: Some(length),
                    ..ArraySpec::from(never)
                })
            }
            Json::Object(members) => {
                let members = members
                    .iter()
                    .map(|(name, value)| {
                        let shape = self.constant(value);
                        (name.clone(), Member { shape, required: true })
                    })
                    .collect();
                let never = self.never();
                self.object(ObjectSpec { members, ..ObjectSpec::from(never) })
            }
        }
    }

    /// Numbers.
    pub fn number(&mut self, mut spec: NumberSpec) -> ShapeId {
        // A multiple of zero is zero; the solver divides by none.
        let zero = Number::from(0);
        if spec.multiple_of.remove(&zero) {
            let point = NumberSpec {
                min: Some((zero.clone(), false)),
                max: Some((zero, false)),
                ..Classes::ALL.into()
            };
            spec = meet_numbers(spec, point);
        }
        let crossed = match (&spec.min, &spec.max) {
            (Some((min, above)), Some((max, below))) => {
                min > max || (min == max && (*above || *below))
            }
            _ => false,
        };
        if crossed || spec.classes == Classes::NONE {
            return self.never();
        }
        self.add(Node::Number(spec))
    }

    /// Strings.
    pub fn string(&mut self, mut spec: StringSpec) -> ShapeId {
        let (min, max) = (spec.min_length, spec.max_length);
        if let Some(values) = &mut spec.values {
            values.retain(|value| {
                let length = value.chars().count() as u64;
                min <= length && max.is_none_or(|max| length <= max)
            });
            (spec.min_length, spec.max_length) = (0, None);
        }
        let empty = spec.values.as_ref().is_some_and(BTreeSet::is_empty);
        if empty || max.is_some_and(|max| max < min) {
            return self.never();
        }
        self.add(Node::String(spec))
    }

    /// Arrays.
    pub fn array(&mut self, mut spec: ArraySpec) -> ShapeId {
        let (any, never) = (self.any(), self.never());
        // An element that cannot be ends the array.

        if let Some(at) = spec.prefix.iter().position(|element| *element == never) {
            spec.prefix.truncate(at);
            spec.rest = never;
        }
        if spec.rest == never {
            let length = spec.prefix.len() as u64;
            spec.max = Some(spec.max.map_or(length, |max| max.min(length)));
        }
        if let Some(max) = spec.max.and_then(|max| usize::try_from(max).ok())
            && max <= spec.prefix.len()
        {
            spec.prefix.truncate(max);
            spec.rest = never;
        }
        while spec.prefix.last() == Some(&spec.rest) {
            spec.prefix.pop();
        }
        spec.contains.retain(|count| count.min > 0 || count.max.is_some());
        spec.contains.sort_unstable();
        spec.contains.dedup();
        for count in &spec.contains {
            if count.shape == any {
                spec.min = spec.min.max(count.min);
                spec.max =
                    count.max.map(|max| spec.max.map_or(max, |old| old.min(max))).or(spec.max);
            }
        }
        let impossible = spec.contains.iter().any(|count| {
            count.max.is_some_and(|max| max < count.min) || (count.shape == never && count.min > 0)
        });
        spec.contains.retain(|count| count.shape != any && count.shape != never);
        if impossible || spec.max.is_some_and(|max| max < spec.min) {
            return never;
        }
        if spec.max.is_some_and(|max| max <= 1) {
            spec.unique = false;
        }
        self.add(Node::Array(spec))
    }

    /// Objects.
    pub fn object(&mut self, mut spec: ObjectSpec) -> ShapeId {
        let (any, never) = (self.any(), self.never());
        spec.patterns.retain(|_, shape| *shape != any || spec.rest != any);
        if spec.patterns.is_empty() {
            let rest = spec.rest;
            spec.members.retain(|_, member| member.required || member.shape != rest);
        }
        spec.orders.retain(|_, texts| *texts != any);
        if spec.names == Some(any) || spec.names == Some(self.any_string()) {
            spec.names = None;
        }
        let required = spec.members.values().filter(|member| member.required).count() as u64;
        let impossible = spec.members.values().any(|it| it.required && it.shape == never)
            || spec.orders.values().any(|texts| *texts == never);
        if impossible || spec.max.is_some_and(|max| max < spec.min || max < required) {
            return never;
        }
        if spec.min <= required {
            spec.min = 0;
        }
        self.add(Node::Object(spec))
    }

    /// Under one name, one value after the other as the items of an array.
    pub fn repeated(&mut self, items: ShapeId) -> ShapeId {
        if items == self.never() { items } else { self.add(Node::Repeated(items)) }
    }

    /// Whatever is one value of one JSON type.
    pub fn single(&mut self) -> ShapeId {
        let types = [
            self.null(),
            self.boolean(),
            self.any_number(),
            self.any_string(),
            self.any_array(),
            self.any_object(),
        ];
        self.union(types)
    }

    /// What lies in one of the shapes at least.
    pub fn union(&mut self, of: impl IntoIterator<Item = ShapeId>) -> ShapeId {
        let (any, never) = (self.any(), self.never());
        let mut branches = BTreeSet::new();
        let mut values: BTreeSet<String> = BTreeSet::new();
        let mut sets = 0;
        for branch in of {
            match self.node(branch) {
                Node::Union(inner) => branches.extend(inner.iter().copied()),
                _ if branch == any => return any,
                _ => {
                    branches.insert(branch);
                }
            }
        }
        // Sets of strings are one set: an enumeration is one node.
        let set = |node: &Node| match node {
            Node::String(spec) if spec.patterns.is_empty() && spec.formats.is_empty() => {
                spec.values.clone()
            }
            _ => None,
        };
        let finite: Vec<_> = branches
            .iter()
            .filter_map(|branch| Some((*branch, set(self.node(*branch))?)))
            .collect();
        for (_, more) in &finite {
            values.extend(more.iter().cloned());
            sets += 1;
        }
        if sets > 1 {
            for (branch, _) in &finite {
                branches.remove(branch);
            }
            let all = StringSpec { values: Some(values), ..StringSpec::default() };
            branches.insert(self.string(all));
        }
        if branches.iter().any(|id| self.is_refused_by(*id, &branches)) {
            return any;
        }
        // What another branch holds in any case.
        let held: Vec<ShapeId> = branches
            .iter()
            .copied()
            .filter(|branch| match self.node(*branch) {
                Node::Intersection(parts) => parts.iter().any(|part| branches.contains(part)),
                _ => false,
            })
            .collect();
        branches.retain(|branch| !held.contains(branch));
        match branches.len() {
            0 => never,
            1 => branches.into_iter().next().unwrap_or(never),
            _ => self.add(Node::Union(branches.into_iter().collect())),
        }
    }

    /// What lies in all of the shapes.
    pub fn intersection(&mut self, of: impl IntoIterator<Item = ShapeId>) -> ShapeId {
        let never = self.never();
        let mut parts = BTreeSet::new();
        let mut number: Option<NumberSpec> = None;
        let mut string: Option<StringSpec> = None;
        let mut pending: Vec<ShapeId> = of.into_iter().collect();
        while let Some(part) = pending.pop() {
            match self.node(part) {
                Node::Intersection(inner) => pending.extend(inner.iter().copied()),
                Node::Number(spec) => {
                    let spec = spec.clone();
                    number = Some(match number {
                        Some(other) => meet_numbers(other, spec),
                        None => spec,
                    });
                }
                Node::String(spec) => {
                    let spec = spec.clone();
                    string = Some(match string {
                        Some(other) => meet_strings(other, spec),
                        None => spec,
                    });
                }
                _ => {
                    parts.insert(part);
                }
            }
        }
        if let Some(spec) = number {
            parts.insert(self.number(spec));
        }
        if let Some(spec) = string {
            parts.insert(self.string(spec));
        }
        if parts.iter().any(|id| self.is_refused_by(*id, &parts)) {
            return never;
        }
        // What another part says in any case.
        let said: Vec<ShapeId> = parts
            .iter()
            .copied()
            .filter(|part| match self.node(*part) {
                Node::Union(branches) => branches.iter().any(|branch| parts.contains(branch)),
                _ => false,
            })
            .collect();
        parts.retain(|part| !said.contains(part));
        let object = self.any_object();
        let is_one = |id: &ShapeId| *id != object && self.kinds(*id) == Kinds::OBJECT;
        if parts.contains(&object) && parts.iter().any(is_one) {
            parts.remove(&object);
        }
        let kinds = parts.iter().fold(Kinds::ALL, |all, id| all.and(self.kinds(*id)));
        if kinds.is_empty() {
            return never;
        }
        if parts.len() == 1 {
            return parts.into_iter().next().unwrap_or(never);
        }
        self.add(Node::Intersection(parts.into_iter().collect()))
    }

    /// Whether a shape is what does not lie in another one that is among those.
    fn is_refused_by(&self, shape: ShapeId, among: &BTreeSet<ShapeId>) -> bool {
        matches!(self.node(shape), Node::Not(of) if among.contains(of))
    }

    /// What does not lie in the shape.
    pub fn not(&mut self, of: ShapeId) -> ShapeId {
        match self.node(of) {
            Node::Not(inner) => *inner,
            Node::Intersection(parts) if parts.is_empty() => self.never(),
            Node::Union(branches) if branches.is_empty() => self.any(),
            _ => self.add(Node::Not(of)),
        }
    }

    /// An unknown subset of `within`, the same wherever the name is the same.
    pub fn opaque(
        &mut self,
        name: impl Into<String>,
        reason: impl Into<String>,
        within: ShapeId,
    ) -> ShapeId {
        self.intern(Node::Opaque {
            name: name.into(),
            depends_on: String::new(),
            reason: reason.into(),
            unknown: Unknown::Code,
            within,
            stand_in: None,
        })
    }

    /// Documents in which the path leads to a value of the shape; what lies beside it is free.
    /// `writer`, `at_path(P, S)` and not `reader` together ask for a whole document whose part at
    /// P is in S.
    pub fn at_path(&mut self, path: &[Step], shape: ShapeId) -> ShapeId {
        let any = self.any();
        path.iter().rev().fold(shape, |shape, step| match step {
            Step::Member(name) => {
                let members = [(name.clone(), Member { shape, required: true })].into();
                self.object(ObjectSpec { members, ..ObjectSpec::from(any) })
            }
            Step::Element(index) => {
                let mut prefix = vec![any; *index];
                prefix.push(shape);
                let min = prefix.len() as u64;
                self.array(ArraySpec { prefix, min, ..ArraySpec::from(any) })
            }
        })
    }
}

/// The numbers in both.
pub(super) fn meet_numbers(a: NumberSpec, b: NumberSpec) -> NumberSpec {
    // Of two bounds at one value, the one that excludes it is the tighter.
    let min = match (a.min, b.min) {
        (Some(x), Some(y)) => Some(x.max(y)),
        (x, y) => x.or(y),
    };
    let max = match (a.max, b.max) {
        (Some(x), Some(y)) => Some(if x.0 < y.0 || (x.0 == y.0 && x.1) { x } else { y }),
        (x, y) => x.or(y),
    };
    let multiple_of = a.multiple_of.into_iter().chain(b.multiple_of).collect();
    NumberSpec { classes: a.classes.and(b.classes), min, max, multiple_of }
}

/// The strings in both.
pub(super) fn meet_strings(a: StringSpec, b: StringSpec) -> StringSpec {
    let values = match (a.values, b.values) {
        (Some(x), Some(y)) => Some(x.intersection(&y).cloned().collect()),
        (x, y) => x.or(y),
    };
    let max_length = match (a.max_length, b.max_length) {
        (Some(x), Some(y)) => Some(x.min(y)),
        (x, y) => x.or(y),
    };
    StringSpec {
        values,
        min_length: a.min_length.max(b.min_length),
        max_length,
        patterns: a.patterns.into_iter().chain(b.patterns).collect(),
        formats: a.formats.into_iter().chain(b.formats).collect(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn equal_shapes_are_one_node() {
        let mut arena = Arena::new();
        let constant = |arena: &mut Arena, text| arena.constant(&Json::parse(text).expect("JSON"));
        assert_eq!(constant(&mut arena, "1"), constant(&mut arena, "1.0"));
        assert_eq!(
            constant(&mut arena, r#"{"a": 1, "b": 2}"#),
            constant(&mut arena, r#"{"b": 2, "a": 1}"#)
        );
        let (a, b) = (constant(&mut arena, r#""a""#), constant(&mut arena, r#""b""#));
        let null = arena.null();
        let left = arena.union([a, null]);
        let left = arena.union([left, b]);
        let right = arena.union([b, a, null, null]);
        assert_eq!(left, right);
        assert_eq!(arena.intersection([a, b]), arena.never());
        assert_eq!(arena.intersection([a, null]), arena.never());
        let not = arena.not(a);
        assert_eq!(arena.not(not), a);
    }

    #[test]
    fn what_cannot_be_is_never() {
        let mut arena = Arena::new();
        let (any, never) = (arena.any(), arena.never());
        let closed = ArraySpec { min: 1, ..ArraySpec::from(never) };
        assert_eq!(arena.array(closed), never);
        let member = Member { shape: never, required: true };
        let members = [("a".to_owned(), member)].into();
        assert_eq!(arena.object(ObjectSpec { members, ..ObjectSpec::from(any) }), never);
        let short = StringSpec { min_length: 2, max_length: Some(1), ..StringSpec::default() };
        assert_eq!(arena.string(short), never);
        let one = Number::from(1);
        let crossed = NumberSpec {
            min: Some((one.clone(), true)),
            max: Some((one, false)),
            ..Classes::ALL.into()
        };
        assert_eq!(arena.number(crossed), never);
    }
}
