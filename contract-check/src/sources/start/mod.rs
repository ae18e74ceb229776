//! What `init` finds in a package, and what it writes of it: a list of what to decide, and a
//! patch that makes a first contract.
//!
//! Source files are parsed and not built. What macros generate stays unseen, and what features
//! hide is seen: both are for people to go through.

mod page;
mod patch;
mod scan;

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

pub use page::page;
pub use patch::patch;
use scan::scan;

use super::cargo::Package;

/// What is found in a package.
#[derive(Clone, Debug, Default)]
pub struct Found {
    /// The source files in which there is something, by their paths from the package's directory.
    pub files: Vec<SourceFile>,
    /// Files that do not parse, with the reason.
    pub unread: Vec<String>,
    /// The file of the root module, where `contract!` goes; none where there is one already.
    pub root: Option<String>,
}

/// What is found in one file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SourceFile {
    /// The path from the package's directory, with `/`.
    pub path: String,
    /// The text.
    pub text: String,
    /// Types that derive serde's traits and not `Contract`.
    pub types: Vec<SerdeType>,
    /// Functions whose signature looks like a handler's and that are not marked as one.
    pub handlers: Vec<(usize, String)>,
    /// Whether there is a `contract!`.
    pub contract: bool,
    /// 1-based line before which `contract!` can stand.
    pub top: usize,
}

/// A type that derives `Serialize` or `Deserialize`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SerdeType {
    /// `struct Order`, `enum Kind`.
    pub item: String,
    /// 1-based line of its name.
    pub line: usize,
    /// 1-based line before which a derive can stand; none where other code is on that line.
    pub before: Option<usize>,
}

impl Found {
    /// The types of all files, with their places.
    pub fn types(&self) -> impl Iterator<Item = (&SourceFile, &SerdeType)> {
        self.files.iter().flat_map(|file| file.types.iter().map(move |it| (file, it)))
    }
}

/// Looks through the sources of a package's library and binaries.
///
/// # Errors
/// When a folder or file cannot be read.
pub fn find(package: &Package) -> Result<Found, String> {
    let directory = package.directory();
    let roots: Vec<&PathBuf> = ["lib", "rlib", "cdylib", "dylib", "staticlib", "bin"]
        .iter()
        .flat_map(|kind| {
            let of_kind =
                package.targets.iter().filter(move |it| it.kind.iter().any(|k| k == kind));
            of_kind.map(|target| &target.src_path)
        })
        .collect();
    let mut found = Found::default();
    let mut paths = Vec::new();
    for root in &roots {
        let folder = root.parent().filter(|it| *it != directory && it.starts_with(directory));
        match folder {
            Some(folder) => paths.extend(rust_files(folder).map_err(unreadable(folder))?),
            // A root beside the manifest: its folder holds everything else as well.
            None => paths.push((*root).clone()),
        }
    }
    paths.sort();
    paths.dedup();
    let mut declared = false;
    for path in paths {
        let Ok(relative) = path.strip_prefix(directory) else { continue };
        let parts: Vec<_> = relative.iter().map(|part| part.to_string_lossy()).collect();
        let relative = parts.join("/");
        let text = fs::read_to_string(&path).map_err(unreadable(&path))?;
        match scan(&relative, &text) {
            Ok(file) => {
                declared |= file.contract;
                let root = roots.first().is_some_and(|root| **root == path);
                if root {
                    found.root = Some(relative);
                }
                if root || !file.types.is_empty() || !file.handlers.is_empty() {
                    found.files.push(file);
                }
            }
            Err(error) => {
                let at = error.span().start();
                found.unread.push(format!("{relative}:{}:{}: {error}", at.line, at.column + 1));
            }
        }
    }
    if declared {
        found.root = None;
    }
    Ok(found)
}

fn unreadable(path: &Path) -> impl FnOnce(io::Error) -> String {
    let path = path.display().to_string();
    move |error| format!("cannot read {path}: {error}")
}

/// The Rust files below a folder.
fn rust_files(folder: &Path) -> io::Result<Vec<PathBuf>> {
    let mut files = Vec::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder)? {
            let entry = entry?;
            // Links may lead in circles, and out of the package.
            let kind = entry.file_type()?;
            if kind.is_dir() {
                folders.push(entry.path());
            } else if kind.is_file() && entry.path().extension().is_some_and(|it| it == "rs") {
                files.push(entry.path());
            }
        }
    }
    Ok(files)
}

/// A contract id from a package's name.
pub fn id(name: &str) -> String {
    let id: String = name
        .to_ascii_lowercase()
        .chars()
        .map(|it| if it.is_ascii_alphanumeric() || "._-".contains(it) { it } else { '-' })
        .collect();
    id.trim_start_matches(['.', '_', '-']).to_owned()
}
