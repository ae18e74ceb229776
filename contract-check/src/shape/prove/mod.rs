//! The prover: is there a document in all of these shapes and in none of those?
//!
//! A question is a [`Goal`]. Evaluating a goal takes it apart into smaller goals; a goal is
//! inhabited if a document can be put together from the documents of the smaller ones. What is
//! sought is the least solution: a goal that leads back to itself adds no document. It is reached
//! by iteration: every goal is believed empty, is evaluated once, and again whenever a part turns
//! out to hold more than was believed. Evaluation only ever uses a part's documents, never their
//! absence, so beliefs only grow, and what is still believed empty when nothing moves any more is
//! empty. Types that recurse on both sides are thereby compared by coinduction.
//!
//! Goals wait in a queue, first in, first out: deep shapes cost heap and not machine stack, and
//! documents are found in about the order of their depth. Only the first branch of a disjunction
//! goes before others: of very many combinations of branches one is soon seen through to its end.

mod disjoint;
mod flat;
mod independent;
mod list;
mod number;
mod record;
mod tags;
mod text;
mod tree;

use std::collections::{BTreeSet, VecDeque};
use std::rc::Rc;

use super::answer::{Answer, Budget, Reason, Sample};
use super::arena::{Arena, Defined, Definitions, Node, ShapeId};
use super::pattern::Patterns;
use crate::hash::{HashMap, HashSet};
use independent::Concern;
use tags::Tags;
use tree::Tree;

/// A question: is there a document in all the `inside` shapes and in none of the `outside` ones?
/// Both lists are sorted and without repetition.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
struct Goal {
    inside: Vec<ShapeId>,
    outside: Vec<ShapeId>,
}

impl Goal {
    fn new(mut inside: Vec<ShapeId>, mut outside: Vec<ShapeId>) -> Self {
        inside.sort_unstable();
        inside.dedup();
        outside.sort_unstable();
        outside.dedup();
        Self { inside, outside }
    }
}

/// A goal's number.
type GoalId = usize;

/// What is believed of a goal. Beliefs grow: empty, then unknown, then inhabited by a document
/// with holes, then by one without.
#[derive(Clone, Debug)]
enum Outcome {
    /// No document is known.
    Empty,
    /// There may be one, but it depends on something that cannot be decided.
    Unknown(Rc<Reason>),
    /// This one.
    Inhabited(Rc<Tree>),
}

impl Outcome {
    fn unknown(reason: Reason) -> Self {
        Self::Unknown(Rc::new(reason))
    }

    /// The tree, or that it is too large.
    fn of(tree: Option<Rc<Tree>>) -> Self {
        tree.map_or_else(|| Self::unknown(Reason::Size), Self::Inhabited)
    }

    fn sample(self) -> Sample {
        match self {
            Self::Empty => Sample::Empty,
            Self::Unknown(reason) => Sample::Undecided((*reason).clone()),
            Self::Inhabited(tree) => match tree.doubt() {
                Some(reason) => Sample::Holed(tree.json(), tree.holes(), (**reason).clone()),
                None => Sample::Document(tree.json()),
            },
        }
    }

    /// The better of two ways to a document: the smaller document, before none, before doubt.
    fn or(self, other: Self) -> Self {
        match (self, other) {
            (Self::Inhabited(a), Self::Inhabited(b)) => {
                let cost = |tree: &Tree| (tree.doubt().is_some(), tree.size());
                Self::Inhabited(if cost(&b) < cost(&a) { b } else { a })
            }
            (found @ Self::Inhabited(_), _) | (_, found @ Self::Inhabited(_)) => found,
            (doubt @ Self::Unknown(_), _) | (_, doubt @ Self::Unknown(_)) => doubt,
            (Self::Empty, Self::Empty) => Self::Empty,
        }
    }

    fn rank(&self) -> u8 {
        match self {
            Self::Empty => 0,
            Self::Unknown(_) => 1,
            Self::Inhabited(tree) if tree.doubt().is_some() => 2,
            Self::Inhabited(_) => 3,
        }
    }

    /// Whether nothing better is to be expected: a document without holes.
    fn is_whole(&self) -> bool {
        self.rank() == 3
    }
}

#[derive(Debug)]
struct Entry {
    goal: Rc<Goal>,
    belief: Outcome,
    /// Whether the belief is known to be so.
    known: bool,
    /// The proof that it takes part in: none (0), that of the question, or one inside it.
    level: u32,
    /// Whether it waits for its evaluation.
    queued: bool,
    /// Whether it goes before others, as the first branch of a disjunction.
    first: bool,
    /// The goals whose evaluation has used this one.
    users: Vec<GoalId>,
}

