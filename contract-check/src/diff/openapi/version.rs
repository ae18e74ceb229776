//! Whether `info.version` says what changed.

use super::context::Pair;
use crate::finding::{Finding, Place};
use crate::openapi::{Node, OpenApi};
use crate::policy::{self, Bump};
use crate::rules;

/// The finding about the step that the version took. Versions that are no SemVer say nothing
/// about compatibility, and nothing is said about them.
pub(super) fn compare(old: &OpenApi, new: &OpenApi, findings: &[Finding]) -> Option<Finding> {
    let pair = Pair { old: old.root().get("info")?, new: new.root().get("info")? };
    let version = |node: &Node<'_>| semver::Version::parse(node.text("version")?).ok();
    let (from, to) = (version(&pair.old)?, version(&pair.new)?);
    let bump = findings.iter().map(policy::required_bump).max().unwrap_or_default();
    let least = policy::next_version(&from, bump);
    let note = |rule| Finding::note(rule, "info/version");
    let finding = if to.cmp_precedence(&from).is_lt() {
        note(&rules::CONTRACT_VERSION_DECREASED).from(from.to_string()).to(to.to_string())
    } else if bump != Bump::None && to.cmp_precedence(&least).is_lt() {
        note(&rules::CONTRACT_VERSION_NOT_BUMPED).from(to.to_string()).to(least.to_string())
    } else {
        return None;
    };
    let place = || Place { pointer: Some("/info/version".to_owned()), source: None };
    let title = pair.new.text("title").unwrap_or("the API");
    Some(finding.it(title).old(place()).new_place(place()))
}
