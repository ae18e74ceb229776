//! What serde and serde_json write.

use std::collections::BTreeSet;

use contract_core::document::{
    Content, Enum, Field, Shape, Struct, Tagging, Variant, WireType, Written,
};

use super::hand::{holds, knows};
use super::keys::Keys;
use super::merge::{Entries, Record, Resolved, Unmergeable, optional, required};
use super::reader::visible_names;
use super::takes::Flattened;
use super::{ALTERNATIVES, Lower, Role};
use crate::finding::Side;
use crate::shape::lower::schema::Reading;
use crate::shape::{ArraySpec, Node, ObjectSpec, ShapeId};

/// Tuples with more fields than this that may be left out are not taken apart.
const SKIPPABLE: u32 = 8;

impl Lower<'_, '_> {
    pub(super) fn written(&mut self, side: Side, wire: &WireType) -> ShapeId {
        match wire {
            WireType::Leaf(leaf) if self.hand => self.leaf_by_hand(*leaf),
            WireType::Leaf(leaf) => self.written_leaf(*leaf),
            WireType::Named(name) => {
                let role = if self.hand { Role::Hand } else { Role::Writer };
                self.named(side, name, role)
            }
            WireType::Option(of) => {
                let null = self.null();
                let some = self.written(side, of);
                self.union(vec![null, some])
            }
            WireType::List(of) => {
                let items = self.written(side, of);
                self.list(items)
            }
            WireType::Set(of) => {
                let rest = self.written(side, of);
                let unique = !self.hand && self.injective(side, of);
                self.arena.intern(Node::Array(ArraySpec {
                    prefix: Vec::new(),
                    rest,
                    min: 0,
                    max: None,
                    unique,
                    contains: Vec::new(),
                }))
            }
            WireType::Map(key, of) => {
                let keys = self.written_keys(side, key);
                let values = self.written(side, of);
                self.map(keys, values)
            }
            WireType::Tuple(of) => {
                let items = of.iter().map(|item| self.written(side, item)).collect();
                self.tuple(items)
            }
            WireType::Array(of, length) => {
                let items = self.written(side, of);
                self.array(Vec::new(), items, *length, Some(*length))
            }
            WireType::ShortList(of, most) => {
                let items = self.written(side, of);
                self.array(Vec::new(), items, 0, Some(*most))
            }
            WireType::ShortText(most) => self.short_text(*most),
            WireType::Split(_, read) if self.hand => self.written(side, read),
            // `try_from` and `into` of one type: what is written is what passed the check before.
            WireType::Split(written, read) => match &**read {
                WireType::Opaque(codec, Some(of)) if of == written => {
                    let within = self.written(side, written);
                    self.codec_within(side, codec, written, within)
                }
                _ => self.written(side, written),
            },
            WireType::Opaque(codec, None) => self.codec(side, codec, None, None),
            WireType::Opaque(codec, Some(of)) => {
                let within = self.written(side, of);
                self.codec_within(side, codec, of, within)
            }
            WireType::Codec(codec, of) => self.codec(side, codec, Some(of), None),
            WireType::Schema(schema) => self.schema(schema, Reading::Closed),
        }
    }

    /// Whether different values of a type are written differently, as far as is plain to see.
    fn injective(&self, side: Side, wire: &WireType) -> bool {
        match wire {
            WireType::Leaf(_) => true,
            WireType::Named(name) => match self.definition(side, name).map(|of| &of.shape) {
                Some(Shape::Newtype(WireType::Leaf(_)) | Shape::Alias(WireType::Leaf(_))) => true,
                Some(Shape::Enum(of)) => {
                    of.tagging.is_external()
                        && of.variants.iter().all(|one| one.content.is_unit() && !one.untagged)
                }
                _ => false,
            },
            _ => false,
        }
    }

    pub(super) fn written_definition(&mut self, side: Side, shape: &Shape) -> ShapeId {
        match shape {
            Shape::Struct(of) => {
                let records = self.struct_records(side, of, Record::default());
                self.records(side, records)
            }
            Shape::Tuple(of) => self.written_positions(side, of),
            Shape::Unit => self.null(),
            Shape::Alias(of) | Shape::Newtype(of) => self.written(side, of),
            Shape::Enum(of) => self.written_enum(side, of),
        }
    }

    fn written_enum(&mut self, side: Side, of: &Enum) -> ShapeId {
        let mut forms = Vec::new();
        let hand = self.hand;
        for variant in of.variants.iter().filter(|variant| knows(hand, variant)) {
            forms.push(self.written_variant(side, &of.tagging, variant));
        }
        self.union(forms)
    }

