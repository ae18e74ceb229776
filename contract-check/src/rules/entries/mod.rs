//! Rules about what comes or goes as a whole in the behaviour of a contract, and about what binds
//! nobody, with their rows of the table.

mod consumers;
mod jobs;
mod notice;
mod operations;
mod providers;

pub use consumers::*;
pub use jobs::*;
pub use notice::*;
pub use operations::*;
pub use providers::*;

use super::Rule;
use super::lattice::{Absent, Entry, Order, Party, Polarity, Row, Stands};
use crate::finding::Hazard;
use crate::rules;

/// The rules, by concept.
pub(super) const RULES: &[&[&Rule]] =
    &[consumers::RULES, jobs::RULES, notice::RULES, operations::RULES, providers::RULES];

/// The rows.
pub(super) const ROWS: &[Row] = &[
    Row {
        clauses: &["operations/*/effect/*"],
        polarity: Polarity::Entry { added: Entry::Breaks, removed: Entry::Note },
        order: Order::None,
        absent: Absent::Weakest,
        stands: Stands::Alone,
        party: Party::Caller,
        hazard: Hazard::Silent,
        worse: &rules::EFFECT_REMOVED,
        better: &rules::EFFECT_ADDED,
        why: "a call does more to the world than it said",
        sample: [None, None],
    },
    Row {
        clauses: &["operations/*/wait_until/*"],
        polarity: Polarity::Entry { added: Entry::Note, removed: Entry::Breaks },
        order: Order::None,
        absent: Absent::Weakest,
        stands: Stands::Alone,
        party: Party::Caller,
        hazard: Hazard::Silent,
        worse: &rules::WAITER_REMOVED,
        better: &rules::WAITER_ADDED,
        why: "callers wait for it",
        sample: [None, None],
    },
    Row {
        clauses: &["consumers/*"],
        polarity: Polarity::Entry { added: Entry::Note, removed: Entry::Note },
        order: Order::None,
        absent: Absent::Weakest,
        stands: Stands::Alone,
        party: Party::Producer,
        hazard: Hazard::Silent,
        worse: &rules::CONSUMER_REMOVED,
        better: &rules::CONSUMER_ADDED,
        why: "the producer counts on its consumers",
        sample: [None, None],
    },
    Row {
        clauses: &["jobs/*"],
        polarity: Polarity::Entry { added: Entry::Note, removed: Entry::Breaks },
        order: Order::None,
        absent: Absent::Weakest,
        stands: Stands::Alone,
        party: Party::Caller,
        hazard: Hazard::Silent,
        worse: &rules::JOB_REMOVED,
        better: &rules::JOB_ADDED,
        why: "consumers wait for its results",
        sample: [None, None],
    },
    Row {
        clauses: &["jobs/*/states/*"],
        polarity: Polarity::Entry { added: Entry::BreaksIfTerminal, removed: Entry::Note },
        order: Order::None,
        absent: Absent::Weakest,
        stands: Stands::Alone,
        party: Party::Caller,
        hazard: Hazard::Silent,
        worse: &rules::JOB_STATE_REMOVED,
        better: &rules::JOB_STATE_ADDED,
        why: "a new final state makes consumers that poll wait for ever, unless a done flag is declared",
        sample: [None, None],
    },
    Row {
        clauses: &["providers/*"],
        polarity: Polarity::Entry { added: Entry::Note, removed: Entry::Note },
        order: Order::None,
        absent: Absent::Weakest,
        stands: Stands::Alone,
        party: Party::Operator,
        hazard: Hazard::Loud,
        worse: &rules::PROVIDER_REMOVED,
        better: &rules::PROVIDER_ADDED,
        why: "its variables are judged by themselves",
        sample: [None, None],
    },
    Row {
        clauses: &["providers/*/config/*"],
        polarity: Polarity::Entry { added: Entry::BreaksIfRequired, removed: Entry::Note },
        order: Order::None,
        absent: Absent::Weakest,
        stands: Stands::Alone,
        party: Party::Operator,
        hazard: Hazard::Loud,
        worse: &rules::VARIABLE_REMOVED,
        better: &rules::VARIABLE_ADDED,
        why: "a deployment without the new variable is blocked",
        sample: [None, None],
    },
    Row {
        clauses: &["providers/*/differs_from_live/*"],
        polarity: Polarity::Entry { added: Entry::Note, removed: Entry::Note },
        order: Order::None,
        absent: Absent::Weakest,
        stands: Stands::Alone,
        party: Party::Operator,
        hazard: Hazard::Silent,
        worse: &rules::DIFFERENCE_REMOVED,
        better: &rules::DIFFERENCE_ADDED,
        why: "the double proves less",
        sample: [None, None],
    },
    Row {
        clauses: &["**/incidental/*"],
        polarity: Polarity::Entry { added: Entry::Note, removed: Entry::Note },
        order: Order::None,
        absent: Absent::Weakest,
        stands: Stands::Alone,
        party: Party::Consumer,
        hazard: Hazard::Silent,
        worse: &rules::INCIDENTAL_REMOVED,
        better: &rules::INCIDENTAL_ADDED,
        why: "nothing was promised",
        sample: [None, None],
    },
    Row {
        clauses: &["**/out_of_contract/*"],
        polarity: Polarity::Entry { added: Entry::Note, removed: Entry::Note },
        order: Order::None,
        absent: Absent::Weakest,
        stands: Stands::Alone,
        party: Party::Consumer,
        hazard: Hazard::Silent,
        worse: &rules::OUT_OF_CONTRACT_REMOVED,
        better: &rules::OUT_OF_CONTRACT_ADDED,
        why: "nothing was promised",
        sample: [None, None],
    },
    Row {
        clauses: &["**/owners/*", "**/policy", "**/since", "**/audience", "**/exempt/*"],
        polarity: Polarity::Remark,
        order: Order::None,
        absent: Absent::Free,
        stands: Stands::Alone,
        party: Party::Consumer,
        hazard: Hazard::Silent,
        worse: &rules::ANNOTATION_CHANGED,
        better: &rules::ANNOTATION_CHANGED,
        why: "it binds nobody",
        sample: [None, None],
    },
];
