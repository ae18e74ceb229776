//! What serde and serde_json read.

use std::collections::BTreeSet;

use contract_core::document::{Field, Leaf, Read, Shape, Struct, UnknownFields, WireType};

use super::flattened::{Left, Reader};
use super::leaf::clock_names;
use super::merge::{Mask, Members, optional, required};
use super::takes;
use super::{Lower, Role, Source, leaf};
use crate::finding::Side;
use crate::shape::kinds::Kinds;
use crate::shape::lower::schema::Reading;
use crate::shape::{Member, ShapeId};

/// What becomes of a field that is missing.
pub(super) enum Missing {
    /// It is refused.
    Refused,
    /// Something is put in its place.
    Filled,
    /// Only code knows that is not seen.
    Unsure(Unsure),
}

/// What only code knows that is not seen.
pub(super) struct Unsure {
    /// What tells it from what other code knows.
    pub(super) name: String,
    pub(super) reason: String,
}

impl Lower<'_, '_> {
    pub(super) fn read(&mut self, side: Side, wire: &WireType, source: Source) -> ShapeId {
        match wire {
            WireType::Leaf(leaf) => self.read_leaf(*leaf, source),
            WireType::Named(name) => {
                let role = Role::Reader(source, self.author, self.untold);
                self.named(side, name, role)
            }
            WireType::Option(of) => {
                let null = self.null();
                let some = self.read(side, of, source);
                self.union(vec![null, some])
            }
            WireType::List(of) | WireType::Set(of) => {
                let items = self.read(side, of, source);
                self.list(items)
            }
            WireType::Map(key, of) => {
                let keys = self.read_keys(side, key, source);
                let values = self.read(side, of, source);
                let values = self.entries(values);
                self.map(keys, values)
            }
            WireType::Tuple(of) => {
                let items = of.iter().map(|item| self.read(side, item, source)).collect();
                self.tuple(items)
            }
            WireType::Array(of, length) => {
                let items = self.read(side, of, source);
                self.array(Vec::new(), items, *length, Some(*length))
            }
            WireType::ShortList(of, most) => {
                let items = self.read(side, of, source);
                self.array(Vec::new(), items, 0, Some(*most))
            }
            WireType::ShortText(most) => self.short_text(*most),
            WireType::Split(_, read) => self.read(side, read, source),
            WireType::Opaque(codec, None) => self.codec(side, codec, None, None),
            WireType::Opaque(codec, Some(of)) => {
                let within = self.read(side, of, source);
                self.codec_within(side, codec, of, within)
            }
            WireType::Codec(codec, of) => self.codec(side, codec, Some(of), None),
            WireType::Schema(schema) => {
                let shape = self.schema(schema, Reading::Exact);
                let nests = Kinds::OBJECT.or(Kinds::ARRAY);
                if !self.of.repeats || !self.arena.kinds(shape).meets(nests) {
                    return shape;
                }
                let reason = "what it makes of a name that stands twice is not in its JSON Schema";
                let text = contract_core::document::canonical(schema);
                self.opaque_within(&format!("{text} as it is read"), reason.to_owned(), shape)
            }
        }
    }

    /// A member that is read once: a second one of its name is a duplicate.
    pub(super) fn once(&mut self, shape: ShapeId) -> ShapeId {
        if !self.of.repeats || !self.arena.kinds(shape).meets(Kinds::REPEATED) {
            return shape;
        }
        let single = self.arena.single();
        self.both(vec![shape, single])
    }

    /// The values of a map, which reads every one that stands under a name and keeps the last.
    pub(super) fn entries(&mut self, values: ShapeId) -> ShapeId {
        if !self.of.repeats {
            return values;
        }
        let items = self.list(values);
        let repeated = self.arena.repeated(items);
        self.union(vec![values, repeated])
    }

    /// What the first member of a name has to be, where others of the name are left alone.
    pub(super) fn first(&mut self, shape: ShapeId) -> ShapeId {
        let once = self.once(shape);
        if !self.of.repeats {
            return once;
        }
        let any = self.arena.any();
        let items = self.array(vec![once], any, 1, None);
        let repeated = self.arena.repeated(items);
        self.union(vec![once, repeated])
    }

    pub(super) fn read_definition(&mut self, side: Side, shape: &Shape, source: Source) -> ShapeId {
        match shape {
            Shape::Struct(of) => self.read_struct(side, of, source, true),
            Shape::Tuple(of) => self.read_positions(side, of, source, Vec::new()),
            Shape::Unit => {
                let null = self.null();
                if source != Source::Owned {
                    return null;
                }
                let empty_object = self.empty_object();
                let empty_array = self.tuple(Vec::new());
                self.union(vec![null, empty_object, empty_array])
            }
            Shape::Alias(of) | Shape::Newtype(of) => self.read(side, of, source),
            Shape::Enum(of) => self.read_enum(side, of, source),
        }
    }

