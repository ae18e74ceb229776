//! The state machine of a job.

use std::fmt;

use crate::declare::{State, StateKind};
use crate::level::words;

words! {
    /// How a job ended.
    Ending {
        /// It did what it was asked for.
        Completed = "completed",
        /// It gave up.
        Failed = "failed",
        /// Somebody stopped it.
        Cancelled = "cancelled",
        /// It took too long.
        TimedOut = "timed_out",
    }
}

/// The states of a job: an enum in which one variant is the initial state, the terminal ones say
/// how the job ended, and all others say which may follow.
///
/// Derive it; see [`attributes`](crate::attributes) for the keys.
///
/// ```
/// use contract_core::{JobState, Ending};
///
/// #[derive(Clone, Debug, PartialEq, JobState)]
/// enum ExportState {
///     #[state(initial, next(Running, Cancelled))]
///     Queued,
///     #[state(next(Done, Failed, Cancelled, TimedOut))]
///     Running { done: u32 },
///     #[state(terminal(completed))]
///     Done,
///     #[state(terminal(failed))]
///     Failed,
///     #[state(terminal(cancelled))]
///     Cancelled,
///     #[state(terminal(timed_out))]
///     TimedOut,
/// }
///
/// let mut state = ExportState::Queued;
/// state.advance(ExportState::Running { done: 0 }).unwrap();
/// assert_eq!(state.ending(), None);
/// state.advance(ExportState::Done).unwrap();
/// assert_eq!(state.ending(), Some(Ending::Completed));
/// assert_eq!(
///     state.advance(ExportState::Queued).unwrap_err().to_string(),
///     "a job in the state `Done` cannot become `Queued`",
/// );
/// ```
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not the state of a job",
    label = "`{Self}` does not implement `JobState`",
    note = "add `#[derive(JobState)]` to `{Self}`"
)]
pub trait JobState {
    /// The states in declaration order.
    const STATES: &'static [State];

    /// The states in declaration order.
    fn states() -> &'static [State] {
        Self::STATES
    }

    /// What the contract says about this state.
    fn state(&self) -> &'static State;

    /// How the job ended, if it did.
    fn ending(&self) -> Option<Ending> {
        match self.state().kind {
            StateKind::Terminal(word) => {
                Ending::ALL.iter().copied().find(|ending| ending.word() == word)
            }
            StateKind::Initial | StateKind::Passing => None,
        }
    }

    /// Whether the job is over: nothing follows.
    fn is_terminal(&self) -> bool {
        matches!(self.state().kind, StateKind::Terminal(_))
    }

    /// Whether this state may follow.
    fn may_become(&self, next: &Self) -> bool {
        self.state().next.contains(&next.state().name)
    }

    /// Goes on to another state.
    ///
    /// # Errors
    /// [`IllegalTransition`] if that may not follow; the state stays as it is.
    fn advance(&mut self, next: Self) -> Result<(), IllegalTransition>
    where
        Self: Sized,
    {
        if !self.may_become(&next) {
            return Err(IllegalTransition { from: self.state().name, to: next.state().name });
        }
        *self = next;
        Ok(())
    }
}

/// A transition that the state machine does not know.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct IllegalTransition {
    from: &'static str,
    to: &'static str,
}

impl IllegalTransition {
    /// The state that the job is in, as on the wire.
    pub const fn from(&self) -> &'static str {
        self.from
    }

    /// The state that it should have gone on to, as on the wire.
    pub const fn to(&self) -> &'static str {
        self.to
    }
}

impl fmt::Display for IllegalTransition {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "a job in the state `{}` cannot become `{}`", self.from, self.to)
    }
}

impl std::error::Error for IllegalTransition {}
