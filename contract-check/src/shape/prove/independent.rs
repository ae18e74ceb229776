//! Objects of which several things are asked that have no member in common.
//!
//! Each is asked by itself, and the documents are put together: of thirty choices between two
//! that have nothing to do with each other, sixty branches are looked at and not 2^30 combinations.

use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

use super::super::arena::{Node, ObjectSpec, ShapeId};
use super::super::kinds::Kinds;
use super::flat::Flat;
use super::tree::Tree;
use super::{Outcome, Run};

/// The members and orders that decide whether an object lies in a shape; none where all may.
pub(super) type Concern = Option<Rc<BTreeSet<String>>>;

/// Shapes nested deeper than this may concern all members.
const DEPTH: u32 = 32;

/// Shapes that concern more members than this may concern all.
const NAMES: usize = 2_000;

/// So many names cost about as much as one step.
const PER_STEP: usize = 16;

/// So many disjunctions are worth a question for each JSON type.
const MANY: usize = 4;

/// What is asked of the members of one group.
#[derive(Debug, Default)]
struct Group {
    inside: Vec<ShapeId>,
    outside: Vec<ShapeId>,
    names: BTreeSet<String>,
}

impl Run<'_> {
    /// The outcome of a goal with disjunctions by its independent groups; none if there is but one.
    pub(super) fn independent(&mut self, flat: &Flat) -> Option<Outcome> {
        let disjunctions = flat.unions.len() + flat.meets.len();
        if disjunctions == 0 || disjunctions + flat.outside.len() < 2 {
            return None;
        }
        if flat.inside.is_empty() {
            return (disjunctions >= MANY).then(|| self.by_kind(flat))?;
        }
        // What holds the document has to speak of each member by itself.
        let by_member = |node: &Node| matches!(node, Node::Object(it) if !it.counts());
        if !flat.inside.iter().all(|leaf| by_member(self.arena.node(*leaf))) {
            return None;
        }
        let leaves = || flat.inside.iter().copied().collect::<Vec<_>>();
        let Some(groups) = self.groups(flat) else {
            // Where there is no document even if every choice is free, there is none.
            if disjunctions >= MANY {
                let outside = flat.outside.iter().copied().collect();
                if let Outcome::Empty = self.ask(leaves(), outside) {
                    return Some(Outcome::Empty);
                }
            }
            return self.by_way(flat);
        };
        let (mut found, mut doubt, mut none) = (Vec::new(), None, false);
        // All are asked at once, lest each round ask for one more.
        for group in groups {
            match self.ask([leaves(), group.inside].concat(), group.outside) {
                Outcome::Empty => none = true,
                Outcome::Unknown(reason) => doubt = doubt.or(Some(reason)),
                Outcome::Inhabited(tree) => found.push((group.names, tree)),
            }
        }
        if none {
            return Some(Outcome::Empty);
        }
        if let Some(reason) = doubt {
            return Some(Outcome::Unknown(reason));
        }
        // A member of no group is as in the first document: each of them has it as it may be.
        let others = found.iter().skip(1).flat_map(|(names, _)| names.iter().cloned());
        let others: BTreeSet<String> = others.collect();
        let (mut members, mut orders) = (Vec::new(), Vec::new());
        for (at, (names, tree)) in found.iter().enumerate() {
            let takes = |name: &String| match at {
                0 => !others.contains(name),
                _ => names.contains(name),
            };
            members.extend(tree.members()?.iter().filter(|(name, _)| takes(name)).cloned());
            orders.extend(tree.orders().iter().filter(|(names, _)| takes(names)).cloned());
        }
        Some(Outcome::of(Tree::object(members, orders)))
    }

    /// The goal for each JSON type by itself; none if only one is left.
    fn by_kind(&mut self, flat: &Flat) -> Option<Outcome> {
        let held = flat.holding.iter().fold(Kinds::ALL, |all, id| all.and(self.arena.kinds(*id)));
        let kinds: Vec<Kinds> = Kinds::EACH.into_iter().filter(|kind| kind.meets(held)).collect();
        if kinds.len() < 2 && held != Kinds::OBJECT || self.may_repeat(flat) {
            return None;
        }
        let mut outcome = Outcome::Empty;
        for kind in kinds {
            for leaf in self.leaves(kind) {
                let asked = flat.unions.iter().chain(&flat.picked).copied();
                let inside = asked.chain([leaf]).collect();
                outcome =
                    outcome.or(self.ask(inside, flat.asked_outside.iter().copied().collect()));
            }
        }
        Some(outcome)
    }

    /// Whether a name may stand more than once here, which is no JSON type.
    fn may_repeat(&self, flat: &Flat) -> bool {
        let repeated = |id: &ShapeId| matches!(self.arena.node(*id), Node::Repeated(_));
        flat.unions.iter().any(|id| match self.arena.node(*id) {
            Node::Union(branches) => branches.iter().any(repeated),
            _ => false,
        })
    }

    /// The goal for each way to fail the only shape that can be failed in several; none if there is
    /// no such shape. With one way chosen, choices that were all tied to the shape are free.
    fn by_way(&mut self, flat: &Flat) -> Option<Outcome> {
        if flat.unions.len() < MANY {
            return None;
        }
        let any = self.arena.any();
        let several = |id: &&ShapeId| match self.arena.node(**id) {
            Node::Object(it) => {
                it.rest != any || it.says_of_others() || it.members.len() + it.orders.len() > 1
            }
            _ => false,
        };
        let mut holes = flat.meets.iter().chain(flat.outside.iter().filter(several));
        let (Some(hole), None) = (holes.next(), holes.next()) else { return None };
        let ways = match &*self.arena.shared(*hole) {
            Node::Object(spec) if spec.rest == any && !spec.says_of_others() => {
                let members = spec.members.iter().map(|(name, member)| {
                    let members = BTreeMap::from([(name.clone(), member.clone())]);
                    ObjectSpec { members, ..ObjectSpec::from(any) }
                });
                let orders = spec.orders.iter().map(|(names, texts)| {
                    let orders = BTreeMap::from([(names.clone(), *texts)]);
                    ObjectSpec { orders, ..ObjectSpec::from(any) }
                });
                members.chain(orders).map(|spec| self.arena.object(spec)).collect()
            }
            Node::Intersection(_) => self.parts(*hole, Kinds::OBJECT, flat)?,
            _ => return None,
        };
        let mut outcome = Outcome::Empty;
        for (at, way) in ways.into_iter().enumerate() {
            let inside = flat.inside.iter().chain(&flat.unions).copied().collect();
            let others = flat.outside.iter().copied().filter(|other| other != hole);
            let outside = others.chain([way]).collect();
            let ask = if at == 0 { Self::ask_first } else { Self::ask };
            outcome = outcome.or(ask(self, inside, outside));
        }
        Some(outcome)
    }

    /// What is asked, in groups without a common member; none if it is all one group.
    fn groups(&mut self, flat: &Flat) -> Option<Vec<Group>> {
        let mut groups: Vec<Group> = Vec::new();
        let mut of_name: BTreeMap<String, usize> = BTreeMap::new();
        let holds = flat.unions.iter().map(|id| (*id, true));
        let fails = flat.meets.iter().chain(&flat.outside).map(|id| (*id, false));
        for (id, inside) in holds.chain(fails) {
            let names = self.concern(id, 0)?;
            if !self.spend(1 + (names.len() / PER_STEP) as u64) {
                return None;
            }
            let mut group = Group { names: (*names).clone(), ..Group::default() };
            if inside { &mut group.inside } else { &mut group.outside }.push(id);
            let known: BTreeSet<usize> =
                names.iter().filter_map(|name| of_name.get(name).copied()).collect();
            for other in known {
                let other = std::mem::take(&mut groups[other]);
                group.inside.extend(other.inside);
                group.outside.extend(other.outside);
                group.names.extend(other.names);
            }
            for name in &group.names {
                of_name.insert(name.clone(), groups.len());
            }
            groups.push(group);
        }
        groups.retain(|group| !group.inside.is_empty() || !group.outside.is_empty());
        (groups.len() > 1).then_some(groups)
    }

    /// Which members decide whether an object lies in a shape.
    fn concern(&mut self, shape: ShapeId, depth: u32) -> Concern {
        if !self.arena.kinds(shape).meets(Kinds::OBJECT) {
            return Some(Rc::default());
        }
        if let Some(known) = self.prover.concerns.get(&shape) {
            return known.clone();
        }
        if depth > DEPTH || !self.spend(1) {
            return None;
        }
        // Whatever comes back to itself may concern all.
        self.prover.concerns.insert(shape, None);
        let node = self.arena.shared(shape);
        let concern = match &*node {
            Node::Object(spec) if spec.rest == self.arena.any() && !spec.says_of_others() => {
                Some(Rc::new(spec.members.keys().chain(spec.orders.keys()).cloned().collect()))
            }
            Node::Union(of) | Node::Intersection(of) => self.concern_of_all(of, depth),
            Node::Not(of) => self.concern(*of, depth + 1),
            Node::Reference(number) => {
                self.target(*number).and_then(|target| self.concern(target, depth + 1))
            }
            _ => None,
        };
        self.prover.concerns.insert(shape, concern.clone());
        concern
    }

    fn concern_of_all(&mut self, of: &[ShapeId], depth: u32) -> Concern {
        let mut all: Rc<BTreeSet<String>> = Rc::default();
        for shape in of {
            let more = self.concern(*shape, depth + 1)?;
            if !self.spend((more.len() / PER_STEP) as u64) {
                return None;
            }
            if all.is_empty() {
                all = more;
            } else if !more.is_subset(&all) {
                Rc::make_mut(&mut all).extend(more.iter().cloned());
            }
            if all.len() > NAMES {
                return None;
            }
        }
        Some(all)
    }
}

impl ObjectSpec {
    /// Whether it says how many members there are.
    fn counts(&self) -> bool {
        self.min > 0 || self.max.is_some()
    }

    /// Whether it says something of members that it does not name, beside their shape.
    fn says_of_others(&self) -> bool {
        !self.patterns.is_empty() || self.names.is_some() || self.counts()
    }
}
