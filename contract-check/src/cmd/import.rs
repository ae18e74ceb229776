//! `import`: records what consumers rely on, from files of theirs.

use std::path::{Path, PathBuf};

use super::check::nothing;
use super::{Failure, Screen, relative, today};
use crate::cli::{ImportArgs, ImportKind};
use crate::exit;
use crate::pact::{Pact, dependences};
use crate::report::text;
use crate::sources::books::Books;
use crate::sources::books::consumers::{Record, recorded};
use crate::sources::extract::extract;
use crate::sources::file;

/// Runs the command.
///
/// # Errors
/// When the file is not what it should be, or the build, a write or the screen fails.
pub fn run(arguments: &ImportArgs, screen: &mut Screen<'_>) -> Result<u8, Failure> {
    let ImportKind::Pact = arguments.kind;
    let name = arguments.file.display().to_string().replace('\\', "/");
    let cannot =
        |error: &dyn std::fmt::Display| Failure::Other(format!("cannot read {name}: {error}"));
    let text = file::text(&arguments.file).map_err(|error| cannot(&error))?;
    let pact = Pact::read(&text).map_err(|error| cannot(&error))?;
    let today = today(arguments.today)?;
    let extraction = extract(&arguments.cargo.options())?;
    if extraction.contracts.is_empty() {
        nothing(&extraction, screen.err)?;
        return Ok(exit::OK);
    }
    let root = &extraction.workspace.metadata.workspace_root;
    let asked: Vec<_> = extraction
        .contracts
        .iter()
        .filter(|it| arguments.contract.as_ref().is_none_or(|id| id == it.id()))
        .map(|contract| (contract, dependences(&pact, &contract.document)))
        .collect();
    // The contract that knows most of it says best what is missing.
    let best = asked.iter().map(|(_, it)| it.interactions).max().unwrap_or_default();
    if best == 0 {
        let known: Vec<&str> = extraction.contracts.iter().map(|it| it.id()).collect();
        return Err(Failure::Other(format!(
            "nothing in {name} (`{}` of `{}`) is about a contract here ({})",
            pact.consumer,
            pact.provider,
            known.join(", ")
        )));
    }
    for (contract, matched) in &asked {
        if matched.interactions == 0 {
            continue;
        }
        let books = Books::read(&contract.baselines, root).map_err(crate::sources::Error::from)?;
        let known = books.consumers.iter().find(|it| it.name == pact.consumer);
        let path = known.map_or_else(
            || new_file(&contract.baselines, &pact.consumer),
            |consumer| root.join(&consumer.file),
        );
        let shown = relative(&path, root);
        let old = match file::text(&path) {
            Ok(text) => Some(text),
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => None,
            Err(error) => return Err(Failure::Other(format!("cannot read {shown}: {error}"))),
        };
        let clauses: Vec<&str> = matched.clauses.iter().map(String::as_str).collect();
        let evidence = format!("pact: {name}");
        let record = Record {
            consumer: &pact.consumer,
            contract: contract.id(),
            clauses: &clauses,
            evidence: &evidence,
            since: today,
        };
        let content = recorded(old.as_deref(), &record)
            .map_err(|error| Failure::Other(format!("cannot add to {shown}: {error}")))?;
        file::write(&path, content.as_bytes())
            .map_err(|error| Failure::Write { path: shown.clone(), error })?;
        writeln!(
            screen.out,
            "{}: `{}` relies on {} ({} of {}); recorded in {shown}.",
            contract.id(),
            pact.consumer,
            text::counted(clauses.len(), "clause", "clauses"),
            matched.interactions,
            text::counted(pact.interactions.len(), "interaction", "interactions"),
        )?;
        if matched.interactions == best {
            for lost in &matched.unmatched {
                writeln!(screen.out, "not matched: {lost}")?;
            }
        }
    }
    Ok(exit::OK)
}

/// The file of a consumer that has none.
fn new_file(baselines: &Path, consumer: &str) -> PathBuf {
    let name: String = consumer
        .chars()
        .map(|c| if c.is_ascii_alphanumeric() || "-_".contains(c) { c } else { '-' })
        .collect();
    let folder = baselines.join("consumers");
    let numbered = (2..).map(|number| folder.join(format!("{name}-{number}.toml")));
    std::iter::once(folder.join(format!("{name}.toml")))
        .chain(numbered)
        .find(|path| !path.exists())
        .unwrap_or(folder)
}
