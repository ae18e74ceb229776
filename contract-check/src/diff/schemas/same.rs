//! Schemas that say the same in both documents, whatever is said about them.

use std::collections::BTreeSet;

use super::position::Position;
use crate::schema::{Further, Keywords, Reference, SchemaDocument, SchemaId, Scope, Target};

/// Pairs of schemas that are still to be compared.
type Pending = Vec<(SchemaId, SchemaId)>;

/// Whether two schemas admit the same because they are written in the same keywords. Annotations
/// may differ. Cycles are the same where nothing in them differs.
pub(super) fn say_the_same(
    (old, was): (&SchemaDocument, SchemaId),
    (new, is): (&SchemaDocument, SchemaId),
) -> bool {
    let mut pending: Pending = vec![(was, is)];
    let mut seen = BTreeSet::new();
    while let Some((was, is)) = pending.pop() {
        let (was, is) = (at_end(old, was), at_end(new, is));
        if !seen.insert((was, is)) {
            continue;
        }
        let (before, after) = (old.schema(was), new.schema(is));
        let same = before.dialect == after.dialect
            && before.boolean == after.boolean
            && keywords(&before.keywords, &after.keywords, &mut pending);
        if !same {
            return false;
        }
    }
    true
}

/// The schema that one stands for which only gives it other words.
fn at_end(document: &SchemaDocument, id: SchemaId) -> SchemaId {
    let position = Position::new(id, Scope::default()).unwrapped(document);
    position.parts.first().map_or(id, |part| part.id)
}

fn keywords(old: &Keywords, new: &Keywords, pending: &mut Pending) -> bool {
    let Keywords {
        reference,
        types,
        values,
        format,
        items,
        properties,
        additional_properties,
        required,
        all_of,
        any_of,
        one_of,
        ..
    } = old;
    (types, values, format, required) == (&new.types, &new.values, &new.format, &new.required)
        && references(reference, &new.reference, pending)
        && pairs(items, &new.items, pending)
        && named(properties.iter().flatten(), new.properties.iter().flatten(), pending)
        && properties.is_some() == new.properties.is_some()
        && pairs(additional_properties, &new.additional_properties, pending)
        && pairs(all_of, &new.all_of, pending)
        && any_of.is_some() == new.any_of.is_some()
        && pairs(any_of.iter().flatten(), new.any_of.iter().flatten(), pending)
        && one_of.is_some() == new.one_of.is_some()
        && pairs(one_of.iter().flatten(), new.one_of.iter().flatten(), pending)
        && further(old, new, pending)
}

fn further(old: &Further, new: &Further, pending: &mut Pending) -> bool {
    let Further {
        dynamic_reference,
        constant,
        multiple_of,
        minimum,
        exclusive_minimum,
        maximum,
        exclusive_maximum,
        min_length,
        max_length,
        pattern,
        prefix_items,
        min_items,
        max_items,
        unique_items,
        contains,
        min_contains,
        max_contains,
        unevaluated_items,
        pattern_properties,
        unevaluated_properties,
        property_names,
        min_properties,
        max_properties,
        dependent_required,
        dependent_schemas,
        not,
        condition,
        consequence,
        alternative,
        annotations: _,
    } = old;
    let numbers = [multiple_of, minimum, exclusive_minimum, maximum, exclusive_maximum];
    let counts = [
        min_length,
        max_length,
        min_items,
        max_items,
        min_contains,
        max_contains,
        min_properties,
        max_properties,
    ];
    let schemas = [
        (contains, &new.contains),
        (unevaluated_items, &new.unevaluated_items),
        (unevaluated_properties, &new.unevaluated_properties),
        (property_names, &new.property_names),
        (not, &new.not),
        (condition, &new.condition),
        (consequence, &new.consequence),
        (alternative, &new.alternative),
    ];
    numbers
        == [
            &new.multiple_of,
            &new.minimum,
            &new.exclusive_minimum,
            &new.maximum,
            &new.exclusive_maximum,
        ]
        && counts
            == [
                &new.min_length,
                &new.max_length,
                &new.min_items,
                &new.max_items,
                &new.min_contains,
                &new.max_contains,
                &new.min_properties,
                &new.max_properties,
            ]
        && (constant, pattern) == (&new.constant, &new.pattern)
        && (unique_items, dependent_required) == (&new.unique_items, &new.dependent_required)
        && references(dynamic_reference, &new.dynamic_reference, pending)
        && schemas.into_iter().all(|(old, new)| pairs(old, new, pending))
        && pairs(prefix_items, &new.prefix_items, pending)
        && named(pattern_properties, &new.pattern_properties, pending)
        && named(dependent_schemas, &new.dependent_schemas, pending)
}

/// What cannot be followed is not known to be the same.
fn references(old: &Option<Reference>, new: &Option<Reference>, pending: &mut Pending) -> bool {
    match (old, new) {
        (None, None) => true,
        (Some(old), Some(new)) => match (&old.target, &new.target) {
            (Target::Schema(old), Target::Schema(new)) => {
                pending.push((*old, *new));
                true
            }
            (Target::Dynamic(old_name, old), Target::Dynamic(new_name, new)) => {
                pending.push((*old, *new));
                old_name == new_name
            }
            _ => false,
        },
        _ => false,
    }
}

/// As many on both sides, each to be compared with its counterpart.
fn pairs<'s>(
    old: impl IntoIterator<Item = &'s SchemaId>,
    new: impl IntoIterator<Item = &'s SchemaId>,
    pending: &mut Pending,
) -> bool {
    let (mut old, mut new) = (old.into_iter(), new.into_iter());
    loop {
        match (old.next(), new.next()) {
            (None, None) => return true,
            (Some(old), Some(new)) => pending.push((*old, *new)),
            _ => return false,
        }
    }
}

/// The same names on both sides, each to be compared with its counterpart.
fn named<'s>(
    old: impl IntoIterator<Item = (&'s String, &'s SchemaId)>,
    new: impl IntoIterator<Item = (&'s String, &'s SchemaId)>,
    pending: &mut Pending,
) -> bool {
    let (mut old, mut new) = (old.into_iter(), new.into_iter());
    loop {
        match (old.next(), new.next()) {
            (None, None) => return true,
            (Some((was, old)), Some((is, new))) if was == is => pending.push((*old, *new)),
            _ => return false,
        }
    }
}
