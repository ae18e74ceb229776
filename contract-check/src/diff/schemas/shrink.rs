//! Documents with nothing in them that does not matter.

use std::ops::Range;

use crate::json::Json;

/// How often something is left out to see whether it matters.
const TRIES: usize = 100;

/// How many values are looked at for that in all, over and over.
const VALUES: usize = 200_000;

/// A document without the members and items that it shows the same without.
pub(super) fn shrink(document: Json, mut shows: impl FnMut(&Json) -> bool) -> Json {
    let mut smallest = document;
    let mut tries = TRIES.min(VALUES / values(&smallest));
    // The ways to arrays and objects: outer ones before those in them.
    let mut pending = vec![Vec::new()];
    while let Some(way) = pending.pop() {
        // All at once, then ever fewer: of many members mostly few matter.
        let mut width = size(&smallest, &way);
        while width > 0 {
            let mut from = 0;
            while from < size(&smallest, &way) {
                let Some(left) = tries.checked_sub(1) else { return smallest };
                tries = left;
                let smaller = without(&smallest, &way, from..from + width);
                if shows(&smaller) {
                    smallest = smaller;
                } else {
                    from += width;
                }
            }
            width /= 2;
        }
        for index in 0..size(&smallest, &way) {
            pending.push([&way[..], &[index]].concat());
        }
    }
    smallest
}

/// The document with the members first that another one has as well.
pub(super) fn put_first(document: &Json, leading: &Json) -> Json {
    match (document, leading) {
        (Json::Object(members), Json::Object(first)) => {
            let (mut leading, mut rest) = (Vec::new(), Vec::new());
            for (name, value) in members.iter() {
                match first.iter().find(|(other, _)| other == name) {
                    Some((_, of)) => leading.push((name.clone(), put_first(value, of))),
                    None => rest.push((name.clone(), value.clone())),
                }
            }
            leading.append(&mut rest);
            Json::Object(leading.into())
        }
        (Json::Array(items), Json::Array(first)) if items.len() == first.len() => {
            Json::Array(items.iter().zip(first.iter()).map(|(it, of)| put_first(it, of)).collect())
        }
        (document, _) => document.clone(),
    }
}

/// How many values there are in a document, which is one of them.
fn values(document: &Json) -> usize {
    let mut count = 0;
    let mut pending = vec![document];
    while let Some(value) = pending.pop() {
        count += 1;
        match value {
            Json::Array(items) => pending.extend(items.iter()),
            Json::Object(members) => pending.extend(members.iter().map(|(_, value)| value)),
            _ => {}
        }
    }
    count
}

/// How many members or items the value has that a way leads to.
fn size(document: &Json, way: &[usize]) -> usize {
    let value = way.iter().try_fold(document, |value, index| match value {
        Json::Array(items) => items.get(*index),
        Json::Object(members) => members.get(*index).map(|(_, value)| value),
        _ => None,
    });
    match value {
        Some(Json::Array(items)) => items.len(),
        Some(Json::Object(members)) => members.len(),
        _ => 0,
    }
}

/// The document without some members or items of the value that a way leads to.
fn without(value: &Json, way: &[usize], range: Range<usize>) -> Json {
    match value {
        Json::Array(items) => {
            let mut items = items.to_vec();
            match way {
                [] => drop(items.drain(range.start..range.end.min(items.len()))),
                [index, way @ ..] => items[*index] = without(&items[*index], way, range),
            }
            Json::Array(items.into())
        }
        Json::Object(members) => {
            let mut members = members.to_vec();
            match way {
                [] => drop(members.drain(range.start..range.end.min(members.len()))),
                [index, way @ ..] => members[*index].1 = without(&members[*index].1, way, range),
            }
            Json::Object(members.into())
        }
        other => other.clone(),
    }
}

#[cfg(test)]
mod tests {
    use super::{put_first, shrink};
    use crate::json::Json;

    #[test]
    fn what_does_not_matter_is_left_out() {
        let document = |text| Json::parse(text).expect("JSON");
        let full = document(r#"{"a": [1, 2, {"b": 3, "c": 4}], "d": {"e": 5}}"#);
        let shows = |it: &Json| it.to_string().contains("\"c\":4");
        assert_eq!(shrink(full.clone(), shows).to_string(), r#"{"a":[{"c":4}]}"#);
        assert_eq!(shrink(full.clone(), |_| true).to_string(), "{}");
        assert_eq!(shrink(full.clone(), |_| false).to_string(), full.to_string());
    }

    #[test]
    fn what_matters_comes_first() {
        let document = |text| Json::parse(text).expect("JSON");
        let full = document(r#"{"a": 1, "b": {"c": 2, "d": 3}, "e": [{"f": 4, "g": 5}]}"#);
        let leading = document(r#"{"e": [{"g": 5}], "b": {"d": 3}}"#);
        let expected = r#"{"b":{"d":3,"c":2},"e":[{"g":5,"f":4}],"a":1}"#;
        assert_eq!(put_first(&full, &leading).to_string(), expected);
    }
}
