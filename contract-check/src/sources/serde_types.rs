//! Types that serde writes or reads, found in source text for `init`.
//!
//! A draft needs neither a build nor a parser: this looks at `#[derive(..)]` lines and the item
//! that follows. What macros generate stays unseen, and a derive in a comment or a string is
//! taken for one: the list is for people to go through.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

/// A type that derives `Serialize` or `Deserialize`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SerdeType {
    /// `struct Order`, `enum Kind`.
    pub item: String,
    /// 1-based line of the derive.
    pub line: usize,
    /// Whether it derives `Contract` as well.
    pub contract: bool,
}

/// The serde types in one file.
pub fn serde_types(source: &str) -> Vec<SerdeType> {
    let mut found = Vec::new();
    let mut rest = source;
    while let Some(start) = rest.find("#[derive(") {
        let derive = &rest[start + "#[derive(".len()..];
        let line = source.len() - rest.len() + start;
        let line = source[..line].matches('\n').count() + 1;
        let Some(end) = derive.find(")]") else { break };
        let (list, after) = derive.split_at(end);
        rest = after;
        let Some((item, attributes)) = item(&after[")]".len()..]) else { continue };
        let derived = format!("{list},{}", derives(attributes));
        let has = |name: &str| {
            derived.split(',').any(|it| it.rsplit("::").next().is_some_and(|it| it.trim() == name))
        };
        // The second of two derives on one item ends there too, and is counted already.
        let again = found.last().is_some_and(|last: &SerdeType| last.item == item);
        if (has("Serialize") || has("Deserialize")) && !again {
            let contract = has("Contract");
            found.push(SerdeType { item, line, contract });
        }
    }
    found
}

/// The item after its attributes, `struct Order`, and the text before it.
fn item(source: &str) -> Option<(String, &str)> {
    let words = |kind: &str| Some((source.find(&format!("{kind} "))?, kind.to_owned()));
    let (start, kind) = [words("struct"), words("enum")].into_iter().flatten().min()?;
    let name = source[start + kind.len()..].trim_start();
    let name: String = name.chars().take_while(|it| it.is_alphanumeric() || *it == '_').collect();
    (!name.is_empty()).then(|| (format!("{kind} {name}"), &source[..start]))
}

/// The contents of the derives in some attributes.
fn derives(attributes: &str) -> String {
    let parts = attributes.split("#[derive(").skip(1);
    parts.filter_map(|part| part.split(")]").next()).collect::<Vec<_>>().join(",")
}

/// The Rust files below a folder, sorted.
///
/// # Errors
/// When a folder cannot be read.
pub fn rust_files(folder: &Path) -> io::Result<Vec<PathBuf>> {
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
    files.sort();
    Ok(files)
}

#[cfg(test)]
mod tests {
    use super::{SerdeType, serde_types};

    #[test]
    fn derives_of_serde_are_found_and_others_are_not() {
        let source = "
            #[derive(Debug, Clone)]
            struct Plain;
            #[derive(Debug, serde::Serialize)]
            #[serde(rename_all = \"camelCase\")]
            /// Doc.
            pub(crate) struct Order<T> { total: T }
            #[derive(
                Deserialize,
                contract_core::Contract,
            )]
            enum Kind { A }
            #[derive(SerializeDisplay)]
            struct NotSerde;
            #[derive(Serialize)]
            #[derive(Contract)]
            struct Later(u8);
        ";
        let found: Vec<(String, usize, bool)> = serde_types(source)
            .into_iter()
            .map(|SerdeType { item, line, contract }| (item, line, contract))
            .collect();
        assert_eq!(
            found,
            [
                ("struct Order".to_owned(), 4, false),
                ("enum Kind".to_owned(), 8, true),
                ("struct Later".to_owned(), 15, true),
            ]
        );
    }

    #[test]
    fn half_a_file_is_no_trouble() {
        assert_eq!(serde_types("#[derive(Serialize"), []);
        assert_eq!(serde_types("#[derive(Serialize)] "), []);
        assert_eq!(serde_types("#[derive(Serialize)] struct"), []);
    }
}
