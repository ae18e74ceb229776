//! The dialects before 2020-12: schemas are translated into each, and everything is judged as the
//! validator reads that dialect. OpenAPI 3.0 has no validator, so that its schemas are translated
//! back, by rules that share nothing with the loader.

use contract_check::diff::schemas::{Options, compare};
use contract_check::evaluate::schema::{Answer, Evaluator, Members};
use contract_check::finding::{Role, Severity};
use contract_check::schema::{Dialect, SchemaDocument};
use jsonschema::Draft;
use serde_json::{Map, Value, json};

use crate::random::Random;
use crate::{edit, exact, first_seed, generate, pairs, sample, severity, with_bounds};

const DIALECTS: [Dialect; 5] = [
    Dialect::OpenApi30,
    Dialect::Draft04,
    Dialect::Draft06,
    Dialect::Draft07,
    Dialect::Draft201909,
];

/// The schema as it is written in a dialect; what the dialect cannot say is left out.
fn older(dialect: Dialect, schema: &Value) -> Value {
    let keywords = match schema {
        Value::Bool(true) if dialect <= Dialect::Draft04 => return json!({}),
        Value::Bool(false) if dialect <= Dialect::Draft04 => return json!({"not": {}}),
        Value::Object(keywords) => keywords,
        other => return other.clone(),
    };
    let mut result = Map::new();
    let openapi = dialect == Dialect::OpenApi30;
    let one = |schema: &Value| older(dialect, schema);
    // A flag stays a flag where the dialect knows it.
    let rest = |schema: &Value| if schema.is_boolean() { schema.clone() } else { one(schema) };
    let by_name = |schemas: &Value| -> Value {
        let schemas = schemas.as_object().into_iter().flatten();
        schemas.map(|(name, schema)| (name.clone(), one(schema))).collect::<Map<_, _>>().into()
    };
    let list = |schemas: &Value| -> Value {
        schemas.as_array().into_iter().flatten().map(one).collect::<Vec<_>>().into()
    };
    let mut dependencies = Map::new();
    for (keyword, value) in keywords {
        let mut put = |keyword: &str, value| result.insert(keyword.to_owned(), value);
        match keyword.as_str() {
            "$ref" => {
                let text = value.as_str().unwrap_or_default();
                // A schema that is a reference has no name of its own in draft-07 and before.
                let text = match text {
                    "#other" if dialect <= Dialect::Draft07 => "#/$defs/Other",
                    text => text,
                };
                let text = match openapi {
                    true => text.replace("$defs", "components/schemas"),
                    false if dialect <= Dialect::Draft07 => text.replace("$defs", "definitions"),
                    false => text.to_owned(),
                };
                put("$ref", json!(text));
            }
            "$defs" if openapi => {
                put("components", json!({"schemas": by_name(value)}));
            }
            "$defs" if dialect <= Dialect::Draft07 => {
                put("definitions", by_name(value));
            }
            "$defs" => {
                put("$defs", by_name(value));
            }
            "$anchor" if openapi => {}
            "$anchor" if dialect == Dialect::Draft04 => {
                put("id", json!(format!("#{}", value.as_str().unwrap_or_default())));
            }
            "$anchor" if dialect <= Dialect::Draft07 => {
                put("$id", json!(format!("#{}", value.as_str().unwrap_or_default())));
            }
            "const" if dialect <= Dialect::Draft04 => {
                put("enum", json!([value]));
            }
            "type" if openapi => match value {
                Value::Array(kinds) => {
                    if kinds.contains(&json!("null")) {
                        put("nullable", json!(true));
                    }
                    let kind = kinds.iter().find(|kind| **kind != "null");
                    put("type", kind.cloned().unwrap_or_else(|| json!("string")));
                }
                // The dialect cannot say null alone.
                Value::String(kind) if kind == "null" => {
                    put("enum", json!([null]));
                }
                kind => {
                    put("type", kind.clone());
                }
            },
            "exclusiveMinimum" if dialect <= Dialect::Draft04 => {
                if !keywords.contains_key("minimum") {
                    put("minimum", value.clone());
                    put("exclusiveMinimum", json!(true));
                }
            }
            "exclusiveMaximum" if dialect <= Dialect::Draft04 => {
                if !keywords.contains_key("maximum") {
                    put("maximum", value.clone());
                    put("exclusiveMaximum", json!(true));
                }
            }
            // The validator knows the formats that the dialect defines, and we all of them.
            "format"
                if (*value == "uuid" || *value == "duration")
                    && (Dialect::Draft04..=Dialect::Draft07).contains(&dialect) => {}
            "format"
                if *value == "date" && (Dialect::Draft04..=Dialect::Draft06).contains(&dialect) => {
            }
            "prefixItems" if openapi => {}
            "prefixItems" => {
                put("items", list(value));
            }
            "items" if keywords.contains_key("prefixItems") && !openapi => {
                put("additionalItems", rest(value));
            }
            "items" | "not" => {
                put(keyword, one(value));
            }
            "patternProperties" | "dependentSchemas" | "dependentRequired" if openapi => {}
            "contains" | "propertyNames" if dialect <= Dialect::Draft04 => {}
            "if" | "then" | "else" if dialect <= Dialect::Draft06 => {}
            "unevaluatedProperties" | "unevaluatedItems" | "minContains" | "maxContains"
                if dialect <= Dialect::Draft07 => {}
            "dependentRequired" if dialect <= Dialect::Draft07 => {
                for (name, names) in value.as_object().into_iter().flatten() {
                    dependencies.insert(name.clone(), names.clone());
                }
            }
            "dependentSchemas" if dialect <= Dialect::Draft07 => {
                for (name, schema) in value.as_object().into_iter().flatten() {
                    dependencies.entry(name).or_insert_with(|| one(schema));
                }
            }
            "additionalProperties" => {
                put(keyword, rest(value));
            }
            "contains"
            | "propertyNames"
            | "if"
            | "then"
            | "else"
            | "unevaluatedProperties"
            | "unevaluatedItems" => {
                put(keyword, one(value));
            }
            "properties" | "patternProperties" | "dependentSchemas" => {
                put(keyword, by_name(value));
            }
            "allOf" | "anyOf" | "oneOf" => {
                put(keyword, list(value));
            }
            _ => {
                put(keyword, value.clone());
            }
        }
    }
    if !dependencies.is_empty() {
        result.insert("dependencies".to_owned(), dependencies.into());
    }
    Value::Object(result)
}

