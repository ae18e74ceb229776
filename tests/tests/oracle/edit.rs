//! Single edits, as a change of a schema is made: one keyword, one name, one branch.

use serde_json::{Map, Value, json};

use crate::generate;
use crate::random::Random;

/// The schema with one place changed.
pub(crate) fn edited(random: &mut Random, schema: &Value) -> Value {
    let mut edited = schema.clone();
    let mut places = Vec::new();
    collect(schema, String::new(), &mut places);
    for _ in 0..20 {
        let place = random.pick(&places).clone();
        if let Some(target) = edited.pointer_mut(&place) {
            edit(random, target);
        }
        // References lead there by a name that an edit may have taken away.
        if !edited.to_string().contains("\"$anchor\"")
            && let Some(other) = edited.pointer_mut("/$defs/Other")
        {
            match other {
                Value::Object(other) => {
                    other.insert("$anchor".to_owned(), json!("other"));
                }
                other => *other = json!({"$anchor": "other"}),
            }
        }
        if edited != *schema {
            break;
        }
    }
    edited
}

/// The pointers of all schemas.
pub(crate) fn collect(schema: &Value, pointer: String, places: &mut Vec<String>) {
    let Value::Object(keywords) = schema else { return };
    places.push(pointer.clone());
    for (keyword, value) in keywords {
        match (keyword.as_str(), value) {
            (
                "properties" | "$defs" | "patternProperties" | "dependentSchemas",
                Value::Object(schemas),
            ) => {
                for (name, schema) in schemas {
                    collect(schema, format!("{pointer}/{keyword}/{name}"), places);
                }
            }
            ("anyOf" | "oneOf" | "allOf" | "prefixItems", Value::Array(schemas)) => {
                for (index, schema) in schemas.iter().enumerate() {
                    collect(schema, format!("{pointer}/{keyword}/{index}"), places);
                }
            }
            (
                "items"
                | "additionalProperties"
                | "not"
                | "if"
                | "then"
                | "else"
                | "contains"
                | "propertyNames"
                | "unevaluatedItems"
                | "unevaluatedProperties",
                schema,
            ) => collect(schema, format!("{pointer}/{keyword}"), places),
            _ => {}
        }
    }
}

fn edit(random: &mut Random, schema: &mut Value) {
    let Value::Object(keywords) = schema else { return };
    match random.below(12) {
        0..=2 => tweak(random, keywords),
        3..=4 => drop(random, keywords),
        5..=6 => properties(random, keywords),
        7 => branches(random, keywords),
        8 => constrain(random, keywords),
        9 if !keywords.contains_key("$defs") => {
            *schema = json!({"anyOf": [schema.clone(), {"type": "null"}]});
        }
        10 if !keywords.contains_key("$defs") => *schema = generate::any(random, 1),
        11 => {
            if let Some(Value::String(kind)) = keywords.get("type")
                && !keywords.contains_key("$defs")
            {
                let kind = match kind.as_str() {
                    "integer" => json!("number"),
                    "number" => json!("integer"),
                    other => json!([other, "null"]),
                };
                keywords.insert("type".to_owned(), kind);
            }
        }
        _ => {}
    }
}

/// Moves a number, an enumeration or a flag by a little.
fn tweak(random: &mut Random, keywords: &mut Map<String, Value>) {
    let names: Vec<String> = keywords.keys().cloned().collect();
    if names.is_empty() {
        return;
    }
    let name = random.pick(&names).clone();
    let Some(value) = keywords.get_mut(&name) else { return };
    match (name.as_str(), &mut *value) {
        ("$ref", _) => *value = json!(random.pick(&["#/$defs/Leaf", "#/$defs/Other"])),
        ("const", _) => *value = json!(random.pick(&["open", "a", "bb"])),
        ("enum", Value::Array(values)) => {
            if random.percent(50) && values.len() > 1 {
                values.pop();
            } else if !values.contains(&json!("new")) {
                values.push(json!("new"));
            }
        }
        ("multipleOf", _) => {
            let steps = [json!(1), json!(2), json!(4), json!(6), json!(0.1), json!(1.5)];
            *value = random.pick(&steps).clone();
        }
        ("dependentRequired", Value::Object(rules)) => {
            rules.insert("note".to_owned(), json!(["id"]));
        }
        ("format", _) => *value = json!(random.pick(&["date", "uuid", "int32", "email"])),
        ("pattern", _) => *value = json!(random.pick(&["^[a-z]*$", "^a", "^[a-z]{1,2}$", "a|b"])),
        ("additionalProperties" | "uniqueItems" | "unevaluatedProperties", Value::Bool(flag)) => {
            *flag = !*flag;
        }
        (
            "minLength" | "maxLength" | "minItems" | "maxItems" | "minProperties" | "maxProperties"
            | "minContains" | "maxContains",
            Value::Number(number),
        ) => {
            let moved = number.as_i64().unwrap_or(0) + *random.pick(&[-1, 1, 2]);
            *value = json!(moved.max(0));
        }
        (
            "minimum" | "maximum" | "exclusiveMinimum" | "exclusiveMaximum",
            Value::Number(number),
        ) => {
            *value = json!(number.as_i64().unwrap_or(0) + *random.pick(&[-2, -1, 1, 2]));
        }
        _ => {}
    }
}

