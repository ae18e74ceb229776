//! Objects: one question for each member.
//!
//! The members of all shapes at hand are laid out as slots: one for each name that is mentioned,
//! and one for each class of other names. A document lies outside a shape (a *hole*) if it fails
//! it in one way: a required member is absent, a member's value is refused, the members are too
//! few or too many. The search picks one way for each hole, always the hole with the fewest ways
//! left, so that a hole with none ends it and a hole with one costs nothing. That a member is
//! either absent or refused is one way.

mod orders;
mod table;

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

use super::super::StringSpec;
use super::super::answer::Reason;
use super::super::arena::ShapeId;
use super::tree::Tree;
use super::{Outcome, Run};
use orders::Orders;
use table::{Demand, Key, Slot, Table};

use crate::json::Json;

/// With so many holes open it is worth while to look for ways that are in the way of nothing.
const MANY: usize = 4;

/// More members than this are not filled in.
const FILL: u64 = 2_000;

/// So many holes are passed by for about one step.
const HOLES: usize = 16;

/// What was picked for one slot is copied for about as much as so many holes are passed by.
const PICKED: usize = 4;

/// Of the ways to fail the last hole so many are compared for the smallest document.
const COMPARED: usize = 8;

/// A way to fail a hole.
#[derive(Clone, Debug)]
enum Way {
    /// Without this member.
    Absent(usize),
    /// Without this member, or with a value that the shape refuses. To leave open which spares a
    /// choice, and so all that would follow from either.
    Unless(usize, ShapeId),
    /// With this member, refused by the shape.
    Value(usize, Option<ShapeId>),
    /// With a chosen member of a class, refused by the shape.
    Chosen(usize, Option<ShapeId>),
    /// With fewer members than this.
    Below(u64),
    /// With more members than this.
    Above(u64),
}

/// Ways, each with what its document costs.
type Ways = Vec<(u64, Way)>;

/// A hole that is to be failed.
struct Open {
    hole: usize,
    /// The ways that are open; none where they have to be looked for.
    ways: Option<Rc<Ways>>,
}

impl Way {
    /// The slot that it is about; none if it is about the number of members.
    fn slot(&self, picked: &Picked) -> Option<usize> {
        match self {
            Self::Absent(at) | Self::Unless(at, _) | Self::Value(at, _) => Some(*at),
            Self::Chosen(index, _) => Some(picked.chosen[*index].0),
            Self::Below(_) | Self::Above(_) => None,
        }
    }
}

/// What has been picked so far.
#[derive(Clone, Debug)]
struct Picked {
    absent: BTreeSet<usize>,
    /// By slot, what the value must not be. It is there.
    values: BTreeMap<usize, Vec<ShapeId>>,
    /// By slot, what the value must not be if it is there.
    unless: BTreeMap<usize, Vec<ShapeId>>,
    /// Members of classes, and what their values must not be.
    chosen: Vec<(usize, Vec<ShapeId>)>,
    /// The least and the greatest number of members.
    min: u64,
    max: u64,
}

