//! Files of a git revision, without a checkout, through the git command (`GIT` names another).

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// Why a file of a revision cannot be read.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum Error {
    /// Git could not be started.
    #[error("cannot run {program}: {error}; git is needed for `--baseline git:..`")]
    Spawn {
        /// The program.
        program: String,
        /// What the system said.
        error: std::io::Error,
    },
    /// The folder is in no repository.
    #[error("{} is not in a git repository, so `git:{revision}` means nothing there", folder.display())]
    NoRepository {
        /// The folder.
        folder: PathBuf,
        /// What was asked for.
        revision: String,
    },
    /// There is no such revision.
    #[error(
        "the git repository of {} has no revision `{revision}`; \
         in a shallow clone, fetch it first: `git fetch --depth 1 origin {revision}`",
        folder.display()
    )]
    NoRevision {
        /// The folder.
        folder: PathBuf,
        /// What was asked for.
        revision: String,
    },
    /// Git failed in some other way.
    #[error("git {subcommand} failed: {message}")]
    Failed {
        /// The subcommand.
        subcommand: &'static str,
        /// What git said.
        message: String,
    },
}

/// A file of a revision.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Found {
    /// Its path from the root of the repository.
    pub path: String,
    /// Its content.
    pub content: String,
}

/// A revision of the repository that holds a folder.
#[derive(Clone, Debug)]
pub struct Revision {
    folder: PathBuf,
    /// The folder from the root of the repository, empty or with a slash at the end.
    prefix: String,
    commit: String,
}

impl Revision {
    /// Resolves a revision.
    ///
    /// # Errors
    /// When git cannot be run, the folder is in no repository, or the revision does not exist.
    pub fn resolve(folder: &Path, revision: &str) -> Result<Self, Error> {
        let prefix = git(folder, "rev-parse", &["--show-prefix"])?;
        let Ok(prefix) = prefix else {
            return Err(Error::NoRepository {
                folder: folder.to_owned(),
                revision: revision.to_owned(),
            });
        };
        let unknown =
            || Error::NoRevision { folder: folder.to_owned(), revision: revision.to_owned() };
        // `--end-of-options` keeps a name from being read as an option of git's.
        let asked = format!("{revision}^{{commit}}");
        let arguments = ["--verify", "--quiet", "--end-of-options", asked.as_str()];
        let commit = git(folder, "rev-parse", &arguments)?.map_err(|_| unknown())?;
        let commit = commit.trim();
        if commit.is_empty() || !commit.bytes().all(|byte| byte.is_ascii_hexdigit()) {
            return Err(unknown());
        }
        Ok(Self {
            folder: folder.to_owned(),
            prefix: prefix.trim_end_matches('\n').to_owned(),
            commit: commit.to_owned(),
        })
    }

    /// The file at a path from the revision's folder (parts separated by slashes); if it is not
    /// there, the only file of the revision whose path ends alike: packages move. None if there
    /// is no such file, or several.
    ///
    /// # Errors
    /// When git fails.
    pub fn read(&self, path: &str) -> Result<Option<Found>, Error> {
        let listing = git(
            &self.folder,
            "ls-tree",
            &["-r", "-z", "--name-only", "--full-tree", &self.commit],
        )?
        .map_err(|message| Error::Failed { subcommand: "ls-tree", message })?;
        let exact = normal(&format!("{}{path}", self.prefix));
        let path = path.trim_start_matches("../");
        let tail = format!("/{path}");
        let mut alike = listing.split('\0').filter(|it| *it == path || it.ends_with(&tail));
        let found = if listing.split('\0').any(|it| it == exact) {
            exact
        } else {
            match (alike.next(), alike.next()) {
                (Some(only), None) => only.to_owned(),
                _ => return Ok(None),
            }
        };
        let object = format!("{}:{found}", self.commit);
        let content = git(&self.folder, "cat-file", &["blob", &object])?
            .map_err(|message| Error::Failed { subcommand: "cat-file", message })?;
        Ok(Some(Found { path: found, content }))
    }
}

/// A path from the root of the repository, without `..` and `.`.
fn normal(path: &str) -> String {
    let mut parts = Vec::new();
    for part in path.split('/') {
        match part {
            "" | "." => {}
            ".." => drop(parts.pop()),
            _ => parts.push(part),
        }
    }
    parts.join("/")
}

/// Runs git in a folder: its output, or what it said when it refused.
fn git(
    folder: &Path,
    subcommand: &'static str,
    arguments: &[&str],
) -> Result<Result<String, String>, Error> {
    let program = std::env::var_os("GIT").unwrap_or_else(|| "git".into());
    let output = Command::new(&program)
        .arg("-C")
        .arg(folder)
        .arg(subcommand)
        .args(arguments)
        .stdin(Stdio::null())
        .output()
        .map_err(|error| Error::Spawn { program: program.to_string_lossy().into_owned(), error })?;
    if !output.status.success() {
        return Ok(Err(String::from_utf8_lossy(&output.stderr).trim().to_owned()));
    }
    String::from_utf8(output.stdout)
        .map(Ok)
        .map_err(|_| Error::Failed { subcommand, message: "its output is not UTF-8".to_owned() })
}
