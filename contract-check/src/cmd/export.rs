//! `export`: what the contracts say, for people and other tools.

use std::path::Path;

use contract_core::document::Document;
use contract_core::render::{self, Changes, Form, Published, RenderError};
use semver::Version;

use super::check::nothing;
use super::{Failure, Screen};
use crate::cli::{ExportArgs, ExportFormat};
use crate::exit;
use crate::policy::{Declaration, Release};
use crate::report::changelog::{self, Now};
use crate::sources::baseline::{self, Source};
use crate::sources::books::{self, Books};
use crate::sources::extract::{Contract, extract};
use crate::sources::tree;

/// A contract, and what its versions changed so far.
struct Entry {
    document: Document,
    changes: Vec<Changes>,
}

/// Runs the command.
///
/// # Errors
/// When the build, a baseline, a write or the screen fails, there is no such contract, or there
/// are several and standard output is to hold one.
pub fn run(arguments: &ExportArgs, screen: &mut Screen<'_>) -> Result<u8, Failure> {
    let extraction = extract(&arguments.cargo.options())?;
    if extraction.contracts.is_empty() {
        nothing(&extraction, screen.err)?;
        return Ok(exit::OK);
    }
    let ids: Vec<&str> = extraction.contracts.iter().map(Contract::id).collect();
    let ids = ids.join(", ");
    let root = &extraction.workspace.metadata.workspace_root;
    let asked = |id: &str| arguments.contract.as_ref().is_none_or(|asked| asked == id);
    let mut entries = Vec::new();
    for contract in extraction.contracts.iter().filter(|contract| asked(contract.id())) {
        let changes = changes(contract, root)?;
        entries.push(Entry { document: contract.document.clone(), changes });
    }
    if entries.is_empty() {
        let id = arguments.contract.as_deref().unwrap_or_default();
        return Err(Failure::Other(format!("there is no contract `{id}`; there are: {ids}")));
    }
    if let Some(folder) = &arguments.output {
        return site(&entries, folder, screen);
    }
    let [entry] = entries.as_slice() else {
        return Err(Failure::Other(format!(
            "there are several contracts ({ids}); choose one with `--contract`, or write all of \
             them into a folder with `--output`"
        )));
    };
    // Without a folder the command line asks for a format.
    if let Some(format) = arguments.format {
        screen.out.write_all(text(entry, format)?.as_bytes())?;
    }
    Ok(exit::OK)
}

/// What the versions of a contract changed, and the code after them.
fn changes(contract: &Contract, root: &Path) -> Result<Vec<Changes>, Failure> {
    let id = contract.id();
    let folder = &contract.baselines;
    let mut releases =
        books::releases::read(folder, id, root).map_err(crate::sources::Error::from)?;
    if releases.is_empty() {
        // Who never ran `release` releases what is checked in.
        let baseline = baseline::load(&Source::CheckedIn, contract.package.directory(), folder, id)
            .map_err(crate::sources::Error::from)?;
        releases.extend(baseline.and_then(|baseline| {
            let version = Version::parse(&baseline.document.contract.version).ok()?;
            let (document, file) = (baseline.document, baseline.origin);
            Some(Release { version, document, file, date: None, changes: Vec::new() })
        }));
    }
    let books = Books::read(folder, root).map_err(crate::sources::Error::from)?;
    let declarations: Vec<Declaration> =
        books.declarations.into_iter().filter(|it| it.contract == id).collect();
    let now = Now { document: &contract.document, declarations: &declarations };
    Ok(changelog::of(&releases, Some(now)))
}

fn site(entries: &[Entry], folder: &Path, screen: &mut Screen<'_>) -> Result<u8, Failure> {
    let published: Vec<Published<'_>> = entries
        .iter()
        .map(|entry| Published { document: &entry.document, changes: &entry.changes })
        .collect();
    let files = render::site(&published).map_err(|error| refused(&error))?;
    tree::write(folder, &files).map_err(|error| Failure::Other(error.to_string()))?;
    let index = folder.join("index.html");
    let count = entries.len();
    let contracts = if count == 1 { "contract" } else { "contracts" };
    writeln!(screen.out, "{count} {contracts}, {} files: {}", files.len(), index.display())?;
    Ok(exit::OK)
}

/// What a format says about a contract.
fn text(entry: &Entry, format: ExportFormat) -> Result<String, Failure> {
    let document = &entry.document;
    Ok(match format {
        ExportFormat::Contract => document.print(),
        ExportFormat::JsonSchema => render::json_schema(document, Form::Annotated),
        ExportFormat::JsonSchemaPlain => render::json_schema(document, Form::Plain),
        ExportFormat::Openapi => render::openapi(document).map_err(|error| refused(&error))?,
        ExportFormat::Asyncapi => render::asyncapi(document),
        ExportFormat::Html => render::html(document),
        ExportFormat::Changelog => render::changelog(&document.contract.id, &entry.changes),
    })
}

fn refused(error: &RenderError) -> Failure {
    Failure::Other(format!("cannot render `{}` as OpenAPI: {error}", error.contract))
}
