//! CODEOWNERS, as GitHub and GitLab read it: whether somebody has to review a file.

use std::fs;
use std::path::{Path, PathBuf};

/// Where the file may stand, in the order in which it is looked for.
const PLACES: [&str; 4] =
    [".github/CODEOWNERS", "CODEOWNERS", "docs/CODEOWNERS", ".gitlab/CODEOWNERS"];

/// The file of a repository.
#[derive(Debug)]
pub(super) struct Codeowners {
    root: PathBuf,
    lines: Vec<Line>,
}

#[derive(Debug)]
struct Line {
    pattern: String,
    owned: bool,
}

impl Codeowners {
    /// The file of the repository that holds a folder; none where there is no such file.
    pub(super) fn find(folder: &Path) -> Option<Self> {
        let root = folder.ancestors().find(|it| it.join(".git").exists()).unwrap_or(folder);
        let text = PLACES.iter().find_map(|place| fs::read_to_string(root.join(place)).ok())?;
        Some(Self { root: root.to_owned(), lines: lines(&text) })
    }

    /// Whether somebody owns a file.
    pub(super) fn own(&self, path: &Path) -> bool {
        let path = path.strip_prefix(&self.root).unwrap_or(path);
        let parts: Vec<String> =
            path.iter().map(|part| part.to_string_lossy().into_owned()).collect();
        let parts: Vec<&str> = parts.iter().map(String::as_str).collect();
        // The last line that matches decides, also where it names nobody.
        let last = self.lines.iter().rev().find(|line| matches(&line.pattern, &parts));
        last.is_some_and(|line| line.owned)
    }
}

fn lines(text: &str) -> Vec<Line> {
    let mut lines = Vec::new();
    // A section of GitLab's may name owners for all of its lines.
    let mut section_owned = false;
    for line in text.lines() {
        let line = line.split(" #").next().unwrap_or_default().trim();
        if line.is_empty() || line.starts_with('#') {
            continue;
        }
        if line.starts_with('[') || line.starts_with("^[") {
            let owners = line.rsplit(']').next().unwrap_or_default();
            section_owned = !owners.trim().is_empty();
            continue;
        }
        let mut words = line.split_whitespace();
        if let Some(pattern) = words.next() {
            let owned = words.next().is_some() || section_owned;
            lines.push(Line { pattern: pattern.to_owned(), owned });
        }
    }
    lines
}

/// Whether a pattern is about a file, given by the parts of its path: the file itself, or a folder
/// around it (gitignore's rules, without negation).
fn matches(pattern: &str, path: &[&str]) -> bool {
    let anchored = pattern.trim_end_matches('/').contains('/');
    let folder_only = pattern.ends_with('/');
    let parts: Vec<&str> = pattern.split('/').filter(|part| !part.is_empty()).collect();
    let longest = if folder_only { path.len().saturating_sub(1) } else { path.len() };
    let starts = if anchored { 0..=0 } else { 0..=path.len() };
    starts.into_iter().any(|start| {
        (start..=longest).any(|end| {
            // `*` alone is about files, `/a/*` about what is directly in `a`.
            let last_star = parts.last() == Some(&"*") && end < path.len() && anchored;
            !last_star && parts_match(&parts, &path[start..end])
        })
    })
}

fn parts_match(pattern: &[&str], path: &[&str]) -> bool {
    match (pattern, path) {
        ([], []) => true,
        (["**", rest @ ..], _) => (0..=path.len()).any(|skip| parts_match(rest, &path[skip..])),
        ([first, rest @ ..], [part, others @ ..]) => {
            part_matches(first.as_bytes(), part.as_bytes()) && parts_match(rest, others)
        }
        _ => false,
    }
}

fn part_matches(pattern: &[u8], part: &[u8]) -> bool {
    match (pattern, part) {
        ([], []) => true,
        ([b'*', rest @ ..], _) => (0..=part.len()).any(|skip| part_matches(rest, &part[skip..])),
        ([b'?', rest @ ..], [_, others @ ..]) => part_matches(rest, others),
        ([first, rest @ ..], [byte, others @ ..]) => first == byte && part_matches(rest, others),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn owned(text: &str, path: &str) -> bool {
        let owners = Codeowners { root: PathBuf::new(), lines: lines(text) };
        owners.own(Path::new(path))
    }

    #[test]
    fn patterns_are_those_of_gitignore() {
        let file = "shop/contracts/changes/a.toml";
        for (pattern, expected) in [
            ("*", true),
            ("*.toml", true),
            ("*.json", false),
            ("/shop/", true),
            ("shop", true),
            ("contracts/", true),
            ("/contracts/", false),
            ("/shop/contracts", true),
            ("shop/contracts/changes/*", true),
            ("shop/contracts/*", false),
            ("/shop/**/a.toml", true),
            ("**/changes/", true),
            ("changes/a.tom", false),
            ("a.toml/", false),
            ("a.t?ml", true),
        ] {
            assert_eq!(owned(&format!("{pattern} @acme/orders"), file), expected, "{pattern}");
        }
    }

    #[test]
    fn the_last_line_decides() {
        let text = "* @acme/all\n/contracts/ # nobody\n";
        assert!(!owned(text, "contracts/changes/a.toml"));
        assert!(owned(text, "src/lib.rs"));
        assert!(!owned("# @acme/orders\n", "src/lib.rs"));
        assert!(owned("[Contracts] @acme/orders\n/contracts/\n", "contracts/changes/a.toml"));
        assert!(!owned("[Contracts]\n/contracts/\n", "contracts/changes/a.toml"));
    }
}
