//! What CI is given: `action.yml` and `.pre-commit-hooks.yaml`. The scripts of the action run here
//! with the real command, as a runner would run them.

use std::fs;
#[cfg(unix)]
use std::process::Command;

use contract_check::cli::Cli;
use contract_check::json::Json;
use contract_check::openapi::yaml;

use crate::project::repository;
#[cfg(unix)]
use crate::project::{self, Project, Run, small_core};

fn file(name: &str) -> Json {
    let text = fs::read_to_string(repository().join(name)).expect("the file");
    yaml::parse(&text).unwrap_or_else(|error| panic!("{name}: {error}"))
}

fn text<'j>(of: &'j Json, name: &str) -> &'j str {
    of.get(name).and_then(Json::as_str).unwrap_or_else(|| panic!("no text {name} in {of:?}"))
}

/// The action's steps, the installation first.
fn steps(action: &Json) -> &[Json] {
    action.pointer("/runs/steps").and_then(Json::as_array).expect("steps")
}

/// Inputs that are used exist, and reach scripts as variables only: pasted into a script, they
/// would be code.
#[test]
fn the_action_is_in_order() {
    let action = file("action.yml");
    let raw = fs::read_to_string(repository().join("action.yml")).expect("the file");
    assert_eq!(action.pointer("/runs/using").and_then(Json::as_str), Some("composite"));
    let inputs = action.get("inputs").and_then(Json::as_object).expect("inputs");
    for (name, input) in inputs {
        assert!(!text(input, "description").is_empty(), "{name}");
        assert!(raw.contains(&format!("${{{{ inputs.{name} }}}}")), "nobody uses {name}");
    }
    for used in raw.split("${{ inputs.").skip(1) {
        let used = used.split(' ').next().expect("a name");
        assert!(inputs.iter().any(|(name, _)| name == used), "there is no input {used}");
    }
    for step in steps(&action) {
        assert_eq!(text(step, "shell"), "bash");
        assert!(!text(step, "run").contains("${{"), "{step:?}");
    }
}

/// Every `cargo contract-check` in hooks and scripts is one that the command line understands.
#[test]
fn the_commands_exist() {
    let hooks = file(".pre-commit-hooks.yaml");
    let hooks = hooks.as_array().expect("a list of hooks");
    let action = file("action.yml");
    let mut calls: Vec<String> = hooks.iter().map(|hook| text(hook, "entry").to_owned()).collect();
    assert_eq!(calls.len(), 2);
    for step in steps(&action) {
        let lines = text(step, "run").lines().filter(|line| line.contains("contract-check check"));
        calls.extend(lines.map(|line| {
            let (_, call) = line.split_once("{ ").expect("a function");
            call.split(" \"$@\"").next().expect("a call").to_owned()
        }));
    }
    assert_eq!(calls.len(), 3);
    for call in calls {
        let words: Vec<&str> = call.split(' ').collect();
        assert_eq!(words[..2], ["cargo", "contract-check"], "{call}");
        let parsed = <Cli as clap::Parser>::try_parse_from(&words[1..]);
        assert!(parsed.is_ok(), "{call}: {}", parsed.expect_err("no call").render());
    }
}

/// Runs the step that checks, with these inputs.
#[cfg(unix)]
fn step(project: &Project, options: &str, sarif: &str) -> Run {
    let action = file("action.yml");
    let script = text(&steps(&action)[1], "run").to_owned();
    let mut command = Command::new("bash");
    command.current_dir(project.root()).args(["-c", &script]);
    let path = std::env::var_os("PATH").unwrap_or_default();
    // An alias of this repository would stand before the command, so cargo is spoken for.
    let tools = project.root().join("tools");
    let cargo = format!("#!/bin/sh\nexec '{}' \"$@\"\n", project::command().display());
    project.write("tools/cargo", &cargo);
    executable(&tools.join("cargo"));
    let path = std::iter::once(tools).chain(std::env::split_paths(&path));
    command.env("PATH", std::env::join_paths(path).expect("a path"));
    command.env("OPTIONS", options).env("SARIF", sarif).env("CARGO_TERM_COLOR", "never");
    for (name, file) in [("GITHUB_OUTPUT", "output"), ("GITHUB_STEP_SUMMARY", "summary.md")] {
        let path = project.root().join(file);
        let _ = fs::remove_file(&path);
        command.env(name, path);
    }
    command.env("CARGO", env!("CARGO")).env_remove("CARGO_TARGET_DIR");
    project::run(&mut command)
}

