//! What the flattened fields behind one make of what it leaves.

use std::collections::BTreeSet;

use contract_core::document::{Field, Read, Struct, WireType};

use super::super::heeds::heeded;
use super::super::keys::Keys;
use super::super::merge::{Mask, Members, optional};
use super::super::reader::{Missing, visible_names};
use super::super::takes::{Flattened, Looks, Takes, heeds, which_matter};
use super::super::{Lower, ORDERS, Source};
use super::{Chosen, Here, Left, Reader};
use crate::shape::{Node, ObjectSpec, ShapeId, Unknown};

/// What the fields behind one make of each member that it leaves.
pub(super) enum Behind<'d> {
    /// All of these maps read it; where there are none, it is ignored.
    Each(Vec<(&'d WireType, &'d WireType)>),
    /// Only a codec knows.
    Somehow,
    /// It depends on the others.
    Together,
}

impl Lower<'_, '_> {
    /// What the fields behind one make of these names, where it leaves them.
    pub(super) fn behind<'f>(
        &self,
        by: &Reader<'_>,
        behind: &[&'f Field],
        names: &BTreeSet<String>,
    ) -> Behind<'f>
    where
        Self: 'f,
    {
        let (mut maps, mut somehow) = (Vec::new(), false);
        let document = self.document(by.side);
        let of: Vec<Flattened<'_>> =
            behind.iter().map(|field| Flattened::of(document, &field.wire)).collect();
        let matter = which_matter(document, &of, by.refuses);
        for of in of.iter().zip(matter).filter_map(|(of, matters)| matters.then_some(of)) {
            match of.takes {
                Takes::Nothing(_) if of.optional => {}
                Takes::Nothing(Looks::AtNothing) => {}
                Takes::Nothing(Looks::AtEach(key, values)) => maps.push((key, values)),
                Takes::Nothing(Looks::AtAll(shape)) if !heeds(document, shape, names) => {}
                Takes::Nothing(Looks::AtAll(_)) => return Behind::Together,
                Takes::Nothing(Looks::Somehow) => somehow = true,
                _ if of.names().is_disjoint(names) => {}
                _ => return Behind::Together,
            }
        }
        if somehow { Behind::Somehow } else { Behind::Each(maps) }
    }

    /// The objects of which the members are read that a field has left of these names.
    pub(super) fn rest(
        &mut self,
        by: &Reader<'_>,
        behind: &Behind<'_>,
        chosen: &Chosen,
        taken: &BTreeSet<usize>,
        names: &BTreeSet<String>,
    ) -> ShapeId {
        let any = self.arena.any();
        let mut members = Members::new();
        let mut parts = Vec::new();
        let maps: &[_] = match behind {
            Behind::Each(maps) => maps,
            Behind::Somehow | Behind::Together => &[],
        };
        let mut maps_read = Vec::new();
        for (key, values) in maps {
            let keys = self.read_keys(by.side, key, Source::Borrowed);
            maps_read.push((keys, self.read(by.side, values, Source::Borrowed)));
        }
        let refused = by.refuses || matches!(behind, Behind::Somehow);
        for name in names {
            let mut value = if refused { self.arena.never() } else { any };
            for (keys, values) in &maps_read {
                let values = match keys {
                    Keys::These(keys) if !keys.contains(name) => self.arena.never(),
                    _ => *values,
                };
                value = self.both(vec![value, values]);
            }
            let places: Vec<usize> =
                (0..chosen.way.len()).filter(|at| chosen.way[*at].name == *name).collect();
            let left: Vec<usize> =
                places.iter().copied().filter(|at| !taken.contains(at)).collect();
            if left.is_empty() && !chosen.open {
                continue;
            }
            for (keys, _) in &maps_read {
                if let Keys::Shape(keys) = keys {
                    let others = self.strings_except([name.as_str()]);
                    let names = Some(self.union(vec![*keys, others]));
                    let spec = ObjectSpec { names, ..ObjectSpec::from(any) };
                    let is_key = self.arena.intern(Node::Object(spec));
                    // One that is taken may be the only one of the name.
                    let single = [(name.clone(), optional(self.arena.single()))].into();
                    let single = self.object(single, any);
                    parts.push(match places.len() > left.len() {
                        true if left.is_empty() => self.union(vec![is_key, single]),
                        _ => is_key,
                    });
                }
            }
            if chosen.open {
                let value = match places.first() {
                    Some(0) => self.behind_the_first(value),
                    _ => self.entries(value),
                };
                members.insert(name.clone(), optional(value));
                continue;
            }
            for at in left {
                self.put(&mut members, chosen, at, value, false);
            }
        }
        parts.push(self.object(members, any));
        self.both(parts)
    }

