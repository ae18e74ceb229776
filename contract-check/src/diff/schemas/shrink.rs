//! Documents with nothing in them that does not matter.

use crate::json::Json;

/// How often something is left out to see whether it matters.
const TRIES: usize = 200;

/// A document without the members and items that it shows the same without.
pub(super) fn shrink(document: Json, mut shows: impl FnMut(&Json) -> bool) -> Json {
    let mut smallest = document;
    // The way to the value that is looked at: outer ones before those in them, one after the other.
    let mut at = vec![0];
    for _ in 0..TRIES {
        while !exists(&smallest, &at) {
            at.pop();
            match at.last_mut() {
                Some(last) => *last += 1,
                None => return smallest,
            }
        }
        let smaller = without(&smallest, &at);
        if shows(&smaller) {
            smallest = smaller;
        } else {
            at.push(0);
        }
    }
    smallest
}

fn exists(document: &Json, at: &[usize]) -> bool {
    let mut value = document;
    for index in at {
        let next = match value {
            Json::Array(items) => items.get(*index),
            Json::Object(members) => members.get(*index).map(|(_, value)| value),
            _ => None,
        };
        match next {
            Some(next) => value = next,
            None => return false,
        }
    }
    true
}

fn without(value: &Json, at: &[usize]) -> Json {
    let [index, rest @ ..] = at else { return value.clone() };
    match value {
        Json::Array(items) => {
            let mut items = items.to_vec();
            match rest {
                [] => drop(items.remove(*index)),
                rest => items[*index] = without(&items[*index], rest),
            }
            Json::Array(items.into())
        }
        Json::Object(members) => {
            let mut members = members.to_vec();
            match rest {
                [] => drop(members.remove(*index)),
                rest => members[*index].1 = without(&members[*index].1, rest),
            }
            Json::Object(members.into())
        }
        other => other.clone(),
    }
}

#[cfg(test)]
mod tests {
    use super::shrink;
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
}
