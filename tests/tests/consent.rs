//! What a policy asks for, on the documents of every rule's fixture.

mod shorthand;

use std::collections::BTreeSet;
use std::path::Path;

use contract_check::diff::documents;
use contract_check::finding::{Finding, Severity};
use contract_check::policy::{self, Case, Compared, Declaration, Declared, Key, Policy, Release};
use contract_check::rules;
use contract_check::verdict::{Outcome, Verdict};
use contract_core::document::Document;

/// The pairs of documents of the fixtures of rules, with the title of each.
fn pairs() -> Vec<(String, Document, Document)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/rules");
    let mut files: Vec<_> = std::fs::read_dir(folder)
        .expect("the folder of fixtures")
        .map(|entry| entry.expect("an entry").path())
        .collect();
    files.sort();
    let mut pairs = Vec::new();
    for file in files {
        let text = std::fs::read_to_string(&file).expect("a fixture");
        for case in text.split("\n# ") {
            let title = case.lines().next().unwrap_or_default().to_owned();
            let part = |name: &str, end: &str| {
                let rest = case.split(&format!("\n{name}\n")).nth(1).expect("a part");
                let part = rest.split(&format!("\n{end}\n")).next().unwrap_or_default();
                shorthand::document(part).expect("a document")
            };
            let name = file.file_stem().expect("a name").to_string_lossy().into_owned();
            pairs.push((
                format!("{name}: {title}"),
                part("before:", "after:"),
                part("after:", "expect:"),
            ));
        }
    }
    pairs
}

struct Setting {
    policy: Policy,
    today: &'static str,
    releases: Vec<Release>,
    declarations: Vec<Declaration>,
    consumers: Vec<policy::Consumer>,
}

impl Setting {
    /// A policy that asks for a declaration and nothing else.
    fn declarations_only() -> Self {
        let mut policy = Policy::default();
        for level in contract_core::Level::ALL {
            let mut cost = policy.at(*level);
            cost.deprecation = false;
            cost.notice = 0;
            policy.set(*level, cost);
        }
        Self {
            policy,
            today: "2026-11-29",
            releases: Vec::new(),
            declarations: Vec::new(),
            consumers: Vec::new(),
        }
    }

    fn judge(&self, before: &Document, now: &Document) -> Verdict {
        let findings = documents::compare(before, now);
        policy::judge(&Case {
            policy: &self.policy,
            today: self.today.parse().expect("a date"),
            now,
            compared: &[Compared { document: before, findings }],
            releases: &self.releases,
            declarations: &self.declarations,
            declared_here: true,
            consumers: &self.consumers,
        })
    }
}

fn declaration(number: usize, finding: &Finding) -> Declaration {
    Declaration {
        file: format!("contracts/changes/{number}.toml"),
        contract: "shop".to_owned(),
        findings: vec![Declared {
            key: Key::of(finding),
            from: finding.words.from.clone(),
            to: finding.words.to.clone(),
            role: finding.role,
            line: 7,
        }],
        reason: Some("It was wrong.".to_owned()),
        migration: Some("Nothing.".to_owned()),
        owner: Some("@acme/shop".to_owned()),
        date: "2026-11-01".parse().ok(),
        expires: None,
        emergency: None,
        acks: Vec::new(),
        reviewed: None,
    }
}

fn keys<'v>(findings: impl Iterator<Item = &'v Finding>) -> BTreeSet<Key> {
    findings.map(Key::of).collect()
}

/// Declarations and findings are one to one: with a declaration for each, everything passes;
/// without one of them, exactly its finding is back.
#[test]
fn without_a_declaration_exactly_its_finding_is_back() {
    let mut deleted = 0;
    for (title, before, now) in pairs() {
        let mut setting = Setting::declarations_only();
        let verdict = setting.judge(&before, &now);
        let asks: Vec<Finding> = verdict
            .findings
            .iter()
            .filter(|it| it.open().iter().any(|open| open.rule == &rules::UNDECLARED))
            .cloned()
            .collect();
        setting.declarations =
            asks.iter().enumerate().map(|(number, it)| declaration(number, it)).collect();
        let all = setting.judge(&before, &now);
        let open = |verdict: &Verdict| -> BTreeSet<Key> {
            let findings = verdict.findings.iter().filter(|it| {
                !it.settled()
                    && it.severity >= Severity::Undecided
                    && it.clause != "contract/version"
            });
            keys(findings)
        };
        assert!(open(&all).is_empty(), "{title}: {:#?}", all.findings);
        assert_eq!(keys(all.findings.iter().filter(|it| it.settled())), keys(asks.iter()));
        for index in 0..setting.declarations.len() {
            let gone = setting.declarations.remove(index);
            let back = open(&setting.judge(&before, &now));
            assert_eq!(back, [gone.findings[0].key.clone()].into(), "{title}");
            setting.declarations.insert(index, gone);
            deleted += 1;
        }
    }
    assert!(deleted > 100, "{deleted}");
}

/// A declaration too many is refused, whatever it is about.
#[test]
fn a_declaration_that_accepts_nothing_is_refused() {
    for (title, before, now) in pairs() {
        let mut setting = Setting::declarations_only();
        let finding = Finding::breaking(&rules::FIELD_REMOVED, "types/Nowhere/fields/nothing");
        setting.declarations.push(declaration(0, &finding));
        let verdict = setting.judge(&before, &now);
        let stale = verdict.findings.iter().filter(|it| it.rule == &rules::DECLARATION_STALE);
        assert_eq!(stale.count(), 1, "{title}");
        assert!(verdict.outcome() >= Outcome::Refused, "{title}");
        assert_eq!(verdict.exit_code(), 100, "{title}");
    }
}

/// What was declared is not accepted any more once it says something else.
#[test]
fn a_widened_change_is_not_what_was_declared() {
    for (title, before, now) in pairs() {
        let mut setting = Setting::declarations_only();
        let verdict = setting.judge(&before, &now);
        for finding in &verdict.findings {
            if !finding.open().iter().any(|open| open.rule == &rules::UNDECLARED) {
                continue;
            }
            let mut declared = declaration(0, finding);
            declared.findings[0].to.push_str(" and less");
            setting.declarations = vec![declared];
            let verdict = setting.judge(&before, &now);
            let found = verdict.findings.iter().find(|it| Key::of(it) == Key::of(finding));
            let open = found.expect("the finding").open();
            let widened = open.iter().any(|it| it.rule == &rules::DECLARATION_WIDENED);
            assert!(widened, "{title}: {open:#?}");
        }
    }
}