#[cfg(unix)]
fn executable(file: &std::path::Path) {
    use std::os::unix::fs::PermissionsExt as _;
    fs::set_permissions(file, fs::Permissions::from_mode(0o755)).expect("a program");
}

#[cfg(unix)]
#[test]
fn the_action_passes_what_passes_and_fails_what_fails() {
    let code = "contract_core::contract!(__contract_check_item_1_shop, \"shop\");";
    let project = Project::new("action")
        .file("Cargo.toml", "[workspace]\nresolver = \"2\"\nmembers = [\"my shop\", \"core\"]\n")
        .bare_package(
            "my shop",
            "[package]\nname = \"shop\"\nversion = \"0.1.0\"\nedition = \"2021\"\n\
             [dependencies]\ncontract-core = { path = \"../core\" }\n",
            &[("src/lib.rs", code)],
        );
    let project = small_core(project, "core", "0.1.0");
    assert_eq!(project.run(&["accept", "--package", "shop"]).code, Some(0));
    let there = |name: &str| project.root().join(name).exists();

    let options = "--offline\n\n--manifest-path\nmy shop/Cargo.toml\n";
    let passed = step(&project, options, "");
    assert_eq!(passed.code, Some(0), "{passed:#?}");
    assert_eq!(project.read("output"), "code=0\n");
    assert!(project.read("summary.md").contains("shop"), "{}", project.read("summary.md"));
    assert!(!there("verdict.sarif"));

    // A version that goes backwards, in a folder of its own.
    let older = project.read("my shop/contracts/shop.json");
    let newer = older.replace("\"version\": \"1.0.0\"", "\"version\": \"2.0.0\"");
    assert_ne!(older, newer);
    project.write("my shop/contracts/shop.json", &newer);
    let failed = step(&project, options, "verdict.sarif");
    assert_eq!(failed.code, Some(100), "{failed:#?}");
    assert!(failed.out.contains("::error"), "{failed:#?}");
    assert_eq!(project.read("output"), "code=100\n");
    assert!(project.read("verdict.sarif").contains("\"2.1.0\""));
    assert!(!project.read("summary.md").is_empty());

    for (options, code) in [("--formt", 2), ("--manifest-path=no/Cargo.toml", 101)] {
        let refused = step(&project, options, "");
        assert_eq!(refused.code, Some(code), "{refused:#?}");
        assert!(!there("summary.md"), "there is nothing to sum up");
        assert_eq!(project.read("output"), format!("code={code}\n"));
    }
}

/// The hooks start for what can change a contract and for nothing else.
#[test]
fn the_hooks_know_their_files() {
    let hooks = file(".pre-commit-hooks.yaml");
    for hook in hooks.as_array().expect("a list of hooks") {
        let pattern = text(hook, "files");
        let mut schema = serde_json::json!({"type": "string"});
        schema["pattern"] = serde_json::json!(pattern);
        let validator = jsonschema::validator_for(&schema).expect("a pattern");
        for (path, starts) in [
            ("src/lib.rs", true),
            ("Cargo.toml", true),
            ("a/Cargo.lock", true),
            ("a/contracts/orders/1.0.0.json", true),
            ("contracts/policy.toml", true),
            ("README.md", false),
            ("a/NotCargo.toml", false),
            ("package.json", false),
        ] {
            assert_eq!(validator.is_valid(&serde_json::json!(path)), starts, "{path}");
        }
    }
}
