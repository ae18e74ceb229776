//! ECMA-262 patterns as automata.
//!
//! A pattern is read as JSON Schema uses it: it matches somewhere in the string, in Unicode mode,
//! without flags. Look-around is part of the automaton's state: what must follow, and what came
//! before. What no automaton can do (back-references) is an error that names it.

mod machine;
mod program;
mod read;
#[cfg(test)]
mod tests;

use std::collections::HashMap;
use std::rc::Rc;

pub(super) use machine::{Alphabet, Machine};
pub(super) use program::Program;
use read::Syntax;

/// How the patterns of short texts begin: no pattern of ECMA-262 does.
const BYTES: &str = "(?bytes)<=";

/// Stands among patterns for the strings of so many bytes in UTF-8 at most, of which no pattern of
/// ECMA-262 is short enough.
pub(crate) fn at_most_bytes(most: u64) -> String {
    format!("{BYTES}{most}")
}

/// The patterns met so far.
#[derive(Debug, Default)]
pub(super) struct Patterns {
    programs: HashMap<String, Result<Rc<Program>, String>>,
    match_all: HashMap<String, bool>,
    measured: HashMap<String, Option<Measured>>,
}

/// What `^[a-z]{2,9}$` says: a pattern without lengths, and lengths.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Measured {
    pub(super) pattern: String,
    pub(super) min: u64,
    pub(super) max: Option<u64>,
}

/// So many states of an automaton are looked at to find out whether it matches everything.
const STATES: u32 = 8;

impl Patterns {
    /// The automaton of a pattern, or what about it cannot be understood.
    pub(super) fn program(&mut self, pattern: &str) -> Result<Rc<Program>, String> {
        if let Some(known) = self.programs.get(pattern) {
            return known.clone();
        }
        let program = match pattern.strip_prefix(BYTES).and_then(|most| most.parse().ok()) {
            Some(most) => Program::of_bytes(most),
            None => read::read(pattern).and_then(|syntax| Program::new(&syntax)),
        };
        let program = program.map(Rc::new);
        self.programs.insert(pattern.to_owned(), program.clone());
        program
    }

    /// Whether a pattern is seen to match every string, as `[\s\S]*` does.
    pub(super) fn match_all(&mut self, pattern: &str) -> bool {
        if let Some(known) = self.match_all.get(pattern) {
            return *known;
        }
        let all = self.program(pattern).is_ok_and(|program| {
            if program.matches_at_any_end() {
                return true;
            }
            let alphabet = Alphabet::new(std::slice::from_ref(&program));
            let letters = u32::try_from(alphabet.letters.len()).unwrap_or(u32::MAX);
            let mut machine = Machine::new(program);
            let mut reached = 1;
            let mut state = Machine::START;
            while state < reached && reached <= STATES && machine.accepts(state) {
                let next = (0..letters).map(|letter| machine.step(state, &alphabet, letter));
                reached = next.max().map_or(reached, |last| reached.max(last + 1));
                state += 1;
            }
            state == reached
        });
        self.match_all.insert(pattern.to_owned(), all);
        all
    }

    /// The pattern and the lengths that a pattern stands for, if it asks for a number of characters
    /// of one kind. An automaton would have a state for each length.
    pub(super) fn measured(&mut self, pattern: &str) -> Option<Measured> {
        if let Some(known) = self.measured.get(pattern) {
            return known.clone();
        }
        let measured = measure(pattern);
        self.measured.insert(pattern.to_owned(), measured.clone());
        measured
    }
}

fn measure(pattern: &str) -> Option<Measured> {
    let Ok(Syntax::Sequence(parts)) = read::read(pattern) else { return None };
    let [Syntax::Start, Syntax::Repeat(part, min, max), Syntax::End] = &parts[..] else {
        return None;
    };
    let (Syntax::Set(_), true) = (&**part, *min > 1 || max.is_some()) else { return None };
    // What is repeated is one class, so that the last brace is that of the bounds.
    let repeated = pattern.strip_prefix('^')?.strip_suffix('$')?;
    let repeated = repeated.strip_suffix('?').filter(|it| it.ends_with('}')).unwrap_or(repeated);
    let class = match repeated.strip_suffix('?') {
        Some(class) => class,
        None => &repeated[..repeated.strip_suffix('}')?.rfind('{')?],
    };
    let (min, max) = (u64::from(*min), max.map(u64::from));
    Some(Measured { pattern: format!("^{class}*$"), min, max })
}
