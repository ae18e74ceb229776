//! The prover: is there a document in all of these shapes and in none of those?
//!
//! A question is a [`Goal`]. Evaluating a goal takes it apart into smaller goals; a goal is
//! inhabited if a document can be put together from the documents of the smaller ones. What is
//! sought is the least solution: a goal that leads back to itself adds no document. It is reached
//! by iteration: every goal starts as empty, is evaluated once its parts are, and again whenever a
//! part turns out to hold more than was believed. Evaluation only ever uses a part's documents,
//! never their absence, so beliefs only grow, and what is still empty when nothing moves any more
//! is empty. Types that recurse on both sides are thereby compared by coinduction.
//!
//! Goals wait on a stack of their own, so that deep shapes cost heap and not machine stack.

mod disjoint;
mod flat;
mod list;
mod number;
mod record;
mod text;
mod tree;

use std::collections::{HashMap, HashSet};
use std::rc::Rc;

use super::answer::{Answer, Budget, Reason, Sample};
use super::arena::{Arena, Node, ShapeId};
use super::pattern::Patterns;
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

/// What is believed of a goal. Beliefs grow: empty, then unknown, then inhabited.
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

    /// The better of two ways to a document: the smaller document, before none, before doubt.
    fn or(self, other: Self) -> Self {
        match (self, other) {
            (Self::Inhabited(a), Self::Inhabited(b)) => {
                Self::Inhabited(if b.size() < a.size() { b } else { a })
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
            Self::Inhabited(_) => 2,
        }
    }
}

/// How far a goal has come.
#[derive(Clone, Debug)]
enum State {
    /// Not begun.
    New,
    /// Begun; it waits for its parts.
    Begun,
    /// Evaluated; it may yet grow.
    Believed(Outcome),
    /// Known for good.
    Known(Outcome),
}

#[derive(Debug)]
struct Entry {
    goal: Rc<Goal>,
    state: State,
    /// The goals whose evaluation has used this one.
    users: Vec<GoalId>,
}

/// Decides questions over one arena and remembers what it has proved. All references must be
/// defined before the first question.
#[derive(Debug, Default)]
pub struct Prover {
    ids: HashMap<Rc<Goal>, GoalId>,
    entries: Vec<Entry>,
    patterns: Patterns,
    /// Shapes that refer to themselves without a value in between.
    unfounded: HashSet<ShapeId>,
    /// How many references have been searched for such.
    searched: u32,
    /// How many steps all questions have taken.
    spent: u64,
}

impl Prover {
    /// A prover that knows nothing yet.
    pub fn new() -> Self {
        Self::default()
    }

    /// Whether every document of the writer is a document of the reader.
    pub fn included(
        &mut self,
        arena: &mut Arena,
        writer: ShapeId,
        reader: ShapeId,
        budget: Budget,
    ) -> Answer {
        if writer == reader {
            return Answer::Included;
        }
        match self.prove(arena, Goal::new(vec![writer], vec![reader]), budget) {
            Outcome::Empty => Answer::Included,
            Outcome::Unknown(reason) => Answer::Undecided((*reason).clone()),
            Outcome::Inhabited(tree) => Answer::NotIncluded(tree.json()),
        }
    }

    /// How many elementary steps all questions so far have taken.
    pub fn spent(&self) -> u64 {
        self.spent
    }

    /// A small document of the shape.
    pub fn sample(&mut self, arena: &mut Arena, shape: ShapeId, budget: Budget) -> Sample {
        match self.prove(arena, Goal::new(vec![shape], Vec::new()), budget) {
            Outcome::Empty => Sample::Empty,
            Outcome::Unknown(reason) => Sample::Undecided((*reason).clone()),
            Outcome::Inhabited(tree) => Sample::Document(tree.json()),
        }
    }

    fn prove(&mut self, arena: &mut Arena, goal: Goal, budget: Budget) -> Outcome {
        self.search_unfounded(arena);
        let root = self.id(goal);
        if let State::Known(outcome) = &self.entries[root].state {
            return outcome.clone();
        }
        let mut run = Run {
            arena,
            prover: self,
            steps: budget.steps,
            current: root,
            waiting: Vec::new(),
            touched: Vec::new(),
        };
        let outcome = run.iterate(root);
        let (touched, left) = (run.touched, run.steps);
        self.spent += budget.steps.saturating_sub(left);
        let settled = outcome.is_some();
        for id in touched {
            let state = &mut self.entries[id].state;
            *state = match std::mem::replace(state, State::New) {
                State::Believed(outcome @ Outcome::Inhabited(_)) => State::Known(outcome),
                // Nothing moved any more: what is believed is so.
                State::Believed(outcome) if settled => State::Known(outcome),
                State::Known(outcome) => State::Known(outcome),
                _ => State::New,
            };
            self.entries[id].users.clear();
        }
        match &self.entries[root].state {
            State::Known(outcome) => outcome.clone(),
            _ => Outcome::unknown(Reason::Budget),
        }
    }

    fn id(&mut self, goal: Goal) -> GoalId {
        if let Some(id) = self.ids.get(&goal) {
            return *id;
        }
        let goal = Rc::new(goal);
        let id = self.entries.len();
        self.ids.insert(Rc::clone(&goal), id);
        self.entries.push(Entry { goal, state: State::New, users: Vec::new() });
        id
    }