/// Decides questions over one arena and remembers what it has proved.
#[derive(Debug, Default)]
pub struct Prover {
    ids: HashMap<Rc<Goal>, GoalId>,
    entries: Vec<Entry>,
    patterns: Patterns,
    tags: Tags,
    /// Pairs of objects that were looked at, and whether they were seen to be disjoint.
    apart: HashMap<(ShapeId, ShapeId), bool>,
    /// The members that decide whether an object lies in a shape.
    concerns: HashMap<ShapeId, Concern>,
    /// Shapes that refer to themselves without a value in between.
    unfounded: HashSet<ShapeId>,
    /// Shapes that have been searched for such.
    searched: HashSet<ShapeId>,
    /// By writer, the readers that are taken to include it; and the other way round.
    given: HashMap<ShapeId, Vec<ShapeId>>,
    given_readers: HashMap<ShapeId, Vec<ShapeId>>,
    /// How many steps all questions have taken.
    spent: u64,
}

impl Prover {
    /// A prover that knows nothing yet.
    pub fn new() -> Self {
        Self::default()
    }

    /// Whether every document of the writer is a document of the reader, where all references
    /// are defined.
    pub fn included(
        &mut self,
        arena: &mut Arena,
        writer: ShapeId,
        reader: ShapeId,
        budget: Budget,
    ) -> Answer {
        self.included_in(arena, &mut Defined, writer, reader, budget)
    }

    /// The same where references are defined as they are looked into.
    pub fn included_in(
        &mut self,
        arena: &mut Arena,
        definitions: &mut dyn Definitions,
        writer: ShapeId,
        reader: ShapeId,
        budget: Budget,
    ) -> Answer {
        if writer == reader {
            return Answer::Included;
        }
        let graph = Graph { arena, definitions };
        match self.prove(graph, Goal::new(vec![writer], vec![reader]), budget) {
            Outcome::Empty => Answer::Included,
            Outcome::Unknown(reason) => Answer::Undecided((*reason).clone()),
            Outcome::Inhabited(tree) => match tree.doubt() {
                Some(reason) => Answer::Undecided((**reason).clone()),
                None => Answer::NotIncluded(tree.json()),
            },
        }
    }

    /// A document of the writer that is none of the reader, where all references are defined.
    pub fn difference(
        &mut self,
        arena: &mut Arena,
        writer: ShapeId,
        reader: ShapeId,
        budget: Budget,
    ) -> Sample {
        let graph = Graph { arena, definitions: &mut Defined };
        self.prove(graph, Goal::new(vec![writer], vec![reader]), budget).sample()
    }

    /// Takes for proved that every document of the writer is one of the reader. It is heeded
    /// wherever a document is asked for in the one and not in the other.
    pub fn take_for_included(&mut self, writer: ShapeId, reader: ShapeId) {
        self.given.entry(writer).or_default().push(reader);
        self.given_readers.entry(reader).or_default().push(writer);
    }

    /// How many elementary steps all questions so far have taken.
    pub fn spent(&self) -> u64 {
        self.spent
    }

    /// A small document of the shape, where all references are defined.
    pub fn sample(&mut self, arena: &mut Arena, shape: ShapeId, budget: Budget) -> Sample {
        self.sample_in(arena, &mut Defined, shape, budget)
    }

    /// The same where references are defined as they are looked into.
    pub fn sample_in(
        &mut self,
        arena: &mut Arena,
        definitions: &mut dyn Definitions,
        shape: ShapeId,
        budget: Budget,
    ) -> Sample {
        let graph = Graph { arena, definitions };
        self.prove(graph, Goal::new(vec![shape], Vec::new()), budget).sample()
    }

    fn prove(&mut self, graph: Graph<'_>, goal: Goal, budget: Budget) -> Outcome {
        let Graph { arena, definitions } = graph;
        let mut run = Run {
            arena,
            definitions,
            prover: self,
            steps: budget.steps,
            current: 0,
            level: 0,
            queue: VecDeque::new(),
            touched: Vec::new(),
            woken: Vec::new(),
        };
        let outcome = run.prove(goal);
        let left = run.steps;
        self.spent += budget.steps.saturating_sub(left);
        outcome
    }

    fn id(&mut self, goal: Goal) -> GoalId {
        if let Some(id) = self.ids.get(&goal) {
            return *id;
        }
        let goal = Rc::new(goal);
        let id = self.entries.len();
        self.ids.insert(Rc::clone(&goal), id);
        self.entries.push(Entry {
            goal,
            belief: Outcome::Empty,
            known: false,
            level: 0,
            queued: false,
            first: false,
            users: Vec::new(),
        });
        id
    }
}

