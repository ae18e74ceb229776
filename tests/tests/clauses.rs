//! Every row of the table of clauses, put to the test with its own sample values: the change from
//! the first to the second is found as the row says, and the change back hurts nobody.
//!
//! The documents are made from one in which everything is said, `rules/everything.json`.

mod shorthand;

use std::collections::BTreeSet;

use contract_check::diff::documents;
use contract_check::finding::{Finding, Severity};
use contract_check::rules::lattice::{self, Polarity, Row};
use contract_core::document::Document;
use serde_json::Value;

fn everything() -> Value {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/clauses/everything.json");
    serde_json::from_str(&std::fs::read_to_string(path).expect("the document")).expect("JSON")
}

/// The clause of a pattern in the document, and where its value stands.
fn clause(pattern: &str) -> (String, String) {
    let names = [
        ("**/", "types/Order/"),
        ("operations/*/errors/codes/*/", "errors/OrderError/codes/BUSY/"),
        ("errors/*/codes/*/", "errors/OrderError/codes/BUSY/"),
        ("errors/*/", "errors/OrderError/"),
        ("effect/*/", "effect/bank/"),
        ("wait_until/*/", "wait_until/paid/"),
        ("states/*/", "states/Done/"),
        ("config/*/", "config/BANK_KEY/"),
        ("operations/*/", "operations/orders.create/"),
        ("events/*/", "events/order.paid/"),
        ("consumers/*/", "consumers/ledger/"),
        ("jobs/*/", "jobs/export/"),
        ("providers/*/", "providers/bank/"),
    ];
    let mut clause = pattern.to_owned();
    for (from, to) in names {
        clause = clause.replace(from, to);
    }
    assert!(!clause.contains('*'), "{pattern}: {clause}");
    // What an author says of an item stands in `about`.
    let place = clause.replace("types/Order/", "types/Order/about/");
    (clause, place)
}

/// The document with a clause as it is to be.
fn with(place: &str, value: Option<&str>, row: &Row) -> Document {
    let mut root = everything();
    // Without what leads it there is no group.
    let place = match place.strip_suffix("/style") {
        Some(group) if value.is_none() => group,
        _ => place,
    };
    let (around, name) = place.rsplit_once('/').expect("a clause of something");
    let object = around
        .split('/')
        .try_fold(&mut root, |at, name| at.get_mut(name))
        .and_then(Value::as_object_mut)
        .unwrap_or_else(|| panic!("the document has no {around}"));
    object.remove(name);
    if let Some(value) = value {
        let list = matches!(row.order, lattice::Order::Superset | lattice::Order::Subset)
            || ["exists", "not_found"].contains(&name);
        let value = match value {
            "declared" => Value::Bool(true),
            text if list => text.split(", ").collect(),
            text => text.parse::<f64>().ok().filter(|_| !text.contains(['.', '-'])).map_or_else(
                || text.parse().map_or_else(|_| Value::from(text), |it: f64| it.into()),
                |_| text.parse::<u64>().map_or_else(|_| text.into(), Value::from),
            ),
        };
        object.insert(name.to_owned(), value);
    }
    let text = root.to_string();
    Document::read(&text).unwrap_or_else(|error| panic!("{place}: {error}"))
}

/// The findings about a change of one clause, but for the version that it calls for.
fn findings(row: &Row, place: &str, values: [Option<&str>; 2]) -> Vec<Finding> {
    let [old, new] = values.map(|value| with(place, value, row));
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
        let (clause, place) = clause(row.clauses[0]);
        let findings = findings(row, &place, row.sample);
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
        let (clause, place) = clause(row.clauses[0]);
        let [better, worse] = row.sample;
        let values = match row.polarity {
            Polarity::Identity => [better, better],
            _ => [worse, better],
        };
        for finding in findings(row, &place, values) {
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
