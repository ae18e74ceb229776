//! Which types are the same in two documents.

use contract_core::document::{Content, Document, Field, Shape, Struct, WireType};

use crate::hash::{HashMap, HashSet};

/// The names of the types whose shape, and that of every type they refer to, is the same in both
/// documents.
pub(super) fn types<'a>(old: &'a Document, new: &'a Document) -> HashSet<&'a str> {
    // Whoever refers to a type that differs differs as well.
    let mut referred_by: HashMap<&str, Vec<&str>> = HashMap::default();
    let mut same = HashSet::default();
    let mut differing = Vec::new();
    for (name, definition) in &old.types {
        names(&definition.shape, &mut |of| {
            referred_by.entry(of).or_default().push(name);
            if !old.types.contains_key(of) {
                differing.push(of);
            }
        });
        let equal = new.types.get(name).is_some_and(|other| alike(&definition.shape, &other.shape));
        if equal {
            same.insert(name.as_str());
        } else {
            differing.push(name);
        }
    }
    while let Some(name) = differing.pop() {
        for user in referred_by.get(name).into_iter().flatten() {
            if same.remove(user) {
                differing.push(user);
            }
        }
    }
    same
}

/// Whether two shapes are equal but for what their authors say about them.
fn alike(old: &Shape, new: &Shape) -> bool {
    match (old, new) {
        (Shape::Struct(old), Shape::Struct(new)) => structs(old, new),
        (Shape::Tuple(old), Shape::Tuple(new)) => fields(old, new),
        (Shape::Enum(old), Shape::Enum(new)) => {
            old.tagging == new.tagging
                && old.unknown_fields == new.unknown_fields
                && old.variants.len() == new.variants.len()
                && old.variants.iter().zip(&new.variants).all(|(old, new)| {
                    let content = match (&old.content, &new.content) {
                        (Content::Tuple(old), Content::Tuple(new)) => fields(old, new),
                        (Content::Struct(old), Content::Struct(new)) => structs(old, new),
                        (old, new) => old == new,
                    };
                    content
                        && old.name == new.name
                        && old.read_name == new.read_name
                        && old.aliases == new.aliases
                        && (old.written, old.read) == (new.written, new.read)
                        && (old.other, old.untagged) == (new.other, new.untagged)
                })
        }
        (old, new) => old == new,
    }
}

fn structs(old: &Struct, new: &Struct) -> bool {
    old.unknown_fields == new.unknown_fields
        && old.tag == new.tag
        && fields(&old.fields, &new.fields)
}

fn fields(old: &[Field], new: &[Field]) -> bool {
    old.len() == new.len()
        && old.iter().zip(new).all(|(old, new)| {
            old.name == new.name
                && old.read_name == new.read_name
                && old.aliases == new.aliases
                && old.wire == new.wire
                && old.written == new.written
                && old.read == new.read
                && old.flatten == new.flatten
        })
}

/// Calls `visit` with every type name in a shape.
pub(crate) fn names<'a>(shape: &'a Shape, visit: &mut dyn FnMut(&'a str)) {
    let mut expressions: Vec<&WireType> = Vec::new();
    match shape {
        Shape::Unit => {}
        Shape::Alias(of) | Shape::Newtype(of) => expressions.push(of),
        Shape::Struct(of) => expressions.extend(of.fields.iter().map(|field| &field.wire)),
        Shape::Tuple(of) => expressions.extend(of.iter().map(|field| &field.wire)),
        Shape::Enum(of) => {
            for variant in &of.variants {
                match &variant.content {
                    Content::Unit => {}
                    Content::Newtype(of) => expressions.push(of),
                    Content::Tuple(of) => expressions.extend(of.iter().map(|field| &field.wire)),
                    Content::Struct(of) => {
                        expressions.extend(of.fields.iter().map(|field| &field.wire));
                    }
                }
            }
        }
    }
    for expression in expressions {
        expression.names(visit);
    }
}
