//! The pages of the examples about behaviour break their contracts on purpose. Every edit in the
//! table of a page is made in a copy of the example, all of them at once, and the judge says what
//! the table says and nothing else.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use serde_json::Value;

fn repository() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().expect("tests/ is below the root")
}

/// A row of a page's table: the file, what stands there, what is written instead, the rule.
struct Edit {
    file: String,
    from: String,
    to: String,
    rule: String,
}

fn edits(page: &str) -> Vec<Edit> {
    let rows = page.lines().filter_map(|line| line.strip_prefix("| `")?.strip_suffix("` |"));
    let edits = rows.map(|row| {
        let cells: Vec<&str> = row.split("` | `").collect();
        let [file, from, to, rule] = cells[..] else { panic!("{row}") };
        let [file, from, to, rule] = [file, from, to, rule].map(str::to_owned);
        Edit { file, from, to, rule }
    });
    edits.collect()
}

/// A copy of an example as a workspace of its own, with the repository's lock file.
fn copy(example: &str) -> PathBuf {
    let root = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("promises of {example}"));
    let _ = fs::remove_dir_all(&root);
    let (from, to) = (repository().join("examples").join(example), root.join(example));
    for folder in ["src", "contracts"] {
        fs::create_dir_all(to.join(folder)).expect("a folder");
        for file in fs::read_dir(from.join(folder)).expect("files") {
            let file = file.expect("a file");
            fs::copy(file.path(), to.join(folder).join(file.file_name())).expect("a copy");
        }
    }
    fs::copy(from.join("Cargo.toml"), to.join("Cargo.toml")).expect("a manifest");
    fs::copy(repository().join("Cargo.lock"), root.join("Cargo.lock")).expect("a lock file");
    let manifest = fs::read_to_string(repository().join("Cargo.toml")).expect("a manifest");
    let mut copied = String::new();
    for line in manifest.lines() {
        let path = line.split("path = \"").nth(1).and_then(|rest| rest.split('"').next());
        if line.starts_with("members = ") {
            copied.push_str(&format!("members = [\"{example}\"]"));
        } else if let Some(path) = path {
            let absolute = repository().join(path).display().to_string().replace('\\', "/");
            copied.push_str(
                &line.replace(&format!("path = \"{path}\""), &format!("path = \"{absolute}\"")),
            );
        } else {
            copied.push_str(line);
        }
        copied.push('\n');
    }
    fs::write(root.join("Cargo.toml"), copied).expect("a manifest");
    root
}

/// The exit code, and the rules of what breaks, sorted.
fn check(root: &Path) -> (Option<i32>, Vec<String>) {
    let output = Command::new(env!("CARGO"))
        .args(["run", "--quiet", "--package", "contract-check", "--bin", "cargo-contract-check"])
        .args(["--", "check", "--offline", "--quiet", "--format", "json", "--manifest-path"])
        .arg(root.join("Cargo.toml"))
        .arg("--target-dir")
        .arg(root.parent().expect("a folder").join("promises, built"))
        .current_dir(repository())
        .output()
        .expect("the command runs");
    let err = String::from_utf8_lossy(&output.stderr);
    let out: Value = serde_json::from_slice(&output.stdout).unwrap_or_else(|_| panic!("{err}"));
    let mut rules = Vec::new();
    breaking(&out, &mut rules);
    rules.sort_unstable();
    (output.status.code(), rules)
}

/// The rules of all findings that break, however deep they stand.
fn breaking(value: &Value, rules: &mut Vec<String>) {
    match value {
        Value::Object(members) => {
            if members.get("severity").is_some_and(|it| it == "breaking") {
                rules.push(members["rule"].as_str().expect("a rule").to_owned());
            }
            members.values().for_each(|member| breaking(member, rules));
        }
        Value::Array(items) => items.iter().for_each(|item| breaking(item, rules)),
        _ => {}
    }
}

fn the_page_is_true(example: &str, rows: usize) {
    let page = repository().join("examples").join(example).join("README.md");
    let edits = edits(&fs::read_to_string(page).expect("the page"));
    assert_eq!(edits.len(), rows, "the page breaks the contract");
    let root = copy(example);
    for Edit { file, from, to, .. } in &edits {
        let path = root.join(example).join(file);
        let text = fs::read_to_string(&path).expect("the file");
        assert_eq!(text.matches(from.as_str()).count(), 1, "{file}: {from}");
        fs::write(path, text.replace(from.as_str(), to)).expect("the edit is written");
    }
    let mut expected: Vec<String> = edits.into_iter().map(|edit| edit.rule).collect();
    expected.sort_unstable();
    assert_eq!(check(&root), (Some(100), expected));
}

#[test]
fn charges() {
    the_page_is_true("payments", 7);
}

#[test]
fn imports() {
    the_page_is_true("import-jobs", 10);
}

#[test]
fn chats() {
    the_page_is_true("chat-stream", 5);
}

#[test]
fn events() {
    the_page_is_true("events", 7);
}
