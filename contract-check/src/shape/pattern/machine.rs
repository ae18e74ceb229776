//! Deterministic automata, built as far as they are walked, over classes of characters.

use std::collections::BTreeMap;
use std::rc::Rc;

use super::program::{Program, StateId, Step};
use super::read;
use crate::hash::{HashMap, HashSet};

/// Classes of characters that no automaton at hand tells apart, each with a character that
/// stands for it.
#[derive(Debug)]
pub(in super::super) struct Alphabet {
    /// A character of each class, the pleasant ones first.
    pub(in super::super) letters: Vec<char>,
    /// How many of them are printable ASCII.
    pub(in super::super) plain: u32,
}

impl Alphabet {
    /// The alphabet of some automata.
    pub(in super::super) fn new(programs: &[Rc<Program>]) -> Self {
        let word = read::word();
        let mut sets: Vec<&[(u32, u32)]> =
            programs.iter().flat_map(|program| &program.sets).map(Vec::as_slice).collect();
        if programs.iter().any(|program| program.has_boundary) {
            sets.push(&word);
        }
        sets.sort_unstable();
        sets.dedup();
        // Where membership in some set begins or ends; surrogates are no characters. ASCII is cut
        // so that a class with a letter in it is shown by a letter.
        let mut cuts: Vec<u32> = sets
            .iter()
            .flat_map(|set| set.iter().flat_map(|(low, high)| [*low, high + 1]))
            .chain([0, 0x21, 0x30, 0x3a, 0x41, 0x5b, 0x61, 0x7b, 0x7f, 0xa1, 0xd800, 0xe000])
            .filter(|cut| *cut <= 0x10_ffff)
            .collect();
        cuts.sort_unstable();
        cuts.dedup();
        let mut cursors = vec![0; sets.len()];
        let mut classes: BTreeMap<Vec<usize>, char> = BTreeMap::new();
        for cut in cuts {
            let Some(character) = char::from_u32(cut) else { continue };
            let mut signature = Vec::new();
            for (at, set) in sets.iter().enumerate() {
                while set.get(cursors[at]).is_some_and(|(_, high)| *high < cut) {
                    cursors[at] += 1;
                }
                if set.get(cursors[at]).is_some_and(|(low, _)| *low <= cut) {
                    signature.push(at);
                }
            }
            classes
                .entry(signature)
                .and_modify(|known| {
                    if taste(character) < taste(*known) {
                        *known = character;
                    }
                })
                .or_insert(character);
        }
        let mut letters: Vec<char> = classes.into_values().collect();
        letters.sort_unstable_by_key(|letter| (taste(*letter), *letter));
        let plain = letters.partition_point(|letter| taste(*letter) < UNPLEASANT);
        Self { letters, plain: u32::try_from(plain).unwrap_or(u32::MAX) }
    }
}

/// From here on a character is no printable ASCII.
const UNPLEASANT: u8 = 5;

/// How unpleasant a character is in a document that people read.
fn taste(character: char) -> u8 {
    match character {
        'a'..='z' => 0,
        '0'..='9' => 1,
        'A'..='Z' => 2,
        '!'..='~' => 3,
        ' ' => 4,
        // Not every matcher takes these for ends of lines, as it takes the others.
        '\u{2028}' | '\u{2029}' => UNPLEASANT + 2,
        '\u{a1}'.. => UNPLEASANT,
        _ => UNPLEASANT + 1,
    }
}

/// What came before the position.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
enum Before {
    Start,
    Word,
    Other,
}

/// What comes after it.
#[derive(Clone, Copy)]
enum After {
    End,
    Letter(char),
}

/// A state that the automaton may be in, and what must still come true of the rest of the string.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
struct Thread {
    at: StateId,
    /// Sorted, and without repetition.
    owes: Vec<Owed>,
}

/// A look-ahead that was begun: what follows must match from one of these states on, or from none
/// of them.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
struct Owed {
    present: bool,
    open: Vec<Thread>,
}

