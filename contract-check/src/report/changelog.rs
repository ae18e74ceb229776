//! What every version changed.

use contract_core::document::Document;
use contract_core::render::{Change, Changes, Kind};

use crate::diff::documents;
use crate::finding::{Finding, Severity};
use crate::policy::{Declaration, Key, Release};
use crate::rules;

/// The heading of what is not released yet.
const UNRELEASED: &str = "Unreleased";

/// What the code says beyond the last released version.
#[derive(Clone, Copy, Debug)]
pub struct Now<'a> {
    /// The document of the code.
    pub document: &'a Document,
    /// The declarations of the contract that no release holds yet.
    pub declarations: &'a [Declaration],
}

/// The changes of all versions, the newest first. Each is compared with the version before it; a
/// pre-release too, and what comes after it is compared with the last version that was none. The
/// code comes first where consumers would see a difference.
pub fn of(releases: &[Release], now: Option<Now<'_>>) -> Vec<Changes> {
    let mut sorted: Vec<&Release> = releases.iter().collect();
    sorted.sort_by(|a, b| a.version.cmp_precedence(&b.version));
    let mut all = Vec::new();
    for (index, release) in sorted.iter().enumerate() {
        let before = before(&sorted[..index]);
        all.push(Changes {
            version: release.version.to_string(),
            date: release.date.map(|date| date.to_string()),
            changes: before
                .map(|before| between(&before.document, &release.document, &release.changes)),
        });
    }
    if let Some(now) = now {
        let changes =
            before(&sorted).map(|before| between(&before.document, now.document, now.declarations));
        if changes.as_ref().is_none_or(|changes| !changes.is_empty()) {
            all.push(Changes { version: UNRELEASED.to_owned(), date: None, changes });
        }
    }
    all.reverse();
    all
}

/// The version that the one after these is compared with.
fn before<'r>(earlier: &[&'r Release]) -> Option<&'r Release> {
    earlier.iter().rev().find(|it| it.version.pre.is_empty()).or(earlier.last()).copied()
}

fn between(before: &Document, after: &Document, declarations: &[Declaration]) -> Vec<Change> {
    let mut findings = documents::compare(before, after);
    // How far the version moved is said by the version.
    findings.retain(|finding| finding.clause != "contract/version");
    findings.sort_by(|a, b| {
        (std::cmp::Reverse(a.severity), &a.clause, a.rule.id).cmp(&(
            std::cmp::Reverse(b.severity),
            &b.clause,
            b.rule.id,
        ))
    });
    findings.iter().map(|finding| change(finding, declarations)).collect()
}

fn change(finding: &Finding, declarations: &[Declaration]) -> Change {
    let key = Key::of(finding);
    let declared = declarations.iter().find(|it| it.findings.iter().any(|it| it.key == key));
    let kind = match finding.severity {
        _ if declared.is_some() => Kind::Breaking,
        Severity::Breaking | Severity::Undecided | Severity::Refused => Kind::Breaking,
        _ if finding.rule == &rules::DEPRECATED => Kind::Deprecated,
        Severity::Note if finding.rule.promise => Kind::Added,
        Severity::Note | Severity::Warning => Kind::Changed,
    };
    Change {
        kind,
        clause: finding.clause.clone(),
        text: finding.message(),
        reason: declared.and_then(|it| it.reason.clone()),
        migration: declared.and_then(|it| it.migration.clone()),
        emergency: declared.and_then(|it| it.emergency.as_ref()).map(|it| it.reason.clone()),
    }
}
