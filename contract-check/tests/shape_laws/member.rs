//! Membership, read off the definition of each node. It shares nothing with the prover.

use contract_check::json::{Class, Json};
use contract_check::shape::{Arena, Node, ShapeId, StringSpec};
use regex::Regex;

/// Whether a document is in a shape. The patterns of the generator mean the same in `regex`.
pub(crate) fn member(arena: &Arena, shape: ShapeId, document: &Json) -> bool {
    match (arena.node(shape), document) {
        (Node::Union(of), _) => of.iter().any(|it| member(arena, *it, document)),
        (Node::Intersection(of), _) => of.iter().all(|it| member(arena, *it, document)),
        (Node::Not(of), _) => !member(arena, *of, document),
        (Node::Reference(number), _) => {
            member(arena, arena.target(*number).expect("defined"), document)
        }
        (Node::Null, Json::Null) => true,
        (Node::Bool(a), Json::Bool(b)) => a == b,
        (Node::Number(spec), Json::Number(number)) => {
            let number = &**number;
            let in_class = match number.class() {
                Class::Integer => spec.classes.integer,
                Class::WholeFloat => spec.classes.whole_float,
                Class::Fraction => spec.classes.fraction,
            };
            in_class
                && spec
                    .min
                    .as_ref()
                    .is_none_or(|(min, open)| number > min || (!open && number == min))
                && spec
                    .max
                    .as_ref()
                    .is_none_or(|(max, open)| number < max || (!open && number == max))
                && spec.multiple_of.iter().all(|of| number.is_multiple_of(of) == Some(true))
        }
        (Node::String(spec), Json::String(content)) => string(spec, content),
        (Node::Array(spec), Json::Array(items)) => {
            let length = items.len() as u64;
            let elements = items.iter().enumerate().all(|(at, item)| {
                member(arena, spec.prefix.get(at).copied().unwrap_or(spec.rest), item)
            });
            let distinct = items.iter().enumerate().all(|(at, item)| !items[..at].contains(item));
            let counts = spec.contains.iter().all(|count| {
                let found = items.iter().filter(|it| member(arena, count.shape, it)).count() as u64;
                count.min <= found && count.max.is_none_or(|max| found <= max)
            });
            spec.min <= length
                && spec.max.is_none_or(|max| length <= max)
                && elements
                && (distinct || !spec.unique)
                && counts
        }
        (Node::Object(spec), Json::Object(members)) => {
            let count = members.len() as u64;
            let required = spec
                .members
                .iter()
                .all(|(name, it)| !it.required || members.iter().any(|(have, _)| have == name));
            let values = members.iter().all(|(name, value)| {
                let mut shapes: Vec<ShapeId> =
                    spec.members.get(name).map(|member| member.shape).into_iter().collect();
                shapes.extend(
                    spec.patterns
                        .iter()
                        .filter(|(pattern, _)| Regex::new(pattern).expect("valid").is_match(name))
                        .map(|(_, shape)| *shape),
                );
                if shapes.is_empty() {
                    shapes.push(spec.rest);
                }
                shapes.iter().all(|shape| member(arena, *shape, value))
            });
            let names = spec.names.is_none_or(|names| {
                members.iter().all(|(name, _)| member(arena, names, &Json::String(name.clone())))
            });
            spec.min <= count
                && spec.max.is_none_or(|max| count <= max)
                && required
                && values
                && names
        }
        _ => false,
    }
}

fn string(spec: &StringSpec, content: &str) -> bool {
    let length = content.chars().count() as u64;
    spec.values.as_ref().is_none_or(|values| values.contains(content))
        && spec.min_length <= length
        && spec.max_length.is_none_or(|max| length <= max)
        && spec.patterns.iter().all(|it| Regex::new(it).expect("valid").is_match(content))
        && spec.formats.is_empty()
}
