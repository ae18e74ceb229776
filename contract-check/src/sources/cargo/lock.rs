//! The dependency graph as `Cargo.lock` has it: every feature, every platform, no network.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;
use std::process::Stdio;

use serde::Deserialize;

use super::{Error, Options};

/// The package that producers link.
pub(super) const CORE: &str = "contract-core";

/// The graph.
#[derive(Debug, Default)]
pub(super) struct Lock {
    packages: Vec<Locked>,
}

#[derive(Debug, Deserialize)]
struct Locked {
    name: String,
    version: String,
    #[serde(default)]
    source: Option<String>,
    /// `name`, `name version` or `name version (source)`: as much as tells it from the others.
    #[serde(default)]
    dependencies: Vec<String>,
}

#[derive(Deserialize)]
struct File {
    #[serde(default)]
    package: Vec<Locked>,
}

impl Lock {
    /// Reads the lock file of the workspace, and has cargo write it first if there is none.
    pub(super) fn load(root: &Path, options: &Options) -> Result<Self, Error> {
        let path = root.join("Cargo.lock");
        if !path.exists() {
            let mut cargo = options.cargo("metadata");
            cargo.args(["--format-version", "1"]).stdin(Stdio::null()).stdout(Stdio::null());
            let status = cargo
                .status()
                .map_err(|error| Error::Spawn { program: "cargo metadata".to_owned(), error })?;
            if !status.success() {
                return Err(Error::Cargo("cargo cannot resolve the dependencies".to_owned()));
            }
        }
        let unreadable = |reason: String| Error::Lock { path: path.clone(), reason };
        let text = fs::read_to_string(&path).map_err(|error| unreadable(error.to_string()))?;
        Self::parse(&text).map_err(unreadable)
    }

    fn parse(text: &str) -> Result<Self, String> {
        let file: File = toml::from_str(text).map_err(|error| error.to_string())?;
        Ok(Self { packages: file.package })
    }

    /// The names of the packages through which contract-core can be reached, itself included.
    pub(super) fn reaching_core(&self) -> BTreeSet<&str> {
        let mut users: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
        for package in &self.packages {
            for dependency in &package.dependencies {
                let name = dependency.split(' ').next().unwrap_or_default();
                users.entry(name).or_default().push(&package.name);
            }
        }
        let mut reaching = BTreeSet::from([CORE]);
        let mut next = vec![CORE];
        while let Some(name) = next.pop() {
            for user in users.get(name).into_iter().flatten() {
                if reaching.insert(user) {
                    next.push(user);
                }
            }
        }
        reaching
    }

    /// Every contract-core in the graph as `name version`, with the packages that ask for it.
    pub(super) fn cores(&self) -> BTreeMap<String, BTreeSet<String>> {
        let cores = self.packages.iter().filter(|package| package.name == CORE);
        cores
            .map(|core| {
                let short = format!("{CORE} {}", core.version);
                let long = format!("{short} ({})", core.source.as_deref().unwrap_or_default());
                let users = self
                    .packages
                    .iter()
                    .filter(|package| {
                        package
                            .dependencies
                            .iter()
                            .any(|it| *it == CORE || *it == short || *it == long)
                    })
                    .map(|package| format!("{} {}", package.name, package.version))
                    .collect();
                let from = core.source.as_deref().map_or_else(String::new, |it| format!(" ({it})"));
                (format!("{short}{from}"), users)
            })
            .collect()
    }
}

#[cfg(test)]
mod tests {
    use super::Lock;

    const TWO: &str = r#"
        version = 4
        [[package]]
        name = "app"
        version = "0.1.0"
        dependencies = ["contract-core 0.2.0", "kit", "other"]
        [[package]]
        name = "contract-core"
        version = "0.1.0"
        source = "registry+https://example.com/index"
        [[package]]
        name = "contract-core"
        version = "0.2.0"
        [[package]]
        name = "kit"
        version = "1.0.0"
        dependencies = ["contract-core 0.1.0"]
        [[package]]
        name = "other"
        version = "1.0.0"
    "#;

    #[test]
    fn who_reaches_contract_core() {
        let lock = Lock::parse(TWO).unwrap();
        let reaching: Vec<&str> = lock.reaching_core().into_iter().collect();
        assert_eq!(reaching, ["app", "contract-core", "kit"]);
    }

    #[test]
    fn who_pulls_which_core() {
        let cores = Lock::parse(TWO).unwrap().cores();
        let cores: Vec<String> =
            cores.iter().map(|(core, users)| format!("{core}: {users:?}")).collect();
        assert_eq!(
            cores,
            [
                "contract-core 0.1.0 (registry+https://example.com/index): {\"kit 1.0.0\"}",
                "contract-core 0.2.0: {\"app 0.1.0\"}",
            ]
        );
    }

    #[test]
    fn a_lock_file_with_conflict_marks_is_an_error() {
        assert!(Lock::parse("<<<<<<< HEAD\n").is_err());
    }
}
