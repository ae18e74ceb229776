//! What people write beside the baselines: the policy, the declarations, the consumers; and the
//! released versions.
//!
//! ```text
//! contracts/
//!   policy.toml          what the team asks of itself
//!   changes/*.toml       declarations: breaks that are accepted for the next version
//!   consumers/*.toml     who relies on what
//!   orders.json          the baseline of the contract `orders`: what the code says
//!   orders/1.4.0.json    a released version of it
//!   orders/1.4.0.toml    when it was released, and what was declared for it
//! ```
//!
//! A folder of that name in the workspace's root holds what several packages share: a policy for
//! those without one, and further consumers.

mod codeowners;
pub mod consumers;
pub mod declarations;
mod policy;
pub mod releases;
pub mod table;

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use self::codeowners::Codeowners;
pub use self::table::Problem;
use crate::policy::{Consumer, Declaration, Policies};
use crate::rules::distance;
use crate::sources::file;

/// Files that cannot be read as what they are, with every mistake in them.
#[derive(Debug, thiserror::Error)]
#[error("{}", listed(.0))]
pub struct Error(pub Vec<Problem>);

fn listed(problems: &[Problem]) -> String {
    let lines: Vec<String> = problems.iter().map(ToString::to_string).collect();
    lines.join("\n")
}

/// What the files of a folder of baselines say.
#[derive(Debug)]
pub struct Books {
    /// The policies.
    pub policies: Policies,
    /// The declarations, of every contract.
    pub declarations: Vec<Declaration>,
    /// The consumers, of every contract.
    pub consumers: Vec<Consumer>,
}

impl Books {
    /// Reads what lies in a folder of baselines, and what the workspace shares. Names in messages
    /// begin at the workspace's root.
    ///
    /// # Errors
    /// When a file cannot be read or says something that it cannot say. Every mistake is named.
    pub fn read(folder: &Path, root: &Path) -> Result<Self, Error> {
        let shared = root.join("contracts");
        let mut problems = Vec::new();
        let own = folder.join("policy.toml");
        let there = own.symlink_metadata().is_ok();
        let policy = if there { own } else { shared.join("policy.toml") };
        strays(folder, root, &mut problems);
        let policies = match text(&policy) {
            Ok(None) => Policies::default(),
            Ok(Some(text)) => policy::read(&shown(&policy, root), &text, &mut problems),
            Err(error) => {
                problems.push(Problem::unreadable(&shown(&policy, root), &error));
                Policies::default()
            }
        };
        let owners = Codeowners::find(root);
        let mut declarations = Vec::new();
        each(&folder.join("changes"), root, &mut problems, |name, path, text, problems| {
            let declaration = declarations::read(name, text, problems);
            declarations.extend(declaration.map(|it| Declaration {
                reviewed: owners.as_ref().map(|owners| owners.own(path)),
                ..it
            }));
        });
        let mut consumers: Vec<Consumer> = Vec::new();
        let mut folders = vec![folder.join("consumers")];
        if shared != folder {
            folders.push(shared.join("consumers"));
        }
        for folder in folders {
            each(&folder, root, &mut problems, |name, _, text, problems| {
                consumers.extend(consumers::read(name, text, problems));
            });
        }
        for (index, consumer) in consumers.iter().enumerate() {
            if let Some(twin) = consumers[..index].iter().find(|it| it.name == consumer.name) {
                problems.push(Problem::whole(
                    &consumer.file,
                    format!("the consumer `{}` has the file {} already", consumer.name, twin.file),
                ));
            }
        }
        problems.sort();
        if problems.is_empty() {
            Ok(Self { policies, declarations, consumers })
        } else {
            Err(Error(problems))
        }
    }
}

/// Files whose names are nearly that of the policy: they would say nothing to anybody.
fn strays(folder: &Path, root: &Path, problems: &mut Vec<Problem>) {
    // A folder that cannot be read is told of by those who need it.
    for path in files(folder).unwrap_or_default() {
        let name = path.file_name().map(|it| it.to_string_lossy().into_owned()).unwrap_or_default();
        if name != "policy.toml" && distance(&name, "policy.toml") <= 3 {
            let message = "is read by nobody; did you mean `policy.toml`?".to_owned();
            problems.push(Problem::whole(&shown(&path, root), message));
        }
    }
}

/// A file's text; none if there is no such file.
fn text(path: &Path) -> io::Result<Option<String>> {
    match file::text(path) {
        Ok(text) => Ok(Some(text)),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
        Err(error) => Err(error),
    }
}

/// The TOML files in a folder, sorted. A folder that is not there has none.
pub(super) fn files(folder: &Path) -> io::Result<Vec<PathBuf>> {
    let entries = match fs::read_dir(folder) {
        Ok(entries) => entries,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Vec::new()),
        Err(error) => return Err(error),
    };
    let mut files = Vec::new();
    for entry in entries {
        let path = entry?.path();
        let hidden = path.file_name().is_some_and(|it| it.to_string_lossy().starts_with('.'));
        if path.extension().is_some_and(|it| it == "toml") && !hidden {
            files.push(path);
        }
    }
    files.sort();
    Ok(files)
}

/// Hands every TOML file of a folder to a reader: its name for messages, its path, its text.
fn each(
    folder: &Path,
    root: &Path,
    problems: &mut Vec<Problem>,
    mut read: impl FnMut(&str, &Path, &str, &mut Vec<Problem>),
) {
    let files = match files(folder) {
        Ok(files) => files,
        Err(error) => return problems.push(Problem::unreadable(&shown(folder, root), &error)),
    };
    for path in files {
        let name = shown(&path, root);
        match file::text(&path) {
            Ok(text) => read(&name, &path, &text, problems),
            Err(error) => problems.push(Problem::unreadable(&name, &error)),
        }
    }
}

/// A path from the workspace's root, where it lies below it, with slashes.
pub(super) fn shown(path: &Path, root: &Path) -> String {
    path.strip_prefix(root).unwrap_or(path).display().to_string().replace('\\', "/")
}
