//! Judgements about JSON Schemas held against an independent validator.
//!
//! Schemas, pairs of schemas and documents are generated from seeds. 2,000 pairs by default;
//! `CONTRACT_ORACLE_PAIRS=20000 cargo test --release -p contract-tests --test oracle` runs the
//! longer mode, and `CONTRACT_ORACLE_SEED` starts it elsewhere.

#[path = "oracle/generate.rs"]
mod generate;
#[path = "oracle/random.rs"]
mod random;
#[path = "oracle/sample.rs"]
mod sample;

use contract_check::evaluate::schema::{Answer, Evaluator, Members};
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
                Some("int64") => Some((i64::MIN, i64::MAX)),
                Some("uint8") => Some((0, 255)),
                _ => None,
            };
            for value in keywords.values_mut() {
                *value = with_bounds(value.take());
            }
            if let Some((min, max)) = bounds {
                let number = json!({"type": "integer", "minimum": min, "maximum": max});
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
                Answer::Unknown(_) => {}
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