/// Takes a keyword away.
fn drop(random: &mut Random, keywords: &mut Map<String, Value>) {
    let names: Vec<String> =
        keywords.keys().filter(|name| *name != "$defs" && *name != "type").cloned().collect();
    if !names.is_empty() {
        keywords.remove(random.pick(&names));
    }
}

/// Adds, removes, renames, requires or frees a property.
fn properties(random: &mut Random, keywords: &mut Map<String, Value>) {
    let Some(Value::Object(properties)) = keywords.get_mut("properties") else { return };
    let names: Vec<String> = properties.keys().cloned().collect();
    let choice = random.below(5);
    let name = match choice {
        _ if names.is_empty() => return,
        0 => {
            let name = *random.pick(&["extra", "id", "note", "x"]);
            let schema = generate::any(random, 1);
            properties.insert(name.to_owned(), schema);
            if random.percent(60) {
                return;
            }
            name.to_owned()
        }
        1 => {
            properties.remove(random.pick(&names));
            return;
        }
        2 => {
            let name = random.pick(&names);
            if let Some(schema) = properties.remove(name) {
                properties.insert(format!("{name}_id"), schema);
            }
            return;
        }
        _ => random.pick(&names).clone(),
    };
    let required = keywords.entry("required").or_insert_with(|| json!([]));
    if let Value::Array(required) = required {
        match required.iter().position(|other| *other == json!(name)) {
            Some(index) => {
                required.remove(index);
            }
            None => required.push(json!(name)),
        }
    }
}

/// Adds or removes a branch.
fn branches(random: &mut Random, keywords: &mut Map<String, Value>) {
    for keyword in ["anyOf", "oneOf", "allOf"] {
        if let Some(Value::Array(branches)) = keywords.get_mut(keyword) {
            if random.percent(50) && branches.len() > 1 {
                let index = random.below(branches.len());
                branches.remove(index);
            } else {
                branches.push(generate::any(random, 1));
            }
            return;
        }
    }
}

/// Adds a keyword.
fn constrain(random: &mut Random, keywords: &mut Map<String, Value>) {
    let (keyword, value) = match random.below(19) {
        0 => ("minLength", json!(1)),
        1 => ("maxLength", json!(2)),
        2 => ("minimum", json!(0)),
        3 => ("maximum", json!(5)),
        4 => ("maxItems", json!(2)),
        5 => ("minItems", json!(1)),
        6 => ("additionalProperties", json!(false)),
        7 => ("not", generate::any(random, 0)),
        8 => ("uniqueItems", json!(true)),
        9 => ("pattern", json!("^a")),
        10 => ("maxProperties", json!(2)),
        11 => ("contains", generate::any(random, 0)),
        12 => ("multipleOf", random.pick(&[json!(2), json!(0.5), json!(0.1)]).clone()),
        13 => ("unevaluatedProperties", json!(false)),
        14 => ("patternProperties", json!({"^[a-n]": generate::any(random, 0)})),
        15 => ("dependentRequired", json!({"id": ["x"], "x": ["name"]})),
        16 => ("const", random.pick(&[json!({}), json!([]), json!(1), json!("a")]).clone()),
        17 => ("unevaluatedItems", json!(false)),
        _ => ("propertyNames", json!({"maxLength": 4})),
    };
    // The validator divides in floats.
    let big = |bound: &Value| bound.as_u64().is_some_and(|bound| bound >= 1 << 53);
    if keyword != "multipleOf" || !keywords.values().any(big) {
        keywords.entry(keyword).or_insert(value);
    }
}
