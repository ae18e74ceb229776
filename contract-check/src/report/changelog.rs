//! What every released version changed.

use contract_core::render::{Change, Changes, Kind};

use crate::diff::documents;
use crate::finding::{Finding, Severity};
use crate::policy::{Key, Release};
use crate::rules;

/// The changes of released versions, the newest first. Each is compared with the version before
/// it; a pre-release too, and what comes after it is compared with the last version that was none.
pub fn of(releases: &[Release]) -> Vec<Changes> {
    let mut sorted: Vec<&Release> = releases.iter().collect();
    sorted.sort_by(|a, b| a.version.cmp_precedence(&b.version));
    let mut changes = Vec::new();
    for (index, release) in sorted.iter().enumerate() {
        let earlier = &sorted[..index];
        let before = earlier.iter().rev().find(|it| it.version.pre.is_empty()).or(earlier.last());
        changes.push(Changes {
            version: release.version.to_string(),
            date: release.date.map(|date| date.to_string()),
            changes: before.map(|before| between(before, release)),
        });
    }
    changes.reverse();
    changes
}

fn between(before: &Release, release: &Release) -> Vec<Change> {
    let mut findings = documents::compare(&before.document, &release.document);
    findings.retain(|finding| finding.clause != "contract/version");
    findings.sort_by(|a, b| {
        (std::cmp::Reverse(a.severity), &a.clause, a.rule.id).cmp(&(
            std::cmp::Reverse(b.severity),
            &b.clause,
            b.rule.id,
        ))
    });
    findings.iter().map(|finding| change(finding, release)).collect()
}

fn change(finding: &Finding, release: &Release) -> Change {
    let key = Key::of(finding);
    let declared = release.changes.iter().find(|it| it.findings.iter().any(|it| it.key == key));
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
