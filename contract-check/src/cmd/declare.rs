//! `declare`: drafts the declaration of findings, for their owner to fill in.

use std::collections::BTreeSet;
use std::path::PathBuf;

use super::judge::{self, Judged};
use super::{Failure, Screen, modules, relative, today};
use crate::cli::DeclareArgs;
use crate::exit;
use crate::finding::Finding;
use crate::rules;
use crate::sources::baseline::Source;
use crate::sources::books::declarations::draft;
use crate::sources::extract::extract;
use crate::sources::file;

/// Runs the command.
///
/// # Errors
/// When the build, a file, a write or the screen fails.
pub fn run(arguments: &DeclareArgs, screen: &mut Screen<'_>) -> Result<u8, Failure> {
    let extraction = extract(&arguments.cargo.options())?;
    let root = &extraction.workspace.metadata.workspace_root;
    let today = today(arguments.today)?;
    let judged = judge::all(&extraction, &Source::CheckedIn, today)?;
    let open: Vec<(&Judged<'_>, &Finding)> = judged
        .iter()
        .filter(|it| arguments.contract.as_ref().is_none_or(|id| id == it.contract.id()))
        .flat_map(|it| undeclared(it).map(move |finding| (it, finding)))
        .collect();
    let mut wanted: Vec<(&Judged<'_>, &Finding)> = Vec::new();
    for asked in &arguments.findings {
        let is = |it: &Finding| {
            it.clause == *asked || it.rule.id == *asked || it.fingerprint() == *asked
        };
        let found = open.iter().filter(|(_, it)| is(it));
        let before = wanted.len();
        wanted.extend(found.copied());
        if wanted.len() == before {
            let known = open.iter().flat_map(|(_, it)| [it.clause.as_str(), it.rule.id]);
            let near = known.min_by_key(|known| rules::distance(asked, known));
            let near = near.filter(|it| rules::distance(asked, it) * 3 <= asked.len());
            let near = near.map_or_else(String::new, |it| format!("; did you mean `{it}`?"));
            writeln!(screen.err, "error: no undeclared finding is at `{asked}`{near}")?;
            list(&open, screen)?;
            return Ok(exit::USAGE);
        }
    }
    if arguments.all_findings {
        wanted = open.clone();
    }
    if wanted.is_empty() {
        if open.is_empty() {
            writeln!(screen.out, "Nothing to declare: no finding asks for a declaration.")?;
            return Ok(exit::OK);
        }
        writeln!(screen.err, "error: name the clauses to declare, or give `--all-findings`")?;
        list(&open, screen)?;
        return Ok(exit::USAGE);
    }
    for judged in &judged {
        let mut seen = BTreeSet::new();
        let findings: Vec<&Finding> = wanted
            .iter()
            .filter(|(it, _)| std::ptr::eq(*it, judged))
            .map(|(_, finding)| *finding)
            .filter(|finding| seen.insert((finding.rule.id, finding.clause.as_str())))
            .collect();
        if findings.is_empty() {
            continue;
        }
        let text = draft(
            judged.contract.id(),
            judged.contract.document.contract.owner.as_deref(),
            today,
            &findings,
            &hurt(judged, &findings),
        );
        let path = free(judged, arguments.name.as_deref(), &findings);
        let shown = relative(&path, root);
        file::write(&path, text.as_bytes())
            .map_err(|error| Failure::Write { path: shown.clone(), error })?;
        writeln!(
            screen.out,
            "{}: drafted {shown}. Say in it why and what consumers do instead; until then it does \
             not pass.",
            judged.contract.id()
        )?;
    }
    // What is declared does not have to fail to compile.
    modules::write(&extraction, root, |_| false, screen)?;
    Ok(exit::OK)
}

/// The findings that ask for a declaration and have none.
fn undeclared<'j>(judged: &'j Judged<'_>) -> impl Iterator<Item = &'j Finding> {
    let findings = judged.verdict.iter().flat_map(|(verdict, _)| &verdict.findings);
    findings.filter(|it| it.open().iter().any(|open| open.rule == &rules::UNDECLARED))
}

fn list(open: &[(&Judged<'_>, &Finding)], screen: &mut Screen<'_>) -> Result<(), Failure> {
    for (judged, finding) in open {
        let (id, clause) = (judged.contract.id(), &finding.clause);
        writeln!(screen.err, "  {id}: {clause} [{}]", finding.rule.id)?;
    }
    Ok(())
}

/// The consumers that some findings hurt, with who speaks for them.
fn hurt(judged: &Judged<'_>, findings: &[&Finding]) -> Vec<(String, String)> {
    let id = judged.contract.id();
    let hurt = judged.consumers.iter().filter(|consumer| {
        let mut rows = consumer.dependences.iter().filter(|it| it.contract == id);
        rows.any(|row| findings.iter().any(|finding| row.is_hurt_by(finding)))
    });
    hurt.map(|it| (it.name.clone(), it.owner.clone().unwrap_or_else(|| it.name.clone()))).collect()
}

/// A file name that is not taken: after what is declared, or as given.
fn free(judged: &Judged<'_>, name: Option<&str>, findings: &[&Finding]) -> PathBuf {
    let folder = judged.contract.baselines.join("changes");
    let about = findings.first().map_or("", |finding| finding.clause.as_str());
    let rule = findings.first().map_or("", |finding| finding.rule.id);
    let name =
        name.map_or_else(|| format!("{}-{about}-{rule}", judged.contract.id()), str::to_owned);
    let mut slug = String::new();
    for part in name.trim_end_matches(".toml").split(|c: char| !c.is_alphanumeric()) {
        // What every clause has says nothing.
        let common = ["", "types", "fields", "variants", "operations", "codes", "errors", "events"];
        if !common.contains(&part) {
            slug.push_str(if slug.is_empty() { "" } else { "-" });
            slug.push_str(&part.to_lowercase());
        }
    }
    let path = |suffix: String| folder.join(format!("{slug}{suffix}.toml"));
    let numbered = (2..).map(|number| path(format!("-{number}")));
    std::iter::once(path(String::new()))
        .chain(numbered)
        .find(|path| !path.exists())
        .unwrap_or_else(|| path(String::new()))
}
