//! `init`: a draft of a first contract for each package, to be copied. Writes no file.

use std::io::Write;
use std::path::Path;

use super::{Failure, Screen, relative};
use crate::cli::InitArgs;
use crate::exit;
use crate::sources::cargo::{Package, Workspace};
use crate::sources::serde_types::{rust_files, serde_types};

/// Runs the command.
///
/// # Errors
/// When the workspace, a source file or the screen fails.
pub fn run(arguments: &InitArgs, screen: &mut Screen<'_>) -> Result<u8, Failure> {
    let options = arguments.cargo.options();
    let workspace = Workspace::load(&options).map_err(crate::sources::Error::from)?;
    let mut drafted = false;
    for package in &workspace.selected {
        let types = found(package, &workspace.metadata.workspace_root)?;
        if !types.is_empty() {
            let links = workspace.producers.iter().any(|it| it.id == package.id);
            draft(package, &types, links, screen.out)?;
            drafted = true;
        }
    }
    if !drafted {
        writeln!(
            screen.out,
            "Nothing to draft: no type in the selected packages derives serde's traits without \
             deriving Contract."
        )?;
    }
    Ok(exit::OK)
}

/// The serde types of a package that do not derive `Contract`, with their places.
fn found(package: &Package, root: &Path) -> Result<Vec<(String, String)>, Failure> {
    let source = package.directory().join("src");
    let mut types = Vec::new();
    if !source.is_dir() {
        return Ok(types);
    }
    let unreadable = |path: &Path, error: std::io::Error| {
        Failure::Other(format!("cannot read {}: {error}", path.display()))
    };
    for path in rust_files(&source).map_err(|error| unreadable(&source, error))? {
        let text = std::fs::read_to_string(&path).map_err(|error| unreadable(&path, error))?;
        for it in serde_types(&text).into_iter().filter(|it| !it.contract) {
            types.push((format!("{}:{}", relative(&path, root), it.line), it.item));
        }
    }
    Ok(types)
}

fn draft(
    package: &Package,
    types: &[(String, String)],
    links: bool,
    out: &mut dyn Write,
) -> Result<(), Failure> {
    let name = &package.name;
    let width = types.iter().map(|(place, _)| place.len()).max().unwrap_or_default();
    writeln!(out, "# {name}\n")?;
    let mut step = 0;
    let mut next = |out: &mut dyn Write, text: &str| {
        step += 1;
        writeln!(out, "{step}. {text}")
    };
    if !links {
        next(
            out,
            &format!("Depend on contract-core:\n\n    cargo add --package {name} contract-core\n"),
        )?;
    }
    next(
        out,
        &format!(
            "In the root of the crate, say that there is a contract. At `incidental` nothing is \
             promised yet:\n\n    \
             contract_core::contract! {{ id = \"{}\", level = incidental }}\n\n   \
             To decide: what consumers call it (the id is for good), and who owns it \
             (`owner = \"@team\"`).\n",
            id(name)
        ),
    )?;
    next(
        out,
        "Derive `contract_core::Contract` on what consumers see. These types derive serde's \
         traits:\n",
    )?;
    for (place, item) in types {
        writeln!(out, "    {place:width$}  {item}")?;
    }
    writeln!(
        out,
        "\n   To decide: which of them leave the program at all. Settings and private storage \
         need no contract.\n"
    )?;
    next(
        out,
        "Name the handlers with `#[contract_core::handler(id = \"..\", http(GET, \"/..\"))]`, so \
         that it is known who writes and who reads each type.\n",
    )?;
    next(
        out,
        "Record it:\n\n    cargo contract-check accept\n\n   Then raise the level of what you mean \
         to keep, clause by clause: `#[contract(level = stable)]`.\n",
    )?;
    Ok(())
}

/// A contract id from a package's name.
fn id(name: &str) -> String {
    let id: String = name
        .to_ascii_lowercase()
        .chars()
        .map(|it| if it.is_ascii_alphanumeric() || "._-".contains(it) { it } else { '-' })
        .collect();
    id.trim_start_matches(['.', '_', '-']).to_owned()
}