/// Whether every document of the writer is a document of the reader, asked once.
pub fn included(arena: &mut Arena, writer: ShapeId, reader: ShapeId, budget: Budget) -> Answer {
    Prover::new().included(arena, writer, reader, budget)
}

/// A small document of the shape, asked once.
pub fn sample(arena: &mut Arena, shape: ShapeId, budget: Budget) -> Sample {
    Prover::new().sample(arena, shape, budget)
}

/// Shapes, and what is known of them beyond the graph.
struct Graph<'a> {
    arena: &'a mut Arena,
    definitions: &'a mut dyn Definitions,
}

impl Graph<'_> {
    /// What a reference is.
    fn target(&mut self, reference: u32) -> Option<ShapeId> {
        if self.arena.target(reference).is_none() {
            self.definitions.define(self.arena, reference);
        }
        self.arena.target(reference)
    }
}

/// The proof of one question.
struct Run<'a> {
    arena: &'a mut Arena,
    definitions: &'a mut dyn Definitions,
    prover: &'a mut Prover,
    /// The steps that are left.
    steps: u64,
    /// The goal that is being evaluated.
    current: GoalId,
    /// How deep this proof lies in others.
    level: u32,
    /// The goals that wait for their evaluation.
    queue: VecDeque<GoalId>,
    /// The goals that this proof has taken up.
    touched: Vec<GoalId>,
    /// Goals of the proofs around this one, to be evaluated again when it is done.
    woken: Vec<GoalId>,
}