    fn written_variant(&mut self, side: Side, tagging: &Tagging, variant: &Variant) -> ShapeId {
        let name = self.variant_name(variant);
        match tagging {
            _ if variant.untagged => self.written_content(side, &variant.content),
            Tagging::Untagged => self.written_content(side, &variant.content),
            Tagging::Number { of } => self.telling_number(side, of, variant),
            Tagging::External if variant.content.is_unit() => self.telling_names(variant),
            Tagging::External => {
                let content = self.written_content(side, &variant.content);
                self.records(side, Ok(vec![Record::of([(name, required(content))])]))
            }
            Tagging::Internal { tag } => {
                let records = self.internal_records(side, tag, variant);
                self.records(side, records)
            }
            Tagging::Adjacent { tag, content } => {
                let record = self.adjacent_record(side, tag, content, variant);
                self.records(side, Ok(vec![record]))
            }
        }
    }

    fn adjacent_record(
        &mut self,
        side: Side,
        tag: &str,
        content: &str,
        variant: &Variant,
    ) -> Record {
        let name = self.telling_names(variant);
        let mut record = Record::of([(tag, required(name))]);
        if !variant.content.is_unit() {
            let shape = self.written_content(side, &variant.content);
            let member = match &variant.content {
                Content::Newtype(of) if self.hand && self.may_be_missing(side, of) => {
                    optional(shape)
                }
                _ => required(shape),
            };
            record.insert(content, member);
        }
        record
    }

    fn internal_records(
        &mut self,
        side: Side,
        tag: &str,
        variant: &Variant,
    ) -> Result<Vec<Record>, Unmergeable> {
        let name = self.telling_names(variant);
        let lead = Record::of([(tag, required(name))]);
        match &variant.content {
            Content::Unit => Ok(vec![lead]),
            Content::Struct(of) => self.struct_records(side, of, lead),
            Content::Newtype(of) => {
                let mut beside = self.merged(side, of, false)?;
                let taken = BTreeSet::from([tag.to_owned()]);
                beside.iter_mut().for_each(|record| record.hold_maps("", &taken));
                product(vec![lead], &beside)
            }
            // serde refuses to derive this.
            Content::Tuple(_) => Ok(Vec::new()),
        }
    }

    /// The content alone: of an untagged variant, or behind a tag.
    fn written_content(&mut self, side: Side, content: &Content) -> ShapeId {
        match content {
            Content::Unit => self.null(),
            Content::Newtype(of) => self.written(side, of),
            Content::Tuple(of) => self.written_positions(side, of),
            Content::Struct(of) => {
                let records = self.struct_records(side, of, Record::default());
                self.records(side, records)
            }
        }
    }

    /// An array of fields; what is left out shortens it.
    fn written_positions(&mut self, side: Side, fields: &[Field]) -> ShapeId {
        if self.hand {
            return self.in_order(side, fields);
        }
        let mut items = Vec::new();
        for field in fields.iter().filter(|field| field.written != Written::Never) {
            let shape = self.written_field(side, field);
            items.push((shape, !field.written.is_always()));
        }
        let skippable = items.iter().filter(|(_, skippable)| *skippable).count();
        let Ok(skippable @ 0..=SKIPPABLE) = u32::try_from(skippable) else {
            let reason = "too many of its fields may be left out".to_owned();
            return self.too_much(side, "tuple", reason);
        };
        let mut forms = Vec::new();
        for left_out in 0..1_u32 << skippable {
            let mut bit = 0;
            let mut present = Vec::new();
            for (shape, skippable) in &items {
                let skipped = *skippable && left_out >> bit & 1 == 1;
                bit += u32::from(*skippable);
                if !skipped {
                    present.push(*shape);
                }
            }
            forms.push(self.tuple(present));
        }
        self.union(forms)
    }

    /// What a field holds when it is written: an option that is left out when it is none is
    /// never null.
    fn written_field(&mut self, side: Side, field: &Field) -> ShapeId {
        match (&field.wire, &field.written) {
            (wire, _) if self.hand => self.written(side, wire),
            (WireType::Option(of), Written::UnlessNone) => self.written(side, of),
            (WireType::Split(of, _), Written::UnlessNone) => match &**of {
                WireType::Option(of) => self.written(side, of),
                of => self.written(side, of),
            },
            (wire, _) => self.written(side, wire),
        }
    }

