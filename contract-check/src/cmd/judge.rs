//! The judgement of one contract's change, and how it is shown.

use std::collections::BTreeMap;
use std::collections::btree_map::Entry;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use contract_core::document::Document;

use super::{Failure, relative};
use crate::date::Date;
use crate::diff::documents;
use crate::exit;
use crate::policy::{self, Bump, Case, Compared, Consumer, Declaration, Enforce, Policy, Release};
use crate::report::human::{self, Next, Sources, View};
use crate::rules;
use crate::sources::baseline::{self, Baseline, Source};
use crate::sources::books::{self, Books, Problem};
use crate::sources::extract::{Contract, Extraction};
use crate::verdict::Verdict;

/// Judges what became of a released document, without a policy.
pub(super) fn judge(old: &Document, new: &Document) -> Verdict {
    Verdict::new(compare(old, new))
}

fn compare(old: &Document, new: &Document) -> Vec<crate::finding::Finding> {
    if old.says_the_same(new) {
        return Vec::new();
    }
    documents::compare(old, new)
}

/// The checked-in baseline beside the code.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum State {
    /// It says what the code says.
    Current,
    /// It says something else, and nothing in that is a new promise: a field that is written
    /// under a new name and still read under the old one, types in another order.
    Equivalent,
    /// The code promises something that it does not record.
    Stale,
    Missing,
}

impl State {
    pub(super) const fn word(self) -> &'static str {
        match self {
            Self::Current => "current",
            Self::Equivalent => "equivalent",
            Self::Stale => "stale",
            Self::Missing => "missing",
        }
    }
}

/// A contract with all that is judged about it, and the verdict.
pub(super) struct Judged<'e> {
    pub(super) contract: &'e Contract,
    pub(super) checked_in: Option<Baseline>,
    pub(super) state: State,
    /// The baseline module of its crate, if that was made of something else.
    pub(super) stale_module: Option<String>,
    pub(super) releases: Vec<Release>,
    pub(super) declarations: Vec<Declaration>,
    pub(super) consumers: Vec<Consumer>,
    /// The verdict, and what it compares with; none for a contract that was never released and
    /// about which there is nothing to say.
    pub(super) verdict: Option<(Verdict, String)>,
}

/// Judges every contract of the code.
pub(super) fn all<'e>(
    extraction: &'e Extraction,
    source: &Source,
    today: Date,
) -> Result<Vec<Judged<'e>>, Failure> {
    judged(extraction, source, today, None)
}

/// Judges every contract of the code as it is to be released: now the version counts, whatever
/// the policy says about checks.
pub(super) fn for_release(
    extraction: &Extraction,
    today: Date,
) -> Result<Vec<Judged<'_>>, Failure> {
    judged(extraction, &Source::CheckedIn, today, Some(Enforce::Check))
}

fn judged<'e>(
    extraction: &'e Extraction,
    source: &Source,
    today: Date,
    version: Option<Enforce>,
) -> Result<Vec<Judged<'e>>, Failure> {
    let root = &extraction.workspace.metadata.workspace_root;
    let mut books: BTreeMap<PathBuf, Books> = BTreeMap::new();
    let mut judged = Vec::new();
    for contract in &extraction.contracts {
        let books = match books.entry(contract.baselines.clone()) {
            Entry::Occupied(entry) => entry.into_mut(),
            Entry::Vacant(entry) => {
                let books =
                    Books::read(&contract.baselines, root).map_err(crate::sources::Error::from)?;
                strangers(&books, &contract.baselines, extraction)?;
                entry.insert(books)
            }
        };
        let mut policy = policy_of(books, &contract.document)?;
        policy.version = version.unwrap_or(policy.version);
        judged.push(one(contract, books, &policy, source, today, root)?);
    }
    Ok(judged)
}

/// Declarations of contracts that there are not, and dependences on them.
fn strangers(books: &Books, folder: &Path, extraction: &Extraction) -> Result<(), Failure> {
    let here = extraction.contracts.iter().filter(|it| it.baselines == *folder);
    let mut known: Vec<String> = here.map(|it| it.id().to_owned()).collect();
    known.extend(baseline::ids(folder).map_err(crate::sources::Error::from)?);
    let near = |id: &str| {
        let near = known.iter().min_by_key(|known| rules::distance(id, known));
        near.filter(|it| rules::distance(id, it) * 3 <= id.len())
    };
    let unknown = |id: &str| {
        let instead = near(id).map_or_else(String::new, |it| format!("; did you mean `{it}`?"));
        format!("`contract`: there is no contract `{id}` here{instead}")
    };
    let declarations = books.declarations.iter().filter(|it| !known.contains(&it.contract));
    let mut problems: Vec<Problem> =
        declarations.map(|it| Problem::at(&it.file, 1, unknown(&it.contract))).collect();
    for consumer in &books.consumers {
        for row in &consumer.dependences {
            // A consumer may rely on contracts of other packages, too. One that is nearly the
            // name of one here is meant for it.
            if !known.contains(&row.contract) && near(&row.contract).is_some() {
                problems.push(Problem::at(&consumer.file, row.line, unknown(&row.contract)));
            }
        }
    }
    if problems.is_empty() {
        return Ok(());
    }
    Err(crate::sources::Error::from(books::Error(problems)).into())
}

