//! Two OpenAPI documents: operations paired by method and path, each part judged in its own
//! direction.
//!
//! In a request old consumers write and the new producer reads; in a response the new producer
//! writes and old consumers read. Callbacks and webhooks are called by the producer, so that both
//! directions flip. Names of components do not matter on the wire.

mod content;
mod context;
mod date;
mod document;
mod headers;
mod lifecycle;
mod media_type;
mod operation;
mod parameters;
mod paths;
mod responses;
mod same;
mod security;
mod servers;

use std::collections::BTreeMap;

pub use date::Date;

use context::{Context, Pair, Subject};

use crate::finding::Finding;
use crate::openapi::{Kind, OpenApi};

/// What the comparison depends on beside the documents.
#[derive(Clone, Debug, Default)]
pub struct Options {
    /// The day for which it is made: whether a sunset has passed. Without it, what goes with a
    /// sunset is undecided.
    pub today: Option<Date>,
}

/// Every finding about two documents, in no order.
pub fn compare(old: &OpenApi, new: &OpenApi, options: &Options) -> Vec<Finding> {
    let mut context = Context::new(old, new, options);
    let root = Pair { old: old.root(), new: new.root() };
    let document = Subject::document("document");
    document::compare(&mut context, &root, &document);
    paths::compare(&mut context, &root);
    context.rest(&root, Kind::OpenApi, &document);
    let words = context.words_finding();
    let mut findings = context.findings;
    findings.extend(words);
    merged(findings)
}

/// One finding where several operations reach one cause.
fn merged(findings: Vec<Finding>) -> Vec<Finding> {
    let mut by_cause: BTreeMap<_, Finding> = BTreeMap::new();
    for finding in findings {
        let key = (
            finding.rule.id,
            finding.old.clone(),
            finding.new.clone(),
            finding.role,
            finding.severity,
            finding.words.it.clone(),
            finding.words.reason.clone(),
        );
        match by_cause.get_mut(&key) {
            Some(known) => known.reached_by.extend(finding.reached_by),
            None => {
                by_cause.insert(key, finding);
            }
        }
    }
    by_cause.into_values().collect()
}
