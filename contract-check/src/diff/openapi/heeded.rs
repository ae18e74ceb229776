//! Which discriminator is heeded where a schema stands: its own, or that of what it wraps or
//! extends.
//!
//! A schema beside null, or alone in `allOf`, `anyOf` or `oneOf`, is still told apart by its
//! discriminator, and so is what other parts of an `allOf` restrict.

use super::annotations::component;
use crate::hash::HashSet;
use crate::json::Json;
use crate::openapi::Node;

/// How many wrappers are looked into: they may lead back to themselves.
const WRAPPERS: usize = 16;

/// Where the discriminator stands that is heeded at a schema. Nowhere if there are several.
pub(super) fn at<'d>(schema: &Node<'d>) -> Option<Node<'d>> {
    let parts = within(schema);
    let is_tagged = |part: &&Node<'d>| part.value.get("discriminator").is_some();
    if let Some(itself) = parts.first().filter(is_tagged) {
        return Some(itself.clone());
    }
    let mut tagged = parts.iter().filter(is_tagged);
    let only = tagged.next().filter(|_| tagged.next().is_none())?;
    (!is_subtype(&parts, only)).then(|| only.clone())
}

/// The parts of what a schema comes to beside null.
pub(super) fn within<'d>(schema: &Node<'d>) -> Vec<Node<'d>> {
    let mut all = parts(schema);
    for _ in 0..WRAPPERS {
        if all.iter().any(|part| part.value.get("discriminator").is_some()) {
            break;
        }
        let Some(only) = alone(&all) else { break };
        all = parts(&only);
    }
    all
}

/// A schema and all that it is composed of by `allOf`, with references followed.
pub(super) fn parts<'d>(schema: &Node<'d>) -> Vec<Node<'d>> {
    let mut parts = vec![schema.clone().followed()];
    let mut seen: HashSet<String> = parts.iter().map(|it| it.pointer.clone()).collect();
    let mut next = 0;
    while let Some(part) = parts.get(next) {
        let all = part.raw("allOf");
        let below: Vec<_> = all.iter().flat_map(|it| it.items().collect::<Vec<_>>()).collect();
        parts.extend(below.into_iter().filter(|it| seen.insert(it.pointer.clone())));
        next += 1;
    }
    parts
}

/// Whether one of the parts is a component that extends a base which lists no alternatives: it
/// is one of its subtypes, and the others are not described by it.
fn is_subtype(parts: &[Node<'_>], base: &Node<'_>) -> bool {
    let lists = ["oneOf", "anyOf"].iter().any(|it| base.value.get(it).is_some());
    let extends = |it: &Node<'_>| {
        it.pointer != base.pointer
            && component(it).is_some()
            && self::parts(it).iter().any(|part| part.pointer == base.pointer)
    };
    !lists && parts.iter().any(extends)
}

/// The only alternative that is not null.
fn alone<'d>(parts: &[Node<'d>]) -> Option<Node<'d>> {
    let unions = parts.iter().flat_map(|part| ["oneOf", "anyOf"].map(|it| part.raw(it)));
    let alternatives = unions.flatten().flat_map(|it| it.items().collect::<Vec<_>>());
    let mut others = alternatives.filter(|it| !is_null(it));
    others.next().filter(|_| others.next().is_none())
}

/// Whether a schema describes null alone.
fn is_null(schema: &Node<'_>) -> bool {
    let only = |list: &Json| list.as_array().is_some_and(|it| matches!(it, [Json::Null]));
    schema.text("type") == Some("null")
        || schema.value.get("enum").is_some_and(only)
        || schema.value.get("const") == Some(&Json::Null)
}
