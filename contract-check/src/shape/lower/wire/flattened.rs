//! Flattened fields that go by the order of members: an enum takes the first variant that it
//! meets, and an option that meets a wrong member leaves what stands behind it.

use std::collections::{BTreeMap, BTreeSet};

use contract_core::document::{Enum, Field, Read, Shape, Struct, WireType};

use super::merge::{Mask, Members, optional, required};
use super::order::Known;
use super::reader::{flattens, visible_names};
use super::variants::{Told, split, takes_one, told_names};
use super::{Lower, Source};
use crate::finding::Side;
use crate::shape::ShapeId;

impl<'a> Lower<'_, 'a> {
    /// A flattened option where unknown fields are refused: a mismatch reads as none, but what
    /// stands after the member that was wrong is left over, and refused.
    pub(super) fn all_or_nothing(
        &mut self,
        side: Side,
        field: &Field,
        taken: &BTreeSet<String>,
        consumed: &BTreeSet<String>,
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
        if let Some(last_wrong) = self.last_wrong(side, &field.wire, taken) {
            return self.union(vec![inner, nothing, partial, last_wrong]);
        }
        let within = self.any_object();
        let name = format!("half of the flattened `{}`", field.name);
        let reason = "what stands after a wrong member of a flattened option is refused".to_owned();
        let half = self.opaque_within(&name, reason, within);
        self.union(vec![inner, nothing, partial, half])
    }

    /// The objects in which a member of a flattened option is wrong and none is written behind it;
    /// none where it is not known which are.
    fn last_wrong(
        &mut self,
        side: Side,
        wire: &WireType,
        taken: &BTreeSet<String>,
    ) -> Option<ShapeId> {
        let of = self.optional_struct(side, wire)?;
        let names: BTreeSet<String> =
            of.fields.iter().flat_map(visible_names).map(str::to_owned).collect();
        let Known::Listed(order) = self.written_order(&names)? else { return None };
        // A second member of one field is wrong as well.
        if self.of.repeats || of.fields.iter().any(|it| !it.aliases.is_empty()) {
            return None;
        }
        let (any, never) = (self.arena.any(), self.arena.never());
        let mut members: Members =
            names.iter().map(|name| (name.clone(), optional(never))).collect();
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