impl Thread {
    /// One that owes nothing.
    fn new(at: StateId) -> Self {
        Self { at, owes: Vec::new() }
    }

    fn at(&self, at: StateId) -> Self {
        Self { at, owes: self.owes.clone() }
    }

    /// Whether it leads to every match that the other one leads to, as far as counting shows.
    fn covers(&self, other: &Self, program: &Program) -> bool {
        program.is_wider(self.at, other.at)
            && self.owes.iter().all(|owed| other.owes.contains(owed))
    }

    /// How many letters a match is away at least; none where there is no way to one.
    fn far(&self, program: &Program) -> Option<u32> {
        let mut longest = program.far[self.at as usize]?;
        for owed in self.owes.iter().filter(|owed| owed.present) {
            longest = longest.max(owed.open.iter().filter_map(|it| it.far(program)).min()?);
        }
        Some(longest)
    }

    fn size(&self) -> u64 {
        let owed = |owed: &Owed| owed.open.iter().map(Self::size).sum::<u64>();
        1 + self.owes.iter().map(owed).sum::<u64>()
    }
}

#[derive(Clone, Debug, PartialEq, Eq, Hash)]
enum State {
    /// The pattern has matched; whatever follows is the same.
    Matched,
    /// What the automaton may be in, before it goes on without taking a character.
    Open {
        threads: Vec<Thread>,
        /// The same for each look-behind.
        behind: Vec<Vec<Thread>>,
        before: Before,
    },
}

impl State {
    /// At the start of a string.
    fn start(program: &Program) -> Self {
        let behind = vec![Vec::new(); program.behind.len()];
        Self::Open { threads: Vec::new(), behind, before: Before::Start }
    }
}

/// A deterministic automaton for one program.
#[derive(Debug)]
pub(in super::super) struct Machine {
    program: Rc<Program>,
    states: Vec<State>,
    ids: HashMap<State, u32>,
    /// The successors that are known, by state and letter.
    next: HashMap<(u32, u32), u32>,
}

impl Machine {
    /// The state of the empty string.
    pub(in super::super) const START: u32 = 0;

    pub(in super::super) fn new(program: Rc<Program>) -> Self {
        let mut machine =
            Self { program, states: Vec::new(), ids: HashMap::default(), next: HashMap::default() };
        let start = State::start(&machine.program);
        machine.id(start);
        machine
    }

    /// Whether the machine matches a string.
    pub(in super::super) fn matches(program: &Rc<Program>, text: &str) -> bool {
        let mut state = State::start(program);
        for letter in text.chars() {
            state = step(program, &state, letter);
        }
        accepts(program, &state)
    }

    fn id(&mut self, state: State) -> u32 {
        if let Some(id) = self.ids.get(&state) {
            return *id;
        }
        let id = u32::try_from(self.states.len()).unwrap_or(u32::MAX);
        self.states.push(state.clone());
        self.ids.insert(state, id);
        id
    }

    /// The state after a letter of the alphabet.
    pub(in super::super) fn step(&mut self, state: u32, alphabet: &Alphabet, letter: u32) -> u32 {
        if let Some(next) = self.next.get(&(state, letter)) {
            return *next;
        }
        let character = alphabet.letters[letter as usize];
        let after = step(&self.program, &self.states[state as usize], character);
        let after = self.id(after);
        self.next.insert((state, letter), after);
        after
    }

    /// Whether the pattern matches a string that leads to the state.
    pub(in super::super) fn accepts(&self, state: u32) -> bool {
        accepts(&self.program, &self.states[state as usize])
    }

    /// Whether the pattern has matched, whatever follows.
    pub(in super::super) fn has_matched(&self, state: u32) -> bool {
        self.states[state as usize] == State::Matched
    }

