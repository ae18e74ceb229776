//! Every kind of target that a package may have.

use std::fs;

use crate::project::{Project, ids, run};

const BIN: &str = "contract_core::contract! { id = \"ID\" } fn main() {}";

fn bin(id: &str) -> String {
    BIN.replace("ID", id)
}

fn lib(id: &str) -> String {
    format!("contract_core::contract! {{ id = \"{id}\" }}")
}

/// Link time optimisation, aborting panics and stripping are what release profiles have; some
/// people have them in dev.
const WORKSPACE: &str = r#"
    [workspace]
    resolver = "2"
    members = ["both", "old", "bare", "shared", "user", "foreign", "archive", "native", "lonely", "plain"]
    [profile.dev]
    lto = true
    panic = "abort"
    strip = true
    codegen-units = 1
"#;

fn workspace() -> Project {
    Project::new("targets")
        .file("Cargo.toml", WORKSPACE)
        // A library and a binary of one name, another binary, and one behind a feature.
        .package(
            "both",
            "[features]\nextra = []\n[[bin]]\nname = \"gated\"\npath = \"src/gated.rs\"\n\
             required-features = [\"extra\"]\n",
            &[
                ("src/lib.rs", &lib("both-lib")),
                ("src/main.rs", &bin("both-main")),
                ("src/bin/second-one.rs", &bin("both-second")),
                ("src/gated.rs", &bin("both-gated")),
            ],
        )
        // Before `unsafe` in attributes and `dyn` in types.
        .bare_package(
            "old",
            "[package]\nname = \"old\"\nversion = \"0.1.0\"\nedition = \"2018\"\n\
             [dependencies]\ncontract-core = { path = \"{contract-core}\" }\n",
            &[(
                "src/lib.rs",
                &format!("#![forbid(unsafe_code)]\n#![deny(warnings)]\n{}", lib("old")),
            )],
        )
        .package("bare", "", &[("src/lib.rs", &format!("#![no_std]\n{}", lib("bare")))])
        // A shared library, and a crate that links it.
        .package(
            "shared",
            "[lib]\ncrate-type = [\"dylib\"]\n",
            &[("src/lib.rs", &format!("{} pub fn answer() -> u8 {{ 42 }}", lib("shared")))],
        )
        .package(
            "user",
            "[dependencies]\nshared = { path = \"../shared\" }\n",
            &[("src/main.rs", &format!("{} fn main() {{ shared::answer(); }}", lib("user")))],
        )
        .package(
            "foreign",
            "[lib]\ncrate-type = [\"cdylib\", \"rlib\"]\n",
            &[("src/lib.rs", &lib("foreign"))],
        )
        .package(
            "archive",
            "[lib]\ncrate-type = [\"staticlib\"]\n",
            &[("src/lib.rs", &lib("archive"))],
        )
        // A native library that the wire shape of a type needs, in a folder with a space.
        .package(
            "native",
            "links = \"answer\"\n",
            &[
                ("build.rs", NATIVE_BUILD),
                ("native/answer.rs", NATIVE),
                ("src/lib.rs", NATIVE_USER),
            ],
        )
        // Nobody depends on it.
        .package("lonely", "", &[("src/lib.rs", &lib("lonely"))])
        // It has nothing to do with contracts, and would not even build.
        .bare_package(
            "plain",
            "[package]\nname = \"plain\"\nversion = \"0.1.0\"\nedition = \"2021\"\n",
            &[("src/lib.rs", "compile_error!(\"this package is not to be built\");")],
        )
}

const NATIVE: &str = "
    #![no_std]
    #[no_mangle]
    pub extern \"C\" fn native_answer() -> i32 { 42 }
";