    /// The objects that a struct's fields make beside the members of `lead`.
    fn struct_records(
        &mut self,
        side: Side,
        of: &Struct,
        mut lead: Record,
    ) -> Result<Vec<Record>, Unmergeable> {
        // A reader's own names, and those that stand before: no map in it is given them.
        let mut taken: BTreeSet<String> = lead.names().cloned().collect();
        taken.extend(of.fields.iter().flat_map(visible_names).map(str::to_owned));
        // Readers do not look at the tag of a struct.
        if let Some(tag) = of.tag.as_ref().filter(|_| !self.hand) {
            let value = self.strings([tag.value.as_str()]);
            lead.insert(&tag.name, required(value));
        }
        let mut records = vec![lead];
        let mut claimed = BTreeSet::new();
        let hand = self.hand;
        let mut fields: Vec<&Field> = of.fields.iter().filter(|field| holds(hand, field)).collect();
        // A reader asks the flattened ones last.
        fields.sort_by_key(|field| hand && field.flatten);
        for field in fields {
            if field.flatten {
                let mut beside = match (&field.wire, &field.written) {
                    (WireType::Option(of), Written::UnlessNone) if !self.hand => {
                        let mut some = self.merged(side, of, true)?;
                        some.push(Record::default());
                        some
                    }
                    (wire, _) => self.merged(side, wire, true)?,
                };
                if !self.hand && matches!(field.written, Written::Unless(_)) {
                    beside.push(Record::default());
                }
                let holds_maps = beside.iter().any(Record::has_maps);
                if holds_maps {
                    beside.iter_mut().for_each(|record| record.hold_maps(&field.name, &taken));
                } else if of.fields.iter().filter(|field| field.flatten).count() > 1 {
                    taken.extend(Flattened::of(self.document(side), &field.wire).names());
                }
                records = product(records, &beside)?;
            } else {
                let shape = self.written_field(side, field);
                let (name, always) = if self.hand {
                    let name = field.read_name.as_ref().unwrap_or(&field.name);
                    (name, self.is_demanded(side, field))
                } else {
                    (&field.name, field.written.is_always())
                };
                // A name that two fields ask for is the first one's.
                if self.hand && !claimed.insert(name) {
                    continue;
                }
                let member = if always { required(shape) } else { optional(shape) };
                for record in &mut records {
                    record.insert(name, member.clone());
                }
            }
        }
        Ok(records)
    }

    /// The names that a struct may write more than once into one object.
    pub(super) fn repeated_names(&mut self, side: Side, of: &Struct) -> BTreeSet<String> {
        let records = self.struct_records(side, of, Record::default()).unwrap_or_default();
        let members = records.into_iter().flat_map(|record| record.resolve().members);
        members.filter(|(_, values)| values.len() > 1).map(|(name, _)| name).collect()
    }

    /// The members that a type writes into a surrounding object: flattened, or as the content of
    /// an internally tagged variant. Types that serde cannot write there make no record at all.
    fn merged(
        &mut self,
        side: Side,
        wire: &WireType,
        flattened: bool,
    ) -> Result<Vec<Record>, Unmergeable> {
        use contract_core::document::Leaf;
        match wire {
            WireType::Leaf(Leaf::Null | Leaf::Phantom) => Ok(vec![Record::default()]),
            WireType::Leaf(Leaf::Any) => {
                let values = self.arena.any();
                Ok(vec![self.entries_of(Keys::All, values)])
            }
            WireType::Leaf(leaf @ (Leaf::Duration | Leaf::SystemTime)) => {
                let shape = self.written_leaf(*leaf);
                let Node::Object(spec) = self.arena.node(shape) else { return Ok(Vec::new()) };
                let mut record = Record::default();
                for (name, member) in &spec.members {
                    record.insert(name, member.clone());
                }
                Ok(vec![record])
            }
            WireType::Option(of) if flattened => {
                let mut records = self.merged(side, of, flattened)?;
                records.push(Record::default());
                Ok(records)
            }
            WireType::Map(key, of) => {
                let keys = self.written_keys(side, key);
                let values = self.written(side, of);
                Ok(vec![self.entries_of(keys, values)])
            }
            WireType::Split(_, of) if self.hand => self.merged(side, of, flattened),
            WireType::Split(of, _) => self.merged(side, of, flattened),
            WireType::Opaque(codec, _) | WireType::Codec(codec, _) => Err(Unmergeable::unknown(
                format!("which members the codec `{codec}` writes is known to itself only"),
            )),
            WireType::Schema(_) => Err(Unmergeable::unknown(
                "which members it writes is known only by its JSON Schema".to_owned(),
            )),
            WireType::Named(name) => {
                let Some(of) = self.definition(side, name) else {
                    return Err(Unmergeable::unknown(format!("the document has no type `{name}`")));
                };
                self.deeper(|this| this.merged_definition(side, &of.shape, flattened))
                    .unwrap_or_else(|| {
                        Err(Unmergeable::too_much(format!(
                            "`{name}` is flattened too many times over"
                        )))
                    })
            }
            WireType::Leaf(_)
            | WireType::Option(_)
            | WireType::List(_)
            | WireType::Set(_)
            | WireType::Tuple(_)
            | WireType::Array(..)
            | WireType::ShortList(..)
            | WireType::ShortText(_) => Ok(Vec::new()),
        }
    }

