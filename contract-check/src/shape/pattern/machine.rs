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

#[derive(Clone, Debug, PartialEq, Eq, Hash)]
enum State {
    /// The pattern has matched; whatever follows is the same.
    Matched,
    /// The states that the automaton may be in, before it goes on without taking a character.
    Open(Vec<StateId>, Before),
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
        machine.id(State::Open(Vec::new(), Before::Start));
        machine
    }

    /// Whether the machine matches a string.
    pub(in super::super) fn matches(program: &Rc<Program>, text: &str) -> bool {
        let mut state = State::Open(Vec::new(), Before::Start);
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
            State::Open(_, Before::Start) => self.program.shortest,
            State::Open(open, Before::Word | Before::Other) => {
                // A match may begin here as well.
                let begun = open.iter().chain([&self.program.start]);
                begun.filter_map(|id| self.program.far[*id as usize]).min()
            }
        }
    }

    /// How much work a step may be.
    pub(in super::super) fn cost(&self, state: u32) -> u64 {
        match &self.states[state as usize] {
            State::Matched => 1,
            State::Open(states, _) => 1 + states.len() as u64 / 8,
        }
    }
}

fn is_word(letter: char) -> bool {
    letter.is_ascii_alphanumeric() || letter == '_'
}

fn step(program: &Program, state: &State, letter: char) -> State {
    let State::Open(open, before) = state else { return State::Matched };
    let Some(reached) = closure(program, open, *before, After::Letter(letter)) else {
        return State::Matched;
    };
    let mut taken: Vec<StateId> = reached
        .into_iter()
        .filter_map(|id| match &program.steps[id as usize] {
            Step::Take(set, next) if holds(&program.sets[*set], letter) => Some(*next),
            _ => None,
        })
        .collect();
    taken.sort_unstable();
    taken.dedup();
    let before = if program.has_boundary && is_word(letter) { Before::Word } else { Before::Other };
    State::Open(taken, before)
}

fn accepts(program: &Program, state: &State) -> bool {
    match state {
        State::Matched => true,
        State::Open(open, before) => closure(program, open, *before, After::End).is_none(),
    }
}

fn holds(set: &[(u32, u32)], letter: char) -> bool {
    let code = u32::from(letter);
    let at = set.partition_point(|(_, high)| *high < code);
    set.get(at).is_some_and(|(low, _)| *low <= code)
}

/// The states that can take a character now; none if the pattern has matched. A match may begin
/// anywhere, so the start is always among the open states.
fn closure(
    program: &Program,
    open: &[StateId],
    before: Before,
    after: After,
) -> Option<Vec<StateId>> {
    let mut seen = HashSet::default();
    let mut pending: Vec<StateId> = open.to_vec();
    pending.push(program.start);
    let mut taking = Vec::new();
    while let Some(id) = pending.pop() {
        if !seen.insert(id) {
            continue;
        }
        match &program.steps[id as usize] {
            Step::Take(..) => taking.push(id),
            Step::Fork(next) => pending.extend(next),
            Step::Start(next) if before == Before::Start => pending.push(*next),
            Step::End(next) if matches!(after, After::End) => pending.push(*next),
            Step::Boundary(present, next) => {
                let follows = matches!(after, After::Letter(letter) if is_word(letter));
                if ((before == Before::Word) != follows) == *present {
                    pending.push(*next);
                }
            }
            Step::Match => return None,
            Step::Start(_) | Step::End(_) => {}
        }
    }
    Some(taking)
}
