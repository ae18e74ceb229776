//! A struct `T` of flattened parts, and documents of it.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

use contract_core::document::Document;
use serde_json::{Map, Value, json};

use crate::random::Random;

/// A struct and the types that it is put together of, as a contract document writes them.
#[derive(Clone)]
pub(crate) struct Made {
    fields: Vec<Value>,
    types: BTreeMap<String, Value>,
    refuses: bool,
}

impl fmt::Display for Made {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.json())
    }
}

/// Types that are flattened: by kind, for a letter that its names begin with.
fn part(random: &mut Random, letter: &str) -> (String, Value) {
    let (small, large) = (letter, letter.to_uppercase());
    let tagged = |tagging: Value, count: usize| {
        let variants: Vec<Value> = (0..count)
            .map(|at| {
                let field = json!({"name": format!("{small}{at}"), "type": "u8"});
                let content = match tagging {
                    Value::Object(_) if tagging.get("internal").is_some() => {
                        json!({"struct": {"fields": [field]}})
                    }
                    _ if tagging == "untagged" => json!({"struct": {"fields": [field]}}),
                    _ => json!({"newtype": "u8"}),
                };
                json!({"name": format!("{large}{at}"), "content": content})
            })
            .collect();
        match tagging {
            Value::Null => json!({"enum": {"variants": variants}}),
            tagging => json!({"enum": {"tagging": tagging, "variants": variants}}),
        }
    };
    let (kind, shape) = match random.below(6) {
        0 | 1 => {
            let count = *random.pick(&[2, 3, 5, 7]);
            let fields: Vec<Value> = (0..count)
                .map(|at| json!({"name": format!("{small}{at}"), "type": "u8"}))
                .collect();
            (format!("Struct{count}"), json!({"struct": {"fields": fields}}))
        }
        2 => {
            let count = *random.pick(&[2, 4, 6]);
            (format!("Enum{count}"), tagged(Value::Null, count))
        }
        3 => ("Internal".to_owned(), tagged(json!({"internal": {"tag": format!("{small}t")}}), 3)),
        4 => {
            let names = json!({"tag": format!("{small}t"), "content": format!("{small}c")});
            ("Adjacent".to_owned(), tagged(json!({ "adjacent": names }), 3))
        }
        _ => ("Untagged".to_owned(), tagged(json!("untagged"), 2)),
    };
    (format!("{kind}{large}"), shape)
}

impl Made {
    /// `shared`: parts may have names in common, which serde writes twice into one object.
    pub(crate) fn new(random: &mut Random, shared: bool) -> Self {
        let mut made = Self {
            fields: vec![json!({"name": "id", "type": "string"})],
            types: BTreeMap::new(),
            refuses: random.percent(20),
        };
        for at in 0..*random.pick(&[1, 2, 2, 3]) {
            let letter = if shared { "p" } else { ["p", "q", "r"][at] };
            let (name, shape) = part(random, letter);
            made.types.insert(name.clone(), shape);
            let optional = random.percent(50);
            made.flatten(if optional { json!({ "option": name }) } else { json!(name) });
        }
        if !made.refuses && random.percent(40) {
            let of = random.pick(&["string", "u8", "any"]);
            made.flatten(json!({"map": ["string", of]}));
        }
        made
    }

    fn flatten(&mut self, wire: Value) {
        let name = format!("f{}", self.fields.len());
        self.fields.push(json!({"name": name, "type": wire, "flatten": true}));
    }

    /// The same with one change.
    pub(crate) fn changed(&self, random: &mut Random) -> Self {
        let mut new = self.clone();
        let at = 1 + random.below(new.fields.len() - 1);
        match random.below(6) {
            0 if new.fields.len() > 2 => drop(new.fields.remove(at)),
            1 => {
                let wire = new.fields[at]["type"].clone();
                new.fields[at]["type"] = match wire.get("option") {
                    Some(of) => of.clone(),
                    None => json!({ "option": wire }),
                };
            }
            2 => new.fields[0]["type"] = json!({"option": "string"}),
            3 if new.fields.last().is_some_and(|it| it["type"].get("map").is_some()) => {
                let last = new.fields.len() - 1;
                new.fields[last]["type"]["map"][1] = json!(random.pick(&["string", "u8", "any"]));
            }
            _ => {
                let names: Vec<String> = new.types.keys().cloned().collect();
                let shape = new.types.get_mut(random.pick(&names)).expect("a type");
                change(shape, random);
            }
        }
        let used: BTreeSet<String> =
            new.fields.iter().filter_map(|field| named(&field["type"])).collect();
        new.types.retain(|name, _| used.contains(name));
        new
    }

    fn json(&self) -> Value {
        let mut whole = json!({ "fields": self.fields });
        if self.refuses {
            whole["unknown_fields"] = json!("refused");
        }
        let mut types: Map<String, Value> =
            self.types.iter().map(|(name, of)| (name.clone(), json!({ "shape": of }))).collect();
        types.insert("T".to_owned(), json!({"shape": {"struct": whole}}));
        json!({
            "format": 1,
            "contract": {"id": "things", "version": "1.0.0", "level": "stable"},
            "operations": {"things.change": {"request": {"body": "T"}, "response": "T"}},
            "types": types,
        })
    }

