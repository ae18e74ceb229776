//! What stands where a configuration could not be loaded.

use std::fmt;

use super::Mode;
use crate::problem::{Member, Problem};
use crate::{Effects, Retry, Role};

/// A provider that cannot be used as it is configured, and everything that has to be set.
///
/// It names variables and never their values.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Blocked {
    pub(super) provider: &'static str,
    pub(super) mode: Option<Mode>,
    pub(super) variables: Vec<BlockedVariable>,
}

/// A variable that has to be set, or set otherwise.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct BlockedVariable {
    /// Its name.
    pub name: &'static str,
    /// What is wrong with it.
    pub reason: Reason,
    /// Where an operator gets it.
    pub help: String,
}

/// What is wrong with a variable.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Reason {
    /// It is not set.
    Missing,
    /// It is set to nothing, or to white space.
    Blank,
    /// It is not Unicode.
    NotUnicode,
    /// It is not what the setting takes: its type refuses it, or there is no such mode.
    Invalid,
}

impl Blocked {
    /// The provider.
    pub const fn provider(&self) -> &'static str {
        self.provider
    }

    /// The mode, if it is known.
    pub const fn mode(&self) -> Option<Mode> {
        self.mode
    }

    /// What has to be set: the mode first, then in the order of the fields. Never empty.
    pub fn variables(&self) -> &[BlockedVariable] {
        &self.variables
    }

    /// The part that it plays among the errors of an operation.
    pub const fn role(&self) -> Role {
        Role::ProviderBlocked
    }

    /// The answer to whoever asked for what the provider does: status 503, and the names of what
    /// is missing.
    pub fn problem(&self) -> Problem {
        // No error set of the application owns it, so it has no type of its own (RFC 9457, 4.2.1).
        let mut problem = Problem::new("about:blank", 503, "PROVIDER_BLOCKED");
        problem.title = Some("Service Unavailable".to_owned());
        problem.detail = Some(self.to_string());
        problem.retry = Some(Retry::Safe);
        problem.effects = Some(Effects::None);
        let names = self.variables.iter().map(|it| Member::Text(it.name.to_owned())).collect();
        problem.members.push(("provider", Member::Text(self.provider.to_owned())));
        if let Some(mode) = self.mode {
            problem.members.push(("mode", Member::Text(mode.word().to_owned())));
        }
        problem.members.push(("variables", Member::List(names)));
        problem
    }
}

impl fmt::Display for Blocked {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "provider `{}` is blocked", self.provider)?;
        if let Some(mode) = self.mode {
            write!(f, " in mode `{mode}`")?;
        }
        for (index, variable) in self.variables.iter().enumerate() {
            let BlockedVariable { name, reason, help } = variable;
            let before = if index == 0 { ": " } else { "; " };
            write!(f, "{before}`{name}` {reason} ({help})")?;
        }
        Ok(())
    }
}

impl std::error::Error for Blocked {}

impl fmt::Display for Reason {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Missing => "is not set",
            Self::Blank => "is blank",
            Self::NotUnicode => "is not Unicode",
            Self::Invalid => "has a value that it does not take",
        })
    }
}
