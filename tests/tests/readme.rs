//! The README of `examples/orders` breaks the contract on purpose. Every edit on that page is made
//! in a copy of the example, and the screens on the page are what the compiler and the command print
//! about it. With
//! `UPDATE` set, the screens are written anew; read them before they are committed.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

fn repository() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().expect("tests/ is below the root")
}

/// The fenced blocks of a page: the language, and where the content lies.
fn blocks(page: &str) -> Vec<(&str, std::ops::Range<usize>)> {
    let mut blocks = Vec::new();
    let mut open: Option<(&str, usize)> = None;
    let mut at = 0;
    for line in page.split_inclusive('\n') {
        if let Some(language) = line.trim_end().strip_prefix("```") {
            match open.take() {
                None => open = Some((language, at + line.len())),
                Some((language, start)) => blocks.push((language, start..at)),
            }
        }
        at += line.len();
    }
    blocks
}

/// A copy of the example as a workspace of its own, with the repository's lock file.
fn copy() -> PathBuf {
    let root = Path::new(env!("CARGO_TARGET_TMPDIR")).join("readme of orders");
    let _ = fs::remove_dir_all(&root);
    let package = root.join("examples/orders");
    for folder in ["src", "contracts"] {
        fs::create_dir_all(package.join(folder)).expect("a folder");
        let files = fs::read_dir(repository().join("examples/orders").join(folder)).expect("files");
        for file in files {
            let file = file.expect("a file");
            fs::copy(file.path(), package.join(folder).join(file.file_name())).expect("a copy");
        }
    }
    fs::copy(repository().join("examples/orders/Cargo.toml"), package.join("Cargo.toml"))
        .expect("a manifest");
    fs::copy(repository().join("Cargo.lock"), root.join("Cargo.lock")).expect("a lock file");
    let manifest = fs::read_to_string(repository().join("Cargo.toml")).expect("a manifest");
    let mut copied = String::new();
    for line in manifest.lines() {
        let path = line.split("path = \"").nth(1).and_then(|rest| rest.split('"').next());
        if line.starts_with("members = ") {
            copied.push_str("members = [\"examples/orders\"]");
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

/// Applies a difference to the copied example, or takes it back.
fn apply(root: &Path, difference: &str, back: bool) {
    let file = root.join("edit.diff");
    fs::write(&file, difference).expect("the difference is written");
    let mut git = Command::new("git");
    git.current_dir(root.join("examples/orders"))
        // The copy lies below the repository; git must not take it for a part of that.
        .env("GIT_CEILING_DIRECTORIES", root)
        .args(["apply", "-p0"]);
    if back {
        git.arg("--reverse");
    }
    let status = git.arg(&file).status().expect("git runs");
    assert!(status.success(), "{difference}");
}

/// Runs cargo on the copied example.
fn cargo(root: &Path, arguments: &[&str], folder: &Path) -> Output {
    let built = root.parent().expect("a folder").join("readme of orders, built");
    Command::new(env!("CARGO"))
        .args(arguments)
        .args(["--offline", "--color", "never", "--manifest-path"])
        .arg(root.join("Cargo.toml"))
        .arg("--target-dir")
        .arg(built)
        .current_dir(folder)
        .env_remove("CONTRACT_CHECK")
        .output()
        .expect("cargo runs")
}

/// What the compiler says about the edited example.
fn compiler(root: &Path) -> String {
    let output = cargo(root, &["check", "--quiet", "--lib", "--package", "orders"], root);
    let err = String::from_utf8(output.stderr).expect("the screen is UTF-8");
    assert_eq!(output.status.code(), Some(101), "{err}");
    let end = err.find("\n\nFor more information").expect("one error at least");
    let errors = format!("{}\n", &err[..end]);
    let lines = errors.lines().map(|line| format!("{}\n", line.trim_end()));
    lines.collect()
}

/// What the command says about it.
fn command(root: &Path) -> String {
    let run = ["run", "--quiet", "--package", "contract-check", "--bin", "cargo-contract-check"];
    let output = cargo(root, &[&run[..], &["--", "check"]].concat(), repository());
    let err = String::from_utf8_lossy(&output.stderr);
    assert_eq!(output.status.code(), Some(100), "{err}");
    String::from_utf8(output.stdout).expect("the screen is UTF-8")
}

#[test]
fn the_page_about_breaking_orders_is_true() {
    let path = repository().join("examples/orders/README.md");
    let page = fs::read_to_string(&path).expect("the page");
    let root = copy();
    let blocks = blocks(&page);
    let edits: Vec<_> = blocks.windows(3).filter(|three| three[0].0 == "diff").collect();
    assert_eq!(edits.len(), 5, "the page breaks the contract five ways");
    let mut updated = page.clone();
    for three in edits.iter().rev() {
        let difference = &page[three[0].1.clone()];
        apply(&root, difference, false);
        let said = [compiler(&root), command(&root)];
        apply(&root, difference, true);
        for (screen, said) in three[1..].iter().zip(said).rev() {
            assert_eq!(screen.0, "text", "two screens follow every edit");
            if std::env::var_os("UPDATE").is_some() {
                updated.replace_range(screen.1.clone(), &said);
            } else {
                assert_eq!(page[screen.1.clone()], said, "{difference}");
            }
        }
    }
    if updated != page {
        fs::write(&path, updated).expect("the page is written");
    }
}
