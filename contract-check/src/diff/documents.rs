//! Two contract documents: what changed between them, and whom it hurts.
//!
//! 1. Every operation, event and type of data that stands in both documents gives *roots*: a type
//!    before, a type after, and a direction.
//! 2. From the roots, pairs of types are walked together. Each pair is walked once per direction,
//!    however many roots reach it, and notes the local *causes*: a field without its counterpart,
//!    a variant too many.
//! 3. A cause is a suspicion. It breaks only where the prover finds a document that the writer
//!    may write, that holds what the cause is about, and that the reader refuses; an independent
//!    evaluator then has to agree. A root that is refused although none of its causes explains it
//!    is a finding of its own: nothing that the walk does not recognise passes.
//! 4. Clauses that are no shapes are compared by the table in [`crate::rules::lattice`].

mod alone;
mod behaviour;
mod beyond;
mod cause;
mod clauses;
mod conversions;
mod enums;
mod fields;
mod findings;
mod given;
mod hidden;
mod kinds;
mod member;
mod origins;
mod part;
mod presence;
mod prove;
mod reach;
mod rename;
mod roots;
mod said;
mod settle;
mod shown;
mod silent;
mod types;
mod unchanged;
mod version;
mod walk;

use contract_core::document::Document;

pub(crate) use behaviour::{is_paid, owner, subject, told};
pub(crate) use clauses::Clauses;
pub(crate) use enums::representation;
pub(crate) use kinds::open_kinds;
pub(crate) use said::{Facts as SaidBy, Said, says, says_at};
pub(crate) use types::{may_be_missing, text};

use super::Extent;
use crate::finding::Finding;

/// Compares two documents. The findings are in no particular order.
pub fn compare(old: &Document, new: &Document) -> Vec<Finding> {
    compare_to(old, new, Extent::Needed)
}

/// The same, with every root judged as a whole if that is the extent.
#[doc(hidden)]
pub fn compare_to(old: &Document, new: &Document, extent: Extent) -> Vec<Finding> {
    let clauses = clauses::Pair::new(old, new);
    let (roots, mut findings) = roots::roots(old, new, &clauses);
    let judged = |old: &Document, new: &Document, roots: &[roots::Root]| {
        let mut judge = prove::Judge::new(old, new);
        let graph = walk::walk(old, new, roots, &mut judge);
        findings::of(&graph, roots, &clauses, &mut judge, extent)
    };
    let told = if shown::is_needed(old) || shown::is_needed(new) {
        let (shown, own): (Vec<_>, Vec<_>) = roots.into_iter().partition(|it| it.foreign_readers);
        let mut told = judged(old, new, &own);
        told.extend(judged(&shown::shown(old), &shown::shown(new), &shown));
        told
    } else {
        judged(old, new, &roots)
    };
    findings.extend(findings::merge(told));
    findings.extend(behaviour::compare(old, new, &clauses));
    findings.extend(version::compare(old, new, &findings));
    findings
}
