//! Non-deterministic automata.

use std::collections::{BTreeSet, VecDeque};
use std::slice;

use super::read::{Ranges, Syntax};
use crate::hash::HashSet;

/// A state's number.
pub(super) type StateId = u32;

/// What a state does.
#[derive(Clone, Debug)]
pub(super) enum Step {
    /// Takes a character of the set with this index.
    Take(usize, StateId),
    /// Goes on at any of these.
    Fork(Vec<StateId>),
    /// Goes on at the start of the string.
    Start(StateId),
    /// Goes on at its end.
    End(StateId),
    /// Goes on between a word character and another, or elsewhere for false.
    Boundary(bool, StateId),
    /// Goes on, and what follows here must match from this state on, or must not for false.
    Ahead(bool, StateId, StateId),
    /// Goes on where the look-behind with this index ends here, or where it does not for false.
    Behind(bool, usize, StateId),
    /// The pattern has matched.
    Match,
}

/// An automaton for "the pattern matches somewhere in the string".
#[derive(Clone, Debug)]
pub(in super::super) struct Program {
    pub(super) steps: Vec<Step>,
    pub(super) sets: Vec<Ranges>,
    pub(super) start: StateId,
    /// How many characters a string that matches has at least; none where there is no such string.
    pub(super) shortest: Option<u32>,
    /// How many characters each state is away from a match at least, after some characters; none
    /// where there is no way.
    pub(super) far: Vec<Option<u32>>,
    /// Where each look-behind starts. It may do so at any character.
    pub(super) behind: Vec<StateId>,
    /// Whether what is before and after a character matters.
    pub(super) has_boundary: bool,
    /// Which states are copies of one another, by state; nothing where none is.
    copies: Vec<Copy>,
}

/// A state as one of the copies that counted repetition makes of it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
struct Copy {
    /// The first of the copies.
    of: StateId,
    /// For each repetition around it, the outermost last, how wide the copy is among others: what
    /// one leads to a match, a wider one leads there as well.
    width: Vec<u32>,
}

/// Automata with more states are refused.
const STATES: usize = 20_000;

impl Program {
    /// The state in which the pattern, or a look-around in it, has matched.
    pub(super) const MATCH: StateId = 0;

    /// The automaton of a pattern, or that it is too large.
    pub(super) fn new(syntax: &Syntax) -> Result<Self, String> {
        let mut program = Self::empty();
        let mut rows = Vec::new();
        program.start = program.compile(syntax, Self::MATCH, &mut rows)?;
        program.copies = copies(&rows, program.steps.len());
        program.shortest = program.distances(true)[program.start as usize];
        program.far = program.distances(false);
        Ok(program)
    }

    /// The automaton of a finite set of strings.
    pub(in super::super) fn of_strings(values: &BTreeSet<String>) -> Result<Self, String> {
        let branches = values
            .iter()
            .map(|value| {
                let characters = value.chars().map(u32::from);
                Syntax::Sequence(characters.map(|code| Syntax::Set(vec![(code, code)])).collect())
            })
            .collect();
        Self::new(&Syntax::Sequence(vec![Syntax::Start, Syntax::Choice(branches), Syntax::End]))
    }

    /// The automaton of the strings of so many bytes in UTF-8 at most, or that it is too large.
    pub(super) fn of_bytes(most: u64) -> Result<Self, String> {
        const WIDTHS: [(u32, u32); 4] =
            [(0, 0x7f), (0x80, 0x7ff), (0x800, 0xffff), (0x1_0000, 0x10_ffff)];
        let mut program = Self::empty();
        program.sets = WIDTHS.map(|range| vec![range]).into();
        let end = program.add(Step::End(Self::MATCH))?;
        // How many bytes are left, and where the string goes on then.
        let mut left: Vec<StateId> = Vec::new();
        for bytes in 0..=most {
            let mut next = vec![end];
            for (set, width) in (1..=WIDTHS.len()).enumerate() {
                let after = usize::try_from(bytes).ok().and_then(|bytes| bytes.checked_sub(width));
                if let Some(after) = after.and_then(|after| left.get(after).copied()) {
                    next.push(program.add(Step::Take(set, after))?);
                }
            }
            left.push(program.add(Step::Fork(next))?);
        }
        let whole = left.last().copied().unwrap_or(end);
        program.start = program.add(Step::Start(whole))?;
        program.shortest = program.distances(true)[program.start as usize];
        program.far = program.distances(false);
        Ok(program)
    }

