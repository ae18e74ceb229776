//! From a cargo workspace to the facts of its contracts.
//!
//! Items register themselves only in a build of our own: `cargo build` in a folder below the
//! target directory, with this executable as compiler [`wrapper`]. A small `harness` is then
//! linked against the rlibs and run; it calls the accessor functions that `symbols` finds in
//! them and prints the facts. Like `cargo test`, this builds and runs the user's code.

mod build;
mod flags;
mod harness;
mod lock;
mod metadata;
mod select;
mod status;
mod symbols;
pub mod wrapper;

use std::ffi::OsString;
use std::path::PathBuf;
use std::process::Command;

pub use build::Unit;
pub use harness::Facts;
pub use metadata::{Metadata, Package, Target};
pub use select::Workspace;

/// What the user said about the build; passed on to cargo as it stands.
#[derive(Clone, Debug, Default)]
pub struct Options {
    /// `--manifest-path`.
    pub manifest_path: Option<PathBuf>,
    /// `--package`, repeatable.
    pub packages: Vec<String>,
    /// `--workspace`.
    pub workspace: bool,
    /// `--exclude`, repeatable.
    pub exclude: Vec<String>,
    /// `--features`, repeatable.
    pub features: Vec<String>,
    /// `--all-features`.
    pub all_features: bool,
    /// `--no-default-features`.
    pub no_default_features: bool,
    /// `--target-dir`.
    pub target_dir: Option<PathBuf>,
    /// `--locked`.
    pub locked: bool,
    /// `--offline`.
    pub offline: bool,
    /// `--frozen`.
    pub frozen: bool,
    /// `--quiet`.
    pub quiet: bool,
    /// How often `--verbose` was given.
    pub verbose: u8,
    /// `auto`, `always` or `never`.
    pub color: Option<&'static str>,
    /// Whether our own lines among cargo's are coloured.
    pub colored: bool,
}

impl Options {
    /// A cargo command with the options that every subcommand understands.
    fn cargo(&self, subcommand: &str) -> Command {
        let mut cargo = Command::new(cargo());
        cargo.arg(subcommand);
        if let Some(path) = &self.manifest_path {
            cargo.arg("--manifest-path").arg(path);
        }
        for (flag, given) in
            [("--locked", self.locked), ("--offline", self.offline), ("--frozen", self.frozen)]
        {
            if given {
                cargo.arg(flag);
            }
        }
        if let Some(color) = self.color {
            cargo.args(["--color", color]);
        }
        cargo
    }
}

/// The cargo that called us, which knows the toolchain the user chose.
fn cargo() -> OsString {
    std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into())
}

/// Builds the producers of a workspace and reads the facts of their contracts.
///
/// # Errors
/// When the build fails, or what it makes cannot be read.
pub fn facts(workspace: &Workspace, options: &Options) -> Result<Vec<Facts>, Error> {
    // Cargo's lock covers the build and not what comes after it: another run after an edit may
    // come between, and then ours is out of date.
    const ATTEMPTS: usize = 5;
    let names: Vec<&str> = workspace.producers.iter().map(|it| it.name.as_str()).collect();
    status::show(options, "Extracting", &format!("the contracts of {}", names.join(", ")));
    let mut facts = Err(Error::Overtaken);
    for _ in 0..ATTEMPTS {
        facts = harness::facts(&build::build(workspace, options)?, options);
        if !matches!(facts, Err(Error::Overtaken)) {
            break;
        }
    }
    facts
}

/// Why facts could not be had.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum Error {
    /// A program could not be started.
    #[error("cannot run {program}: {error}")]
    Spawn {
        /// The program.
        program: String,
        /// What the system said.
        error: std::io::Error,
    },
    /// Cargo failed, and has said on standard error why.
    #[error("{0}")]
    Cargo(String),
    /// Cargo's output was not what its documentation says.
    #[error("cannot read the output of cargo {subcommand}: {reason}")]
    Output {
        /// The subcommand.
        subcommand: &'static str,
        /// What was wrong.
        reason: String,
    },
    /// `Cargo.lock` cannot be read.
    #[error("cannot read {}: {reason}", path.display())]
    Lock {
        /// The file.
        path: PathBuf,
        /// What was wrong.
        reason: String,
    },
    /// A package was asked for that the workspace does not have.
    #[error("the workspace has no package `{spec}`{}", suggestion(similar.as_deref()))]
    NoPackage {
        /// What was asked for.
        spec: String,
        /// The package that was meant, perhaps.
        similar: Option<String>,
    },
    /// Two versions of contract-core are in one build.
    #[error("{0}")]
    TwoCores(String),
    /// A unit was built, but not by the wrapper.
    #[error(
        "{} was compiled, but not through contract-check's compiler wrapper. \
         Does the cargo configuration, or a wrapper of yours, replace RUSTC_WRAPPER?",
        path.display()
    )]
    NotWrapped {
        /// The rlib, or what stands in its place.
        path: PathBuf,
    },
    /// An rlib cannot be read.
    #[error("cannot read the symbols of {}: {reason}", path.display())]
    Rlib {
        /// The rlib.
        path: PathBuf,
        /// What was wrong.
        reason: String,
    },
    /// An item's tables have a version that this tool does not know.
    #[error(
        "{} has contract tables of version {found}, and this contract-check reads version {known}. \
         Install the contract-check that belongs to the contract-core in Cargo.lock",
        path.display()
    )]
    Tables {
        /// The rlib.
        path: PathBuf,
        /// The version found.
        found: String,
        /// The version known.
        known: &'static str,
    },
    /// The harness could not be linked.
    #[error("cannot link the program that prints the contracts of {names}:\n{message}")]
    Link {
        /// The units in it.
        names: String,
        /// What the compiler said.
        message: String,
    },
    /// The harness ended badly.
    #[error("the program that prints the contracts of {names} failed ({status}):\n{message}")]
    Run {
        /// The units in it.
        names: String,
        /// How it ended.
        status: String,
        /// What it said.
        message: String,
    },
    /// Another build changed the outputs of ours before they were read.
    #[error(
        "another contract-check keeps replacing the outputs of this one; run one after the other"
    )]
    Overtaken,
    /// A file of ours could not be written or read.
    #[error("cannot use {}: {error}", path.display())]
    File {
        /// The file.
        path: PathBuf,
        /// What the system said.
        error: std::io::Error,
    },
}

fn suggestion(similar: Option<&str>) -> String {
    similar.map(|name| format!("; did you mean `{name}`?")).unwrap_or_default()
}
