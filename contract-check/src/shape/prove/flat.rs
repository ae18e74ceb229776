//! Taking a goal apart down to leaves of one JSON type.

use std::collections::BTreeSet;
use std::rc::Rc;

use super::super::answer::Reason;
use super::super::arena::{Node, ShapeId, Unknown};
use super::super::kinds::Kinds;
use super::tree::Tree;
use super::{Goal, Outcome, Run};

use crate::hash::HashMap;
use crate::json::Json;

/// Unions with so many branches are looked up by their tag.
const INDEXED: usize = 16;

/// Of unions with fewer branches each is looked at where one that holds the document is enough.
const FEW: usize = 4;

/// So many parts of an intersection are seen to hold or to fail for about one step.
const GLANCES: usize = 16;

/// A goal whose references are resolved and whose conjunctions are opened.
#[derive(Default)]
pub(super) struct Flat {
    /// Leaves that hold the document.
    pub(super) inside: BTreeSet<ShapeId>,
    /// Unions, one branch of each of which holds it.
    pub(super) unions: BTreeSet<ShapeId>,
    /// Opaque shapes that hold it.
    veiled_inside: BTreeSet<ShapeId>,
    /// Leaves that do not hold it.
    pub(super) outside: BTreeSet<ShapeId>,
    /// Intersections, one part of each of which does not hold it.
    pub(super) meets: BTreeSet<ShapeId>,
    /// Opaque shapes that do not hold it.
    veiled_outside: BTreeSet<ShapeId>,
    /// Everything passed on the way that holds the document.
    pub(super) holding: BTreeSet<ShapeId>,
    /// Everything passed on the way that does not hold it.
    refusing: BTreeSet<ShapeId>,
    /// What the document is asked to lie in that is no leaf and no union: branches that were picked.
    /// A union that is met again, because what it lies in is asked for again, is known by them to
    /// hold the document; else two unions would be split in turns for ever.
    pub(super) picked: BTreeSet<ShapeId>,
    /// What the document is asked to lie outside of, before unions are opened: so that the goals
    /// of many branches do not each list the many branches of a reader.
    pub(super) asked_outside: BTreeSet<ShapeId>,
}

/// What opening a goal comes to at once.
enum Opened {
    Flat(Box<Flat>),
    Settled(Outcome),
}

/// Whether something that is given about a shape meets what is known already.
fn meets(
    given: &HashMap<ShapeId, Vec<ShapeId>>,
    shape: ShapeId,
    known: &BTreeSet<ShapeId>,
) -> bool {
    given.get(&shape).is_some_and(|others| others.iter().any(|other| known.contains(other)))
}

