//! The list of what to decide.

use std::fmt::Write as _;

use super::{Found, id};
use crate::sources::cargo::Package;

/// Crates whose types have a wire shape behind a feature of contract-core with the same name.
const FOREIGN: &[&str] = &[
    "arrayvec",
    "bigdecimal",
    "bytes",
    "chrono",
    "either",
    "indexmap",
    "jiff",
    "rust_decimal",
    "semver",
    "serde_json",
    "smallvec",
    "smol_str",
    "time",
    "url",
    "uuid",
];

/// The page, in Markdown. `folder` is where it and the patch stand, from the package's directory.
pub fn page(package: &Package, found: &Found, folder: &str, patched: bool) -> String {
    let (name, id) = (&package.name, id(&package.name));
    let mut page = format!(
        "# A first contract for {name}\n\
         `cargo contract-check init` wrote this folder's START.md and start.patch, and touched no \
         other file. Work through the page, then delete both.\n\n\
         ## Begin\nIn the folder of the package:\n\n"
    );
    let depends = package.dependencies.iter().any(|it| it.name == "contract-core");
    let features: Vec<&str> = FOREIGN
        .iter()
        .copied()
        .filter(|name| package.dependencies.iter().any(|it| it.kind.is_none() && it.name == *name))
        .collect();
    if !depends || !features.is_empty() {
        page.push_str("    cargo add contract-core");
        if !features.is_empty() {
            let _ = write!(page, " --features {}", features.join(","));
        }
        page.push('\n');
    }
    if patched {
        let _ = writeln!(page, "    git apply {folder}/start.patch");
    }
    let _ = write!(page, "    cargo contract-check accept --package {name}\n\n");
    if patched {
        page.push_str("The patch adds `contract!` and derives `Contract` beside serde's traits. ");
    }
    let _ = write!(
        page,
        "Everything is `incidental` at first: observable and not promised, so that no change is a \
         break. The last command records what there is in {folder}/{id}.json; commit it.\n\n\
         ## Decide\n\
         - [ ] What consumers call the contract. Its id is for good; `{id}` is the package's name.\n\
         - [ ] Who decides about it: `owner = \"@team\"` in `contract!`.\n\
         - [ ] Which of the types below leave the program. Settings and private storage need no \
         contract: take the derive away.\n\
         - [ ] What you mean to keep, and how firmly: `#[contract(level = stable)]` on a type or a \
         field, or `level = stable` in `contract!`. Raise it when you are ready to be held to it.\n\
         - [ ] What callers may match on when something fails: `#[derive(contract_core::\
         ContractError)]` on the error enum.\n"
    );
    if found.types().next().is_some() {
        page.push_str("\n### Types that serde writes or reads\n");
    }
    for (file, it) in found.types() {
        let by_hand = match it.before {
            Some(_) => "",
            None => "; shares its line with other code, so derive `Contract` by hand",
        };
        let _ = writeln!(page, "- [ ] `{}`, {}:{}{by_hand}", it.item, file.path, it.line);
    }
    if found.files.iter().any(|file| !file.handlers.is_empty()) {
        page.push_str(
            "\n### Functions that look like handlers\n\
             `#[contract_core::handler(id = \"..\", http(GET, \"/..\"), readonly)]` says who writes \
             and who reads: until then a type counts as stored data, which both sides do. What does \
             more than read says with `cancel = ..` what remains when the caller goes away.\n\n",
        );
    }
    for file in &found.files {
        for (line, name) in &file.handlers {
            let _ = writeln!(page, "- [ ] `{name}`, {}:{line}", file.path);
        }
    }
    if !found.unread.is_empty() {
        page.push_str("\n### Files that could not be read\n");
    }
    for file in &found.unread {
        let _ = writeln!(page, "- {file}");
    }
    page.push_str(
        "\n## Then\nLet every pull request run `cargo contract-check`; there is a GitHub Action \
         and a hook for pre-commit.\n",
    );
    page
}