    /// The content of a struct or of a struct variant: an object, or an array in field order.
    pub(super) fn read_struct(
        &mut self,
        side: Side,
        of: &Struct,
        source: Source,
        array: bool,
    ) -> ShapeId {
        let mut forms = vec![self.fields(side, of, source, &Mask::default())];
        if array && !flattens(of) {
            forms.push(self.read_positions(side, &of.fields, source, Vec::new()));
        }
        self.union(forms)
    }

    /// An array of fields in order, after the elements of `lead`. Fields with a default may be
    /// missing at the end.
    pub(super) fn read_positions(
        &mut self,
        side: Side,
        fields: &[Field],
        source: Source,
        lead: Vec<ShapeId>,
    ) -> ShapeId {
        let mut items = lead;
        let mut least = items.len();
        for field in fields.iter().filter(|field| field.read != Read::Never) {
            items.push(self.read(side, &field.wire, source));
            if matches!(field.read, Read::Required | Read::Demanded) {
                least = items.len();
            }
        }
        let length = items.len() as u64;
        let rest = self.arena.never();
        self.array(items, rest, least as u64, Some(length))
    }

    /// The objects of which a struct reads the part that the mask leaves visible.
    pub(super) fn fields(
        &mut self,
        side: Side,
        of: &Struct,
        source: Source,
        mask: &Mask,
    ) -> ShapeId {
        let refuses = of.unknown_fields == UnknownFields::Refused;
        let flattened: Vec<&Field> =
            of.fields.iter().filter(|field| field.flatten && field.read != Read::Never).collect();
        let mut parts = self.own_fields(side, of, source, mask, refuses && flattened.is_empty());
        if flattened.is_empty() {
            return self.both(parts);
        }
        // A flattened field sees what the fields before it have left.
        let mut gone = mask.names();
        gone.extend(of.fields.iter().flat_map(visible_names).map(str::to_owned));
        let ordered = takes::ordered(self.document(side), of);
        let by = Reader { side, refuses, ordered: &ordered };
        parts.push(self.flattened(&by, &flattened, &Left::without(gone)));
        self.both(parts)
    }

    /// The fields that are read by name: an object, and for every field with aliases that only
    /// one of its names is there.
    pub(super) fn own_fields(
        &mut self,
        side: Side,
        of: &Struct,
        source: Source,
        mask: &Mask,
        closed: bool,
    ) -> Vec<ShapeId> {
        let any = self.arena.any();
        let mut members = self.ignored(&mask.hidden);
        members.extend(mask.lead.clone());
        let mut parts = Vec::new();
        // A name that two fields ask for is the first one's.
        let mut claimed = BTreeSet::new();
        for field in of.fields.iter().filter(|field| !field.flatten) {
            let mut names = visible_names(field);
            names.retain(|name| claimed.insert(*name) && !mask.covers(name));
            if field.read == Read::Never {
                continue;
            }
            let shape = self.read(side, &field.wire, source);
            let shape = self.once(shape);
            let missing = match field.read {
                Read::Required => self.missing(side, &field.wire),
                Read::Demanded => Missing::Refused,
                _ => Missing::Filled,
            };
            match (&names[..], &missing) {
                ([], Missing::Refused) => return vec![self.arena.never()],
                ([], Missing::Filled) => {}
                ([only], Missing::Refused) => {
                    members.insert((*only).to_owned(), required(shape));
                }
                ([only], Missing::Filled) => {
                    members.insert((*only).to_owned(), optional(shape));
                }
                (names, _) => {
                    members.extend(names.iter().map(|name| ((*name).to_owned(), optional(shape))));
                    parts.push(self.one_of(names, missing));
                }
            }
        }
        let rest = if closed { self.arena.never() } else { any };
        parts.insert(0, self.object(members, rest));
        parts
    }

    /// The objects in which one of the names stands, or none where that is read.
    fn one_of(&mut self, names: &[&str], missing: Missing) -> ShapeId {
        let (any, never) = (self.arena.any(), self.arena.never());
        let refused = matches!(missing, Missing::Refused | Missing::Unsure(_));
        let mut form = |chosen: Option<&&str>| {
            let members = names.iter().map(|name| {
                let there = Some(name) == chosen;
                let shape = if there { any } else { never };
                ((*name).to_owned(), Member { shape, required: there && refused })
            });
            self.object(members.collect(), any)
        };
        let mut forms: Vec<ShapeId> = names.iter().map(|name| form(Some(name))).collect();
        if let Missing::Unsure(unsure) = missing {
            let none = form(None);
            forms.push(self.opaque_within(&unsure.name, unsure.reason, none));
        }
        self.union(forms)
    }