    /// The automaton that has matched.
    fn empty() -> Self {
        Self {
            steps: vec![Step::Match],
            sets: Vec::new(),
            start: Self::MATCH,
            behind: Vec::new(),
            shortest: Some(0),
            far: vec![Some(0)],
            has_boundary: false,
            copies: Vec::new(),
        }
    }

    /// Whether the pattern matches at the end of a string, whatever came before: then it matches
    /// every string, as `a{0,9}$` does.
    pub(super) fn matches_at_any_end(&self) -> bool {
        let mut pending = vec![self.start];
        let mut seen = HashSet::default();
        while let Some(id) = pending.pop() {
            if !seen.insert(id) {
                continue;
            }
            match &self.steps[id as usize] {
                Step::Match => return true,
                Step::Fork(next) => pending.extend(next),
                Step::End(next) => pending.push(*next),
                Step::Take(..)
                | Step::Start(_)
                | Step::Boundary(..)
                | Step::Ahead(..)
                | Step::Behind(..) => {}
            }
        }
        false
    }

    /// How far each state is from the match, whatever boundaries and look-around ask for: at the
    /// start of the string or behind it.
    fn distances(&self, at_start: bool) -> Vec<Option<u32>> {
        let mut before: Vec<Vec<(StateId, u32)>> = vec![Vec::new(); self.steps.len()];
        for (id, step) in (0..).zip(&self.steps) {
            let (next, cost) = match step {
                Step::Take(set, _) if self.sets[*set].is_empty() => continue,
                Step::Start(_) if !at_start => continue,
                Step::Take(_, next) => (slice::from_ref(next), 1),
                Step::Fork(next) => (next.as_slice(), 0),
                Step::Start(next)
                | Step::End(next)
                | Step::Boundary(_, next)
                | Step::Ahead(_, _, next)
                | Step::Behind(_, _, next) => (slice::from_ref(next), 0),
                Step::Match => continue,
            };
            next.iter().for_each(|next| before[*next as usize].push((id, cost)));
        }
        let mut far = vec![None; self.steps.len()];
        let mut pending = VecDeque::from([(Self::MATCH, 0)]);
        while let Some((id, distance)) = pending.pop_front() {
            if far[id as usize].is_some_and(|known| known <= distance) {
                continue;
            }
            far[id as usize] = Some(distance);
            for (from, cost) in &before[id as usize] {
                match cost {
                    0 => pending.push_front((*from, distance)),
                    _ => pending.push_back((*from, distance + 1)),
                }
            }
        }
        far
    }

    fn add(&mut self, step: Step) -> Result<StateId, String> {
        if self.steps.len() >= STATES {
            return Err(format!("its automaton has more than {STATES} states"));
        }
        self.steps.push(step);
        Ok(self.steps.len() as StateId - 1)
    }

    /// Whether states are copies of one another at all.
    pub(super) fn repeats(&self) -> bool {
        !self.copies.is_empty()
    }

    /// The state that this one is a copy of.
    pub(super) fn original(&self, state: StateId) -> StateId {
        self.copies.get(state as usize).map_or(state, |copy| copy.of)
    }

    /// Whether every string that leads from `narrow` to a match leads there from `wide` too, as is
    /// seen by counting: whoever may take up to nine more may take up to eight more.
    pub(super) fn is_wider(&self, wide: StateId, narrow: StateId) -> bool {
        if wide == narrow {
            return true;
        }
        let copy = |state: StateId| self.copies.get(state as usize);
        let (Some(wide), Some(narrow)) = (copy(wide), copy(narrow)) else { return false };
        wide.of == narrow.of && wide.width.iter().zip(&narrow.width).all(|(a, b)| a >= b)
    }

