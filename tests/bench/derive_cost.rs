//! What the derive costs: the CPU time of `cargo check` of 300 structs of 10 fields and 100 enums
//! of 8 variants with no derive, with serde, with serde and `JsonSchema`, with serde and
//! `Contract`, and with that beside a baseline module; and of the build of the macro crate against
//! that of a small derive on the same parser.
//!
//! ```text
//! cargo run --package contract-tests --example derive-cost
//! ```
//!
//! It reads CPU times from `/proc`, so it runs on Linux.

#![expect(clippy::print_stdout, reason = "this is what it is for")]

use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::{env, fs, io};

const STRUCTS: usize = 300;
const ENUMS: usize = 100;
const RUNS: usize = 9;

/// A package of the bench: its name, its dependencies, its derives.
const PACKAGES: &[(&str, &str, &str)] = &[
    ("plain", "", ""),
    ("serde-only", "", "Serialize, Deserialize"),
    ("json-schema", "schemars = \"1\"\n", "Serialize, Deserialize, schemars::JsonSchema"),
    ("contract", "CORE", "Serialize, Deserialize, contract_core::Contract"),
    ("compared", "CORE", "Serialize, Deserialize, contract_core::Contract"),
];

fn main() -> io::Result<()> {
    let repository = Path::new(env!("CARGO_MANIFEST_DIR")).parent().expect("tests/ has a parent");
    let root = env::temp_dir().join(format!("contract-derive-cost-{}", std::process::id()));
    let measured = write(&root, repository).and_then(|()| measure(&root, repository));
    fs::remove_dir_all(&root)?;
    measured
}

fn measure(root: &Path, repository: &Path) -> io::Result<()> {
    let cargo = || Command::new(env!("CARGO"));
    run(cargo().args(["check", "--workspace", "--offline"]), root)?;
    let command = command(repository)?;
    run(Command::new(command).args(["accept", "--offline", "-p", "compared"]), root)?;
    let lib = root.join("compared/src/lib.rs");
    fs::write(&lib, fs::read_to_string(&lib)? + "\nmod contract_baseline;\n")?;
    let mut times = vec![Vec::new(); PACKAGES.len()];
    // One after the other in every turn, so that what else the machine does hits all of them.
    for turn in 0..=RUNS {
        for ((name, _, _), times) in PACKAGES.iter().zip(&mut times) {
            let lib = root.join(name).join("src/lib.rs");
            // Another text, so that everything in it is expanded again.
            fs::write(&lib, format!("{}\n// {turn}\n", fs::read_to_string(&lib)?))?;
            let before = cpu()?;
            run(cargo().args(["check", "--offline", "-p", name]), root)?;
            times.push(cpu()? - before);
        }
    }
    let mut medians = Vec::new();
    for ((name, _, _), mut times) in PACKAGES.iter().zip(times) {
        // The first turn is for the caches.
        times.remove(0);
        medians.push(median(times));
        println!("{name:<12} {:>6.2} CPU s", medians[medians.len() - 1]);
    }
    let [_, serde, schema, contract, compared] = medians[..] else { return Ok(()) };
    println!("Contract adds {:.2} of what JsonSchema adds", (contract - serde) / (schema - serde));
    println!(
        "the comparison adds {:.2} of what Contract adds",
        (compared - contract) / (contract - serde)
    );
    let build = |package: &str| -> io::Result<f64> {
        let target = root.join("cold");
        let _ = fs::remove_dir_all(&target);
        let before = cpu()?;
        let mut build = cargo();
        build.args(["build", "--offline", "-p", package, "--target-dir"]).arg(&target);
        run(&mut build, root)?;
        Ok(cpu()? - before)
    };
    let (small, macros) = (build("small-derive")?, build("contract-macros")?);
    println!("the macro crate builds in {:.2} of a small derive on syn", macros / small);
    Ok(())
}

/// Runs a command to a good end.
fn run(command: &mut Command, folder: &Path) -> io::Result<()> {
    let output = command.current_dir(folder).stdin(Stdio::null()).output()?;
    if output.status.success() {
        return Ok(());
    }
    Err(io::Error::other(String::from_utf8_lossy(&output.stderr).into_owned()))
}

