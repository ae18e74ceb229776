//! The walls of ARCHITECTURE.md: what a room must never touch.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().expect("the workspace")
}

/// The Rust files at or below a path.
fn files(at: &Path, all: &mut Vec<PathBuf>) {
    if at.is_dir() {
        for entry in fs::read_dir(at).expect("a folder") {
            files(&entry.expect("an entry").path(), all);
        }
    } else if at.extension().is_some_and(|it| it == "rs") {
        all.push(at.to_owned());
    }
}

/// Everything right of "documents" is a pure function: no files, no processes, no environment, no
/// clock, no printing.
#[test]
fn the_judge_is_pure() {
    let source = root().join("contract-check/src");
    let mut all = Vec::new();
    for room in [
        "content.rs",
        "date.rs",
        "diff",
        "evaluate",
        "finding.rs",
        "json",
        "openapi",
        "policy",
        "report",
        "rules",
        "schema",
        "shape",
        "verdict.rs",
    ] {
        let before = all.len();
        files(&source.join(room), &mut all);
        assert!(all.len() > before, "there is no room {room}");
    }
    let forbidden = [
        "std::fs",
        "std::process",
        "std::env",
        "TcpStream",
        "UdpSocket",
        "std::time",
        "SystemTime::",
        "Instant::",
        "println!",
        "print!(",
        "stdout()",
        "stderr()",
        "cargo_metadata",
        "crate::sources",
        "crate::cmd",
        "crate::cli",
    ];
    for file in all {
        let text = fs::read_to_string(&file).expect("a file");
        // Tests may look where they want.
        let code = text.split("#[cfg(test)]").next().unwrap_or_default();
        for line in code.lines().filter(|line| !line.trim_start().starts_with("//")) {
            for word in forbidden {
                assert!(!line.contains(word), "{} uses {word}: {line}", file.display());
            }
        }
    }
}

/// What a producer compiles for a contract: the macros and what they need, and serde's traits, which
/// whoever writes JSON compiles already.
#[test]
fn producers_compile_little() {
    let tree = Command::new(env!("CARGO"))
        .args(["tree", "--offline", "--locked", "--package", "contract-core", "--edges", "normal"])
        .args(["--prefix", "none", "--format", "{p}"])
        .current_dir(root())
        .output()
        .expect("cargo runs");
    assert!(tree.status.success(), "{}", String::from_utf8_lossy(&tree.stderr));
    let tree = String::from_utf8(tree.stdout).expect("UTF-8");
    let allowed = [
        "contract-core",
        "contract-macros",
        "proc-macro2",
        "quote",
        "serde_core",
        "serde_derive_internals",
        "syn",
        "unicode-ident",
    ];
    for package in tree.lines().filter_map(|line| line.split(' ').next()) {
        assert!(allowed.contains(&package), "contract-core depends on {package}");
    }
}

/// The modules of a file that only tests compile.
fn test_modules(text: &str) -> Vec<String> {
    let modules = text.split("#[cfg(test)]\nmod ").skip(1);
    let names = modules.filter_map(|rest| rest.split_once([';', ' ', '\n']));
    names.map(|(name, _)| name.to_owned()).filter(|name| name != "tests").collect()
}

/// The macros know nothing of the rest.
#[test]
fn the_macros_stand_alone() {
    let manifest = fs::read_to_string(root().join("contract-macros/Cargo.toml")).expect("a file");
    let dependencies = manifest.split("[dependencies]").nth(1).unwrap_or_default();
    let dependencies = dependencies.split("\n[").next().unwrap_or_default();
    for name in ["contract-core", "contract-check", "schemars", "darling", "serde_json"] {
        assert!(!dependencies.contains(name), "contract-macros depends on {name}");
    }
    let mut all = Vec::new();
    files(&root().join("contract-macros/src"), &mut all);
    // What is compiled for tests only is in no macro: the page of the keys, the goldens.
    let tests: Vec<String> = all
        .iter()
        .flat_map(|file| test_modules(&fs::read_to_string(file).expect("a file")))
        .collect();
    assert!(tests.iter().any(|name| name == "goldens"), "no module of tests was found: {tests:?}");
    all.retain(|file| !tests.iter().any(|name| file.ends_with(format!("{name}.rs"))));
    for file in all {
        let text = fs::read_to_string(&file).expect("a file");
        // Tests of a file stand at its end.
        let text = text.split("#[cfg(test)]\nmod tests {").next().unwrap_or_default();
        for word in ["std::fs", "std::process", "TcpStream", "std::time"] {
            assert!(!text.contains(word), "{} uses {word}", file.display());
        }
    }
}
