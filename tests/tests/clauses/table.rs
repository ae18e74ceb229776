//! Every row of the table of clauses, put to the test with its own sample values: the change from
//! the first to the second is found as the row says, and the change back hurts nobody.

use std::collections::BTreeSet;

use contract_check::diff::documents;
use contract_check::finding::{Finding, Severity};
use contract_check::rules::lattice::{self, Order, Polarity, Row};
use contract_core::document::Document;
use serde_json::Value;

use crate::everything::{clause, document, everything, is_list, put};
use crate::shorthand;

fn with(clause: &str, value: Option<&str>, row: &Row) -> Document {
    let list = is_list(clause) || matches!(row.order, Order::Superset | Order::Subset);
    let mut root = everything();
    put(&mut root, clause, value, list);
    document(&root)
}

/// The findings about a change of one clause, but for the version that it calls for.
fn findings(row: &Row, clause: &str, values: [Option<&str>; 2]) -> Vec<Finding> {
    let [old, new] = values.map(|value| with(clause, value, row));
    let mut findings = documents::compare(&old, &new);
    findings.retain(|finding| !finding.rule.id.starts_with("version-"));
    findings
}

fn told(findings: &[Finding]) -> Vec<String> {
    findings
        .iter()
        .map(|it| format!("{} {} {}", it.rule.id, it.severity.word(), it.clause))
        .collect()
}

fn sampled() -> impl Iterator<Item = &'static Row> {
    lattice::table().filter(|row| row.sample != [None, None])
}

#[test]
fn a_change_for_the_worse_is_found_as_the_row_says() {
    for row in sampled() {
        let clause = clause(row.clauses[0]);
        let findings = findings(row, &clause, row.sample);
        let hit: Vec<&Finding> =
            findings.iter().filter(|finding| *finding.rule == *row.worse).collect();
        let [hit] = hit[..] else { panic!("{clause}: {:?}", told(&findings)) };
        assert_eq!(hit.clause, clause);
        assert_eq!(hit.severity, Severity::Breaking, "{clause}");
        assert_eq!(hit.hazard, Some(row.hazard), "{clause}");
        assert_eq!(hit.party, Some(row.party), "{clause}");
        assert!(hit.new.pointer.is_some() || hit.old.pointer.is_some(), "{clause}");
        assert!(clause.starts_with("contract/") || !hit.reached_by.is_empty(), "{clause}");
        for text in [hit.message(), hit.fix(), hit.story().unwrap_or_default()] {
            assert!(!text.contains("``") && !text.contains("  "), "{clause}: {text}");
            assert!(!text.contains('{'), "{clause}: {text}");
        }
        let others: Vec<&Finding> =
            findings.iter().filter(|it| *it != hit && it.severity == Severity::Breaking).collect();
        assert!(others.is_empty(), "{clause}: {:?}", told(&findings));
    }
}

/// A guarantee may get stronger, an obligation weaker, and an identity may stay as it is: what
/// looks like the hit and is none.
#[test]
fn a_change_for_the_better_hurts_nobody() {
    for row in sampled() {
        let clause = clause(row.clauses[0]);
        let [better, worse] = row.sample;
        let values = match row.polarity {
            Polarity::Identity => [better, better],
            _ => [worse, better],
        };
        for finding in findings(row, &clause, values) {
            // A clause with two rows may be hurt by the other one.
            let same = *finding.rule == *row.worse;
            assert!(!same || finding.severity == Severity::Note, "{clause}: {}", finding.message());
        }
    }
}

/// Behaviour is told as a story, since no document shows it.
#[test]
fn what_no_document_shows_has_a_story() {
    for row in lattice::table().filter(|row| !row.clauses[0].starts_with("contract/")) {
        let shown = matches!(row.polarity, Polarity::Remark | Polarity::Judgement)
            || matches!(
                row.polarity,
                Polarity::Entry { added: lattice::Entry::Note, removed: lattice::Entry::Note }
            );
        let entry = matches!(row.polarity, Polarity::Entry { .. });
        let told = !row.worse.story.is_empty() || entry && !row.better.story.is_empty();
        assert!(shown || told, "{:?} has no story", row.clauses);
    }
}

/// A clause of the document that the table does not know would never be judged safe; it would be
/// undecided in every comparison. There is none.
#[test]
fn every_clause_of_the_document_has_a_row() {
    let everything = with("contract/owner", Some("@shop"), sampled().next().expect("a row"));
    let nothing = Document::new(everything.contract.clone());
    for findings in
        [documents::compare(&everything, &nothing), documents::compare(&nothing, &everything)]
    {
        let undecided: BTreeSet<String> = findings
            .iter()
            .filter(|finding| finding.severity == Severity::Undecided)
            .map(Finding::message)
            .collect();
        assert!(undecided.is_empty(), "{undecided:#?}");
    }
    // Every path of it, and not only what leads a group.
    let mut root = serde_json::to_value(&everything).expect("JSON");
    let mut unknown = Vec::new();
    root["types"] = Value::Null;
    paths("", &root, &mut |path| {
        let shape = ["/request", "/response", "/payload", "/levels", "/level", "/version"];
        let plain = path.replace("/about", "");
        let known = !lattice::rows(&plain).is_empty() || lattice::is_list(&plain);
        if !known && !shape.iter().any(|it| path.contains(it)) {
            unknown.push(plain);
        }
    });
    assert!(unknown.is_empty(), "no row for {unknown:#?}");
}

/// The paths of all values that are no objects.
fn paths(path: &str, value: &Value, visit: &mut dyn FnMut(&str)) {
    match value {
        Value::Object(members) => {
            for (name, value) in members {
                let path = if path.is_empty() { name.clone() } else { format!("{path}/{name}") };
                paths(&path, value, visit);
            }
        }
        Value::Null => {}
        _ if path.contains('/') => visit(path),
        _ => {}
    }
}

/// The shorthand is shared with other tests; here it only has to agree with the model.
#[test]
fn the_document_says_everything_that_the_shorthand_may_say() {
    let said = "op a GET /a\nsay operations/a/timeout 8s\nsay operations/a/cancel atomic";
    let document = shorthand::document(said).expect("a document");
    assert!(document.operations["a"].timeout.is_some());
}

/// What is no longer said has a sentence of its own: `none` is no value of a path or of a set.
#[test]
fn what_comes_and_goes_is_told_as_such() {
    for clause in ["http", "http/success", "errors", "timeout", "stream/heartbeat"] {
        let clause = format!("operations/orders.create/{clause}");
        let mut without = everything();
        put(&mut without, &clause, None, false);
        let [with, without] = [document(&everything()), document(&without)];
        for [old, new] in [[&with, &without], [&without, &with]] {
            let findings = documents::compare(old, new);
            let told = findings.iter().find(|finding| finding.clause == clause);
            let told = told.unwrap_or_else(|| panic!("{clause}: {:?}", self::told(&findings)));
            for text in [told.message(), told.story().unwrap_or_default()] {
                assert!(!text.contains("none") && !text.contains("``"), "{clause}: {text}");
            }
        }
    }
}