    fn merged_definition(
        &mut self,
        side: Side,
        shape: &Shape,
        flattened: bool,
    ) -> Result<Vec<Record>, Unmergeable> {
        let of = match shape {
            Shape::Struct(of) => return self.struct_records(side, of, Record::default()),
            Shape::Unit => return Ok(vec![Record::default()]),
            Shape::Tuple(_) => return Ok(Vec::new()),
            Shape::Alias(of) | Shape::Newtype(of) => return self.merged(side, of, flattened),
            Shape::Enum(of) => of,
        };
        let mut records = Vec::new();
        let hand = self.hand;
        for variant in of.variants.iter().filter(|variant| knows(hand, variant)) {
            match &of.tagging {
                Tagging::External if !variant.untagged => {
                    let content = self.written_content(side, &variant.content);
                    let name = self.variant_name(variant);
                    records.push(Record::of([(name, required(content))]));
                }
                Tagging::Internal { tag } if !variant.untagged => {
                    records.extend(self.internal_records(side, tag, variant)?);
                }
                Tagging::Adjacent { tag, content } if !variant.untagged => {
                    records.push(self.adjacent_record(side, tag, content, variant));
                }
                _ => match &variant.content {
                    Content::Unit => records.push(Record::default()),
                    Content::Newtype(of) => records.extend(self.merged(side, of, flattened)?),
                    Content::Tuple(_) => {}
                    Content::Struct(of) => {
                        records.extend(self.struct_records(side, of, Record::default())?);
                    }
                },
            }
        }
        Ok(records)
    }

    /// Any of the records, closed.
    fn records(&mut self, side: Side, records: Result<Vec<Record>, Unmergeable>) -> ShapeId {
        let forms = records.and_then(|records| {
            records.into_iter().map(|record| self.record(record)).collect::<Result<Vec<_>, _>>()
        });
        match forms {
            Ok(forms) => self.union(forms),
            Err(Unmergeable { reason, unknown }) => {
                let within = self.any_object();
                // What one version writes is not what the other does. Types that are the same are
                // lowered once.
                let depends_on = format!("{side:?}: {reason}");
                self.opaque_by("what it flattens", depends_on, (unknown, reason), within)
            }
        }
    }

    /// A record by the orders in which its members may stand, as far as they matter.
    fn record(&mut self, record: Record) -> Result<ShapeId, Unmergeable> {
        // Entries of maps alone may stand in any order, which is what no text says.
        let sets = self.of.orders.about(record.names());
        if sets.len() > ALTERNATIVES {
            return Err(Unmergeable::too_much(format!(
                "the order of its members matters to more than {ALTERNATIVES} flattened enums"
            )));
        }
        let mut forms = vec![record.resolve()];
        for set in sets {
            let mut told = Vec::new();
            for form in forms {
                told.extend(self.by_order(set, form)?);
            }
            if told.len() > ALTERNATIVES {
                return Err(Unmergeable::too_much(format!(
                    "there are more than {ALTERNATIVES} orders in which its members may stand"
                )));
            }
            forms = told;
        }
        let forms = forms.into_iter().map(|form| self.resolved(form)).collect::<Result<_, _>>()?;
        Ok(self.union(forms))
    }

    fn resolved(&mut self, record: Resolved) -> Result<ShapeId, Unmergeable> {
        let Resolved { members, maps, orders, .. } = record;
        let Some(members) = self.members_of(members)? else { return Ok(self.arena.never()) };
        let mut maps: Vec<Entries> = maps.into_iter().map(|(_, map)| map).collect();
        let object = match maps.len() {
            0 => {
                let never = self.arena.never();
                self.object(members, never)
            }
            1 => {
                let map = maps.remove(0);
                let fixed: Vec<String> = members.keys().cloned().collect();
                self.open_object(members, &fixed, map.keys, map.values)
            }
            _ => self.beside_maps(members, maps)?,
        };
        if orders.is_empty() {
            return Ok(object);
        }
        let orders = orders.iter().map(|(names, text)| (names.clone(), self.strings([&**text])));
        let orders = orders.collect();
        let any = self.arena.any();
        let told = self.arena.intern(Node::Object(ObjectSpec { orders, ..ObjectSpec::from(any) }));
        Ok(self.both(vec![object, told]))
    }
}

/// Every record of the one beside every record of the other.
fn product(records: Vec<Record>, beside: &[Record]) -> Result<Vec<Record>, Unmergeable> {
    if records.len().saturating_mul(beside.len()) > ALTERNATIVES {
        return Err(Unmergeable::too_much(format!(
            "its flattened enums and options have more than {ALTERNATIVES} combinations"
        )));
    }
    let mut all = Vec::with_capacity(records.len() * beside.len());
    for record in &records {
        for other in beside {
            all.push(record.beside(other));
        }
    }
    Ok(all)
}
