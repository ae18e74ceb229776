//! What did not change, references included: it is neither lowered nor judged.

use std::collections::BTreeSet;

use super::subtypes::{Bases, Subtypes};
use crate::hash::HashMap;
use crate::json::Json;
use crate::openapi::{Node, OpenApi};

/// Which references lead to the same in both documents.
///
/// Two values are the same when they are equal and every reference in them leads to the same: the
/// greatest such relation, so that a cycle of equal values is the same.
#[derive(Debug)]
pub(super) struct Sameness {
    references: HashMap<String, bool>,
}

impl Sameness {
    /// Compares the target of every reference once: linear in the documents.
    pub(super) fn new(old: &OpenApi, new: &OpenApi, bases: &[Bases<'_>; 2]) -> Self {
        let mut references: HashMap<String, bool> = HashMap::default();
        let mut users: HashMap<&str, Vec<&str>> = HashMap::default();
        let mut different = Vec::new();
        for reference in old.references() {
            let mut uses = BTreeSet::new();
            let equal = match (old.target(reference), new.target(reference)) {
                (Some((was, old)), Some((is, new))) => {
                    let subtypes = [bases[0].get(&was), bases[1].get(&is)];
                    equal(old, new, &mut uses) && equal_subtypes(subtypes, &mut uses)
                }
                _ => false,
            };
            if !equal {
                different.push(reference);
            }
            for used in uses {
                users.entry(used).or_default().push(reference);
            }
            references.insert(reference.to_owned(), true);
        }
        // What the documents cannot follow is known to be the same only if it is one address: what
        // a reference was to lead to that leads nowhere may have changed.
        different.extend(
            users.keys().filter(|used| !references.contains_key(**used) && !is_absolute(used)),
        );
        while let Some(reference) = different.pop() {
            if references.insert(reference.to_owned(), false) != Some(false) {
                different.extend(users.get(reference).into_iter().flatten());
            }
        }
        Self { references }
    }

    /// Whether two values are the same.
    pub(super) fn same(&self, old: &Json, new: &Json) -> bool {
        let mut uses = BTreeSet::new();
        equal(old, new, &mut uses)
            && uses.into_iter().all(|used| match self.references.get(used) {
                Some(same) => *same,
                None => is_absolute(used),
            })
    }

    /// Whether a reference leads to the same in both documents, if the old one knows where to.
    pub(super) fn leads_to_same(&self, reference: &str) -> Option<bool> {
        self.references.get(reference).copied()
    }

    /// Whether what may stand on either side is the same, or on neither.
    pub(super) fn both(&self, old: Option<&Node<'_>>, new: Option<&Node<'_>>) -> bool {
        match (old, new) {
            (Some(old), Some(new)) => self.same(old.value, new.value),
            (None, None) => true,
            _ => false,
        }
    }
}

/// Whether the subtypes of two bases are equal: who uses a base uses them.
fn equal_subtypes<'d>(
    [old, new]: [Option<&Subtypes<'d>>; 2],
    uses: &mut BTreeSet<&'d str>,
) -> bool {
    match (old, new) {
        (Some(old), Some(new)) => {
            let mut pairs = old.iter().zip(new);
            old.len() == new.len()
                && pairs.all(|(old, new)| old.0 == new.0 && equal(old.1.value, new.1.value, uses))
        }
        (old, new) => old.is_none() && new.is_none(),
    }
}

/// Whether a reference names one address, wherever it is written.
fn is_absolute(reference: &str) -> bool {
    reference.starts_with("https://") || reference.starts_with("http://")
}

/// Whether two values are equal, as JSON Schema has it; notes the references in the first.
/// Recurses as deep as texts nest, which their readers have limited.
fn equal<'d>(old: &'d Json, new: &Json, uses: &mut BTreeSet<&'d str>) -> bool {
    if old.is(new) {
        references(old, uses);
        return true;
    }
    match (old, new) {
        (Json::Object(old), Json::Object(new)) => {
            if old.len() != new.len() {
                return false;
            }
            let ordered = old.iter().zip(new).all(|(old, new)| old.0 == new.0);
            let by_name: HashMap<&str, &Json> = match ordered {
                true => HashMap::default(),
                false => new.iter().map(|(name, value)| (name.as_str(), value)).collect(),
            };
            old.iter().enumerate().all(|(index, (name, value))| {
                if let (true, Json::String(text)) = (is_reference(name), value) {
                    uses.insert(text);
                }
                let other = match ordered {
                    true => Some(&new[index].1),
                    false => by_name.get(name.as_str()).copied(),
                };
                other.is_some_and(|other| equal(value, other, uses))
            })
        }
        (Json::Array(old), Json::Array(new)) => {
            old.len() == new.len() && old.iter().zip(new).all(|(old, new)| equal(old, new, uses))
        }
        _ => old == new,
    }
}

