//! Our own build of the producers, and what came out of it.

use std::collections::BTreeMap;
use std::hash::{DefaultHasher, Hash as _, Hasher as _};
use std::io::{BufRead as _, BufReader};
use std::path::{Path, PathBuf};
use std::process::Stdio;

use serde::Deserialize;

use super::lock::CORE;
use super::{Error, Metadata, Options, Workspace, wrapper};

/// The layout of our folder, and what the wrapper does to a call. Cargo does not see either, so
/// a change of this number starts afresh.
const LAYOUT: &str = "1";

/// What was built.
#[derive(Debug)]
pub(super) struct Built {
    /// The libraries and binaries of the producers.
    pub(super) units: Vec<Unit>,
    /// The rlib of contract-core.
    pub(super) core: Option<PathBuf>,
    /// Where harnesses and their outputs are kept.
    pub(super) cache: PathBuf,
}

/// A library or a binary.
#[derive(Clone, Debug)]
pub struct Unit {
    /// The id of its package.
    pub package: String,
    /// The target's name.
    pub target: String,
    /// Whether it is a binary.
    pub bin: bool,
    /// The file of its root module.
    pub root: PathBuf,
    /// The features of its package that were on.
    pub features: Vec<String>,
    /// Its rlib.
    pub(super) rlib: PathBuf,
}

impl Unit {
    /// The crate's name in Rust.
    pub fn krate(&self) -> String {
        self.target.replace('-', "_")
    }
}

#[derive(Deserialize)]
struct Message {
    reason: String,
    #[serde(default)]
    package_id: String,
    target: Option<Target>,
    #[serde(default)]
    features: Vec<String>,
    #[serde(default)]
    filenames: Vec<PathBuf>,
}

#[derive(Deserialize)]
struct Target {
    name: String,
    kind: Vec<String>,
    #[serde(default)]
    src_path: PathBuf,
}

/// Builds the producers of a workspace.
///
/// # Errors
/// When cargo cannot be run or the build fails; cargo has then said why on standard error.
pub(super) fn build(workspace: &Workspace, options: &Options) -> Result<Built, Error> {
    let folder = folder(workspace, options)?;
    let user = UserConfig::read();
    let mut cargo = command(workspace, options, &user, &folder)?;
    let failed = |error| Error::Spawn { program: "cargo build".to_owned(), error };
    let mut child = cargo.stdin(Stdio::null()).stdout(Stdio::piped()).spawn().map_err(failed)?;
    let mut messages = Vec::new();
    if let Some(stdout) = child.stdout.take() {
        for line in BufReader::new(stdout).lines() {
            let line = line.map_err(failed)?;
            // Whatever a compiler wrapper of the user's prints is not ours to judge.
            if let Ok(message) = serde_json::from_str::<Message>(&line) {
                messages.push(message);
            }
        }
    }
    if !child.wait().map_err(failed)?.success() {
        let mut message = "the build failed, so there is nothing to judge".to_owned();
        if let Some(cores) = workspace.several_cores(options)? {
            message.push_str(&format!(
                "\nThe build has more than one contract-core, whose traits and tables do not mix:\n{cores}"
            ));
        }
        if let Some(host) = &user.host_instead {
            message.push_str(&format!(
                "\nContracts are printed by running the code, so it was built for {host}, whatever \
                 target the cargo configuration names"
            ));
        }
        return Err(Error::Cargo(message));
    }
    collect(workspace, options, messages, folder.join("harness"))
}

/// Where we build. Cargo takes packages of one name in two workspaces for the same if these share
/// a target directory, and calls the one fresh that the other left; so each has a folder then.
fn folder(workspace: &Workspace, options: &Options) -> Result<PathBuf, Error> {
    let Metadata { target_directory, workspace_root, .. } = &workspace.metadata;
    let target = options.target_dir.as_ref().unwrap_or(target_directory);
    let target =
        std::path::absolute(target).map_err(|error| Error::File { path: target.clone(), error })?;
    let mut name = LAYOUT.to_owned();
    if !target.starts_with(workspace_root) {
        let mut hasher = DefaultHasher::new();
        workspace_root.hash(&mut hasher);
        name.push_str(&format!("-{:016x}", hasher.finish()));
    }
    Ok(target.join("contract-check").join(name))
}

