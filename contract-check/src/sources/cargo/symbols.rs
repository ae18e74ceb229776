//! The items of a crate, found in the symbol tables of its rlib.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use object::read::archive::ArchiveFile;
use object::{Object as _, ObjectSymbol as _};

use super::Error;

/// What the names of accessor functions begin with; the version of the tables and the crate's
/// name follow.
const PREFIX: &str = "__contract_check_item_";

/// The version of the tables that the generated harness can call: contract-core's types are its
/// own, so this only says how an accessor is named and what it returns.
const TABLES: &str = "1";

/// The names of the accessor functions in an rlib, sorted.
///
/// # Errors
/// When the file is no archive, or an item has tables of another version.
pub(super) fn items(rlib: &Path) -> Result<BTreeSet<String>, Error> {
    let unreadable = |reason: String| Error::Rlib { path: rlib.to_owned(), reason };
    let data = fs::read(rlib).map_err(|error| unreadable(error.to_string()))?;
    let archive =
        ArchiveFile::parse(data.as_slice()).map_err(|error| unreadable(error.to_string()))?;
    let mut items = BTreeSet::new();
    for member in archive.members() {
        let member = member.map_err(|error| unreadable(error.to_string()))?;
        let content =
            member.data(data.as_slice()).map_err(|error| unreadable(error.to_string()))?;
        // Metadata and native objects of other formats have no items of ours.
        let Ok(file) = object::File::parse(content) else { continue };
        for symbol in file.symbols() {
            // Mach-O puts an underscore before every name.
            let Ok(name) = symbol.name() else { continue };
            let Some(start) = name.find(PREFIX).filter(|start| *start <= 1) else { continue };
            if !symbol.is_definition() {
                continue;
            }
            let name = &name[start..];
            let version = name[PREFIX.len()..].split('_').next().unwrap_or_default();
            if version != TABLES {
                return Err(Error::Tables {
                    path: rlib.to_owned(),
                    found: version.to_owned(),
                    known: TABLES,
                });
            }
            items.insert(name.to_owned());
        }
    }
    Ok(items)
}
