//! How serde reads enums: which variant is told by what, and where its content stands.

use std::collections::BTreeSet;

use contract_core::document::{
    Content, Enum, Leaf, Struct, Tagging, UnknownFields, Variant, WireType,
};

use super::merge::{Mask, Members, optional, required};
use super::reader::{Missing, Unsure};
use super::{Lower, Source};
use crate::finding::Side;
use crate::json::Number;
use crate::shape::{Node, ObjectSpec, ShapeId, Unknown};

/// A variant that is read by its tag, with its place among those that are and the names that tell
/// it: a name that two variants ask for is the first one's.
#[derive(Clone)]
pub(super) struct Told<'v> {
    place: u64,
    pub(super) variant: &'v Variant,
    pub(super) names: Vec<&'v str>,
}

impl<'a> Lower<'_, 'a> {
    pub(super) fn read_enum(&mut self, side: Side, of: &Enum, source: Source) -> ShapeId {
        let (told, untagged, source) = split(of, source);
        let mut forms = match &of.tagging {
            Tagging::External => self.external(side, of, &told, source),
            Tagging::Internal { tag } => {
                let mut forms = self.internal(side, of, &told, tag, source, &Mask::default());
                forms.extend(self.internal_arrays(side, &told, source));
                forms
            }
            Tagging::Adjacent { tag, content } => {
                let names = [tag.as_str(), content.as_str()];
                let closed = of.unknown_fields == UnknownFields::Refused;
                let mask = Mask::default();
                let mut forms = self.adjacent(side, of, &told, names, source, closed, &mask);
                forms.extend(self.adjacent_arrays(side, of, &told, source));
                forms
            }
            Tagging::Number { of: among } => {
                let among = self.read(side, among, source);
                let mut known: Vec<ShapeId> =
                    told.iter().flat_map(|one| &one.names).map(|name| self.number(name)).collect();
                if told.iter().any(|one| one.variant.other) {
                    known.push(among);
                }
                let known = self.union(known);
                vec![self.both(vec![among, known])]
            }
            Tagging::Untagged => Vec::new(),
        };
        for variant in untagged {
            forms.push(self.content(side, of, &variant.content, Source::Borrowed, false));
        }
        self.union(forms)
    }

    /// The content of a variant where it stands alone. Struct variants read from arrays only
    /// where the enum is externally tagged.
    fn content(
        &mut self,
        side: Side,
        of: &Enum,
        content: &Content,
        source: Source,
        array: bool,
    ) -> ShapeId {
        match content {
            Content::Unit => self.null(),
            Content::Newtype(of) => self.read(side, of, source),
            Content::Tuple(fields) => self.read_positions(side, fields, source, Vec::new()),
            Content::Struct(fields) => self.read_struct(side, &refusing(of, fields), source, array),
        }
    }

    /// What stands behind the name of a unit variant.
    fn unit(&mut self, source: Source) -> ShapeId {
        let null = self.null();
        if source != Source::Owned {
            return null;
        }
        let empty = self.empty_object();
        self.union(vec![null, empty])
    }

    pub(super) fn external_content(
        &mut self,
        side: Side,
        of: &Enum,
        variant: &Variant,
        source: Source,
    ) -> ShapeId {
        match &variant.content {
            Content::Unit => self.unit(source),
            content => self.content(side, of, content, source, true),
        }
    }

    /// `"Unit"`, and objects of exactly one member.
    fn external(
        &mut self,
        side: Side,
        of: &Enum,
        told: &[Told<'_>],
        source: Source,
    ) -> Vec<ShapeId> {
        let mut units = BTreeSet::new();
        let mut others = BTreeSet::new();
        let mut members = Members::new();
        let mut rest = self.arena.never();
        let mut catch_all = false;
        for Told { variant, names, .. } in told {
            let content = self.external_content(side, of, variant, source);
            let content = self.once(content);
            members.extend(names.iter().map(|name| ((*name).to_owned(), optional(content))));
            if variant.content.is_unit() {
                units.extend(names);
            } else {
                others.extend(names);
            }
            if variant.other {
                catch_all = true;
                rest = content;
            }
        }
        let mut forms = Vec::new();
        if catch_all {
            forms.push(self.strings_except(others));
        } else if !units.is_empty() {
            forms.push(self.strings(units));
        }
        forms.push(self.arena.intern(Node::Object(ObjectSpec {
            members,
            min: 1,
            max: Some(1),
            ..ObjectSpec::from(rest)
        })));
        forms
    }

    /// What tells a variant as a bare identifier: its names, and from a buffer its index too.
    fn identifier(&mut self, told: &[Told<'_>], one: &Told<'_>, source: Source) -> ShapeId {
        let mut forms = vec![self.tag_names(told, one)];
        if source != Source::Text {
            let index = Number::from(one.place);
            forms.push(self.range(index.clone(), index));
            if one.variant.other {
                let beyond = Number::from(told.len() as u64);
                forms.push(self.range(beyond, Number::from(u64::MAX)));
            }
        }
        self.union(forms)
    }

    fn tag_names(&mut self, told: &[Told<'_>], one: &Told<'_>) -> ShapeId {
        if one.variant.other {
            return self.strings_except(others(told));
        }
        self.strings(one.names.iter().copied())
    }

    /// `{"tag": "Variant", ..}`: the content is what stands beside the tag.
    fn internal(
        &mut self,
        side: Side,
        of: &Enum,
        told: &[Told<'_>],
        tag: &str,
        source: Source,
        mask: &Mask,
    ) -> Vec<ShapeId> {
        if mask.covers(tag) {
            return Vec::new();
        }
        let mut forms = Vec::new();
        for one in told {
            let identifier = self.identifier(told, one, source);
            let mut with_tag = mask.clone();
            with_tag.lead.insert(tag.to_owned(), required(identifier));
            forms.push(match &one.variant.content {
                // Whatever stands beside the tag is ignored, even where unknown fields are
                // refused.
                Content::Unit => {
                    let any = self.arena.any();
                    self.masked_object(&with_tag, any)
                }
                Content::Newtype(of) => {
                    let any = self.arena.any();
                    let told = self.masked_object(&with_tag, any);
                    let content = self.masked(side, of, Source::Owned, &with_tag);
                    self.both(vec![told, content])
                }
                Content::Struct(fields) => {
                    self.fields(side, &refusing(of, fields), Source::Owned, &with_tag)
                }
                Content::Tuple(_) => self.arena.never(),
            });
        }
        forms
    }

    /// `["Variant", ..]`: the elements after the tag are the content.
    fn internal_arrays(&mut self, side: Side, told: &[Told<'_>], source: Source) -> Vec<ShapeId> {
        let mut forms = Vec::new();
        for one in told {
            let lead = vec![self.identifier(told, one, source)];
            forms.extend(self.content_after(side, &one.variant.content, lead));
        }
        forms
    }

    /// The arrays of which the content of an internally tagged variant reads the elements after
    /// `lead`; none if it reads no array.
    fn content_after(
        &mut self,
        side: Side,
        content: &Content,
        lead: Vec<ShapeId>,
    ) -> Option<ShapeId> {
        match content {
            Content::Unit => Some(self.tuple(lead)),
            Content::Newtype(content) => Some(self.after(side, content, Source::Owned, lead)),
            Content::Struct(fields) if !super::reader::flattens(fields) => {
                Some(self.read_positions(side, &fields.fields, Source::Owned, lead))
            }
            Content::Struct(_) | Content::Tuple(_) => None,
        }
    }

    /// The arrays of which a type reads the elements after `lead`.
    fn after(
        &mut self,
        side: Side,
        wire: &WireType,
        source: Source,
        mut lead: Vec<ShapeId>,
    ) -> ShapeId {
        use contract_core::document::Shape;
        let fixed = lead.len() as u64;
        match wire {
            WireType::Leaf(Leaf::Any) => {
                let any = self.arena.any();
                self.array(lead, any, fixed, None)
            }
            WireType::Leaf(Leaf::Phantom) => self.tuple(lead),
            WireType::Leaf(bytes @ (Leaf::Bytes | Leaf::CString)) => {
                let byte = if *bytes == Leaf::Bytes { Leaf::U8 } else { Leaf::NonZeroU8 };
                let byte = self.written_leaf(byte);
                self.array(lead, byte, fixed, None)
            }
            WireType::Leaf(leaf @ (Leaf::Duration | Leaf::SystemTime)) => {
                let mut forms = Vec::new();
                for (_, parts) in self.clock_forms(*leaf) {
                    let items = lead.iter().copied().chain(parts).collect();
                    forms.push(self.tuple(items));
                }
                self.union(forms)
            }
            WireType::Option(of) | WireType::Split(_, of) => self.after(side, of, source, lead),
            WireType::List(of) | WireType::Set(of) => {
                let items = self.read(side, of, source);
                self.array(lead, items, fixed, None)
            }
            WireType::Array(of, length) => {
                let items = self.read(side, of, source);
                self.array(lead, items, fixed + length, Some(fixed + length))
            }
            WireType::ShortList(of, most) => {
                let items = self.read(side, of, source);
                self.array(lead, items, fixed, Some(fixed + most))
            }
            WireType::Tuple(of) => {
                for item in of {
                    let item = self.read(side, item, source);
                    lead.push(item);
                }
                self.tuple(lead)
            }
            WireType::Named(name) => match self.definition(side, name).map(|of| &of.shape) {
                Some(Shape::Alias(of) | Shape::Newtype(of)) => self
                    .deeper(|this| this.after(side, of, source, lead))
                    .unwrap_or_else(|| self.arena.never()),
                Some(Shape::Tuple(fields)) => self.read_positions(side, fields, source, lead),
                Some(Shape::Struct(of)) if !super::reader::flattens(of) => {
                    self.read_positions(side, &of.fields, source, lead)
                }
                Some(Shape::Unit) if source == Source::Owned => self.tuple(lead),
                Some(Shape::Enum(of)) => self
                    .deeper(|this| this.enum_after(side, of, source, &lead))
                    .unwrap_or_else(|| self.arena.never()),
                // What flattens reads no array.
                Some(Shape::Struct(_) | Shape::Unit) => self.arena.never(),
                None => self.unknown_type(name),
            },
            WireType::Opaque(codec, of) => {
                let elements = self.arena.any();
                let within = self.array(lead, elements, fixed, None);
                self.codec(side, codec, of.as_deref(), Some(within))
            }
            WireType::Codec(codec, of) => {
                let elements = self.arena.any();
                let within = self.array(lead, elements, fixed, None);
                self.codec(side, codec, Some(of), Some(within))
            }
            WireType::Schema(schema) => {
                let elements = self.arena.any();
                let within = self.array(lead, elements, fixed, None);
                let text = contract_core::document::canonical(schema);
                let reason = "how its JSON Schema reads the rest of an array is not known";
                self.opaque_within(&format!("rest by {text}"), reason.to_owned(), within)
            }
            WireType::Leaf(_) | WireType::ShortText(_) | WireType::Map(..) => self.arena.never(),
        }
    }

    /// The arrays of which an enum reads the elements after `lead`.
    fn enum_after(&mut self, side: Side, of: &Enum, source: Source, lead: &[ShapeId]) -> ShapeId {
        let (told, untagged, source) = split(of, source);
        let mut forms = Vec::new();
        for one in &told {
            let mut lead = lead.to_vec();
            match (&of.tagging, &one.variant.content) {
                (Tagging::Internal { .. }, content) => {
                    lead.push(self.identifier(&told, one, source));
                    forms.extend(self.content_after(side, content, lead));
                }
                (Tagging::Adjacent { .. }, content) => {
                    lead.push(self.identifier(&told, one, source));
                    lead.push(self.content(side, of, content, source, false));
                    forms.push(self.tuple(lead));
                }
                // A name or a number alone, or an object.
                (Tagging::External | Tagging::Number { .. } | Tagging::Untagged, _) => {}
            }
        }
        for variant in untagged {
            match &variant.content {
                Content::Newtype(of) => {
                    forms.push(self.after(side, of, Source::Borrowed, lead.to_vec()));
                }
                Content::Tuple(fields) => {
                    let lead = lead.to_vec();
                    forms.push(self.read_positions(side, fields, Source::Borrowed, lead));
                }
                // Null, and objects.
                Content::Unit | Content::Struct(_) => {}
            }
        }
        self.union(forms)
    }

    /// `{"tag": "Variant", "content": ..}`.
    #[expect(clippy::too_many_arguments, reason = "each is one fact about the place")]
    fn adjacent(
        &mut self,
        side: Side,
        of: &Enum,
        told: &[Told<'_>],
        [tag, content]: [&str; 2],
        source: Source,
        closed: bool,
        mask: &Mask,
    ) -> Vec<ShapeId> {
        if mask.covers(tag) {
            return Vec::new();
        }
        let rest = if closed { self.arena.never() } else { self.arena.any() };
        let mut forms = Vec::new();
        for one in told {
            let variant = one.variant;
            let identifier = self.adjacent_tag(told, one, source);
            let never = self.arena.never();
            let mut members = self.ignored(&mask.hidden);
            members.extend(mask.lead.clone());
            members.insert(tag.to_owned(), required(identifier));
            let missing = match &variant.content {
                Content::Unit => Missing::Filled,
                Content::Newtype(of) => self.missing(side, of),
                Content::Tuple(_) | Content::Struct(_) => Missing::Refused,
            };
            if let Missing::Unsure(Unsure { name, reason }) = &missing {
                let mut members = members.clone();
                if !mask.covers(content) {
                    members.insert(content.to_owned(), optional(never));
                }
                let without = self.object(members, rest);
                forms.push(self.opaque_within(name, reason.clone(), without));
            }
            let filled = matches!(missing, Missing::Filled);
            if !mask.covers(content) {
                let shape = self.content(side, of, &variant.content, source, false);
                let shape = self.once(shape);
                let member = if filled { optional(shape) } else { required(shape) };
                members.insert(content.to_owned(), member);
            } else if !filled {
                continue;
            }
            forms.push(self.object(members, rest));
        }
        forms
    }

    /// What tells a variant beside its content.
    pub(super) fn adjacent_tag(
        &mut self,
        told: &[Told<'_>],
        one: &Told<'_>,
        source: Source,
    ) -> ShapeId {
        let names = self.tag_names(told, one);
        // The tag is read as an enum of unit variants: `{"Variant": null}` is one as well.
        let unit = self.unit(source);
        let never = self.arena.never();
        let spelled = if one.variant.other {
            let others = others(told).into_iter();
            let members = others.map(|name| (name.to_owned(), optional(never))).collect();
            self.single(members, unit)
        } else {
            let names = one.names.iter();
            let members = names.map(|name| ((*name).to_owned(), optional(unit))).collect();
            self.single(members, never)
        };
        self.union(vec![names, spelled])
    }

    /// An object of exactly one member.
    fn single(&mut self, members: Members, rest: ShapeId) -> ShapeId {
        self.arena.intern(Node::Object(ObjectSpec {
            members,
            min: 1,
            max: Some(1),
            ..ObjectSpec::from(rest)
        }))
    }

    /// `["Variant", content]`.
    fn adjacent_arrays(
        &mut self,
        side: Side,
        of: &Enum,
        told: &[Told<'_>],
        source: Source,
    ) -> Vec<ShapeId> {
        let mut forms = Vec::new();
        for one in told {
            let identifier = self.identifier(told, one, source);
            let content = self.content(side, of, &one.variant.content, source, false);
            forms.push(self.tuple(vec![identifier, content]));
        }
        forms
    }

    /// The objects that an enum reads as a flattened field, if it does not take the first variant.
    pub(super) fn beside_enum(&mut self, side: Side, of: &Enum, mask: &Mask) -> ShapeId {
        let (told, untagged, _) = split(of, Source::Owned);
        match &of.tagging {
            Tagging::Adjacent { tag, content } if untagged.is_empty() => {
                let forms =
                    self.adjacent(side, of, &told, [tag, content], Source::Owned, false, mask);
                self.union(forms)
            }
            _ => self.masked_enum(side, of, Source::Borrowed, mask),
        }
    }

    /// The objects with one member besides those that a mask covers, of a name that tells no
    /// variant.
    fn one_other(
        &mut self,
        told: &[Told<'_>],
        content: ShapeId,
        name: &str,
        mask: &Mask,
    ) -> ShapeId {
        let never = self.arena.never();
        let mut members = self.ignored(&mask.hidden);
        let told = told.iter().flat_map(|one| &one.names);
        members.extend(told.map(|name| ((*name).to_owned(), optional(never))));
        members.extend(mask.lead.clone());
        if mask.hidden.is_empty() && mask.lead.values().all(|member| member.required) {
            let count = mask.lead.len() as u64 + 1;
            let spec =
                ObjectSpec { members, min: count, max: Some(count), ..ObjectSpec::from(content) };
            return self.arena.intern(Node::Object(spec));
        }
        // How many of them there are depends on those that are hidden.
        let within = self.object(members, content);
        let lead: Vec<_> = mask.lead.iter().map(|(name, of)| (name, of.required)).collect();
        let depends_on = format!("{:?} {lead:?}", mask.hidden);
        let reason = "an unknown variant beside other members".to_owned();
        let name = format!("other variant {name}");
        self.opaque_by(&name, depends_on, (Unknown::Extent, reason), within)
    }

    /// The objects of which an enum reads the visible part, taken from a buffer as a whole.
    pub(super) fn masked_enum(
        &mut self,
        side: Side,
        of: &Enum,
        source: Source,
        mask: &Mask,
    ) -> ShapeId {
        let (told, untagged, source) = split(of, source);
        let mut forms = match &of.tagging {
            Tagging::External => {
                let mut forms = Vec::new();
                let never = self.arena.never();
                for Told { variant, names, .. } in &told {
                    let content = self.external_content(side, of, variant, source);
                    let content = self.once(content);
                    for name in names.iter().copied().filter(|name| !mask.covers(name)) {
                        let mut members = self.ignored(&mask.hidden);
                        members.extend(mask.lead.clone());
                        members.insert(name.to_owned(), required(content));
                        forms.push(self.object(members, never));
                    }
                    if variant.other {
                        let name = &variant.name;
                        forms.push(self.one_other(&told, content, name, mask));
                    }
                }
                forms
            }
            Tagging::Internal { tag } => self.internal(side, of, &told, tag, source, mask),
            Tagging::Adjacent { tag, content } => {
                let closed = of.unknown_fields == UnknownFields::Refused;
                self.adjacent(side, of, &told, [tag, content], source, closed, mask)
            }
            Tagging::Untagged | Tagging::Number { .. } => Vec::new(),
        };
        for variant in untagged {
            let form = match &variant.content {
                Content::Unit | Content::Tuple(_) => continue,
                Content::Newtype(of) => self.masked(side, of, Source::Borrowed, mask),
                Content::Struct(fields) => {
                    self.fields(side, &refusing(of, fields), Source::Borrowed, mask)
                }
            };
            forms.push(form);
        }
        self.union(forms)
    }
}

/// Whether a flattened enum takes the one member that tells its variant.
pub(super) fn takes_one(of: &Enum) -> bool {
    of.tagging == Tagging::External && of.variants.iter().all(|it| !it.untagged || !it.read)
}

/// The names that tell the variants of an enum.
pub(super) fn told_names(of: &Enum) -> BTreeSet<String> {
    let told = split(of, Source::Owned).0;
    told.iter().flat_map(|one| &one.names).map(|name| (*name).to_owned()).collect()
}

/// The variants that are told by a tag, those that are tried, and where all of them are read
/// from: one that is tried makes serde buffer for all.
pub(super) fn split(of: &Enum, source: Source) -> (Vec<Told<'_>>, Vec<&Variant>, Source) {
    let (untagged, told): (Vec<&Variant>, Vec<&Variant>) = of
        .variants
        .iter()
        .filter(|variant| variant.read)
        .partition(|variant| variant.untagged || of.tagging == Tagging::Untagged);
    let buffered = of.variants.iter().any(|variant| variant.untagged);
    let source = if buffered { Source::Borrowed } else { source };
    let mut claimed = BTreeSet::new();
    let mut one = |(place, variant)| {
        let mut names = names(variant);
        names.retain(|name| claimed.insert(*name));
        Told { place, variant, names }
    };
    ((0..).zip(told).map(&mut one).collect(), untagged, source)
}

/// The names of all that is not the catch-all.
fn others<'v>(told: &[Told<'v>]) -> Vec<&'v str> {
    told.iter().filter(|one| !one.variant.other).flat_map(|one| one.names.clone()).collect()
}

/// The names that a variant is read by.
fn names(variant: &Variant) -> Vec<&str> {
    let name = variant.read_name.as_ref().unwrap_or(&variant.name);
    let mut names = vec![name.as_str()];
    names.extend(variant.aliases.iter().map(String::as_str).filter(|alias| alias != name));
    names
}

/// The fields of a variant, with what the enum says about unknown ones.
pub(super) fn refusing(of: &Enum, fields: &Struct) -> Struct {
    let mut fields = fields.clone();
    if of.unknown_fields == UnknownFields::Refused {
        fields.unknown_fields = UnknownFields::Refused;
    }
    fields
}
