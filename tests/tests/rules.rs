//! Every rule has a pair of documents that it is about and a pair that looks alike and is not.
//!
//! `rules/RULE.txt` holds them. A line `# hit: ...` or `# near miss: ...` starts a case and says
//! what it shows; `before:` and `after:` start its documents, in a shorthand (see `shorthand`);
//! `expect:` gives the findings, one a line: `RULE SEVERITY HAZARD ROLE CLAUSE`, in the order of
//! the verdict. Findings of `version-too-small` and `version-decreased` are shown in the fixtures of
//! these two rules only: every change calls for a version.
//!
//! `UPDATE=1 cargo test -p contract-tests --test rules` rewrites the expectations. Read the
//! difference before you keep it.

mod agreement;
mod shorthand;

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};

use agreement::Conditions;
use contract_check::diff::documents;
use contract_check::finding::{Finding, Severity};
use contract_check::rules::{self, Family, lattice};
use contract_check::verdict::Verdict;
use contract_core::Level;
use contract_core::document::Document;

/// One case of a fixture.
struct Case {
    /// Its first line.
    title: String,
    before: String,
    after: String,
    expect: Vec<String>,
}

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/rules")
}

/// The fixtures by rule, sorted.
fn fixtures() -> Vec<(String, PathBuf)> {
    let mut fixtures: Vec<_> = std::fs::read_dir(folder())
        .expect("the folder of fixtures")
        .map(|entry| entry.expect("an entry").path())
        .filter(|path| path.extension().is_some_and(|it| it == "txt"))
        .map(|path| (path.file_stem().expect("a name").to_string_lossy().into_owned(), path))
        .collect();
    fixtures.sort();
    fixtures
}

fn cases(text: &str) -> Vec<Case> {
    let mut cases: Vec<Case> = Vec::new();
    let mut part = "";
    for line in text.lines() {
        if line.starts_with("# ") {
            cases.push(Case {
                title: line.to_owned(),
                before: String::new(),
                after: String::new(),
                expect: Vec::new(),
            });
            part = "";
            continue;
        }
        if matches!(line, "before:" | "after:" | "expect:") {
            part = line;
            continue;
        }
        let Some(case) = cases.last_mut() else { continue };
        match part {
            "before:" => case.before.extend([line, "\n"]),
            "after:" => case.after.extend([line, "\n"]),
            "expect:" if !line.trim().is_empty() => case.expect.push(line.trim().to_owned()),
            _ => assert!(line.trim().is_empty(), "{}: what is `{line}`?", case.title),
        }
    }
    cases
}

fn told(finding: &Finding) -> String {
    format!(
        "{} {} {} {} {}",
        finding.rule.id,
        finding.severity.word(),
        finding.hazard.map_or("-", |hazard| hazard.word()),
        finding.role.map_or("both", |role| role.word()),
        finding.clause,
    )
}

/// What the case's documents come to.
fn judge(case: &Case) -> Verdict {
    let [before, after] = [&case.before, &case.after].map(|text| {
        shorthand::document(text).unwrap_or_else(|error| panic!("{}: {error}", case.title))
    });
    let verdict = Verdict::new(documents::compare(&before, &after));
    for finding in &verdict.findings {
        checked(case, finding);
    }
    Conditions::of(&before).agree(&case.title, &after, &verdict.findings);
    verdict
}

/// What must hold for every finding whatever it is about.
fn checked(case: &Case, finding: &Finding) {
    let title = &case.title;
    for text in [finding.message(), finding.fix()] {
        assert!(!text.contains("``") && !text.contains("  "), "{title}: a gap in: {text}");
        for name in ["{it}", "{within}", "{from}", "{to}", "{reason}"] {
            assert!(!text.contains(name), "{title}: {name} is left in: {text}");
        }
    }
    let shape = finding.role.is_some() && finding.clause.starts_with("types/");
    if shape && finding.severity == Severity::Breaking {
        let witness = finding.witness.as_ref().unwrap_or_else(|| panic!("{title}: no witness"));
        assert!(witness.checked_by.is_some(), "{title}: an unchecked witness");
        assert!(!witness.reason.is_empty(), "{title}: no reason");
    }
    assert!(finding.rule.id != "internal-error", "{title}: {}", finding.message());
}

