//! What a struct reads into its flattened fields, one behind the other.
//!
//! Where the order of members decides, each order is read by itself: it tells which member a field
//! takes, and that those behind it see the others.

mod left;
mod rest;
mod taking;
mod ways;

use std::collections::BTreeSet;

use contract_core::document::Field;

use super::merge::{Mask, Members, optional};
use super::order::Told;
use super::takes::{Flattened, Looks, Ordered, Takes, heeds};
use super::{Lower, ORDERS, Source};
use crate::finding::Side;
use crate::shape::{ShapeId, Unknown};

use left::Chosen;
pub(super) use left::Left;
use rest::Behind;
use taking::{Alternative, Candidate};

/// How a struct's flattened fields are read.
pub(super) struct Reader<'r> {
    pub(super) side: Side,
    /// Whether members that nobody takes are refused.
    pub(super) refuses: bool,
    /// The sets of names whose order decides what is read.
    pub(super) ordered: &'r [Ordered],
}

/// What is to be read: by whom, into which fields, and what is left for them.
type Here<'h, 'r> = (&'h Reader<'r>, &'h [&'h Field], &'h Left);

impl Lower<'_, '_> {
    /// The objects that flattened fields read of what is left.
    pub(super) fn flattened(&mut self, by: &Reader<'_>, fields: &[&Field], left: &Left) -> ShapeId {
        let Some((field, behind)) = fields.split_first() else { return self.at_last(by, left) };
        let of = Flattened::of(self.document(by.side), &field.wire);
        let names: BTreeSet<String> = of.names().difference(&left.gone).cloned().collect();
        let by_order = matches!(of.takes, Takes::First(_)) || of.optional;
        let set = by.ordered.iter().find(|set| by_order && !set.names.is_disjoint(&names));
        let set = set.and_then(|set| self.of.orders.find(set));
        let Some(set) = set else {
            let shape = self.in_no_order(by, field, &of, &names, left);
            let mut next = left.clone();
            next.gone.extend(names);
            let rest = self.flattened(by, behind, &next);
            return self.both(vec![shape, rest]);
        };
        if left.ways.contains_key(&set) {
            return self.in_its_way(by, fields, set, &names, left);
        }
        let others = self.behind(by, behind, &names);
        if matches!(others, Behind::Together) {
            let count = match &*self.of.orders.told(self.author, set) {
                Told::Always(_) => left.count,
                Told::Each { ways, .. } => left.count.saturating_mul(ways.len() + 1),
            };
            if count > ORDERS {
                return self.in_too_many_ways(by, fields, left);
            }
            return self.by_ways((by, fields, left), set, &mut |this, chosen| {
                let left = Left { count, ..left.clone() };
                let left = left.in_a_way(set, chosen);
                this.flattened(by, fields, &left)
            });
        }
        let taking = self.taking(by.side, &of, &names);
        let shape = self.by_ways((by, fields, left), set, &mut |this, chosen| {
            let here = left.in_a_way(set, chosen);
            let mut forms = Vec::new();
            for Alternative { object, taken, candidates } in
                this.alternatives(&taking, chosen, &BTreeSet::new())
            {
                let rest = this.rest(by, &others, chosen, &taken, &names);
                let read = this.both(vec![object, rest]);
                let Some(candidates) = candidates else {
                    forms.push(this.what_is_left((by, fields, &here), &others, read, object));
                    continue;
                };
                forms.push(this.in_other_orders((by, fields, &here), read));
                if candidates.is_empty() {
                    continue;
                }
                // Whichever it is, what is left is read.
                let mut parts = vec![object];
                for Candidate { is, read, taken } in candidates {
                    let rest = this.rest(by, &others, chosen, &taken, &names);
                    let read = this.both(vec![read, rest]);
                    let other = this.arena.not(is);
                    parts.push(this.union(vec![other, read]));
                }
                forms.push(this.both(parts));
            }
            this.union(forms)
        });
        let mut next = left.clone();
        next.gone.extend(names);
        let rest = self.flattened(by, behind, &next);
        self.both(vec![shape, rest])
    }

