//! `export`: what the contracts say, for people and other tools.

use std::path::Path;

use contract_core::document::Document;
use contract_core::render::{self, Form};

use super::check::nothing;
use super::{Failure, Screen};
use crate::cli::{ExportArgs, ExportFormat};
use crate::exit;
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
                let name = format!("{}.{}", document.contract.id, extension(arguments.format));
                write(folder, &name, &text(document, arguments.format)?)?;
            }
            Ok(exit::OK)
        }
        ([document], None) => {
            screen.out.write_all(text(document, arguments.format)?.as_bytes())?;
            Ok(exit::OK)
        }
        (_, None) => Err(Failure::Other(format!(
            "there are several contracts ({ids}); choose one with `--contract`, or give a folder \
             for all with `--out`"
        ))),
    }
}

/// What a format says about a contract.
fn text(document: &Document, format: ExportFormat) -> Result<String, Failure> {
    Ok(match format {
        ExportFormat::Contract => document.print(),
        ExportFormat::JsonSchema => render::json_schema(document, Form::Annotated),
        ExportFormat::JsonSchemaPlain => render::json_schema(document, Form::Plain),
        ExportFormat::Openapi => render::openapi(document).map_err(|error| {
            let id = &document.contract.id;
            Failure::Other(format!("cannot render `{id}` as OpenAPI: {error}"))
        })?,
        ExportFormat::Asyncapi => render::asyncapi(document),
        ExportFormat::Html => render::html(document),
    })
}

/// What its file is called after the contract's id.
const fn extension(format: ExportFormat) -> &'static str {
    match format {
        ExportFormat::Contract => "json",
        ExportFormat::JsonSchema => "schema.json",
        ExportFormat::JsonSchemaPlain => "schema.plain.json",
        ExportFormat::Openapi => "openapi.json",
        ExportFormat::Asyncapi => "asyncapi.json",
        ExportFormat::Html => "html",
    }
}

fn write(folder: &Path, name: &str, text: &str) -> Result<(), Failure> {
    let path = folder.join(name);
    file::write(&path, text.as_bytes())
        .map_err(|error| Failure::Write { path: path.display().to_string(), error })
}
