//! Two changes of a JSON Schema at once: each is told as it is told alone.

use std::collections::BTreeSet;

use contract_check::diff::schemas::{Options, compare};
use contract_check::finding::{Role, Severity};
use contract_check::json::Json;
use contract_check::schema::SchemaDocument;
use serde_json::Value;

use super::pairs::{Random, differing, times};

/// How many pairs of edits are tried.
const PAIRS: usize = 120;

/// A pointer to what is put in place of what stands there, or taken away.
type Edit = (&'static str, Option<&'static str>);

const EDITS: &[Edit] = &[
    ("/properties/id/minLength", Some("2")),
    ("/properties/id/maxLength", Some("10")),
    ("/properties/id/maxLength", Some("30")),
    ("/properties/kind/enum", Some(r#"["a", "b", "c", "d"]"#)),
    ("/properties/kind/enum", Some(r#"["a", "b"]"#)),
    ("/properties/note/type", Some(r#""string""#)),
    ("/properties/total/minimum", Some("5")),
    ("/properties/total/maximum", Some("200")),
    ("/properties/total/type", Some(r#""number""#)),
    ("/properties/total", None),
    ("/properties/price/multipleOf", Some("1")),
    ("/properties/price/multipleOf", None),
    ("/properties/lines/minItems", Some("0")),
    ("/properties/lines/minItems", Some("2")),
    ("/properties/lines/maxItems", Some("9")),
    ("/properties/lines/items/required", Some(r#"["sku", "n"]"#)),
    ("/properties/lines/items/required", None),
    ("/properties/lines/items/properties/sku", Some(r#"{"type": "integer"}"#)),
    ("/properties/lines/items/properties/n", Some(r#"{"type": "string"}"#)),
    ("/properties/lines/items/properties/z", Some(r#"{"type": "string"}"#)),
    ("/properties/way/oneOf/0/properties/x", Some(r#"{"type": "integer"}"#)),
    ("/properties/way/oneOf/0/required", Some(r#"["t"]"#)),
    ("/properties/way/oneOf/1/properties/y", Some(r#"{"type": "string"}"#)),
    ("/properties/way/oneOf/1/properties/t", Some(r#"{"const": "collect"}"#)),
    ("/properties/way/oneOf/1", None),
    ("/properties/tags/additionalProperties", Some(r#"{"type": "integer"}"#)),
    ("/properties/tags/additionalProperties", Some("true")),
    ("/properties/pair/prefixItems/0", Some(r#"{"type": "integer"}"#)),
    ("/properties/pair/prefixItems/1", Some(r#"{"type": "string"}"#)),
    ("/properties/when/format", Some(r#""date""#)),
    ("/properties/when/format", None),
    ("/properties/code/pattern", Some(r#""^[A-Z]{3}$""#)),
    ("/properties/code/pattern", None),
    ("/properties/code", None),
    ("/properties/all/allOf/0/properties/p", Some(r#"{"type": "integer"}"#)),
    ("/properties/all/allOf/0/required", None),
    ("/properties/all/allOf/1/properties/q", Some(r#"{"type": "string"}"#)),
    ("/properties/all/allOf/1/required", Some(r#"["q"]"#)),
    ("/properties/any/anyOf", Some(r#"[{"type": "string"}]"#)),
    (
        "/properties/any/anyOf",
        Some(r#"[{"type": "string"}, {"type": "integer"}, {"type": "boolean"}]"#),
    ),
    (
        "/properties/free",
        Some(
            r#"{"type": "object", "required": ["u"], "properties": {"u": {"type": "string"},
                "v": {"type": "string"}}}"#,
        ),
    ),
    ("/properties/free", Some(r#"{"type": "string"}"#)),
    (
        "/properties/blank",
        Some(
            r#"{"type": "object", "required": ["m"], "properties": {"m": {"type": "string"},
                "n": {"type": "string"}}}"#,
        ),
    ),
    ("/properties/blank/additionalProperties", Some("false")),
    ("/properties/fresh", Some(r#"{"type": "string"}"#)),
    ("/$defs/More/properties/deep", Some(r#"{"type": "string"}"#)),
    ("/$defs/More/required", None),
    ("/$defs/More/properties/list/uniqueItems", None),
    ("/$defs/More/properties/list/items", Some(r#"{"type": "integer"}"#)),
    ("/required", Some(r#"["id", "kind", "lines", "total"]"#)),
    ("/required", Some(r#"["id", "kind"]"#)),
    ("/additionalProperties", Some("false")),
    ("/additionalProperties", Some(r#"{"type": "string"}"#)),
    ("/minProperties", Some("4")),
    ("/propertyNames", Some(r#"{"pattern": "^[a-z]+$"}"#)),
    ("/dependentRequired", Some(r#"{"note": ["total"]}"#)),
];

fn edited(schema: &Value, (pointer, to): Edit) -> Value {
    let mut schema = schema.clone();
    let (parent, last) = pointer.rsplit_once('/').expect("a pointer");
    let place = schema.pointer_mut(parent).unwrap_or_else(|| panic!("{parent} leads nowhere"));
    let to = to.map(|text| serde_json::from_str::<Value>(text).expect("JSON"));
    match (place, to) {
        (Value::Object(members), Some(value)) => drop(members.insert(last.to_owned(), value)),
        (Value::Object(members), None) => drop(members.remove(last).expect(pointer)),
        (Value::Array(items), Some(value)) => {
            items[last.parse::<usize>().expect("an index")] = value
        }
        (Value::Array(items), None) => drop(items.remove(last.parse().expect("an index"))),
        _ => panic!("{parent} holds nothing"),
    }
    schema
}

/// Whether what one edit does has nothing to do with where the other one does something.
fn apart(a: Edit, b: Edit) -> bool {
    /// What is said about all members of an object.
    const ALL: [&str; 3] = ["/additionalProperties", "/required", "/dependentRequired"];
    // An alternative with another tag is another alternative.
    let scope = |of: Edit| of.0.strip_suffix("/properties/t").unwrap_or(of.0);
    let around = |a: Edit, b: Edit| format!("{}/", b.0).starts_with(&format!("{}/", scope(a)));
    let alike = |a: Edit, b: Edit| {
        let whole = |of: Edit| ALL.iter().find_map(|it| of.0.strip_suffix(it));
        let member = |of: Edit| of.0.rsplit_once("/properties/").map(|it| it.0).zip(Some(of.1));
        // A member that goes becomes one of the others.
        whole(a).is_some_and(|object| member(b) == Some((object, None)))
    };
    !around(a, b) && !around(b, a) && !alike(a, b) && !alike(b, a)
}

fn load(schema: &Value) -> SchemaDocument {
    let json = Json::parse(&schema.to_string()).expect("JSON");
    SchemaDocument::load(json).expect("a schema")
}

/// What breaks, or is not known: where, for whom, and by which rule.
fn told(old: &Value, new: &Value) -> BTreeSet<(String, Option<Role>, &'static str)> {
    compare(&load(old), &load(new), &Options::default())
        .into_iter()
        .filter(|it| matches!(it.severity, Severity::Breaking | Severity::Undecided))
        .map(|it| (it.clause, it.role, it.rule.id))
        .collect()
}

#[test]
fn two_changes_of_a_schema_are_each_told_as_alone() {
    let mut open: Value =
        serde_json::from_str(include_str!("order.schema.json")).expect("a schema");
    let mut closed = open.clone();
    for object in ["", "/properties/lines/items", "/properties/blank", "/$defs/More"] {
        let object = closed.pointer_mut(object).expect(object);
        object["additionalProperties"] = false.into();
    }
    let mut random = Random::new();
    let (mut failures, mut count, mut broken) = (Vec::new(), 0, 0);
    while count < PAIRS * times() {
        let [a, b] = [(); 2].map(|()| EDITS[random.below(EDITS.len())]);
        if !apart(a, b) {
            continue;
        }
        count += 1;
        // Every other pair with objects that have no other members than are described.
        std::mem::swap(&mut open, &mut closed);
        let old = &open;
        let (first, second) = (edited(old, a), edited(old, b));
        let both = edited(&first, b);
        for (way, first, second, both) in [
            ("", told(old, &first), told(old, &second), told(old, &both)),
            (", and back", told(&first, old), told(&second, old), told(&both, old)),
        ] {
            broken += usize::from(!first.is_empty() && !second.is_empty());
            let differs = differing(&first, &second, &both);
            failures.extend(differs.map(|how| format!("{a:?} and {b:?}{way}: {how}")));
        }
    }
    assert!(failures.is_empty(), "{} of {count}:\n{}", failures.len(), failures.join("\n"));
    assert!(broken > count / 4, "{broken} of {count}");
}