    /// The state from which the syntax leads to `next`. Recursion is bounded by the nesting of
    /// groups.
    fn compile(
        &mut self,
        syntax: &Syntax,
        next: StateId,
        rows: &mut Vec<Row>,
    ) -> Result<StateId, String> {
        match syntax {
            Syntax::Set(ranges) => {
                let known = self.sets.iter().position(|set| set == ranges);
                let set = known.unwrap_or_else(|| {
                    self.sets.push(ranges.clone());
                    self.sets.len() - 1
                });
                self.add(Step::Take(set, next))
            }
            Syntax::Sequence(parts) => {
                parts.iter().rev().try_fold(next, |next, part| self.compile(part, next, rows))
            }
            Syntax::Choice(branches) => {
                let mut starts = Vec::new();
                for branch in branches {
                    starts.push(self.compile(branch, next, rows)?);
                }
                self.add(Step::Fork(starts))
            }
            Syntax::Repeat(part, min, max) => {
                let mut start = next;
                match max {
                    None => {
                        let turn = self.add(Step::Fork(Vec::new()))?;
                        let body = self.compile(part, turn, rows)?;
                        self.steps[turn as usize] = Step::Fork(vec![body, next]);
                        start = turn;
                    }
                    Some(max) => {
                        let mut row = Row::new(self, rows, part);
                        for _ in *min..*max {
                            let body = self.compile(part, start, rows)?;
                            start = self.add(Step::Fork(vec![body, next]))?;
                            row.copied(self, rows);
                        }
                        row.end(Widest::Last, rows);
                    }
                }
                let mut row = Row::new(self, rows, part);
                for _ in 0..*min {
                    // An empty part could be copied for ever without adding a state.
                    let before = self.steps.len();
                    start = self.compile(part, start, rows)?;
                    if self.steps.len() == before {
                        break;
                    }
                    row.copied(self, rows);
                }
                // Where any number may follow, who has to take less may take what others take.
                if max.is_none() {
                    row.end(Widest::First, rows);
                }
                Ok(start)
            }
            Syntax::Start => self.add(Step::Start(next)),
            Syntax::End => self.add(Step::End(next)),
            Syntax::Look { ahead: true, present, part } => {
                let start = self.compile(part, Self::MATCH, rows)?;
                self.add(Step::Ahead(*present, start, next))
            }
            Syntax::Look { present, part, .. } => {
                if part.looks_around() {
                    return Err("it looks around while it looks behind".to_owned());
                }
                let start = self.compile(part, Self::MATCH, rows)?;
                self.behind.push(start);
                self.add(Step::Behind(*present, self.behind.len() - 1, next))
            }
            Syntax::Boundary(present) => {
                self.has_boundary = true;
                self.add(Step::Boundary(*present, next))
            }
        }
    }
}

/// Copies of one part that stand in a row, all built alike.
#[derive(Clone, Debug)]
struct Row {
    first: StateId,
    /// How many states one copy has.
    size: u32,
    count: u32,
    widest: Widest,
    /// The rows within the first copy; those within others are like them.
    within: usize,
    /// What looks around is not copied alike.
    alike: bool,
}

/// Which of the copies in a row leads to most.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Widest {
    First,
    Last,
}

impl Row {
    fn new(program: &Program, rows: &[Self], part: &Syntax) -> Self {
        Self {
            first: program.steps.len() as StateId,
            size: 0,
            count: 0,
            widest: Widest::Last,
            within: rows.len(),
            alike: !part.looks_around(),
        }
    }

    /// Notes that another copy has been built.
    fn copied(&mut self, program: &Program, rows: &[Self]) {
        if self.count == 0 {
            self.size = program.steps.len() as u32 - self.first;
            self.within = rows.len();
        }
        self.count += 1;
    }

    fn end(self, widest: Widest, rows: &mut Vec<Self>) {
        if self.alike && self.count > 1 {
            rows.truncate(self.within);
            rows.push(Self { widest, ..self });
        }
    }
}

/// What rows make of states, from the innermost row to the outermost.
fn copies(rows: &[Row], states: usize) -> Vec<Copy> {
    if rows.is_empty() {
        return Vec::new();
    }
    let mut copies: Vec<Copy> =
        (0..states as StateId).map(|of| Copy { of, width: Vec::new() }).collect();
    for row in rows {
        for state in row.first..row.first + row.size {
            let original = copies[state as usize].clone();
            for at in 0..row.count {
                let mut copy = original.clone();
                copy.width.push(match row.widest {
                    Widest::Last => at,
                    Widest::First => row.count - at,
                });
                copies[(state + at * row.size) as usize] = copy;
            }
        }
    }
    copies
}
