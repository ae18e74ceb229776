//! `init` on packages without a contract: what it writes, and that what it writes works.

use std::fs;
use std::path::Path;

use crate::project::Project;

const ORDER: &str = "\
//! Orders.

use serde::{Deserialize, Serialize};

/// An order.
#[derive(Serialize, Deserialize)]
pub struct Order {
    /// What it costs.
    pub total: u64,
    /// Where it goes.
    pub place: inner::Place,
}

/// Further down.
pub mod inner {
    /// A place.
    #[derive(serde::Serialize, serde::Deserialize)]
    pub enum Place {
        /// Here.
        Here,
    }
}

#[cfg(test)]
mod tests {
    #[derive(serde::Serialize)]
    struct InTest;
}
";

const SERDE: &str = "[dependencies]\nserde = { version = \"1\", features = [\"derive\"] }\n";

fn manifest(name: &str, more: &str) -> String {
    format!("[package]\nname = \"{name}\"\nversion = \"0.1.0\"\nedition = \"2021\"\n{more}")
}

fn workspace(name: &str) -> Project {
    Project::new(name)
        .file(
            "Cargo.toml",
            "[workspace]\nresolver = \"2\"\nmembers = [\"my shop\", \"jobs\", \"plain\"]\n",
        )
        .bare_package("my shop", &manifest("shop", SERDE), &[("src/lib.rs", ORDER)])
        .bare_package(
            "jobs",
            &manifest("jobs", SERDE),
            &[
                ("src/main.rs", "mod job;\n\nfn main() {}\n"),
                ("src/job.rs", "#[derive(serde::Serialize)]\npub struct Job(u8);\n"),
            ],
        )
        .bare_package("plain", &manifest("plain", ""), &[("src/lib.rs", "pub struct Plain;\n")])
}

/// Every file of a project with its content.
fn everything(root: &Path) -> Vec<(String, Vec<u8>)> {
    let mut files = Vec::new();
    let mut folders = vec![root.to_owned()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).expect("a folder") {
            let path = entry.expect("an entry").path();
            if path.is_dir() {
                folders.push(path);
            } else {
                files.push((path.display().to_string(), fs::read(&path).expect("a file")));
            }
        }
    }
    files.sort();
    files
}

#[test]
fn a_start_is_written_beside_what_there_is() {
    let project = workspace("start");
    let before = everything(project.root());
    let run = project.run(&["init", "--workspace"]);
    assert_eq!(run.code, Some(0), "{run:#?}");
    assert_eq!(
        run.out,
        "jobs: 1 type without a contract.\n  \
         jobs/contracts/START.md says what to decide\n  \
         jobs/contracts/start.patch makes a first contract\n\
         shop: 2 types without a contract.\n  \
         my shop/contracts/START.md says what to decide\n  \
         my shop/contracts/start.patch makes a first contract\n"
    );
    let after = everything(project.root());
    for file in &before {
        assert!(after.contains(file), "{} was touched", file.0);
    }
    assert_eq!(after.len(), before.len() + 4);
    let page = project.read("my shop/contracts/START.md");
    for said in [
        "# A first contract for shop\n",
        "    cargo add contract-core\n    git apply contracts/start.patch\n    \
         cargo contract-check accept --package shop\n",
        "- [ ] `struct Order`, src/lib.rs:7\n- [ ] `enum Place`, src/lib.rs:18\n",
        "Everything is `incidental` at first",
    ] {
        assert!(page.contains(said), "{said} is not in\n{page}");
    }
    assert!(!page.contains("InTest"), "{page}");

    // What somebody has begun to fill in stays.
    project.write("jobs/contracts/START.md", "mine");
    let again = project.run(&["init", "--workspace"]);
    assert_eq!(again.code, Some(0), "{again:#?}");
    let kept = "jobs: jobs/contracts/START.md is there already; delete it to start anew.\n";
    assert!(again.out.starts_with(kept), "{}", again.out);
    assert_eq!(project.read("jobs/contracts/START.md"), "mine");

    let plain = project.run(&["init", "--package", "plain"]);
    assert!(plain.out.starts_with("Nothing to start with"), "{plain:#?}");
}

/// The three commands of the page, with the real contract-core.
#[test]
fn the_start_makes_a_contract() {
    let project = Project::new("start and accept").bare_package(
        ".",
        &manifest("shop", &format!("[workspace]\n{SERDE}")),
        &[("src/lib.rs", ORDER)],
    );
    assert_eq!(project.run(&["init"]).code, Some(0));
    let applied = project.other("git", &["apply", "contracts/start.patch"]);
    assert_eq!(applied.code, Some(0), "{applied:#?}");
    let manifest = project.read("Cargo.toml");
    project.write(
        "Cargo.toml",
        &format!("{manifest}contract-core = {{ path = \"{{contract-core}}\" }}\n"),
    );
    let accepted = project.run(&["accept", "--package", "shop"]);
    assert_eq!(accepted.code, Some(0), "{accepted:#?}");
    assert!(accepted.out.starts_with("shop: recorded in contracts/shop.json.\n"), "{accepted:#?}");
    let baseline = project.read("contracts/shop.json");
    assert!(baseline.contains("\"level\": \"incidental\""), "{baseline}");
    assert!(baseline.contains("\"Order\"") && baseline.contains("\"Place\""), "{baseline}");
    // The build, the run of its code, and nothing where the user wants it quiet.
    let lines = ["  Extracting the contracts of shop\n", "     Running the code of `shop` to"];
    assert!(lines.iter().all(|line| accepted.err.contains(line)), "{}", accepted.err);
    let quiet = project.run(&["check", "--quiet"]);
    assert_eq!((quiet.code, quiet.err.as_str()), (Some(0), ""));
    let colored = project.run(&["check", "--color", "always"]);
    assert!(colored.err.contains("\u{1b}[1m\u{1b}[92m  Extracting\u{1b}[0m"), "{colored:#?}");
    assert!(!colored.err.contains("Running"), "nothing changed, so nothing is run: {colored:#?}");
}

#[test]
fn a_file_that_is_no_rust_is_named() {
    let project = Project::new("start unread").bare_package(
        ".",
        &manifest("shop", &format!("[workspace]\n{SERDE}")),
        &[("src/lib.rs", ORDER), ("src/template.rs", "struct {{name}};\n")],
    );
    let run = project.run(&["init"]);
    assert_eq!(run.code, Some(0), "{run:#?}");
    assert!(run.out.contains("  not read: src/template.rs:1:8: "), "{}", run.out);
    assert!(project.read("contracts/START.md").contains("src/template.rs:1:8"));
}
