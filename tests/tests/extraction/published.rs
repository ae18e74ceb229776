//! `export` and `changelog`: what is printed, what is written, and what is refused.

use std::fs;

use crate::project::{Project, small_core};

fn two(name: &str) -> Project {
    let manifest = |name: &str| {
        format!(
            "[package]\nname = \"{name}\"\nversion = \"0.1.0\"\nedition = \"2021\"\n\
             [dependencies]\ncontract-core = {{ path = \"../core\" }}\n"
        )
    };
    let code = |name: &str| {
        format!("contract_core::contract!(__contract_check_item_1_{name}, \"{name}\");")
    };
    let project = Project::new(name)
        .file(
            "Cargo.toml",
            "[workspace]\nresolver = \"2\"\nmembers = [\"shop\", \"bank\", \"core\"]\n",
        )
        .bare_package("shop", &manifest("shop"), &[("src/lib.rs", &code("shop"))])
        .bare_package("bank", &manifest("bank"), &[("src/lib.rs", &code("bank"))]);
    small_core(project, "core", "0.1.0")
}

/// The files of a folder, by their paths in it.
fn files(project: &Project, folder: &str) -> Vec<String> {
    let root = project.root().join(folder);
    let mut files = Vec::new();
    let mut folders = vec![root.clone()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).expect("a folder") {
            let path = entry.expect("an entry").path();
            if path.is_dir() {
                folders.push(path);
            } else {
                let path = path.strip_prefix(&root).expect("below the root");
                files.push(path.display().to_string().replace('\\', "/"));
            }
        }
    }
    files.sort();
    files
}

#[test]
fn one_contract_is_printed() {
    let project = two("export printed");
    for (format, begins) in [
        ("contract", "{\n  \"contract\": {\n    \"id\": \"shop\""),
        ("json-schema", "{\n  \"$defs\""),
        ("json-schema-plain", "{\n  \"$defs\""),
        ("openapi", "{\n  \"components\""),
        ("asyncapi", "{\n  \"asyncapi\": \"3.0.0\""),
        ("html", "<!doctype html>"),
        ("changelog", "# Changes of `shop`\n\n## Unreleased\n\nThe first version.\n"),
    ] {
        let run = project.run(&["export", "--format", format, "--package", "shop"]);
        assert_eq!(run.code, Some(0), "{run:#?}");
        assert!(run.out.starts_with(begins), "{format}: {}", run.out);
    }
    let both = ["export", "--workspace", "--format", "openapi"];
    let several = project.run(&both);
    assert_eq!((several.code, several.out.as_str()), (Some(101), ""));
    assert!(several.err.contains("there are several contracts (bank, shop)"), "{several:#?}");
    let one = project.run(&[&both[..], &["--contract", "bank"]].concat());
    assert_eq!(one.code, Some(0), "{one:#?}");
    let none = project.run(&[&both[..], &["--contract", "bnak"]].concat());
    assert_eq!(none.code, Some(101));
    assert!(none.err.contains("there is no contract `bnak`; there are: bank, shop"), "{none:#?}");
    assert_eq!(project.run(&["export"]).code, Some(2), "neither a format nor a folder");
}

