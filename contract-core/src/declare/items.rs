//! What a contract is made of, and what an item registers for extraction.

use super::{About, At, WireFn};
use crate::{Effects, Retry, Role};

/// What an item is known by in its crate's baseline; see [`crate::baseline`].
#[derive(Clone, Copy, Debug)]
pub struct Mark {
    /// The path: the module and the item's name.
    pub path: &'static str,
    /// The hash of its facts.
    pub facts: u64,
}

impl Mark {
    /// Of what no macro has read.
    pub const NONE: Self = Self { path: "", facts: 0 };
}

/// `contract! { .. }`.
#[derive(Clone, Copy, Debug)]
pub struct ContractTable {
    /// The contract's id.
    pub id: &'static str,
    /// The contract's version.
    pub version: &'static str,
    /// Who decides compatibility.
    pub owner: Option<&'static str>,
    /// The module that holds it: it covers what is declared in that module and below.
    pub module: &'static str,
    /// What its author says about it; its level is the default for everything in it.
    pub about: About,
}

/// An operation: a handler that consumers call. One whose clauses have a group `stream` answers
/// with any number of chunks, and `response` is the shape of each.
#[derive(Clone, Copy, Debug)]
pub struct OperationTable {
    /// What it is known by.
    pub mark: Mark,
    /// The operation's id.
    pub id: &'static str,
    /// The module that declares it.
    pub module: &'static str,
    /// Its HTTP method and path.
    pub http: Option<(&'static str, &'static str)>,
    /// The status of a success.
    pub success: Option<u16>,
    /// What callers send.
    pub request: &'static [Part],
    /// What the producer answers.
    pub response: Option<WireFn>,
    /// The error set it answers with instead.
    pub errors: Option<fn() -> &'static ErrorTable>,
    /// What its author says about it.
    pub about: About,
}

/// One part of a request.
#[derive(Clone, Copy, Debug)]
pub struct Part {
    /// Where it stands: `body`, `path`, `query`, `form`.
    pub place: &'static str,
    /// Its shape.
    pub wire: WireFn,
    /// Where it is written.
    pub at: At,
}

/// An event: a value the producer sends or receives.
#[derive(Clone, Copy, Debug)]
pub struct EventTable {
    /// The event's id.
    pub id: &'static str,
    /// Whether the producer sends it; else it receives it.
    pub sent: bool,
    /// The channel or topic.
    pub channel: Option<&'static str>,
    /// What its author says about it.
    pub about: About,
}

/// A consumer: code that reads the events of another contract.
#[derive(Clone, Copy, Debug)]
pub struct ConsumerTable {
    /// What it is known by.
    pub mark: Mark,
    /// The consumer's id.
    pub id: &'static str,
    /// The module that declares it.
    pub module: &'static str,
    /// The id of the event that it reads, in the contract of whoever sends it.
    pub of: &'static str,
    /// The shape that it reads.
    pub payload: WireFn,
    /// What its author says about it.
    pub about: About,
}

/// A job: work that outlives the request that asked for it.
#[derive(Clone, Copy, Debug)]
pub struct JobTable {
    /// What it is known by.
    pub mark: Mark,
    /// The job's id.
    pub id: &'static str,
    /// The module that declares it.
    pub module: &'static str,
    /// Its states in declaration order.
    pub states: fn() -> &'static [State],
    /// The error set of a failed job.
    pub errors: Option<fn() -> &'static ErrorTable>,
    /// What its author says about it.
    pub about: About,
}

/// One state of a job.
#[derive(Clone, Copy, Debug)]
pub struct State {
    /// The name on the wire.
    pub name: &'static str,
    /// Whether jobs start in it, end in it, or pass through it.
    pub kind: StateKind,
    /// The states that may follow.
    pub next: &'static [&'static str],
    /// What its author says about it.
    pub about: About,
}

/// What a state is in the life of a job.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StateKind {
    /// Jobs start here.
    Initial,
    /// Jobs pass through it.
    Passing,
    /// Jobs end here, in this way: `completed`, `failed`, `cancelled` or `timed_out`.
    Terminal(&'static str),
}

/// A provider: an adapter to something outside that is configured by whoever deploys.
#[derive(Clone, Copy, Debug)]
pub struct ProviderTable {
    /// What it is known by.
    pub mark: Mark,
    /// The provider's id.
    pub id: &'static str,
    /// The module that declares it.
    pub module: &'static str,
    /// The variable that says in which mode it runs.
    pub mode_variable: &'static str,
    /// The modes there are: `deterministic`, `sandbox`, `live`.
    pub modes: &'static [&'static str],
    /// The variables it reads.
    pub variables: &'static [Variable],
    /// What its author says about it.
    pub about: About,
}

/// One variable of a provider's configuration.
#[derive(Clone, Copy, Debug)]
pub struct Variable {
    /// Its name in the environment.
    pub name: &'static str,
    /// The modes that ask for it.
    pub required_in: &'static [&'static str],
    /// Whether its value is never shown.
    pub secret: bool,
    /// What its author says about it; the documentation comment is the help for whoever deploys.
    pub about: About,
}

/// An error set.
#[derive(Clone, Copy, Debug)]
pub struct ErrorTable {
    /// What it is known by.
    pub mark: Mark,
    /// The published name.
    pub name: &'static str,
    /// The full Rust name.
    pub type_name: fn() -> &'static str,
    /// The module that declares it.
    pub module: &'static str,
    /// The URI that makes codes unique.
    pub domain: &'static str,
    /// Whether later versions may add codes.
    pub open: bool,
    /// The codes in declaration order.
    pub codes: &'static [ErrorCode],
    /// What its author says about it.
    pub about: About,
}

/// One error code.
#[derive(Clone, Copy, Debug)]
pub struct ErrorCode {
    /// The Rust variant.
    pub rust_name: &'static str,
    /// The machine-readable code.
    pub code: &'static str,
    /// The HTTP status.
    pub status: u16,
    /// May the caller send the request again?
    pub retry: Retry,
    /// What has happened when the caller sees it.
    pub effects: Effects,
    /// Its part in the other clauses.
    pub role: Role,
    /// What its author says about it.
    pub about: About,
}

/// What an item registers for extraction.
#[derive(Clone, Copy, Debug)]
pub enum Item {
    /// A `contract!`.
    Contract(&'static ContractTable),
    /// A type without type parameters.
    Type(WireFn),
    /// A handler.
    Operation(&'static OperationTable),
    /// An error set.
    Errors(&'static ErrorTable),
    /// A consumer of other contracts' events.
    Consumer(&'static ConsumerTable),
    /// A job.
    Job(&'static JobTable),
    /// A provider.
    Provider(&'static ProviderTable),
}
