//! What the derived loaders call.

use std::str::FromStr;

use super::{Blocked, BlockedVariable, Mode, Reason};
use crate::declare::{self, ProviderTable};

/// What is found under a name.
#[derive(Debug)]
pub enum Found {
    /// Nothing.
    Missing,
    /// Something that is not text.
    NotUnicode,
    /// A text.
    Text(String),
}

/// A configuration that is being loaded.
#[expect(missing_debug_implementations, reason = "it holds the caller's closure")]
pub struct Loading<'r> {
    table: &'static ProviderTable,
    read: &'r mut dyn FnMut(&str) -> Found,
    mode: Option<Mode>,
    blocked: Vec<BlockedVariable>,
}

/// A value that may only be taken once everything was found to be in order.
#[derive(Debug)]
pub struct Loaded<T>(Option<T>);

/// Everything was found to be in order.
#[derive(Debug)]
pub struct Ready {
    mode: Mode,
}

impl<'r> Loading<'r> {
    /// Reads the mode.
    pub fn start(table: &'static ProviderTable, read: &'r mut dyn FnMut(&str) -> Found) -> Self {
        let mut loading = Self { table, read, mode: None, blocked: Vec::new() };
        let known = |text: &str| {
            Mode::ALL
                .iter()
                .copied()
                .find(|mode| mode.word() == text && table.modes.contains(&text))
        };
        match loading.text(table.mode_variable).map(|text| known(&text)) {
            Ok(Some(mode)) => loading.mode = Some(mode),
            Ok(None) => loading.block_mode(Reason::Invalid),
            Err(reason) => loading.block_mode(reason),
        }
        loading
    }

    fn block_mode(&mut self, reason: Reason) {
        let help = match self.table.modes {
            [only] => format!("it takes {only}"),
            words => format!("it takes one of {}", words.join(", ")),
        };
        self.blocked.push(BlockedVariable { name: self.table.mode_variable, reason, help });
    }

    fn text(&mut self, name: &str) -> Result<String, Reason> {
        match (self.read)(name) {
            Found::Missing => Err(Reason::Missing),
            Found::NotUnicode => Err(Reason::NotUnicode),
            Found::Text(text) if text.trim().is_empty() => Err(Reason::Blank),
            Found::Text(text) => Ok(text),
        }
    }

    /// Whether the mode needs it. Where the mode is not known: whether every mode does.
    fn needs(&self, variable: &declare::Variable) -> bool {
        match self.mode {
            Some(mode) => variable.required_in.contains(&mode.word()),
            None => self.table.modes.iter().all(|mode| variable.required_in.contains(mode)),
        }
    }

    /// The variable at this place of the table, for a field that some mode does without.
    pub fn some<T: FromStr>(&mut self, index: usize) -> Loaded<Option<T>> {
        Loaded(Some(self.value(index)))
    }

    /// The variable at this place of the table, for a field that every mode needs.
    pub fn all<T: FromStr>(&mut self, index: usize) -> Loaded<T> {
        Loaded(self.value(index))
    }

    fn value<T: FromStr>(&mut self, index: usize) -> Option<T> {
        let variable = &self.table.variables[index];
        let reason = match self.text(variable.name) {
            // The parser's own error is not shown: it may quote the value, and the value may be a
            // secret.
            Ok(text) => match text.parse() {
                Ok(value) => return Some(value),
                Err(_) => Reason::Invalid,
            },
            Err(Reason::Missing | Reason::Blank) if !self.needs(variable) => return None,
            Err(reason) => reason,
        };
        let help = variable.about.doc.to_owned();
        self.blocked.push(BlockedVariable { name: variable.name, reason, help });
        None
    }

    /// Tells whether everything is in order.
    pub fn end(self) -> Result<Ready, Blocked> {
        let Self { table, mode, blocked, .. } = self;
        match mode {
            Some(mode) if blocked.is_empty() => Ok(Ready { mode }),
            _ => Err(Blocked { provider: table.id, mode, variables: blocked }),
        }
    }
}

impl Ready {
    /// The mode.
    pub const fn mode(&self) -> Mode {
        self.mode
    }

    /// A value that was loaded.
    pub fn take<T>(&self, loaded: Loaded<T>) -> T {
        loaded.0.expect("whatever has no value has blocked the configuration")
    }
}