/// The CPU seconds of everything that was run so far.
fn cpu() -> io::Result<f64> {
    let stat = fs::read_to_string("/proc/self/stat")?;
    // Behind the name, which may hold anything: fields 3 and on; 16 and 17 are the children's.
    let rest = stat.rsplit_once(')').map_or("", |(_, rest)| rest);
    let ticks = rest.split_whitespace().skip(13).take(2).filter_map(|it| it.parse::<f64>().ok());
    Ok(ticks.sum::<f64>() / 100.0)
}

fn median(mut times: Vec<f64>) -> f64 {
    times.sort_by(f64::total_cmp);
    times[times.len() / 2]
}

/// The command, built from source.
fn command(repository: &Path) -> io::Result<PathBuf> {
    let output = Command::new(env!("CARGO"))
        .args(["build", "--package", "contract-check", "--message-format=json"])
        .current_dir(repository)
        .stderr(Stdio::null())
        .output()?;
    String::from_utf8_lossy(&output.stdout)
        .lines()
        .filter_map(|line| serde_json::from_str::<serde_json::Value>(line).ok())
        .find_map(|message| message["executable"].as_str().map(PathBuf::from))
        .ok_or_else(|| io::Error::other("the command was not built"))
}

fn write(root: &Path, repository: &Path) -> io::Result<()> {
    let mut members: Vec<String> = PACKAGES.iter().map(|it| format!("{:?}", it.0)).collect();
    members.push("\"small-derive\"".to_owned());
    fs::create_dir_all(root)?;
    fs::copy(repository.join("Cargo.lock"), root.join("Cargo.lock"))?;
    let manifest = format!("[workspace]\nresolver = \"3\"\nmembers = [{}]\n", members.join(", "));
    fs::write(root.join("Cargo.toml"), manifest)?;
    let core = format!("contract-core = {{ path = {:?} }}\n", repository.join("contract-core"));
    for (name, dependencies, derives) in PACKAGES {
        let dependencies = dependencies.replace("CORE", &core);
        let serde = "serde = { version = \"1\", features = [\"derive\"] }\n";
        package(root, name, "", &format!("{serde}{dependencies}"), &source(derives))?;
    }
    package(
        root,
        "small-derive",
        "[lib]\nproc-macro = true\n",
        "syn = \"3\"\nquote = \"1\"\nproc-macro2 = \"1\"\n",
        "#[proc_macro_derive(Small)]\n\
         pub fn small(input: proc_macro::TokenStream) -> proc_macro::TokenStream {\n\
             let name = syn::parse_macro_input!(input as syn::DeriveInput).ident;\n\
             quote::quote!(const _: () = { struct Is(#name); };).into()\n\
         }\n",
    )
}

fn package(root: &Path, name: &str, kind: &str, needs: &str, source: &str) -> io::Result<()> {
    let folder = root.join(name);
    fs::create_dir_all(folder.join("src"))?;
    let manifest = format!(
        "[package]\nname = \"{name}\"\nversion = \"0.1.0\"\nedition = \"2024\"\n{kind}\
         [dependencies]\n{needs}"
    );
    fs::write(folder.join("Cargo.toml"), manifest)?;
    fs::write(folder.join("src/lib.rs"), source)
}

fn source(derives: &str) -> String {
    let mut source =
        "#![allow(unused_imports, dead_code)]\nuse serde::{Deserialize, Serialize};\n".to_owned();
    if derives.contains("contract_core") {
        source.push_str(
            "contract_core::contract! { id = \"bench\", level = stable, owner = \"@bench\" }\n",
        );
    }
    let derive = if derives.is_empty() { String::new() } else { format!("#[derive({derives})]\n") };
    let kinds = [
        "u64",
        "String",
        "Option<String>",
        "Vec<u32>",
        "bool",
        "f64",
        "i32",
        "[u8; 4]",
        "char",
        "Box<str>",
    ];
    for number in 0..STRUCTS {
        let _ = writeln!(source, "{derive}pub struct S{number} {{");
        for (field, kind) in kinds.iter().enumerate() {
            let _ = writeln!(source, "    pub field_{field}: {kind},");
        }
        source.push_str("}\n");
    }
    for number in 0..ENUMS {
        let _ = writeln!(source, "{derive}pub enum E{number} {{");
        for variant in 0..8 {
            let _ = match variant % 3 {
                0 => writeln!(source, "    V{variant},"),
                1 => writeln!(source, "    V{variant}(u32),"),
                _ => writeln!(source, "    V{variant} {{ a: String, b: u8 }},"),
            };
        }
        source.push_str("}\n");
    }
    source
}
