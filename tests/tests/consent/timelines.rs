//! Timelines: what was announced, and whether its time has come.

use contract_check::policy::{Policies, Policy};
use contract_core::Level;
use contract_core::document::Document;

use crate::{Setting, declared, document, release, told};

/// A shop whose orders have a note, or none, at a version.
fn shop(version: &str, note: &str) -> String {
    let note = if note == "none" { String::new() } else { format!("  note: string {note}\n") };
    format!("contract version={version}\nop a GET /a -> A\nstruct A\n  id: u64\n{note}")
}

const TIMELINE: &str = "since=1.1.0 sunset=2027-03-31 remove_in=2.0.0";

/// Releases 1.0.0 and, with a timeline, 1.1.0; then the note goes, declared long ago.
fn removed(timeline: &str, version: &str, today: &'static str) -> Vec<String> {
    let mut setting = Setting::default_policy().on(today);
    setting.releases = vec![
        release(&shop("1.0.0", ""), "2026-06-01"),
        release(&shop("1.1.0", timeline), "2026-11-30"),
    ];
    let (before, now) = (document(&shop("1.1.0", timeline)), document(&shop(version, "none")));
    setting.declarations = declared(&setting, &before, &now);
    told(&setting.judge(&before, &now))
}

#[test]
fn what_goes_has_been_deprecated_and_its_time_has_come() {
    let note = "types/A/fields/note";
    for (timeline, version, today, open) in [
        (TIMELINE, "2.0.0", "2027-03-30", "removed-before-sunset"),
        (TIMELINE, "2.0.0", "2027-03-31", ""),
        (TIMELINE, "2.0.0-rc.1", "2027-03-31", ""),
        (TIMELINE, "2.0.0-rc.1", "2026-12-01", "removed-before-sunset"),
        (TIMELINE, "3.0.0", "2030-01-01", ""),
        ("", "2.0.0", "2030-01-01", "never-deprecated"),
        ("deprecated", "2.0.0", "2026-12-01", "notice-too-short"),
        ("deprecated", "2.0.0", "2027-02-27", "notice-too-short"),
        ("deprecated", "2.0.0", "2027-02-28", ""),
        ("since=1.1.0 remove_in=3.0.0", "2.0.0", "2030-01-01", "removed-before-version"),
        ("since=1.1.0 remove_in=3.0.0", "3.0.0", "2026-12-01", ""),
        (
            "since=1.1.0 sunset=2027-03-31 remove_in=3.0.0",
            "2.0.0",
            "2026-12-01",
            "removed-before-sunset, removed-before-version",
        ),
    ] {
        let expected = match open {
            "" => format!("declared field-removed {note}"),
            open => format!("breaking field-removed {note} [{open}]"),
        };
        assert_eq!(removed(timeline, version, today), [expected], "{timeline} {version} {today}");
    }
    // A version that does not say it is refused beside the timeline.
    assert_eq!(
        removed(TIMELINE, "1.2.0", "2027-03-31"),
        [
            format!("breaking field-removed {note} [removed-before-version]"),
            "refused version-too-small contract/version".to_owned()
        ]
    );
}

/// Only what was released counts as deprecated, and only if it stayed so.
#[test]
fn a_deprecation_that_was_not_released_is_none() {
    let now = document(&shop("2.0.0", "none"));
    let judged = |releases: &[(&str, &str)]| {
        let mut setting = Setting::default_policy().on("2027-03-31");
        setting.releases = releases
            .iter()
            .map(|(version, note)| release(&shop(version, note), "2026-06-01"))
            .collect();
        let supported = contract_check::policy::supported(&setting.policy, &setting.releases);
        let before: Document = supported[0].document.clone();
        setting.declarations = declared(&setting, &before, &now);
        told(&setting.judge(&before, &now))
    };
    let never = ["breaking field-removed types/A/fields/note [never-deprecated]"];
    assert_eq!(judged(&[("1.0.0", "")]), never);
    assert_eq!(judged(&[("1.0.0", ""), ("1.1.0-rc.1", TIMELINE)]), never);
    assert_eq!(judged(&[("1.1.0", TIMELINE), ("1.2.0", "")]), never, "it was taken back");
    assert_eq!(
        judged(&[("1.0.0", ""), ("1.1.0", TIMELINE)]),
        ["declared field-removed types/A/fields/note"]
    );
}

