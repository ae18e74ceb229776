//! Baselines: recorded, stale, broken, of another revision.

use std::fs;

use crate::project::{Project, Run, small_core};

fn shop(name: &str) -> Project {
    let project = Project::new(name)
        .file("Cargo.toml", "[workspace]\nresolver = \"2\"\nmembers = [\"shop\", \"core\"]\n")
        .bare_package(
            "shop",
            "[package]\nname = \"shop\"\nversion = \"0.1.0\"\nedition = \"2021\"\n\
             [dependencies]\ncontract-core = { path = \"../core\" }\n",
            &[("src/lib.rs", CODE)],
        );
    small_core(project, "core", "0.1.0")
}

const CODE: &str = "contract_core::contract!(__contract_check_item_1_shop, \"shop\");";

const FILE: &str = "shop/contracts/shop.json";

#[test]
fn from_new_to_recorded_to_stale() {
    let project = shop("recording");
    let new = project.run(&[]);
    assert_eq!(new.code, Some(4), "{new:#?}");
    assert_eq!(
        new.out,
        "shop 1.0.0: new, and not recorded in shop/contracts/shop.json yet. \
         `cargo contract-check accept` records it.\n"
    );
    assert!(!project.root().join(FILE).exists(), "check writes nothing");

    let accepted = project.run(&["accept"]);
    assert_eq!(
        (accepted.code, accepted.out.as_str()),
        (Some(0), "shop: recorded in shop/contracts/shop.json.\n")
    );
    let baseline = project.read(FILE);
    assert!(!baseline.contains("src/lib.rs"), "no source positions: {baseline}");
    assert_eq!(project.run(&[]).code, Some(0));
    assert_eq!(project.run(&["accept"]).code, Some(0));
    assert_eq!(project.read(FILE), baseline);

    // A moved line is no change.
    project.write("shop/src/lib.rs", &format!("\n\n// moved\n{CODE}"));
    assert_eq!(project.run(&[]).code, Some(0));
    // Nothing but the baseline is left in its folder.
    let files: Vec<_> = fs::read_dir(project.root().join("shop/contracts"))
        .unwrap()
        .map(|file| file.unwrap().file_name())
        .collect();
    assert_eq!(files, ["shop.json"]);
}

#[test]
fn a_baseline_that_cannot_be_read() {
    let project = shop("unreadable");
    project.run(&["accept"]);
    let whole = project.read(FILE);
    let cases = [
        (whole[..whole.len() / 2].to_owned(), "line"),
        (whole.replace("\"format\": 1", "\"format\": 2"), "format 2"),
        (whole.replace("\"id\": \"shop\"", "\"id\": \"other\""), "`other`"),
        (whole.replace("\"version\"", "\"versoin\""), "versoin"),
    ];
    for (content, said) in cases {
        project.write(FILE, &content);
        for command in ["check", "accept"] {
            let run = project.run(&[command]);
            assert_eq!(run.code, Some(101), "{command}: {run:#?}");
            assert!(run.err.contains(FILE) && run.err.contains(said), "{}", run.err);
            assert_eq!(project.read(FILE), content, "the file is left as it is");
        }
    }
}

#[test]
fn a_contract_that_is_gone() {
    let project = shop("gone");
    project.run(&["accept"]);
    project.write("shop/contracts/notes.json", "{\"not\": \"ours\"}");
    project.write("shop/src/lib.rs", "");
    let run = project.run(&[]);
    assert_eq!(run.code, Some(100), "{run:#?}");
    assert!(
        run.out.contains("shop/contracts/shop.json is the baseline of a contract that"),
        "{}",
        run.out
    );
    assert!(!run.out.contains("notes.json"), "{}", run.out);
}

fn git(project: &Project, arguments: &[&str]) -> Run {
    let identity = ["-c", "user.name=Test", "-c", "user.email=test@example.com"];
    let run = project.other("git", &[&identity, arguments].concat());
    assert_eq!(run.code, Some(0), "git {arguments:?}: {run:#?}");
    run
}

fn commit(project: &Project) {
    git(project, &["add", "--all"]);
    git(project, &["commit", "--quiet", "--message", "test"]);
}

#[test]
fn baselines_of_a_git_revision() {
    let project = shop("git");
    let no_repository = project.run(&["--baseline", "git:main"]);
    assert_eq!(no_repository.code, Some(101), "{no_repository:#?}");
    assert!(no_repository.err.contains("is not in a git repository"), "{}", no_repository.err);

    git(&project, &["init", "--quiet", "--initial-branch", "main"]);
    commit(&project);
    let unknown = project.run(&["--baseline", "git:v1.0.0"]);
    assert_eq!(unknown.code, Some(101), "{unknown:#?}");
    assert!(unknown.err.contains("has no revision `v1.0.0`"), "{}", unknown.err);

    // Not there yet: new at that revision, and the file beside the code is missing.
    let new = project.run(&["--baseline", "git:main"]);
    assert_eq!(new.code, Some(4), "{new:#?}");
    project.run(&["accept"]);
    let recorded = project.run(&["--baseline", "git:main"]);
    assert_eq!(recorded.code, Some(0), "{recorded:#?}");
    assert_eq!(recorded.out, "shop 1.0.0: new; there is nothing to compare with.\n");

    commit(&project);
    git(&project, &["tag", "v1.0.0"]);
    let same = project.run(&["--baseline", "git:v1.0.0"]);
    assert_eq!(
        (same.code, same.out.as_str()),
        (Some(0), "shop 1.0.0: as in v1.0.0:shop/contracts/shop.json.\n")
    );

    // A package that moved is still compared with what was released.
    fs::rename(project.root().join("shop"), project.root().join("store")).unwrap();
    project.write("Cargo.toml", "[workspace]\nresolver = \"2\"\nmembers = [\"store\", \"core\"]\n");
    let moved = project.run(&["--baseline", "git:v1.0.0"]);
    assert_eq!(
        (moved.code, moved.out.as_str()),
        (Some(0), "shop 1.0.0: as in v1.0.0:shop/contracts/shop.json.\n")
    );
}

#[test]
fn baselines_in_another_place() {
    let project = shop("elsewhere");
    project.run(&["accept"]);
    fs::create_dir(project.root().join("released")).unwrap();
    fs::copy(project.root().join(FILE), project.root().join("released/shop.json")).unwrap();
    for place in ["released", "released/shop.json"] {
        let run = project.run(&["--baseline", place]);
        assert_eq!(
            (run.code, run.out.as_str()),
            (Some(0), "shop 1.0.0: as in released/shop.json.\n")
        );
    }
    let missing = project.run(&["--baseline", "realesed.json"]);
    assert_eq!(missing.code, Some(101), "{missing:#?}");
    assert!(missing.err.contains("realesed.json"), "{}", missing.err);
}
