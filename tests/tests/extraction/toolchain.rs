//! What users tell cargo about compilers, flags and platforms.

use std::fs;

use crate::project::{Project, ids, run, small_core};

const CONTRACT: &str = "contract_core::contract!(__contract_check_item_1_app, \"app\");";

/// A package with a library and a binary on the stand-in for contract-core.
fn small(name: &str) -> Project {
    let project = Project::new(name)
        .file("Cargo.toml", "[workspace]\nresolver = \"2\"\nmembers = [\"app\", \"core\"]\n")
        .bare_package(
            "app",
            "[package]\nname = \"app\"\nversion = \"0.1.0\"\nedition = \"2021\"\n\
             [dependencies]\ncontract-core = { path = \"../core\" }\n",
            &[("src/lib.rs", CONTRACT), ("src/main.rs", "fn main() {}")],
        );
    small_core(project, "core", "0.1.0")
}

#[test]
fn the_stand_in_works() {
    assert_eq!(small("stand-in").ids(&[]), ["app"]);
}

#[test]
fn flags_of_the_users() {
    let project = small("flags");
    project.write("app/src/lib.rs", &format!("#[cfg(mine)] {CONTRACT}"));
    let flags = "-C panic=abort --cfg mine --cap-lints=warn -Cdebuginfo=2";
    let given = run(project.command(&["--format", "json"]).env("RUSTFLAGS", flags));
    assert_eq!(ids(&given), ["app"], "{}", given.err);

    project.write(".cargo/config.toml", "[build]\nrustflags = [\"--cfg\", \"mine\"]\n");
    assert_eq!(project.ids(&[]), ["app"]);
}

/// A compiler wrapper that leaves a line in a file and calls what it is told to.
#[cfg(unix)]
fn wrapper(project: &Project, name: &str) -> String {
    use std::os::unix::fs::PermissionsExt as _;
    let path = project.root().join(name);
    let log = project.root().join("log");
    project.write(
        name,
        &format!("#!/bin/sh\necho \"{name} $*\" >> \"{}\"\nexec \"$@\"\n", log.display()),
    );
    fs::set_permissions(&path, fs::Permissions::from_mode(0o755)).unwrap();
    path.to_str().unwrap().to_owned()
}

#[test]
#[cfg(unix)]
fn wrappers_of_the_users() {
    let project = small("wrappers");
    let (outer, inner) = (wrapper(&project, "outer"), wrapper(&project, "inner"));
    let by_variables = run(project
        .command(&["--format", "json"])
        .env("RUSTC_WRAPPER", &outer)
        .env("RUSTC_WORKSPACE_WRAPPER", &inner));
    assert_eq!(ids(&by_variables), ["app"], "{}", by_variables.err);
    let log = project.read("log");
    let call = log.lines().find(|it| it.contains("--crate-name app")).expect("the library");
    assert!(call.starts_with(&format!("outer {inner}")), "both, in cargo's order: {call}");
    assert!(call.contains("--cfg contract_check"), "after us: {call}");

    fs::remove_file(project.root().join("log")).unwrap();
    project.write("app/src/lib.rs", &format!("{CONTRACT} // changed"));
    let config =
        format!("[build]\nrustc-wrapper = '{outer}'\nrustc-workspace-wrapper = '{inner}'\n");
    project.write(".cargo/config.toml", &config);
    assert_eq!(project.ids(&[]), ["app"]);
    assert!(project.read("log").contains(&format!("outer {inner}")), "{}", project.read("log"));
}

#[test]
fn another_platform_in_the_configuration() {
    let project =
        small("platform").file(".cargo/config.toml", "[build]\ntarget = \"no-such-platform\"\n");
    let run = project.run(&["--format", "json"]);
    assert_eq!(ids(&run), ["app"], "{}", run.err);

    project.write("app/src/lib.rs", "fn wrong(");
    let run = project.run(&[]);
    assert_eq!(run.code, Some(101));
    assert!(run.err.contains("so it was built for "), "{}", run.err);
}

#[test]
fn a_target_directory_in_the_configuration() {
    let project =
        small("folders").file(".cargo/config.toml", "[build]\ntarget-dir = \"their target\"\n");
    let found = run(&mut project.plain_command(&["--format", "json", "--offline"]));
    assert_eq!(ids(&found), ["app"], "{}", found.err);
    assert!(project.root().join("their target/contract-check").is_dir());
    assert!(!project.root().join("target").exists());

    let elsewhere = project.root().join("other");
    let found = run(project.command(&["--format", "json"]).env("CARGO_TARGET_DIR", &elsewhere));
    assert_eq!(ids(&found), ["app"], "{}", found.err);
    assert!(elsewhere.join("contract-check").is_dir());
}

