//! What a check costs when nothing changed: `cargo build` with nothing to do against
//! `cargo contract-check` with nothing to do, in a workspace of four packages with 300 annotated
//! types.
//!
//! ```text
//! cargo run --package contract-tests --example warm-check
//! ```

#![expect(clippy::print_stdout, reason = "this is what it is for")]

use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};
use std::{env, fs, io};

const PACKAGES: usize = 4;
const TYPES: usize = 75;
const RUNS: usize = 11;

fn main() -> io::Result<()> {
    let repository = Path::new(env!("CARGO_MANIFEST_DIR")).parent().expect("tests/ has a parent");
    let root = env::temp_dir().join(format!("contract-check-bench-{}", std::process::id()));
    let command = command(repository)?;
    let measured = write(&root, repository).and_then(|()| measure(&root, &command));
    fs::remove_dir_all(&root)?;
    measured
}

fn measure(root: &Path, command: &Path) -> io::Result<()> {
    let build = || run(Command::new(env!("CARGO")).args(["build", "--offline"]), root);
    let check = || run(Command::new(command).args(["check", "--offline"]), root);
    run(Command::new(command).args(["accept", "--offline"]), root)?;
    build()?;
    let (built, checked) = (median(build)?, median(check)?);
    println!("{} types in {PACKAGES} packages, medians of {RUNS} runs", PACKAGES * TYPES);
    println!("cargo build, nothing to do:          {:>6.3} s", built.as_secs_f64());
    println!("cargo contract-check, nothing to do: {:>6.3} s", checked.as_secs_f64());
    println!(
        "over: {:.3} s, ratio {:.2}",
        checked.as_secs_f64() - built.as_secs_f64(),
        checked.as_secs_f64() / built.as_secs_f64()
    );
    Ok(())
}

/// Runs a command to a good end.
fn run(command: &mut Command, folder: &Path) -> io::Result<()> {
    let output = command.current_dir(folder).stdin(Stdio::null()).output()?;
    if output.status.success() {
        return Ok(());
    }
    // The end says most.
    Err(io::Error::other(String::from_utf8_lossy(&output.stderr).into_owned()))
}

fn median(what: impl Fn() -> io::Result<()>) -> io::Result<Duration> {
    let mut times = Vec::new();
    for _ in 0..RUNS {
        let start = Instant::now();
        what()?;
        times.push(start.elapsed());
    }
    times.sort();
    Ok(times[RUNS / 2])
}

/// The command, built from source.
fn command(repository: &Path) -> io::Result<PathBuf> {
    let output = Command::new(env!("CARGO"))
        .args(["build", "--package", "contract-check", "--message-format=json"])
        .current_dir(repository)
        .stderr(Stdio::inherit())
        .output()?;
    String::from_utf8_lossy(&output.stdout)
        .lines()
        .filter_map(|line| serde_json::from_str::<serde_json::Value>(line).ok())
        .find_map(|message| message["executable"].as_str().map(PathBuf::from))
        .ok_or_else(|| io::Error::other("the command was not built"))
}

/// A chain of packages, each with a contract and types that reach those of the one before.
fn write(root: &Path, repository: &Path) -> io::Result<()> {
    let members: Vec<String> = (0..PACKAGES).map(|package| format!("\"p{package}\"")).collect();
    fs::create_dir_all(root)?;
    fs::copy(repository.join("Cargo.lock"), root.join("Cargo.lock"))?;
    let manifest = format!("[workspace]\nresolver = \"3\"\nmembers = [{}]\n", members.join(", "));
    fs::write(root.join("Cargo.toml"), manifest)?;
    for package in 0..PACKAGES {
        let folder = root.join(format!("p{package}"));
        fs::create_dir_all(folder.join("src"))?;
        let mut manifest = format!(
            "[package]\nname = \"p{package}\"\nversion = \"0.1.0\"\nedition = \"2024\"\n\
             [dependencies]\nserde = {{ version = \"1\", features = [\"derive\"] }}\n\
             contract-core = {{ path = {:?} }}\n",
            repository.join("contract-core")
        );
        if let Some(before) = package.checked_sub(1) {
            let _ = writeln!(manifest, "p{before} = {{ path = \"../p{before}\" }}");
        }
        fs::write(folder.join("Cargo.toml"), manifest)?;
        fs::write(folder.join("src/lib.rs"), source(package))?;
    }
    Ok(())
}

fn source(package: usize) -> String {
    let mut source = format!(
        "use contract_core::{{Contract, contract}};\nuse serde::{{Deserialize, Serialize}};\n\
         contract! {{ id = \"bench-{package}\", level = stable, owner = \"@bench\" }}\n"
    );
    for number in 0..TYPES {
        // Ten fields of common kinds; the last one leads to an earlier type, in few steps to the
        // first, and from there to the package before.
        let before = match (number / 2, package.checked_sub(1)) {
            (before, _) if number > 0 => format!("P{package}T{before}"),
            (_, Some(before)) => format!("p{before}::P{before}T0"),
            (_, None) => "u8".to_owned(),
        };
        let _ = write!(
            source,
            "/// Type {number}.\n#[derive(Serialize, Deserialize, Contract)]\n\
             #[serde(rename_all = \"camelCase\")]\npub struct P{package}T{number} {{\n"
        );
        for (field, kind) in
            ["u64", "String", "Option<String>", "Vec<u32>", "bool", "f64", "i32", "[u8; 4]", "char"]
                .iter()
                .enumerate()
        {
            let _ = writeln!(source, "    /// Field {field}.\n    pub field_{field}: {kind},");
        }
        let _ = writeln!(source, "    pub before: Option<Box<{before}>>,\n}}");
    }
    source
}
