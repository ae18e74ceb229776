//! `<id>/<version>.json` and `<id>/<version>.toml`: released versions.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use contract_core::document::Document;
use semver::Version;

use super::declarations;
use super::table::{File, Problem};
use super::{Error, shown, text};
use crate::date::Date;
use crate::policy::{Declaration, Release};
use crate::sources::file;

/// The folder of a contract's released versions.
pub fn folder(baselines: &Path, id: &str) -> PathBuf {
    baselines.join(id)
}

/// The released versions of a contract, oldest first.
///
/// # Errors
/// When a file cannot be read, or is not what its name says.
pub fn read(baselines: &Path, id: &str, root: &Path) -> Result<Vec<Release>, Error> {
    let folder = folder(baselines, id);
    let mut problems = Vec::new();
    let mut releases = Vec::new();
    let entries = match fs::read_dir(&folder) {
        Ok(entries) => entries,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(releases),
        Err(error) => return Err(Error(vec![Problem::unreadable(&shown(&folder, root), &error)])),
    };
    for entry in entries {
        let path = match entry {
            Ok(entry) => entry.path(),
            Err(error) => {
                problems.push(Problem::unreadable(&shown(&folder, root), &error));
                continue;
            }
        };
        let stem = path.file_stem().map(|it| it.to_string_lossy().into_owned());
        let Some(version) = stem.and_then(|it| Version::parse(&it).ok()) else { continue };
        if path.extension().is_some_and(|it| it == "json") {
            releases.extend(release(&path, id, version, root, &mut problems));
        } else if path.extension().is_some_and(|it| it == "toml")
            && !path.with_extension("json").exists()
        {
            let json = shown(&path.with_extension("json"), root);
            problems.push(Problem::whole(
                &shown(&path, root),
                format!("the document that it is about is gone: {json}"),
            ));
        }
    }
    if problems.is_empty() {
        releases.sort_by(|a, b| a.version.cmp(&b.version));
        Ok(releases)
    } else {
        problems.sort();
        Err(Error(problems))
    }
}

fn release(
    path: &Path,
    id: &str,
    version: Version,
    root: &Path,
    problems: &mut Vec<Problem>,
) -> Option<Release> {
    let name = shown(path, root);
    let document = match file::text(path) {
        Ok(text) => Document::read(&text).map_err(|error| Problem::whole(&name, error.to_string())),
        Err(error) => Err(Problem::unreadable(&name, &error)),
    };
    let document = match document {
        Ok(document) => document,
        Err(problem) => {
            problems.push(problem);
            return None;
        }
    };
    let found = &document.contract;
    if found.id != id || found.version != version.to_string() {
        let (found_id, found_version) = (&found.id, &found.version);
        problems.push(Problem::whole(
            &name,
            format!("it holds `{found_id}` {found_version}, and its name says `{id}` {version}"),
        ));
        return None;
    }
    let record = path.with_extension("toml");
    let record_name = shown(&record, root);
    let (date, changes) = match text(&record) {
        Ok(None) => (None, Vec::new()),
        Ok(Some(text)) => File::read(&record_name, &text, problems, |mut table| {
            let date = table.date("date");
            let changes: Vec<Declaration> = table
                .tables("change")
                .into_iter()
                .map(|mut table| {
                    let body = declarations::body(&mut table, &record_name, id.to_owned());
                    table.end();
                    body
                })
                .collect();
            table.end();
            Some((date, changes))
        })?,
        Err(error) => {
            problems.push(Problem::unreadable(&record_name, &error));
            return None;
        }
    };
    Some(Release { version, document, file: name, date, changes })
}

/// Writes a released version: its record first, so that a version that is there is whole.
///
/// # Errors
/// When the system refuses.
pub fn write(
    baselines: &Path,
    document: &Document,
    date: Option<Date>,
    changes: &[&Declaration],
) -> io::Result<PathBuf> {
    let header = &document.contract;
    let path = folder(baselines, &header.id).join(format!("{}.json", header.version));
    let mut record = format!(
        "# What was released as {} of the contract `{}`. Kept as it is: later versions are judged \
         by it.\n",
        header.version, header.id
    );
    if let Some(date) = date {
        record.push_str(&format!("date = {date}\n"));
    }
    record.extend(changes.iter().map(|change| declarations::folded(change)));
    file::write(&path.with_extension("toml"), record.as_bytes())?;
    file::write(&path, document.clone().baseline().print().as_bytes())?;
    Ok(path)
}
