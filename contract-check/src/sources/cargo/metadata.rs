//! What `cargo metadata --no-deps` says about a workspace.
//!
//! Without the dependency graph cargo needs neither the network nor the crates of other
//! platforms, and answers in a tenth of the time; the graph that we need is in `Cargo.lock`.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::Stdio;

use serde::Deserialize;
use serde_json::Value;

use super::{Error, Options};

/// A workspace.
#[derive(Clone, Debug, Deserialize)]
pub struct Metadata {
    /// The workspace's members.
    pub packages: Vec<Package>,
    /// The ids of those that cargo takes when the root is asked for and nothing is named.
    #[serde(default)]
    pub workspace_default_members: Vec<String>,
    /// The root directory.
    pub workspace_root: PathBuf,
    /// Where cargo builds.
    pub target_directory: PathBuf,
    /// Where cargo keeps what it builds on the way, if it tells (from 1.91 on).
    pub build_directory: Option<PathBuf>,
    /// `[workspace.metadata]`.
    #[serde(default)]
    pub metadata: Value,
}

/// A package of the workspace.
#[derive(Clone, Debug, Deserialize)]
pub struct Package {
    /// The name.
    pub name: String,
    /// The version.
    pub version: String,
    /// Cargo's id, understood by `--package`.
    pub id: String,
    /// Its manifest.
    pub manifest_path: PathBuf,
    /// What it builds.
    #[serde(default)]
    pub targets: Vec<Target>,
    /// What it says that it depends on.
    pub dependencies: Vec<Dependency>,
    /// Its features.
    #[serde(default)]
    pub features: BTreeMap<String, Vec<String>>,
    /// `[package.metadata]`.
    #[serde(default)]
    pub metadata: Value,
}

/// Something that a package builds: its library, a binary, an example, a test.
#[derive(Clone, Debug, Deserialize)]
pub struct Target {
    /// `lib`, `bin`, `proc-macro`, ..
    pub kind: Vec<String>,
    /// The file of its root module.
    pub src_path: PathBuf,
}

/// A dependency as a manifest declares it.
#[derive(Clone, Debug, Deserialize)]
pub struct Dependency {
    /// The package's name.
    pub name: String,
    /// What the package that depends on it calls it, where that is another name.
    pub rename: Option<String>,
    /// None for a normal dependency, else `dev` or `build`.
    pub kind: Option<String>,
    /// The directory of a path dependency.
    pub path: Option<PathBuf>,
}

impl Package {
    /// The package's directory.
    pub fn directory(&self) -> &Path {
        self.manifest_path.parent().unwrap_or(&self.manifest_path)
    }
}

impl Metadata {
    /// Asks cargo.
    ///
    /// # Errors
    /// When cargo cannot be run, or refuses: its own message is in the error.
    pub fn load(options: &Options) -> Result<Self, Error> {
        let mut cargo = options.cargo("metadata");
        cargo.args(["--format-version", "1", "--no-deps"]);
        cargo.stdin(Stdio::null()).stderr(Stdio::inherit());
        let output = cargo
            .output()
            .map_err(|error| Error::Spawn { program: "cargo metadata".to_owned(), error })?;
        if !output.status.success() {
            return Err(Error::Cargo("cargo cannot read the workspace".to_owned()));
        }
        serde_json::from_slice(&output.stdout)
            .map_err(|error| Error::Output { subcommand: "metadata", reason: error.to_string() })
    }
}
