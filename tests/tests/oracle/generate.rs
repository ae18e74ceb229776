//! Schemas as people write them, and some that nobody would.

use serde_json::{Map, Value, json};

use crate::compose::composed;
use crate::random::Random;

pub(crate) const NAMES: [&str; 8] = ["id", "name", "total", "state", "items", "note", "x", "next"];
const WORDS: [&str; 6] = ["open", "paid", "a", "bb", "card", ""];
const PATTERNS: [&str; 15] = [
    "^[a-z]+$",
    "^a",
    "b$",
    "^[A-Z]{2}$",
    "^\\d{1,3}$",
    "o",
    "^(a|bb)$",
    "^[^a]",
    "^a{2,3}b?$",
    "^(?!a)",
    "^(?=.*b)[a-z]{1,3}$",
    "^(a|b(?!b))*$",
    "^[a-z]+(?<!b)$",
    "[a-z]{0,2}(?<!b)$",
    "a[ab]{1,3}(?:c{2,})?$",
];
const FORMATS: [&str; 8] =
    ["date-time", "uuid", "date", "ipv4", "email", "uri", "ipv6", "duration"];

/// A document's worth of schema: a root and definitions, some of them recursive.
pub(crate) fn schema(random: &mut Random) -> Value {
    let mut root = object(random, 3);
    let mut definitions = Map::new();
    definitions.insert("Leaf".to_owned(), scalar(random));
    definitions.insert("Word".to_owned(), string(random));
    definitions.insert("Node".to_owned(), node(random));
    let mut other = any(random, 1);
    if let Value::Object(other) = &mut other {
        other.insert("$anchor".to_owned(), json!("other"));
    } else {
        other = json!({"$anchor": "other"});
    }
    definitions.insert("Other".to_owned(), other);
    root.insert("$defs".to_owned(), Value::Object(definitions));
    Value::Object(root)
}

/// A type that contains itself.
fn node(random: &mut Random) -> Value {
    let mut node = object(random, 1);
    let next = json!({"$ref": "#/$defs/Node"});
    let next = match random.below(7) {
        0 => json!({"anyOf": [next, {"type": "null"}]}),
        1 => json!({"type": "array", "items": next}),
        2 => json!({"type": "object", "additionalProperties": next}),
        3 => json!({"$ref": "#/$defs/Other"}),
        4 => json!({"oneOf": [next, {"type": "string"}, {"$ref": "#/$defs/Leaf"}]}),
        _ => next,
    };
    let properties = node.entry("properties").or_insert_with(|| json!({}));
    if let Value::Object(properties) = properties {
        properties.insert("next".to_owned(), next);
    }
    if let Some(Value::Array(required)) = node.get_mut("required") {
        required.retain(|name| name != "next");
    }
    Value::Object(node)
}

/// Any schema.
pub(crate) fn any(random: &mut Random, depth: usize) -> Value {
    if depth == 0 {
        return scalar(random);
    }
    match random.below(20) {
        0..=5 => scalar(random),
        6..=9 => Value::Object(object(random, depth - 1)),
        10..=11 => array(random, depth - 1),
        12..=13 => reference(random),
        14..=16 => union(random, depth - 1),
        17..=18 => composed(random, depth - 1),
        _ => loose(random),
    }
}

pub(crate) fn reference(random: &mut Random) -> Value {
    let targets = ["#/$defs/Leaf", "#/$defs/Node", "#/$defs/Other", "#other", "#/$defs/Word"];
    let target = *random.pick(&targets);
    let mut reference = json!({"$ref": target});
    // Since 2019-09 a reference may have company.
    match random.below(12) {
        0 => reference["maxProperties"] = json!(random.within(0, 3)),
        1 => reference["type"] = random.pick(&[json!("object"), json!(["string", "null"])]).clone(),
        2 => reference["description"] = json!("Says nothing."),
        _ => {}
    }
    reference
}