impl Run<'_> {
    /// One evaluation of a goal under the current beliefs.
    pub(super) fn evaluate(&mut self, goal: &Goal) -> Outcome {
        let flat = match self.open(goal.inside.clone(), goal.outside.clone()) {
            Opened::Flat(flat) => flat,
            Opened::Settled(outcome) => return outcome,
        };
        if !flat.veiled_inside.is_empty() || !flat.veiled_outside.is_empty() {
            let outcome = self.veiled(&flat);
            if !matches!(outcome, Outcome::Unknown(_)) {
                return outcome;
            }
            // Where a disjunction hangs on the same opaque shape, each of its branches is looked at.
            if !self.hangs_on_veils(&flat) {
                return outcome;
            }
            return self.split(&flat).unwrap_or(outcome);
        }
        if let Some(outcome) = self.independent(&flat).or_else(|| self.split(&flat)) {
            return outcome;
        }
        let Some(leaf) = flat.inside.first() else {
            return self.split_by_kind(&flat);
        };
        let inside: Vec<ShapeId> = flat.inside.iter().copied().collect();
        let outside: Vec<ShapeId> = flat.outside.iter().copied().collect();
        match self.arena.node(*leaf) {
            Node::Null if outside.is_empty() => Outcome::Inhabited(Tree::scalar(Json::Null)),
            Node::Bool(value) if inside.len() == 1 && outside.iter().all(|it| it != leaf) => {
                Outcome::Inhabited(Tree::scalar(Json::Bool(*value)))
            }
            Node::Number(_) => self.numbers(&inside, &outside),
            Node::String(_) => self.strings(&inside, &outside),
            Node::Array(_) => self.lists(&inside, &outside),
            Node::Object(_) => self.records(&inside, &outside),
            Node::Repeated(_) => self.repeated(&inside, &outside),
            // Two truth values, or null but not null. Combinators are no leaves.
            _ => Outcome::Empty,
        }
    }

    /// Resolves references, opens what is a conjunction, decides disjunctions that have one
    /// branch left, and drops what cannot matter.
    fn open(&mut self, inside: Vec<ShapeId>, outside: Vec<ShapeId>) -> Opened {
        let mut flat = Flat::default();
        let mut inside = inside;
        let mut outside = outside;
        let mut kinds = Kinds::ALL;
        flat.asked_outside.extend(&outside);
        flat.picked.extend(inside.iter().filter(|id| {
            matches!(
                self.arena.node(**id),
                Node::Intersection(_) | Node::Reference(_) | Node::Not(_)
            )
        }));
        loop {
            while !inside.is_empty() || !outside.is_empty() {
                while let Some(id) = inside.pop() {
                    if !flat.holding.insert(id) {
                        continue;
                    }
                    if !self.spend(1) {
                        return Opened::Settled(Outcome::Empty);
                    }
                    if flat.refusing.contains(&id) || meets(&self.prover.given, id, &flat.refusing)
                    {
                        return Opened::Settled(Outcome::Empty);
                    }
                    self.search_unfounded(id);
                    if self.prover.unfounded.contains(&id) {
                        return Opened::Settled(Outcome::unknown(Reason::Unfounded));
                    }
                    kinds = kinds.and(self.arena.kinds(id));
                    if kinds.is_empty() {
                        return Opened::Settled(Outcome::Empty);
                    }
                    match *self.arena.shared(id) {
                        Node::Reference(number) => match self.target(number) {
                            Some(target) => inside.push(target),
                            None => {
                                return Opened::Settled(Outcome::unknown(Reason::Undefined));
                            }
                        },
                        Node::Intersection(ref of) => inside.extend(of),
                        Node::Not(of) => {
                            flat.asked_outside.insert(of);
                            outside.push(of);
                        }
                        Node::Union(_) => {
                            flat.unions.insert(id);
                        }
                        Node::Opaque { .. } => {
                            flat.veiled_inside.insert(id);
                        }
                        _ => {
                            flat.inside.insert(id);
                        }
                    }
                }
                while let Some(id) = outside.pop() {
                    if !flat.refusing.insert(id) {
                        continue;
                    }
                    if !self.spend(1) {
                        return Opened::Settled(Outcome::Empty);
                    }
                    if flat.holding.contains(&id)
                        || meets(&self.prover.given_readers, id, &flat.holding)
                    {
                        return Opened::Settled(Outcome::Empty);
                    }
                    self.search_unfounded(id);
                    if self.prover.unfounded.contains(&id) {
                        return Opened::Settled(Outcome::unknown(Reason::Unfounded));
                    }
                    match *self.arena.shared(id) {
                        Node::Reference(number) => match self.target(number) {
                            Some(target) => outside.push(target),
                            None => {
                                return Opened::Settled(Outcome::unknown(Reason::Undefined));
                            }
                        },
                        Node::Union(ref of) if of.len() < INDEXED => outside.extend(of),
                        Node::Union(_) => {
                            let branches = self.branches_by_tag(id, &flat.inside);
                            if !self.spend(branches.len() as u64) {
                                return Opened::Settled(Outcome::Empty);
                            }
                            outside.extend(branches);
                        }
                        Node::Not(of) => inside.push(of),
                        Node::Intersection(ref of) if of.is_empty() => {
                            return Opened::Settled(Outcome::Empty);
                        }
                        Node::Intersection(_) => {
                            flat.meets.insert(id);
                        }
                        Node::Opaque { .. } => {
                            flat.veiled_outside.insert(id);
                        }
                        _ => {
                            flat.outside.insert(id);
                        }
                    }
                }
            }
            // Disjunctions that the rest has decided.
            for id in flat.unions.clone() {
                let branches = self.branches(id, kinds, &flat);
                match branches.as_deref() {
                    None => {
                        flat.unions.remove(&id);
                    }
                    Some([]) => return Opened::Settled(Outcome::Empty),
                    Some([only]) => {
                        flat.unions.remove(&id);
                        inside.push(*only);
                    }
                    Some(_) => {}
                }
            }
            for id in flat.meets.clone() {
                let parts = self.parts(id, kinds, &flat);
                match parts.as_deref() {
                    None => {
                        flat.meets.remove(&id);
                    }
                    Some([]) => return Opened::Settled(Outcome::Empty),
                    Some([only]) => {
                        flat.meets.remove(&id);
                        flat.asked_outside.insert(*only);
                        outside.push(*only);
                    }
                    Some(_) => {}
                }
            }
            if inside.is_empty() && outside.is_empty() {
                break;
            }
        }
        let leaves: Vec<ShapeId> = flat.inside.iter().copied().collect();
        if self.disjoint_among(&leaves) {
            return Opened::Settled(Outcome::Empty);
        }
        let outside = std::mem::take(&mut flat.outside);
        flat.outside = outside
            .into_iter()
            .filter(|id| {
                self.arena.kinds(*id).meets(kinds) && self.spend(1) && !self.disjoint(&leaves, *id)
            })
            .collect();
        let veiled = std::mem::take(&mut flat.veiled_outside);
        flat.veiled_outside = veiled
            .into_iter()
            .filter(|id| self.arena.kinds(*id).meets(kinds) && !self.disjoint(&leaves, *id))
            .collect();
        Opened::Flat(Box::new(flat))
    }

    /// Several values under one name, which are asked for as an array.
    fn repeated(&mut self, inside: &[ShapeId], outside: &[ShapeId]) -> Outcome {
        let items = |run: &Self, of: &[ShapeId]| -> Vec<ShapeId> {
            let items = |id: &ShapeId| match run.arena.node(*id) {
                Node::Repeated(items) => Some(*items),
                _ => None,
            };
            of.iter().filter_map(items).collect()
        };
        let (inside, outside) = (items(self, inside), items(self, outside));
        match self.ask(inside, outside) {
            Outcome::Inhabited(items) => Outcome::Inhabited(Tree::repeated(&items)),
            other => other,
        }
    }

    /// The branches of a union that may hold the document; none if it certainly is in the union.
    fn branches(&mut self, union: ShapeId, kinds: Kinds, flat: &Flat) -> Option<Vec<ShapeId>> {
        let node = self.arena.shared(union);
        let Node::Union(branches) = &*node else { return None };
        if branches.iter().any(|branch| flat.holding.contains(branch)) {
            return None;
        }
        let leaves: Vec<ShapeId> = flat.inside.iter().copied().collect();
        let mut left = Vec::new();
        for branch in branches {
            if self.arena.kinds(*branch).meets(kinds)
                && !flat.refusing.contains(branch)
                && self.spend(1)
                && !self.disjoint(&leaves, *branch)
            {
                left.push(*branch);
            }
        }
        Some(left)
    }

    /// The parts of an intersection that may refuse the document; none if one certainly does.
    pub(super) fn parts(
        &mut self,
        meet: ShapeId,
        kinds: Kinds,
        flat: &Flat,
    ) -> Option<Vec<ShapeId>> {
        let node = self.arena.shared(meet);
        let Node::Intersection(parts) = &*node else { return None };
        self.spend((parts.len() / GLANCES) as u64);
        let refused = |part: &ShapeId| match self.arena.node(*part) {
            Node::Not(of) => flat.holding.contains(of),
            _ => flat.refusing.contains(part),
        };
        if parts.iter().any(refused) {
            return None;
        }
        let leaves: Vec<ShapeId> = flat.inside.iter().copied().collect();
        let mut left = Vec::new();
        for part in parts {
            if self.certainly_holds(*part, &leaves, flat) {
                continue;
            }
            if !self.arena.kinds(*part).meets(kinds)
                || !self.spend(1)
                || self.disjoint(&leaves, *part)
            {
                return None;
            }
            left.push(*part);
        }
        Some(left)
    }

    /// Whether a shape certainly holds the document.
    fn certainly_holds(&mut self, shape: ShapeId, leaves: &[ShapeId], flat: &Flat) -> bool {
        if flat.holding.contains(&shape) {
            return true;
        }
        match *self.arena.shared(shape) {
            Node::Not(of) => flat.refusing.contains(&of) || self.disjoint(leaves, of),
            // What is read of a document that is told in another way than this one.
            Node::Union(ref of) if of.len() < FEW => of.iter().any(|branch| {
                matches!(*self.arena.shared(*branch), Node::Not(of) if self.disjoint(leaves, of))
            }),
            _ => false,
        }
    }

    /// Tries the branches of the disjunction that has the fewest; none if there is no disjunction.
    /// What the document lies in tells more than what it lies outside of, and goes first where
    /// they are about as many.
    fn split(&mut self, flat: &Flat) -> Option<Outcome> {
        let kinds = flat.holding.iter().fold(Kinds::ALL, |all, id| all.and(self.arena.kinds(*id)));
        let mut best: Option<(Vec<ShapeId>, ShapeId, bool)> = None;
        let mut least = usize::MAX;
        for id in &flat.unions {
            let branches = self.branches(*id, kinds, flat)?;
            if branches.len() < least {
                least = branches.len();
                best = Some((branches, *id, true));
            }
        }
        for id in &flat.meets {
            let parts = self.parts(*id, kinds, flat)?;
            if parts.len() * 2 < least {
                least = parts.len() * 2;
                best = Some((parts, *id, false));
            }
        }
        let (branches, from, is_union) = best?;
        let mut outcome = Outcome::Empty;
        for (at, branch) in branches.into_iter().enumerate() {
            let mut inside: Vec<ShapeId> = flat.inside.iter().copied().collect();
            inside.extend(flat.unions.iter().filter(|id| **id != from));
            inside.extend(flat.picked.iter().chain(&flat.veiled_inside));
            let mut outside: Vec<ShapeId> = flat.asked_outside.iter().copied().collect();
            if is_union { &mut inside } else { &mut outside }.push(branch);
            let part =
                if at == 0 { self.ask_first(inside, outside) } else { self.ask(inside, outside) };
            outcome = outcome.or(part);
        }
        Some(outcome)
    }

    /// A goal without a leaf inside: one question for each JSON type.
    fn split_by_kind(&mut self, flat: &Flat) -> Outcome {
        let mut outcome = Outcome::Empty;
        for kind in Kinds::EACH {
            for leaf in self.leaves(kind) {
                let outside = flat.outside.iter().copied();
                let outside: Vec<ShapeId> =
                    outside.filter(|id| self.arena.kinds(*id).meets(kind)).collect();
                outcome = outcome.or(self.ask(vec![leaf], outside));
            }
        }
        outcome
    }

    /// The leaves that hold all values of one JSON type.
    pub(super) fn leaves(&mut self, kind: Kinds) -> Vec<ShapeId> {
        match kind {
            Kinds::NULL => vec![self.arena.null()],
            Kinds::BOOL => {
                vec![self.arena.add(Node::Bool(false)), self.arena.add(Node::Bool(true))]
            }
            Kinds::NUMBER => vec![self.arena.any_number()],
            Kinds::STRING => vec![self.arena.any_string()],
            Kinds::ARRAY => vec![self.arena.any_array()],
            _ => vec![self.arena.any_object()],
        }
    }

    /// A goal with opaque shapes. A document outside everything that an opaque shape may hold is
    /// outside it; where there is no document even if the opaque shape held nothing (outside) or
    /// all it may (inside), there is none.
    ///
    /// Where a document must lie in one opaque shape and nothing else is asked of it, it is one
    /// that the shape holds, whichever that is.
    fn veiled(&mut self, flat: &Flat) -> Outcome {
        if let Some(hole) = self.hole(flat) {
            return hole;
        }
        let known = |run: &Self, id: ShapeId| match run.arena.node(id) {
            Node::Opaque { name, depends_on, reason, unknown, within, .. } => {
                let (name, reason) = (name.clone(), reason.clone());
                let identity = (name.clone(), depends_on.clone());
                Some((identity, Reason::Opaque { name, reason, unknown: *unknown }, *within))
            }
            _ => None,
        };
        let inside_names: BTreeSet<(String, String)> =
            flat.veiled_inside.iter().filter_map(|id| Some(known(self, *id)?.0)).collect();
        let mut doubt = None;
        let mut far = Vec::new();
        for id in &flat.veiled_outside {
            if let Some((identity, reason, within)) = known(self, *id) {
                if inside_names.contains(&identity) {
                    return Outcome::Empty;
                }
                far.push(within);
                doubt = Some(reason);
            }
        }
        let mut near = Vec::new();
        for id in &flat.veiled_inside {
            if let Some((_, reason, within)) = known(self, *id) {
                near.push(within);
                doubt = Some(reason);
            }
        }
        let sum = |sets: &[&BTreeSet<ShapeId>], more: &[ShapeId]| -> Vec<ShapeId> {
            sets.iter().copied().flatten().chain(more).copied().collect()
        };
        let widest = self.ask(
            sum(&[&flat.inside, &flat.unions], &near),
            sum(&[&flat.outside, &flat.meets], &[]),
        );
        if flat.veiled_inside.is_empty() {
            let narrowest = self.ask(
                sum(&[&flat.inside, &flat.unions], &[]),
                sum(&[&flat.outside, &flat.meets], &far),
            );
            if let Outcome::Inhabited(tree) = narrowest {
                return Outcome::Inhabited(tree);
            }
        }
        match (widest, doubt) {
            // The nearest reason, whatever else is open further in.
            (Outcome::Inhabited(_) | Outcome::Unknown(_), Some(reason)) => Outcome::unknown(reason),
            (other, _) => other,
        }
    }

    /// Whether a disjunction of a goal has opaque shapes in it that the goal has besides.
    fn hangs_on_veils(&mut self, flat: &Flat) -> bool {
        let mut known: Vec<(&str, &str)> = Vec::new();
        for id in flat.veiled_inside.iter().chain(&flat.veiled_outside) {
            if let Node::Opaque { name, depends_on, .. } = self.arena.node(*id) {
                known.push((name, depends_on));
            }
        }
        let mut left: Vec<ShapeId> = flat.unions.iter().chain(&flat.meets).copied().collect();
        let mut seen: BTreeSet<ShapeId> = BTreeSet::new();
        while let Some(id) = left.pop() {
            if !seen.insert(id) {
                continue;
            }
            match self.arena.node(id) {
                Node::Opaque { name, depends_on, .. } if known.contains(&(name, depends_on)) => {
                    return true;
                }
                Node::Union(of) | Node::Intersection(of) => left.extend(of),
                Node::Not(of) => left.push(*of),
                _ => {}
            }
        }
        let seen = seen.len() as u64;
        self.spend(seen);
        false
    }

    /// Whatever an opaque shape holds that is taken to hold something: some value of what it lies
    /// within stands for it.
    ///
    /// Whoever gives values a format means that there are some, whatever else is said of them.
    fn hole(&mut self, flat: &Flat) -> Option<Outcome> {
        let more = [&flat.unions, &flat.outside, &flat.meets, &flat.veiled_outside];
        if more.iter().any(|set| !set.is_empty()) {
            return None;
        }
        let mut of: Option<(&String, &String, &String, Unknown)> = None;
        let mut within = Vec::new();
        for id in &flat.veiled_inside {
            let Node::Opaque { name, reason, unknown, within: one, stand_in: Some(text), .. } =
                self.arena.node(*id)
            else {
                return None;
            };
            let other = of.replace((name, reason, text, *unknown));
            if other.is_some_and(|before| before.0 != name) {
                return None;
            }
            if !matches!(self.arena.node(*one), Node::Intersection(of) if of.is_empty()) {
                within.push(*one);
            }
        }
        let (name, reason, text, unknown) = of?;
        if unknown != Unknown::Format && !flat.inside.is_empty() {
            return None;
        }
        within.extend(&flat.inside);
        let text = text.clone();
        let reason = Reason::Opaque { name: name.clone(), reason: reason.clone(), unknown };
        let value = match within.is_empty() {
            true => Tree::string(&text),
            false => match self.ask(within, Vec::new()) {
                Outcome::Inhabited(value) => value,
                Outcome::Empty => return Some(Outcome::Empty),
                Outcome::Unknown(_) => return None,
            },
        };
        Some(Outcome::Inhabited(Tree::hole(&value, Rc::new(reason))))
    }
}