/// The notice that a policy gives runs from the release that announced it, through every version
/// that kept it so.
#[test]
fn the_notice_of_a_policy_is_the_least() {
    let judged = |days: u32, today: &'static str, releases: &[(&str, &str, &str)]| {
        let mut setting = Setting::default_policy().on(today);
        let mut cost = setting.policy.at(Level::Stable);
        cost.notice = days;
        cost.deprecated_for = days;
        setting.policy.set(Level::Stable, cost);
        setting.releases = releases
            .iter()
            .map(|(version, note, date)| release(&shop(version, note), date))
            .collect();
        let before = setting.releases.last().expect("a release").document.clone();
        let now = document(&shop("2.0.0", "none"));
        setting.declarations = declared(&setting, &before, &now);
        told(&setting.judge(&before, &now))
    };
    let soon = "since=1.1.0 sunset=2026-12-02";
    let open = ["breaking field-removed types/A/fields/note [notice-too-short]"];
    let passes = ["declared field-removed types/A/fields/note"];
    let released = [("1.0.0", "", "2026-01-01"), ("1.1.0", soon, "2026-12-01")];
    assert_eq!(judged(180, "2026-12-31", &released), open);
    assert_eq!(judged(180, "2027-05-29", &released), open);
    assert_eq!(judged(180, "2027-05-30", &released), passes);
    assert_eq!(judged(0, "2026-12-31", &released), passes);
    let kept = [("1.1.0", soon, "2026-06-01"), ("1.2.0", soon, "2026-12-01")];
    assert_eq!(judged(180, "2026-12-02", &kept), passes, "announced by 1.1.0");
    let again =
        [("1.1.0", soon, "2026-01-01"), ("1.2.0", "", "2026-06-01"), ("1.3.0", soon, "2026-12-01")];
    assert_eq!(judged(180, "2026-12-31", &again), open, "it was taken back in between");
}

/// A renamed field is gone; a changed one is announced by its declaration.
#[test]
fn what_cannot_be_deprecated_is_announced() {
    let before = document(&shop("1.1.0", ""));
    let now = document(&shop("2.0.0", "").replace("note: string", "note: u64"));
    let mut setting = Setting::default_policy().on("2027-01-29");
    setting.declarations = declared(&setting, &before, &now);
    let changed = "type-changed types/A/fields/note";
    assert_eq!(
        told(&setting.judge(&before, &now)),
        [format!("breaking {changed} [notice-too-short]")]
    );
    assert_eq!(
        told(&setting.on("2027-01-30").judge(&before, &now)),
        [format!("declared {changed}")],
        "90 days after 2026-11-01"
    );
}

/// What was announced around a clause was announced for it.
#[test]
fn a_timeline_covers_what_is_below_it() {
    let text = |version: &str, op: &str, of: &str, note: &str| {
        format!(
            "contract version={version}\nop a GET /a -> A {op}\nop b GET /b -> B\nstruct A {of}\n  \
             id: u64\n{note}struct B\n  id: u64\n"
        )
    };
    let timeline = "since=1.1.0 sunset=2027-03-31";
    let judged = |op: &str, of: &str, today: &'static str| {
        let before = document(&text("1.1.0", op, of, "  note: string\n"));
        let now = document(&text("2.0.0", op, of, ""));
        let mut setting = Setting::default_policy().on(today);
        setting.declarations = declared(&setting, &before, &now);
        told(&setting.judge(&before, &now))
            .into_iter()
            .filter(|it| it.contains("field-removed"))
            .collect::<Vec<_>>()
    };
    let passes = ["declared field-removed types/A/fields/note"];
    assert_eq!(judged("", timeline, "2027-03-31"), passes, "the type");
    assert_eq!(judged(timeline, "", "2027-03-31"), passes, "all that reaches it");
    let open = ["breaking field-removed types/A/fields/note [removed-before-sunset]"];
    assert_eq!(judged(timeline, "", "2027-03-30"), open);
}

#[test]
fn a_timeline_is_kept() {
    let judged = |before: &str, after: &str| {
        let (before, now) = (document(&shop("1.1.0", before)), document(&shop("2.0.0", after)));
        let verdict = Setting::default_policy().on("2026-12-01").judge(&before, &now);
        told(&verdict).into_iter().filter(|it| !it.contains("sunset-too-soon")).collect::<Vec<_>>()
    };
    let clause = "types/A/fields/note/deprecated";
    let nothing: [&str; 0] = [];
    for (before, after) in [
        ("sunset=2027-03-31", "sunset=2027-06-30"),
        ("", "sunset=2027-06-30"),
        ("sunset=2027-06-30", ""),
        ("deprecated", "sunset=2027-06-30"),
        ("remove_in=3.0.0", "remove_in=4.0.0"),
    ] {
        assert_eq!(judged(before, after), nothing, "{before} to {after}");
    }
    assert_eq!(
        judged("sunset=2027-06-30", "sunset=2027-06-29"),
        [format!("breaking sunset-brought-forward {clause}/sunset [undeclared]")]
    );
    assert_eq!(
        judged("remove_in=4.0.0", "remove_in=3.0.0"),
        [format!("breaking removal-advanced {clause}/remove_in [undeclared]")]
    );
}

