//! Settings in manifests: `[workspace.metadata.contract-check]` and, for one package,
//! `[package.metadata.contract-check]`. The command line wins over the package, and the package
//! over the workspace. An unknown key is an error: a setting that is not read does not protect.

use std::path::{Path, PathBuf};

use serde::Deserialize;
use serde_json::Value;

use super::cargo::{Metadata, Options, Package};

/// The table's name.
const TABLE: &str = "contract-check";

/// Where baselines are kept when nothing is said, below the package's directory.
const BASELINES: &str = "contracts";

/// What a manifest may say.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
struct Table {
    baselines: Option<PathBuf>,
    features: Vec<String>,
    all_features: bool,
    no_default_features: bool,
    skip: bool,
}

/// A manifest that says something else.
#[derive(Debug, thiserror::Error)]
#[error("{}: [{section}.metadata.contract-check]: {reason}", manifest.display())]
pub struct Error {
    manifest: PathBuf,
    section: &'static str,
    reason: String,
}

/// The settings of a workspace.
#[derive(Clone, Debug, Default)]
pub struct Settings {
    workspace: Table,
    packages: Vec<(String, Table)>,
}

impl Settings {
    /// Reads the settings of a workspace and all its members.
    ///
    /// # Errors
    /// When a table has an unknown key or a value of the wrong type.
    pub fn read(metadata: &Metadata) -> Result<Self, Error> {
        let root = metadata.workspace_root.join("Cargo.toml");
        let workspace = table(&metadata.metadata, &root, "workspace")?;
        let mut packages = Vec::new();
        for package in &metadata.packages {
            let table = table(&package.metadata, &package.manifest_path, "package")?;
            if table.all_features || table.no_default_features {
                return Err(Error {
                    manifest: package.manifest_path.clone(),
                    section: "package",
                    reason: "`all-features` and `no-default-features` hold for every package of a \
                             build: set them in [workspace.metadata.contract-check]"
                        .to_owned(),
                });
            }
            packages.push((package.id.clone(), table));
        }
        if workspace.skip {
            return Err(Error {
                manifest: root,
                section: "workspace",
                reason: "`skip` is for single packages".to_owned(),
            });
        }
        Ok(Self { workspace, packages })
    }

    /// Whether a package says that it declares no contracts although it reaches contract-core: a
    /// tool, a test kit. It is not built then.
    pub fn skipped(&self, package: &Package) -> bool {
        self.package(package).is_some_and(|table| table.skip)
    }

    /// The folder of a package's baselines.
    pub fn baselines(&self, package: &Package) -> PathBuf {
        let own = self.package(package).and_then(|table| table.baselines.as_deref());
        let folder = own.or(self.workspace.baselines.as_deref());
        package.directory().join(folder.unwrap_or(Path::new(BASELINES)))
    }

    /// Adds the features of the settings to the options of a build, unless the command line
    /// names features itself.
    pub fn features(&self, producers: &[Package], options: &mut Options) {
        if options.all_features || options.no_default_features || !options.features.is_empty() {
            return;
        }
        options.all_features = self.workspace.all_features;
        options.no_default_features = self.workspace.no_default_features;
        options.features.clone_from(&self.workspace.features);
        for package in producers {
            let own = self.package(package).into_iter().flat_map(|table| &table.features);
            options.features.extend(own.map(|feature| format!("{}/{feature}", package.name)));
        }
    }

    fn package(&self, package: &Package) -> Option<&Table> {
        self.packages.iter().find(|(id, _)| *id == package.id).map(|(_, table)| table)
    }
}

fn table(metadata: &Value, manifest: &Path, section: &'static str) -> Result<Table, Error> {
    match metadata.get(TABLE) {
        None => Ok(Table::default()),
        Some(value) => serde_json::from_value(value.clone()).map_err(|error| Error {
            manifest: manifest.to_owned(),
            section,
            reason: error.to_string(),
        }),
    }
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use serde_json::json;

    use super::table;

    #[test]
    fn an_unknown_key_is_an_error_that_names_the_known_ones() {
        let metadata = json!({"contract-check": {"baseline": "contracts"}});
        let error = table(&metadata, Path::new("a/Cargo.toml"), "package").unwrap_err();
        assert_eq!(
            error.to_string(),
            "a/Cargo.toml: [package.metadata.contract-check]: unknown field `baseline`, expected \
             one of `baselines`, `features`, `all-features`, `no-default-features`, `skip`"
        );
    }

    #[test]
    fn other_tools_tables_are_not_ours() {
        let metadata = json!({"docs.rs": {"all-features": true}});
        assert!(table(&metadata, Path::new("Cargo.toml"), "workspace").is_ok());
    }
}
