//! No object of a document has two members of one name.

use std::borrow::Cow;
use std::collections::BTreeSet;
use std::fmt;

use serde::de::{self, Deserialize, Deserializer, MapAccess, SeqAccess, Visitor};

/// Checks that the text is JSON and that no object repeats a name.
pub(super) fn check(text: &str) -> Result<(), serde_json::Error> {
    serde_json::from_str::<Unique>(text).map(drop)
}

/// Whether it is plain that no object of a text repeats a name, which must be JSON: what
/// [`check`] finds out, for a tenth of the work, of texts whose names hold no escapes.
pub(super) fn is_plain(text: &str) -> bool {
    let bytes = text.as_bytes();
    // The names of all objects that are open, and where in them those of each object begin; an
    // array has none.
    let mut names: Vec<&[u8]> = Vec::new();
    let mut open: Vec<Option<usize>> = Vec::new();
    let mut name_is_next = false;
    let mut at = 0;
    while let Some(byte) = bytes.get(at) {
        at += 1;
        match byte {
            b'{' => {
                open.push(Some(names.len()));
                name_is_next = true;
            }
            b'[' => open.push(None),
            b',' => name_is_next = matches!(open.last(), Some(Some(_))),
            b'}' | b']' => {
                if let Some(Some(first)) = open.pop() {
                    if !are_distinct(&mut names[first..]) {
                        return false;
                    }
                    names.truncate(first);
                }
                name_is_next = false;
            }
            b'"' => {
                let start = at;
                while let Some(byte) = bytes.get(at).filter(|byte| **byte != b'"') {
                    let is_escape = *byte == b'\\';
                    if is_escape && name_is_next {
                        return false;
                    }
                    at += 1 + usize::from(is_escape);
                }
                if std::mem::take(&mut name_is_next) {
                    names.push(&bytes[start..at.min(bytes.len())]);
                }
                at += 1;
            }
            _ => {}
        }
    }
    true
}

/// Whether names are distinct; their order is lost.
fn are_distinct(names: &mut [&[u8]]) -> bool {
    const FEW: usize = 16;
    if names.len() <= FEW {
        return names.iter().enumerate().all(|(at, name)| !names[..at].contains(name));
    }
    // Ours are sorted already.
    if !names.is_sorted_by(|a, b| a < b) {
        names.sort_unstable();
    }
    names.is_sorted_by(|a, b| a < b)
}

/// Any value whose objects repeat no name.
struct Unique;

impl<'de> Deserialize<'de> for Unique {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(AnyValue)
    }
}

struct AnyValue;

impl<'de> Visitor<'de> for AnyValue {
    type Value = Unique;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a JSON value")
    }

    fn visit_unit<E>(self) -> Result<Unique, E> {
        Ok(Unique)
    }

    fn visit_bool<E>(self, _: bool) -> Result<Unique, E> {
        Ok(Unique)
    }

    fn visit_u64<E>(self, _: u64) -> Result<Unique, E> {
        Ok(Unique)
    }

    fn visit_i64<E>(self, _: i64) -> Result<Unique, E> {
        Ok(Unique)
    }

    fn visit_f64<E>(self, _: f64) -> Result<Unique, E> {
        Ok(Unique)
    }

    fn visit_str<E>(self, _: &str) -> Result<Unique, E> {
        Ok(Unique)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<Unique, A::Error> {
        while items.next_element::<Unique>()?.is_some() {}
        Ok(Unique)
    }

    fn visit_map<A: MapAccess<'de>>(self, mut members: A) -> Result<Unique, A::Error> {
        let mut names = Names::default();
        while let Some(Name(name)) = members.next_key()? {
            if !names.insert(name.clone()) {
                return Err(de::Error::custom(format_args!(
                    "the member `{name}` stands here twice"
                )));
            }
            members.next_value::<Unique>()?;
        }
        Ok(Unique)
    }
}

/// The names of an object, most of which have few.
#[derive(Default)]
struct Names<'de> {
    few: Vec<Cow<'de, str>>,
    many: BTreeSet<Cow<'de, str>>,
}

impl<'de> Names<'de> {
    /// Adds a name; whether it is new.
    fn insert(&mut self, name: Cow<'de, str>) -> bool {
        if self.few.len() < 16 {
            let new = !self.few.contains(&name);
            self.few.push(name);
            return new;
        }
        if self.many.is_empty() {
            self.many.extend(self.few.iter().cloned());
        }
        self.many.insert(name)
    }
}

/// The name of a member, which is a part of the text unless it holds escapes.
struct Name<'de>(Cow<'de, str>);

impl<'de> Deserialize<'de> for Name<'de> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Text;

        impl<'de> Visitor<'de> for Text {
            type Value = Name<'de>;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a name")
            }

            fn visit_borrowed_str<E>(self, text: &'de str) -> Result<Name<'de>, E> {
                Ok(Name(Cow::Borrowed(text)))
            }

            fn visit_str<E>(self, text: &str) -> Result<Name<'de>, E> {
                Ok(Name(Cow::Owned(text.to_owned())))
            }
        }

        deserializer.deserialize_str(Text)
    }
}

#[cfg(test)]
mod tests {
    use super::{check, is_plain};

    #[track_caller]
    fn repeats(text: &str) {
        assert!(check(text).is_err_and(|it| it.to_string().contains("twice")), "{text}");
        assert!(!is_plain(text), "{text}");
    }

    #[test]
    fn names_are_distinct_within_one_object() {
        for text in [
            r#"{"a": {"a": 1, "b": [{"a": 1}, {"a": 1.5, "b": null}]}, "b": -1}"#,
            r#"{"a": "a", "b": ["a", "a", "b"], "c": "\"c\": 1, {\\", "d": [[], {}, "d"], "": 0}"#,
        ] {
            assert!(check(text).is_ok() && is_plain(text), "{text}");
        }
        repeats(r#"{"a": 1, "a": 1}"#);
        repeats(r#"[[{"b": {"x": 1, "y": true, "x": ""}}]]"#);
        repeats(r#"{"a": [1, {"b": []}, ["c"]], "b": {"c": {}}, "a": 1}"#);
        // The same name in other letters.
        repeats(r#"{"a": 1, "\u0061": 1}"#);
        // Among many.
        let many = |last: &str| {
            let names: Vec<_> = (0..40).map(|at| format!("\"n{at}\": 1")).collect();
            format!("{{{}, \"{last}\": 1}}", names.join(", "))
        };
        for (last, unique) in
            [("n0", false), ("n15", false), ("n16", false), ("n39", false), ("m", true)]
        {
            assert_eq!(check(&many(last)).is_ok(), unique, "{last}");
            assert_eq!(is_plain(&many(last)), unique, "{last}");
        }
    }
}
