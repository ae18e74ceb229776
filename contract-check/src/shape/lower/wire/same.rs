//! Which types are the same in two documents.

use contract_core::document::{Content, Document, Field, Shape, Struct, Type, WireType};

use crate::hash::{HashMap, HashSet};

/// The names of the types whose shape, and that of every type they refer to, is the same in both
/// documents, as is what stands behind their conversions.
pub(super) fn types<'a>(old: &'a Document, new: &'a Document) -> HashSet<&'a str> {
    // Whoever refers to a type that differs differs as well.
    let mut referred_by: HashMap<&str, Vec<&str>> = HashMap::default();
    let mut same = HashSet::default();
    let mut differing = Vec::new();
    for (name, definition) in &old.types {
        let mut refer = |of| {
            referred_by.entry(of).or_default().push(name);
            if !old.types.contains_key(of) {
                differing.push(of);
            }
        };
        names(&definition.shape, &mut refer);
        behind(definition, &mut refer);
        let equal = new.types.get(name).is_some_and(|other| {
            definition.behind == other.behind && alike(&definition.shape, &other.shape)
        });
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

/// The codecs of conversions whose other end is not the same in both documents: the code that
/// converts is then taken to be another one.
pub(super) fn conversions<'a>(
    old: &'a Document,
    new: &'a Document,
    same: &HashSet<&str>,
) -> HashSet<&'a str> {
    let mut changed = HashSet::default();
    for (name, definition) in old.types.iter().chain(&new.types) {
        if definition.behind.is_none() || same.contains(name.as_str()) {
            continue;
        }
        if let Shape::Alias(of) = &definition.shape {
            let mut sides = vec![of];
            while let Some(side) = sides.pop() {
                match side {
                    WireType::Split(written, read) => sides.extend([&**written, &**read]),
                    WireType::Opaque(codec, _) => drop(changed.insert(codec.as_str())),
                    _ => {}
                }
            }
        }
    }
    changed
}

/// Calls `visit` with every type name behind a type's conversion.
fn behind<'a>(of: &'a Type, visit: &mut dyn FnMut(&'a str)) {
    of.behind.iter().flat_map(|it| &it.types).for_each(|of| of.names(visit));
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
                        && old.called == new.called
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
