//! Reading: values, structs, maps.

use std::collections::BTreeSet;

use contract_core::document::{
    Enum, Field, Leaf, Read, Shape, Struct, Tagging, UnknownFields, WireType,
};

use super::{Members, Step, Walk, text};
use crate::json::{Json, Number};

/// Where a value is read from. serde reads a buffer by other rules than text, and a buffer that
/// it owns by other rules than one that it borrows.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Source {
    Text,
    Owned,
    Borrowed,
}

/// A value as a visitor sees it. The members and items may be some of a document's only.
#[derive(Clone)]
pub(super) enum View<'v> {
    Null,
    Bool(bool),
    Number(&'v Number),
    String(&'v str),
    Seq(&'v [Json]),
    Map(Vec<(&'v str, &'v Json)>),
}

impl<'v> View<'v> {
    pub(super) fn of(value: &'v Json) -> Self {
        match value {
            Json::Null => Self::Null,
            Json::Bool(value) => Self::Bool(*value),
            Json::Number(number) => Self::Number(number),
            Json::String(content) => Self::String(content),
            Json::Array(items) => Self::Seq(items),
            Json::Object(members) => {
                Self::Map(members.iter().map(|(name, value)| (name.as_str(), value)).collect())
            }
        }
    }

    /// The value by itself.
    fn json(&self) -> Json {
        match self {
            Self::Null => Json::Null,
            Self::Bool(value) => Json::Bool(*value),
            Self::Number(number) => Json::from((*number).clone()),
            Self::String(content) => Json::from(*content),
            Self::Seq(items) => Json::Array(items.to_vec().into()),
            Self::Map(entries) => {
                let members = entries.iter();
                Json::Object(members.map(|(n, v)| ((*n).to_owned(), (*v).clone())).collect())
            }
        }
    }

    /// What it is, in serde's words for an unexpected value.
    pub(super) fn unexpected(&self) -> String {
        match self {
            Self::Null => "null".to_owned(),
            Self::Bool(value) => format!("boolean `{value}`"),
            Self::Number(number) if text::integer(number).is_some() => {
                format!("integer `{number}`")
            }
            Self::Number(number) => format!("floating point `{number}`"),
            Self::String(content) => format!("string {content:?}"),
            Self::Seq(_) => "sequence".to_owned(),
            Self::Map(_) => "map".to_owned(),
        }
    }
}

impl<'d> Walk<'d> {
    pub(super) fn invalid_type(&self, found: &View<'_>, expected: &str) -> Step {
        self.refuse(format!("invalid type: {}, expected {expected}", found.unexpected()))
    }

    pub(super) fn read(&mut self, wire: &'d WireType, view: &View<'_>, source: Source) -> Step {
        self.deeper(|walk| walk.read_here(wire, view, source))
    }

    fn read_here(&mut self, wire: &'d WireType, view: &View<'_>, source: Source) -> Step {
        match wire {
            WireType::Leaf(leaf) => self.read_leaf(*leaf, view, source),
            WireType::Named(name) => match self.shape(name) {
                Some(shape) => self.read_shape(name, shape, view, source),
                None => self.unknown_type(name),
            },
            WireType::Option(of) => match view {
                View::Null => Ok(()),
                some => self.read(of, some, source),
            },
            WireType::List(of) | WireType::Set(of) => match view {
                View::Seq(items) => self.read_items(items, source, |_| of),
                other => self.invalid_type(other, "a sequence"),
            },
            WireType::Array(of, length) => match view {
                View::Seq(items) if items.len() as u64 == *length => {
                    self.read_items(items, source, |_| of)
                }
                View::Seq(items) => self.invalid_length(items.len(), "an array", *length),
                other => self.invalid_type(other, "an array"),
            },
            WireType::ShortList(of, most) => match view {
                View::Seq(items) => {
                    self.read_items(items, source, |_| of)?;
                    if items.len() as u64 > *most {
                        let length = items.len();
                        return self.refuse(format!("invalid length {length}, expected an array with no more than {most} items"));
                    }
                    Ok(())
                }
                other => self.invalid_type(other, "an array"),
            },
            WireType::ShortText(most) => {
                match view {
                    View::String(content) if content.len() as u64 <= *most => Ok(()),
                    View::String(content) => {
                        let length = content.len();
                        self.refuse(format!("invalid length {length}, expected a string no more than {most} bytes long"))
                    }
                    other => self.invalid_type(other, "a string"),
                }
            }
            WireType::Tuple(of) => match view {
                View::Seq(items) if items.len() == of.len() => {
                    self.read_items(items, source, |index| &of[index])
                }
                View::Seq(items) => self.invalid_length(items.len(), "a tuple", of.len() as u64),
                other => self.invalid_type(other, "a tuple"),
            },
            WireType::Map(key, of) => match view {
                View::Map(entries) => {
                    for (name, value) in entries {
                        self.at(*name, |walk| {
                            walk.read_key(key, name, source)?;
                            walk.read(of, &View::of(value), source)
                        })?;
                    }
                    Ok(())
                }
                other => self.invalid_type(other, "a map"),
            },
            WireType::Split(_, read) => self.read(read, view, source),
            WireType::Opaque(codec, of) => {
                if let Some(of) = of {
                    self.read(of, view, source)?;
                }
                self.codec(codec)
            }
            WireType::Codec(codec, _) => self.codec(codec),
            WireType::Schema(schema) => self.schema(schema, &view.json(), Members::AsDescribed),
        }
    }

    fn read_items(
        &mut self,
        items: &[Json],
        source: Source,
        of: impl Fn(usize) -> &'d WireType,
    ) -> Step {
        for (index, item) in items.iter().enumerate() {
            self.at(index.to_string(), |walk| walk.read(of(index), &View::of(item), source))?;
        }
        Ok(())
    }

    pub(super) fn invalid_length(&self, found: usize, what: &str, expected: u64) -> Step {
        self.refuse(format!("invalid length {found}, expected {what} of {expected} elements"))
    }

    /// A map's key. In text, serde_json reads numbers and truth values between quotes; in a
    /// buffer a key is a string and nothing else.
    fn read_key(&mut self, wire: &'d WireType, key: &str, source: Source) -> Step {
        if source != Source::Text && !matches!(wire, WireType::Schema(_)) {
            return self.read(wire, &View::String(key), source);
        }
        match wire {
            WireType::Leaf(Leaf::Bool) if matches!(key, "true" | "false") => Ok(()),
            WireType::Leaf(Leaf::Bool) => self.invalid_type(&View::String(key), "a boolean"),
            WireType::Leaf(leaf) if text::is_number(*leaf) => match Number::parse(key) {
                Some(number) => self.read_leaf(*leaf, &View::Number(&number), Source::Text),
                None => self.refuse("invalid value: expected key to be a number in quotes"),
            },
            WireType::Option(of) | WireType::Split(_, of) => self.read_key(of, key, source),
            WireType::Named(name) => match self.shape(name) {
                Some(Shape::Alias(of) | Shape::Newtype(of)) => {
                    self.deeper(|walk| walk.read_key(of, key, source))
                }
                Some(Shape::Enum(Enum { tagging: Tagging::Number { .. }, .. })) => {
                    match Number::parse(key) {
                        Some(number) => self.read(wire, &View::Number(&number), source),
                        None => self.refuse("invalid value: expected key to be a number in quotes"),
                    }
                }
                _ => self.read(wire, &View::String(key), source),
            },
            WireType::Opaque(codec, Some(of)) => {
                self.read_key(of, key, source)?;
                self.codec(codec)
            }
            WireType::Schema(_) => self.doubt("how it is read as a key is not in its JSON Schema"),
            _ => self.read(wire, &View::String(key), source),
        }
    }

    fn read_shape(
        &mut self,
        name: &str,
        shape: &'d Shape,
        view: &View<'_>,
        source: Source,
    ) -> Step {
        match shape {
            Shape::Struct(of) => {
                self.read_struct(of, view, source, true, refuses(of), &format!("struct {name}"))
            }
            Shape::Tuple(fields) => match view {
                View::Seq(items) => self.read_fields_in_order(
                    fields,
                    items,
                    source,
                    &format!("tuple struct {name}"),
                ),
                other => self.invalid_type(other, &format!("tuple struct {name}")),
            },
            Shape::Unit => match (view, source) {
                (View::Null, _) => Ok(()),
                (View::Map(entries), Source::Owned) if entries.is_empty() => Ok(()),
                (View::Seq([]), Source::Owned) => Ok(()),
                (other, _) => self.invalid_type(other, &format!("unit struct {name}")),
            },
            Shape::Alias(of) | Shape::Newtype(of) => self.read(of, view, source),
            Shape::Enum(of) => self.read_enum(name, of, view, source),
        }
    }

    /// A struct or a struct variant, from an object or, if `array`, from an array.
    pub(super) fn read_struct(
        &mut self,
        of: &'d Struct,
        view: &View<'_>,
        source: Source,
        array: bool,
        refuses: bool,
        expected: &str,
    ) -> Step {
        match view {
            View::Map(entries) => {
                let mut entries = entries.iter().copied();
                self.read_members(of, &mut || entries.next(), source, refuses)
            }
            View::Seq(items) if array && !flattens(of) => {
                self.read_fields_in_order(&of.fields, items, source, expected)
            }
            other => self.invalid_type(other, expected),
        }
    }

    /// The members of a struct as a map visitor meets them, one after the other.
    pub(super) fn read_members<'v>(
        &mut self,
        of: &'d Struct,
        next: &mut dyn FnMut() -> Option<(&'v str, &'v Json)>,
        source: Source,
        refuses: bool,
    ) -> Step {
        let buffers = flattens(of);
        let mut seen = BTreeSet::new();
        let mut collected = Vec::new();
        while let Some((name, value)) = next() {
            let found = of.fields.iter().enumerate().find(|(_, field)| answers_to(field, name));
            match found {
                Some((index, field)) => {
                    if !seen.insert(index) {
                        return self.refuse(format!("duplicate field `{}`", read_name(field)));
                    }
                    self.at(name, |walk| walk.read(&field.wire, &View::of(value), source))?;
                }
                None if buffers => {
                    if source == Source::Text {
                        self.at(name, |walk| walk.buffer(value))?;
                    }
                    collected.push(Some((name, value)));
                }
                None if refuses => self.unknown_field(name)?,
                None => {}
            }
        }
        for (index, field) in of.fields.iter().enumerate() {
            if !seen.contains(&index) && !field.flatten {
                self.missing(field)?;
            }
        }
        for field in of.fields.iter().filter(|field| field.flatten && field.read != Read::Never) {
            self.read_flattened(&field.wire, &mut collected)?;
        }
        for (name, _) in collected.into_iter().flatten().filter(|_| refuses) {
            self.unknown_field(name)?;
        }
        Ok(())
    }

    fn unknown_field(&mut self, name: &str) -> Step {
        self.refuse_member(name, format!("unknown field `{name}`"))
    }

    fn missing(&mut self, field: &'d Field) -> Step {
        match field.read {
            Read::Required => self.missing_of(&field.wire, read_name(field)),
            Read::Demanded => self.missing_field(read_name(field)),
            _ => Ok(()),
        }
    }

    pub(super) fn missing_field(&mut self, name: &str) -> Step {
        self.refuse_member(name, format!("missing field `{name}`"))
    }

    /// A field of the type that is not there: serde asks the type for an option, and only what
    /// reads an option answers. What has code of its own may answer as well, but then it takes
    /// null, which serde_json offers in the same way.
    pub(super) fn missing_of(&mut self, wire: &'d WireType, name: &str) -> Step {
        match wire {
            WireType::Option(_) => Ok(()),
            WireType::Split(_, read) => self.missing_of(read, name),
            WireType::Named(of) => match self.shape(of) {
                // An alias of an alias of itself never ends.
                Some(Shape::Alias(of)) => self.deeper(|walk| walk.missing_of(of, name)),
                _ => self.missing_field(name),
            },
            WireType::Opaque(codec, of) => {
                if let Some(of) = of {
                    self.missing_of(of, name)?;
                }
                self.doubt(format!("only `{codec}` knows what it makes of a field that is missing"))
            }
            // The content of a variant: a codec of the field leaves the question to its type, and
            // one of the variant is asked nothing.
            WireType::Codec(codec, of) => {
                self.missing_of(of, name)?;
                self.doubt(format!("whether `{codec}` is asked for what is missing is not known"))
            }
            WireType::Schema(schema) => {
                if self.schema(schema, &Json::Null, Members::AsDescribed).is_err() {
                    return self.missing_field(name);
                }
                self.doubt("what becomes of a field that is missing is not in its JSON Schema")
            }
            _ => self.missing_field(name),
        }
    }

    /// Fields by position: what has a default may be missing at the end.
    pub(super) fn read_fields_in_order(
        &mut self,
        fields: &'d [Field],
        items: &[Json],
        source: Source,
        expected: &str,
    ) -> Step {
        let mut rest = items.iter().enumerate();
        let read = || fields.iter().filter(|field| field.read != Read::Never);
        for field in read() {
            match rest.next() {
                Some((index, item)) => self.at(index.to_string(), |walk| {
                    walk.read(&field.wire, &View::of(item), source)
                })?,
                None if matches!(field.read, Read::Required | Read::Demanded) => {
                    let length = items.len();
                    let count = read().count();
                    return self.refuse(format!(
                        "invalid length {length}, expected {expected} with {count} elements"
                    ));
                }
                None => {}
            }
        }
        match rest.next() {
            Some(_) => self.refuse(format!("trailing elements after {expected}")),
            None => Ok(()),
        }
    }
}

/// Whether a struct refuses members that it does not know.
pub(super) fn refuses(of: &Struct) -> bool {
    of.unknown_fields == UnknownFields::Refused
}

/// Whether a struct buffers what it does not know for flattened fields.
pub(super) fn flattens(of: &Struct) -> bool {
    of.fields.iter().any(|field| field.flatten && field.read != Read::Never)
}

pub(super) fn read_name(field: &Field) -> &str {
    field.read_name.as_deref().unwrap_or(&field.name)
}

/// Whether a field is read by this name.
pub(super) fn answers_to(field: &Field, name: &str) -> bool {
    !field.flatten
        && field.read != Read::Never
        && (read_name(field) == name || field.aliases.iter().any(|alias| alias == name))
}
