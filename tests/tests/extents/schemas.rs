//! JSON Schemas of several components, in both readings.

use contract_check::diff::Extent;
use contract_check::diff::schemas::{Options, Semantics, Unknowns, compare};
use contract_check::finding::{Role, Severity};
use contract_check::schema::SchemaDocument;
use serde_json::{Map, Value, json};

use crate::random::Random;
use crate::{Tally, edit, exact, generate, seeds};

const COMPONENTS: [&str; 7] = ["Leaf", "Node", "Other", "A", "B", "C", "D"];

/// Components that refer to each other in every way that the oracle's schemas do, and in those
/// that are common in descriptions of programs.
pub(crate) fn components(random: &mut Random) -> Map<String, Value> {
    let mut all = Map::new();
    for name in COMPONENTS {
        let mut component = match random.below(8) {
            0 => generate::any(random, 2),
            1 => tagged(random),
            2..=4 => plain(random),
            _ => Value::Object(generate::object(random, 2)),
        };
        annotate(random, &mut component);
        relink(random, &mut component);
        all.insert(name.to_owned(), component);
    }
    all
}

/// An object that leads on through what is optional, as most do.
pub(crate) fn plain(random: &mut Random) -> Value {
    let mut properties = Map::new();
    for name in ["one", "two", "three"].into_iter().take(1 + random.below(3)) {
        let reference = json!({"$ref": "#/$defs/Leaf"});
        let value = match random.below(9) {
            0 => json!({"type": "array", "items": reference}),
            1 => json!({"anyOf": [reference, {"type": "null"}]}),
            2 => json!({"oneOf": [{"type": "null"}, reference]}),
            3 => json!({"type": "object", "additionalProperties": reference}),
            4 => generate::any(random, 1),
            5 => {
                json!({"type": "object", "properties": {"inner": reference, "x": {"type": "string"}}})
            }
            _ => reference,
        };
        properties.insert(name.to_owned(), value);
    }
    let mut object = json!({"type": "object", "properties": properties});
    if random.percent(25) {
        object["required"] = json!(["one"]);
    }
    if random.percent(15) {
        object["additionalProperties"] = json!(false);
    }
    object
}

/// Alternatives with a discriminator.
fn tagged(random: &mut Random) -> Value {
    let branches = match random.below(3) {
        0 => json!([{"$ref": "#/$defs/Leaf"}, {"$ref": "#/$defs/Leaf"}]),
        1 => json!([
            {"type": "object", "properties": {"kind": {"const": "a"}, "a": {"$ref": "#/$defs/Leaf"}},
             "required": ["kind"]},
            {"type": "object", "properties": {"kind": {"const": "b"}, "b": {"$ref": "#/$defs/Leaf"}},
             "required": ["kind"]},
        ]),
        _ => json!([
            {"allOf": [{"$ref": "#/$defs/Leaf"},
                       {"properties": {"kind": {"const": "a"}}, "required": ["kind"]}]},
            {"type": "string"},
        ]),
    };
    let mut tagged = json!({*random.pick(&["oneOf", "anyOf"]): branches});
    if random.percent(60) {
        tagged["discriminator"] = json!({"propertyName": "kind"});
    }
    tagged
}

/// What is said about values without a value being refused for it.
fn annotate(random: &mut Random, component: &mut Value) {
    let mut places = Vec::new();
    edit::collect(component, String::new(), &mut places);
    if places.is_empty() || !random.percent(40) {
        return;
    }
    let place = random.pick(&places).clone();
    let Some(Value::Object(target)) = component.pointer_mut(&place) else { return };
    let (keyword, value) = match random.below(7) {
        0 => ("description", json!("Says nothing.")),
        1 => ("deprecated", json!(true)),
        2 => ("default", json!(random.within(0, 2))),
        3 => ("readOnly", json!(true)),
        4 => ("writeOnly", json!(true)),
        5 => ("title", json!("Order")),
        _ => ("x-extensible-enum", json!(["a", "b"])),
    };
    target.insert(keyword.to_owned(), value);
}

