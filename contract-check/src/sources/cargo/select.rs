//! Which packages of a workspace are looked at.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use super::lock::{CORE, Lock};
use super::{Error, Metadata, Options, Package};

/// A workspace, and what of it was asked for.
#[derive(Debug)]
pub struct Workspace {
    /// What cargo says.
    pub metadata: Metadata,
    /// The packages asked for.
    pub selected: Vec<Package>,
    /// Of these, the ones that reach contract-core, and so may hold contracts.
    pub producers: Vec<Package>,
    /// The directories of every member that reaches contract-core.
    pub(super) members: Vec<PathBuf>,
}

impl Workspace {
    /// Loads the workspace and selects packages as cargo would: those named, all with
    /// `--workspace`, else the package of the manifest, else the default members.
    ///
    /// # Errors
    /// When cargo refuses, the lock file is broken, or a named package does not exist.
    pub fn load(options: &Options) -> Result<Self, Error> {
        let metadata = Metadata::load(options)?;
        let lock = Lock::load(&metadata.workspace_root, options)?;
        let selected = select(&metadata, options)?;
        let reaching = reaching(&metadata.packages, &lock);
        let producers = selected.iter().filter(|it| reaching.contains(&it.id)).cloned().collect();
        let members = metadata
            .packages
            .iter()
            .filter(|it| reaching.contains(&it.id))
            .map(|it| it.directory().to_owned())
            .collect();
        Ok(Self { metadata, selected, producers, members })
    }

    /// Every contract-core in the lock file, one per line with those who ask for it, if there is
    /// more than one. The file is read again, because the build may have changed it.
    pub(super) fn several_cores(&self, options: &Options) -> Result<Option<String>, Error> {
        let cores = Lock::load(&self.metadata.workspace_root, options)?.cores();
        Ok((cores.len() > 1).then(|| {
            let lines = cores.iter().map(|(core, users)| {
                let users: Vec<&str> = users.iter().map(String::as_str).collect();
                format!("  {core}, asked for by {}", users.join(", "))
            });
            lines.collect::<Vec<_>>().join("\n")
        }))
    }
}

/// The ids of the members that reach contract-core through normal dependencies.
fn reaching(members: &[Package], lock: &Lock) -> BTreeSet<String> {
    let outside = lock.reaching_core();
    let mut reaching = BTreeSet::new();
    loop {
        let before = reaching.len();
        for member in members.iter().filter(|it| it.name != CORE) {
            let reaches = member.dependencies.iter().filter(|it| it.kind.is_none()).any(|it| {
                let inside = it
                    .path
                    .as_deref()
                    .and_then(|path| members.iter().find(|member| member.directory() == path));
                match inside {
                    Some(inside) => inside.name == CORE || reaching.contains(&inside.id),
                    None => outside.contains(it.name.as_str()),
                }
            });
            if reaches {
                reaching.insert(member.id.clone());
            }
        }
        if reaching.len() == before {
            return reaching;
        }
    }
}

fn select(metadata: &Metadata, options: &Options) -> Result<Vec<Package>, Error> {
    let known = |spec: &String| {
        if metadata.packages.iter().any(|package| matches(package, spec)) {
            return Ok(());
        }
        let names = metadata.packages.iter().map(|package| package.name.as_str());
        Err(Error::NoPackage { spec: spec.clone(), similar: similar(spec, names) })
    };
    options.packages.iter().chain(&options.exclude).try_for_each(known)?;
    let chosen = |package: &&Package| {
        if !options.packages.is_empty() {
            options.packages.iter().any(|spec| matches(package, spec))
        } else if options.workspace || !options.exclude.is_empty() {
            true
        } else if let Some(current) = current(metadata, options.manifest_path.as_deref()) {
            package.id == current.id
        } else {
            metadata.workspace_default_members.contains(&package.id)
        }
    };
    let excluded = |package: &Package| options.exclude.iter().any(|spec| matches(package, spec));
    Ok(metadata.packages.iter().filter(chosen).filter(|it| !excluded(it)).cloned().collect())
}

/// Whether a package is meant by `name`, `name@version` or cargo's id.
fn matches(package: &Package, spec: &str) -> bool {
    spec == package.id
        || spec == package.name
        || spec
            .split_once('@')
            .is_some_and(|(name, version)| name == package.name && version == package.version)
}

/// The member whose directory we are in, or whose manifest was named; none at the workspace's
/// root, where cargo takes the default members.
fn current<'a>(metadata: &'a Metadata, manifest_path: Option<&Path>) -> Option<&'a Package> {
    let start = match manifest_path {
        Some(path) => fs::canonicalize(path).ok()?.parent()?.to_owned(),
        None => fs::canonicalize(std::env::current_dir().ok()?).ok()?,
    };
    let manifest = start.ancestors().find(|directory| directory.join("Cargo.toml").exists())?;
    if Some(manifest) == fs::canonicalize(&metadata.workspace_root).ok().as_deref() {
        return None;
    }
    metadata
        .packages
        .iter()
        .find(|package| fs::canonicalize(package.directory()).is_ok_and(|it| it == manifest))
}

/// The name most like `given`, if any is near.
fn similar<'a>(given: &str, names: impl Iterator<Item = &'a str>) -> Option<String> {
    names
        .map(|name| (distance(given, name), name))
        .min()
        .filter(|(distance, name)| *distance <= name.len().div_ceil(3))
        .map(|(_, name)| name.to_owned())
}

/// Levenshtein's distance.
fn distance(a: &str, b: &str) -> usize {
    let b: Vec<char> = b.chars().collect();
    let mut row: Vec<usize> = (0..=b.len()).collect();
    for (i, x) in a.chars().enumerate() {
        let mut diagonal = row[0];
        row[0] = i + 1;
        for (j, y) in b.iter().enumerate() {
            let replaced = diagonal + usize::from(x != *y);
            diagonal = row[j + 1];
            row[j + 1] = replaced.min(row[j] + 1).min(row[j + 1] + 1);
        }
    }
    row[b.len()]
}