fn one<'e>(
    contract: &'e Contract,
    books: &Books,
    policy: &Policy,
    source: &Source,
    today: Date,
    root: &Path,
) -> Result<Judged<'e>, Failure> {
    let id = contract.id();
    let now = &contract.document;
    let load = |source: &Source| {
        baseline::load(source, contract.package.directory(), &contract.baselines, id)
            .map_err(crate::sources::Error::from)
    };
    let checked_in = load(&Source::CheckedIn)?;
    let releases = books::releases::read(&contract.baselines, id, root)
        .map_err(crate::sources::Error::from)?;
    let state = match &checked_in {
        None => State::Missing,
        Some(baseline) => state(&baseline.document, now),
    };
    let other = match source {
        Source::CheckedIn => None,
        other => load(other)?,
    };
    let supported = policy::supported(policy, &releases);
    let (documents, origin): (Vec<&Document>, Option<String>) = match source {
        Source::CheckedIn if !supported.is_empty() => {
            let older = supported.len() - 1;
            let last = &supported[0].file;
            let more = match older {
                0 => String::new(),
                1 => " and 1 older version".to_owned(),
                _ => format!(" and {older} older versions"),
            };
            (supported.iter().map(|it| &it.document).collect(), Some(format!("{last}{more}")))
        }
        Source::CheckedIn => (
            checked_in.iter().map(|it| &it.document).collect(),
            checked_in.as_ref().map(|it| relative(Path::new(&it.origin), root)),
        ),
        Source::Git(_) => (
            other.iter().map(|it| &it.document).collect(),
            other.as_ref().map(|it| it.origin.clone()),
        ),
        Source::Path(_) => (
            other.iter().map(|it| &it.document).collect(),
            other.as_ref().map(|it| relative(Path::new(&it.origin), root)),
        ),
    };
    let compared: Vec<Compared<'_>> = documents
        .into_iter()
        .map(|document| Compared { document, findings: compare(document, now) })
        .collect();
    let declarations: Vec<Declaration> =
        books.declarations.iter().filter(|it| it.contract == id).cloned().collect();
    let verdict = policy::judge(&Case {
        policy,
        policies: &books.policies,
        today,
        now,
        compared: &compared,
        releases: &releases,
        declarations: &declarations,
        declared_here: *source == Source::CheckedIn,
        consumers: &books.consumers,
    });
    let verdict = match origin {
        Some(origin) => Some((verdict, origin)),
        None if verdict.findings.is_empty() => None,
        None => Some((verdict, "nothing".to_owned())),
    };
    let consumers = books.consumers.clone();
    Ok(Judged {
        contract,
        checked_in,
        state,
        stale_module: None,
        releases,
        declarations,
        consumers,
        verdict,
    })
}

/// The policy of a contract. Every other one that the contract names has to be there, too.
pub(super) fn policy_of(books: &Books, document: &Document) -> Result<Policy, Failure> {
    let clauses = documents::Clauses::of(document);
    let audience = clauses.audience("contract");
    let there = |name| books.policies.get(Some(name), audience).is_some();
    let unknown = clauses.policies().find(|(_, name)| !there(name));
    if let Some((clause, name)) = unknown {
        let known: Vec<&str> = books.policies.names().collect();
        let near = known.iter().min_by_key(|known| rules::distance(name, known));
        let near = near.filter(|it| rules::distance(name, it) * 3 <= name.len());
        let instead = near.map_or_else(
            || format!("there are: {}", known.join(", ")),
            |near| format!("did you mean `{near}`?"),
        );
        let source = clauses.place(clause).source.map_or_else(String::new, |it| format!("{it}: "));
        return Err(Failure::Other(format!(
            "{source}there is no policy `{name}` in contracts/policy.toml; {instead}"
        )));
    }
    let name = document.contract.policy.as_deref();
    Ok(books.policies.get(name, audience).cloned().unwrap_or_default())
}

/// How the checked-in document stands to the code's. A version of its own is a new promise, too.
fn state(checked_in: &Document, now: &Document) -> State {
    if checked_in.says_the_same(now) {
        return State::Current;
    }
    let verdict = judge(checked_in, now);
    let promised = verdict.exit_code() != exit::OK || verdict.required_bump() >= Bump::Minor;
    let same_header = checked_in.contract == now.contract;
    if promised || !same_header { State::Stale } else { State::Equivalent }
}

/// Shows a verdict with the source files that it points into, found below a folder. A file that
/// cannot be read is named and not shown.
pub(super) fn show(
    verdict: &Verdict,
    root: Option<&Path>,
    color: bool,
    next: Next,
    out: &mut dyn Write,
) -> io::Result<()> {
    let mut sources = Sources::new();
    for file in root.iter().flat_map(|_| human::files(verdict)) {
        if let Some(Ok(text)) = root.map(|root| std::fs::read_to_string(root.join(&file))) {
            sources.insert(file, text);
        }
    }
    human::write(verdict, View { sources: &sources, color, next }, out)
}