#[test]
fn all_contracts_are_written_or_none() {
    let project = two("export written");
    let export = ["export", "--workspace", "--output", "out/site"];
    let run = project.run(&export);
    assert_eq!(run.code, Some(0), "{run:#?}");
    assert_eq!(run.out, "2 contracts, 15 files: out/site/index.html\n");
    let of = |id: &str| {
        [
            "CHANGELOG.md",
            "asyncapi.json",
            "contract.json",
            "index.html",
            "openapi.json",
            "schema.json",
            "schema.plain.json",
        ]
        .map(|name| format!("{id}/{name}"))
    };
    let mut expected = [".contract-check".to_owned(), "index.html".to_owned()].to_vec();
    expected.splice(1..1, of("bank").into_iter().chain(of("shop")));
    expected.sort();
    let mut found = files(&project, "out/site");
    found.sort();
    assert_eq!(found, expected);
    assert_eq!(fs::read_dir(project.root().join("out")).expect("a folder").count(), 1, "no rest");

    // What is gone from the code is gone from the folder, and the bytes are the same.
    let before = project.read("out/site/shop/index.html");
    let run = project.run(&["export", "--output", "out/site", "--package", "shop"]);
    assert_eq!(run.code, Some(0), "{run:#?}");
    assert!(!project.root().join("out/site/bank").exists());
    assert_eq!(project.read("out/site/shop/index.html"), before);

    // A folder with something of somebody's stays as it is.
    project.write("out/site/shop/notes.txt", "mine");
    let run = project.run(&export);
    assert_eq!(run.code, Some(101), "{run:#?}");
    assert!(
        run.err.contains("holds shop/notes.txt, which contract-check did not write"),
        "{run:#?}"
    );
    assert_eq!(project.read("out/site/shop/notes.txt"), "mine");
    assert!(!project.root().join("out/site/bank").exists());
    project.write("out/file", "mine");
    let run = project.run(&["export", "--workspace", "--output", "out/file"]);
    assert_eq!(run.code, Some(101), "{run:#?}");
    assert_eq!(project.read("out/file"), "mine");
    let left: Vec<_> = fs::read_dir(project.root().join("out"))
        .expect("a folder")
        .map(|entry| entry.expect("an entry").file_name())
        .collect();
    assert_eq!(left.len(), 2, "{left:?}");
}

fn document(id: &str, version: &str, fields: &str) -> String {
    format!(
        "{{\"format\": 1, \"contract\": {{\"id\": \"{id}\", \"version\": \"{version}\", \
         \"level\": \"stable\"}}, \"data\": [\"A\"], \"types\": {{\"A\": {{\"shape\": \
         {{\"struct\": {{\"fields\": [{fields}]}}}}}}}}}}"
    )
}

#[test]
fn a_changelog_is_in_the_words_of_the_rules() {
    let b = "{\"name\": \"b\", \"type\": \"u8\"}";
    let c = "{\"name\": \"c\", \"type\": {\"option\": \"u8\"}}";
    let project = Project::new("changelog")
        .file("1.0.0.json", &document("a", "1.0.0", b))
        .file("1.1.0.json", &document("a", "1.1.0", &format!("{b}, {c}")))
        .file("2.0.0.json", &document("a", "2.0.0", c))
        .file("now.json", &document("a", "2.0.0", &format!("{b}, {c}")))
        .file("other.json", &document("b", "2.0.0", c));
    let run = |files: &[&str]| {
        crate::project::run(&mut project.plain_command(&[&["changelog"], files].concat()))
    };
    let all = run(&["1.0.0.json", "1.1.0.json", "2.0.0.json"]);
    assert_eq!(all.code, Some(0), "{all:#?}");
    assert!(
        all.out.starts_with(
            "# Changes of `a`\n\n## 2.0.0\n\n### Breaking\n- `b` was removed from `A`. "
        ),
        "{}",
        all.out
    );
    assert!(all.out.contains("\n## 1.1.0\n\n### Added\n- `c` was added to `A`"), "{}", all.out);
    assert!(all.out.ends_with("\n## 1.0.0\n\nThe first version.\n"), "{}", all.out);
    assert!(!all.out.contains("version of"), "how far it moved is in the heading: {}", all.out);
    let unreleased = run(&["2.0.0.json", "now.json"]);
    assert!(
        unreleased
            .out
            .contains("## Unreleased\n\n### Breaking\n- `b` was added to `A` and is required."),
        "{}",
        unreleased.out
    );
    for (files, said) in [
        (
            &["2.0.0.json", "1.0.0.json"][..],
            "1.0.0.json is of version 1.0.0, and 2.0.0.json before it of 2.0.0; give the oldest first",
        ),
        (
            &["2.0.0.json", "other.json"],
            "other.json is of the contract `b`, and 2.0.0.json before it of `a`",
        ),
        (&["2.0.0.json", "3.0.0.json"], "cannot read 3.0.0.json: "),
    ] {
        let refused = run(files);
        assert_eq!((refused.code, refused.out.as_str()), (Some(101), ""), "{refused:#?}");
        assert!(refused.err.contains(said), "{refused:#?}");
    }
    assert_eq!(run(&["1.0.0.json"]).code, Some(2), "one document has not changed");
}
