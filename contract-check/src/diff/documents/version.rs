//! The contract's version, against what the findings ask for.

use contract_core::document::Document;

use crate::finding::{Finding, Place};
use crate::policy;
use crate::rules;

/// Says where the version does not tell what the findings tell. A remark: who is hurt, the
/// findings say themselves.
pub(super) fn compare(old: &Document, new: &Document, findings: &[Finding]) -> Option<Finding> {
    let [from, to] = [old, new].map(|it| semver::Version::parse(&it.contract.version));
    let (Ok(from), Ok(to)) = (from, to) else {
        return None;
    };
    let bump = findings.iter().map(policy::required_bump).max().unwrap_or_default();
    let finding = if to.cmp_precedence(&from).is_lt() {
        Finding::note(&rules::CONTRACT_VERSION_DECREASED, "contract/version")
            .from(from.to_string())
            .to(to.to_string())
    } else if let Some(least) = policy::least(&from, &to, bump) {
        Finding::note(&rules::CONTRACT_VERSION_NOT_BUMPED, "contract/version")
            .from(to.to_string())
            .to(least.to_string())
    } else {
        return None;
    };
    let place = |document: &Document| Place {
        pointer: Some("/contract/version".to_owned()),
        source: document.sources.get("contract").map(ToString::to_string),
    };
    Some(finding.it(&new.contract.id).old(place(old)).new_place(place(new)))
}
