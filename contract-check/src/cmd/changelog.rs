//! `changelog`: what changed between versions of a contract.

use std::path::Path;

use contract_core::document::Document;
use contract_core::render;
use semver::Version;

use super::{Failure, Screen};
use crate::cli::ChangelogArgs;
use crate::exit;
use crate::policy::Release;
use crate::report::changelog::{self, Now};

/// Runs the command.
///
/// # Errors
/// When a file cannot be read as a contract document, the documents are of several contracts or
/// not in order, or the screen fails.
pub fn run(arguments: &ChangelogArgs, screen: &mut Screen<'_>) -> Result<u8, Failure> {
    let mut releases: Vec<Release> = Vec::new();
    let mut now: Option<Document> = None;
    for (index, path) in arguments.documents.iter().enumerate() {
        let release = read(path)?;
        if let Some(before) = releases.last() {
            let order = follows(before, &release)?;
            let last = index + 1 == arguments.documents.len();
            if order.is_eq() && last {
                now = Some(release.document);
                break;
            }
            if order.is_ge() {
                return Err(Failure::Other(format!(
                    "{} is of version {}, and {} before it of {}; give the oldest first",
                    release.file, release.version, before.file, before.version
                )));
            }
        }
        releases.push(release);
    }
    if let Some(last) = releases.last() {
        let now = now.as_ref().map(|document| Now { document, declarations: &[] });
        let text = render::changelog(&last.document.contract.id, &changelog::of(&releases, now));
        screen.out.write_all(text.as_bytes())?;
    }
    Ok(exit::OK)
}

fn read(path: &Path) -> Result<Release, Failure> {
    let file = path.display().to_string();
    let unreadable = |reason: String| Failure::Other(format!("cannot read {file}: {reason}"));
    let text = std::fs::read_to_string(path).map_err(|error| unreadable(error.to_string()))?;
    let document = Document::read(&text).map_err(|error| unreadable(error.to_string()))?;
    let version = &document.contract.version;
    let version = Version::parse(version)
        .map_err(|error| unreadable(format!("its version `{version}` is not one: {error}")))?;
    Ok(Release { version, document, file, date: None, changes: Vec::new() })
}

/// How the version before stands to the one that is given after it.
fn follows(before: &Release, after: &Release) -> Result<std::cmp::Ordering, Failure> {
    let (old, new) = (&before.document.contract.id, &after.document.contract.id);
    if old != new {
        return Err(Failure::Other(format!(
            "{} is of the contract `{new}`, and {} before it of `{old}`; a changelog is of one \
             contract",
            after.file, before.file
        )));
    }
    Ok(before.version.cmp_precedence(&after.version))
}