impl Run<'_> {
    fn graph(&mut self) -> Graph<'_> {
        Graph { arena: self.arena, definitions: self.definitions }
    }

    /// What a reference is.
    fn target(&mut self, reference: u32) -> Option<ShapeId> {
        self.graph().target(reference)
    }

    /// The branches of a large union that may meet all the leaves.
    fn branches_by_tag(&mut self, union: ShapeId, leaves: &BTreeSet<ShapeId>) -> Vec<ShapeId> {
        let mut graph = Graph { arena: self.arena, definitions: self.definitions };
        self.prover.tags.branches(&mut graph, union, leaves)
    }

    /// Finds the shapes from which a way through combinators alone leads back to them, among
    /// those that combinators lead to from here.
    fn search_unfounded(&mut self, start: ShapeId) {
        if !matches!(self.arena.node(start), Node::Reference(_)) {
            return;
        }
        // Those on the way to the current one.
        let mut open: HashSet<ShapeId> = HashSet::default();
        let mut stack = vec![(start, false)];
        while let Some((id, done)) = stack.pop() {
            if done {
                open.remove(&id);
                continue;
            }
            if !self.prover.searched.insert(id) {
                continue;
            }
            open.insert(id);
            stack.push((id, true));
            let node = self.arena.shared(id);
            let target;
            let next = match &*node {
                Node::Reference(number) => {
                    target = self.target(*number);
                    target.as_slice()
                }
                Node::Union(of) | Node::Intersection(of) => of.as_slice(),
                Node::Not(of) | Node::Opaque { within: of, .. } => std::slice::from_ref(of),
                _ => &[],
            };
            for child in next {
                if open.contains(child) {
                    self.prover.unfounded.insert(*child);
                } else if !self.prover.searched.contains(child) {
                    stack.push((*child, false));
                }
            }
        }
    }

    /// Proves one question, or one inside it. What it rests on must not rest on a goal outside.
    fn prove(&mut self, goal: Goal) -> Outcome {
        let root = self.prover.id(goal);
        if self.prover.entries[root].known {
            return self.prover.entries[root].belief.clone();
        }
        let outer =
            (self.current, std::mem::take(&mut self.queue), std::mem::take(&mut self.touched));
        self.level += 1;
        self.take_up(root, false);
        let settled = self.iterate(root);
        self.level -= 1;
        let touched = std::mem::take(&mut self.touched);
        (self.current, self.queue, self.touched) = outer;
        for id in touched {
            let entry = &mut self.prover.entries[id];
            // Nothing moved any more: what is believed is so, unless the goal was given up. A
            // document is known in any case.
            entry.known |= settled && entry.level > self.level;
            entry.queued = false;
            entry.level = 0;
            let users = std::mem::take(&mut entry.users);
            if !entry.known {
                entry.belief = Outcome::Empty;
            } else if entry.belief.rank() > 0 {
                users.into_iter().for_each(|user| self.enqueue(user, false));
            }
        }
        for id in std::mem::take(&mut self.woken) {
            self.enqueue(id, false);
        }
        let entry = &self.prover.entries[root];
        if entry.known { entry.belief.clone() } else { Outcome::unknown(Reason::Budget) }
    }

    /// Evaluates goals until nothing moves. False if it ended before: the root of the question
    /// was found inhabited, or the budget is spent.
    fn iterate(&mut self, root: GoalId) -> bool {
        while let Some(id) = self.queue.pop_front() {
            let entry = &mut self.prover.entries[id];
            entry.queued = false;
            if entry.known {
                continue;
            }
            // A goal that nobody needs any more is given up.
            let goal = Rc::clone(&entry.goal);
            let users = &self.prover.entries[id].users;
            if id != root && !users.iter().any(|user| self.needs(*user)) {
                self.prover.entries[id].level = 0;
                continue;
            }
            self.current = id;
            let outcome = self.evaluate(&goal);
            if self.steps == 0 {
                return false;
            }
            let entry = &mut self.prover.entries[id];
            if outcome.rank() > entry.belief.rank() {
                entry.known = outcome.is_whole();
                entry.belief = outcome;
                let first = entry.first;
                // A proof inside another goes on until nothing moves, for the other's sake.
                if entry.known && id == root && self.level == 1 {
                    return false;
                }
                let users = std::mem::take(&mut entry.users);
                for user in users {
                    let first = first || self.prover.entries[user].first;
                    self.enqueue(user, first);
                }
            }
        }
        true
    }

    /// Whether it matters to a goal what its parts hold.
    fn needs(&self, id: GoalId) -> bool {
        let entry = &self.prover.entries[id];
        !entry.known && entry.level > 0
    }

    /// Makes a goal part of this proof.
    fn take_up(&mut self, id: GoalId, first: bool) {
        let entry = &mut self.prover.entries[id];
        entry.level = self.level;
        entry.first = first;
        // It may wait in the queue of a proof around this one.
        entry.queued = false;
        self.touched.push(id);
        self.enqueue(id, first);
    }

    /// Has a goal of this proof evaluated, or evaluated again.
    fn enqueue(&mut self, id: GoalId, first: bool) {
        let entry = &mut self.prover.entries[id];
        if entry.known {
            return;
        }
        if entry.level != self.level {
            if entry.level > 0 {
                self.woken.push(id);
            }
            return;
        }
        if entry.queued {
            return;
        }
        entry.queued = true;
        if first {
            self.queue.push_front(id);
        } else {
            self.queue.push_back(id);
        }
    }

    /// Spends steps; whether there were enough. Once there are none, no outcome counts.
    fn spend(&mut self, steps: u64) -> bool {
        self.steps = self.steps.saturating_sub(steps);
        self.steps > 0
    }

    /// What is believed of a part of the current goal. The current goal is evaluated again when
    /// the belief grows, so the answer "empty" must not be used as such: see [`Self::know`].
    fn ask(&mut self, inside: Vec<ShapeId>, outside: Vec<ShapeId>) -> Outcome {
        self.ask_in_turn(inside, outside, false)
    }

    /// The same for a value in the current goal's documents, which goes before others where the
    /// goal does: the combination of branches that was picked is seen through to its values.
    fn ask_value(&mut self, inside: Vec<ShapeId>, outside: Vec<ShapeId>) -> Outcome {
        let waiting = self.queue.len();
        let outcome = self.ask(inside, outside);
        if self.prover.entries[self.current].first && self.queue.len() > waiting {
            self.queue.rotate_right(1);
        }
        outcome
    }

    /// The same for the first branch of a disjunction.
    fn ask_first(&mut self, inside: Vec<ShapeId>, outside: Vec<ShapeId>) -> Outcome {
        self.ask_in_turn(inside, outside, true)
    }

    fn ask_in_turn(&mut self, inside: Vec<ShapeId>, outside: Vec<ShapeId>, first: bool) -> Outcome {
        self.spend(1);
        if inside.iter().any(|id| outside.contains(id)) {
            return Outcome::Empty;
        }
        let id = self.prover.id(Goal::new(inside, outside));
        let entry = &mut self.prover.entries[id];
        if !entry.known {
            if entry.users.last() != Some(&self.current) {
                entry.users.push(self.current);
            }
            if entry.level < self.level {
                self.take_up(id, first);
            }
        }
        self.prover.entries[id].belief.clone()
    }

    /// What is so, by a proof of its own. Only for goals about strings, which never rest on a
    /// goal about objects.
    fn know(&mut self, inside: Vec<ShapeId>, outside: Vec<ShapeId>) -> Outcome {
        self.spend(1);
        if inside.iter().any(|id| outside.contains(id)) {
            return Outcome::Empty;
        }
        let outcome = self.prove(Goal::new(inside, outside));
        match &outcome {
            Outcome::Inhabited(tree) => match tree.doubt() {
                Some(reason) => Outcome::Unknown(Rc::clone(reason)),
                None => outcome,
            },
            _ => outcome,
        }
    }
}