fn expectations(rule: &str, verdict: &Verdict) -> Vec<String> {
    let about_versions = rule.starts_with("version-");
    let lines = verdict.findings.iter().map(told);
    lines.filter(|line| about_versions || !line.starts_with("version-")).collect()
}

#[test]
fn every_case_is_judged_as_it_says() {
    let mut wrong = String::new();
    for (rule, path) in fixtures() {
        let text = std::fs::read_to_string(&path).expect("a fixture");
        let mut rewritten = String::new();
        for case in cases(&text) {
            let verdict = judge(&case);
            let found = expectations(&rule, &verdict);
            let _ = write!(
                rewritten,
                "{}{}\nbefore:\n{}\nafter:\n{}\nexpect:\n{}",
                if rewritten.is_empty() { "" } else { "\n" },
                case.title,
                case.before.trim_end(),
                case.after.trim_end(),
                found.iter().map(|line| format!("{line}\n")).collect::<String>(),
            );
            let hit = found.iter().any(|line| {
                line.starts_with(&format!("{rule} ")) && case.title.starts_with("# hit")
            });
            if case.title.starts_with("# hit") && !hit {
                let _ = writeln!(wrong, "{rule}: {}: not hit: {found:?}", case.title);
            } else if found != case.expect {
                let _ = writeln!(
                    wrong,
                    "{rule}: {}\n  expected {:#?}\n  found {found:#?}",
                    case.title, case.expect
                );
            }
        }
        if std::env::var_os("UPDATE").is_some() {
            std::fs::write(&path, rewritten).expect("the fixture can be written");
        }
    }
    assert!(wrong.is_empty(), "{wrong}");
}

#[test]
fn most_breaks_of_what_both_can_see_fail_in_the_editor() {
    let (mut seen, mut missed) = (0, Vec::new());
    for (_, path) in fixtures() {
        let text = std::fs::read_to_string(&path).expect("a fixture");
        for case in cases(&text) {
            let [before, after] =
                [&case.before, &case.after].map(|text| shorthand::document(text).expect("read"));
            let breaking = documents::compare(&before, &after);
            let breaking = breaking.iter().filter(|it| it.severity == Severity::Breaking);
            let broken = Conditions::of(&before).broken(&after);
            for finding in breaking {
                let key = (finding.rule.id.to_owned(), finding.clause.clone());
                if broken.contains(&key) { seen += 1 } else { missed.push(key) }
            }
        }
    }
    assert!(seen >= 65, "{seen} seen; missed: {missed:#?}");
}

/// Where the policy asks for no declaration, the command lets a break pass, and so do the macros;
/// as long as an exemption may hold, too.
#[test]
fn what_asks_for_no_declaration_compiles() {
    let item = r##"{"format": 1, "contract": {"id": "a", "version": "1.0.0", "level": "stable"},
        "errors": {"E": {"about": ABOUT, "domain": "d", "open": true, "codes": {
            "A": {"about": OF, "status": 404, "retry": "RETRY", "effects": "none", "role": "domain"},
            "B": {"status": 404, "retry": "RETRY", "effects": "none", "role": "domain"}}}}}"##;
    let document = |retry: &str, about: &str, of: &str| {
        let text = item.replace("RETRY", retry).replace("ABOUT", about).replace("OF", of);
        Document::read(&text).expect("a document")
    };
    let exempt = r#"{"exempt": {"reason": "r", "until": "2027-01-01"}}"#;
    let [before, after] = ["safe", "never"].map(|retry| document(retry, "{}", "{}"));
    assert_eq!(Conditions::of(&before).broken(&after).len(), 2);
    assert_eq!(Conditions::where_free(&before, &[Level::Provisional]).broken(&after).len(), 2);
    assert_eq!(Conditions::where_free(&before, &[Level::Stable]).broken(&after).len(), 0);
    for (about, of, left) in [(exempt, "{}", 0), ("{}", exempt, 1)] {
        let was = document("safe", about, of);
        assert_eq!(Conditions::of(&was).broken(&after).len(), left, "it was exempt: {about} {of}");
        let is = document("never", about, of);
        assert_eq!(Conditions::of(&before).broken(&is).len(), left, "it is exempt: {about} {of}");
    }
}

