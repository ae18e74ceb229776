//! Documents for a schema: most of them close to what it admits, from either side of the border.

use serde_json::{Map, Value, json};

use crate::random::Random;

/// A document.
pub(crate) fn document(random: &mut Random, schema: &Value) -> Value {
    value(random, schema, schema, 6)
}

fn value(random: &mut Random, root: &Value, schema: &Value, depth: usize) -> Value {
    if random.percent(4) || depth == 0 {
        return stray(random);
    }
    let Value::Object(keywords) = schema else { return stray(random) };
    if let Some(Value::String(reference)) = keywords.get("$ref") {
        let target = root.pointer(reference.trim_start_matches('#')).unwrap_or(&Value::Null);
        return value(random, root, target, depth - 1);
    }
    if let Some(constant) = keywords.get("const") {
        return constant.clone();
    }
    if let Some(Value::Array(values)) = keywords.get("enum") {
        return random.pick(values).clone();
    }
    for keyword in ["anyOf", "oneOf"] {
        if let Some(Value::Array(branches)) = keywords.get(keyword) {
            let branch = random.pick(branches);
            return value(random, root, branch, depth);
        }
    }
    if let Some(Value::Array(parts)) = keywords.get("allOf") {
        let mut whole = Map::new();
        let mut last = Value::Null;
        for part in parts {
            match value(random, root, part, depth - 1) {
                Value::Object(members) => whole.extend(members),
                other => last = other,
            }
        }
        return if whole.is_empty() { last } else { Value::Object(whole) };
    }
    let kind = match keywords.get("type") {
        Some(Value::String(kind)) => kind.as_str(),
        Some(Value::Array(kinds)) => random.pick(kinds).as_str().unwrap_or("null"),
        _ if keywords.contains_key("properties") => "object",
        _ => return stray(random),
    };
    match kind {
        "object" => object(random, root, keywords, depth),
        "array" => array(random, root, keywords, depth),
        "string" => string(random, keywords),
        "integer" => number(random, keywords, false),
        "number" => number(random, keywords, true),
        "boolean" => json!(random.percent(50)),
        _ => Value::Null,
    }
}

fn object(random: &mut Random, root: &Value, keywords: &Map<String, Value>, depth: usize) -> Value {
    let mut members = Map::new();
    let required: Vec<&str> = match keywords.get("required") {
        Some(Value::Array(names)) => names.iter().filter_map(Value::as_str).collect(),
        _ => Vec::new(),
    };
    if let Some(Value::Object(properties)) = keywords.get("properties") {
        for (name, schema) in properties {
            let chance = if required.contains(&name.as_str()) { 97 } else { 50 };
            if random.percent(chance) {
                members.insert(name.clone(), value(random, root, schema, depth - 1));
            }
        }
    }
    for name in required {
        if !members.contains_key(name) && random.percent(90) {
            members.insert(name.to_owned(), stray(random));
        }
    }
    if random.percent(12) {
        let name = *random.pick(&["id", "name", "total", "state", "x", "next", "extra"]);
        members.insert(name.to_owned(), stray(random));
    }
    Value::Object(members)
}

fn array(random: &mut Random, root: &Value, keywords: &Map<String, Value>, depth: usize) -> Value {
    let least = keywords.get("minItems").and_then(Value::as_u64).unwrap_or(0) as usize;
    let length = least + random.below(4);
    let prefix: &[Value] = match keywords.get("prefixItems") {
        Some(Value::Array(prefix)) => prefix,
        _ => &[],
    };
    let rest = keywords.get("items").unwrap_or(&Value::Bool(true));
    let contains = keywords.get("contains");
    let items = (0..length)
        .map(|index| match contains {
            Some(contains) if random.percent(50) => value(random, root, contains, depth - 1),
            _ => value(random, root, prefix.get(index).unwrap_or(rest), depth - 1),
        })
        .collect();
    Value::Array(items)
}

fn string(random: &mut Random, keywords: &Map<String, Value>) -> Value {
    let text = match keywords.get("format").and_then(Value::as_str) {
        Some("date-time") => "2026-11-20T12:00:00Z",
        Some("date") => "2026-11-20",
        Some("uuid") => "2eb8aa08-aa98-11ea-b4aa-73b441d16380",
        Some("ipv4") => "192.0.2.1",
        Some("email") => "a@example.com",
        _ => *random.pick(&["", "a", "bb", "abc", "AB", "7", "120", "open", "paid", "foo", "aab"]),
    };
    json!(text)
}

fn number(random: &mut Random, keywords: &Map<String, Value>, fractions: bool) -> Value {
    let bounds = ["minimum", "exclusiveMinimum", "maximum", "exclusiveMaximum"];
    let near: Vec<i64> = bounds
        .iter()
        .filter_map(|keyword| keywords.get(*keyword).and_then(Value::as_i64))
        .collect();
    let base = if near.is_empty() { random.within(-4, 12) } else { *random.pick(&near) };
    let whole = base + random.within(-1, 1);
    match random.below(if fractions { 4 } else { 12 }) {
        0 => json!(whole as f64 + 0.5),
        1 => json!(whole as f64),
        _ => json!(whole),
    }
}

/// Anything.
pub(crate) fn stray(random: &mut Random) -> Value {
    random
        .pick(&[
            json!(null),
            json!(true),
            json!(0),
            json!(1),
            json!(-1),
            json!(2.5),
            json!(7),
            json!(300),
            json!(3_000_000_000_u64),
            json!(""),
            json!("a"),
            json!("bb"),
            json!("open"),
            json!("ABCDE"),
            json!([]),
            json!([1, 1]),
            json!(["a", null]),
            json!({}),
            json!({"x": 1}),
            json!({"id": "a", "name": null}),
            json!({"kind": "a"}),
        ])
        .clone()
}
