//! `init`: a start for each package that has types of serde's and no contract on them.

use std::path::Path;

use super::{Failure, Screen, relative};
use crate::cli::InitArgs;
use crate::exit;
use crate::sources::cargo::{Package, Workspace};
use crate::sources::settings::Settings;
use crate::sources::{file, start};

/// The files that are written, in the folder of the package's baselines.
const PAGE: &str = "START.md";
const PATCH: &str = "start.patch";

/// Runs the command. It writes two new files per package and changes no other.
///
/// # Errors
/// When the workspace, a source file, a write or the screen fails.
pub fn run(arguments: &InitArgs, screen: &mut Screen<'_>) -> Result<u8, Failure> {
    let workspace =
        Workspace::load(&arguments.cargo.options()).map_err(crate::sources::Error::from)?;
    let settings = Settings::read(&workspace.metadata).map_err(crate::sources::Error::from)?;
    let root = &workspace.metadata.workspace_root;
    let mut started = false;
    let mut packages: Vec<&Package> =
        workspace.selected.iter().filter(|package| !settings.skipped(package)).collect();
    packages.sort_by_key(|package| &package.name);
    for package in packages {
        let found = start::find(package).map_err(Failure::Other)?;
        let (types, unread) = (found.types().count(), found.unread.len());
        if types == 0 && unread == 0 {
            continue;
        }
        started = true;
        let name = &package.name;
        let folder = settings.baselines(package);
        let (page, patch) = (folder.join(PAGE), folder.join(PATCH));
        let taken = [&page, &patch].into_iter().find(|path| path.symlink_metadata().is_ok());
        if let Some(taken) = taken {
            let taken = relative(taken, root);
            writeln!(screen.out, "{name}: {taken} is there already; delete it to start anew.")?;
            continue;
        }
        let shown = relative(&folder, package.directory()).replace('\\', "/");
        let text = start::patch(&found, &start::id(name));
        let patched = !text.is_empty();
        write(&page, &start::page(package, &found, &shown, patched))?;
        if patched {
            write(&patch, &text)?;
        }
        let s = if types == 1 { "" } else { "s" };
        writeln!(screen.out, "{name}: {types} type{s} without a contract.")?;
        writeln!(screen.out, "  {} says what to decide", relative(&page, root))?;
        if patched {
            writeln!(screen.out, "  {} makes a first contract", relative(&patch, root))?;
        }
        for file in &found.unread {
            writeln!(screen.out, "  not read: {file}")?;
        }
    }
    if !started {
        writeln!(
            screen.out,
            "Nothing to start with: no type in the selected packages derives serde's traits \
             without deriving Contract."
        )?;
    }
    Ok(exit::OK)
}

fn write(path: &Path, text: &str) -> Result<(), Failure> {
    file::write(path, text.as_bytes())
        .map_err(|error| Failure::Write { path: path.display().to_string(), error })
}
