//! `release`: makes what the code says a version that stays as it is.

use std::fs;
use std::path::Path;

use super::check::nothing;
use super::judge::{self, Judged, show};
use super::{Failure, Screen, modules, relative, today};
use crate::cli::ReleaseArgs;
use crate::date::Date;
use crate::exit;
use crate::policy::{Key, Release};
use crate::report::changelog;
use crate::report::human::Next;
use crate::sources::books::releases;
use crate::sources::extract::{Extraction, extract};
use crate::sources::file;
use crate::verdict::Outcome;

/// Runs the command. A contract about which anything is open is refused; the others are released.
///
/// # Errors
/// When the build, a file, a write or the screen fails, or there is no such contract.
pub fn run(arguments: &ReleaseArgs, screen: &mut Screen<'_>) -> Result<u8, Failure> {
    let extraction = extract(&arguments.cargo.options())?;
    let today = today(arguments.today)?;
    let asked = |id: &str| arguments.contract.as_ref().is_none_or(|asked| asked == id);
    let mut judged = judge::for_release(&extraction, today)?;
    judged.retain(|it| asked(it.contract.id()));
    if judged.is_empty() {
        if let Some(id) = &arguments.contract {
            return Err(Failure::Other(format!("there is no contract `{id}`")));
        }
        nothing(&extraction, screen.out)?;
    }
    let mut code = exit::OK;
    for judged in judged {
        let color = arguments.cargo.screen.colored(screen.out_is_terminal);
        code = exit::worse(code, one(judged, &extraction, today, color, screen)?);
    }
    let root = &extraction.workspace.metadata.workspace_root;
    modules::write(&extraction, root, |_| false, screen)?;
    Ok(code)
}

fn one(
    mut judged: Judged<'_>,
    extraction: &Extraction,
    today: Date,
    color: bool,
    screen: &mut Screen<'_>,
) -> Result<u8, Failure> {
    let root = &extraction.workspace.metadata.workspace_root;
    let contract = judged.contract;
    let header = &contract.document.contract;
    let name = format!("{} {}", header.id, header.version);
    if finish(&judged, root, screen)? {
        return Ok(exit::OK);
    }
    if let Some((verdict, _)) = &judged.verdict
        && verdict.exit_code() != exit::OK
    {
        show(verdict, Some(root), color, Next::Nothing, screen.out)?;
        writeln!(screen.out, "{name}: {}, so it is not released.", verdict.outcome().word())?;
        return Ok(verdict.exit_code());
    }
    let now = contract.document.clone().baseline();
    let Ok(version) = semver::Version::parse(&header.version) else {
        return Err(Failure::Other(format!("{name}: its version is not one of SemVer")));
    };
    let failed = |path: &Path| {
        let path = relative(path, root);
        move |error| Failure::Write { path, error }
    };
    let folder = releases::folder(&contract.baselines, &header.id);
    let declared = judged.verdict.as_ref().is_some_and(|(it, _)| it.outcome() == Outcome::Declared);
    if let Some(old) = judged.checked_in.take().filter(|_| declared && judged.releases.is_empty()) {
        // The declarations are about it.
        releases::write(&contract.baselines, &old.document, None, &[]).map_err(failed(&folder))?;
        judged.releases.push(Release {
            version: semver::Version::parse(&old.document.contract.version)
                .unwrap_or_else(|_| semver::Version::new(0, 0, 0)),
            document: old.document,
            file: old.origin,
            date: None,
            changes: Vec::new(),
        });
    }
    let changes: Vec<_> = judged.declarations.iter().collect();
    let path = releases::write(&contract.baselines, &now, Some(today), &changes)
        .map_err(failed(&folder))?;
    judged.releases.push(Release {
        version,
        document: now.clone(),
        file: relative(&path, root),
        date: Some(today),
        changes: judged.declarations.clone(),
    });
    tidy(&judged, root)?;
    writeln!(screen.out, "{name}: released in {}.", relative(&path, root))?;
    for declaration in &judged.declarations {
        writeln!(screen.out, "{name}: {} is part of it now.", declaration.file)?;
    }
    Ok(exit::OK)
}

/// Whether the version was released as it is. What a run that was killed left undone is done: its
/// declarations are part of the version, and go.
fn finish(judged: &Judged<'_>, root: &Path, screen: &mut Screen<'_>) -> Result<bool, Failure> {
    let now = &judged.contract.document;
    let header = &now.contract;
    let twin = judged.releases.iter().find(|it| it.document.contract.version == header.version);
    let Some(twin) = twin else { return Ok(false) };
    let same = twin.document.clone().baseline() == now.clone().baseline();
    let mut declared = judged.declarations.iter().flat_map(|it| &it.findings);
    let is_folded =
        |key: &Key| twin.changes.iter().flat_map(|it| &it.findings).any(|it| it.key == *key);
    if !same || !declared.all(|it| is_folded(&it.key)) {
        return Ok(false);
    }
    tidy(judged, root)?;
    writeln!(screen.out, "{} {}: released already.", header.id, header.version)?;
    Ok(true)
}

/// Writes the changelog and the baseline, and deletes the declarations that are part of a version.
fn tidy(judged: &Judged<'_>, root: &Path) -> Result<(), Failure> {
    let failed = |path: &Path| {
        let path = relative(path, root);
        move |error| Failure::Write { path, error }
    };
    let contract = judged.contract;
    let id = contract.id();
    let text = contract_core::render::changelog(id, &changelog::of(&judged.releases, None));
    let log = releases::folder(&contract.baselines, id).join("CHANGELOG.md");
    file::write(&log, text.as_bytes()).map_err(failed(&log))?;
    let baseline = contract.file();
    let now = contract.document.clone().baseline();
    file::write(&baseline, now.print().as_bytes()).map_err(failed(&baseline))?;
    for declaration in &judged.declarations {
        let path = root.join(&declaration.file);
        fs::remove_file(&path).map_err(failed(&path))?;
    }
    Ok(())
}
