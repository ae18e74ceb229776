//! Small programs that print the facts of contracts.
//!
//! Cargo has compiled the producers as rlibs whose items have accessor functions. A harness
//! declares these functions, calls them and prints what `contract_core::export` makes of their
//! tables. It is linked straight by rustc, and its output is kept until an rlib changes.
//! Libraries share one harness; every binary has its own, since two binaries of a package may
//! hold the same modules.

use std::collections::BTreeSet;
use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::UNIX_EPOCH;

use super::build::{Built, Unit};
use super::wrapper::{CHAIN, MEMBERS, Record, TARGET};
use super::{Error, Options, status, symbols};

/// What one harness printed.
#[derive(Debug)]
pub struct Facts {
    /// The units in it.
    pub units: Vec<Unit>,
    /// The facts, as JSON text.
    pub text: String,
}

/// The facts of everything that was built; units without items give none.
///
/// # Errors
/// When an rlib cannot be read, or a harness cannot be linked or run.
pub(super) fn facts(built: &Built, options: &Options) -> Result<Vec<Facts>, Error> {
    let mut groups: Vec<Vec<Unit>> = Vec::new();
    let mut names = BTreeSet::new();
    let mut libraries = Vec::new();
    for unit in &built.units {
        // Module paths tell crates apart by name only, so namesakes are printed apart.
        if !unit.bin && names.insert(unit.krate()) {
            libraries.push(unit.clone());
        } else {
            groups.push(vec![unit.clone()]);
        }
    }
    groups.insert(0, libraries);
    let mut facts = Vec::new();
    for units in groups {
        if let Some(text) = printed(&units, built, options)? {
            facts.push(Facts { units, text });
        }
    }
    Ok(facts)
}

/// What a harness for these units prints, from the cache if no rlib changed; none if they have no
/// items.
fn printed(units: &[Unit], built: &Built, options: &Options) -> Result<Option<String>, Error> {
    if units.is_empty() {
        return Ok(None);
    }
    let key = key(units)?;
    let name = match units {
        [unit] => unit.rlib.file_stem().map_or_else(|| "unit".into(), |it| it.to_string_lossy()),
        _ => "libraries".into(),
    };
    let kept = built.cache.join(format!("{name}.facts"));
    if let Ok(text) = fs::read_to_string(&kept)
        && let Some(facts) = text.strip_prefix(&key)
    {
        return Ok(Some(facts.to_owned()).filter(|facts| !facts.is_empty()));
    }
    let facts = link_and_run(units, built, options);
    // Another build may have changed an rlib meanwhile. Then the facts are not this key's, and a
    // failure means nothing.
    if self::key(units)? != key {
        return Err(Error::Overtaken);
    }
    let facts = facts?;
    crate::sources::file::write(&kept, format!("{key}{facts}").as_bytes())
        .map_err(|error| Error::File { path: kept, error })?;
    Ok(Some(facts).filter(|facts| !facts.is_empty()))
}

/// Everything that the facts of these units depend on, in text that ends with an empty line.
fn key(units: &[Unit]) -> Result<String, Error> {
    let mut key = format!("contract-check {}\n", env!("CARGO_PKG_VERSION"));
    for Unit { rlib, .. } in units {
        let stamp = || -> std::io::Result<(u128, u64)> {
            let metadata = fs::metadata(rlib)?;
            let time = metadata.modified()?.duration_since(UNIX_EPOCH).unwrap_or_default();
            Ok((time.as_nanos(), metadata.len()))
        };
        let (time, length) = stamp().map_err(|error| Error::File { path: rlib.clone(), error })?;
        key.push_str(&format!("{} {time} {length}\n", rlib.display()));
    }
    key.push('\n');
    Ok(key)
}

/// The facts of these units; empty if they have no items.
fn link_and_run(units: &[Unit], built: &Built, options: &Options) -> Result<String, Error> {
    let mut items = Vec::new();
    for unit in units {
        items.push(symbols::items(&unit.rlib)?);
    }
    if items.iter().all(BTreeSet::is_empty) {
        return Ok(String::new());
    }
    status::show(options, "Running", &format!("the code of {} to print them", names(units)));
    run(units, &items, built)
}

/// Links and runs a harness in a folder of its own, so that two runs do not meet.
fn run(units: &[Unit], items: &[BTreeSet<String>], built: &Built) -> Result<String, Error> {
    let folder = built.cache.join(format!("run-{}", std::process::id()));
    let result = run_in(&folder, units, items, built);
    // Leaving the folder costs only space.
    let _ = fs::remove_dir_all(&folder);
    result
}

fn names(units: &[Unit]) -> String {
    let names: Vec<String> = units.iter().map(|unit| format!("`{}`", unit.target)).collect();
    names.join(", ")
}

