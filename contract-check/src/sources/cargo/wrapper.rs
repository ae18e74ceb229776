//! The compiler wrapper: what this executable does when our own build calls it instead of rustc.
//!
//! It stands outermost (`RUSTC_WRAPPER`) and calls the user's own wrapper with changed arguments.
//! The other order, as `RUSTC_WORKSPACE_WRAPPER` inside a caching wrapper, loses on every cache
//! hit, because then it is not called at all.
//!
//! For workspace members that reach contract-core it adds `--cfg contract_check`, so that items
//! register themselves, compiles binaries and foreign libraries (`cdylib`, `staticlib`, `dylib`)
//! as rlibs that a harness can link, and leaves a placeholder where cargo expects the output.
//! Beside each rlib it writes a `Record` of the flags that whoever links it must repeat. Build
//! scripts, proc macros, test harnesses and probes stay as they are.

use std::ffi::{OsStr, OsString};
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::process::Command;

use serde::{Deserialize, Serialize};

use super::flags::{Word, join, split};

/// Set in the environment of our own build: the target directory that the wrapper serves.
pub(super) const TARGET: &str = "CONTRACT_CHECK_WRAPPER_TARGET";
/// The directories of the packages to rewrite, one per line.
pub(super) const MEMBERS: &str = "CONTRACT_CHECK_WRAPPER_MEMBERS";
/// The user's own `RUSTC_WRAPPER`, called in our stead.
pub(super) const CHAIN: &str = "CONTRACT_CHECK_WRAPPER_CHAIN";

/// The first line of a placeholder; the second is the path of the rlib that it stands for.
const PLACEHOLDER: &str = "contract-check: this target was compiled as the rlib";

/// What linking an rlib needs beyond the rlib.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Record {
    /// The compiler, without wrappers.
    pub(super) rustc: String,
    /// The flags to repeat: search paths, code generation that must agree, the linker.
    pub(super) flags: Vec<String>,
    /// The rlib of contract-core, if the crate names it directly.
    pub(super) contract_core: Option<PathBuf>,
}

impl Record {
    /// Where the record of an rlib stands.
    pub(super) fn path(rlib: &Path) -> PathBuf {
        rlib.with_extension("contract-check.json")
    }

    /// Reads the record of an rlib.
    pub(super) fn read(rlib: &Path) -> io::Result<Self> {
        let text = fs::read_to_string(Self::path(rlib))?;
        Ok(serde_json::from_str(&text)?)
    }
}

/// The rlib that a placeholder stands for, if the file is one.
pub(super) fn placeholder(path: &Path) -> Option<PathBuf> {
    // A real output is never this small, and need not be read to know it.
    if fs::metadata(path).ok()?.len() > 16 * 1024 {
        return None;
    }
    let text = fs::read_to_string(path).ok()?;
    text.strip_prefix(PLACEHOLDER)?.strip_prefix('\n')?.lines().next().map(PathBuf::from)
}

/// Plays the compiler, if our own build asks for it; the exit code to end with.
pub fn run(arguments: &[OsString]) -> Option<u8> {
    let target = PathBuf::from(std::env::var_os(TARGET)?);
    // A build script may call the command itself, with our environment around it.
    let (_, call) = arguments.split_first()?;
    if call.first()? == "contract-check" {
        return None;
    }
    let members = std::env::var_os(MEMBERS).unwrap_or_default();
    let member = std::env::var_os("CARGO_MANIFEST_DIR").unwrap_or_default();
    let ours = members.to_str().is_some_and(|them| them.lines().any(|it| member == *it));
    let bin = std::env::var_os("CARGO_BIN_NAME").is_some();
    let plan = if ours { Plan::of(call, &target, bin) } else { None };
    Some(match plan {
        Some(plan) => plan.run(),
        None => spawn(call),
    })
}

/// Runs a compiler call, inside the user's own wrapper if there is one.
fn spawn(call: &[OsString]) -> u8 {
    let chain = std::env::var_os(CHAIN).filter(|chain| !chain.is_empty());
    let mut words = chain.iter().chain(call);
    let Some(program) = words.next() else { return 101 };
    match Command::new(program).args(words).status() {
        Ok(status) => u8::try_from(status.code().unwrap_or(101)).unwrap_or(101),
        Err(error) => fail(&format!("cannot run {}: {error}", program.display())),
    }
}

/// A wrapper has no other way to speak than the compiler's: standard error.
#[expect(clippy::print_stderr, reason = "cargo shows a compiler's standard error")]
fn fail(message: &str) -> u8 {
    eprintln!("error: contract-check: {message}");
    101
}

/// One rewritten compiler call.
#[derive(Debug, PartialEq)]
struct Plan {
    call: Vec<OsString>,
    rlib: PathBuf,
    record: Record,
    /// Files that cargo expects and that the rlib replaces.
    placeholders: Vec<PathBuf>,
}

