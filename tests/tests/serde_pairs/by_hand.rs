//! What other people's programs send. They are not built from the old version: they write whatever
//! its published schema describes, and some of what it takes besides.
//!
//! What no schema describes is not judged, though serde may read it: a struct as an array of its
//! fields, a unit variant as an object of null, further forms of texts, members that nobody knows
//! (whoever sends one cannot know what a later version takes it for). `render/schema` leaves the
//! same out of what is published, as accidents that nobody should rely on.

use contract_check::diff::documents::compare;
use contract_check::evaluate::wire::{Answer, reads};
use contract_check::finding::{Finding, Role, Severity};
use contract_check::json::Json;
use contract_core::document::Document;
use contract_core::render::{Form, json_schema};
use jsonschema::Validator;
use serde_json::{Value, json};

use crate::harness::{Pair, Side};
use crate::judge::{SAMPLES, as_data, beyond_shapes, is_open_for_good, report, sampled};

/// Documents that no schema describes and that people send nevertheless.
const SENT: &[(&str, &str)] =
    &[("decimal_string", "{\"n\":12}"), ("bytes_list", "{\"n\":\"abc\"}")];

/// What the old version is described to take and takes, the new version takes as well, or a
/// finding says who is refused.
#[test]
fn what_is_described_is_read_or_a_finding_says_who_is_refused() {
    let mut failures = Vec::new();
    let (mut described, mut refusals) = (0, 0);
    let pairs = crate::pairs::all();
    for pair in &pairs {
        let (old, new) = ((pair.old)(), (pair.new)());
        let findings = findings(&old, &new);
        let says = says(&findings);
        let schema = schema(&as_data(&old));
        let refused = sampled(pair.name, &old, SAMPLES).into_iter().find_map(|text| {
            let value: Value = serde_json::from_str(&text).ok()?;
            if !schema.is_valid(&value) {
                return None;
            }
            described += 1;
            (old.read)(&text).ok()?;
            let error = (new.read)(&text).err()?;
            // A feature of serde_json decides.
            let json = Json::parse(&text).ok()?;
            match reads(&new.document, &new.root, &json, &[]) {
                Answer::Unknown(reason) if reason.contains("feature") => None,
                _ => Some((text.clone(), error)),
            }
        });
        if let Some((text, error)) = refused {
            refusals += 1;
            if !says {
                failures.push(format!("{}: {text}: {error}", pair.name));
            }
        }
        for finding in findings.iter().filter(|it| it.severity == Severity::Undecided) {
            if !is_open_for_good(finding, &old, &new) {
                failures.push(format!("{}: {}", pair.name, finding.message()));
            }
        }
        for finding in findings.iter().filter(|it| it.severity == Severity::Breaking) {
            let Some(witness) = &finding.witness else { continue };
            let text = witness.document.to_string();
            // What a codec writes is not known, so that nobody need read what stands for it.
            let read = reads(&old.document, &old.root, &witness.document, &[]);
            let known = !matches!(read, Answer::Unknown(_)) && !beyond_shapes(&old, &text);
            if known && (old.read)(&text).is_err() || (new.read)(&text).is_ok() {
                failures.push(format!("{}: {}: {text}", pair.name, finding.rule.id));
            }
        }
    }
    assert!(described > 10_000 && refusals > 50, "{described} documents, {refusals} refused");
    report(failures, described);
}

#[test]
fn what_people_send_nevertheless_is_said() {
    let pairs = crate::pairs::all();
    for (name, text) in SENT {
        let pair = pairs.iter().find(|pair| pair.name == *name).expect(name);
        let Pair { old, new, .. } = pair;
        let (old, new) = (old(), new());
        assert!((old.read)(text).is_ok() && (new.read)(text).is_err(), "{name}: {text}");
        assert!(says(&findings(&old, &new)), "{name}: no finding says so");
    }
}

/// What a comparison finds about the type as what an operation takes.
fn findings(old: &Side, new: &Side) -> Vec<Finding> {
    compare(&as_request(old), &as_request(new))
}

fn says(findings: &[Finding]) -> bool {
    findings.iter().any(|it| it.severity >= Severity::Undecided && it.role == Some(Role::Request))
}

/// The document of a side, with its type as what an operation takes.
fn as_request(side: &Side) -> Document {
    let mut document = as_data(side);
    document.data.clear();
    let operation = json!({
        "http": {"method": "POST", "path": "/things"}, "request": {"body": "T"},
    });
    let operation = serde_json::from_value(operation).expect("an operation");
    document.operations.insert("things.create".to_owned(), operation);
    document
}

/// What is published as read, without members that it does not name.
fn schema(document: &Document) -> Validator {
    let text = json_schema(document, Form::Plain);
    let mut schema: Value = serde_json::from_str(&text).expect("the bundle is JSON");
    close(&mut schema["$defs"]);
    schema["$ref"] = json!("#/$defs/T.read");
    jsonschema::options()
        .should_validate_formats(true)
        .with_draft(jsonschema::Draft::Draft202012)
        .build(&schema)
        .unwrap_or_else(|error| panic!("{error}: {schema}"))
}

/// Closes every object by itself. Where one is put together of several, each then refuses the
/// others' members, and fewer documents are tried.
fn close(schema: &mut Value) {
    match schema {
        Value::Object(members) => {
            members.values_mut().for_each(close);
            let is_schema = members.get("properties").is_some_and(Value::is_object)
                || members.get("type").is_some_and(|it| it == "object");
            if is_schema && !members.contains_key("additionalProperties") {
                members.insert("additionalProperties".to_owned(), json!(false));
            }
        }
        Value::Array(items) => items.iter_mut().for_each(close),
        _ => {}
    }
}
