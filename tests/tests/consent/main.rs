//! What a policy asks for, on the documents of every rule's fixture.

mod declarations;
mod dependences;
mod timelines;
mod versions;

#[path = "../shorthand/mod.rs"]
mod shorthand;

use std::path::Path;

use contract_check::diff::documents;
use contract_check::finding::{Finding, Severity};
use contract_check::policy::{
    self, Case, Compared, Declaration, Declared, Key, Policies, Policy, Release,
};
use contract_check::verdict::Verdict;
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

    /// The default policy.
    fn default_policy() -> Self {
        Self { policy: Policy::default(), ..Self::declarations_only() }
    }

    /// On a day.
    fn on(mut self, today: &'static str) -> Self {
        self.today = today;
        self
    }

    fn judge(&self, before: &Document, now: &Document) -> Verdict {
        self.judge_by(&Policies::from(self.policy.clone()), before, now)
    }

    fn judge_by(&self, policies: &Policies, before: &Document, now: &Document) -> Verdict {
        let findings = documents::compare(before, now);
        policy::judge(&Case {
            policy: &self.policy,
            policies,
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
        approver: Some("@acme/security".to_owned()),
        emergency: None,
        acks: Vec::new(),
        reviewed: None,
    }
}

/// A document, in shorthand.
fn document(text: &str) -> Document {
    shorthand::document(text).expect("a document")
}

/// A version that was released on a day.
fn release(text: &str, date: &str) -> Release {
    let document = document(text);
    let version = document.contract.version.parse().expect("a version");
    let file = format!("contracts/shop/{version}.json");
    Release { version, document, file, date: date.parse().ok(), changes: Vec::new() }
}

/// What a verdict comes to: of every finding that is no note, its severity, rule and clause, and
/// what is open, in brackets.
fn told(verdict: &Verdict) -> Vec<String> {
    let worth = verdict.findings.iter().filter(|it| it.severity > Severity::Note);
    let mut told: Vec<String> = worth
        .map(|finding| {
            let word = if finding.settled() { "declared" } else { finding.severity.word() };
            let open: Vec<&str> = finding.open().iter().map(|open| open.rule.id).collect();
            let open =
                if open.is_empty() { String::new() } else { format!(" [{}]", open.join(", ")) };
            format!("{word} {} {}{open}", finding.rule.id, finding.clause)
        })
        .collect();
    told.sort();
    told
}

/// The declarations that a judgement asks for.
fn declared(setting: &Setting, before: &Document, now: &Document) -> Vec<Declaration> {
    let verdict = setting.judge(before, now);
    let asks = verdict
        .findings
        .iter()
        .filter(|it| it.open().iter().any(|open| open.rule.id == "undeclared"));
    asks.enumerate().map(|(number, it)| declaration(number, it)).collect()
}
