//! Which types are used in which direction, and which of them need a schema for each.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;

use super::Direction;
use crate::document::{self, Content, Document, Field, Shape, Struct, WireType};

/// The types that a document's operations, events and data reach, with the directions in which
/// they do.
pub(super) fn used(document: &Document) -> BTreeSet<(&str, Direction)> {
    let mut next: Vec<(&str, Direction)> = Vec::new();
    for operation in document.operations.values() {
        for wire in operation.request.values() {
            next.extend(names(wire, Direction::Read));
        }
        if let Some(wire) = &operation.response {
            next.extend(names(wire, Direction::Written));
        }
    }
    for event in document.events.values() {
        let direction = match event.direction {
            document::Direction::Send => Direction::Written,
            document::Direction::Receive => Direction::Read,
        };
        next.extend(names(&event.payload, direction));
    }
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
            WireType::Leaf(_) | WireType::Schema(_) | WireType::Opaque(_, None) => {}
            WireType::Named(name) => names.push((name.as_str(), direction)),
            WireType::Option(of)
            | WireType::List(of)
            | WireType::Set(of)
            | WireType::Array(of, _)
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