/// Lets every reference lead to any of the components.
pub(crate) fn relink(random: &mut Random, value: &mut Value) {
    match value {
        Value::Object(members) => {
            for (name, value) in members {
                match value {
                    Value::String(text) if name == "$ref" => {
                        *text = format!("#/$defs/{}", random.pick(&COMPONENTS));
                    }
                    value => relink(random, value),
                }
            }
        }
        Value::Array(items) => items.iter_mut().for_each(|item| relink(random, item)),
        _ => {}
    }
}

/// The components with some of them edited.
pub(crate) fn edited(random: &mut Random, all: &Map<String, Value>) -> Map<String, Value> {
    let mut edited = all.clone();
    for _ in 0..1 + random.below(3) {
        let name = *random.pick(&COMPONENTS);
        let Some(component) = edited.get_mut(name) else { continue };
        *component = edited_one(random, component);
        if random.percent(20) {
            annotate(random, component);
        }
    }
    if random.percent(6) {
        edited.insert("New".to_owned(), plain(random));
    }
    edited
}

/// One component with an edit; what is added refers to any of them.
pub(crate) fn edited_one(random: &mut Random, component: &Value) -> Value {
    let mut edited = match component {
        Value::Object(_) => edit::edited(random, component),
        _ => generate::any(random, 1),
    };
    // The oracle's schemas have an anchor, which these have not.
    if edited.to_string().contains("\"#other\"") {
        let text = edited.to_string().replace("\"#other\"", "\"#/$defs/Other\"");
        edited = serde_json::from_str(&text).expect("JSON");
    }
    edited
}

fn document(root: &Value, components: Map<String, Value>) -> Value {
    let mut document = root.clone();
    document["$defs"] = Value::Object(components);
    document
}

#[test]
fn slices_of_schemas_say_what_the_whole_says() {
    let (mut breaking, mut compatible) = (0, 0);
    let mut tally = Tally::default();
    for seed in seeds() {
        let random = &mut Random::new(seed);
        let all = components(random);
        let mut root = match random.below(3) {
            0 => plain(random),
            1 => Value::Object(generate::object(random, 1)),
            _ => json!({"$ref": "#/$defs/A"}),
        };
        relink(random, &mut root);
        let mut edited_root = root.clone();
        if random.percent(20) {
            edited_root = edited_one(random, &root);
        }
        if !edited_root.is_object() {
            continue;
        }
        let new = document(&edited_root, edited(random, &all));
        let old = document(&root, all);
        let load = |value: &Value| SchemaDocument::load(exact(value));
        let (Ok(old_schema), Ok(new_schema)) = (load(&old), load(&new)) else { continue };
        let all_roles = [Role::Request, Role::Response];
        let roles = *random.pick(&[&all_roles[..], &all_roles[..1], &all_roles[1..]]);
        for (semantics, unknowns) in [
            (Semantics::Schema, Unknowns::Ignored),
            (Semantics::Wire, Unknowns::Ignored),
            (Semantics::Wire, Unknowns::Refused),
        ] {
            let judged = |extent| {
                let roles = roles.to_vec();
                let options = Options { roles, semantics, unknowns, extent };
                compare(&old_schema, &new_schema, &options)
            };
            let (whole, parts) = (judged(Extent::Full), judged(Extent::Slices));
            tally.same(&whole, &parts, || {
                format!("seed {seed} {semantics:?} {unknowns:?} {roles:?}\nold {old}\nnew {new}")
            });
            match whole.iter().map(|finding| finding.severity).max() {
                Some(Severity::Breaking) => breaking += 1,
                _ => compatible += 1,
            }
        }
    }
    tally.mostly_alike();
    assert!(breaking * 4 > compatible && compatible * 20 > breaking, "{breaking}, {compatible}");
}