    /// The objects of which all is read, and beside them what a codec may read of an object.
    pub(super) fn what_is_left(
        &mut self,
        here: Here<'_, '_>,
        behind: &Behind<'_>,
        read: ShapeId,
        object: ShapeId,
    ) -> ShapeId {
        if !matches!(behind, Behind::Somehow) {
            return read;
        }
        let reason = "what a codec makes of what is left is known to itself only";
        let somehow = self.unread(here, Unknown::Code, reason.to_owned(), object);
        self.union(vec![read, somehow])
    }

    /// The values under a name of which the first is taken and all others are of a shape.
    pub(super) fn behind_the_first(&mut self, others: ShapeId) -> ShapeId {
        let any = self.arena.any();
        if !self.of.repeats {
            return any;
        }
        let single = self.arena.single();
        let items = self.array(vec![any], others, 2, None);
        let repeated = self.arena.repeated(items);
        self.union(vec![single, repeated])
    }

    /// What the fields behind one read whichever of some places it takes; none where that is too
    /// much to look at.
    pub(super) fn whichever_is_taken(
        &mut self,
        (by, behind, left): Here<'_, '_>,
        set: usize,
        places: &BTreeSet<usize>,
    ) -> Option<ShapeId> {
        let (chosen, _) = left.ways.get(&set)?.clone();
        let names = places.iter().map(|at| chosen.way[*at].name.clone()).collect();
        let matter = self.names_that_matter(by, behind, &names)?;
        let open = |at: &usize| matter.contains(&chosen.way[*at].name);
        let open: Vec<usize> = places.iter().copied().filter(open).collect();
        let cases = 1_usize << open.len().min(8);
        let count = left.count.saturating_mul(cases);
        if open.len() >= 8 || count > ORDERS {
            return None;
        }
        // To leave the others asks for more than to take them.
        let mut parts = Vec::new();
        for case in 0..cases {
            let taken = open.iter().enumerate().filter(|(at, _)| case & (1 << at) != 0);
            let taken = taken.map(|(_, place)| *place).collect();
            let next = Left { count, ..left.but_for(set, &taken) };
            parts.push(self.flattened(by, behind, &next));
        }
        Some(self.both(parts))
    }

    /// Those of some names of which it makes a difference to fields whether they are taken or left,
    /// other than that each one that is left has to be read by itself; none if that is not known.
    fn names_that_matter(
        &self,
        by: &Reader<'_>,
        fields: &[&Field],
        names: &BTreeSet<String>,
    ) -> Option<BTreeSet<String>> {
        let document = self.document(by.side);
        let of: Vec<Flattened<'_>> =
            fields.iter().map(|field| Flattened::of(document, &field.wire)).collect();
        let matter = which_matter(document, &of, by.refuses);
        let mut found = BTreeSet::new();
        for of in of.iter().zip(matter).filter_map(|(of, matters)| matters.then_some(of)) {
            match of.takes {
                Takes::Nothing(_) if of.optional => {}
                Takes::Nothing(Looks::AtNothing | Looks::AtEach(..)) => {}
                Takes::Nothing(Looks::AtAll(shape)) => match heeded(document, shape) {
                    Some(heeded) => found.extend(heeded),
                    None => return Some(names.clone()),
                },
                Takes::Nothing(Looks::Somehow) => return None,
                _ => found.extend(of.names()),
            }
        }
        Some(found)
    }

    /// What a struct reads where some of its names stand several times, and those in front have
    /// taken some of them; none where that is not looked into.
    pub(super) fn fields_in_part(
        &mut self,
        by: &Reader<'_>,
        of: &Struct,
        left: &Left,
    ) -> Option<ShapeId> {
        let mut others = of.clone();
        let mut parts = Vec::new();
        for (in_part, chosen, taken) in left.in_part() {
            let mut members = Members::new();
            for field in of.fields.iter().filter(|field| field.read != Read::Never) {
                let names = visible_names(field);
                if !names.iter().any(|name| in_part.contains(*name)) {
                    continue;
                }
                let ([name], false) = (&names[..], chosen.open) else { return None };
                others.fields.retain(|other| other.name != field.name);
                let mut places = (0..chosen.way.len())
                    .filter(|at| chosen.way[*at].name == *name && !taken.contains(at));
                let (at, None) = (places.next()?, places.next()) else {
                    return Some(self.arena.never());
                };
                let is_required = match field.read {
                    Read::Demanded => true,
                    Read::Required => match self.missing(by.side, &field.wire) {
                        Missing::Refused => true,
                        Missing::Filled => false,
                        Missing::Unsure(_) => return None,
                    },
                    _ => false,
                };
                let value = self.read(by.side, &field.wire, Source::Owned);
                self.put(&mut members, chosen, at, value, is_required);
            }
            let any = self.arena.any();
            parts.push(self.object(members, any));
        }
        let mask = Mask { hidden: left.gone.clone(), lead: Members::new() };
        parts.extend(self.own_fields(by.side, &others, Source::Owned, &mask, false));
        Some(self.both(parts))
    }
}