fn run_in(
    folder: &Path,
    units: &[Unit],
    items: &[BTreeSet<String>],
    built: &Built,
) -> Result<String, Error> {
    let at = |path: &Path| {
        let path = path.to_owned();
        move |error| Error::File { path, error }
    };
    let records = units
        .iter()
        .map(|unit| Record::read(&unit.rlib).map_err(at(&Record::path(&unit.rlib))))
        .collect::<Result<Vec<_>, _>>()?;
    fs::create_dir_all(folder).map_err(at(folder))?;
    let source = folder.join("harness.rs");
    fs::write(&source, self::source(items)).map_err(at(&source))?;
    let program = folder.join(format!("harness{}", std::env::consts::EXE_SUFFIX));
    let mut rustc = link(units, &records, built);
    rustc.arg(&source).arg("-o").arg(&program);
    let output = rustc
        .output()
        .map_err(|error| Error::Spawn { program: records[0].rustc.clone(), error })?;
    if !output.status.success() {
        let message = String::from_utf8_lossy(&output.stderr).into_owned();
        return Err(Error::Link { names: names(units), message });
    }
    let mut harness = Command::new(&program);
    harness.env(LIBRARY_PATH, library_path(&records));
    for variable in [TARGET, MEMBERS, CHAIN] {
        harness.env_remove(variable);
    }
    let output = harness
        .output()
        .map_err(|error| Error::Spawn { program: program.display().to_string(), error })?;
    let failed = |message: String| Error::Run {
        names: names(units),
        status: output.status.to_string(),
        message,
    };
    if !output.status.success() {
        return Err(failed(String::from_utf8_lossy(&output.stderr).into_owned()));
    }
    String::from_utf8(output.stdout.clone())
        .map_err(|_| failed("its output is not UTF-8".to_owned()))
}

/// The compiler call that links a harness: the flags that its rlibs were compiled with, and the
/// rlibs.
fn link(units: &[Unit], records: &[Record], built: &Built) -> Command {
    let mut rustc = Command::new(&records[0].rustc);
    rustc.args(["--crate-name", "contract_check_harness", "--crate-type", "bin"]);
    rustc.args(["--edition", "2024", "--cap-lints", "allow", "-C", "debuginfo=0"]);
    let mut seen = BTreeSet::new();
    for record in records {
        for flag in record.flags.chunks(2).filter(|flag| seen.insert(flag.to_vec())) {
            rustc.args(flag);
        }
    }
    let core = records.iter().find_map(|it| it.contract_core.as_ref()).or(built.core.as_ref());
    let externs = units.iter().enumerate().map(|(index, unit)| (krate(index), &unit.rlib));
    for (name, rlib) in externs.chain(core.map(|core| ("contract_core".to_owned(), core))) {
        let mut argument = OsString::from(format!("{name}="));
        argument.push(rlib);
        rustc.arg("--extern").arg(argument);
    }
    rustc
}

/// The name of a unit's crate in the harness; two units may have one name of their own.
fn krate(index: usize) -> String {
    format!("unit_{index}")
}

/// The program. The declarations are all that is unsafe: they say what the accessor functions
/// are, which their name and the version of the tables in it vouch for.
fn source(items: &[BTreeSet<String>]) -> String {
    let mut source = String::from(
        "use contract_core::declare::Item;\n\
         fn main() {\n\
         \x20   let items: Vec<Item> = ITEMS.iter().map(|item| item()).collect();\n\
         \x20   print!(\"{}\", contract_core::export::facts(&items));\n\
         }\n",
    );
    for index in 0..items.len() {
        // Without this the linker never sees the crate.
        source.push_str(&format!("extern crate {} as _;\n", krate(index)));
    }
    let names: Vec<&String> = items.iter().flatten().collect();
    source.push_str("unsafe extern \"Rust\" {\n");
    for name in &names {
        source.push_str(&format!("    safe fn {name}() -> Item;\n"));
    }
    source.push_str("}\nstatic ITEMS: &[fn() -> Item] = &[\n");
    for name in &names {
        source.push_str(&format!("    || {name}(),\n"));
    }
    source.push_str("];\n");
    source
}

/// Where the system looks for shared libraries.
const LIBRARY_PATH: &str = if cfg!(windows) {
    "PATH"
} else if cfg!(target_os = "macos") {
    "DYLD_FALLBACK_LIBRARY_PATH"
} else {
    "LD_LIBRARY_PATH"
};

/// The system's path, after the folders where build scripts said that native libraries are.
fn library_path(records: &[Record]) -> OsString {
    let folders = records.iter().flat_map(|record| record.flags.chunks(2)).filter_map(|flag| {
        let [name, folder] = flag else { return None };
        let folder = folder.split_once('=').map_or(folder.as_str(), |(_, folder)| folder);
        (name == "-L").then(|| PathBuf::from(folder))
    });
    let inherited = std::env::var_os(LIBRARY_PATH).unwrap_or_default();
    let all: Vec<PathBuf> = folders.chain(std::env::split_paths(&inherited)).collect();
    std::env::join_paths(all).unwrap_or(inherited)
}