    /// How many letters a match is away at least; none where the pattern will not match any more.
    pub(in super::super) fn far(&self, state: u32) -> Option<u32> {
        match &self.states[state as usize] {
            State::Matched => Some(0),
            State::Open { before: Before::Start, .. } => self.program.shortest,
            State::Open { threads, .. } => {
                // A match may begin here as well.
                let begun = threads.iter().filter_map(|thread| thread.far(&self.program));
                begun.chain(self.program.far[self.program.start as usize]).min()
            }
        }
    }

    /// How much work a step may be.
    pub(in super::super) fn cost(&self, state: u32) -> u64 {
        match &self.states[state as usize] {
            State::Matched => 1,
            State::Open { threads, behind, .. } => {
                let all = threads.iter().chain(behind.iter().flatten());
                1 + all.map(Thread::size).sum::<u64>() / 8
            }
        }
    }
}

fn is_word(letter: char) -> bool {
    letter.is_ascii_alphanumeric() || letter == '_'
}

fn step(program: &Program, state: &State, letter: char) -> State {
    let State::Open { threads, behind, before } = state else { return State::Matched };
    let (here, reached) = here(program, behind, *before, After::Letter(letter));
    let Some(threads) = here.advance(threads, Some(program.start), letter) else {
        return State::Matched;
    };
    let behind = reached
        .into_iter()
        .zip(&program.behind)
        .map(|(taking, start)| here.widest(here.taken(&taking, letter), Some(*start)))
        .collect();
    let before = if program.has_boundary && is_word(letter) { Before::Word } else { Before::Other };
    State::Open { threads, behind, before }
}

fn accepts(program: &Program, state: &State) -> bool {
    let State::Open { threads, behind, before } = state else { return true };
    let (here, _) = here(program, behind, *before, After::End);
    here.ends(threads, Some(program.start))
}

fn holds(set: &[(u32, u32)], letter: char) -> bool {
    let code = u32::from(letter);
    let at = set.partition_point(|(_, high)| *high < code);
    set.get(at).is_some_and(|(low, _)| *low <= code)
}

/// A position in a string.
struct Here<'p> {
    program: &'p Program,
    before: Before,
    after: After,
    /// Whether each look-behind ends here.
    behind: Vec<bool>,
}

/// What is reached without taking a character.
#[derive(Default)]
struct Reached {
    /// Whether the pattern has matched, whatever follows.
    matched: bool,
    /// What can take a character now, or has matched if what it owes comes true.
    taking: Vec<Thread>,
}

/// A position, and what each look-behind reaches there.
fn here<'p>(
    program: &'p Program,
    behind: &[Vec<Thread>],
    before: Before,
    after: After,
) -> (Here<'p>, Vec<Vec<Thread>>) {
    let mut here = Here { program, before, after, behind: Vec::new() };
    let mut taking = Vec::new();
    for (start, threads) in program.behind.iter().zip(behind) {
        let reached = here.reach(threads, Some(*start), false);
        here.behind.push(reached.matched);
        taking.push(reached.taking);
    }
    (here, taking)
}

