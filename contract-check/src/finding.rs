//! What a comparison finds: data only. Rules word it, policy weighs it, reports show it.

use std::collections::BTreeSet;

use contract_core::Level;
use serde::Serialize;

use crate::json::Json;

/// A judged change.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Finding {
    /// The rule's id.
    pub rule: &'static str,
    /// The clause's path, `types/Order/fields/total`.
    pub clause: String,
    /// The direction that breaks; none for clauses without one.
    pub role: Option<Role>,
    /// What it amounts to.
    pub severity: Severity,
    /// What the hurt side notices.
    pub hazard: Option<Hazard>,
    /// The level of the clause in the old document; none for bare schemas.
    pub level: Option<Level>,
    /// What changed and who is hurt, in one or two sentences.
    pub message: String,
    /// The operations, events and data that reach the clause, as clause paths.
    pub reached_by: BTreeSet<String>,
    /// Where it stood.
    pub old: Place,
    /// Where it stands.
    pub new: Place,
    /// A document that one side may send and the other refuses.
    pub witness: Option<Witness>,
    /// What to do.
    pub fix: String,
}

/// Who writes and who reads.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Role {
    /// Old and new consumers write, the new producer reads: old writes, new reads.
    Request,
    /// The new producer writes, old consumers read: new writes, old reads.
    Response,
}

/// What a finding amounts to. Ordered: worse is greater.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Severity {
    /// Worth knowing.
    Note,
    /// Worth a look: accepted, but a value may be lost or altered, or a promise was due.
    Warning,
    /// Could not be decided; the message says why.
    Undecided,
    /// Breaks somebody.
    Breaking,
}

/// What the hurt side notices.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Hazard {
    /// It sees an error.
    Loud,
    /// It sees nothing and is wrong.
    Silent,
}

/// Where a clause stands on one side of the comparison.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Place {
    /// A JSON pointer into the document; none where the clause does not exist.
    pub pointer: Option<String>,
    /// `file:line:column` in the source, where known.
    pub source: Option<String>,
}

/// A document that one side may send and the other refuses.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Witness {
    /// The document.
    pub document: Json,
    /// Who may write it.
    pub written_by: Side,
    /// Who refuses it.
    pub refused_by: Side,
    /// Why it is refused, as the checker says it.
    pub reason: String,
    /// What confirmed it: an evaluator independent of the prover.
    pub checked_by: Option<Checker>,
}

/// A side of the comparison.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Side {
    /// The old document.
    Old,
    /// The new document.
    New,
}

/// What confirmed a witness.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Checker {
    /// The evaluator of JSON Schemas.
    JsonSchema,
    /// The evaluator of wire models, which reads as serde does.
    Serde,
}
