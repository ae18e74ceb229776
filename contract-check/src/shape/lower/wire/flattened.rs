//! Flattened fields that go by the order of members: an enum takes the first variant that it
//! meets, and an option that meets a wrong member leaves what stands behind it.

use std::collections::{BTreeMap, BTreeSet};

use contract_core::document::{Enum, Field, Read, Shape, Struct, Tagging, WireType};

use super::keys::Keys;
use super::merge::{Mask, Members, optional, required};
use super::order::Known;
use super::reader::{flattens, visible_names};
use super::variants::{Told, split, takes_one, told_names};
use super::{Lower, Source};
use crate::finding::Side;
use crate::shape::ShapeId;

/// What becomes of members that a flattened field knows and leaves to those behind it.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Rest {
    /// Nobody looks at them.
    Ignored,
    /// They have to be of this shape.
    Read(ShapeId),
    /// That is not told.
    Unknown,
}

impl<'a> Lower<'_, 'a> {
    /// What the fields behind a flattened one make of what it leaves.
    pub(super) fn rest_for(&mut self, side: Side, behind: &[&Field], refuses: bool) -> Rest {
        if refuses {
            return Rest::Read(self.arena.never());
        }
        let mut shapes = Vec::new();
        for field in behind {
            match self.looks_at_all(side, &field.wire) {
                None => {}
                Some(WireType::Map(key, of)) => {
                    if !matches!(self.read_keys(side, &key, Source::Borrowed), Keys::All) {
                        return Rest::Unknown;
                    }
                    shapes.push(self.read(side, &of, Source::Borrowed));
                }
                Some(_) => return Rest::Unknown,
            }
        }
        let any = self.arena.any();
        shapes.retain(|shape| *shape != any);
        if shapes.is_empty() { Rest::Ignored } else { Rest::Read(self.both(shapes)) }
    }

    /// What a flattened field reads of names that are not its own, if it minds what they hold.
    fn looks_at_all(&self, side: Side, wire: &WireType) -> Option<WireType> {
        let mut wire = wire;
        // An alias may lead back to itself.
        for _ in 0..super::DEPTH {
            wire = match wire {
                // A mismatch reads as none.
                WireType::Option(_) | WireType::Leaf(_) => return None,
                WireType::Split(_, of) => of,
                WireType::Named(name) => match self.definition(side, name).map(|of| &of.shape) {
                    Some(Shape::Alias(of) | Shape::Newtype(of)) => of,
                    Some(Shape::Struct(of)) if !flattens(of) => return None,
                    Some(Shape::Enum(of)) if takes_one(of) => return None,
                    Some(Shape::Enum(of))
                        if matches!(of.tagging, Tagging::Adjacent { .. })
                            && of.variants.iter().all(|variant| !variant.untagged) =>
                    {
                        return None;
                    }
                    Some(Shape::Unit) => return None,
                    _ => return Some(wire.clone()),
                },
                _ => return Some(wire.clone()),
            };
        }
        Some(wire.clone())
    }

    /// The objects of which a flattened enum takes one member, and those behind it read the others
    /// that it knows.
    pub(super) fn one_and_rest(
        &mut self,
        side: Side,
        field: &Field,
        of: &Enum,
        taken: &BTreeSet<String>,
        rest: &Rest,
    ) -> ShapeId {
        let (any, never) = (self.arena.any(), self.arena.never());
        let optional_enum = matches!(field.wire, WireType::Option(_));
        let (told, ..) = split(of, Source::Owned);
        let known = self.written_order(&told_names(of));
        let mut variants: Vec<(String, ShapeId)> = Vec::new();
        for Told { variant, names, .. } in &told {
            let content = self.external_content(side, of, variant, Source::Owned);
            let names = names.iter().filter(|name| !taken.contains(**name));
            variants.extend(names.map(|name| ((*name).to_owned(), content)));
        }
        let absent: Members =
            variants.iter().map(|(name, _)| (name.clone(), optional(never))).collect();
        let mut forms = Vec::new();
        if optional_enum {
            forms.push(self.object(absent.clone(), any));
        }
        // One alone, and nothing is left.
        for (name, content) in &variants {
            let content = if optional_enum { any } else { *content };
            let content = self.first_of_rest(content, rest);
            let mut form = absent.clone();
            form.insert(name.clone(), required(content));
            forms.push(self.object(form, any));
        }
        let Rest::Read(left) = *rest else { return self.perhaps_one(field, &variants, forms) };
        if variants.len() < 2 {
            return self.union(forms);
        }
        if let Some(Known::Listed(order)) = known {
            let left = self.entries(left);
            let mut before = Members::new();
            for name in &order {
                let Some((_, content)) = variants.iter().find(|(it, _)| it == name) else {
                    continue;
                };
                let content = if optional_enum { any } else { *content };
                let content = self.first_of_rest(content, rest);
                let mut form: Members =
                    variants.iter().map(|(name, _)| (name.clone(), optional(left))).collect();
                form.extend(before.clone());
                form.insert(name.clone(), required(content));
                forms.push(self.object(form, any));
                before.insert(name.clone(), optional(never));
            }
            return self.union(forms);
        }
        self.perhaps_one(field, &variants, forms)
    }

    /// What the first member of a name has to be, where others of the name are left to the rest.
    fn first_of_rest(&mut self, shape: ShapeId, rest: &Rest) -> ShapeId {
        let once = self.once(shape);
        let Rest::Read(rest) = *rest else { return once };
        if !self.of.repeats {
            return once;
        }
        let items = self.array(vec![once], rest, 2, None);
        let repeated = self.arena.repeated(items);
        self.union(vec![once, repeated])
    }

    /// These objects, and perhaps others with one of the variants.
    fn perhaps_one(
        &mut self,
        field: &Field,
        variants: &[(String, ShapeId)],
        mut forms: Vec<ShapeId>,
    ) -> ShapeId {
        let any = self.arena.any();
        let name = format!("what the flattened `{}` leaves", field.name);
        let reason = "it depends on which of several variants stands first".to_owned();
        let present = variants.iter().map(|(name, _)| {
            let one = [(name.clone(), required(any))].into();
            self.object(one, any)
        });
        let present = present.collect();
        let within = self.union(present);
        forms.push(self.opaque_within(&name, reason, within));
        self.union(forms)
    }

    /// A flattened option where unknown fields are refused: a mismatch reads as none, but what
    /// stands after the member that was wrong is left over for those behind.
    pub(super) fn all_or_nothing(
        &mut self,
        side: Side,
        field: &Field,
        taken: &BTreeSet<String>,
        consumed: &BTreeSet<String>,
        rest: &Rest,
    ) -> ShapeId {
        let (any, never) = (self.arena.any(), self.arena.never());
        let inner = match &field.wire {
            WireType::Option(of) => self.beside(side, of, taken).0,
            _ => never,
        };
        let absent =
            consumed.difference(taken).map(|name| (name.clone(), optional(never))).collect();
        let nothing = self.object(absent, any);
        let partial = self.part_of(side, &field.wire, taken).unwrap_or(nothing);
        if let Some(last_wrong) = self.last_wrong(side, &field.wire, taken, rest) {
            return self.union(vec![inner, nothing, partial, last_wrong]);
        }
        let within = self.any_object();
        let name = format!("half of the flattened `{}`", field.name);
        let reason =
            "it depends on what stands after a wrong member of a flattened option".to_owned();
        let half = self.opaque_within(&name, reason, within);
        self.union(vec![inner, nothing, partial, half])
    }

    /// The objects in which a member of a flattened option is wrong and what is written behind it is
    /// read by others; none where it is not known which are.
    fn last_wrong(
        &mut self,
        side: Side,
        wire: &WireType,
        taken: &BTreeSet<String>,
        rest: &Rest,
    ) -> Option<ShapeId> {
        let of = self.optional_struct(side, wire)?;
        let names: BTreeSet<String> =
            of.fields.iter().flat_map(visible_names).map(str::to_owned).collect();
        let Known::Listed(order) = self.written_order(&names)? else { return None };
        // A second member of one field is wrong as well.
        if self.of.repeats || of.fields.iter().any(|it| !it.aliases.is_empty()) {
            return None;
        }
        let Rest::Read(rest) = *rest else { return None };
        let any = self.arena.any();
        let mut members: Members =
            names.iter().map(|name| (name.clone(), optional(rest))).collect();
        let mut forms = Vec::new();
        for name in order.iter().filter(|name| !taken.contains(*name)) {
            let field = of.fields.iter().find(|it| visible_names(it) == [name.as_str()])?;
            let read = self.read(side, &field.wire, Source::Owned);
            let mut form = members.clone();
            form.insert(name.clone(), required(self.arena.not(read)));
            forms.push(form);
            members.insert(name.clone(), optional(read));
        }
        let forms = forms.into_iter().map(|mut form| {
            form.retain(|name, _| !taken.contains(name));
            self.object(form, any)
        });
        let forms = forms.collect();
        Some(self.union(forms))
    }

    /// The objects with some of the members of a flattened option, each of them right: all are
    /// taken before one is found missing, so that nothing is left over.
    fn part_of(
        &mut self,
        side: Side,
        wire: &WireType,
        taken: &BTreeSet<String>,
    ) -> Option<ShapeId> {
        let mut part = self.optional_struct(side, wire)?.clone();
        for field in part.fields.iter_mut().filter(|field| field.read != Read::Never) {
            field.read = Read::Default;
        }
        let mask = Mask { hidden: taken.clone(), lead: Members::new() };
        let parts = self.own_fields(side, &part, Source::Owned, &mask, false);
        Some(self.both(parts))
    }

    /// The objects of which enough is left when several enums have taken a variant each.
    pub(super) fn left_over(&mut self, by: &str) -> ShapeId {
        let within = self.any_object();
        let name = format!("what is left for `{by}` by flattened enums");
        let reason = "it depends on which of several variants stands first".to_owned();
        self.opaque_within(&name, reason, within)
    }

    /// The struct of a flattened option, if it flattens nothing itself.
    fn optional_struct(&self, side: Side, wire: &WireType) -> Option<&'a Struct> {
        let WireType::Option(of) = wire else { return None };
        let WireType::Named(name) = &**of else { return None };
        match &self.definition(side, name)?.shape {
            Shape::Struct(of) if !flattens(of) => Some(of),
            _ => None,
        }
    }

    /// What is known of the order in which names are written.
    fn written_order(&self, names: &BTreeSet<String>) -> Option<Known> {
        self.of.orders.among(self.author, names).cloned()
    }

    /// The objects of which an enum reads the member that is written first; none where it is not
    /// known which one that is.
    pub(super) fn first_in_order(
        &mut self,
        side: Side,
        of: &Enum,
        told: &[Told<'_>],
        mask: &Mask,
    ) -> Option<ShapeId> {
        let known = self.written_order(&told_names(of))?;
        let (any, never) = (self.arena.any(), self.arena.never());
        let mut members = self.ignored(&mask.hidden);
        let mut forms = Vec::new();
        let (order, in_order) = match known {
            Known::Listed(order) => (order, true),
            // One that is read is enough: if another stood first, it would be written alone too.
            Known::OneBeforeMaps => (told_names(of).into_iter().collect(), false),
        };
        for name in order.iter().filter(|name| !mask.covers(name)) {
            let variant = told.iter().find(|one| one.names.contains(&name.as_str()))?.variant;
            let content = self.external_content(side, of, variant, Source::Owned);
            let content = self.first(content);
            let mut form = members.clone();
            form.insert(name.clone(), required(content));
            forms.push(self.object(form, any));
            if in_order {
                members.insert(name.clone(), optional(never));
            }
        }
        Some(self.union(forms))
    }

    /// The enum of a flattened field that takes one member and leaves the others to those behind.
    pub(super) fn taker(&self, side: Side, wire: &WireType) -> Option<&'a Enum> {
        let mut wire = wire;
        // An alias may lead back to itself.
        for _ in 0..super::DEPTH {
            wire = match wire {
                WireType::Option(of) | WireType::Split(_, of) => of,
                WireType::Named(name) => match &self.definition(side, name)?.shape {
                    Shape::Alias(of) | Shape::Newtype(of) => of,
                    Shape::Enum(of) => return takes_one(of).then_some(of),
                    Shape::Struct(_) | Shape::Tuple(_) | Shape::Unit => return None,
                },
                _ => return None,
            };
        }
        None
    }

    /// The same enum flattened once more, behind others that took a member each: so many members
    /// and one more have to be there. None if there are too many ways for that.
    pub(super) fn beside_takers(
        &mut self,
        side: Side,
        of: &Enum,
        before: usize,
    ) -> Option<ShapeId> {
        let (told, ..) = split(of, Source::Owned);
        let mut variants = Vec::new();
        for Told { variant, names, .. } in &told {
            let content = self.external_content(side, of, variant, Source::Owned);
            variants.extend(names.iter().map(|name| (*name, content)));
        }
        let any = self.arena.any();
        let mut times = |content: ShapeId, least: u64| {
            let items = self.array(Vec::new(), content, least.max(2), None);
            let repeated = self.arena.repeated(items);
            let one = if content == any { self.arena.single() } else { content };
            if least > 1 { repeated } else { self.union(vec![one, repeated]) }
        };
        let all_readable: Members = variants
            .iter()
            .map(|(name, of)| ((*name).to_owned(), optional(times(*of, 1))))
            .collect();
        // How often each name stands, at least.
        let mut ways: Vec<BTreeMap<&str, u64>> = vec![BTreeMap::new()];
        for _ in 0..=before {
            let mut more = BTreeSet::new();
            for way in &ways {
                for (name, _) in &variants {
                    let mut way = way.clone();
                    *way.entry(name).or_default() += 1;
                    more.insert(way);
                }
            }
            if more.len() > super::ALTERNATIVES {
                return None;
            }
            ways = more.into_iter().collect();
        }
        let mut present = Vec::new();
        for way in ways {
            let members = way.into_iter().map(|(name, least)| {
                let value = if least > 1 { times(any, least) } else { any };
                (name.to_owned(), required(value))
            });
            present.push(members.collect::<Members>());
        }
        let present = present.into_iter().map(|members| self.object(members, any)).collect();
        let enough = self.union(present);
        let all_readable = self.object(all_readable, any);
        let sure = self.both(vec![enough, all_readable]);
        let names: Vec<&str> = variants.iter().map(|(name, _)| *name).collect();
        let name = format!("the first {} of {}", before + 1, names.join(", "));
        let reason = "it depends on which of several variants stands first".to_owned();
        let perhaps = self.opaque_within(&name, reason, enough);
        Some(self.union(vec![sure, perhaps]))
    }
}