impl Here<'_> {
    /// What is reached from these threads, and from the start where a match may begin here.
    fn reach(&self, open: &[Thread], start: Option<StateId>, until_matched: bool) -> Reached {
        let mut seen = HashSet::default();
        let mut pending: Vec<Thread> = open.to_vec();
        pending.extend(start.map(Thread::new));
        let mut reached = Reached::default();
        while let Some(thread) = pending.pop() {
            if !seen.insert(thread.clone()) {
                continue;
            }
            match &self.program.steps[thread.at as usize] {
                Step::Take(..) => reached.taking.push(thread),
                Step::Fork(next) => pending.extend(next.iter().map(|next| thread.at(*next))),
                Step::Start(next) if self.before == Before::Start => {
                    pending.push(thread.at(*next));
                }
                Step::End(next) if matches!(self.after, After::End) => {
                    pending.push(thread.at(*next));
                }
                Step::Boundary(present, next) => {
                    let follows = matches!(self.after, After::Letter(letter) if is_word(letter));
                    if ((self.before == Before::Word) != follows) == *present {
                        pending.push(thread.at(*next));
                    }
                }
                Step::Ahead(present, from, next) => {
                    let mut further = thread.at(*next);
                    further.owes.push(Owed { present: *present, open: vec![Thread::new(*from)] });
                    further.owes.sort_unstable();
                    further.owes.dedup();
                    pending.push(further);
                }
                Step::Behind(present, index, next) if self.behind[*index] == *present => {
                    pending.push(thread.at(*next));
                }
                Step::Match if thread.owes.is_empty() => {
                    reached.matched = true;
                    if until_matched {
                        break;
                    }
                }
                Step::Match => reached.taking.push(thread),
                Step::Start(_) | Step::End(_) | Step::Behind(..) => {}
            }
        }
        reached
    }

    /// The threads after a letter; none if the pattern has matched.
    fn advance(
        &self,
        open: &[Thread],
        start: Option<StateId>,
        letter: char,
    ) -> Option<Vec<Thread>> {
        let reached = self.reach(open, start, true);
        if reached.matched {
            return None;
        }
        let taken = self.taken(&reached.taking, letter);
        // Not what has just arrived there, which is seen at the next position, but what has
        // matched before and owed something that came true with this letter.
        let matched = |thread: &Thread| thread.at == Program::MATCH && thread.owes.is_empty();
        (!taken.iter().any(matched)).then(|| self.widest(taken, start))
    }

    /// The threads without those that lead to no match but those of another one, or of the start,
    /// where a match may begin at the next position too. Counted repetition would else have a
    /// state of the automaton for every set of counts.
    fn widest(&self, mut threads: Vec<Thread>, start: Option<StateId>) -> Vec<Thread> {
        let program = self.program;
        if !program.repeats() {
            return threads;
        }
        threads.retain(|it| start.is_none_or(|start| !program.is_wider(start, it.at)));
        threads.sort_by_key(|thread| program.original(thread.at));
        let mut widest: Vec<Thread> = Vec::new();
        for copies in threads.chunk_by(|a, b| program.original(a.at) == program.original(b.at)) {
            let first = widest.len();
            for thread in copies {
                if widest[first..].iter().any(|other| other.covers(thread, program)) {
                    continue;
                }
                let mut at = 0;
                widest.retain(|other| {
                    at += 1;
                    at <= first || !thread.covers(other, program)
                });
                widest.push(thread.clone());
            }
        }
        widest.sort_unstable();
        widest
    }

    /// What has taken a letter.
    fn taken(&self, taking: &[Thread], letter: char) -> Vec<Thread> {
        let mut taken = Vec::new();
        for thread in taking {
            let at = match &self.program.steps[thread.at as usize] {
                Step::Take(set, next) if holds(&self.program.sets[*set], letter) => *next,
                Step::Match => thread.at,
                _ => continue,
            };
            if let Some(owes) = self.still_owed(&thread.owes, letter) {
                taken.push(Thread { at, owes });
            }
        }
        taken.sort_unstable();
        taken.dedup();
        taken
    }

    /// What is owed after a letter; none if something came out wrong.
    fn still_owed(&self, owes: &[Owed], letter: char) -> Option<Vec<Owed>> {
        let mut still = Vec::new();
        for owed in owes {
            let present = match self.advance(&owed.open, None, letter) {
                None => true,
                Some(open) if open.is_empty() => false,
                Some(open) => {
                    still.push(Owed { present: owed.present, open });
                    continue;
                }
            };
            if present != owed.present {
                return None;
            }
        }
        still.sort_unstable();
        still.dedup();
        Some(still)
    }

    /// Whether there is a match if the string ends here.
    fn ends(&self, open: &[Thread], start: Option<StateId>) -> bool {
        let reached = self.reach(open, start, true);
        let kept = |owed: &Owed| self.ends(&owed.open, None) == owed.present;
        let matches = |thread: &Thread| thread.at == Program::MATCH && thread.owes.iter().all(kept);
        reached.matched || reached.taking.iter().any(matches)
    }
}