impl Plan {
    /// Rewrites a call that compiles a library or binary of a member in `target`; none for every
    /// other call.
    fn of(call: &[OsString], target: &Path, bin: bool) -> Option<Self> {
        let words = split(call);
        let value = |name: &str| {
            words.iter().find_map(|word| match word {
                Word::Flag(flag, value) if *flag == name => Some(value.as_os_str()),
                _ => None,
            })
        };
        let codegen = |key: &str| {
            words.iter().find_map(|word| match word {
                Word::Flag("-C", value) => value.to_str()?.strip_prefix(key)?.strip_prefix('='),
                _ => None,
            })
        };
        let out_dir = Path::new(value("--out-dir")?);
        // Without this cargo is not the caller: build scripts probe the compiler as well.
        codegen("metadata")?;
        if !is_unit_dir(out_dir, target) || words.contains(&Word::Other("--test".into())) {
            return None;
        }
        let kinds: Vec<&str> = words
            .iter()
            .filter_map(|word| match word {
                Word::Flag("--crate-type", value) => value.to_str(),
                _ => None,
            })
            .flat_map(|kinds| kinds.split(','))
            .collect();
        if kinds.contains(&"proc-macro") || (kinds.contains(&"bin") && !bin) {
            return None;
        }
        let stem = format!(
            "{}{}",
            value("--crate-name")?.to_str()?,
            codegen("extra-filename").unwrap_or_default()
        );
        let rlib = out_dir.join(format!("lib{stem}.rlib"));
        let placeholders = kinds
            .iter()
            .filter_map(|kind| output(kind, &stem))
            .map(|file| out_dir.join(file))
            .collect();
        let record = record(call, &words, &kinds);
        Some(Self { call: rewrite(words), rlib, record, placeholders })
    }

    fn run(self) -> u8 {
        let done = spawn(&self.call);
        if done != 0 {
            return done;
        }
        let leave = || -> io::Result<()> {
            let record = serde_json::to_string(&self.record)?;
            fs::write(Record::path(&self.rlib), record)?;
            for file in &self.placeholders {
                // Cargo may have linked the file elsewhere: replace the name, not the content.
                remove(file)?;
                fs::write(file, format!("{PLACEHOLDER}\n{}\n", self.rlib.display()))?;
            }
            Ok(())
        };
        match leave() {
            Ok(()) => 0,
            Err(error) => fail(&format!("cannot write beside {}: {error}", self.rlib.display())),
        }
    }
}

fn remove(file: &Path) -> io::Result<()> {
    match fs::remove_file(file) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => Err(error),
        _ => Ok(()),
    }
}

/// Whether cargo puts the outputs of our own build there, as opposed to those of a build that a
/// build script starts below its `OUT_DIR`.
fn is_unit_dir(out_dir: &Path, target: &Path) -> bool {
    let Ok(below) = out_dir.strip_prefix(target) else { return false };
    let names: Vec<&OsStr> = below.iter().collect();
    match names.as_slice() {
        // `debug/deps`, `<triple>/debug/deps`
        [_, last] | [_, _, last] => *last == "deps",
        // `debug/build/<package>/<hash>/out`, the layout that cargo is moving to
        [_, build, _, _, last] | [_, _, build, _, _, last] => *build == "build" && *last == "out",
        _ => false,
    }
}

/// The file that cargo expects for a crate type which is compiled as an rlib instead.
fn output(kind: &str, stem: &str) -> Option<String> {
    use std::env::consts::{DLL_PREFIX, DLL_SUFFIX, EXE_SUFFIX};
    match kind {
        "bin" => Some(format!("{stem}{EXE_SUFFIX}")),
        "cdylib" | "dylib" => Some(format!("{DLL_PREFIX}{stem}{DLL_SUFFIX}")),
        "staticlib" if cfg!(target_env = "msvc") => Some(format!("{stem}.lib")),
        "staticlib" => Some(format!("lib{stem}.a")),
        _ => None,
    }
}

/// The call that compiles the unit as one rlib with its contract items registered.
fn rewrite(words: Vec<Word>) -> Vec<OsString> {
    let mut rewritten: Vec<Word> = words
        .into_iter()
        .filter(|word| !matches!(word, Word::Flag("--crate-type" | "--cap-lints", _)))
        .map(|word| match word {
            Word::Flag("--extern", value) => Word::Flag("--extern", real_extern(value)),
            other => other,
        })
        .collect();
    for (flag, value) in [
        ("--crate-type", "rlib"),
        ("--cap-lints", "allow"),
        ("--cfg", "contract_check"),
        // Symbols are read from machine code, which this would leave for the linker to make.
        ("-C", "linker-plugin-lto=no"),
    ] {
        rewritten.push(Word::Flag(flag, value.into()));
    }
    join(rewritten)
}

/// An `--extern` that names a placeholder (a `dylib` dependency) names its rlib instead.
fn real_extern(value: OsString) -> OsString {
    let rlib = value
        .to_str()
        .and_then(|text| text.split_once('='))
        .filter(|(_, path)| path.ends_with(std::env::consts::DLL_SUFFIX))
        .and_then(|(name, path)| {
            Some(format!("{name}={}", placeholder(Path::new(path))?.display()))
        });
    rlib.map_or(value, OsString::from)
}

