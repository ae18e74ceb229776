//! `check`: are the contracts in the code still what was released?

use std::io::Write;
use std::path::{Path, PathBuf};

use contract_core::document::Document;

use super::judge::{judge, show};
use super::{Failure, Screen};
use crate::cli::{CheckArgs, Format};
use crate::exit;
use crate::finding::Severity;
use crate::json::{Json, Number};
use crate::policy::Bump;
use crate::report::human::Next;
use crate::report::{self, Subject};
use crate::sources::baseline::{self, Source};
use crate::sources::extract::{Contract, Extraction, extract};
use crate::verdict::Verdict;

/// What became of one contract.
struct Checked {
    id: String,
    version: String,
    /// The checked-in baseline, from the workspace's root.
    file: String,
    state: State,
    /// The verdict, and what it compares with; none for a contract that was never released.
    judged: Option<(Verdict, String)>,
}

/// The checked-in baseline beside the code.
#[derive(Clone, Copy, PartialEq)]
enum State {
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
    const fn word(self) -> &'static str {
        match self {
            Self::Current => "current",
            Self::Equivalent => "equivalent",
            Self::Stale => "stale",
            Self::Missing => "missing",
        }
    }
}

impl Checked {
    fn exit_code(&self) -> u8 {
        let files = match self.state {
            State::Current | State::Equivalent => exit::OK,
            State::Stale | State::Missing => exit::STALE,
        };
        let verdict = self.judged.as_ref().map_or(exit::OK, |(verdict, _)| verdict.exit_code());
        exit::worse(files, verdict)
    }

    /// What is to be said besides the findings, and what it amounts to.
    fn remark(&self) -> Option<(Severity, String)> {
        let Self { file, state, judged, .. } = self;
        match judged {
            None if *state == State::Missing => Some((
                Severity::Warning,
                format!(
                    "new, and not recorded in {file} yet. `cargo contract-check accept` records \
                     it."
                ),
            )),
            None => Some((Severity::Note, "new; there is nothing to compare with.".to_owned())),
            Some((verdict, _)) if verdict.exit_code() != exit::OK => None,
            Some(_) => match state {
                State::Current => None,
                State::Equivalent => Some((
                    Severity::Note,
                    format!(
                        "{file} promises the same; `cargo contract-check accept` brings it up to \
                         date."
                    ),
                )),
                State::Stale | State::Missing => Some((
                    Severity::Warning,
                    format!("{file} is {}; `cargo contract-check accept` mends it.", state.word()),
                )),
            },
        }
    }

    fn subject(&self) -> Subject<'_> {
        Subject {
            name: format!("{} {}", self.id, self.version),
            id: self.id.clone(),
            file: self.file.clone(),
            verdict: self.judged.as_ref().map(|(verdict, _)| verdict),
            remarks: self.remark().into_iter().collect(),
        }
    }
}

/// Runs the command.
///
/// # Errors
/// When the build, a baseline, or the screen fails.
pub fn run(arguments: &CheckArgs, screen: &mut Screen<'_>) -> Result<u8, Failure> {
    let extraction = extract(&arguments.cargo.options())?;
    let source = arguments.baseline.clone().unwrap_or_default();
    let root = &extraction.workspace.metadata.workspace_root;
    let mut checked = Vec::new();
    for contract in &extraction.contracts {
        checked.push(check(contract, &source, root)?);
    }
    let orphans: Vec<String> = extraction.orphans.iter().map(|it| relative(it, root)).collect();
    let code = checked.iter().map(Checked::exit_code).fold(exit::OK, exit::worse);
    let code = if orphans.is_empty() { code } else { exit::worse(code, exit::BREAKING) };
    match arguments.format {
        Format::Json => screen.out.write_all(json(&checked, &orphans).as_bytes())?,
        Format::Sarif => report::sarif::write(&subjects(&checked, &orphans), screen.out)?,
        Format::Junit => report::junit::write(&subjects(&checked, &orphans), screen.out)?,
        Format::Github => report::github::write(&subjects(&checked, &orphans), screen.out)?,
        Format::Markdown => report::markdown::write(&subjects(&checked, &orphans), screen.out)?,
        Format::Human => {
            let color = arguments.cargo.screen.colored(screen.out_is_terminal);
            for contract in &checked {
                human(contract, root, color, screen.out)?;
            }
            lost(&orphans, screen.out)?;
            if checked.is_empty() {
                nothing(&extraction, screen.out)?;
            }
            if !arguments.cargo.screen.quiet {
                uncovered(&extraction, screen.err)?;
            }
        }
    }
    Ok(code)
}

fn check(contract: &Contract, source: &Source, root: &Path) -> Result<Checked, Failure> {
    let load = |source: &Source| {
        baseline::load(source, contract.package.directory(), &contract.baselines, contract.id())
    };
    let checked_in = load(&Source::CheckedIn).map_err(crate::sources::Error::from)?;
    let now = contract.document.clone().baseline();
    let state = match &checked_in {
        None => State::Missing,
        Some(baseline) => state(&baseline.document, &now),
    };
    let released = match source {
        Source::CheckedIn => checked_in,
        other => load(other).map_err(crate::sources::Error::from)?,
    };
    let judged = released.map(|released| {
        let origin = match source {
            Source::Git(_) => released.origin,
            _ => relative(&PathBuf::from(&released.origin), root),
        };
        (judge(&released.document, &contract.document), origin)
    });
    Ok(Checked {
        id: contract.id().to_owned(),
        version: contract.document.contract.version.clone(),
        file: relative(&contract.file(), root),
        state,
        judged,
    })
}