/// Keywords without a type.
fn loose(random: &mut Random) -> Value {
    match random.below(11) {
        0 => json!(true),
        1 => json!({"minimum": random.within(-2, 5)}),
        2 => json!({"maxLength": random.within(0, 3)}),
        3 => json!({"required": [random.pick(&NAMES)]}),
        4 => json!({"maxItems": random.within(0, 2)}),
        5 => json!({"enum": [1, "a", null, [1], {"x": 1}]}),
        6 => json!({"enum": [1.0, 2, [1, 2], [[]], {"x": {"id": null}}, {}]}),
        7 => {
            json!({"const": random.pick(&[json!({"x": 1, "id": [1]}), json!([1, "a"]), json!(1.5)])})
        }
        8 => json!({"multipleOf": random.pick(&[json!(2), json!(0.25)])}),
        9 => json!({"properties": {"x": scalar(random), "id": {"const": random.within(0, 2)}}}),
        _ => json!({}),
    }
}

pub(crate) fn scalar(random: &mut Random) -> Value {
    match random.below(12) {
        0..=2 => string(random),
        3..=5 => number(random),
        6 => json!({"type": "boolean"}),
        7 => json!({"type": "null"}),
        8 => json!({"enum": words(random, 3)}),
        9 => json!({"type": "string", "enum": words(random, 4)}),
        10 if random.percent(50) => json!({"const": random.pick(&NAMES)}),
        10 => json!({"const": random.pick(&WORDS)}),
        _ => json!({"type": [random.pick(&["string", "integer", "number"]), "null"]}),
    }
}

fn words(random: &mut Random, most: usize) -> Vec<&'static str> {
    let mut words: Vec<&str> = (0..=random.below(most)).map(|_| *random.pick(&WORDS)).collect();
    words.sort_unstable();
    words.dedup();
    words
}

fn string(random: &mut Random) -> Value {
    let mut schema = json!({"type": "string"});
    match random.below(8) {
        0 => schema["minLength"] = json!(random.within(0, 3)),
        1 => schema["maxLength"] = json!(random.within(0, 4)),
        2 => {
            schema["minLength"] = json!(1);
            schema["maxLength"] = json!(random.within(1, 3));
        }
        3..=4 => schema["pattern"] = json!(random.pick(&PATTERNS)),
        5 => {
            schema["format"] = json!(random.pick(&FORMATS));
            if random.percent(40) {
                schema["maxLength"] = json!(*random.pick(&[12, 20, 40]));
            }
        }
        _ => {}
    }
    schema
}

fn number(random: &mut Random) -> Value {
    let mut schema = json!({"type": random.pick(&["integer", "integer", "number"])});
    if random.percent(40) {
        let keyword = *random.pick(&["minimum", "exclusiveMinimum"]);
        schema[keyword] = json!(random.within(-3, 3));
    }
    if random.percent(40) {
        let keyword = *random.pick(&["maximum", "exclusiveMaximum"]);
        schema[keyword] = json!(random.within(0, 10));
    }
    if random.percent(15) {
        schema["multipleOf"] = random
            .pick(&[json!(2), json!(3), json!(6), json!(0.5), json!(1.5), json!(0.01)])
            .clone();
    }
    // Beyond what a float holds exactly; the validator divides in floats.
    if random.percent(4) && schema.get("multipleOf").is_none() {
        let big = *random.pick(&[9_007_199_254_740_993_u64, u64::MAX, 1 << 63, 1 << 53]);
        schema[*random.pick(&["maximum", "exclusiveMaximum"])] = json!(big);
    }
    if random.percent(10) {
        schema["format"] = json!(random.pick(&["int32", "int16", "uint8", "double"]));
    }
    schema
}