/// What should be gone is remarked after a grace, and never refused.
#[test]
fn what_is_still_there_is_remarked() {
    let judged = |timeline: &str, version: &str, today: &'static str, released: &[(&str, &str)]| {
        let now = document(&shop(version, timeline));
        let mut setting = Setting::default_policy().on(today);
        setting.releases = released
            .iter()
            .map(|(version, date)| release(&shop(version, timeline), date))
            .collect();
        let before = document(&shop(released[0].0, timeline));
        let verdict = setting.judge(&before, &now);
        assert_eq!(verdict.exit_code(), 0);
        told(&verdict)
    };
    let still = ["warning still-present types/A/fields/note"];
    let nothing: [&str; 0] = [];
    let one = [("1.1.0", "2026-11-30")];
    // By a date: 30 days of grace.
    assert_eq!(judged("sunset=2027-03-31", "1.2.0", "2027-03-31", &one), nothing);
    assert_eq!(judged("sunset=2027-03-31", "1.2.0", "2027-04-30", &one), nothing);
    assert_eq!(judged("sunset=2027-03-31", "1.2.0", "2027-05-01", &one), still);
    // By a version: the grace begins when it is out.
    let by = "remove_in=2.0.0";
    assert_eq!(judged(by, "1.2.0", "2030-01-01", &one), nothing);
    let two = [("1.1.0", "2026-11-30"), ("2.0.0", "2027-01-01")];
    assert_eq!(judged(by, "2.1.0", "2027-01-31", &two), nothing);
    assert_eq!(judged(by, "2.1.0", "2027-02-01", &two), still);
    // By both: the later one.
    let both = "remove_in=2.0.0 sunset=2027-03-31";
    assert_eq!(judged(both, "2.1.0", "2027-02-01", &two), nothing);
    assert_eq!(judged(both, "2.1.0", "2027-05-01", &two), still);
}

#[test]
fn a_new_sunset_leaves_the_notice() {
    let judged = |sunset: &str| {
        let (before, now) = (document(&shop("1.0.0", "")), document(&shop("1.1.0", sunset)));
        told(&Setting::default_policy().on("2026-12-01").judge(&before, &now))
    };
    let nothing: [&str; 0] = [];
    assert_eq!(judged("sunset=2027-03-01"), nothing);
    assert_eq!(judged("sunset=2027-02-28"), ["warning sunset-too-soon types/A/fields/note"]);
}

/// Nothing is asked for what is expressly thrown away, until its day.
#[test]
fn an_exemption_holds_until_its_day() {
    let exempt = "say types/A/about/exempt {\"reason\": \"a spike\", \"until\": \"2026-12-31\"}\n";
    let judged = |before: &str, after: &str, today: &'static str| {
        let before = document(&format!("{}{before}", shop("1.0.0", "")));
        let now = document(&format!("{}{after}", shop("1.0.1", "none")));
        told(&Setting::default_policy().on(today).judge(&before, &now))
    };
    let removed = "field-removed types/A/fields/note";
    assert_eq!(judged(exempt, exempt, "2026-12-31"), [format!("warning {removed}")]);
    assert_eq!(
        judged(exempt, exempt, "2027-01-01"),
        [
            format!("breaking {removed} [undeclared, never-deprecated]"),
            "refused version-too-small contract/version".to_owned(),
            "warning exemption-ended types/A".to_owned(),
        ]
    );
    // An exemption that comes with the break exempts nothing.
    assert_eq!(
        judged("", exempt, "2026-12-01"),
        [
            format!("breaking {removed} [undeclared, never-deprecated]"),
            "refused version-too-small contract/version".to_owned(),
        ]
    );
}

/// Another policy judges what names it, and another one what is for known consumers.
#[test]
fn a_clause_names_its_policy() {
    let lenient = {
        let mut policy = Policy::default();
        let mut cost = policy.at(Level::Stable);
        cost.declaration = false;
        policy.set(Level::Stable, cost);
        policy
    };
    let by_audience = contract_core::document::Audience::ALL
        .iter()
        .map(|audience| (*audience, lenient.clone()))
        .collect();
    let mut policies = Policies::default();
    policies.add("partners".to_owned(), by_audience);
    let judged = |said: &str| {
        let text = |version, note| format!("{}{said}", shop(version, note));
        let (before, now) = (document(&text("1.0.0", "")), document(&text("2.0.0", "none")));
        let setting = Setting::default_policy();
        told(&setting.judge_by(&policies, &before, &now))
    };
    let strict = ["breaking field-removed types/A/fields/note [undeclared, never-deprecated]"];
    assert_eq!(judged(""), strict);
    assert_eq!(
        judged("say types/A/about/policy partners\n"),
        ["warning field-removed types/A/fields/note"]
    );
}
