//! The version of the code against the released ones, and against what the findings ask for.

use contract_core::document::Document;
use semver::Version;

use super::{Bump, Enforce, Policy, Release, next_version};
use crate::finding::{Finding, Place, Severity};
use crate::rules;
use crate::verdict::Step;

/// What there is to say about the version of a document. `before` is what it is compared with;
/// `bump` is what the findings ask for, and `breaks` says whether one of them is a break. Where
/// nothing was released yet, a break alone makes the version count.
pub(super) fn findings(
    before: &Document,
    now: &Document,
    bump: Bump,
    releases: &[Release],
    policy: &Policy,
    breaks: bool,
) -> Vec<Finding> {
    let [from, to] = [before, now].map(|it| Version::parse(&it.contract.version));
    let (Ok(from), Ok(to)) = (from, to) else { return Vec::new() };
    let mut findings = Vec::new();
    let severity = match policy.version {
        _ if releases.is_empty() && !breaks => Severity::Note,
        Enforce::Check => Severity::Refused,
        Enforce::Release => Severity::Warning,
    };
    let last = releases.iter().map(|it| &it.version).max_by(|a, b| a.cmp_precedence(b));
    let newest = last.filter(|last| last.cmp_precedence(&from).is_gt()).unwrap_or(&from);
    let twin = releases.iter().find(|it| it.version.cmp_precedence(&to).is_eq());
    let least = least(&from, &to, bump);
    if let Some(twin) = twin {
        if twin.document.clone().baseline() != now.clone().baseline() {
            findings.push(
                Finding::new(&rules::VERSION_RELEASED, "contract/version", severity)
                    .from(twin.version.to_string())
                    .to(after(&twin.version, bump, &from).to_string()),
            );
        }
    } else if to.cmp_precedence(newest).is_lt() {
        findings.push(
            Finding::new(&rules::CONTRACT_VERSION_DECREASED, "contract/version", Severity::Refused)
                .from(newest.to_string())
                .to(to.to_string()),
        );
    }
    if findings.is_empty()
        && let Some(least) = least
    {
        findings.push(
            Finding::new(&rules::CONTRACT_VERSION_NOT_BUMPED, "contract/version", severity)
                .from(to.to_string())
                .to(least.to_string()),
        );
    }
    let place = |document: &Document| Place {
        pointer: Some("/contract/version".to_owned()),
        source: document.sources.get("contract").map(ToString::to_string),
    };
    findings
        .into_iter()
        .map(|it| it.it(&now.contract.id).old(place(before)).new_place(place(now)))
        .collect()
}

/// The step of the version, as it is and as the findings ask for it.
pub(super) fn step(before: &Document, now: &Document, bump: Bump) -> Option<Step> {
    let [from, to] = [before, now].map(|it| Version::parse(&it.contract.version));
    let (from, to) = (from.ok()?, to.ok()?);
    let least = least(&from, &to, bump).unwrap_or_else(|| to.clone());
    Some(Step { from: from.to_string(), to: to.to_string(), least: least.to_string() })
}

/// The least version that would do; none where the given one does. A pre-release of a version
/// that would do, does: `2.0.0-rc.1` says that 2.0.0 is coming.
pub(crate) fn least(from: &Version, to: &Version, bump: Bump) -> Option<Version> {
    if bump == Bump::None {
        return None;
    }
    let least = next_version(&from_release(from), bump);
    let (to_core, least_core) = (core(to), core(&least));
    let enough = if from.pre.is_empty() {
        to_core >= least_core
    } else {
        // A pre-release promises nothing, so the next one and the release itself may break it.
        to.cmp_precedence(from).is_gt()
    };
    (!enough).then_some(if from.pre.is_empty() { least } else { from_release(from) })
}

/// The version after a released one that is in use already.
fn after(released: &Version, bump: Bump, from: &Version) -> Version {
    let least = next_version(&from_release(from), bump.max(Bump::Patch));
    if least.cmp_precedence(released).is_gt() {
        least
    } else {
        next_version(&from_release(released), Bump::Patch)
    }
}

