//! Writing: whether some value of a type is written as a document.

use contract_core::document::{
    Content, Enum, Field, Leaf, Shape, Struct, Tagging, Variant, WireType, Written,
};

use super::{Step, Walk, text};
use crate::json::{Class, Json, Number};

/// What still has to find its members in an object.
#[derive(Clone, Copy)]
enum Part<'d> {
    /// The fields of a struct.
    Struct(&'d Struct),
    /// One member with a constant.
    Constant(&'d str, &'d str),
    /// One member with a variant's content.
    Content(&'d str, &'d Content),
    /// A type whose members stand beside others; flattened, or the content of a tagged variant.
    Beside(&'d WireType, bool),
    /// A flattened type that may be left out.
    Perhaps(&'d WireType),
    /// A field whose name may be another part's as well: it may be left out, or stands twice.
    Field(&'d Field),
}

type Members<'v> = Vec<(&'v str, &'v Json)>;

impl<'d> Walk<'d> {
    pub(super) fn write(&mut self, wire: &'d WireType, value: &Json) -> Step {
        self.deeper(|walk| walk.write_here(wire, value))
    }

    fn unwritten(&self, value: &Json, wire: &str) -> Step {
        self.refuse(format!("a {} is never written for {wire}", value.type_name()))
    }

    fn write_here(&mut self, wire: &'d WireType, value: &Json) -> Step {
        match (wire, value) {
            (WireType::Leaf(leaf), value) => self.write_leaf(*leaf, value),
            (WireType::Named(name), value) => match self.shape(name) {
                Some(shape) => self.write_shape(name, shape, value),
                None => self.unknown_type(name),
            },
            (WireType::Option(_), Json::Null) => Ok(()),
            (WireType::Option(of), some) => self.write(of, some),
            (WireType::List(of), Json::Array(items)) => self.write_items(items, |_| of),
            (WireType::Set(of), Json::Array(items)) => {
                self.write_items(items, |_| of)?;
                let mut sorted: Vec<&Json> = items.iter().collect();
                sorted.sort_unstable();
                if sorted.windows(2).any(|pair| pair[0] == pair[1]) {
                    return self.doubt("two elements of a set that are written alike");
                }
                Ok(())
            }
            (WireType::Array(of, length), Json::Array(items)) if items.len() as u64 == *length => {
                self.write_items(items, |_| of)
            }
            (WireType::ShortList(of, most), Json::Array(items)) if items.len() as u64 <= *most => {
                self.write_items(items, |_| of)
            }
            (WireType::ShortText(most), Json::String(content)) if content.len() as u64 <= *most => {
                Ok(())
            }
            (WireType::Tuple(of), Json::Array(items)) if items.len() == of.len() => {
                self.write_items(items, |index| &of[index])
            }
            (WireType::Map(key, of), Json::Object(members)) => {
                for (name, value) in members {
                    self.at(name, |walk| {
                        walk.write_key(key, name)?;
                        walk.write(of, value)
                    })?;
                }
                Ok(())
            }
            (WireType::Split(written, _), value) => self.write(written, value),
            (WireType::Opaque(codec, of), value) => {
                if let Some(of) = of {
                    self.write(of, value)?;
                }
                self.codec(codec)
            }
            (WireType::Codec(codec, _), _) => self.codec(codec),
            (WireType::Schema(schema), value) => {
                self.schema(schema, value, super::Members::OnlyDescribed)
            }
            (wire, value) => {
                let wire = serde_json::to_string(wire).unwrap_or_default();
                self.unwritten(value, &wire)
            }
        }
    }

    fn write_items(&mut self, items: &[Json], of: impl Fn(usize) -> &'d WireType) -> Step {
        for (index, item) in items.iter().enumerate() {
            self.at(index.to_string(), |walk| walk.write(of(index), item))?;
        }
        Ok(())
    }

    fn write_shape(&mut self, name: &str, shape: &'d Shape, value: &Json) -> Step {
        match (shape, value) {
            (Shape::Struct(of), Json::Object(members)) => {
                self.write_members(vec![Part::Struct(of)], view(members), Vec::new())
            }
            (Shape::Tuple(fields), Json::Array(items)) => self.write_in_order(fields, items, 0),
            (Shape::Unit, Json::Null) => Ok(()),
            (Shape::Alias(of) | Shape::Newtype(of), value) => self.write(of, value),
            (Shape::Enum(of), value) => self.first_of(
                of.variants.iter().filter(|variant| variant.written),
                |walk, variant| walk.write_variant(of, variant, value),
                |walk| walk.refuse(format!("no variant of `{name}` is written like this")),
            ),
            (_, value) => self.unwritten(value, name),
        }
    }

    /// Fields by position, some of which may be left out.
    fn write_in_order(&mut self, fields: &'d [Field], items: &[Json], at: usize) -> Step {
        let Some((field, rest)) = fields.split_first() else {
            return match items {
                [] => Ok(()),
                _ => self.refuse("more elements than fields"),
            };
        };
        if field.written == Written::Never {
            return self.write_in_order(rest, items, at);
        }
        let present = |walk: &mut Self| match items.split_first() {
            Some((item, items)) => {
                walk.at(at.to_string(), |walk| walk.write_field(field, item))?;
                walk.deeper(|walk| walk.write_in_order(rest, items, at + 1))
            }
            None => walk.refuse(format!("field {at} is always written")),
        };
        if field.written.is_always() {
            return present(self);
        }
        self.first_of(
            [true, false],
            |walk, written| {
                if written {
                    present(walk)
                } else {
                    walk.deeper(|walk| walk.write_in_order(rest, items, at))
                }
            },
            |walk| walk.refuse("the elements are not those of the fields"),
        )
    }

    fn write_field(&mut self, field: &'d Field, value: &Json) -> Step {
        match (&field.written, &field.wire) {
            (Written::UnlessNone, WireType::Option(of)) => self.write(of, value),
            (_, wire) => self.write(wire, value),
        }
    }

    fn write_variant(&mut self, of: &'d Enum, variant: &'d Variant, value: &Json) -> Step {
        let name = variant.name.as_str();
        let parts = match &of.tagging {
            _ if variant.untagged => return self.write_content(&variant.content, value),
            Tagging::Untagged => return self.write_content(&variant.content, value),
            Tagging::External if variant.content.is_unit() => {
                return match value {
                    Json::String(content) if content == name => Ok(()),
                    other => self.unwritten(other, name),
                };
            }
            Tagging::Number { .. } => {
                return match value {
                    Json::Number(number) if number.as_str() == name => Ok(()),
                    other => self.unwritten(other, name),
                };
            }
            Tagging::External => vec![Part::Content(name, &variant.content)],
            Tagging::Internal { tag } => internal(tag, variant),
            Tagging::Adjacent { tag, content } => adjacent(tag, content, variant),
        };
        match value {
            Json::Object(members) => self.write_members(parts, view(members), Vec::new()),
            other => self.unwritten(other, name),
        }
    }

    /// A variant's content by itself.
    fn write_content(&mut self, content: &'d Content, value: &Json) -> Step {
        match (content, value) {
            (Content::Unit, Json::Null) => Ok(()),
            (Content::Newtype(of), value) => self.write(of, value),
            (Content::Tuple(fields), Json::Array(items)) => self.write_in_order(fields, items, 0),
            (Content::Struct(of), Json::Object(members)) => {
                self.write_members(vec![Part::Struct(of)], view(members), Vec::new())
            }
            (_, other) => self.unwritten(other, "the variant"),
        }
    }

    /// A variant's content as a member.
    fn write_beside_tag(&mut self, content: &'d Content, value: &Json) -> Step {
        match (content, value) {
            (Content::Unit, Json::Null) => Ok(()),
            (Content::Unit, other) => self.unwritten(other, "a unit"),
            (content, value) => self.write_content(content, value),
        }
    }

    /// Gives every member to one of the parts. Maps wait until the end and take what is left.
    fn write_members(
        &mut self,
        parts: Vec<Part<'d>>,
        rest: Members<'_>,
        maps: Vec<&'d WireType>,
    ) -> Step {
        self.deeper(|walk| walk.write_parts(parts, rest, maps))
    }

    fn write_parts(
        &mut self,
        mut parts: Vec<Part<'d>>,
        mut rest: Members<'_>,
        mut maps: Vec<&'d WireType>,
    ) -> Step {
        while let Some(part) = parts.pop() {
            // A type may stand beside itself for ever.
            self.steps += 1;
            if self.steps > super::STEPS {
                return self.doubt("the document is nested too deeply to be walked");
            }
            match part {
                Part::Constant(name, constant) => {
                    let is = |value: &Json| value.as_str() == Some(constant);
                    match rest.iter().position(|(found, value)| *found == name && is(value)) {
                        Some(at) => drop(rest.remove(at)),
                        None => return self.refuse(format!("`{name}` is always {constant:?}")),
                    }
                }
                Part::Content(name, _) if count(&rest, name) > 1 => {
                    return self.each_of_its_name(part, name, false, &parts, &rest, &maps);
                }
                Part::Content(name, content) => match take(&mut rest, name) {
                    Some(value) => self.at(name, |walk| walk.write_beside_tag(content, value))?,
                    None => return self.refuse(format!("`{name}` is always written")),
                },
                Part::Struct(of) => {
                    if let Some(tag) = &of.tag {
                        parts.push(Part::Constant(&tag.name, &tag.value));
                    }
                    // What is left out may leave its name to whoever stands beside it.
                    let shares = of.fields.iter().any(|field| field.flatten)
                        || !parts.is_empty()
                        || !maps.is_empty();
                    for field in &of.fields {
                        let stands = count(&rest, &field.name);
                        match (&field.written, field.flatten, &field.wire) {
                            (Written::Never, ..) => {}
                            (Written::Unless(_), true, wire) => parts.push(Part::Perhaps(wire)),
                            (_, true, wire) => parts.push(Part::Beside(wire, true)),
                            (written, false, _)
                                if shares
                                    && (stands > 1 || stands == 1 && !written.is_always()) =>
                            {
                                parts.push(Part::Field(field));
                            }
                            (written, false, _) => match take(&mut rest, &field.name) {
                                Some(value) => {
                                    self.at(&field.name, |walk| walk.write_field(field, value))?;
                                }
                                None if written.is_always() => {
                                    return self
                                        .refuse(format!("`{}` is always written", field.name));
                                }
                                None => {}
                            },
                        }
                    }
                }
                Part::Field(field) => {
                    let may_miss = !field.written.is_always();
                    return self.each_of_its_name(
                        part,
                        &field.name,
                        may_miss,
                        &parts,
                        &rest,
                        &maps,
                    );
                }
                Part::Perhaps(wire) => return self.without_or_with(parts, wire, rest, maps),
                Part::Beside(wire, flattened) => match wire {
                    WireType::Leaf(Leaf::Null | Leaf::Phantom) => {}
                    WireType::Leaf(Leaf::Any) | WireType::Map(..) => maps.push(wire),
                    WireType::Leaf(leaf @ (Leaf::Duration | Leaf::SystemTime)) => {
                        for name in clock(*leaf) {
                            let Some(value) = take(&mut rest, name) else {
                                return self.refuse(format!("`{name}` is always written"));
                            };
                            self.at(name, |walk| walk.write_clock_part(*leaf, name, value))?;
                        }
                    }
                    WireType::Option(of) if flattened => {
                        return self.without_or_with(parts, of, rest, maps);
                    }
                    WireType::Split(of, _) => parts.push(Part::Beside(of, flattened)),
                    WireType::Opaque(codec, _) | WireType::Codec(codec, _) => {
                        return self.codec(codec);
                    }
                    WireType::Schema(_) => {
                        return self.doubt("the type is known only by its JSON Schema");
                    }
                    WireType::Named(name) => match self.shape(name) {
                        Some(Shape::Struct(of)) => parts.push(Part::Struct(of)),
                        Some(Shape::Unit) => {}
                        Some(Shape::Alias(of) | Shape::Newtype(of)) => {
                            parts.push(Part::Beside(of, flattened));
                        }
                        Some(Shape::Enum(of)) => {
                            return self.first_of(
                                of.variants.iter().filter(|variant| variant.written),
                                |walk, variant| {
                                    let mut parts = parts.clone();
                                    match beside(of, variant, flattened) {
                                        Some(more) => parts.extend(more),
                                        None => return walk.refuse("never written here"),
                                    }
                                    walk.write_members(parts, rest.clone(), maps.clone())
                                },
                                |walk| walk.refuse(format!("no variant of `{name}` is written so")),
                            );
                        }
                        Some(Shape::Tuple(_)) => {
                            return self.refuse(format!("`{name}` cannot be written here"));
                        }
                        None => return self.unknown_type(name),
                    },
                    _ => return self.refuse("can only flatten structs and maps"),
                },
            }
        }
        self.write_left(rest, &maps)
    }

    /// Gives what no part has taken to the maps.
    fn write_left(&mut self, rest: Members<'_>, maps: &[&'d WireType]) -> Step {
        let mut left: Vec<(&str, Vec<&Json>)> = Vec::new();
        for (name, value) in rest {
            match left.iter_mut().find(|(known, _)| *known == name) {
                Some((_, values)) => values.push(value),
                None => left.push((name, vec![value])),
            }
        }
        for (name, values) in left {
            self.at(name, |walk| walk.write_entries(name, &values, maps))?;
        }
        Ok(())
    }

    /// Gives every value that stands under a name to a map of its own.
    fn write_entries(&mut self, name: &str, values: &[&Json], maps: &[&'d WireType]) -> Step {
        let Some((value, values)) = values.split_first() else { return Ok(()) };
        self.first_of(
            0..maps.len(),
            |walk, at| {
                if let WireType::Map(key, of) = maps[at] {
                    walk.write_key(key, name)?;
                    walk.write(of, value)?;
                }
                let mut others = maps.to_vec();
                others.remove(at);
                walk.deeper(|walk| walk.write_entries(name, values, &others))
            },
            |walk| walk.refuse(format!("nothing writes `{name}`")),
        )
    }

    /// Gives each of the members of a name to a part, or none if it may go without, and the others
    /// to the other parts.
    fn each_of_its_name(
        &mut self,
        part: Part<'d>,
        name: &str,
        may_miss: bool,
        parts: &[Part<'d>],
        rest: &Members<'_>,
        maps: &[&'d WireType],
    ) -> Step {
        let named = rest.iter().enumerate().filter(|(_, (found, _))| *found == name);
        let mut choices: Vec<Option<usize>> = named.map(|(at, _)| Some(at)).collect();
        if may_miss {
            choices.push(None);
        }
        self.first_of(
            choices,
            |walk, choice| {
                let mut rest = rest.clone();
                if let Some(at) = choice {
                    let (_, value) = rest.remove(at);
                    walk.at(name, |walk| match part {
                        Part::Field(field) => walk.write_field(field, value),
                        Part::Content(_, content) => walk.write_beside_tag(content, value),
                        _ => Ok(()),
                    })?;
                }
                walk.write_members(parts.to_vec(), rest, maps.to_vec())
            },
            |walk| walk.refuse("the members are not those of the fields"),
        )
    }

    fn without_or_with(
        &mut self,
        parts: Vec<Part<'d>>,
        wire: &'d WireType,
        rest: Members<'_>,
        maps: Vec<&'d WireType>,
    ) -> Step {
        self.first_of(
            [false, true],
            |walk, with| {
                let mut parts = parts.clone();
                if with {
                    parts.push(Part::Beside(wire, true));
                }
                walk.write_members(parts, rest.clone(), maps.clone())
            },
            |walk| walk.refuse("the members are not those of the fields"),
        )
    }

    /// The text of a key.
    fn write_key(&mut self, wire: &'d WireType, key: &str) -> Step {
        match wire {
            WireType::Leaf(Leaf::String | Leaf::BorrowedString) => Ok(()),
            WireType::Leaf(Leaf::Bool) if matches!(key, "true" | "false") => Ok(()),
            WireType::Leaf(Leaf::Char) => self.write_leaf(Leaf::Char, &key.into()),
            WireType::Leaf(leaf) if text::is_number(*leaf) => match Number::parse(key) {
                Some(number) => self.write_leaf(*leaf, &Json::from(number)),
                None => self.refuse("not a number in quotes"),
            },
            WireType::Leaf(leaf) if text::writes(*leaf, key).is_some() => {
                self.write_leaf(*leaf, &key.into())
            }
            WireType::Option(of) | WireType::Split(of, _) => self.write_key(of, key),
            WireType::ShortText(_) => self.write(wire, &key.into()),
            WireType::Opaque(codec, _) | WireType::Codec(codec, _) => self.codec(codec),
            WireType::Schema(_) => self.doubt("the type is known only by its JSON Schema"),
            WireType::Named(name) => match self.shape(name) {
                Some(Shape::Alias(of) | Shape::Newtype(of)) => {
                    self.deeper(|walk| walk.write_key(of, key))
                }
                Some(Shape::Enum(of)) => self.first_of(
                    of.variants.iter().filter(|variant| variant.written),
                    |walk, variant| match &variant.content {
                        Content::Newtype(content)
                            if variant.untagged || of.tagging == Tagging::Untagged =>
                        {
                            walk.deeper(|walk| walk.write_key(content, key))
                        }
                        Content::Unit
                            if matches!(of.tagging, Tagging::External | Tagging::Number { .. })
                                && !variant.untagged
                                && variant.name == key =>
                        {
                            Ok(())
                        }
                        _ => walk.refuse("not this variant"),
                    },
                    |walk| walk.refuse(format!("no variant of `{name}` is written so as a key")),
                ),
                Some(_) => self.refuse("key must be a string"),
                None => self.unknown_type(name),
            },
            _ => self.refuse("key must be a string"),
        }
    }

    fn write_clock_part(&mut self, leaf: Leaf, name: &str, value: &Json) -> Step {
        let greatest = match (name.starts_with("nanos"), leaf) {
            (true, _) => 999_999_999,
            (false, Leaf::Duration) => u64::MAX,
            (false, _) => i64::MAX.unsigned_abs(),
        };
        match value {
            Json::Number(number)
                if text::integer(number)
                    .is_some_and(|value| value.within(0, u128::from(greatest))) =>
            {
                Ok(())
            }
            other => self.unwritten(other, name),
        }
    }

    fn write_leaf(&mut self, leaf: Leaf, value: &Json) -> Step {
        let written = match (leaf, value) {
            (Leaf::Any | Leaf::Raw, _)
            | (Leaf::Null | Leaf::Phantom | Leaf::Skipped, Json::Null)
            | (Leaf::Bool, Json::Bool(_)) => true,
            (Leaf::String | Leaf::BorrowedString, Json::String(_)) => true,
            (Leaf::Char, Json::String(content)) => content.chars().count() == 1,
            // NaN and infinities are written as null.
            (Leaf::F32 | Leaf::F64, Json::Null) => true,
            (Leaf::F32 | Leaf::F64, Json::Number(number)) => float(leaf, number),
            (Leaf::Number, Json::Number(number)) => match text::integer(number) {
                Some(value) => value.in_64_bits(),
                None => float(leaf, number),
            },
            (Leaf::Bytes | Leaf::CString, Json::Array(items)) => {
                let byte = if leaf == Leaf::Bytes { Leaf::U8 } else { Leaf::NonZeroU8 };
                for item in items {
                    self.write_leaf(byte, item)?;
                }
                true
            }
            (Leaf::Duration | Leaf::SystemTime, Json::Object(members)) => {
                let mut rest = view(members);
                for name in clock(leaf) {
                    let Some(value) = take(&mut rest, name) else {
                        return self.refuse(format!("`{name}` is always written"));
                    };
                    self.write_clock_part(leaf, name, value)?;
                }
                rest.is_empty()
            }
            (leaf, Json::String(content)) => text::writes(leaf, content).unwrap_or(false),
            (leaf, Json::Number(number)) => match (text::bounds(leaf), text::integer(number)) {
                (Some((least, greatest)), Some(value)) => {
                    value.within(least, greatest) && !(value.magnitude == 0 && text::non_zero(leaf))
                }
                _ => false,
            },
            _ => false,
        };
        if written { Ok(()) } else { self.unwritten(value, leaf.word()) }
    }
}

/// Whether a float is written as this number: with a point or an exponent, and no more digits
/// than it needs.
fn float(leaf: Leaf, number: &Number) -> bool {
    let printed = match leaf {
        Leaf::F32 => number.as_str().parse::<f32>().map(|value| serde_json::to_string(&value)),
        _ => number.as_str().parse::<f64>().map(|value| serde_json::to_string(&value)),
    };
    let printed = printed.ok().and_then(Result::ok).and_then(|text| Number::parse(&text));
    number.class() != Class::Integer && printed.as_ref() == Some(number)
}

fn clock(leaf: Leaf) -> [&'static str; 2] {
    match leaf {
        Leaf::Duration => ["secs", "nanos"],
        _ => ["secs_since_epoch", "nanos_since_epoch"],
    }
}

fn view(members: &[(String, Json)]) -> Members<'_> {
    members.iter().map(|(name, value)| (name.as_str(), value)).collect()
}

/// How many members have a name.
fn count(rest: &Members<'_>, name: &str) -> usize {
    rest.iter().filter(|(found, _)| *found == name).count()
}

fn take<'v>(rest: &mut Members<'v>, name: &str) -> Option<&'v Json> {
    let index = rest.iter().position(|(found, _)| *found == name)?;
    Some(rest.remove(index).1)
}

fn internal<'d>(tag: &'d str, variant: &'d Variant) -> Vec<Part<'d>> {
    let constant = Part::Constant(tag, &variant.name);
    match &variant.content {
        Content::Unit | Content::Tuple(_) => vec![constant],
        Content::Newtype(of) => vec![constant, Part::Beside(of, false)],
        Content::Struct(of) => vec![constant, Part::Struct(of)],
    }
}

fn adjacent<'d>(tag: &'d str, content: &'d str, variant: &'d Variant) -> Vec<Part<'d>> {
    let constant = Part::Constant(tag, &variant.name);
    match &variant.content {
        Content::Unit => vec![constant],
        of => vec![constant, Part::Content(content, of)],
    }
}

/// The members that a variant writes into a surrounding object; none if it writes none there.
fn beside<'d>(of: &'d Enum, variant: &'d Variant, flattened: bool) -> Option<Vec<Part<'d>>> {
    Some(match &of.tagging {
        Tagging::External if !variant.untagged => {
            vec![Part::Content(&variant.name, &variant.content)]
        }
        Tagging::Internal { tag } if !variant.untagged => internal(tag, variant),
        Tagging::Adjacent { tag, content } if !variant.untagged => adjacent(tag, content, variant),
        Tagging::Number { .. } => return None,
        _ => match &variant.content {
            Content::Unit => Vec::new(),
            Content::Newtype(of) => vec![Part::Beside(of, flattened)],
            Content::Tuple(_) => return None,
            Content::Struct(of) => vec![Part::Struct(of)],
        },
    })
}