fn record(call: &[OsString], words: &[Word], kinds: &[&str]) -> Record {
    // The compiler is the last word before the first flag; a workspace wrapper stands before it.
    let rustc = call
        .iter()
        .take_while(|word| !word.as_encoded_bytes().starts_with(b"-"))
        .filter(|word| !word.as_encoded_bytes().ends_with(b".rs"))
        .last();
    // Link arguments of a foreign library shape that library; those of any other crate come from
    // the user's flags.
    let foreign = kinds.iter().any(|kind| matches!(*kind, "cdylib" | "dylib"));
    let flags = words
        .iter()
        .filter_map(|word| match word {
            Word::Flag("-C", value) => kept(value.to_str()?, foreign).then_some(("-C", value)),
            Word::Flag(flag @ ("-L" | "-Z" | "--sysroot" | "--target"), value) => {
                Some((*flag, value))
            }
            _ => None,
        })
        .flat_map(|(flag, value)| [flag.to_owned(), value.to_string_lossy().into_owned()])
        .collect();
    let contract_core = words.iter().find_map(|word| match word {
        Word::Flag("--extern", value) => {
            let path = Path::new(value.to_str()?.split_once('=')?.1);
            let name = path.file_name()?.to_str()?;
            name.starts_with("libcontract_core-").then(|| path.with_extension("rlib"))
        }
        _ => None,
    });
    Record {
        rustc: rustc.map(|rustc| rustc.to_string_lossy().into_owned()).unwrap_or_default(),
        flags,
        contract_core,
    }
}

/// Whether a `-C` flag must be repeated by whoever links the crate.
fn kept(value: &str, foreign: bool) -> bool {
    let key = value.split('=').next().unwrap_or_default().replace('_', "-");
    let own = [
        "codegen-units",
        "debuginfo",
        "embed-bitcode",
        "extra-filename",
        "incremental",
        "linker-plugin-lto",
        "lto",
        "metadata",
        "opt-level",
        "save-temps",
        "split-debuginfo",
        "strip",
    ];
    if foreign && key.starts_with("link-arg") {
        return false;
    }
    !own.contains(&key.as_str())
}

#[cfg(test)]
mod tests {
    use std::ffi::OsString;
    use std::path::Path;

    use super::Plan;

    const BIN: &[&str] = &[
        "rustc",
        "--crate-name",
        "app",
        "src/main.rs",
        "--crate-type",
        "bin",
        "--cap-lints=warn",
        "-C",
        "opt-level=0",
        "-Cmetadata=0a",
        "-C",
        "extra-filename=-1b",
        "-C",
        "linker=my-ld",
        "--out-dir",
        "/t/debug/deps",
        "--extern",
        "contract=/t/debug/deps/libcontract_core-2c.rmeta",
    ];

    fn plan(call: &[&str], bin: bool) -> Option<Plan> {
        let call: Vec<OsString> = call.iter().map(OsString::from).collect();
        Plan::of(&call, Path::new("/t"), bin)
    }

    fn with(word: &str, other: &str) -> Option<Plan> {
        let call: Vec<&str> = BIN.iter().map(|it| if *it == word { other } else { it }).collect();
        plan(&call, true)
    }

    #[test]
    fn a_binary_becomes_an_rlib() {
        let plan = plan(BIN, true).unwrap();
        let call: Vec<&str> = plan.call.iter().map(|it| it.to_str().unwrap()).collect();
        assert!(!call.contains(&"bin") && call.contains(&"rlib"), "{call:?}");
        assert!(!call.contains(&"warn"), "lints of the user's are capped: {call:?}");
        assert_eq!(plan.rlib, Path::new("/t/debug/deps/libapp-1b.rlib"));
        let name = format!("app-1b{}", std::env::consts::EXE_SUFFIX);
        assert_eq!(plan.placeholders, [Path::new("/t/debug/deps").join(name)]);
        assert_eq!(plan.record.rustc, "rustc");
        assert_eq!(plan.record.flags, ["-C", "linker=my-ld"]);
        let core = Path::new("/t/debug/deps/libcontract_core-2c.rlib");
        assert_eq!(plan.record.contract_core.as_deref(), Some(core));
    }

    #[test]
    fn a_library_needs_no_placeholder() {
        assert_eq!(with("bin", "lib").unwrap().placeholders, Vec::<&Path>::new());
    }

    #[test]
    fn everything_else_is_left_alone() {
        assert_eq!(plan(BIN, false), None, "a build script: cargo names no binary");
        assert_eq!(with("bin", "proc-macro"), None);
        assert_eq!(with("src/main.rs", "--test"), None);
        assert_eq!(with("-Cmetadata=0a", "-Copt-level=1"), None, "a probe: not from cargo");
        assert_eq!(with("/t/debug/deps", "/elsewhere/debug/deps"), None);
        let nested = "/t/debug/build/app-3d/out/target/debug/deps";
        assert_eq!(with("/t/debug/deps", nested), None, "a build that a build script started");
        assert_eq!(plan(&["rustc", "-vV"], true), None);
        assert_eq!(plan(&["rustc", "-", "--crate-name", "___", "--print=cfg"], true), None);
    }
}
