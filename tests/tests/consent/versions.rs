//! Released versions: each says one thing for ever, and all that are supported are kept.

use contract_check::diff::documents;
use contract_check::policy::{self, Case, Compared, Policies, Policy, Supported};

use crate::{Setting, declaration, declared, release, told};

fn shop(version: &str, fields: &str) -> String {
    let fields: String =
        fields.split(' ').map(|it| format!("  {}\n", it.replace(':', ": "))).collect();
    format!("contract version={version}\nop a POST /a body=A\nstruct A\n{fields}")
}

/// What is told of a version after released ones, with every declaration that was folded into
/// them.
fn judged(policy: &Policy, releases: &[(&str, &str)], now: (&str, &str)) -> Vec<String> {
    let mut all: Vec<policy::Release> = Vec::new();
    for (version, fields) in releases {
        let mut new = release(&shop(version, fields), "2026-01-01");
        if let Some(before) = all.last() {
            let breaks = documents::compare(&before.document, &new.document);
            let breaks = breaks.iter().filter(|it| it.severity.word() == "breaking");
            new.changes = breaks.enumerate().map(|(index, it)| declaration(index, it)).collect();
        }
        all.push(new);
    }
    let now = crate::document(&shop(now.0, now.1));
    let supported = policy::supported(policy, &all);
    let compared: Vec<Compared<'_>> = supported
        .iter()
        .map(|it| Compared {
            document: &it.document,
            findings: documents::compare(&it.document, &now),
        })
        .collect();
    told(&policy::judge(&Case {
        policy,
        policies: &Policies::from(policy.clone()),
        today: "2026-11-29".parse().expect("a date"),
        now: &now,
        compared: &compared,
        releases: &all,
        declarations: &[],
        declared_here: true,
        consumers: &[],
    }))
}

/// A step that breaks nobody who has the last version may break who has the one before.
#[test]
fn every_supported_version_is_compared_with() {
    let mut last = Policy::default();
    last.supported = Supported::Last;
    let line = Policy::default();
    // `note` was always sent since 1.1.0, and not before.
    let releases = [("1.0.0", "id:u64"), ("1.1.0", "id:u64 note:option<string>")];
    let now = ("1.2.0", "id:u64 note:string");
    let both = judged(&line, &releases, now);
    assert!(both.iter().any(|it| it.contains("types/A/fields/note")), "{both:?}");
    // With one more step in between, only the version before it is hurt.
    let releases = [("1.0.0", "id:u64"), ("1.1.0", "id:u64 note:string")];
    let now = ("1.2.0", "id:u64 note:string more:option<string>");
    let nothing: [&str; 0] = [];
    assert_eq!(judged(&last, &releases, now), nothing);
    assert_eq!(
        judged(&line, &releases, now),
        nothing,
        "what was declared for 1.1.0 was accepted for those before, too"
    );
}

#[test]
fn a_released_version_differs_in_nothing() {
    let policy = Policy::default();
    let releases = [("1.0.0", "id:u64")];
    let nothing: [&str; 0] = [];
    assert_eq!(judged(&policy, &releases, ("1.0.0", "id:u64")), nothing);
    assert_eq!(
        judged(&policy, &releases, ("1.0.0", "id:u64 note:option<string>")),
        ["refused version-released contract/version"]
    );
    assert_eq!(
        judged(&policy, &releases, ("0.9.0", "id:u64")),
        ["refused version-decreased contract/version"]
    );
}

/// A pre-release promises nothing: what is said is said, and nobody is owed time.
#[test]
fn a_pre_release_is_broken_with_a_word() {
    let removed = |before: &str, now: &str| {
        let answered = |text: String| crate::document(&text.replace("body=A", "-> A"));
        let before = answered(shop(before, "id:u64 note:string"));
        let now = answered(shop(now, "id:u64"));
        let mut setting = Setting::default_policy();
        setting.declarations = declared(&setting, &before, &now);
        told(&setting.judge(&before, &now))
    };
    let gone = "field-removed types/A/fields/note";
    assert_eq!(removed("1.0.0-rc.1", "1.0.0-rc.2"), [format!("declared {gone}")]);
    assert_eq!(removed("1.0.0-rc.1", "1.0.0"), [format!("declared {gone}")]);
    assert_eq!(removed("1.0.0", "2.0.0-rc.1"), [format!("breaking {gone} [never-deprecated]")]);
}