/// Rules that no pair of contract documents can cause, beside those of whole families.
const NOT_FROM_DOCUMENTS: &[&str] = &[
    // It is about JSON Schemas.
    "schema-rewritten",
    // Nothing should cause it.
    "internal-error",
    // A fixture for them would be a document of hundreds of lines.
    "undecided",
    "undecided-budget",
];

/// Whether a pair of contract documents can cause a finding of the rule.
fn arises_from_documents(rule: &rules::Rule) -> bool {
    // `clauses.rs` takes the fixtures of rows with sample values from the table itself.
    if lattice::table().any(|row| row.worse == rule && row.sample != [None, None]) {
        return false;
    }
    let elsewhere = [Family::Http, Family::Security, Family::Limits, Family::Consent];
    rule == &rules::CONSTANT_CHANGED
        || (!elsewhere.contains(&rule.family) && !NOT_FROM_DOCUMENTS.contains(&rule.id))
}

#[test]
fn every_rule_has_a_hit_and_a_near_miss() {
    let fixtures = fixtures();
    let known: BTreeSet<&str> = rules::all().iter().map(|rule| rule.id).collect();
    for (rule, path) in &fixtures {
        assert!(known.contains(rule.as_str()), "{rule}.txt is about no rule");
        let text = std::fs::read_to_string(path).expect("a fixture");
        let titles: Vec<String> = cases(&text).into_iter().map(|case| case.title).collect();
        for kind in ["# hit: ", "# near miss: "] {
            assert!(titles.iter().any(|it| it.starts_with(kind)), "{rule}: no {kind}");
        }
    }
    let missing: Vec<&str> = rules::all()
        .iter()
        .filter(|rule| arises_from_documents(rule))
        .map(|rule| rule.id)
        .filter(|rule| !fixtures.iter().any(|(name, _)| name == rule))
        .collect();
    assert!(missing.is_empty(), "rules without a fixture: {missing:?}");
}

/// Whatever the documents of the fixtures are, a document is compatible with itself.
#[test]
fn nothing_differs_from_itself() {
    for (_, path) in fixtures() {
        let text = std::fs::read_to_string(&path).expect("a fixture");
        for case in cases(&text) {
            for document in [&case.before, &case.after] {
                let document = shorthand::document(document).expect("a document");
                assert_eq!(documents::compare(&document, &document), [], "{}", case.title);
            }
        }
    }
}

/// The order in which maps are walked does not show.
#[test]
fn verdicts_are_the_same_every_time() {
    for (_, path) in fixtures() {
        let text = std::fs::read_to_string(&path).expect("a fixture");
        for case in cases(&text) {
            assert_eq!(judge(&case), judge(&case), "{}", case.title);
        }
    }
}

/// The list of rules is the one that the code knows. `UPDATE=1` writes it anew.
#[test]
fn the_list_of_rules_is_complete() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../contract-check/rules.md");
    let index = rules::index();
    if std::env::var_os("UPDATE").is_some() {
        std::fs::write(&path, &index).expect("the list is written");
    }
    let written = std::fs::read_to_string(&path).unwrap_or_default();
    assert!(written == index, "contract-check/rules.md is stale; run with UPDATE=1");
    for rule in rules::all() {
        assert_eq!(index.matches(&format!("- `{}`: ", rule.id)).count(), 1, "{}", rule.id);
        assert!(rules::page(rule).starts_with(&format!("# {}\n", rule.id)), "{}", rule.id);
    }
}