pub(crate) fn object(random: &mut Random, depth: usize) -> Map<String, Value> {
    let mut schema = Map::new();
    schema.insert("type".to_owned(), json!("object"));
    let mut properties = Map::new();
    let mut required = Vec::new();
    for _ in 0..=random.below(3) {
        let name = *random.pick(&NAMES);
        properties.insert(name.to_owned(), any(random, depth));
        if random.percent(50) {
            required.push(name);
        }
    }
    required.sort_unstable();
    required.dedup();
    schema.insert("properties".to_owned(), Value::Object(properties));
    if !required.is_empty() {
        schema.insert("required".to_owned(), json!(required));
    }
    match random.below(18) {
        0..=2 => {
            schema.insert("additionalProperties".to_owned(), json!(false));
        }
        3 => {
            schema.insert("additionalProperties".to_owned(), scalar(random));
        }
        4 => {
            let pattern = *random.pick(&["^x", "^n", "e$"]);
            schema.insert("patternProperties".to_owned(), json!({pattern: scalar(random)}));
        }
        5 => {
            schema.insert("maxProperties".to_owned(), json!(random.within(0, 4)));
        }
        6 => {
            schema.insert("minProperties".to_owned(), json!(random.within(0, 2)));
        }
        7 => {
            let (one, other) = (*random.pick(&NAMES), *random.pick(&NAMES));
            schema.insert("dependentRequired".to_owned(), json!({one: [other]}));
        }
        8 => {
            schema.insert("propertyNames".to_owned(), json!({"maxLength": random.within(2, 6)}));
        }
        9 => {
            schema.insert("unevaluatedProperties".to_owned(), json!(false));
        }
        10 => {
            let pattern = *random.pick(&["^x", "^[in]", "e$", "^.{2}$"]);
            schema.insert("patternProperties".to_owned(), json!({pattern: any(random, depth)}));
            let rest = if random.percent(60) { json!(false) } else { scalar(random) };
            schema.insert("additionalProperties".to_owned(), rest);
        }
        11 => {
            let one = *random.pick(&NAMES);
            schema.insert("required".to_owned(), json!([one]));
            schema.insert("maxProperties".to_owned(), json!(random.within(1, 3)));
            if random.percent(50) {
                schema.insert("minProperties".to_owned(), json!(random.within(1, 2)));
            }
        }
        12 => {
            let names = match random.below(5) {
                0 => json!({"enum": ["id", "x", "total", "kind"]}),
                1 => json!({"pattern": "^[a-n]"}),
                2 => json!({"$ref": "#/$defs/Word"}),
                _ => json!({"not": {"const": random.pick(&NAMES)}}),
            };
            schema.insert("propertyNames".to_owned(), names);
        }
        _ => {}
    }
    schema
}

fn array(random: &mut Random, depth: usize) -> Value {
    let mut schema = json!({"type": "array"});
    if random.percent(25) {
        schema["prefixItems"] = json!([any(random, depth), scalar(random)]);
        match random.below(3) {
            0 => schema["items"] = json!(false),
            1 => schema["items"] = scalar(random),
            _ => {}
        }
    } else {
        schema["items"] = any(random, depth);
    }
    if random.percent(25) {
        schema["minItems"] = json!(random.within(0, 2));
    }
    if random.percent(25) {
        schema["maxItems"] = json!(random.within(1, 4));
    }
    if random.percent(15) {
        schema["uniqueItems"] = json!(true);
    }
    if random.percent(10) {
        schema["contains"] = scalar(random);
        if random.percent(50) {
            schema["minContains"] = json!(random.within(0, 2));
        }
        if random.percent(50) {
            schema["maxContains"] = json!(random.within(1, 3));
        }
    }
    if random.percent(8) {
        let rest = if random.percent(60) { json!(false) } else { scalar(random) };
        schema["unevaluatedItems"] = rest;
    }
    schema
}

fn union(random: &mut Random, depth: usize) -> Value {
    let keyword = *random.pick(&["anyOf", "oneOf"]);
    match random.below(3) {
        0 => json!({keyword: [any(random, depth), {"type": "null"}]}),
        1 => {
            let mut tags = words(random, 3);
            tags.retain(|tag| !tag.is_empty());
            let branches: Vec<Value> = tags
                .into_iter()
                .map(|tag| {
                    let mut branch = Value::Object(object(random, depth));
                    branch["properties"]["kind"] = json!({"const": tag});
                    let mut required = vec![json!("kind")];
                    required.extend(branch["required"].as_array().cloned().unwrap_or_default());
                    branch["required"] = Value::Array(required);
                    branch
                })
                .collect();
            if branches.is_empty() { json!({"type": "null"}) } else { json!({keyword: branches}) }
        }
        _ => {
            let branches: Vec<Value> = (0..=random.below(3)).map(|_| any(random, depth)).collect();
            let mut union = json!({keyword: branches});
            if random.percent(15) {
                let name = *random.pick(&NAMES);
                union["properties"] = json!({name: scalar(random)});
            }
            union
        }
    }
}
