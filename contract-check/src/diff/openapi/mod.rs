//! Two OpenAPI documents: operations paired by method and path, each part judged in its own
//! direction.
//!
//! In a request old consumers write and the new producer reads; in a response the new producer
//! writes and old consumers read. Callbacks and webhooks are called by the producer, so that both
//! directions flip. Names of components do not matter on the wire.

mod annotations;
mod content;
mod context;
mod default;
mod document;
mod encoding;
mod forms;
mod headers;
mod heeded;
mod lifecycle;
mod mapping;
mod media_type;
mod operation;
mod parameters;
mod paths;
mod reach;
mod responses;
mod same;
mod schemas;
mod security;
mod servers;
mod style;
mod subtypes;
mod tagged;
mod text;
mod version;
mod view;
mod xml;

use std::collections::BTreeMap;
use std::fmt;

pub use crate::date::Date;

use context::{Context, Pair, Subject};

use crate::diff::Extent;
use crate::diff::schemas::{Semantics, Unknowns};
use crate::finding::{Finding, Side};
use crate::openapi::{Kind, OpenApi};
use crate::schema;
use crate::verdict::Verdict;

/// What the comparison depends on beside the documents.
#[derive(Clone, Debug)]
pub struct Options {
    /// The day for which it is made: whether a sunset has passed. Without it, what goes with a
    /// sunset is undecided.
    pub today: Option<Date>,
    /// What a schema means.
    pub semantics: Semantics,
    /// What readers do about unknown members.
    pub unknowns: Unknowns,
    /// How much is put to the test.
    #[doc(hidden)]
    pub extent: Extent,
}

/// An OpenAPI document is made from programs and programs are made from it, so that its schemas
/// are read as these write and read: a program sends what is described, and ignores what it does
/// not know unless its schema refuses it.
impl Default for Options {
    fn default() -> Self {
        Self {
            today: None,
            semantics: Semantics::Wire,
            unknowns: Unknowns::Ignored,
            extent: Extent::Needed,
        }
    }
}

/// Why two documents could not be compared.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum CompareError {
    /// A schema is malformed.
    Schema {
        /// The document that it stands in.
        side: Side,
        /// What is wrong, and where.
        error: schema::LoadError,
    },
}

impl CompareError {
    fn dialect(side: Side, uri: &str) -> Self {
        let problem = schema::Problem::UnknownDialect(uri.to_owned());
        let pointer = "/jsonSchemaDialect".to_owned();
        Self::Schema { side, error: schema::LoadError { pointer, problem } }
    }

    /// The document that is at fault.
    pub fn side(&self) -> Side {
        match self {
            Self::Schema { side, .. } => *side,
        }
    }
}

impl fmt::Display for CompareError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Schema { error, .. } => error.fmt(f),
        }
    }
}

impl std::error::Error for CompareError {}

/// The verdict about two documents, with what it asks of `info.version`.
///
/// # Errors
/// As [`compare`].
pub fn judge(old: &OpenApi, new: &OpenApi, options: &Options) -> Result<Verdict, CompareError> {
    let mut findings = compare(old, new, options)?;
    findings.extend(version::compare(old, new, &findings));
    Ok(Verdict::new(findings))
}

/// Every finding about two documents but for their versions, in no order.
///
/// # Errors
/// When a schema in a part that differs is malformed.
pub fn compare(
    old: &OpenApi,
    new: &OpenApi,
    options: &Options,
) -> Result<Vec<Finding>, CompareError> {
    let mut context = Context::new(old, new, options);
    let root = Pair { old: old.root(), new: new.root() };
    let document = Subject::document("document");
    document::compare(&mut context, &root, &document);
    paths::compare(&mut context, &root);
    context.rest(&root, Kind::OpenApi, &document);
    subtypes::compare(&mut context);
    let mut findings = schemas::compare(&context)?;
    findings.extend(context.words_finding());
    let others = merged(context.findings);
    findings.retain(|it| !default::is_told(it, &others));
    findings.extend(others);
    Ok(findings)
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
