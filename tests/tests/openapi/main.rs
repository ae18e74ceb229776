//! Comparisons of OpenAPI documents, each a single edit of one document with what it comes to.

mod directions;
mod discriminators;
mod edit;
mod hostile;
mod http;
mod laws;
mod media;
mod pairs;
mod schemas;
mod sloppy;
mod subtypes;
mod tagged;
mod texts;
mod versions;

use contract_check::diff::openapi::{Options, compare};
use contract_check::finding::{Finding, Hazard};
use contract_check::json::Json;
use contract_check::openapi::OpenApi;
use contract_check::verdict::Verdict;

use edit::{Step, base, edited, padded};

fn load(raw: Json) -> OpenApi {
    OpenApi::load(raw).unwrap_or_else(|error| panic!("the document is sound: {error}"))
}

fn judge(old: Json, new: Json, options: &Options) -> Vec<Finding> {
    let findings = compare(&load(old), &load(new), options);
    Verdict::new(findings.unwrap_or_else(|error| panic!("schemas are sound: {error}"))).findings
}

/// Severity, rule and hazard, worst first.
fn lines(findings: &[Finding]) -> Vec<String> {
    findings
        .iter()
        .map(|finding| {
            let hazard = finding.hazard.map_or("", Hazard::word);
            format!("{} {} {hazard}", finding.severity.word(), finding.rule.id).trim().to_owned()
        })
        .collect()
}

/// Judges an edit of the base document.
fn verdict(steps: &[Step]) -> Vec<Finding> {
    judge(base(), edited(steps), &Options::default())
}

/// Fails, with every finding in full, unless the edit comes to these lines.
fn expect(why: &str, steps: &[Step], expected: &[&str]) {
    expect_of(why, steps, expected, verdict(steps));
    let (old, new) = (padded(base()), padded(edited(steps)));
    expect_of(why, steps, expected, judge(old, new, &Options::default()));
}

fn expect_of(why: &str, steps: &[Step], expected: &[&str], findings: Vec<Finding>) {
    let mut found = lines(&findings);
    found.sort();
    let mut expected: Vec<String> = expected.iter().map(|line| (*line).to_owned()).collect();
    expected.sort();
    let full: Vec<String> = findings
        .iter()
        .map(|finding| format!("{}: {}", finding.clause, finding.message()))
        .collect();
    assert_eq!(found, expected, "{why}\n{steps:?}\n{full:#?}");
}