    /// Finds the shapes from which a way through combinators alone leads back to them.
    fn search_unfounded(&mut self, arena: &Arena) {
        #[derive(Clone, Copy, PartialEq)]
        enum Colour {
            White,
            Grey,
            Black,
        }
        let references = self.searched..arena.reference_count();
        self.searched = references.end;
        let mut colours: HashMap<ShapeId, Colour> = HashMap::new();
        for start in references.filter_map(|number| arena.target(number)) {
            let mut stack = vec![(start, false)];
            while let Some((id, done)) = stack.pop() {
                if done {
                    colours.insert(id, Colour::Black);
                    continue;
                }
                match colours.get(&id).copied().unwrap_or(Colour::White) {
                    Colour::White => {}
                    Colour::Grey | Colour::Black => continue,
                }
                colours.insert(id, Colour::Grey);
                stack.push((id, true));
                let mut visit = |child: ShapeId| match colours.get(&child) {
                    Some(Colour::Grey) => {
                        self.unfounded.insert(child);
                    }
                    Some(Colour::Black) => {}
                    _ => stack.push((child, false)),
                };
                match arena.node(id) {
                    Node::Reference(number) => arena.target(*number).into_iter().for_each(visit),
                    Node::Union(of) | Node::Intersection(of) => of.iter().copied().for_each(visit),
                    Node::Not(of) | Node::Opaque { within: of, .. } => visit(*of),
                    _ => {}
                }
            }
        }
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

/// The proof of one question.
struct Run<'a> {
    arena: &'a mut Arena,
    prover: &'a mut Prover,
    /// The steps that are left.
    steps: u64,
    /// The goal that is being evaluated.
    current: GoalId,
    /// The goals that it asked for and that have not been evaluated.
    waiting: Vec<GoalId>,
    /// The goals that this run has begun.
    touched: Vec<GoalId>,
}

impl Run<'_> {
    /// What is known of the root once nothing moves; none if the root was found inhabited before
    /// that, or the budget is spent.
    fn iterate(&mut self, root: GoalId) -> Option<Outcome> {
        let mut stack = vec![root];
        let mut again: Vec<GoalId> = Vec::new();
        loop {
            let Some(&id) = stack.last() else {
                match again.pop() {
                    Some(id) => {
                        stack.push(id);
                        continue;
                    }
                    None => break,
                }
            };
            let previous = match &self.prover.entries[id].state {
                State::Known(_) => {
                    stack.pop();
                    continue;
                }
                State::Believed(outcome) => outcome.rank(),
                State::New => {
                    self.touched.push(id);
                    0
                }
                State::Begun => 0,
            };
            self.current = id;
            self.waiting.clear();
            let goal = Rc::clone(&self.prover.entries[id].goal);
            let outcome = self.evaluate(&goal);
            if self.steps == 0 {
                return None;
            }
            if !self.waiting.is_empty() {
                if matches!(self.prover.entries[id].state, State::New) {
                    self.prover.entries[id].state = State::Begun;
                }
                stack.extend(self.waiting.drain(..).rev());
                continue;
            }
            stack.pop();
            if outcome.rank() > previous {
                let found = matches!(outcome, Outcome::Inhabited(_));
                again.append(&mut self.prover.entries[id].users);
                self.prover.entries[id].state =
                    if found { State::Known(outcome) } else { State::Believed(outcome) };
                if found && id == root {
                    return None;
                }
            } else if !matches!(self.prover.entries[id].state, State::Believed(_)) {
                self.prover.entries[id].state = State::Believed(outcome);
            }
            again.retain(|user| !matches!(self.prover.entries[*user].state, State::Known(_)));
        }
        match &self.prover.entries[root].state {
            State::Believed(outcome) | State::Known(outcome) => Some(outcome.clone()),
            State::New | State::Begun => None,
        }
    }

    /// Spends steps; whether there were enough. Once there are none, no outcome counts.
    fn spend(&mut self, steps: u64) -> bool {
        self.steps = self.steps.saturating_sub(steps);
        self.steps > 0
    }

    /// What is believed of a part of the current goal. A part that has not been evaluated is
    /// noted, and the current goal is evaluated again after it.
    fn ask(&mut self, inside: Vec<ShapeId>, outside: Vec<ShapeId>) -> Outcome {
        self.spend(1);
        if inside.iter().any(|id| outside.contains(id)) {
            return Outcome::Empty;
        }
        let id = self.prover.id(Goal::new(inside, outside));
        let entry = &mut self.prover.entries[id];
        let outcome = match &entry.state {
            State::Known(outcome) => return outcome.clone(),
            State::Believed(outcome) => outcome.clone(),
            State::Begun => Outcome::Empty,
            State::New => {
                if !self.waiting.contains(&id) {
                    self.waiting.push(id);
                }
                Outcome::Empty
            }
        };
        if entry.users.last() != Some(&self.current) {
            entry.users.push(self.current);
        }
        outcome
    }

    /// Whether parts are missing, so that the evaluation is to be given up for now.
    fn must_wait(&self) -> bool {
        !self.waiting.is_empty() || self.steps == 0
    }
}
