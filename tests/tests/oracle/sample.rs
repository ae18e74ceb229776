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
    if let Some(constant) = keywords.get("const") {
        return constant.clone();
    }
    if let Some(Value::Array(values)) = keywords.get("enum") {
        return random.pick(values).clone();
    }
    // What each schema that applies to the value would like; members are put together.
    let mut wishes: Vec<Value> = applied(random, root, keywords)
        .into_iter()
        .map(|schema| value(random, root, schema, depth - 1))
        .collect();
    let kind = match keywords.get("type") {
        Some(Value::String(kind)) => kind.as_str(),
        Some(Value::Array(kinds)) => random.pick(kinds).as_str().unwrap_or("null"),
        _ if keywords.contains_key("properties") => "object",
        _ => "",
    };
    match kind {
        "object" => wishes.push(object(random, root, keywords, depth)),
        "array" => wishes.push(array(random, root, keywords, depth)),
        "string" => wishes.push(string(random, keywords)),
        "integer" => wishes.push(number(random, keywords, false)),
        "number" => wishes.push(number(random, keywords, true)),
        "boolean" => wishes.push(json!(random.percent(50))),
        "null" => wishes.push(Value::Null),
        _ => {}
    }
    let mut whole = Map::new();
    for wish in &wishes {
        if let Value::Object(members) = wish {
            whole.extend(members.clone());
        }
    }
    match wishes.is_empty() {
        true => stray(random),
        false if !whole.is_empty() && random.percent(95) => Value::Object(whole),
        false => random.pick(&wishes).clone(),
    }
}

/// Schemas that apply to the same value: each that must, and some of those that may.
fn applied<'s>(
    random: &mut Random,
    root: &'s Value,
    keywords: &'s Map<String, Value>,
) -> Vec<&'s Value> {
    let mut applied = Vec::new();
    if let Some(Value::String(reference)) = keywords.get("$ref") {
        let pointer = match reference.as_str() {
            "#other" => "/$defs/Other",
            reference => reference.trim_start_matches('#'),
        };
        applied.extend(root.pointer(pointer));
    }
    for keyword in ["anyOf", "oneOf"] {
        if let Some(Value::Array(branches)) = keywords.get(keyword)
            && !branches.is_empty()
        {
            applied.push(random.pick(branches));
        }
    }
    if let Some(Value::Array(parts)) = keywords.get("allOf") {
        applied.extend(parts);
    }
    if keywords.contains_key("if") {
        let names: &[&str] = if random.percent(50) { &["if", "then"] } else { &["else"] };
        applied.extend(names.iter().filter_map(|name| keywords.get(*name)));
    }
    if let Some(Value::Object(dependent)) = keywords.get("dependentSchemas") {
        applied.extend(dependent.values().filter(|_| random.percent(50)));
    }
    applied
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
        Some("uri") => "https://example.com/",
        Some("ipv6") => "2001:db8::1",
        Some("duration") => "P1DT2H",
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
    if let Some(step) = keywords.get("multipleOf").filter(|_| random.percent(60)) {
        let times = random.within(-2, 6);
        return match step.as_i64() {
            Some(step) => json!(step * times),
            None => json!(step.as_f64().unwrap_or(1.0) * times as f64),
        };
    }
    if let Some(most) = bounds.iter().find_map(|bound| keywords.get(*bound)?.as_u64())
        && most > 1 << 52
        && random.percent(50)
    {
        return json!(most.saturating_add_signed(random.within(-1, 1)));
    }
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
