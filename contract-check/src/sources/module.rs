//! The baseline modules of crates: `contract_baseline.rs` beside the root of a crate that declares
//! contracts.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::{fs, io};

use contract_core::Level;
use contract_core::document::{Audience, Document};

use super::cargo::{Package, Unit};
use super::extract::Contract;
use super::file;
use crate::module::{self, Accepted, Build, Mark, NAME, Released};

/// The baseline module of one crate, or of crates whose roots are neighbours.
#[derive(Debug)]
pub struct Module {
    /// Its file.
    pub path: PathBuf,
    /// The root that has to declare it.
    pub root: PathBuf,
    /// The ids of its contracts.
    pub contracts: BTreeSet<String>,
    build: Build,
    released: Vec<Released>,
}

/// How a module stands to the baselines.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum State {
    /// It was made of them.
    Current,
    /// It was made of something else, or edited.
    Stale,
    /// There is none.
    Missing,
}

/// What consumers of a contract rely on, and what its owner has accepted since.
#[derive(Debug)]
pub struct Protected<'e> {
    /// The contract.
    pub contract: &'e Contract,
    /// What was released last; the checked-in baseline where nothing was.
    pub document: Document,
    /// What was declared since.
    pub accepted: BTreeSet<Accepted>,
    /// Where a break needs no declaration.
    pub undeclared: BTreeSet<(String, Audience, Level)>,
}

/// The modules of some contracts: one for every folder with the root of a crate that declares
/// any.
pub fn modules(protected: Vec<Protected<'_>>) -> Vec<Module> {
    let mut modules: BTreeMap<PathBuf, Module> = BTreeMap::new();
    for Protected { contract, document, accepted, undeclared } in protected {
        let Some((path, unit)) = contract.unit.as_ref().and_then(|it| Some((place(it)?, it)))
        else {
            continue;
        };
        let current = document.clone().baseline() == contract.document.clone().baseline();
        let module = modules.entry(path).or_insert_with_key(|path| Module {
            path: path.clone(),
            root: unit.root.clone(),
            contracts: BTreeSet::new(),
            build: build(&contract.package, unit),
            released: Vec::new(),
        });
        module.contracts.insert(contract.id().to_owned());
        let marks = marks(contract, current);
        module.released.push(Released { document, marks, accepted, undeclared });
    }
    modules.into_values().collect()
}

impl Module {
    /// How it stands to the baselines.
    ///
    /// # Errors
    /// When there is such a file and it cannot be read.
    pub fn state(&self) -> io::Result<State> {
        match fs::read_to_string(&self.path) {
            Ok(text) if module::is_current(&text, &self.released) => Ok(State::Current),
            Ok(_) => Ok(State::Stale),
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(State::Missing),
            Err(error) => Err(error),
        }
    }

    /// Whether there is nothing in it that a macro could compare.
    pub fn is_empty(&self) -> bool {
        self.released.iter().all(|it| it.marks.is_empty())
    }

    /// Writes it, unless it is there to the letter: another version of this command may say more of
    /// the same promises.
    ///
    /// # Errors
    /// When the system refuses.
    pub fn write(&self) -> io::Result<()> {
        let text = module::print(&self.build, &self.released);
        if fs::read(&self.path).is_ok_and(|there| there == text.as_bytes()) {
            return Ok(());
        }
        file::write(&self.path, text.as_bytes())
    }

    /// Whether the root declares it; the text of one file is all that is looked at.
    pub fn is_declared(&self) -> bool {
        let root = fs::read_to_string(&self.root).unwrap_or_default();
        root.lines().any(|line| {
            let line = line.trim_start();
            let line = line.strip_prefix("pub(crate) ").unwrap_or(line);
            line.starts_with(&format!("mod {NAME};"))
        })
    }
}

/// Where the module of a crate lies. In `src/bin` cargo would take it for a binary.
fn place(unit: &Unit) -> Option<PathBuf> {
    let folder = unit.root.parent()?;
    let is_bin = folder.file_name().is_some_and(|it| it == "bin" || it == "examples");
    (!is_bin).then(|| folder.join(Path::new(NAME).with_extension("rs")))
}

/// What the items are known by. The facts of code that differs from the baseline are not the
/// accepted ones: every item of it is compared.
fn marks(contract: &Contract, current: bool) -> BTreeMap<String, Mark> {
    let mut marks = contract.marks.clone();
    if !current {
        marks.values_mut().for_each(|mark| mark.facts = "0".repeat(16));
    }
    marks
}

fn build(package: &Package, unit: &Unit) -> Build {
    let core = package.dependencies.iter().find(|it| it.name == "contract-core");
    let runtime = core.and_then(|it| it.rename.as_deref()).unwrap_or("contract-core");
    Build {
        runtime: runtime.replace('-', "_"),
        // `default` names others, which are all there.
        features: package
            .features
            .keys()
            .filter(|feature| *feature != "default")
            .map(|feature| (feature.clone(), unit.features.contains(feature)))
            .collect(),
    }
}