/// Notes the references in a value, of which it is known that the other one equals it.
fn references<'d>(value: &'d Json, uses: &mut BTreeSet<&'d str>) {
    match value {
        Json::Object(members) => {
            for (name, value) in members {
                match value {
                    Json::String(text) if is_reference(name) => drop(uses.insert(text)),
                    _ => references(value, uses),
                }
            }
        }
        Json::Array(items) => items.iter().for_each(|item| references(item, uses)),
        _ => {}
    }
}

/// `$dynamicRef` and `$recursiveRef` lead to no pointer, so what holds them is compared in full.
/// An `$id` changes what references lead to: it counts as a reference that cannot be followed.
fn is_reference(name: &str) -> bool {
    matches!(name, "$ref" | "$dynamicRef" | "$recursiveRef" | "$id")
}

#[cfg(test)]
mod tests {
    use super::super::subtypes::bases;
    use super::*;

    fn document(schemas: &str) -> OpenApi {
        let text = format!(
            r##"{{"openapi": "3.1.0", "info": {{"title": "t", "version": "1"}}, "components":
            {{"schemas": {schemas}}}}}"##
        );
        OpenApi::load(Json::parse(&text).expect("JSON")).expect("a document")
    }

    fn same(old: &str, new: &str) -> bool {
        let (old, new) = (document(old), document(new));
        let start = Json::parse(r##"{"$ref": "#/components/schemas/A"}"##).expect("JSON");
        Sameness::new(&old, &new, &[bases(&old), bases(&new)]).same(&start, &start)
    }

    /// `A` is used by its own property, so that the documents know the reference.
    const CYCLE: &str = r##"{
        "A": {"properties": {"a": {"$ref": "#/components/schemas/A"},
                             "b": {"$ref": "#/components/schemas/B"}}},
        "B": {"items": {"$ref": "#/components/schemas/A"}, "minItems": 1}}"##;

    #[test]
    fn a_cycle_of_equal_values_is_the_same() {
        assert!(same(CYCLE, CYCLE));
    }

    #[test]
    fn a_change_anywhere_in_a_cycle_reaches_all_of_it() {
        assert!(!same(CYCLE, &CYCLE.replace("\"minItems\": 1", "\"minItems\": 2")));
    }

    #[test]
    fn order_and_number_form_do_not_matter() {
        let other = CYCLE.replace("\"minItems\": 1", "\"minItems\": 1.0");
        assert!(same(CYCLE, &other));
        let swapped = r##"{"B": {"minItems": 1, "items": {"$ref": "#/components/schemas/A"}},
            "A": {"properties": {"b": {"$ref": "#/components/schemas/B"},
                                 "a": {"$ref": "#/components/schemas/A"}}}}"##;
        assert!(same(CYCLE, swapped));
    }

    #[test]
    fn only_an_absolute_address_is_the_same_on_both_sides() {
        let elsewhere = |text: &str| {
            format!(
                r##"{{"A": {{"properties": {{"a": {{"$ref": "{text}"}},
                    "self": {{"$ref": "#/components/schemas/A"}}}}}}}}"##
            )
        };
        for (text, expected) in
            [("https://example.com/a.json", true), ("a.json", false), ("#anchor", false)]
        {
            assert_eq!(same(&elsewhere(text), &elsewhere(text)), expected, "{text}");
        }
    }
}
