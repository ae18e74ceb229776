//! What runs in an application, under every lint and without a prelude.

use ::contract_core::{
    Agreed, Approved, Approver, Ask, Contract, ContractConfig, ContractError, JobState, Mode,
    Secret, consumer, handler, job, stream,
};
use ::std::option::Option::{self, None};
use ::std::result::Result::{self, Err};
use ::std::string::String;
use ::std::time::Duration;

/// Errors that carry something.
#[derive(Debug, ContractError)]
#[contract(domain = "https://example.com/behaviour", open, detail = display)]
pub enum Refused {
    /// Nobody agreed.
    #[contract(
        code = "NOT_APPROVED",
        status = 403,
        retry = after_change,
        effects = none,
        role = approval_required,
        detail = "{by} said no"
    )]
    NotApproved {
        /// Who.
        by: &'static str,
    },
    /// Too fast.
    #[contract(
        code = "TOO_FAST",
        status = 429,
        retry = safe,
        effects = none,
        role = throttled,
        throttle,
        retry_after = required,
        details(quota)
    )]
    TooFast {
        /// How many there may be.
        quota: u32,
        /// When to come again.
        retry_after: Duration,
    },
    /// Too late.
    #[contract(
        code = "TOO_LATE",
        status = 504,
        retry = never,
        effects = unknown,
        role = timeout,
        retry_after = optional
    )]
    TooLate {
        /// When to come again.
        retry_after: Option<Duration>,
    },
}

impl ::std::fmt::Display for Refused {
    fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
        f.write_str("no")
    }
}

struct Desk;

impl Approver for Desk {
    type Refusal = Refused;

    async fn approve(&self, _: Ask<'_>) -> Result<Agreed, Refused> {
        Err(Refused::NotApproved { by: "everybody" })
    }
}

macro_rules! approved {
    ($($vis:vis $name:ident, $id:literal, $place:ident)+) => {$(
        #[handler(
            id = $id,
            effect(target = "bank", kinds(paid), approval = per_call),
            cancel = atomic,
            approver = $place,
            errors = Refused
        )]
        /// An operation.
        $vis fn $name(approved: Approved<$name::Op>) {
            drop(approved);
        }
    )+};
}

// A private approver approves operations that are as private as it is.
approved! {
    private, "behaviour.private", Desk
    pub(in crate::behaviour) of_a_path, "behaviour.path", Desk
    pub(crate) of_the_crate, "behaviour.crate", Public
    pub of_everybody, "behaviour.public", Public
}

/// A desk that everybody knows.
#[derive(Debug)]
pub struct Public;

impl Approver for Public {
    type Refusal = Refused;

    async fn approve(&self, _: Ask<'_>) -> Result<Agreed, Refused> {
        Err(Refused::NotApproved { by: "everybody" })
    }
}

mod below {
    use super::{Approved, Desk, Refused, drop, handler};

    approved! {
        pub(super) above, "behaviour.above", Desk
    }
}

use ::std::mem::drop;

/// A stream.
#[stream(
    id = "behaviour.listen",
    chunk = u8,
    framing = sse,
    resume = cursor,
    resume_window = "5m",
    finalization = explicit,
    readonly,
    timeout = "1h",
    errors = Refused
)]
pub const fn listen() {}

/// The states of a job.
#[derive(Debug, Clone, Copy, PartialEq, Eq, JobState)]
pub enum State {
    /// The first.
    #[state(initial, next(Done, Failed, Cancelled, Late))]
    Running,
    /// Success.
    #[state(terminal(completed))]
    Done,
    /// Failure.
    #[state(terminal(failed))]
    Failed,
    /// Stopped.
    #[state(terminal(cancelled))]
    Cancelled,
    /// Out of time.
    #[state(terminal(timed_out))]
    Late,
}

/// A job.
#[job(
    id = "behaviour.run",
    states = State,
    create = "behaviour.start",
    observe = "behaviour.get",
    cancel_by = "behaviour.stop",
    progress = status,
    cancel = best_effort,
    logs = none,
    timeout = "1h",
    heartbeat = "30s",
    retention = "30d",
    max_attempts = 1,
    restart = fails_visibly,
    items = at_most_once
)]
pub const fn run() {}

/// What is read.
#[derive(Debug, Clone, Copy, Contract)]
pub struct Change {
    /// A number.
    pub number: u8,
}

/// A consumer.
#[consumer(id = "behaviour.changes", of = "accounts.changed", tolerates(duplicates))]
pub const fn take(_: Change) {}

/// A provider.
#[derive(Debug, ContractConfig)]
#[config(provider = "bank", mode_var = "BANK_MODE", differs_from_live("never declines", id = declines))]
pub struct Bank {
    /// How it is run.
    #[config(mode)]
    pub mode: Mode,
    /// Where it is.
    #[config(env = "BANK_URL", required_in(deterministic, sandbox, live))]
    pub url: String,
    /// Who we are.
    #[config(env = "BANK_KEY", secret, required_in(live), help = "the vault")]
    pub key: Option<Secret>,
}

#[test]
fn behaviour() {
    ::std::assert!(State::Running.may_become(&State::Done));
    let blocked = Bank::load_from(|_| None);
    ::std::assert!(blocked.is_err());
    let problem = Refused::NotApproved { by: "the desk" }.problem();
    ::std::assert_eq!(problem.detail.as_deref(), Option::Some("the desk said no"));
    let problem = Refused::TooFast { quota: 3, retry_after: Duration::from_secs(2) }.problem();
    ::std::assert_eq!(problem.detail.as_deref(), Option::Some("no"));
    ::std::assert_eq!(problem.members[0].0, "quota");
}
