//! JSON values with exact numbers.

mod lookup;
mod number;
pub(crate) mod pointer;
mod read;
mod shared;

use std::cmp::Ordering;
use std::fmt;

use serde::ser::{SerializeMap, SerializeSeq};
use serde::{Serialize, Serializer};

pub use lookup::Lookup;
pub use number::{Class, Number};
pub use read::{Known, Problem, ReadError};
pub use shared::Shared;

/// A JSON value. Members keep the order of the text; names are distinct in what is read. Only a
/// document that serde writes and nobody reads may have one more than once.
///
/// Values are equal as JSON Schema has it: numbers by value (`1` is `1.0`), objects whatever the
/// order of their members.
#[derive(Clone, Debug)]
pub enum Json {
    /// `null`.
    Null,
    /// `true` or `false`.
    Bool(bool),
    /// A number.
    Number(Box<Number>),
    /// A string.
    String(String),
    /// An array.
    Array(Shared<Json>),
    /// An object.
    Object(Shared<(String, Json)>),
}

impl Json {
    /// Reads a text that holds one JSON value.
    ///
    /// # Errors
    /// Where the text is no JSON, repeats a member's name, nests deeper than 128 levels or holds
    /// a number with an exponent beyond 10^12.
    pub fn parse(text: &str) -> Result<Self, ReadError> {
        read::read(text, None)
    }

    /// Reads a text beside another one, most of which it repeats: what stands at the same place in
    /// the same letters is not read again, but shared.
    ///
    /// # Errors
    /// As [`Json::parse`].
    pub fn parse_beside(text: &str, known: &Known<'_>) -> Result<Self, ReadError> {
        read::read(text, Some(known))
    }

    /// Whether both are one array or object, as what two texts have in common is: not only equal.
    pub fn is(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Array(a), Self::Array(b)) => a.is(b),
            (Self::Object(a), Self::Object(b)) => a.is(b),
            _ => false,
        }
    }

    /// The member with this name, if this is an object that has it.
    pub fn get(&self, name: &str) -> Option<&Self> {
        self.as_object()?.iter().find(|(member, _)| member == name).map(|(_, value)| value)
    }

    /// What a JSON pointer (RFC 6901) leads to.
    pub fn pointer(&self, pointer: &str) -> Option<&Self> {
        if pointer.is_empty() {
            return Some(self);
        }
        pointer.strip_prefix('/')?.split('/').try_fold(self, |value, token| match value {
            Self::Object(_) => value.get(&pointer::untoken(token)),
            Self::Array(items) => items.get(index(token)?),
            _ => None,
        })
    }

    /// The truth value, if this is one.
    pub fn as_bool(&self) -> Option<bool> {
        if let Self::Bool(value) = self { Some(*value) } else { None }
    }

    /// The number, if this is one.
    pub fn as_number(&self) -> Option<&Number> {
        if let Self::Number(number) = self { Some(number) } else { None }
    }

    /// The string, if this is one.
    pub fn as_str(&self) -> Option<&str> {
        if let Self::String(content) = self { Some(content) } else { None }
    }

    /// The items, if this is an array.
    pub fn as_array(&self) -> Option<&[Self]> {
        if let Self::Array(items) = self { Some(items) } else { None }
    }

    /// The members, if this is an object.
    pub fn as_object(&self) -> Option<&[(String, Self)]> {
        if let Self::Object(members) = self { Some(members) } else { None }
    }

    /// What kind of value it is, in JSON Schema's words: `integer` is not among them.
    pub fn type_name(&self) -> &'static str {
        match self {
            Self::Null => "null",
            Self::Bool(_) => "boolean",
            Self::Number(_) => "number",
            Self::String(_) => "string",
            Self::Array(_) => "array",
            Self::Object(_) => "object",
        }
    }

    fn rank(&self) -> u8 {
        match self {
            Self::Null => 0,
            Self::Bool(_) => 1,
            Self::Number(_) => 2,
            Self::String(_) => 3,
            Self::Array(_) => 4,
            Self::Object(_) => 5,
        }
    }
}

/// The index that a token of a JSON pointer is.
fn index(token: &str) -> Option<usize> {
    let plain = token == "0" || !token.starts_with(['0', '+']);
    plain.then(|| token.parse().ok())?
}

fn sorted(members: &[(String, Json)]) -> Vec<&(String, Json)> {
    let mut sorted: Vec<_> = members.iter().collect();
    sorted.sort_by(|a, b| a.0.cmp(&b.0));
    sorted
}

/// Equal as [`Ord`] has it, found without sorting where members stand in the same order.
impl PartialEq for Json {
    fn eq(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Null, Self::Null) => true,
            (Self::Bool(a), Self::Bool(b)) => a == b,
            (Self::Number(a), Self::Number(b)) => a == b,
            (Self::String(a), Self::String(b)) => a == b,
            (Self::Array(a), Self::Array(b)) => a.is(b) || **a == **b,
            (Self::Object(a), Self::Object(b)) if a.is(b) => true,
            (Self::Object(a), Self::Object(b)) => {
                a.len() == b.len()
                    && if a.iter().zip(b).all(|(a, b)| a.0 == b.0) {
                        a.iter().zip(b).all(|(a, b)| a.1 == b.1)
                    } else {
                        sorted(a) == sorted(b)
                    }
            }
            _ => false,
        }
    }
}

