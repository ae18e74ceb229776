//! Judgements about JSON Schemas held against an independent validator.
//!
//! Schemas, pairs of schemas and documents are generated from seeds. 2,000 pairs by default;
//! `CONTRACT_ORACLE_PAIRS=20000 cargo test --release -p contract-tests --test oracle` runs the
//! longer mode, and `CONTRACT_ORACLE_SEED` starts it elsewhere.

#[path = "oracle/compose.rs"]
mod compose;
#[path = "oracle/drafts.rs"]
mod drafts;
#[path = "oracle/edit.rs"]
mod edit;
#[path = "oracle/generate.rs"]
mod generate;
#[path = "oracle/laws.rs"]
mod laws;
#[path = "oracle/programs.rs"]
mod programs;
#[path = "oracle/random.rs"]
mod random;
#[path = "oracle/sample.rs"]
mod sample;
#[path = "oracle/table.rs"]
mod table;

use contract_check::diff::schemas::{Options, compare};
use contract_check::evaluate::schema::{Answer, Evaluator, Members};
use contract_check::finding::{Finding, Role, Severity};
use contract_check::json::Json;
use contract_check::schema::SchemaDocument;
use serde_json::{Value, json};

use crate::random::Random;

fn setting(name: &str, default: u64) -> u64 {
    std::env::var(name).ok().and_then(|text| text.parse().ok()).unwrap_or(default)
}

/// How many seeds a test goes through.
fn pairs() -> u64 {
    setting("CONTRACT_ORACLE_PAIRS", 2_000)
}

fn first_seed() -> u64 {
    setting("CONTRACT_ORACLE_SEED", 1)
}

fn exact(value: &Value) -> Json {
    Json::parse(&value.to_string()).expect("serde_json writes JSON")
}

fn load(schema: &Value) -> SchemaDocument {
    SchemaDocument::load(exact(schema)).unwrap_or_else(|error| panic!("{error} in {schema}"))
}

/// Formats of integers are bounds to us; the validator does not know them.
fn with_bounds(mut schema: Value) -> Value {
    match &mut schema {
        Value::Object(keywords) => {
            let bounds = match keywords.get("format").and_then(Value::as_str) {
                Some("int32") => Some((i64::from(i32::MIN), i64::from(i32::MAX))),
                Some("int16") => Some((i64::from(i16::MIN), i64::from(i16::MAX))),
                Some("uint8") => Some((0, 255)),
                Some("uint32") => Some((0, i64::from(u32::MAX))),
                _ => None,
            };
            for value in keywords.values_mut() {
                *value = with_bounds(value.take());
            }
            if let Some((min, max)) = bounds {
                let number = json!({"multipleOf": 1, "minimum": min, "maximum": max});
                let any_other = json!({"not": {"type": "number"}});
                keywords.insert("format".to_owned(), json!("none"));
                let parts = json!([{"anyOf": [any_other, number]}]);
                assert!(keywords.insert("allOf".to_owned(), parts).is_none());
            }
        }
        Value::Array(items) => {
            for item in items {
                *item = with_bounds(item.take());
            }
        }
        _ => {}
    }
    schema
}

/// The validator, which asserts formats as we do.
fn validator(schema: &Value) -> jsonschema::Validator {
    jsonschema::options()
        .should_validate_formats(true)
        .build(&with_bounds(schema.clone()))
        .unwrap_or_else(|error| panic!("{error} in {schema}"))
}

/// Our evaluator and the validator say the same about every document.
#[test]
fn the_evaluator_agrees_with_the_validator() {
    let mut accepted = 0;
    let mut refused = 0;
    for seed in first_seed()..first_seed() + pairs() {
        let random = &mut Random::new(seed);
        let schema = generate::schema(random);
        let validator = validator(&schema);
        let document = load(&schema);
        let evaluator = Evaluator::new(&document, Members::AsDescribed);
        for _ in 0..20 {
            let instance = sample::document(random, &schema);
            let expected = validator.is_valid(&instance);
            match evaluator.evaluate(&exact(&instance)) {
                Answer::Accepted if expected => accepted += 1,
                Answer::Refused(_) if !expected => refused += 1,
                // A loop says nothing; validators go round it or run out of stack.
                Answer::Unknown(reason) if reason.contains("comes back to itself") => {}
                answer => panic!(
                    "seed {seed}: the validator says {expected}, the evaluator {answer:?}\n\
                     schema {schema}\ndocument {instance}"
                ),
            }
        }
    }
    // A generator that only ever hits one side tests nothing.
    assert!(accepted > refused / 10 && refused > accepted / 10, "{accepted} : {refused}");
}

/// What our own findings say about one role.
fn severity(findings: &[Finding], role: Role) -> Option<Severity> {
    let of_role = findings.iter().filter(|finding| finding.role == Some(role));
    of_role.map(|finding| finding.severity).max()
}

/// A pair of schemas: an edit or two of one, or two that have nothing to do with each other.
fn pair(random: &mut Random) -> (Value, Value) {
    let old = generate::schema(random);
    loop {
        let new = match random.below(10) {
            0 => generate::schema(random),
            1..=2 => {
                let between = edit::edited(random, &old);
                edit::edited(random, &between)
            }
            _ => edit::edited(random, &old),
        };
        // An edit may make a schema that no draft admits.
        if jsonschema::meta::is_valid(&new) {
            return (old, new);
        }
    }
}

