//! ECMA-262 patterns as automata.
//!
//! A pattern is read as JSON Schema uses it: it matches somewhere in the string, in Unicode mode,
//! without flags. What no automaton can do (look-around, back-references) is an error that names
//! it.

mod machine;
mod program;
mod read;
#[cfg(test)]
mod tests;

use std::collections::HashMap;
use std::rc::Rc;

pub(super) use machine::{Alphabet, Machine};
pub(super) use program::Program;

/// The patterns met so far.
#[derive(Debug, Default)]
pub(super) struct Patterns {
    programs: HashMap<String, Result<Rc<Program>, String>>,
}

impl Patterns {
    /// The automaton of a pattern, or what about it cannot be understood.
    pub(super) fn program(&mut self, pattern: &str) -> Result<Rc<Program>, String> {
        if let Some(known) = self.programs.get(pattern) {
            return known.clone();
        }
        let program = read::read(pattern).and_then(|syntax| Program::new(&syntax)).map(Rc::new);
        self.programs.insert(pattern.to_owned(), program.clone());
        program
    }
}
