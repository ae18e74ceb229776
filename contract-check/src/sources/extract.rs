//! The contracts of a workspace, from its code.

use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;

use contract_core::document::Document;

use super::cargo::{self, Options, Package, Unit, Workspace};
use super::generated::{self, Generated};
use super::settings::Settings;
use super::{Error, baseline};
use crate::module::Mark;

/// A contract that the code declares.
#[derive(Debug)]
pub struct Contract {
    /// The package that holds its `contract!`.
    pub package: Package,
    /// The folder of the package's baselines.
    pub baselines: PathBuf,
    /// What the code says, with source positions.
    pub document: Document,
    /// What the items of its crate are known by, by clause.
    pub marks: BTreeMap<String, Mark>,
    /// The crate that holds its `contract!`.
    pub unit: Option<Unit>,
}

impl Contract {
    /// The contract's id.
    pub fn id(&self) -> &str {
        &self.document.contract.id
    }

    /// The file of the checked-in baseline.
    pub fn file(&self) -> PathBuf {
        baseline::file(&self.baselines, self.id())
    }
}

/// What the code of a workspace declares.
#[derive(Debug)]
pub struct Extraction {
    /// The workspace.
    pub workspace: Workspace,
    /// The contracts, by id.
    pub contracts: Vec<Contract>,
    /// Types that derive `Contract` and that no contract covers, with their places.
    pub uncovered: BTreeSet<String>,
    /// Checked-in baselines of the producers that no contract in the code belongs to.
    pub orphans: Vec<PathBuf>,
}

/// Builds the producers of a workspace and reads their contracts.
///
/// # Errors
/// When cargo refuses or the build fails, a manifest's settings are wrong, or the declarations
/// contradict each other.
pub fn extract(options: &Options) -> Result<Extraction, Error> {
    let mut workspace = Workspace::load(options)?;
    let settings = Settings::read(&workspace.metadata)?;
    workspace.producers.retain(|package| !settings.skipped(package));
    let mut extraction = Extraction {
        workspace,
        contracts: Vec::new(),
        uncovered: BTreeSet::new(),
        orphans: Vec::new(),
    };
    let workspace = &extraction.workspace;
    if workspace.producers.is_empty() {
        return Ok(extraction);
    }
    let mut options = options.clone();
    settings.features(&workspace.producers, &mut options);
    let mut contracts: BTreeMap<String, Contract> = BTreeMap::new();
    let mut problems = Vec::new();
    for facts in cargo::facts(workspace, &options)? {
        let root = &workspace.metadata.workspace_root;
        let Generated { contracts: generated, uncovered } =
            match generated::documents(&facts.text, root) {
                Ok(generated) => generated,
                Err(error) => {
                    problems.extend(error.problems);
                    continue;
                }
            };
        extraction.uncovered.extend(uncovered);
        for generated::Contract { document, krate, marks } in generated {
            let unit = facts.units.iter().find(|unit| unit.krate() == krate);
            let package = unit
                .and_then(|unit| workspace.producers.iter().find(|it| it.id == unit.package))
                .unwrap_or(&workspace.producers[0]);
            let contract = Contract {
                package: package.clone(),
                baselines: settings.baselines(package),
                document,
                marks,
                unit: unit.cloned(),
            };
            add(contract, &mut contracts, &mut problems);
        }
    }
    if !problems.is_empty() {
        return Err(generated::Error { problems }.into());
    }
    for package in &workspace.producers {
        let folder = settings.baselines(package);
        for id in baseline::ids(&folder)? {
            let file = baseline::file(&folder, &id);
            if !contracts.values().any(|contract| contract.file() == file) {
                extraction.orphans.push(file);
            }
        }
        for versions in baseline::deserted(&folder)? {
            // A contract of the code whose baseline is not there is told of by itself.
            let id = versions.file_name().unwrap_or_default();
            let here = |contract: &Contract| {
                contract.baselines == folder && *contract.id() == *id.to_string_lossy()
            };
            if !contracts.values().any(here) {
                extraction.orphans.push(versions);
            }
        }
    }
    extraction.contracts = contracts.into_values().collect();
    Ok(extraction)
}

/// Adds a contract. Two binaries may hold the same module and so the same contract; two
/// different contracts with one id are a mistake.
fn add(contract: Contract, contracts: &mut BTreeMap<String, Contract>, problems: &mut Vec<String>) {
    let place = |contract: &Contract| {
        let source = contract.document.sources.get("contract");
        source.map_or_else(
            || contract.package.name.clone(),
            |it| format!("{}:{}:{}", it.file, it.line, it.column),
        )
    };
    match contracts.get(contract.id()) {
        None => {
            contracts.insert(contract.id().to_owned(), contract);
        }
        Some(first) if first.document == contract.document => {}
        Some(first) if place(first) == place(&contract) => problems.push(format!(
            "{}: the contract `{}` is compiled into several targets of the package `{}` and comes \
             out differently in them; move it into a library that they share",
            place(first),
            first.id(),
            first.package.name
        )),
        Some(first) => problems.push(format!(
            "{}: the id `{}` is taken by the contract at {}; give one of them another id",
            place(&contract),
            first.id(),
            place(first)
        )),
    }
}