    /// What becomes of a field of this type that is missing: serde asks the type for an option,
    /// and only what reads an option answers. What has code of its own may answer as well, but
    /// then it takes null, which serde_json offers in the same way.
    pub(super) fn missing(&mut self, side: Side, wire: &WireType) -> Missing {
        match wire {
            WireType::Option(_) => Missing::Filled,
            WireType::Split(_, read) => self.missing(side, read),
            WireType::Named(name) => match self.definition(side, name).map(|of| &of.shape) {
                Some(Shape::Alias(of)) => {
                    self.deeper(|this| this.missing(side, of)).unwrap_or(Missing::Refused)
                }
                _ => Missing::Refused,
            },
            WireType::Opaque(..) | WireType::Codec(..) => {
                let (codec, within) = match wire {
                    // The content of a variant: a codec of the field leaves the question to its
                    // type, and one of the variant is asked nothing.
                    WireType::Codec(codec, of) => (codec, Some(&**of)),
                    WireType::Opaque(codec, of) => (codec, of.as_deref()),
                    _ => return Missing::Refused,
                };
                if let Some(of) = within
                    && let Missing::Refused = self.missing(side, of)
                {
                    return Missing::Refused;
                }
                let (name, _) = self.codec_name(side, codec, within);
                Missing::Unsure(Unsure {
                    name: format!("none for {name}"),
                    reason: format!(
                        "only `{codec}` knows what it makes of a field that is missing"
                    ),
                })
            }
            WireType::Schema(schema) => {
                let shape = self.schema(schema, Reading::Exact);
                if !self.arena.kinds(shape).meets(Kinds::NULL) {
                    return Missing::Refused;
                }
                let text = contract_core::document::canonical(schema);
                let reason = "what becomes of a field that is missing is not in its JSON Schema";
                Missing::Unsure(Unsure {
                    name: format!("none for {text}"),
                    reason: reason.to_owned(),
                })
            }
            _ => Missing::Refused,
        }
    }

    /// Whether a field of this type is certainly filled in when it is missing.
    pub(super) fn may_be_missing(&mut self, side: Side, wire: &WireType) -> bool {
        matches!(self.missing(side, wire), Missing::Filled)
    }

    /// The objects that a flattened field reads beside the names already taken, if it does not go by
    /// the order of members.
    pub(super) fn beside(
        &mut self,
        side: Side,
        wire: &WireType,
        taken: &BTreeSet<String>,
    ) -> ShapeId {
        let mask = Mask { hidden: taken.clone(), lead: Members::new() };
        match wire {
            WireType::Leaf(Leaf::Any | Leaf::Null | Leaf::Phantom) => self.any_object(),
            WireType::Leaf(leaf @ (Leaf::Duration | Leaf::SystemTime)) => {
                self.beside_clock(*leaf, &mask)
            }
            // A mismatch reads as none.
            WireType::Option(_) => self.any_object(),
            WireType::Map(..) => self.masked(side, wire, Source::Borrowed, &mask),
            WireType::Split(_, read) => self.beside(side, read, taken),
            WireType::Opaque(codec, of) => {
                let within = self.any_object();
                self.codec(side, codec, of.as_deref(), Some(within))
            }
            WireType::Codec(codec, of) => {
                let within = self.any_object();
                self.codec(side, codec, Some(of), Some(within))
            }
            WireType::Schema(schema) => self.schema_beside(schema),
            WireType::Named(name) => {
                let Some(of) = self.definition(side, name) else { return self.unknown_type(name) };
                self.deeper(|this| this.beside_definition(side, &of.shape, &mask))
                    .unwrap_or_else(|| self.too_deep(side, name))
            }
            WireType::Leaf(_)
            | WireType::List(_)
            | WireType::Set(_)
            | WireType::Tuple(_)
            | WireType::Array(..)
            | WireType::ShortList(..)
            | WireType::ShortText(_) => self.arena.never(),
        }
    }

    fn beside_definition(&mut self, side: Side, shape: &Shape, mask: &Mask) -> ShapeId {
        match shape {
            // A struct that flattens fields of its own looks at everything and takes nothing.
            Shape::Struct(of) if flattens(of) => self.fields(side, of, Source::Borrowed, mask),
            // Any other is given its own fields only: it meets no unknown ones to refuse.
            Shape::Struct(of) => {
                let parts = self.own_fields(side, of, Source::Owned, mask, false);
                self.both(parts)
            }
            Shape::Tuple(_) => self.arena.never(),
            Shape::Unit => self.any_object(),
            Shape::Alias(of) | Shape::Newtype(of) => self.beside(side, of, &mask.hidden),
            Shape::Enum(of) => self.beside_enum(side, of, mask),
        }
    }

