//! Which types are used in which direction, and which of them need a schema for each.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Map, Value};

use super::Direction;
use crate::document::{Content, Document, Field, Shape, Struct, WireType};

/// The types that some shapes reach, with the directions in which they do.
pub(super) fn used<'a>(
    document: &'a Document,
    roots: &[(&'a WireType, Direction)],
) -> BTreeSet<(&'a str, Direction)> {
    let mut next: Vec<(&str, Direction)> =
        roots.iter().flat_map(|(wire, direction)| names(wire, *direction)).collect();
    let mut used = BTreeSet::new();
    while let Some((name, direction)) = next.pop() {
        if used.insert((name, direction))
            && let Some(of) = document.types.get(name)
        {
            for wire in wires(&of.shape) {
                next.extend(names(wire, direction));
            }
        }
    }
    used
}

/// Those of the types that differ between their directions, or reach one that does.
pub(super) fn different<'a>(
    document: &'a Document,
    among: &BTreeSet<&'a str>,
    differs: impl Fn(&str) -> bool,
) -> BTreeSet<&'a str> {
    let mut users: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    for (name, of) in &document.types {
        for wire in wires(&of.shape) {
            wire.names(&mut |used| users.entry(used).or_default().push(name));
        }
    }
    let mut next: Vec<&str> = among.iter().copied().filter(|name| differs(name)).collect();
    let mut different = BTreeSet::new();
    while let Some(name) = next.pop() {
        if among.contains(name) && different.insert(name) {
            next.extend(users.get(name).into_iter().flatten());
        }
    }
    different
}

/// The components that some value refers to, or that those refer to.
pub(super) fn referred(
    components: Map<String, Value>,
    prefix: &str,
    from: &Value,
) -> Map<String, Value> {
    let mut wanted = BTreeSet::new();
    let mut next = Vec::new();
    references(from, prefix, &mut next);
    while let Some(name) = next.pop() {
        if let Some(component) = components.get(&name)
            && wanted.insert(name)
        {
            references(component, prefix, &mut next);
        }
    }
    components.into_iter().filter(|(name, _)| wanted.contains(name)).collect()
}

/// The names of the components that a value refers to.
fn references(value: &Value, prefix: &str, names: &mut Vec<String>) {
    match value {
        Value::Object(members) => {
            for (name, member) in members {
                match member {
                    Value::String(reference) if name == "$ref" => {
                        let below = reference.strip_prefix(prefix);
                        names.extend(
                            below.and_then(|below| below.split('/').next()).map(str::to_owned),
                        );
                    }
                    member => references(member, prefix, names),
                }
            }
        }
        Value::Array(items) => items.iter().for_each(|item| references(item, prefix, names)),
        _ => {}
    }
}

/// Takes the names out of every reference.
pub(super) fn without_references(schema: &mut Value) {
    match schema {
        Value::Object(members) => {
            for (name, member) in members {
                match member {
                    Value::String(reference) if name == "$ref" => reference.clear(),
                    member => without_references(member),
                }
            }
        }
        Value::Array(items) => items.iter_mut().for_each(without_references),
        _ => {}
    }
}

/// The types in an expression, in the direction in which they are used.
fn names(wire: &WireType, direction: Direction) -> Vec<(&str, Direction)> {
    let mut names = Vec::new();
    let mut rest = vec![wire];
    while let Some(wire) = rest.pop() {
        match wire {
            WireType::Leaf(_)
            | WireType::ShortText(_)
            | WireType::Schema(_)
            | WireType::Opaque(_, None)
            | WireType::Codec(..) => {}
            WireType::Named(name) => names.push((name.as_str(), direction)),
            WireType::Option(of)
            | WireType::List(of)
            | WireType::Set(of)
            | WireType::Array(of, _)
            | WireType::ShortList(of, _)
            | WireType::Opaque(_, Some(of)) => rest.push(of),
            WireType::Map(key, of) => rest.extend([&**key, &**of]),
            WireType::Tuple(of) => rest.extend(of),
            WireType::Split(written, read) => {
                rest.push(if direction == Direction::Written { written } else { read });
            }
        }
    }
    names
}

/// The type expressions of a shape.
fn wires(shape: &Shape) -> Vec<&WireType> {
    fn of(fields: &[Field]) -> impl Iterator<Item = &WireType> {
        fields.iter().map(|field| &field.wire)
    }
    match shape {
        Shape::Struct(Struct { fields, .. }) | Shape::Tuple(fields) => of(fields).collect(),
        Shape::Unit => Vec::new(),
        Shape::Alias(wire) | Shape::Newtype(wire) => vec![wire],
        Shape::Enum(it) => {
            let mut wires = Vec::new();
            for variant in &it.variants {
                match &variant.content {
                    Content::Unit => {}
                    Content::Newtype(wire) => wires.push(wire),
                    Content::Tuple(fields) | Content::Struct(Struct { fields, .. }) => {
                        wires.extend(of(fields));
                    }
                }
            }
            wires
        }
    }
}
