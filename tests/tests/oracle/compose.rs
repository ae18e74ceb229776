//! Schemas of schemas: conjunctions, conditions, refusals.

use serde_json::{Map, Value, json};

use crate::generate::{NAMES, any, object, reference, scalar};
use crate::random::Random;

/// A schema that applies others to the same value.
pub(crate) fn composed(random: &mut Random, depth: usize) -> Value {
    match random.below(12) {
        0 => {
            let mut parts = vec![Value::Object(object(random, depth))];
            parts.push(Value::Object(object(random, depth)));
            for part in &mut parts {
                if let Value::Object(part) = part {
                    part.remove("additionalProperties");
                }
            }
            let mut schema = json!({"allOf": parts});
            if random.percent(40) {
                schema["unevaluatedProperties"] = json!(false);
            }
            schema
        }
        1 => json!({"not": scalar(random)}),
        2 => {
            let mut schema = Value::Object(object(random, depth));
            let name = *random.pick(&NAMES);
            schema["if"] = json!({"properties": {name: scalar(random)}, "required": [name]});
            schema["then"] = json!({"required": [random.pick(&NAMES)]});
            if random.percent(50) {
                let name = *random.pick(&NAMES);
                schema["else"] = json!({"properties": {name: scalar(random)}});
            }
            schema
        }
        3 => {
            let mut schema = Value::Object(object(random, depth));
            let name = *random.pick(&NAMES);
            schema["dependentSchemas"] = json!({name: object(random, 0)});
            schema
        }
        4 => json!({"not": any(random, depth)}),
        5 => json!({"if": any(random, 0), "then": any(random, depth), "else": any(random, depth)}),
        6 => unevaluated(random, depth),
        7 => {
            let mut part = any(random, depth);
            if let Value::Object(part) = &mut part {
                part.entry("not").or_insert_with(|| any(random, 0));
            }
            json!({"type": ["object", "string", "integer", "null"], "allOf": [part]})
        }
        8 => json!({"allOf": [reference(random), Value::Object(object(random, depth))]}),
        9 => {
            let (one, other) = (*random.pick(&NAMES), *random.pick(&NAMES));
            let mut schema = Value::Object(object(random, depth));
            schema["dependentRequired"] = json!({one: [other]});
            schema["anyOf"] = json!([{"required": [one]}, {"required": [other]}]);
            schema
        }
        10 => choices(random),
        _ => json!({"allOf": [any(random, depth), any(random, depth)]}),
    }
}

/// Several choices for one object, most of which have nothing to do with each other.
fn choices(random: &mut Random) -> Value {
    let choices: Vec<Value> = (0..random.within(3, 6))
        .map(|at| {
            let name = if random.percent(85) { NAMES[at as usize] } else { *random.pick(&NAMES) };
            let branches: Vec<Value> = (0..=random.below(2))
                .map(|_| {
                    let mut branch = json!({"properties": {name: scalar(random)}});
                    if random.percent(60) {
                        branch["required"] = json!([name]);
                    }
                    branch
                })
                .collect();
            json!({*random.pick(&["anyOf", "oneOf"]): branches})
        })
        .collect();
    let mut schema = json!({"allOf": choices});
    if random.percent(70) {
        schema["type"] = json!("object");
    }
    if random.percent(15) {
        schema["maxProperties"] = json!(random.within(1, 5));
    }
    schema
}

/// What is left over beside branches that may or may not hold.
fn unevaluated(random: &mut Random, depth: usize) -> Value {
    let mut schema = Map::new();
    let branches: Vec<Value> =
        (0..=random.below(2)).map(|_| Value::Object(object(random, depth))).collect();
    let keyword = *random.pick(&["anyOf", "oneOf", "allOf"]);
    schema.insert(keyword.to_owned(), json!(branches));
    let name = *random.pick(&NAMES);
    match random.below(4) {
        0 => {
            schema.insert("properties".to_owned(), json!({name: scalar(random)}));
        }
        1 => {
            schema.insert("$ref".to_owned(), json!("#/$defs/Node"));
        }
        2 => {
            schema.insert("if".to_owned(), json!({"required": [name]}));
            schema.insert("then".to_owned(), Value::Object(object(random, 0)));
        }
        _ => {
            schema.insert("dependentSchemas".to_owned(), json!({name: object(random, 0)}));
        }
    }
    let rest = if random.percent(60) { json!(false) } else { scalar(random) };
    schema.insert("unevaluatedProperties".to_owned(), rest);
    Value::Object(schema)
}