    fn beside_clock(&mut self, leaf: Leaf, mask: &Mask) -> ShapeId {
        let any = self.arena.any();
        let mut forms = Vec::new();
        for (names, of) in self.clock_forms(leaf) {
            if names.iter().any(|name| mask.covers(name)) {
                continue;
            }
            let mut members = self.ignored(&mask.hidden);
            members.extend(leaf::clock_members(names, of));
            forms.push(self.object(members, any));
        }
        self.union(forms)
    }

    /// The objects of which a type reads the visible part, taken from a buffer as a whole.
    pub(super) fn masked(
        &mut self,
        side: Side,
        wire: &WireType,
        source: Source,
        mask: &Mask,
    ) -> ShapeId {
        match wire {
            WireType::Leaf(Leaf::Any) => {
                let any = self.arena.any();
                self.masked_object(mask, any)
            }
            WireType::Leaf(Leaf::Null | Leaf::Phantom) if source == Source::Owned => {
                let never = self.arena.never();
                self.masked_object(mask, never)
            }
            WireType::Leaf(leaf @ (Leaf::Duration | Leaf::SystemTime)) => {
                let open = self.beside_clock(*leaf, mask);
                let mut known = self.ignored(&clock_names(*leaf).map(str::to_owned));
                known.extend(self.ignored(&mask.hidden));
                known.extend(mask.lead.clone());
                let never = self.arena.never();
                let closed = self.object(known, never);
                self.both(vec![open, closed])
            }
            WireType::Option(of) | WireType::Split(_, of) => self.masked(side, of, source, mask),
            WireType::Map(key, of) => self.masked_map(side, key, of, source, mask),
            WireType::Opaque(codec, of) => {
                let within = self.any_object();
                self.codec(side, codec, of.as_deref(), Some(within))
            }
            WireType::Codec(codec, of) => {
                let within = self.any_object();
                self.codec(side, codec, Some(of), Some(within))
            }
            WireType::Schema(schema) => self.schema_beside(schema),
            WireType::Named(name) => {
                let Some(of) = self.definition(side, name) else { return self.unknown_type(name) };
                self.deeper(|this| this.masked_definition(side, &of.shape, source, mask))
                    .unwrap_or_else(|| self.too_deep(side, name))
            }
            WireType::Leaf(_)
            | WireType::List(_)
            | WireType::Set(_)
            | WireType::Tuple(_)
            | WireType::Array(..)
            | WireType::ShortList(..)
            | WireType::ShortText(_) => self.arena.never(),
        }
    }

    pub(super) fn masked_map(
        &mut self,
        side: Side,
        key: &WireType,
        of: &WireType,
        source: Source,
        mask: &Mask,
    ) -> ShapeId {
        let keys = self.read_keys(side, key, source);
        let values = self.read(side, of, source);
        let values = self.entries(values);
        let mut members = self.ignored(&mask.hidden);
        members.extend(mask.lead.clone());
        let free: Vec<String> = mask.names().into_iter().collect();
        self.open_object(members, &free, keys, values)
    }

    fn masked_definition(
        &mut self,
        side: Side,
        shape: &Shape,
        source: Source,
        mask: &Mask,
    ) -> ShapeId {
        match shape {
            Shape::Struct(of) => self.fields(side, of, source, mask),
            Shape::Unit if source == Source::Owned => {
                let never = self.arena.never();
                self.masked_object(mask, never)
            }
            Shape::Unit | Shape::Tuple(_) => self.arena.never(),
            Shape::Alias(of) | Shape::Newtype(of) => self.masked(side, of, source, mask),
            Shape::Enum(of) => self.masked_enum(side, of, source, mask),
        }
    }

    /// An object of what the mask covers, and the rest.
    pub(super) fn masked_object(&mut self, mask: &Mask, rest: ShapeId) -> ShapeId {
        let mut members = self.ignored(&mask.hidden);
        members.extend(mask.lead.clone());
        self.object(members, rest)
    }

    fn too_deep(&mut self, side: Side, name: &str) -> ShapeId {
        self.too_much(side, name, format!("`{name}` is flattened too many times over"))
    }
}

/// Whether a struct reads flattened fields: then it reads no arrays.
pub(super) fn flattens(of: &Struct) -> bool {
    of.fields.iter().any(|field| field.flatten && field.read != Read::Never)
}

/// The names that a field is read by.
pub(super) fn visible_names(field: &Field) -> Vec<&str> {
    if field.flatten || field.read == Read::Never {
        return Vec::new();
    }
    let name = field.read_name.as_ref().unwrap_or(&field.name);
    let mut names = vec![name.as_str()];
    for alias in &field.aliases {
        if !names.contains(&alias.as_str()) {
            names.push(alias);
        }
    }
    names
}