/// A schema of OpenAPI 3.0 as 2020-12 says it.
fn newer(schema: &Value) -> Value {
    let Value::Object(keywords) = schema else { return schema.clone() };
    if let Some(reference) = keywords.get("$ref") {
        let mut only = json!({"$ref": reference});
        if let Some(components) = keywords.get("components") {
            only["components"] = components_of(components);
        }
        return only;
    }
    let mut result = Map::new();
    for (keyword, value) in keywords {
        let flag = |name: &str| keywords.get(name) == Some(&json!(true));
        let (keyword, value) = match (keyword.as_str(), value) {
            ("components", value) => ("components", components_of(value)),
            ("nullable" | "exclusiveMinimum" | "exclusiveMaximum", _) => continue,
            ("minimum", value) if flag("exclusiveMinimum") => ("exclusiveMinimum", value.clone()),
            ("maximum", value) if flag("exclusiveMaximum") => ("exclusiveMaximum", value.clone()),
            ("enum" | "required" | "default", value) => (keyword.as_str(), value.clone()),
            ("properties", Value::Object(schemas)) => {
                let schemas = schemas.iter().map(|(name, schema)| (name.clone(), newer(schema)));
                ("properties", schemas.collect::<Map<_, _>>().into())
            }
            (keyword, Value::Array(schemas)) => {
                (keyword, schemas.iter().map(newer).collect::<Vec<_>>().into())
            }
            (keyword, value) => (keyword, newer(value)),
        };
        result.insert(keyword.to_owned(), value);
    }
    if keywords.get("nullable") == Some(&json!(true)) {
        let components = result.remove("components");
        let mut nullable = json!({"anyOf": [result, {"type": "null"}]});
        if let Some(components) = components {
            nullable["components"] = components;
        }
        return nullable;
    }
    Value::Object(result)
}