#[test]
fn two_workspaces_with_one_target_directory() {
    // Cargo cannot tell their packages apart: same names, same places below the root.
    let (one, two) = (small("one of two"), small("two of two"));
    two.write("app/src/lib.rs", &CONTRACT.replace("\"app\"", "\"other\""));
    let target = one.root().join("shared");
    let target = target.to_str().unwrap();
    for _ in 0..2 {
        assert_eq!(one.ids(&["--target-dir", target]), ["app"]);
        assert_eq!(two.ids(&["--target-dir", target]), ["other"]);
    }
}

#[test]
fn two_versions_of_contract_core() {
    let project = Project::new("two versions").file(
        "Cargo.toml",
        "[workspace]\nresolver = \"2\"\nmembers = [\"app\"]\nexclude = [\"one\", \"two\", \"kit\"]\n",
    );
    let project = small_core(small_core(project, "one", "0.1.0"), "two", "0.2.0")
        .bare_package(
            "kit",
            "[package]\nname = \"kit\"\nversion = \"3.1.0\"\nedition = \"2021\"\n\
             [dependencies]\ncontract-core = { path = \"../one\" }\n",
            &[("src/lib.rs", "")],
        )
        .bare_package(
            "app",
            "[package]\nname = \"app\"\nversion = \"0.1.0\"\nedition = \"2021\"\n\
             [dependencies]\ncontract-core = { path = \"../two\" }\nkit = { path = \"../kit\" }\n",
            &[("src/lib.rs", CONTRACT)],
        );
    let run = project.run(&[]);
    assert_eq!(run.code, Some(101), "{run:#?}");
    assert_eq!(run.out, "");
    assert!(run.err.contains("contract-core 0.1.0, asked for by kit 3.1.0"), "{}", run.err);
    assert!(run.err.contains("contract-core 0.2.0, asked for by app 0.1.0"), "{}", run.err);
}

#[test]
fn tables_of_another_version() {
    let project = small("tables");
    let newer = CONTRACT.replace("item_1", "item_7");
    project.write("app/src/lib.rs", &newer);
    let run = project.run(&[]);
    assert_eq!(run.code, Some(101), "{run:#?}");
    assert!(run.err.contains("tables of version 7"), "{}", run.err);
    assert!(run.err.contains("Install the contract-check that belongs to"), "{}", run.err);
}

#[test]
fn a_broken_build_is_cargos_to_tell() {
    let project = small("broken");
    project.write("app/src/lib.rs", "pub fn wrong() -> u8 { \"text\" }");
    let run = project.run(&["--format", "json"]);
    assert_eq!(run.code, Some(101));
    assert_eq!(run.out, "", "nothing that looks like a verdict");
    assert!(run.err.contains("error[E0308]: mismatched types"), "{}", run.err);
    assert!(run.err.contains("app/src/lib.rs:1:"), "{}", run.err);
    assert!(run.err.contains("the build failed, so there is nothing to judge"), "{}", run.err);
}

#[test]
fn a_build_script_that_builds_is_left_alone() {
    // It compiles a binary with cargo's own environment around it, and runs it.
    let project = small("nested").file(
        "app/build.rs",
        r#"
        fn main() {
            let out = std::env::var("OUT_DIR").unwrap();
            std::fs::create_dir_all(format!("{out}/tool/src")).unwrap();
            std::fs::write(
                format!("{out}/tool/Cargo.toml"),
                "[package]\nname = \"tool\"\nversion = \"0.1.0\"\nedition = \"2021\"\n[workspace]\n",
            )
            .unwrap();
            std::fs::write(format!("{out}/tool/src/main.rs"), "fn main() { println!(\"made\"); }")
                .unwrap();
            let made = std::process::Command::new(std::env::var("CARGO").unwrap())
                .args(["run", "--quiet", "--offline", "--target-dir", "target"])
                .current_dir(format!("{out}/tool"))
                .output()
                .unwrap();
            assert_eq!(String::from_utf8_lossy(&made.stdout), "made\n", "{made:?}");
        }
        "#,
    );
    let run = project.run(&["--format", "json"]);
    assert_eq!(ids(&run), ["app"], "{}", run.err);
}
