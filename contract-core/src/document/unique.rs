//! No object of a document has two members of one name.

use std::borrow::Cow;
use std::collections::BTreeSet;
use std::fmt;

use serde::de::{self, Deserialize, Deserializer, MapAccess, SeqAccess, Visitor};

/// Checks that the text is JSON and that no object repeats a name.
pub(super) fn check(text: &str) -> Result<(), serde_json::Error> {
    serde_json::from_str::<Unique>(text).map(drop)
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
    use super::check;

    #[test]
    fn names_are_distinct_within_one_object() {
        assert!(
            check(r#"{"a": {"a": 1, "b": [{"a": 1}, {"a": 1.5, "b": null}]}, "b": -1}"#).is_ok()
        );
        for text in [r#"{"a": 1, "a": 1}"#, r#"[[{"b": {"x": 1, "y": true, "x": ""}}]]"#] {
            assert!(check(text).is_err_and(|it| it.to_string().contains("twice")), "{text}");
        }
        // The same name in other letters.
        assert!(check(r#"{"a": 1, "\u0061": 1}"#).is_err());
        // Among many.
        let many = |last: &str| {
            let names: Vec<_> = (0..40).map(|at| format!("\"n{at}\": 1")).collect();
            format!("{{{}, \"{last}\": 1}}", names.join(", "))
        };
        for (last, unique) in
            [("n0", false), ("n15", false), ("n16", false), ("n39", false), ("m", true)]
        {
            assert_eq!(check(&many(last)).is_ok(), unique, "{last}");
        }
    }
}