fn components_of(components: &Value) -> Value {
    let schemas = components["schemas"].as_object().into_iter().flatten();
    let schemas: Map<String, Value> =
        schemas.map(|(name, schema)| (name.clone(), newer(schema))).collect();
    json!({"schemas": schemas})
}

fn load(dialect: Dialect, schema: &Value) -> SchemaDocument {
    SchemaDocument::load_as(exact(schema), dialect)
        .unwrap_or_else(|error| panic!("{error} in {schema}"))
}

fn validator(dialect: Dialect, schema: &Value) -> Option<jsonschema::Validator> {
    let (draft, schema) = match dialect {
        Dialect::OpenApi30 => (Draft::Draft202012, newer(schema)),
        Dialect::Draft04 => (Draft::Draft4, schema.clone()),
        Dialect::Draft06 => (Draft::Draft6, schema.clone()),
        Dialect::Draft07 => (Draft::Draft7, schema.clone()),
        Dialect::Draft201909 => (Draft::Draft201909, schema.clone()),
        _ => (Draft::Draft202012, schema.clone()),
    };
    let options = jsonschema::options().with_draft(draft).should_validate_formats(true);
    options.build(&with_bounds(schema)).ok()
}

#[test]
fn verdicts_in_older_dialects_are_never_refuted() {
    let (mut judged, mut breaking) = (0_u64, 0_u64);
    for seed in first_seed()..first_seed() + pairs() / 2 {
        let random = &mut Random::new(seed);
        let dialect = *random.pick(&DIALECTS);
        let plain = generate::schema(random);
        let changed = edit::edited(random, &plain);
        let (old, new) = (older(dialect, &plain), older(dialect, &changed));
        let (Some(old_says), Some(new_says)) = (validator(dialect, &old), validator(dialect, &new))
        else {
            continue;
        };
        judged += 1;
        let (old_schema, new_schema) = (load(dialect, &old), load(dialect, &new));
        let shown = || format!("seed {seed} {dialect:?}\nold {old}\nnew {new}");
        let evaluator = Evaluator::new(&old_schema, Members::AsDescribed);
        for _ in 0..10 {
            let instance = sample::document(random, &plain);
            let expected = old_says.is_valid(&instance);
            match evaluator.evaluate(&exact(&instance)) {
                Answer::Accepted => assert!(expected, "{instance} is refused\n{}", shown()),
                Answer::Refused(refusal) => {
                    assert!(!expected, "{instance} is accepted: {refusal}\n{}", shown());
                }
                Answer::Unknown(_) => {}
            }
        }
        let findings = compare(&old_schema, &new_schema, &Options::default());
        for role in [Role::Request, Role::Response] {
            let (writer, reader) = match role {
                Role::Request => (&old_says, &new_says),
                Role::Response => (&new_says, &old_says),
            };
            for finding in findings.iter().filter(|it| it.role == Some(role)) {
                assert_ne!(finding.rule.id, "internal-error", "{finding:?}\n{}", shown());
                if finding.severity == Severity::Breaking {
                    breaking += 1;
                    let witness = finding.witness.as_ref().expect("every break has a witness");
                    let document = serde_json::from_str(&witness.document.to_string());
                    let document: Value = document.expect("JSON");
                    let valid = (writer.is_valid(&document), reader.is_valid(&document));
                    assert_eq!(valid, (true, false), "{document}: {finding:?}\n{}", shown());
                }
            }
            if severity(&findings, role) >= Some(Severity::Undecided) {
                continue;
            }
            for _ in 0..10 {
                let schema = if random.percent(50) { &plain } else { &changed };
                let document = sample::document(random, schema);
                let refuted = writer.is_valid(&document) && !reader.is_valid(&document);
                assert!(!refuted, "{role:?} is called compatible, but {document}\n{}", shown());
            }
        }
    }
    assert!(judged * 10 > pairs() * 4 && breaking * 5 > judged, "{judged}, {breaking} breaks");
}
