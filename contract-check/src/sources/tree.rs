//! Folders of files that belong together: all of them are old, or all are new.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

/// The file that says which others we wrote: what is not in it is somebody else's.
const LIST: &str = ".contract-check";

/// Why a folder cannot be written.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum Error {
    /// The system refuses.
    #[error("cannot write {}: {error}", path.display())]
    Write {
        /// The file or folder.
        path: PathBuf,
        /// What the system said.
        error: io::Error,
    },
    /// The folder holds something that would be lost.
    #[error(
        "{} holds {file}, which contract-check did not write; the folder would be replaced as a \
         whole, so give one that is new, empty or written by the same command",
        folder.display()
    )]
    NotOurs {
        /// The folder.
        folder: PathBuf,
        /// A file in it.
        file: String,
    },
}

/// Writes a folder with these files, by their paths in it, and nothing else. They are written
/// into a neighbour first, which then takes the name; an older folder of ours goes.
///
/// # Errors
/// When the folder holds files that are not ours, or the system refuses; the old folder is then
/// whole, and the neighbour is gone.
pub fn write(folder: &Path, files: &BTreeMap<String, String>) -> Result<(), Error> {
    // A link stays where it is, and leads to the new folder.
    let folder = match fs::canonicalize(folder) {
        Ok(real) => real,
        Err(_) => std::path::absolute(folder).map_err(at(folder))?,
    };
    let there = folder.exists();
    if there {
        ours(&folder)?;
    }
    let missing = || at(&folder)(io::ErrorKind::InvalidInput.into());
    let name = folder.file_name().ok_or_else(missing)?.to_string_lossy();
    let parent = folder.parent().ok_or_else(missing)?;
    let neighbour = |word| parent.join(format!(".{name}.{}.{word}", std::process::id()));
    let (new, old) = (neighbour("new"), neighbour("old"));
    let written = fill(&new, files).and_then(|()| {
        if !there {
            return fs::rename(&new, &folder).map_err(at(&folder));
        }
        fs::rename(&folder, &old).map_err(at(&folder))?;
        fs::rename(&new, &folder).map_err(|error| {
            // The reason is in the error; if this fails too, the old folder has its other name.
            let _ = fs::rename(&old, &folder);
            at(&folder)(error)
        })
    });
    // What cannot be removed costs only space.
    let _ = fs::remove_dir_all(if written.is_ok() { &old } else { &new });
    written
}

fn at(path: &Path) -> impl FnOnce(io::Error) -> Error {
    let path = path.to_owned();
    |error| Error::Write { path, error }
}

fn fill(folder: &Path, files: &BTreeMap<String, String>) -> Result<(), Error> {
    let mut list = String::new();
    for (path, text) in files {
        list.push_str(path);
        list.push('\n');
        super::file::write(&folder.join(path), text.as_bytes()).map_err(at(&folder.join(path)))?;
    }
    super::file::write(&folder.join(LIST), list.as_bytes()).map_err(at(&folder.join(LIST)))
}

/// Whether everything in a folder was written by us.
fn ours(folder: &Path) -> Result<(), Error> {
    let list = match fs::read_to_string(folder.join(LIST)) {
        Ok(list) => list,
        Err(error) if error.kind() == io::ErrorKind::NotFound => String::new(),
        Err(error) => return Err(at(&folder.join(LIST))(error)),
    };
    let mut ours: BTreeSet<&str> = list.lines().collect();
    ours.insert(LIST);
    let mut folders = vec![folder.to_owned()];
    while let Some(next) = folders.pop() {
        for entry in fs::read_dir(&next).map_err(at(&next))? {
            let entry = entry.map_err(at(&next))?;
            if entry.file_type().map_err(at(&entry.path()))?.is_dir() {
                folders.push(entry.path());
                continue;
            }
            let path = entry.path();
            let parts: Vec<_> = path
                .strip_prefix(folder)
                .unwrap_or(&path)
                .iter()
                .map(|part| part.to_string_lossy())
                .collect();
            let file = parts.join("/");
            if !ours.contains(file.as_str()) {
                return Err(Error::NotOurs { folder: folder.to_owned(), file });
            }
        }
    }
    Ok(())
}