    /// The same where the way is known in which the names stand that a field may take.
    fn in_its_way(
        &mut self,
        by: &Reader<'_>,
        fields: &[&Field],
        set: usize,
        names: &BTreeSet<String>,
        left: &Left,
    ) -> ShapeId {
        let (Some((chosen, taken)), Some((field, behind))) =
            (left.ways.get(&set).cloned(), fields.split_first())
        else {
            return self.arena.never();
        };
        let of = Flattened::of(self.document(by.side), &field.wire);
        let taking = self.taking(by.side, &of, names);
        let alternatives = self.alternatives(&taking, &chosen, &taken);
        let count = left.count.saturating_mul(alternatives.len().max(1));
        if count > ORDERS {
            return self.in_too_many_ways(by, fields, left);
        }
        let mut forms = Vec::new();
        for Alternative { object, taken: more, candidates } in alternatives {
            let left_now = Left { count, ..left.clone() };
            if let Some(candidates) = candidates {
                forms.push(self.in_other_orders((by, fields, left), object));
                let whichever = self.whichever_is_taken((by, behind, &left_now), set, &more);
                if let (Some(read), false) = (whichever, candidates.is_empty()) {
                    let mut parts = vec![object, read];
                    for Candidate { is, read, .. } in candidates {
                        let other = self.arena.not(is);
                        parts.push(self.union(vec![other, read]));
                    }
                    forms.push(self.both(parts));
                }
                continue;
            }
            let gone: Vec<String> = more.iter().map(|at| chosen.way[*at].name.clone()).collect();
            let rest = self.flattened(by, behind, &left_now.but_for(set, &more));
            let read = self.both(vec![object, rest]);
            if !chosen.open || !self.of.repeats {
                forms.push(read);
                continue;
            }
            // What becomes of the second one of a name is not looked into here.
            let any = self.arena.any();
            let once = self.once(any);
            let members = gone.iter().map(|name| (name.clone(), optional(once))).collect();
            let once = self.object(members, any);
            forms.push(self.both(vec![read, once]));
            let several = self.arena.not(once);
            let within = self.both(vec![object, several]);
            forms.push(self.in_other_orders((by, fields, left), within));
        }
        self.union(forms)
    }

    /// What a field reads that does not go by the order of members.
    fn in_no_order(
        &mut self,
        by: &Reader<'_>,
        field: &Field,
        of: &Flattened<'_>,
        names: &BTreeSet<String>,
        left: &Left,
    ) -> ShapeId {
        let any = self.any_object();
        match &of.takes {
            // Whatever it reads, or does not, nobody minds.
            _ if of.optional => any,
            // All its names are gone.
            Takes::First(_) => self.arena.never(),
            Takes::Nothing(Looks::AtEach(key, values)) => {
                let mut hidden = left.gone.clone();
                let mut parts = Vec::new();
                for (names, chosen, taken) in left.in_part() {
                    let each = Behind::Each(vec![(*key, *values)]);
                    let by = Reader { refuses: false, ..*by };
                    parts.push(self.rest(&by, &each, chosen, taken, &names));
                    hidden.extend(names);
                }
                let mask = Mask { hidden, lead: Members::new() };
                parts.push(self.masked_map(by.side, key, values, Source::Borrowed, &mask));
                self.both(parts)
            }
            takes => {
                let document = self.document(by.side);
                let sees = |(in_part, ..): &(BTreeSet<String>, _, _)| match takes {
                    Takes::Nothing(Looks::AtNothing) => false,
                    Takes::Nothing(Looks::AtAll(shape)) => heeds(document, shape, in_part),
                    Takes::Nothing(_) => true,
                    _ => !in_part.is_disjoint(names),
                };
                if left.in_part().iter().any(sees) {
                    if let Takes::Fields(of) = takes
                        && let Some(read) = self.fields_in_part(by, of, left)
                    {
                        return read;
                    }
                    return self.in_other_orders((by, &[field], left), any);
                }
                self.beside(by.side, &field.wire, &left.gone)
            }
        }
    }

    /// What is left when all have read.
    fn at_last(&mut self, by: &Reader<'_>, left: &Left) -> ShapeId {
        if !by.refuses {
            return self.any_object();
        }
        let never = self.arena.never();
        let gone = self.ignored(&left.gone);
        self.object(gone, never)
    }

    fn in_too_many_ways(&mut self, by: &Reader<'_>, fields: &[&Field], left: &Left) -> ShapeId {
        let within = self.any_object();
        let reason = format!("there are more than {ORDERS} ways to read it");
        self.unread((by, fields, left), Unknown::Extent, reason, within)
    }

    /// What is read in orders that are not looked at one by one.
    fn in_other_orders(&mut self, here: Here<'_, '_>, within: ShapeId) -> ShapeId {
        let reason = "the members may stand in more orders than are looked at".to_owned();
        self.unread(here, Unknown::Extent, reason, within)
    }

    /// The objects among these that the fields read, which is not known.
    fn unread(
        &mut self,
        (by, fields, left): Here<'_, '_>,
        unknown: Unknown,
        reason: String,
        within: ShapeId,
    ) -> ShapeId {
        let first = fields.first().map_or("", |field| field.name.as_str());
        let name = format!("what the flattened `{first}` reads and leaves");
        // The same fields read the same of the same members.
        let same = fields.iter().all(|field| self.is_same(&field.wire));
        let side = (!same).then_some(by.side);
        let fields: Vec<_> = fields.iter().map(|field| (&field.wire, &field.read)).collect();
        let depends_on =
            format!("{side:?} {fields:?} {} {:?} {:?}", by.refuses, left.gone, left.ways);
        self.opaque_by(&name, depends_on, (unknown, reason), within)
    }
}
