//! `export`: what the contracts say, for people and other tools.

use std::path::Path;

use contract_core::document::{Document, canonical};

use super::check::nothing;
use super::{Failure, Screen};
use crate::cli::{ExportArgs, ExportFormat};
use crate::exit;
use crate::render::json_schema::{Form, schema};
use crate::sources::extract::extract;
use crate::sources::file;

/// Runs the command.
///
/// # Errors
/// When the build, a write or the screen fails, there is no such contract, or there are several
/// and standard output is to hold one.
pub fn run(arguments: &ExportArgs, screen: &mut Screen<'_>) -> Result<u8, Failure> {
    let extraction = extract(&arguments.cargo.options())?;
    if extraction.contracts.is_empty() {
        nothing(&extraction, screen.err)?;
        return Ok(exit::OK);
    }
    let ids: Vec<&str> = extraction.contracts.iter().map(|contract| contract.id()).collect();
    let ids = ids.join(", ");
    let asked = |id: &str| arguments.contract.as_ref().is_none_or(|asked| asked == id);
    let documents: Vec<&Document> = extraction
        .contracts
        .iter()
        .filter(|contract| asked(contract.id()))
        .map(|contract| &contract.document)
        .collect();
    match (documents.as_slice(), &arguments.out) {
        ([], _) => {
            let id = arguments.contract.as_deref().unwrap_or_default();
            Err(Failure::Other(format!("there is no contract `{id}`; there are: {ids}")))
        }
        (documents, Some(folder)) => {
            for document in documents {
                for (name, text) in files(document, arguments.format) {
                    write(folder, &name, &text)?;
                }
            }
            Ok(exit::OK)
        }
        ([document], None) => {
            screen.out.write_all(text(document, arguments.format).as_bytes())?;
            Ok(exit::OK)
        }
        (_, None) => Err(Failure::Other(format!(
            "there are several contracts ({ids}); choose one with `--contract`, or give a folder \
             for all with `--out`"
        ))),
    }
}

/// One text with everything that a format says about a contract.
fn text(document: &Document, format: ExportFormat) -> String {
    match format {
        ExportFormat::Contract => document.print(),
        ExportFormat::JsonSchema => {
            let both = Form::ALL.map(|form| (form.word().to_owned(), schema(document, form)));
            canonical(&serde_json::Value::Object(both.into_iter().collect()))
        }
    }
}

/// The files that say it, with their names.
fn files(document: &Document, format: ExportFormat) -> Vec<(String, String)> {
    let id = &document.contract.id;
    match format {
        ExportFormat::Contract => vec![(format!("{id}.json"), document.print())],
        ExportFormat::JsonSchema => Form::ALL
            .map(|form| {
                let name = format!("{id}.{}.schema.json", form.word());
                (name, canonical(&schema(document, form)))
            })
            .into(),
    }
}

fn write(folder: &Path, name: &str, text: &str) -> Result<(), Failure> {
    let path = folder.join(name);
    file::write(&path, text.as_bytes())
        .map_err(|error| Failure::Write { path: path.display().to_string(), error })
}
