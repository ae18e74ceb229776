//! From facts to contract documents: which contract owns what, under which name, at which level.
//!
//! A `contract!` owns the handlers, events, error sets and types that are declared in its module
//! and below, unless a nearer one does. Types from elsewhere come into a contract by being
//! reached from it. Nothing here touches files or processes.

mod assemble;
mod convert;
mod names;

use std::collections::BTreeMap;
use std::fmt;
use std::path::Path;

use contract_core::document::{Document, Source};

use super::facts::{Facts, MarkFacts};
use crate::module::Mark;

/// Why the facts make no documents: one sentence for each mistake, with its place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Error {
    /// The mistakes.
    pub problems: Vec<String>,
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.problems.join("\nerror: "))
    }
}

impl std::error::Error for Error {}

/// The contract of one crate.
#[derive(Clone, Debug, PartialEq)]
pub struct Contract {
    /// What it promises, with source positions.
    pub document: Document,
    /// The crate that holds its `contract!`.
    pub krate: String,
    /// What the items of that crate are known by, by clause.
    pub marks: BTreeMap<String, Mark>,
}

/// What some facts come to.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Generated {
    /// The contracts, by id.
    pub contracts: Vec<Contract>,
    /// Registered types that no contract covers, as `name (file:line:column)`.
    pub uncovered: Vec<String>,
}

/// The documents of the contracts in some facts. Source files are named from `root` where they
/// lie below it.
///
/// # Errors
/// When the text is not what `contract_core::export` prints, or the declarations contradict each
/// other; every mistake is named.
pub fn documents(text: &str, root: &Path) -> Result<Generated, Error> {
    let facts: Facts = serde_json::from_str(text).map_err(|error| Error {
        problems: vec![format!(
            "the contract facts cannot be read: {error}. Use the contract-check that belongs to \
             the contract-core in Cargo.lock"
        )],
    })?;
    let mut problems = Vec::new();
    let owners = assemble::Owners::new(&facts, &mut problems);
    owners.orphans(&facts, &mut problems);
    let mut generated = Generated::default();
    let mut covered = std::collections::BTreeSet::new();
    for contract in &facts.contracts {
        let members = assemble::Members::of(contract, &owners, &facts);
        let named = names::names(&members, &facts, &mut problems);
        let document = convert::document(contract, &members, &named, root, &mut problems);
        let krate = contract.module.split("::").next().unwrap_or_default().to_owned();
        let marks = marks(&members, &named, &krate);
        covered.extend(members.types.into_keys());
        generated.contracts.push(Contract { document, krate, marks });
    }
    generated.contracts.sort_by(|a, b| a.document.contract.id.cmp(&b.document.contract.id));
    generated.uncovered = facts
        .types
        .iter()
        .filter(|(identity, it)| it.registered && !covered.contains(identity.as_str()))
        .map(|(_, it)| format!("{} ({})", it.name, place(&it.source)))
        .collect();
    if problems.is_empty() { Ok(generated) } else { Err(Error { problems }) }
}

/// What the items of a crate are known by.
fn marks(
    members: &assemble::Members<'_>,
    named: &names::Names<'_>,
    krate: &str,
) -> BTreeMap<String, Mark> {
    let types = members.types.iter().map(|(identity, it)| {
        let name = named.types.get(*identity);
        (name.map(|name| format!("types/{name}")), &it.mark)
    });
    let errors = members.errors.values().map(|it| (Some(format!("errors/{}", it.name)), &it.mark));
    let operations =
        members.operations.iter().map(|it| (Some(format!("operations/{}", it.id)), &it.mark));
    let consumers = members.consumers.iter().map(|it| (format!("consumers/{}", it.id), &it.mark));
    let jobs = members.jobs.iter().map(|it| (format!("jobs/{}", it.id), &it.mark));
    let providers = members.providers.iter().map(|it| (format!("providers/{}", it.id), &it.mark));
    let others = consumers.chain(jobs).chain(providers).map(|(clause, mark)| (Some(clause), mark));
    // Where a type is an event, too, nobody keeps what was said of that: it is always compared.
    let events = members.events.iter().filter_map(|(_, it)| {
        let mark = it.mark.as_ref()?;
        let path = format!("{} as Event", mark.path);
        Some((
            Some(format!("events/{}", it.event.as_ref()?.id)),
            MarkFacts { path, facts: "0".repeat(16) },
        ))
    });
    let events: Vec<_> = events.map(|(clause, mark)| (clause, Some(mark))).collect();
    types
        .chain(errors)
        .chain(events.iter().map(|(clause, mark)| (clause.clone(), mark)))
        .chain(operations)
        .chain(others)
        .filter_map(|(clause, mark)| {
            let MarkFacts { path, facts } = mark.clone()?;
            let inside = path.strip_prefix(krate)?.starts_with("::");
            inside.then_some((clause?, Mark { path, facts }))
        })
        .collect()
}

/// `file:line:column`.
fn place(source: &Option<Source>) -> String {
    source.as_ref().map_or_else(
        || "a crate outside the workspace".to_owned(),
        |Source { file, line, column }| format!("{file}:{line}:{column}"),
    )
}

#[cfg(test)]
mod tests;
