//! Baselines: the documents last released.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use contract_core::document::{Document, ReadError};

use super::git::{self, Revision};

/// Where baselines come from.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Source {
    /// The checked-in files beside each package.
    #[default]
    CheckedIn,
    /// A file, or a folder of `<id>.json` files.
    Path(PathBuf),
    /// The checked-in files as they are in a git revision.
    Git(String),
}

impl std::str::FromStr for Source {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        match text.split_once(':') {
            Some(("git", "")) => Err("`git:` is followed by a revision: `git:main`".to_owned()),
            Some(("git", revision)) if revision.starts_with('-') => {
                Err(format!("`{revision}` is not a git revision"))
            }
            Some(("git", revision)) => Ok(Self::Git(revision.to_owned())),
            Some(("registry", _)) => {
                Err("baselines from registries are not known to this version; \
                     give a file, a folder or `git:REVISION`"
                    .to_owned())
            }
            _ if text.is_empty() => Err("give a file, a folder or `git:REVISION`".to_owned()),
            _ => Ok(Self::Path(text.into())),
        }
    }
}

/// A document that was released.
#[derive(Clone, Debug, PartialEq)]
pub struct Baseline {
    /// The document.
    pub document: Document,
    /// Where it comes from, for messages.
    pub origin: String,
}

/// Why a baseline cannot be read.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum Error {
    /// The file cannot be read.
    #[error("cannot read the baseline {origin}: {error}")]
    File {
        /// The file.
        origin: String,
        /// What the system said.
        error: io::Error,
    },
    /// The file is not a contract document.
    #[error("the baseline {origin} cannot be read: {error}")]
    Document {
        /// The file.
        origin: String,
        /// What is wrong with it.
        error: ReadError,
    },
    /// The document is another contract's.
    #[error("the baseline {origin} is of the contract `{found}`, not of `{id}`")]
    Other {
        /// The file.
        origin: String,
        /// Whose it is.
        found: String,
        /// Whose it should be.
        id: String,
    },
    /// Git failed.
    #[error(transparent)]
    Git(#[from] git::Error),
}

/// The file of a contract's checked-in baseline.
pub fn file(folder: &Path, id: &str) -> PathBuf {
    folder.join(format!("{id}.json"))
}

/// The baseline of a contract; none if there is no such file. `folder` is where the package
/// keeps its baselines, `package` the package's directory.
///
/// # Errors
/// When a file exists but cannot be read as this contract's document, or git fails.
pub fn load(
    source: &Source,
    package: &Path,
    folder: &Path,
    id: &str,
) -> Result<Option<Baseline>, Error> {
    match source {
        Source::CheckedIn => read(&file(folder, id), id),
        Source::Path(path) if path.is_dir() => read(&file(path, id), id),
        Source::Path(path) => {
            let missing = io::Error::from(io::ErrorKind::NotFound);
            let origin = path.display().to_string();
            read(path, id)?.ok_or(Error::File { origin, error: missing }).map(Some)
        }
        Source::Git(revision) => {
            let relative = folder.strip_prefix(package).unwrap_or(folder);
            let parts: Vec<_> = relative.iter().map(|part| part.to_string_lossy()).collect();
            let path = format!("{}/{id}.json", parts.join("/"));
            let found = Revision::resolve(package, revision)?.read(&path)?;
            found
                .map(|found| parse(&found.content, format!("{revision}:{}", found.path), id))
                .transpose()
        }
    }
}

fn read(path: &Path, id: &str) -> Result<Option<Baseline>, Error> {
    let origin = path.display().to_string();
    match super::file::text(path) {
        Ok(text) => parse(&text, origin, id).map(Some),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
        Err(error) => Err(Error::File { origin, error }),
    }
}

fn parse(text: &str, origin: String, id: &str) -> Result<Baseline, Error> {
    let document = match Document::read(text) {
        Ok(document) => document,
        Err(error) => return Err(Error::Document { origin, error }),
    };
    if document.contract.id != id {
        let (found, id) = (document.contract.id, id.to_owned());
        return Err(Error::Other { origin, found, id });
    }
    Ok(Baseline { document, origin })
}

/// The folders of released versions in a folder of baselines that have no baseline beside them,
/// sorted: what was promised there is promised by nothing now.
///
/// # Errors
/// When the folder exists and cannot be read.
pub fn deserted(folder: &Path) -> Result<Vec<PathBuf>, Error> {
    let unreadable = |error| Error::File { origin: folder.display().to_string(), error };
    let entries = match fs::read_dir(folder) {
        Ok(entries) => entries,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Vec::new()),
        Err(error) => return Err(unreadable(error)),
    };
    let is_version = |path: PathBuf| {
        let stem = path.file_stem().and_then(|name| name.to_str());
        path.extension().is_some_and(|it| it == "json")
            && stem.is_some_and(|stem| semver::Version::parse(stem).is_ok())
    };
    let mut deserted = Vec::new();
    for entry in entries {
        let path = entry.map_err(unreadable)?.path();
        let Some(id) = path.file_name().and_then(|name| name.to_str()) else { continue };
        if file(folder, id).symlink_metadata().is_ok() {
            continue;
        }
        // What is no folder holds nothing.
        let versions = fs::read_dir(&path).into_iter().flatten().flatten();
        if versions.map(|it| it.path()).any(is_version) {
            deserted.push(path);
        }
    }
    deserted.sort();
    Ok(deserted)
}

/// The ids of the checked-in baselines in a folder, sorted. Files that are no contract documents
/// belong to somebody else.
///
/// # Errors
/// When the folder exists and cannot be read.
pub fn ids(folder: &Path) -> Result<Vec<String>, Error> {
    let unreadable = |error| Error::File { origin: folder.display().to_string(), error };
    let entries = match fs::read_dir(folder) {
        Ok(entries) => entries,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Vec::new()),
        Err(error) => return Err(unreadable(error)),
    };
    let mut ids = Vec::new();
    for entry in entries {
        let path = entry.map_err(unreadable)?.path();
        let id = path.file_stem().and_then(|name| name.to_str()).unwrap_or_default();
        if path.extension().is_some_and(|it| it == "json") && matches!(read(&path, id), Ok(Some(_)))
        {
            ids.push(id.to_owned());
        }
    }
    ids.sort();
    Ok(ids)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn released_versions_without_a_baseline_are_deserted() {
        let folder =
            std::env::temp_dir().join(format!("contract-check-ids-{}", std::process::id()));
        let write = |path: &str| {
            super::super::file::write(&folder.join(path), b"{}").expect("a file");
        };
        write("orders.json");
        write("orders/1.0.0.json");
        write("billing/1.0.0.json");
        write("billing/1.0.0.toml");
        write("consumers/shop.toml");
        write("examples/one.json");
        assert_eq!(deserted(&folder).expect("a folder"), [folder.join("billing")]);
        fs::remove_dir_all(&folder).expect("the folder goes");
        assert!(deserted(&folder).expect("no folder").is_empty());
    }
}