    pub(crate) fn document(&self) -> Document {
        serde_json::from_value(self.json()).expect("a contract document")
    }

    /// A document as the types write it, or with its members in any order as people do; none where
    /// a name would stand twice in it.
    pub(crate) fn text(&self, random: &mut Random, by_hand: bool) -> Option<String> {
        let mut members = Vec::new();
        for field in &self.fields {
            if field["flatten"] == true {
                self.members(&field["type"], random, &mut members);
            } else {
                let value = value(&field["type"], random);
                members.push((field["name"].as_str().expect("a name").to_owned(), value));
            }
        }
        let names: BTreeSet<&String> = members.iter().map(|(name, _)| name).collect();
        if names.len() < members.len() {
            return None;
        }
        if by_hand {
            for at in (1..members.len()).rev() {
                members.swap(at, random.below(at + 1));
            }
        }
        let members: Vec<String> =
            members.iter().map(|(name, value)| format!("{}:{value}", json!(name))).collect();
        Some(format!("{{{}}}", members.join(",")))
    }

    /// The members that a flattened type writes.
    fn members(&self, wire: &Value, random: &mut Random, members: &mut Vec<(String, Value)>) {
        if let Some(of) = wire.get("option") {
            if random.percent(60) {
                self.members(of, random, members);
            }
            return;
        }
        if let Some(map) = wire.get("map") {
            let keys = ["a", "P0", "P1", "p0", "p1", "p2", "q0", "q1", "Q0", "Q1"];
            let keys: BTreeSet<&str> = (0..random.below(3)).map(|_| *random.pick(&keys)).collect();
            members.extend(keys.iter().map(|key| ((*key).to_owned(), value(&map[1], random))));
            return;
        }
        let shape = &self.types[wire.as_str().expect("a name")];
        if let Some(fields) = shape.pointer("/struct/fields") {
            fields_of(fields, random, members);
            return;
        }
        let variants = shape["enum"]["variants"].as_array().expect("variants");
        let variant = random.pick(variants);
        let (name, content) = (&variant["name"], &variant["content"]);
        let name_of = |of: &Value| of.as_str().expect("a name").to_owned();
        match &shape["enum"]["tagging"] {
            Value::Null => members.push((name_of(name), value(&content["newtype"], random))),
            Value::String(_) => fields_of(&content["struct"]["fields"], random, members),
            tagging => match tagging.get("internal") {
                Some(of) => {
                    members.push((name_of(&of["tag"]), name.clone()));
                    fields_of(&content["struct"]["fields"], random, members);
                }
                None => {
                    let of = &tagging["adjacent"];
                    members.push((name_of(&of["tag"]), name.clone()));
                    let content = value(&content["newtype"], random);
                    members.push((name_of(&of["content"]), content));
                }
            },
        }
    }
}

/// The named type in a type expression, if there is one.
fn named(wire: &Value) -> Option<String> {
    wire.get("option").unwrap_or(wire).as_str().map(str::to_owned)
}

fn fields_of(fields: &Value, random: &mut Random, members: &mut Vec<(String, Value)>) {
    for field in fields.as_array().expect("fields") {
        let value = value(&field["type"], random);
        members.push((field["name"].as_str().expect("a name").to_owned(), value));
    }
}

fn value(wire: &Value, random: &mut Random) -> Value {
    match wire.as_str() {
        Some("u8") => json!(random.within(0, 255)),
        Some("u16") => json!(random.within(0, 999)),
        Some("string") => json!(random.pick(&["", "s"])),
        Some("any") => random.pick(&[json!(null), json!(1), json!("s"), json!({"k": []})]).clone(),
        _ if random.percent(50) => Value::Null,
        _ => value(&wire["option"], random),
    }
}

/// Changes one leaf of a part, or its fields.
fn change(shape: &mut Value, random: &mut Random) {
    let fields = shape.pointer_mut("/struct/fields").and_then(Value::as_array_mut);
    match (fields, random.below(5)) {
        (Some(fields), 0) => fields.push(json!({"name": "zz", "type": {"option": "u8"}})),
        (Some(fields), 1) => drop(fields.pop()),
        (_, choice) => {
            let to = match choice {
                2 => json!("u16"),
                3 => json!("string"),
                _ => json!({"option": "u8"}),
            };
            let mut count = 0;
            leaves(shape, &mut |_| count += 1);
            let mut left = random.below(count) as isize;
            leaves(shape, &mut |leaf| {
                if left == 0 {
                    *leaf = to.clone();
                }
                left -= 1;
            });
        }
    }
}

/// Calls `visit` with every type in a shape that is `u8`.
fn leaves(shape: &mut Value, visit: &mut dyn FnMut(&mut Value)) {
    match shape {
        Value::Array(items) => items.iter_mut().for_each(|item| leaves(item, visit)),
        Value::Object(members) => members.values_mut().for_each(|value| leaves(value, visit)),
        value if *value == "u8" => visit(value),
        _ => {}
    }
}