/// How the checked-in document stands to the code's. A version of its own is a new promise, too.
fn state(checked_in: &Document, now: &Document) -> State {
    if checked_in.clone().baseline() == *now {
        return State::Current;
    }
    let verdict = judge(checked_in, now);
    let promised = verdict.exit_code() != exit::OK || verdict.required_bump() >= Bump::Minor;
    if promised || checked_in.contract != now.contract { State::Stale } else { State::Equivalent }
}

/// A path from the workspace's root, where it lies below it.
pub(super) fn relative(path: &Path, root: &Path) -> String {
    path.strip_prefix(root).unwrap_or(path).display().to_string()
}

fn json(checked: &[Checked], orphans: &[String]) -> String {
    let contracts = checked.iter().map(|contract| {
        let mut members = vec![
            ("id".to_owned(), Json::from(contract.id.as_str())),
            ("file".to_owned(), Json::from(contract.file.as_str())),
            ("file_state".to_owned(), Json::from(contract.state.word())),
        ];
        match &contract.judged {
            None => members.push(("baseline".to_owned(), Json::Null)),
            Some((verdict, origin)) => {
                members.push(("baseline".to_owned(), Json::from(origin.as_str())));
                members.push(("comparison".to_owned(), report::json::value(verdict)));
            }
        }
        Json::Object(members)
    });
    let orphans = orphans.iter().map(|file| Json::from(file.as_str()));
    report::json::text(&Json::Object(vec![
        ("format".to_owned(), Json::Number(Number::from(report::json::FORMAT))),
        ("contracts".to_owned(), Json::Array(contracts.collect())),
        ("files_without_contract".to_owned(), Json::Array(orphans.collect())),
    ]))
}

fn human(contract: &Checked, root: &Path, color: bool, out: &mut dyn Write) -> Result<(), Failure> {
    let Checked { id, version, state, judged, .. } = contract;
    let remark = contract.remark().map(|(_, remark)| remark).unwrap_or_default();
    match judged {
        None => writeln!(out, "{id} {version}: {remark}")?,
        Some((verdict, origin)) if verdict.findings.is_empty() && *state == State::Current => {
            writeln!(out, "{id} {version}: as in {origin}.")?;
        }
        Some((verdict, origin)) => {
            writeln!(out, "{id} {version}, compared with {origin}:\n")?;
            let next = if *state == State::Stale { Next::Accept } else { Next::Nothing };
            show(verdict, Some(root), color, next, out)?;
            if !remark.is_empty() {
                writeln!(out, "{remark}")?;
            }
        }
    }
    Ok(())
}

/// Baselines whose contract is gone: everything in them was removed, or the target that holds it
/// was not built.
fn lost(orphans: &[String], out: &mut dyn Write) -> Result<(), Failure> {
    for file in orphans {
        writeln!(out, "{}: {}", Severity::Breaking.word(), lost_remark(file))?;
    }
    Ok(())
}

fn lost_remark(file: &str) -> String {
    format!(
        "{file} is the baseline of a contract that the code does not declare any more. Its \
         consumers lose all of it. If a feature holds it, build with that feature; if they have \
         moved on, delete the file."
    )
}

/// What other reports than ours show: the contracts, then the baselines without one.
fn subjects<'a>(checked: &'a [Checked], orphans: &[String]) -> Vec<Subject<'a>> {
    let lost = orphans.iter().map(|file| Subject {
        name: file.clone(),
        id: file.clone(),
        file: file.clone(),
        verdict: None,
        remarks: vec![(Severity::Breaking, lost_remark(file))],
    });
    checked.iter().map(Checked::subject).chain(lost).collect()
}

pub(super) fn nothing(extraction: &Extraction, out: &mut dyn Write) -> Result<(), Failure> {
    if extraction.workspace.producers.is_empty() {
        writeln!(out, "No contracts: none of the selected packages depends on contract-core.")?;
    } else {
        let names: Vec<String> =
            extraction.workspace.producers.iter().map(|it| format!("`{}`", it.name)).collect();
        writeln!(out, "No contracts: there is no `contract!` in {}.", names.join(", "))?;
    }
    Ok(())
}

/// Types that are declared and judged by nobody.
fn uncovered(extraction: &Extraction, err: &mut dyn Write) -> Result<(), Failure> {
    let types: Vec<&str> = extraction.uncovered.iter().map(String::as_str).collect();
    if types.is_empty() {
        return Ok(());
    }
    const SHOWN: usize = 5;
    let more = types.len().saturating_sub(SHOWN);
    let more = if more > 0 { format!(" and {more} more") } else { String::new() };
    writeln!(
        err,
        "note: no contract covers {}{more}. A `contract!` in the crate's root covers everything \
         in the crate.",
        types[..types.len().min(SHOWN)].join(", ")
    )?;
    Ok(())
}
