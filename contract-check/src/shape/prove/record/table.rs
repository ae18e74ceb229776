//! The layout of objects: which members there can be, and what each shape says of them.

use std::cmp::Ordering;
use std::collections::BTreeSet;
use std::rc::Rc;

use super::super::super::answer::Reason;
use super::super::super::arena::{Node, ObjectSpec, ShapeId, StringSpec};
use super::super::{Outcome, Run};

/// More classes of names than this are not told apart.
const CLASSES: usize = 64;

/// So many cells of a table cost about as much as one step.
const CELLS: usize = 16;

/// Which members a slot stands for.
pub(super) enum Key<'a> {
    /// The member with this name.
    Name(&'a str),
    /// Members with any name that is not mentioned.
    Rest,
    /// Members whose names are in all of some shapes and in none of others.
    Class { inside: Vec<ShapeId>, outside: Vec<ShapeId> },
    /// No member: the text that says in which order members of these names stand.
    Order(&'a str),
}

/// What the positive shapes say of some members.
pub(super) struct Slot<'a> {
    pub(super) key: Key<'a>,
    /// The shapes of the value.
    pub(super) inside: Vec<ShapeId>,
    pub(super) required: bool,
    /// Whether such a member is not ruled out at sight.
    pub(super) possible: bool,
}

impl Slot<'_> {
    /// Whether it stands for more than one name.
    pub(super) fn is_class(&self) -> bool {
        matches!(self.key, Key::Rest | Key::Class { .. })
    }
}

/// What a negative shape says.
pub(super) struct Hole {
    /// What it demands of members: little, where many shapes have members of their own.
    pub(super) demands: Vec<Demand>,
    pub(super) min: u64,
    pub(super) max: Option<u64>,
}

/// What a negative shape says of the members of a slot.
#[derive(Clone, Copy)]
pub(super) struct Demand {
    /// The slot.
    pub(super) at: usize,
    /// The shape of the value; none where it is certainly met.
    pub(super) shape: Option<ShapeId>,
    /// Whether the name is refused.
    pub(super) barred: bool,
    pub(super) required: bool,
}

/// All that is said of the members.
pub(super) struct Table<'a> {
    pub(super) slots: Vec<Slot<'a>>,
    pub(super) holes: Vec<Hole>,
    /// The names that are mentioned.
    pub(super) names: BTreeSet<&'a str>,
    /// How many members are required.
    pub(super) required: usize,
    pub(super) min: u64,
    pub(super) max: u64,
    /// Whether it matters how many members there are.
    pub(super) counts: bool,
}

impl Table<'_> {
    /// What a hole demands of the members of a slot.
    pub(super) fn demand(&self, hole: usize, slot: usize) -> Option<&Demand> {
        let demands = &self.holes[hole].demands;
        demands.binary_search_by_key(&slot, |demand| demand.at).ok().map(|at| &demands[at])
    }
}

/// Which of the predicates on names hold for the names of a slot.
type Signature = Vec<bool>;