/// No verdict is refuted: neither a "compatible" by a document, nor a "breaking" by the validator
/// that looks at its witness.
#[test]
fn verdicts_are_never_refuted() {
    let (mut compatible, mut breaking, mut undecided) = (0, 0, 0);
    for seed in first_seed()..first_seed() + pairs() {
        let random = &mut Random::new(seed);
        let (old, new) = pair(random);
        let (old_says, new_says) = (validator(&old), validator(&new));
        let shown = || format!("seed {seed}\nold {old}\nnew {new}");
        let findings = compare(&load(&old), &load(&new), &Options::default());
        for finding in &findings {
            assert_ne!(finding.rule.id, "internal-error", "{finding:?}\n{}", shown());
            if finding.severity != Severity::Breaking {
                continue;
            }
            let witness = finding.witness.as_ref().expect("every break has a witness");
            let document: Value =
                serde_json::from_str(&witness.document.to_string()).expect("JSON");
            let valid = (old_says.is_valid(&document), new_says.is_valid(&document));
            let expected = match finding.role {
                Some(Role::Request) => (true, false),
                Some(Role::Response) => (false, true),
                None => panic!("a break without a direction: {finding:?}"),
            };
            assert_eq!(valid, expected, "{finding:?}\n{}", shown());
        }
        for role in [Role::Request, Role::Response] {
            let severity = severity(&findings, role);
            match severity {
                Some(Severity::Breaking) => breaking += 1,
                Some(Severity::Undecided) => undecided += 1,
                _ => compatible += 1,
            }
            if severity >= Some(Severity::Undecided) {
                continue;
            }
            let (writer, reader) = match role {
                Role::Request => (&old_says, &new_says),
                Role::Response => (&new_says, &old_says),
            };
            for _ in 0..20 {
                let schema = if random.percent(50) { &old } else { &new };
                let document = sample::document(random, schema);
                let refuted = writer.is_valid(&document) && !reader.is_valid(&document);
                assert!(!refuted, "{role:?} is called compatible, but {document}\n{}", shown());
            }
        }
    }
    let counts = format!("{compatible} compatible, {breaking} breaking, {undecided} undecided");
    assert!(undecided * 50 < compatible + breaking, "{counts}");
    assert!(breaking * 20 > compatible && compatible * 20 > breaking, "{counts}");
}

/// A schema is compatible with itself, and nothing is to be said about it.
#[test]
fn a_schema_is_compatible_with_itself() {
    for seed in first_seed()..first_seed() + pairs() / 4 {
        let schema = generate::schema(&mut Random::new(seed));
        // The text is the same but for the order of its members, which a map does not keep.
        let findings = compare(&load(&schema), &load(&schema), &Options::default());
        assert_eq!(findings, [], "seed {seed}\n{schema}");
    }
}

/// The single edits of the table, each as its line says.
#[test]
fn single_edits_are_judged_as_listed() {
    use table::Breaks;
    assert!(table::EDITS.len() >= 107, "{}", table::EDITS.len());
    let mut wrong = Vec::new();
    for edit in table::EDITS {
        let value = |text: &str| -> Value { serde_json::from_str(text).expect(edit.name) };
        let (old, new) = (value(edit.old), value(edit.new));
        let (old_says, new_says) = (validator(&old), validator(&new));
        let findings = compare(&load(&old), &load(&new), &Options::default());
        let breaks = |role| severity(&findings, role) == Some(Severity::Breaking);
        let found = match (breaks(Role::Request), breaks(Role::Response)) {
            (false, false) => Breaks::Nobody,
            (true, false) => Breaks::Requests,
            (false, true) => Breaks::Responses,
            (true, true) => Breaks::Both,
        };
        let undecided = findings.iter().any(|finding| finding.severity == Severity::Undecided);
        let rules: Vec<&str> = findings
            .iter()
            .filter(|finding| finding.severity == Severity::Breaking)
            .map(|finding| finding.rule.id)
            .collect();
        let named = edit.rule.is_empty() || rules.iter().all(|rule| *rule == edit.rule);
        if found != edit.breaks || undecided || !named {
            wrong.push(format!(
                "{}: {found:?} {rules:?}, expected {:?} {:?} ({})",
                edit.name, edit.breaks, edit.rule, edit.why
            ));
        }
        for finding in findings.iter().filter(|it| it.severity == Severity::Breaking) {
            let witness = finding.witness.as_ref().expect("every break has a witness");
            let document = serde_json::from_str(&witness.document.to_string()).expect("JSON");
            let valid = (old_says.is_valid(&document), new_says.is_valid(&document));
            // Bounds beyond 2^53 are beyond the validator.
            if !edit.name.contains("2^53") && !edit.old.contains("64") {
                let expected = finding.role == Some(Role::Request);
                assert_eq!(valid, (expected, !expected), "{}: {document}", edit.name);
            }
        }
        let random = &mut Random::new(first_seed());
        for _ in 0..200 {
            let schema = if random.percent(50) { &old } else { &new };
            let document = sample::document(random, schema);
            let valid = (old_says.is_valid(&document), new_says.is_valid(&document));
            let requests = matches!(edit.breaks, Breaks::Requests | Breaks::Both);
            let responses = matches!(edit.breaks, Breaks::Responses | Breaks::Both);
            assert!(valid != (true, false) || requests, "{}: {document}", edit.name);
            assert!(valid != (false, true) || responses, "{}: {document}", edit.name);
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