impl Run<'_> {
    /// An object in all of the `inside` leaves and none of the `outside` ones.
    pub(super) fn records(&mut self, inside: &[ShapeId], outside: &[ShapeId]) -> Outcome {
        let inside: Vec<_> = inside.iter().map(|id| self.arena.shared(*id)).collect();
        let outside: Vec<_> = outside.iter().map(|id| self.arena.shared(*id)).collect();
        let table = match self.table(&inside, &outside) {
            Ok(table) => table,
            Err(outcome) => return outcome,
        };
        if table.slots.iter().any(|slot| slot.required && !slot.possible) {
            return Outcome::Empty;
        }
        let picked = Picked {
            absent: BTreeSet::new(),
            values: BTreeMap::new(),
            unless: BTreeMap::new(),
            chosen: Vec::new(),
            min: table.min,
            max: table.max,
        };
        let holes: Vec<Open> =
            (0..table.holes.len()).map(|hole| Open { hole, ways: None }).collect();
        self.pick(&table, &picked, &holes)
    }

    /// Fails the holes that are left, one after the other.
    fn pick(&mut self, table: &Table<'_>, picked: &Picked, holes: &[Open]) -> Outcome {
        let must = picked.must(table);
        let impossible = must > picked.max || picked.min > picked.max;
        let passed = holes.len() + PICKED * (picked.unless.len() + picked.values.len());
        if impossible || !self.spend(1 + (passed / HOLES) as u64) {
            return Outcome::Empty;
        }
        let mut left: Vec<Open> = Vec::new();
        let mut fewest: Option<(usize, Rc<Ways>)> = None;
        let mut failed = None;
        for (at, Open { hole, ways }) in holes.iter().enumerate() {
            // Beliefs about many holes are asked for together, lest each round ask for one more.
            if failed.is_some_and(|first: usize| at > 2 * first) {
                break;
            }
            let ways = match ways {
                Some(known) => Rc::clone(known),
                None => {
                    self.spend(1);
                    match self.ways(table, picked, must, *hole) {
                        Some(ways) => Rc::new(ways),
                        None => continue,
                    }
                }
            };
            if ways.is_empty() {
                failed = failed.or(Some(at));
            }
            if fewest.as_ref().is_none_or(|(_, least)| ways.len() < least.len()) {
                fewest = Some((*hole, Rc::clone(&ways)));
            }
            left.push(Open { hole: *hole, ways: Some(ways) });
        }
        if failed.is_some() {
            return Outcome::Empty;
        }
        let Some((hole, ways)) = fewest else { return self.finish(table, picked) };
        if ways.len() > 1
            && left.len() >= MANY
            && let Some((picked, left)) = self.pick_freely(table, picked, &left)
        {
            return self.pick(table, &picked, &left);
        }
        left.retain(|other| other.hole != hole);
        let mut ways: Ways = (*ways).clone();
        ways.sort_by_key(|(cost, _)| *cost);
        let compared = if left.is_empty() { COMPARED } else { 1 };
        let mut outcome = Outcome::Empty;
        for (at, (_, way)) in ways.iter().enumerate() {
            if at >= compared && outcome.is_whole() {
                break;
            }
            let slot = way.slot(picked);
            let next: Vec<Open> = left
                .iter()
                .map(|open| {
                    let moved =
                        table.counts || slot.is_none_or(|at| table.demand(open.hole, at).is_some());
                    Open { hole: open.hole, ways: open.ways.clone().filter(|_| !moved) }
                })
                .collect();
            outcome = outcome.or(self.pick(table, &picked.with(table, way), &next));
        }
        outcome
    }

    /// Fails as many holes as possible in ways that are in the way of nothing else; none if there
    /// are no such ways. A member that is added or changed leaves no hole open that was failed,
    /// unless by its absence: so if one value of a member fails every hole that the member could
    /// fail by itself, no other choice for these holes leads further. The same holds of members
    /// with names of their own, of which there are as many as one likes.
    fn pick_freely(
        &mut self,
        table: &Table<'_>,
        picked: &Picked,
        holes: &[Open],
    ) -> Option<(Picked, Vec<Open>)> {
        if table.counts {
            return None;
        }
        let mut by_slot: BTreeMap<usize, Vec<(usize, Option<ShapeId>)>> = BTreeMap::new();
        for open in holes {
            for (_, way) in open.ways.iter().flat_map(|ways| ways.iter()) {
                let (at, refused) = match way {
                    Way::Value(at, refused) => (*at, *refused),
                    Way::Unless(at, refused) => (*at, Some(*refused)),
                    _ => continue,
                };
                by_slot.entry(at).or_default().push((open.hole, refused));
            }
        }
        let mut slots: Vec<_> = by_slot.into_iter().collect();
        slots.sort_by_key(|(at, failed)| (Reverse(failed.len()), *at));
        for (at, mut failed) in slots {
            let slot = &table.slots[at];
            let mut next = picked.clone();
            match slot.key {
                Key::Class { .. } => continue,
                Key::Rest => {
                    failed.retain(|(_, refused)| {
                        let refused = refused.iter().copied().collect();
                        self.ask_value(slot.inside.clone(), refused).is_whole()
                    });
                    let chosen = failed.iter().map(|(_, refused)| refused.iter().copied());
                    next.chosen.extend(chosen.map(|refused| (at, refused.collect())));
                }
                Key::Name(_) | Key::Order(_) => {
                    let present = slot.required || picked.values.contains_key(&at);
                    let by_absence = |hole: usize| {
                        !present && table.demand(hole, at).is_some_and(|demand| demand.required)
                    };
                    let fails = |hole: usize| failed.iter().any(|(other, _)| *other == hole);
                    if holes.iter().any(|open| by_absence(open.hole) && !fails(open.hole)) {
                        continue;
                    }
                    let values = next.values.entry(at).or_default();
                    values.extend(failed.iter().filter_map(|(_, refused)| *refused));
                    if !self.ask_value(slot.inside.clone(), next.not(at)).is_whole() {
                        continue;
                    }
                }
            }
            if failed.is_empty() {
                continue;
            }
            let left = holes.iter().filter(|open| failed.iter().all(|(it, _)| *it != open.hole));
            let left = left.map(|open| {
                let moved = table.demand(open.hole, at).is_some();
                Open { hole: open.hole, ways: open.ways.clone().filter(|_| !moved) }
            });
            return Some((next, left.collect()));
        }
        None
    }

    /// The ways to fail a hole that are still open, each with what its document costs; none if
    /// the hole is failed already. There `must` be so many members at least.
    fn ways(&mut self, table: &Table<'_>, picked: &Picked, must: u64, hole: usize) -> Option<Ways> {
        let hole = &table.holes[hole];
        if picked.max < hole.min || hole.max.is_some_and(|max| max < picked.min) {
            return None;
        }
        let mut ways = Vec::new();
        for Demand { at, shape: refused, barred, required } in hole.demands.iter().copied() {
            let slot = &table.slots[at];
            if required && (!slot.possible || picked.absent.contains(&at)) {
                return None;
            }
            let present = slot.required || picked.values.contains_key(&at);
            if slot.is_class() {
                if !slot.possible || (refused.is_none() && !barred) {
                    continue;
                }
                for (index, (of, not)) in picked.chosen.iter().enumerate() {
                    if *of != at {
                        continue;
                    }
                    if barred || refused.is_some_and(|shape| not.contains(&shape)) {
                        return None;
                    }
                    let mut not = not.clone();
                    not.extend(refused);
                    if let Some(cost) = self.cost(&slot.inside, not) {
                        ways.push((cost, Way::Chosen(index, refused)));
                    }
                }
                if must < picked.max {
                    let not = if barred { Vec::new() } else { refused.into_iter().collect() };
                    if let Some(cost) = self.cost(&slot.inside, not) {
                        let refused = refused.filter(|_| !barred);
                        ways.push((cost + 4, Way::Value(at, refused)));
                    }
                }
                continue;
            }
            if barred && (present || required) {
                return None;
            }
            let mut not = picked.not(at);
            if refused.is_some_and(|refused| (present || required) && not.contains(&refused)) {
                return None;
            }
            let mut value = None;
            if slot.possible && !picked.absent.contains(&at) && (present || must < picked.max) {
                match (barred, refused) {
                    (true, _) => value = self.cost(&slot.inside, not),
                    (false, Some(refused)) => {
                        not.push(refused);
                        value = self.cost(&slot.inside, not);
                    }
                    (false, None) => {}
                }
            }
            let refused = refused.filter(|_| !barred);
            match (required && !present, value, refused) {
                (true, Some(_), Some(refused)) => ways.push((0, Way::Unless(at, refused))),
                (true, ..) => ways.push((0, Way::Absent(at))),
                (false, Some(cost), _) => ways.push((cost, Way::Value(at, refused))),
                (false, None, _) => {}
            }
        }
        if hole.min > must {
            ways.push((0, Way::Below(hole.min)));
        }
        if let Some(max) = hole.max
            && picked.max > max
        {
            ways.push((max.saturating_mul(8), Way::Above(max)));
        }
        Some(ways)
    }

    /// What a value costs to print; none if there is none.
    fn cost(&mut self, inside: &[ShapeId], outside: Vec<ShapeId>) -> Option<u64> {
        match self.ask_value(inside.to_vec(), outside) {
            Outcome::Empty => None,
            Outcome::Unknown(_) => Some(u64::from(u32::MAX)),
            Outcome::Inhabited(tree) => Some(tree.size()),
        }
    }

    /// A document as it was picked.
    fn finish(&mut self, table: &Table<'_>, picked: &Picked) -> Outcome {
        let mut doubt: Option<Rc<Reason>> = None;
        let mut members: Vec<(String, Rc<Tree>)> = Vec::new();
        let mut possible = true;
        let mut spare = Vec::new();
        let mut orders = Vec::new();
        for (at, slot) in table.slots.iter().enumerate() {
            let (Key::Name(name) | Key::Order(name)) = slot.key else { continue };
            if !slot.required && !picked.values.contains_key(&at) {
                if slot.possible && !picked.absent.contains(&at) {
                    spare.push((name, at));
                }
                continue;
            }
            match self.ask(slot.inside.clone(), picked.not(at)) {
                Outcome::Empty => possible = false,
                Outcome::Unknown(reason) => doubt = doubt.or(Some(reason)),
                Outcome::Inhabited(tree) => match slot.key {
                    Key::Order(_) => orders.push(Orders { at, names: name.to_owned(), text: tree }),
                    _ => members.push((name.to_owned(), tree)),
                },
            }
        }
        let needed = members.len();
        let mut others = Vec::new();
        for (at, not) in &picked.chosen {
            match self.ask(table.slots[*at].inside.clone(), not.clone()) {
                Outcome::Empty => possible = false,
                Outcome::Unknown(reason) => doubt = doubt.or(Some(reason)),
                Outcome::Inhabited(tree) => others.push((*at, tree)),
            }
        }
        if !possible {
            return Outcome::Empty;
        }
        let missing = picked.min.saturating_sub(picked.must(table));
        if missing > FILL {
            return Outcome::unknown(Reason::Size);
        }
        let mut missing = usize::try_from(missing).unwrap_or(usize::MAX);
        for (name, at) in spare {
            if missing == 0 {
                break;
            }
            match self.ask(table.slots[at].inside.clone(), picked.not(at)) {
                Outcome::Empty => {}
                Outcome::Unknown(reason) => doubt = doubt.or(Some(reason)),
                Outcome::Inhabited(tree) => {
                    members.push((name.to_owned(), tree));
                    missing -= 1;
                }
            }
        }
        let mut used = BTreeSet::new();
        for (at, tree) in others {
            match self.fresh(table, &table.slots[at], &used) {
                Ok(Some(name)) => {
                    used.insert(name.clone());
                    members.push((name, tree));
                }
                Ok(None) => return Outcome::Empty,
                Err(reason) => return Outcome::Unknown(reason),
            }
        }
        for slot in table.slots.iter().filter(|slot| slot.is_class() && slot.possible) {
            if missing == 0 {
                break;
            }
            match self.ask(slot.inside.clone(), Vec::new()) {
                Outcome::Empty => {}
                Outcome::Unknown(reason) => doubt = doubt.or(Some(reason)),
                Outcome::Inhabited(tree) => {
                    while missing > 0 {
                        match self.fresh(table, slot, &used) {
                            Ok(Some(name)) => {
                                used.insert(name.clone());
                                members.push((name, Rc::clone(&tree)));
                                missing -= 1;
                            }
                            Ok(None) => break,
                            Err(reason) => return Outcome::Unknown(reason),
                        }
                    }
                }
            }
        }
        match doubt {
            Some(reason) => Outcome::Unknown(reason),
            None if missing > 0 => Outcome::Empty,
            None => match self.orders_that_fit(table, picked, &members, needed, orders) {
                Ok(orders) => Outcome::of(Tree::object(members, orders)),
                Err(outcome) => outcome,
            },
        }
    }

    /// A name of the class that is not used yet; none if there is none.
    fn fresh(
        &mut self,
        table: &Table<'_>,
        slot: &Slot<'_>,
        used: &BTreeSet<String>,
    ) -> Result<Option<String>, Rc<Reason>> {
        match &slot.key {
            Key::Name(_) | Key::Order(_) => Ok(None),
            Key::Rest => {
                self.spend(1);
                let taken = |name: &str| table.names.contains(name) || used.contains(name);
                let plain = ["x", "y", "z"].into_iter().map(str::to_owned);
                let counted = (used.len()..).map(|number| format!("x{number}"));
                Ok(plain.chain(counted).find(|name| !taken(name)))
            }
            Key::Class { inside, outside } => {
                let mut outside = outside.clone();
                if !used.is_empty() {
                    let values = Some(used.clone());
                    outside.push(self.arena.string(StringSpec { values, ..StringSpec::default() }));
                }
                match self.ask(inside.clone(), outside) {
                    Outcome::Empty => Ok(None),
                    Outcome::Unknown(reason) => Err(reason),
                    Outcome::Inhabited(tree) => match (tree.doubt(), tree.json()) {
                        (Some(reason), _) => Err(Rc::clone(reason)),
                        (None, Json::String(name)) => Ok(Some(name)),
                        (None, _) => Ok(None),
                    },
                }
            }
        }
    }
}