impl Run<'_> {
    /// Lays out the members. An error is the outcome of the whole evaluation.
    pub(super) fn table<'a>(
        &mut self,
        inside: &'a [Rc<Node>],
        outside: &'a [Rc<Node>],
    ) -> Result<Table<'a>, Outcome> {
        let object = |node: &'a Rc<Node>| match &**node {
            Node::Object(spec) => Some(spec),
            _ => None,
        };
        let inside: Vec<&ObjectSpec> = inside.iter().filter_map(object).collect();
        let outside: Vec<&ObjectSpec> = outside.iter().filter_map(object).collect();
        let specs = || inside.iter().chain(&outside).copied();
        let names: BTreeSet<&str> =
            specs().flat_map(|spec| spec.members.keys()).map(String::as_str).collect();
        self.spend(names.len() as u64);

        // The predicates on names: patterns, and shapes of names.
        let mut predicates: Vec<ShapeId> = Vec::new();
        for spec in specs() {
            for pattern in spec.patterns.keys() {
                predicates.push(self.pattern_shape(pattern));
            }
            predicates.extend(spec.names);
        }
        predicates.sort_unstable();
        predicates.dedup();

        let mut keys: Vec<(Key<'a>, Signature)> = Vec::new();
        for name in &names {
            let mut signature = Vec::new();
            if !predicates.is_empty() {
                let values = Some(BTreeSet::from([(*name).to_owned()]));
                let constant = self.arena.string(StringSpec { values, ..StringSpec::default() });
                for predicate in &predicates {
                    signature.push(match self.know(vec![constant], vec![*predicate]) {
                        Outcome::Empty => true,
                        Outcome::Inhabited(_) => false,
                        doubt @ Outcome::Unknown(_) => return Err(doubt),
                    });
                }
            }
            keys.push((Key::Name(name), signature));
        }
        if predicates.is_empty() {
            keys.push((Key::Rest, Vec::new()));
        } else {
            self.classes(&predicates, &names, &mut keys)?;
        }
        let orders: BTreeSet<&str> =
            specs().flat_map(|spec| spec.orders.keys()).map(String::as_str).collect();
        keys.extend(orders.into_iter().map(|names| (Key::Order(names), Vec::new())));

        let patterns = |run: &mut Self, spec: &ObjectSpec, signature: &Signature| {
            let mut shapes = Vec::new();
            for (pattern, shape) in &spec.patterns {
                let predicate = run.pattern_shape(pattern);
                let matches = predicates
                    .binary_search(&predicate)
                    .is_ok_and(|at| signature.get(at).copied().unwrap_or(false));
                if matches {
                    shapes.push(*shape);
                }
            }
            shapes
        };
        let barred = |spec: &ObjectSpec, signature: &Signature| {
            spec.names.is_some_and(|names| {
                // An order has no signature.
                let at = predicates.binary_search(&names);
                at.is_ok_and(|at| signature.get(at).is_some_and(|holds| !holds))
            })
        };
        // What a spec says of the members that a key stands for.
        let any = self.arena.any();
        let says = |run: &mut Self, spec: &ObjectSpec, key: &Key<'a>, sign: &Signature| {
            if let Key::Order(names) = key {
                return (vec![spec.orders.get(*names).copied().unwrap_or(any)], false);
            }
            let mut shapes = patterns(run, spec, sign);
            let member = match key {
                Key::Name(name) => spec.members.get(*name),
                _ => None,
            };
            match member {
                Some(member) => shapes.push(member.shape),
                None if shapes.is_empty() => shapes.push(spec.rest),
                None => {}
            }
            (shapes, member.is_some_and(|member| member.required))
        };

        let (never, text) = (self.arena.never(), self.arena.any_string());
        let mut slots: Vec<Slot<'a>> = Vec::new();
        let mut signatures = Vec::new();
        for (key, signature) in keys {
            let (mut shapes, mut required, mut allowed) = (Vec::new(), false, true);
            for spec in &inside {
                let (more, needed) = says(self, spec, &key, &signature);
                shapes.extend(more);
                required |= needed;
                allowed &= !barred(spec, &signature);
            }
            if matches!(key, Key::Order(_)) {
                (required, shapes) = (true, [shapes, vec![text]].concat());
            }
            shapes.sort_unstable();
            shapes.dedup();
            let possible = allowed && !shapes.contains(&never);
            slots.push(Slot { key, inside: shapes, required, possible });
            signatures.push(signature);
        }
        let mut holes = Vec::new();
        for spec in &outside {
            let mut demands = Vec::new();
            let mut demand = |slot: (usize, &Slot<'_>), shape, barred, required| {
                let met = shape == any || slot.1.inside.contains(&shape);
                if required || barred || !met {
                    let shape = (!met).then_some(shape);
                    demands.push(Demand { at: slot.0, shape, barred, required });
                }
            };
            let (min, max) = (spec.min, spec.max);
            // Whatever says nothing of members that it does not name is laid out by those it names.
            if spec.rest == any && spec.patterns.is_empty() && spec.names.is_none() {
                self.spend((spec.members.len() / CELLS) as u64);
                for (name, member) in &spec.members {
                    let named = |slot: &Slot<'a>| match slot.key {
                        Key::Name(known) => known.cmp(name),
                        _ => Ordering::Greater,
                    };
                    if let Ok(at) = slots.binary_search_by(named) {
                        demand((at, &slots[at]), member.shape, false, member.required);
                    }
                }
                for (at, slot) in slots.iter().enumerate() {
                    if let Key::Order(names) = slot.key
                        && let Some(texts) = spec.orders.get(names)
                    {
                        demand((at, slot), *texts, false, false);
                    }
                }
                holes.push(Hole { demands, min, max });
                continue;
            }
            self.spend((slots.len() / CELLS) as u64);
            for (at, (slot, signature)) in slots.iter().zip(&signatures).enumerate() {
                let (shapes, needed) = says(self, spec, &slot.key, signature);
                let shape =
                    if let [only] = shapes[..] { only } else { self.arena.intersection(shapes) };
                demand((at, slot), shape, barred(spec, signature), needed);
            }
            holes.push(Hole { demands, min, max });
        }
        let is_required = |slot: &&Slot<'_>| slot.required && !matches!(slot.key, Key::Order(_));
        let required = slots.iter().filter(is_required).count();
        let min = inside.iter().map(|spec| spec.min).max().unwrap_or(0);
        let max = inside.iter().filter_map(|spec| spec.max).min().unwrap_or(u64::MAX);
        let limited = |hole: &Hole| hole.min > 0 || hole.max.is_some();
        let counts = min > 0 || max < u64::MAX || holes.iter().any(limited);
        Ok(Table { slots, holes, names, required, min, max, counts })
    }

    fn pattern_shape(&mut self, pattern: &str) -> ShapeId {
        let patterns = BTreeSet::from([pattern.to_owned()]);
        self.arena.string(StringSpec { patterns, ..StringSpec::default() })
    }

    /// The classes of names that the predicates tell apart, without those that hold no name.
    fn classes<'a>(
        &mut self,
        predicates: &[ShapeId],
        names: &BTreeSet<&'a str>,
        keys: &mut Vec<(Key<'a>, Signature)>,
    ) -> Result<(), Outcome> {
        let all = self.arena.any_string();
        let mut mentioned = Vec::new();
        if !names.is_empty() {
            let values = Some(names.iter().map(|name| (*name).to_owned()).collect());
            mentioned.push(self.arena.string(StringSpec { values, ..StringSpec::default() }));
        }
        let mut classes: Vec<(Vec<ShapeId>, Vec<ShapeId>, Signature)> =
            vec![(vec![all], mentioned, Vec::new())];
        for predicate in predicates {
            let mut finer = Vec::new();
            for (inside, outside, signature) in classes {
                for holds in [true, false] {
                    let (mut inside, mut outside) = (inside.clone(), outside.clone());
                    if holds { &mut inside } else { &mut outside }.push(*predicate);
                    match self.know(inside.clone(), outside.clone()) {
                        Outcome::Empty => {}
                        // A class that may hold a name: whatever needs one of it is as doubtful.
                        Outcome::Inhabited(_) | Outcome::Unknown(_) => {
                            let mut signature = signature.clone();
                            signature.push(holds);
                            finer.push((inside, outside, signature));
                        }
                    }
                }
            }
            if finer.len() > CLASSES {
                return Err(Outcome::unknown(Reason::Budget));
            }
            classes = finer;
        }
        keys.extend(
            classes
                .into_iter()
                .map(|(inside, outside, signature)| (Key::Class { inside, outside }, signature)),
        );
        Ok(())
    }
}
