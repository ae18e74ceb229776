//! Released versions, and which of them the code is compared with.

use contract_core::document::Document;
use semver::Version;

use super::{Declaration, Policy, Supported};
use crate::date::Date;

/// A version that was released, and what was accepted for it.
#[derive(Clone, Debug, PartialEq)]
pub struct Release {
    /// Its version.
    pub version: Version,
    /// The document.
    pub document: Document,
    /// The file of the document, for messages.
    pub file: String,
    /// When it was released, if that is known.
    pub date: Option<Date>,
    /// The declarations that were folded into it.
    pub changes: Vec<Declaration>,
}

/// The released versions that the code is compared with, the one that matters most first: the
/// last, then the other ones that the policy supports, newest first. A pre-release promises
/// nothing, and is compared with only where nothing else was released.
pub fn supported<'r>(policy: &Policy, releases: &'r [Release]) -> Vec<&'r Release> {
    let mut sorted: Vec<&Release> = releases.iter().collect();
    sorted.sort_by(|a, b| b.version.cmp_precedence(&a.version));
    let first = sorted.iter().position(|it| it.version.pre.is_empty()).unwrap_or(0);
    let Some(last) = sorted.get(first).copied() else { return Vec::new() };
    let others = sorted.into_iter().filter(|release| {
        let version = &release.version;
        let older = version.cmp_precedence(&last.version).is_lt();
        let named = policy.also_supported.contains(&version.to_string());
        let line = match policy.supported {
            Supported::Last => false,
            Supported::Line => line(version) == line(&last.version),
            Supported::All => true,
        };
        older && (named || (line && version.pre.is_empty()))
    });
    std::iter::once(last).chain(others).collect()
}

/// The versions that cargo takes for compatible begin with the same number that is not zero.
fn line(version: &Version) -> (u64, u64, u64) {
    match *version {
        Version { major: 0, minor: 0, patch, .. } => (0, 0, patch),
        Version { major: 0, minor, .. } => (0, minor, 0),
        Version { major, .. } => (major, 0, 0),
    }
}

#[cfg(test)]
pub(super) mod tests {
    use super::*;

    pub(in crate::policy) fn release(version: &str, date: Option<&str>) -> Release {
        let text = format!(
            "{{\"format\": 1, \"contract\": {{\"id\": \"orders\", \"version\": \"{version}\"}}}}"
        );
        Release {
            version: Version::parse(version).expect("a version"),
            document: Document::read(&text).expect("a document"),
            file: format!("contracts/orders/{version}.json"),
            date: date.map(|it| it.parse().expect("a date")),
            changes: Vec::new(),
        }
    }

    fn names(policy: &Policy, versions: &[&str]) -> Vec<String> {
        let releases: Vec<Release> = versions.iter().map(|it| release(it, None)).collect();
        supported(policy, &releases).iter().map(|it| it.version.to_string()).collect()
    }

    #[test]
    fn the_last_one_comes_first_and_its_line_follows() {
        let policy = Policy::default();
        let all = ["0.9.0", "1.0.0", "1.10.0", "1.9.0", "2.0.0-rc.1"];
        assert_eq!(names(&policy, &all), ["1.10.0", "1.9.0", "1.0.0"]);
        assert_eq!(names(&policy, &["0.1.0", "0.2.0", "0.2.1"]), ["0.2.1", "0.2.0"]);
        assert_eq!(names(&policy, &["0.0.1", "0.0.2"]), ["0.0.2"]);
        assert_eq!(names(&policy, &["1.0.0-alpha", "1.0.0-beta"]), ["1.0.0-beta"]);
        assert!(names(&policy, &[]).is_empty());
    }

    #[test]
    fn the_policy_says_which_others() {
        let versions = ["0.9.0", "1.0.0", "1.1.0"];
        let last = Policy { supported: Supported::Last, ..Policy::default() };
        assert_eq!(names(&last, &versions), ["1.1.0"]);
        let all = Policy { supported: Supported::All, ..Policy::default() };
        assert_eq!(names(&all, &versions), ["1.1.0", "1.0.0", "0.9.0"]);
        let also = Policy { also_supported: vec!["0.9.0".to_owned()], ..last };
        assert_eq!(names(&also, &versions), ["1.1.0", "0.9.0"]);
    }
}
