//! The patch that makes a first contract: lines are put in, and none is taken away.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use super::{Found, SourceFile};

/// How many lines a hunk shows around what it adds, as `diff -u` does.
const CONTEXT: usize = 3;

/// The patch, against the package's directory; empty where there is nothing to add.
pub fn patch(found: &Found, id: &str) -> String {
    let mut patch = String::new();
    for file in &found.files {
        let mut added: BTreeMap<usize, Vec<String>> = BTreeMap::new();
        for it in &file.types {
            let Some(line) = it.before else { continue };
            let indent: String = file
                .text
                .lines()
                .nth(line - 1)
                .unwrap_or_default()
                .chars()
                .take_while(|c| c.is_whitespace())
                .collect();
            added
                .entry(line)
                .or_default()
                .push(format!("{indent}#[derive(contract_core::Contract)]"));
        }
        if found.root.as_ref() == Some(&file.path) {
            added.entry(file.top).or_default().splice(..0, declaration(file, id));
        }
        if !added.is_empty() {
            one(file, &added, &mut patch);
        }
    }
    patch
}

/// `contract!`, with an empty line where it would touch other code.
fn declaration(file: &SourceFile, id: &str) -> Vec<String> {
    let lines: Vec<&str> = file.text.lines().collect();
    let blank = |line: Option<&&str>| line.is_none_or(|line| line.trim().is_empty());
    let mut text = vec![
        "contract_core::contract! {".to_owned(),
        format!("    id = \"{id}\","),
        "    level = incidental,".to_owned(),
        "}".to_owned(),
    ];
    if file.top >= 2 && !blank(lines.get(file.top - 2)) {
        text.insert(0, String::new());
    }
    if !blank(lines.get(file.top - 1)) {
        text.push(String::new());
    }
    text
}

/// The hunks of one file. `added` holds what comes before each line.
fn one(file: &SourceFile, added: &BTreeMap<usize, Vec<String>>, patch: &mut String) {
    // `diff` ends names with spaces in them with a tab.
    let tab = if file.path.contains(char::is_whitespace) { "\t" } else { "" };
    let _ = write!(patch, "--- a/{0}{tab}\n+++ b/{0}{tab}\n", file.path);
    let ends = file.text.ends_with('\n') || file.text.is_empty();
    let lines: Vec<&str> = file.text.split_terminator('\n').collect();
    let mut moved = 0;
    for (start, end) in ranges(added, lines.len()) {
        let new: usize = added.range(start..=end).map(|(_, text)| text.len()).sum();
        let count = end - start;
        // A side without lines is told by the line before it.
        let old_start = if count == 0 { start - 1 } else { start };
        let _ = writeln!(patch, "@@ -{old_start},{count} +{},{} @@", start + moved, count + new);
        for line in start..=end {
            for text in added.get(&line).into_iter().flatten() {
                let _ = writeln!(patch, "+{text}");
            }
            if line < end {
                let _ = writeln!(patch, " {}", lines[line - 1]);
                if line == lines.len() && !ends {
                    patch.push_str("\\ No newline at end of file\n");
                }
            }
        }
        moved += new;
    }
}

/// The lines of each hunk, 1-based and without the last: what is added with its surroundings,
/// and one hunk where these meet.
fn ranges(added: &BTreeMap<usize, Vec<String>>, lines: usize) -> Vec<(usize, usize)> {
    let mut ranges: Vec<(usize, usize)> = Vec::new();
    for &line in added.keys() {
        let start = line.saturating_sub(CONTEXT).max(1);
        let end = (line + CONTEXT).min(lines + 1).max(line);
        match ranges.last_mut() {
            Some((_, last)) if start <= *last => *last = end,
            _ => ranges.push((start, end)),
        }
    }
    ranges
}

#[cfg(test)]
mod tests {
    use super::super::scan::scan;
    use super::*;

    fn patched(text: &str) -> String {
        let found = Found {
            files: vec![scan("src/lib.rs", text).expect("Rust")],
            root: Some("src/lib.rs".to_owned()),
            ..Found::default()
        };
        patch(&found, "orders")
    }

    #[test]
    fn lines_are_put_where_they_belong() {
        let text = "//! Orders.\nuse serde::Serialize;\n\n/// An order.\n#[derive(Serialize)]\n\
                    pub struct Order {\n    total: u64,\n}\n";
        assert_eq!(
            patched(text),
            "--- a/src/lib.rs\n+++ b/src/lib.rs\n@@ -1,8 +1,14 @@\n //! Orders.\n \
             use serde::Serialize;\n+\n+contract_core::contract! {\n+    id = \"orders\",\n\
             +    level = incidental,\n+}\n \n /// An order.\n #[derive(Serialize)]\n\
             +#[derive(contract_core::Contract)]\n pub struct Order {\n     total: u64,\n }\n"
        );
    }

    #[test]
    fn an_empty_file_and_one_without_a_last_line_end_are_patched() {
        assert!(patched("").contains("@@ -0,0 +1,4 @@\n+contract_core"), "{}", patched(""));
        let open = patched("#[derive(Serialize)]\nstruct A;");
        assert!(open.ends_with(" struct A;\n\\ No newline at end of file\n"), "{open}");
    }
}