/// Makes a static library without a C compiler: an archive is a line, and each member a line and
/// its bytes.
const NATIVE_BUILD: &str = r#"
    fn main() {
        let out = std::env::var("OUT_DIR").unwrap() + "/native libraries";
        std::fs::create_dir_all(&out).unwrap();
        let object = format!("{out}/answer.o");
        let status = std::process::Command::new(std::env::var("RUSTC").unwrap())
            .args(["--crate-type", "lib", "--emit", "obj", "-C", "panic=abort", "-C", "opt-level=1"])
            .args(["--crate-name", "answer", "native/answer.rs", "-o", &object])
            .status()
            .unwrap();
        assert!(status.success());
        let object = std::fs::read(object).unwrap();
        let (name, length) = ("answer.o/", object.len());
        let mut archive = format!("!<arch>\n{name:<16}{:<12}{:<6}{:<6}{:<8}{length:<10}`\n", 0, 0, 0, 644)
            .into_bytes();
        archive.extend(object);
        if length % 2 == 1 {
            archive.push(b'\n');
        }
        std::fs::write(format!("{out}/libanswer.a"), archive).unwrap();
        println!("cargo::rustc-link-search=native={out}");
        println!("cargo::rustc-link-lib=static=answer");
        println!("cargo::rerun-if-changed=native");
    }
"#;

const NATIVE_USER: &str = r#"
    contract_core::contract! { id = "native" }
    extern "C" { fn native_answer() -> i32; }
    pub struct Answer;
    impl contract_core::Contract for Answer {
        fn wire() -> contract_core::declare::Wire {
            assert_eq!(unsafe { native_answer() }, 42);
            contract_core::declare::Wire::Leaf("u8")
        }
    }
    #[derive(contract_core::Contract)]
    pub struct Holder { pub answer: Answer }
"#;

const ALL: [&str; 11] = [
    "archive",
    "bare",
    "both-lib",
    "both-main",
    "both-second",
    "foreign",
    "lonely",
    "native",
    "old",
    "shared",
    "user",
];

#[test]
fn every_kind_of_target() {
    let project = workspace();
    let first = project.run(&["--format", "json"]);
    assert_eq!(first.code, Some(4), "no baseline is checked in: {first:#?}");
    assert_eq!(ids(&first), ALL);

    // Nothing changed: no compiler is called, and no harness linked.
    let stamps = || {
        let files = fs::read_dir(project.root().join("target/contract-check/1/harness")).unwrap();
        let mut stamps: Vec<_> = files
            .map(|file| file.unwrap())
            .filter(|file| file.path().extension().is_some_and(|it| it == "facts"))
            .map(|file| (file.path(), file.metadata().unwrap().modified().unwrap()))
            .filter(|(path, _)| fs::read_to_string(path).unwrap().contains("libboth"))
            .collect();
        stamps.sort();
        stamps
    };
    let before = stamps();
    assert!(!before.is_empty());
    let second = run(project.command(&["--format", "json"]).env("RUSTC_LOG", "off"));
    assert_eq!(second.out, first.out);
    assert!(!second.err.contains("Compiling"), "{}", second.err);
    assert_eq!(stamps(), before);

    // A target behind a feature comes with the feature.
    let gated = project.ids(&["--package", "both", "--features", "extra"]);
    assert_eq!(gated, ["both-gated", "both-lib", "both-main", "both-second"]);

    // Two runs at once.
    let mut children: Vec<_> = (0..2)
        .map(|_| {
            let mut command = project.command(&["--format", "json", "--package", "both"]);
            command.stdout(std::process::Stdio::piped()).stderr(std::process::Stdio::piped());
            command.spawn().unwrap()
        })
        .collect();
    for child in children.drain(..) {
        let output = child.wait_with_output().unwrap();
        assert_eq!(output.status.code(), Some(4), "{}", String::from_utf8_lossy(&output.stderr));
    }

    // A change in one library is seen, and the others are not compiled again.
    project.write("lonely/src/lib.rs", &lib("lonely-no-more"));
    let changed = project.run(&["--format", "json"]);
    assert!(ids(&changed).contains(&"lonely-no-more".to_owned()));
    assert_eq!(changed.err.matches("Compiling").count(), 1, "{}", changed.err);

    // The user's own builds carry nothing of all this, and warn of nothing.
    let built = project.other(env!("CARGO"), &["build", "--offline", "--package", "both"]);
    assert_eq!(built.code, Some(0), "{}", built.err);
    assert!(!built.err.contains("warning"), "{}", built.err);
    let suffix = std::env::consts::EXE_SUFFIX;
    let program = fs::read(project.root().join(format!("target/debug/both{suffix}"))).unwrap();
    let mark = b"__contract_check";
    assert!(!program.windows(mark.len()).any(|it| it == mark));
}