impl Eq for Json {}

impl PartialOrd for Json {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

/// An order for sets of values: by type, then by content.
impl Ord for Json {
    fn cmp(&self, other: &Self) -> Ordering {
        match (self, other) {
            (Self::Bool(a), Self::Bool(b)) => a.cmp(b),
            (Self::Number(a), Self::Number(b)) => a.cmp(b),
            (Self::String(a), Self::String(b)) => a.cmp(b),
            (Self::Array(a), Self::Array(b)) => (**a).cmp(b),
            (Self::Object(a), Self::Object(b)) => sorted(a).cmp(&sorted(b)),
            _ => self.rank().cmp(&other.rank()),
        }
    }
}

impl Serialize for Json {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Null => serializer.serialize_unit(),
            Self::Bool(value) => serializer.serialize_bool(*value),
            Self::Number(number) => number.serialize(serializer),
            Self::String(content) => serializer.serialize_str(content),
            Self::Array(items) => {
                let mut sequence = serializer.serialize_seq(Some(items.len()))?;
                for item in items {
                    sequence.serialize_element(item)?;
                }
                sequence.end()
            }
            Self::Object(members) => {
                let mut map = serializer.serialize_map(Some(members.len()))?;
                for (name, value) in members {
                    map.serialize_entry(name, value)?;
                }
                map.end()
            }
        }
    }
}

/// The text on one line.
impl fmt::Display for Json {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&serde_json::to_string(self).map_err(|_| fmt::Error)?)
    }
}

/// Numbers that `serde_json` has rounded stay rounded; [`Json::parse`] rounds none.
impl From<&serde_json::Value> for Json {
    fn from(value: &serde_json::Value) -> Self {
        use serde_json::Value;
        match value {
            Value::Null => Self::Null,
            Value::Bool(value) => Self::Bool(*value),
            Value::Number(number) => {
                // Its text is a JSON number: it holds no NaN and no infinity.
                Number::parse(&number.to_string()).map_or(Self::Null, Self::from)
            }
            Value::String(content) => Self::String(content.clone()),
            Value::Array(items) => Self::Array(items.iter().map(Self::from).collect()),
            Value::Object(members) => Self::Object(
                members.iter().map(|(name, value)| (name.clone(), Self::from(value))).collect(),
            ),
        }
    }
}

impl From<&str> for Json {
    fn from(content: &str) -> Self {
        Self::String(content.to_owned())
    }
}

impl From<bool> for Json {
    fn from(value: bool) -> Self {
        Self::Bool(value)
    }
}

impl From<Number> for Json {
    fn from(number: Number) -> Self {
        Self::Number(Box::new(number))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn json(text: &str) -> Json {
        Json::parse(text).expect("JSON")
    }

    #[test]
    fn numbers_are_printed_as_they_were_written() {
        let text = r#"{"b":[1.0,-0,1e400,18446744073709551616,0.10],"a":"\"\u0001é"}"#;
        assert_eq!(json(text).to_string(), text);
    }

    #[test]
    fn equality_is_that_of_json_schema() {
        assert_eq!(json(r#"{"a": 1, "b": [1.0]}"#), json(r#"{"b": [1], "a": 1.0}"#));
        assert_ne!(json(r#"{"a": 1}"#), json(r#"{"a": 1, "b": 1}"#));
        assert_ne!(json("[1, 2]"), json("[2, 1]"));
        assert_ne!(json("0"), json("false"));
    }

    #[test]
    fn pointers_follow_rfc_6901() {
        let value = json(r#"{"a/b": {"m~n": [10, 11]}, "": 1, "~1": 2}"#);
        let found = |pointer| value.pointer(pointer).map(ToString::to_string);
        assert_eq!(found("/a~1b/m~0n/1").as_deref(), Some("11"));
        assert_eq!(found("/").as_deref(), Some("1"));
        assert_eq!(found("/~01").as_deref(), Some("2"));
        assert_eq!(value.pointer(""), Some(&value));
        for absent in ["a", "/a~1b/m~0n/01", "/a~1b/m~0n/2", "/a~1b/m~0n/-", "//x"] {
            assert_eq!(value.pointer(absent), None, "{absent}");
            assert_eq!(Lookup::new(&value).pointer(absent), None, "{absent}");
        }
        let many: Vec<String> =
            (0..40).map(|number| format!("\"n~{number}\": [{number}]")).collect();
        let many = json(&format!("{{{}}}", many.join(", ")));
        let mut lookup = Lookup::new(&many);
        for pointer in ["", "/n~00/0", "/n~07/0", "/n~039", "/n~040", "/n~07/1"] {
            assert_eq!(lookup.pointer(pointer), many.pointer(pointer), "{pointer}");
        }
        assert_eq!(lookup.path("/n~039/0"), Some(vec![39, 0]));
    }
}