fn command(
    workspace: &Workspace,
    options: &Options,
    user: &UserConfig,
    folder: &Path,
) -> Result<std::process::Command, Error> {
    let wrapper = std::env::current_exe()
        .map_err(|error| Error::Spawn { program: "contract-check".to_owned(), error })?;
    let mut cargo = options.cargo("build");
    cargo.arg("--message-format=json-render-diagnostics").arg("--target-dir").arg(folder);
    for package in &workspace.producers {
        cargo.arg("--package").arg(&package.id);
    }
    for features in &options.features {
        cargo.arg("--features").arg(features);
    }
    for (flag, given) in [
        ("--all-features", options.all_features),
        ("--no-default-features", options.no_default_features),
        ("--quiet", options.quiet),
    ] {
        if given {
            cargo.arg(flag);
        }
    }
    if options.verbose > 0 {
        cargo.arg(format!("-{}", "v".repeat(options.verbose.into())));
    }
    // The code is run once and thrown away: build it as fast as can be, and so that a harness
    // can be linked to it.
    for setting in [
        "profile.dev.debug=0",
        "profile.dev.opt-level=0",
        "profile.dev.lto=\"off\"",
        "profile.dev.panic=\"unwind\"",
        "profile.dev.strip=\"none\"",
        "profile.dev.split-debuginfo=\"off\"",
    ] {
        cargo.args(["--config", setting]);
    }
    let metadata = &workspace.metadata;
    if metadata.build_directory.as_ref().is_some_and(|it| *it != metadata.target_directory) {
        // Theirs would mix our units with their own. Not by a variable: a cargo that a build
        // script calls would inherit it, and wait for us forever.
        // JSON's strings are TOML's basic strings.
        let folder = serde_json::Value::from(folder.display().to_string());
        cargo.arg("--config").arg(format!("build.build-dir={folder}"));
    }
    if let Some(host) = &user.host_instead {
        cargo.args(["--target", host]);
    }
    let members: Vec<&str> =
        workspace.members.iter().filter_map(|member| member.to_str()).collect();
    cargo
        .env("RUSTC_WRAPPER", wrapper)
        .env(wrapper::TARGET, folder)
        .env(wrapper::MEMBERS, members.join("\n"))
        .env(wrapper::CHAIN, user.wrapper.clone().unwrap_or_default());
    Ok(cargo)
}

/// What the user's cargo configuration says about things that we replace.
#[derive(Default)]
struct UserConfig {
    /// Their `RUSTC_WRAPPER`.
    wrapper: Option<PathBuf>,
    /// The host, if they build for something else: contracts are printed by running the code.
    host_instead: Option<String>,
}

impl UserConfig {
    /// Reads it as cargo does: from where we are called, whatever the manifest.
    fn read() -> Self {
        let Ok(config) = cargo_config2::Config::load() else {
            // Cargo itself will say what is wrong with it.
            return Self {
                wrapper: std::env::var_os("RUSTC_WRAPPER").map(Into::into),
                ..Self::default()
            };
        };
        let targets = config.build.target.clone().unwrap_or_default();
        let host_instead = match config.host_triple() {
            Ok(host) if targets.iter().any(|target| target.triple() != host) => {
                Some(host.to_owned())
            }
            _ => None,
        };
        Self { wrapper: config.build.rustc_wrapper.clone(), host_instead }
    }
}

fn collect(
    workspace: &Workspace,
    options: &Options,
    messages: Vec<Message>,
    cache: PathBuf,
) -> Result<Built, Error> {
    let mut units = Vec::new();
    let mut cores: BTreeMap<String, PathBuf> = BTreeMap::new();
    for message in messages {
        let Some(target) = message.target.filter(|_| message.reason == "compiler-artifact") else {
            continue;
        };
        let is = |kinds: &[&str]| target.kind.iter().any(|it| kinds.contains(&it.as_str()));
        let (bin, lib) = (is(&["bin"]), is(&["lib", "rlib", "cdylib", "dylib", "staticlib"]));
        if lib && target.name.replace('-', "_") == "contract_core" {
            if let Some(rlib) = rlib(&message.filenames) {
                cores.insert(message.package_id, rlib);
            }
            continue;
        }
        let producer = workspace.producers.iter().any(|it| it.id == message.package_id);
        if !producer || !(bin || lib) {
            continue;
        }
        let found = rlib(&message.filenames);
        let Some(rlib) = found.filter(|it| wrapper::Record::path(it).exists()) else {
            let path = message.filenames.into_iter().next().unwrap_or_default();
            return Err(Error::NotWrapped { path });
        };
        units.push(Unit {
            package: message.package_id,
            target: target.name,
            bin,
            root: target.src_path,
            features: message.features,
            rlib,
        });
    }
    if cores.len() > 1 {
        return Err(Error::TwoCores(format!(
            "the build has more than one {CORE}, and one tool cannot read both:\n{}\n\
             Ask for the same version everywhere; `cargo tree --invert {CORE}` shows the paths",
            workspace.several_cores(options)?.unwrap_or_default()
        )));
    }
    units.sort_by(|a, b| (a.bin, &a.package, &a.target).cmp(&(b.bin, &b.package, &b.target)));
    Ok(Built { units, core: cores.into_values().next(), cache })
}

/// The rlib among the outputs of a unit: what a placeholder says, else the neighbour of the
/// metadata, which stands in the folder of all rlibs under a name of its own.
fn rlib(filenames: &[PathBuf]) -> Option<PathBuf> {
    let has = |extension: &str| {
        filenames.iter().find(|it| it.extension().is_some_and(|it| it == extension)).cloned()
    };
    filenames
        .iter()
        .find_map(|file| wrapper::placeholder(file))
        .or_else(|| has("rmeta").map(|it| it.with_extension("rlib")))
        .or_else(|| has("rlib"))
}
