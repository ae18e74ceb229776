//! `check`: are the contracts in the code still what was released?

use std::io::Write;
use std::path::Path;

use super::judge::{self, Judged, State, show};
use super::{Failure, Screen, modules, relative, today};
use crate::cli::{CheckArgs, Format};
use crate::exit;
use crate::finding::Severity;
use crate::json::{Json, Number};
use crate::report::human::Next;
use crate::report::{self, Subject};
use crate::sources::extract::{Extraction, extract};

impl Judged<'_> {
    fn exit_code(&self) -> u8 {
        let files = match self.state {
            _ if self.stale_module.is_some() => exit::STALE,
            State::Current | State::Equivalent => exit::OK,
            State::Stale | State::Missing => exit::STALE,
        };
        let verdict = self.verdict.as_ref().map_or(exit::OK, |(verdict, _)| verdict.exit_code());
        exit::worse(files, verdict)
    }

    /// What is to be said besides the findings, and what it amounts to.
    fn remark(&self, root: &Path) -> Option<(Severity, String)> {
        let file = relative(&self.contract.file(), root);
        let Self { state, stale_module, verdict, .. } = self;
        match verdict {
            None if *state == State::Missing => Some((
                Severity::Warning,
                format!(
                    "new, and not recorded in {file} yet. `cargo contract-check accept` records \
                     it."
                ),
            )),
            None => Some((Severity::Note, "new; there is nothing to compare with.".to_owned())),
            Some((verdict, _)) if verdict.exit_code() != exit::OK => None,
            Some(_) => match (state, stale_module) {
                (State::Current | State::Equivalent, Some(module)) => Some((
                    Severity::Warning,
                    format!(
                        "{module} does not say what consumers rely on now; `cargo contract-check \
                         accept` mends it."
                    ),
                )),
                (State::Current, None) => None,
                (State::Equivalent, None) => Some((
                    Severity::Note,
                    format!(
                        "{file} promises the same; `cargo contract-check accept` brings it up to \
                         date."
                    ),
                )),
                (State::Stale | State::Missing, _) => Some((
                    Severity::Warning,
                    format!("{file} is {}; `cargo contract-check accept` mends it.", state.word()),
                )),
            },
        }
    }

    /// The contract with its version.
    fn name(&self) -> String {
        format!("{} {}", self.contract.id(), self.contract.document.contract.version)
    }

    fn subject(&self, root: &Path) -> Subject<'_> {
        Subject {
            name: self.name(),
            id: self.contract.id().to_owned(),
            file: relative(&self.contract.file(), root),
            verdict: self.verdict.as_ref().map(|(verdict, _)| verdict),
            remarks: self.remark(root).into_iter().collect(),
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
    let mut checked = judge::all(&extraction, &source, today(arguments.today)?)?;
    let stale = modules::stale(&extraction, root)?;
    for contract in &mut checked {
        contract.stale_module = stale.get(contract.contract.id()).cloned();
    }
    let orphans: Vec<String> = extraction.orphans.iter().map(|it| relative(it, root)).collect();
    let code = checked.iter().map(Judged::exit_code).fold(exit::OK, exit::worse);
    let code = if orphans.is_empty() { code } else { exit::worse(code, exit::BREAKING) };
    match arguments.format {
        Format::Json => screen.out.write_all(json(&checked, &orphans, root).as_bytes())?,
        Format::Sarif => report::sarif::write(&subjects(&checked, &orphans, root), screen.out)?,
        Format::Junit => report::junit::write(&subjects(&checked, &orphans, root), screen.out)?,
        Format::Github => report::github::write(&subjects(&checked, &orphans, root), screen.out)?,
        Format::Markdown => {
            report::markdown::write(&subjects(&checked, &orphans, root), screen.out)?
        }
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

fn json(checked: &[Judged<'_>], orphans: &[String], root: &Path) -> String {
    let contracts = checked.iter().map(|contract| {
        let mut members = vec![
            ("id".to_owned(), Json::from(contract.contract.id())),
            ("file".to_owned(), Json::from(relative(&contract.contract.file(), root).as_str())),
            ("file_state".to_owned(), Json::from(contract.state.word())),
        ];
        match &contract.verdict {
            None => members.push(("baseline".to_owned(), Json::Null)),
            Some((verdict, origin)) => {
                members.push(("baseline".to_owned(), Json::from(origin.as_str())));
                members.push(("comparison".to_owned(), report::json::value(verdict)));
            }
        }
        Json::Object(members.into())
    });
    let orphans = orphans.iter().map(|file| Json::from(file.as_str()));
    let members = [
        ("format".to_owned(), Json::from(Number::from(report::json::FORMAT))),
        ("contracts".to_owned(), Json::Array(contracts.collect())),
        ("files_without_contract".to_owned(), Json::Array(orphans.collect())),
    ];
    report::json::text(&Json::Object(members.into_iter().collect()))
}

fn human(
    contract: &Judged<'_>,
    root: &Path,
    color: bool,
    out: &mut dyn Write,
) -> Result<(), Failure> {
    let Judged { state, verdict, .. } = contract;
    let name = contract.name();
    let remark = contract.remark(root).map(|(_, remark)| remark).unwrap_or_default();
    match verdict {
        None => writeln!(out, "{name}: {remark}")?,
        Some((verdict, origin))
            if verdict.findings.is_empty() && *state == State::Current && remark.is_empty() =>
        {
            writeln!(out, "{name}: as in {origin}.")?;
        }
        Some((verdict, origin)) => {
            writeln!(out, "{name}, compared with {origin}:\n")?;
            let next = if *state == State::Stale { Next::Accept } else { Next::Nothing };
            show(verdict, Some(root), color, next, out)?;
            // What records the findings mends the file.
            let said = next == Next::Accept && !verdict.findings.is_empty();
            if !remark.is_empty() && !said {
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
    if !file.ends_with(".json") {
        return format!(
            "{file} holds released versions of a contract that the code does not declare any \
             more. Its consumers lose all of it. If a feature holds it, build with that feature; \
             if they have moved on, delete the folder."
        );
    }
    format!(
        "{file} is the baseline of a contract that the code does not declare any more. Its \
         consumers lose all of it. If a feature holds it, build with that feature; if they have \
         moved on, delete the file."
    )
}

/// What other reports than ours show: the contracts, then the baselines without one.
fn subjects<'a>(checked: &'a [Judged<'_>], orphans: &[String], root: &Path) -> Vec<Subject<'a>> {
    let lost = orphans.iter().map(|file| Subject {
        name: file.clone(),
        id: file.clone(),
        file: file.clone(),
        verdict: None,
        remarks: vec![(Severity::Breaking, lost_remark(file))],
    });
    checked.iter().map(|it| it.subject(root)).chain(lost).collect()
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