fn from_release(version: &Version) -> Version {
    Version::new(version.major, version.minor, version.patch)
}

fn core(version: &Version) -> (u64, u64, u64) {
    (version.major, version.minor, version.patch)
}

#[cfg(test)]
mod tests {
    use super::super::release::tests::release;
    use super::*;

    /// The rules that a step between two versions runs into, with the version they ask for.
    fn told(from: &str, to: &str, bump: Bump, released: &[&str]) -> Vec<String> {
        let releases: Vec<Release> = released.iter().map(|it| release(it, None)).collect();
        let mut now = release(to, None).document;
        // The documents differ.
        now.contract.meaning = Some("Other words.".to_owned());
        let before = release(from, None).document;
        findings(&before, &now, bump, &releases, &Policy::default(), false)
            .into_iter()
            .map(|it| format!("{} {} {}", it.rule.id, it.severity.word(), it.words.to))
            .collect()
    }

    #[test]
    fn a_break_asks_for_the_step_that_cargo_would_read() {
        for (from, to, bump, least) in [
            ("1.4.0", "1.4.1", Bump::Major, Some("2.0.0")),
            ("1.4.0", "1.5.0", Bump::Major, Some("2.0.0")),
            ("1.4.0", "2.0.0", Bump::Major, None),
            ("1.4.0", "2.0.0-rc.1", Bump::Major, None),
            ("1.4.0", "1.5.0-rc.1", Bump::Major, Some("2.0.0")),
            ("1.4.0", "1.4.1", Bump::Minor, Some("1.5.0")),
            ("1.4.0", "1.4.1", Bump::Patch, None),
            ("1.4.0", "1.4.1", Bump::None, None),
            ("0.3.1", "0.3.2", Bump::Major, Some("0.4.0")),
            ("0.3.1", "0.4.0", Bump::Major, None),
            ("0.3.1", "0.3.2", Bump::Minor, None),
            ("0.3.1", "1.0.0", Bump::Major, None),
            ("0.0.3", "0.0.4", Bump::Major, None),
            ("2.0.0-rc.1", "2.0.0-rc.2", Bump::Major, None),
            ("2.0.0-rc.1", "2.0.0", Bump::Major, None),
        ] {
            let expected: Vec<String> =
                least.iter().map(|least| format!("version-too-small refused {least}")).collect();
            assert_eq!(told(from, to, bump, &[from]), expected, "{from} to {to}, {bump}");
        }
    }

    #[test]
    fn a_released_version_says_one_thing() {
        for (to, bump, next) in [
            ("1.4.0", Bump::None, "1.4.1"),
            ("1.4.0", Bump::Minor, "1.5.0"),
            ("1.4.0+build.5", Bump::Major, "2.0.0"),
        ] {
            assert_eq!(
                told("1.4.0", to, bump, &["1.3.0", "1.4.0"]),
                [format!("version-released refused {next}")],
                "{to}"
            );
        }
        // An older one that is in use is no free version either.
        assert_eq!(
            told("1.4.0", "1.3.0", Bump::None, &["1.3.0", "1.4.0"]),
            ["version-released refused 1.4.1"]
        );
        // A pre-release is no release of its version.
        assert!(told("1.4.0", "2.0.0", Bump::Major, &["1.4.0", "2.0.0-rc.1"]).is_empty());
    }

    #[test]
    fn versions_do_not_go_backwards() {
        assert_eq!(
            told("1.4.0", "1.3.5", Bump::None, &["1.4.0"]),
            ["version-decreased refused 1.3.5"]
        );
        // Not behind the last pre-release either.
        assert_eq!(
            told("1.4.0", "2.0.0-rc.1", Bump::Major, &["1.4.0", "2.0.0-rc.2"]),
            ["version-decreased refused 2.0.0-rc.1"]
        );
        assert_eq!(told("1.4.0", "1.3.5", Bump::None, &[]), ["version-decreased refused 1.3.5"]);
        // Nothing was released yet: a remark, since the file is only what was accepted.
        assert_eq!(told("1.4.0", "1.4.0", Bump::Major, &[]), ["version-too-small note 2.0.0"]);
    }
}