impl Picked {
    /// How many members there are at least.
    fn must(&self, table: &Table<'_>) -> u64 {
        let picked = self.values.keys().filter(|at| !table.slots[**at].required).count();
        (table.required + picked + self.chosen.len()) as u64
    }

    /// What the value of a slot must not be.
    fn not(&self, at: usize) -> Vec<ShapeId> {
        let lists = [self.values.get(&at), self.unless.get(&at)];
        lists.into_iter().flatten().flatten().copied().collect()
    }

    /// The same with one more hole failed.
    fn with(&self, table: &Table<'_>, way: &Way) -> Self {
        let mut picked = self.clone();
        match way {
            Way::Absent(at) => {
                picked.absent.insert(*at);
            }
            Way::Unless(at, refused) => picked.unless.entry(*at).or_default().push(*refused),
            Way::Value(at, refused) if table.slots[*at].is_class() => {
                picked.chosen.push((*at, refused.iter().copied().collect()));
            }
            Way::Value(at, refused) => picked.values.entry(*at).or_default().extend(refused),
            Way::Chosen(index, refused) => picked.chosen[*index].1.extend(refused),
            Way::Below(min) => picked.max = picked.max.min(min - 1),
            Way::Above(max) => picked.min = picked.min.max(max + 1),
        }
        picked
    }
}
