//! Which packages are looked at.

use crate::project::{Project, ids, run, small_core};

/// Three producers, of which two are default members, and a package without contracts.
fn workspace(name: &str) -> Project {
    let project = Project::new(name).file(
        "Cargo.toml",
        "[workspace]\nresolver = \"2\"\nmembers = [\"a\", \"b\", \"c\", \"plain\", \"core\"]\n\
         default-members = [\"a\", \"b\"]\n",
    );
    let project = ["a", "b", "c"].into_iter().fold(project, |project, name| {
        project.bare_package(
            name,
            &format!(
                "[package]\nname = \"{name}\"\nversion = \"0.1.0\"\nedition = \"2021\"\n\
                 [dependencies]\ncontract-core = {{ path = \"../core\" }}\n"
            ),
            &[(
                "src/lib.rs",
                &format!("contract_core::contract!(__contract_check_item_1_{name}, \"{name}\");"),
            )],
        )
    });
    let project = project.bare_package(
        "plain",
        "[package]\nname = \"plain\"\nversion = \"0.1.0\"\nedition = \"2021\"\n",
        &[("src/lib.rs", "")],
    );
    small_core(project, "core", "0.1.0")
}

#[test]
fn packages_are_selected_as_cargo_does() {
    let project = workspace("selection");
    assert_eq!(project.ids(&[]), ["a", "b"], "the default members");
    assert_eq!(project.ids(&["--workspace"]), ["a", "b", "c"]);
    assert_eq!(project.ids(&["--workspace", "--exclude", "b"]), ["a", "c"]);
    assert_eq!(project.ids(&["-p", "c", "-p", "a@0.1.0"]), ["a", "c"]);
    assert_eq!(project.ids(&["--manifest-path", "c/Cargo.toml"]), ["c"]);
    let inside =
        run(project.command(&["--format", "json"]).current_dir(project.root().join("c/src")));
    assert_eq!(ids(&inside), ["c"], "the package we are in");
}

#[test]
fn options_stand_before_or_after_the_subcommand_or_without_one() {
    let project = workspace("options");
    for arguments in
        [&["-p", "c", "--format", "json"][..], &["check", "-p", "c", "--format", "json"]]
    {
        assert_eq!(ids(&project.run(arguments)), ["c"], "{arguments:?}");
    }
    // Without cargo in between, as `cargo run` calls it.
    let direct =
        run(&mut project.plain_command(&["check", "-p", "c", "--format", "json", "--offline"]));
    assert_eq!(ids(&direct), ["c"]);
}

#[test]
fn a_package_that_does_not_exist() {
    let project = workspace("misspelt");
    let run = project.run(&["-p", "plane"]);
    assert_eq!(run.code, Some(101));
    assert_eq!(run.err, "error: the workspace has no package `plane`; did you mean `plain`?\n");
}

#[test]
fn no_contracts_is_said_and_is_no_failure() {
    let project = workspace("nothing");
    let run = project.run(&["-p", "plain"]);
    assert_eq!(run.code, Some(0), "{run:#?}");
    assert_eq!(run.out, "No contracts: none of the selected packages depends on contract-core.\n");

    project.write("c/src/lib.rs", "");
    let run = project.run(&["-p", "c"]);
    assert_eq!(run.code, Some(0), "{run:#?}");
    assert_eq!(run.out, "No contracts: there is no `contract!` in `c`.\n");
}

#[test]
fn mistakes_on_the_command_line() {
    let project = workspace("usage");
    for arguments in [
        &["chek"][..],
        &["check", "--format", "yaml"],
        &["check", "--today", "2026-02-30"],
        &["check", "--baseline", "git:--upload-pack=x"],
        &["check", "--baseline", "git:"],
    ] {
        let run = project.run(arguments);
        assert_eq!(run.code, Some(2), "{arguments:?}: {run:#?}");
        assert_eq!(run.out, "", "{arguments:?}");
    }
}

#[test]
fn settings_in_the_manifest() {
    let project = workspace("settings");
    let manifest = project.read("c/Cargo.toml");
    let with = |table: &str| {
        project.write(
            "c/Cargo.toml",
            &format!("{manifest}\n[package.metadata.contract-check]\n{table}"),
        );
    };
    with("baselines = \"released\"\n");
    assert_eq!(project.run(&["accept", "-p", "c"]).code, Some(0));
    assert!(project.root().join("c/released/c.json").is_file());

    with("skip = true\n");
    assert_eq!(project.ids(&["--workspace"]), ["a", "b"]);

    with("baseline = \"released\"\n");
    let run = project.run(&["-p", "c"]);
    assert_eq!(run.code, Some(101));
    assert!(
        run.err.contains("unknown field `baseline`, expected one of `baselines`"),
        "{}",
        run.err
    );
    assert!(run.err.contains("c/Cargo.toml"), "{}", run.err);
}

#[test]
fn features_in_the_settings_and_on_the_command_line() {
    let project = workspace("features");
    let manifest = project
        .read("c/Cargo.toml")
        .replace("[dependencies]", "[features]\nx = []\ny = []\n[dependencies]");
    project.write(
        "c/Cargo.toml",
        &format!("{manifest}\n[package.metadata.contract-check]\nfeatures = [\"x\"]\n"),
    );
    project.write(
        "c/src/lib.rs",
        "#[cfg(feature = \"x\")] contract_core::contract!(__contract_check_item_1_x, \"x\");
         #[cfg(feature = \"y\")] contract_core::contract!(__contract_check_item_1_y, \"y\");",
    );
    assert_eq!(project.ids(&["-p", "c"]), ["x"]);
    assert_eq!(project.ids(&["-p", "c", "--features", "y"]), ["y"], "the command line wins");
}
