//! Published schemas against serde and an independent validator: what serde writes is valid as
//! written, and what is meant to be sent is valid as read exactly when serde reads it.

use std::collections::BTreeMap;
use std::num::NonZeroU8;
use std::path::Path;

use contract_check::sources::generated::documents;
use contract_core::Contract;
use contract_core::declare::{About, ContractTable, Item};
use contract_core::document::Document;
use contract_core::render::{Form, json_schema};
use jsonschema::Validator;
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

/// The document of a contract with one type in it, and what that one reaches.
fn document<T: Contract>() -> Document {
    static TABLE: ContractTable = ContractTable {
        id: "test",
        version: "1.0.0",
        owner: None,
        module: module_path!(),
        about: About::at(file!(), 1, 1),
    };
    let facts = contract_core::export::facts(&[Item::Contract(&TABLE), Item::Type(T::wire)]);
    let mut generated = documents(&facts, Path::new("/")).expect("one contract");
    generated.contracts.remove(0).document
}

fn validator(document: &Document, name: &str, direction: &str) -> Validator {
    let text = json_schema(document, Form::Annotated);
    let mut schema: Value = serde_json::from_str(&text).expect("the bundle is JSON");
    schema["$ref"] = format!("#/$defs/{name}.{direction}").into();
    jsonschema::draft202012::new(&schema).unwrap_or_else(|error| panic!("{error}: {schema:#}"))
}

/// Checks a type: values to write, and documents to read.
fn check<T: Contract + Serialize + DeserializeOwned>(name: &str, values: &[T], texts: &[Value]) {
    let document = document::<T>();
    let written = validator(&document, name, "written");
    for value in values {
        let text = serde_json::to_value(value).unwrap();
        assert!(written.is_valid(&text), "{name} is written as {text}, and its schema refuses it");
        if let Value::Object(mut members) = text {
            members.insert("nobody writes this".to_owned(), json!(1));
            assert!(!written.is_valid(&members.into()), "{name}: the written form is open");
        }
    }
    let read = validator(&document, name, "read");
    let mut seen = [false; 2];
    for text in texts {
        let truth = serde_json::from_value::<T>(text.clone());
        seen[usize::from(truth.is_ok())] = true;
        assert_eq!(read.is_valid(text), truth.is_ok(), "{name} from {text}: {:?}", truth.err());
    }
    assert_eq!(seen, [true, true], "{name}: documents that are read, and others that are not");
}

#[derive(Serialize, Deserialize, Contract)]
#[serde(rename_all = "camelCase")]
struct Order {
    #[serde(rename(serialize = "orderId", deserialize = "id"), alias = "number")]
    id: u8,
    note: Option<String>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    line_items: Vec<NonZeroU8>,
    #[serde(skip)]
    _cached: u8,
    #[serde(skip_deserializing)]
    total: u8,
    pair: (u8, char),
}

#[test]
fn structs() {
    let order = |note: Option<&str>, line_items: &[u8]| Order {
        id: 1,
        note: note.map(str::to_owned),
        line_items: line_items.iter().map(|it| NonZeroU8::new(*it).unwrap()).collect(),
        _cached: 0,
        total: 3,
        pair: (1, 'ä'),
    };
    check(
        "Order",
        &[order(None, &[]), order(Some("x"), &[1, 2])],
        &[
            json!({"id": 1, "pair": [1, "ä"]}),
            json!({"number": 1, "pair": [1, "ä"], "note": null, "later": true}),
            json!({"orderId": 1, "pair": [1, "ä"]}),
            json!({"id": 1, "number": 1, "pair": [1, "ä"]}),
            json!({"id": 256, "pair": [1, "ä"]}),
            json!({"id": 1, "pair": [1, "ab"]}),
            json!({"id": 1, "pair": [1]}),
            json!({"id": 1, "pair": [1, "a", 2]}),
            json!({"id": 1, "pair": [1, "a"], "lineItems": [0]}),
            json!({"id": 1, "pair": [1, "a"], "lineItems": [7]}),
            json!({"id": 1, "pair": [1, "a"], "lineItems": null}),
        ],
    );
}

#[derive(Serialize, Deserialize, Contract)]
#[serde(deny_unknown_fields)]
struct Strict {
    a: u8,
    b: Option<u8>,
}

#[derive(Serialize, Deserialize, Contract)]
struct Inner {
    x: u8,
}

#[derive(Serialize, Deserialize, Contract)]
struct Outer {
    #[serde(flatten)]
    inner: Inner,
    y: u8,
}

#[derive(Serialize, Deserialize, Contract)]
struct Rest {
    y: u8,
    #[serde(flatten)]
    rest: BTreeMap<String, bool>,
}

#[test]
fn unknown_fields_and_flattening() {
    check(
        "Strict",
        &[Strict { a: 1, b: None }],
        &[json!({"a": 1}), json!({"a": 1, "b": 2}), json!({"a": 1, "c": 2}), json!({"b": 2})],
    );
    check(
        "Outer",
        &[Outer { inner: Inner { x: 1 }, y: 2 }],
        &[
            json!({"x": 1, "y": 2}),
            json!({"x": 1, "y": 2, "z": 3}),
            json!({"y": 2}),
            json!({"x": 1}),
        ],
    );
    check(
        "Rest",
        &[Rest { y: 1, rest: BTreeMap::from([("z".to_owned(), true)]) }],
        &[json!({"y": 1}), json!({"y": 1, "z": true}), json!({"y": 1, "z": 1}), json!({"z": true})],
    );
}

#[derive(Serialize, Deserialize, Contract)]
enum External {
    A,
    #[serde(alias = "Bee")]
    B,
    C(u8),
    D {
        x: u8,
    },
}

#[derive(Serialize, Deserialize, Contract)]
#[serde(tag = "kind", rename_all = "snake_case")]
enum Internal {
    Empty,
    Holding(Inner),
    Fields { z: Option<u8> },
}

#[derive(Serialize, Deserialize, Contract)]
#[serde(tag = "t", content = "c")]
enum Adjacent {
    Empty,
    One(u8),
}

#[derive(Serialize, Deserialize, Contract)]
#[serde(untagged)]
enum Untagged {
    Number(u8),
    Struct(Inner),
}

#[derive(Serialize, Deserialize, Contract)]
enum Open {
    Known,
    #[serde(other)]
    Other,
}

#[test]
fn enums() {
    check(
        "External",
        &[External::A, External::B, External::C(1), External::D { x: 1 }],
        &[
            json!("A"),
            json!("Bee"),
            json!("C"),
            json!({"C": 1}),
            json!({"C": 300}),
            json!({"D": {"x": 1, "later": 2}}),
            json!({"D": {}}),
            json!({"C": 1, "D": {"x": 1}}),
        ],
    );
    check(
        "Internal",
        &[Internal::Empty, Internal::Holding(Inner { x: 1 }), Internal::Fields { z: None }],
        &[
            json!({"kind": "empty"}),
            json!({"kind": "empty", "later": 1}),
            json!({"kind": "holding", "x": 1}),
            json!({"kind": "holding"}),
            json!({"kind": "fields"}),
            json!({"kind": "fields", "z": "1"}),
            json!({"kind": "other"}),
            json!({}),
        ],
    );
    check(
        "Adjacent",
        &[Adjacent::Empty, Adjacent::One(1)],
        &[
            json!({"t": "Empty"}),
            json!({"t": "One", "c": 1}),
            json!({"t": "One"}),
            json!({"t": "One", "c": "1"}),
            json!({"c": 1}),
        ],
    );
    check(
        "Untagged",
        &[Untagged::Number(1), Untagged::Struct(Inner { x: 1 })],
        &[json!(1), json!({"x": 1}), json!({"x": 1, "later": 2}), json!({}), json!("1")],
    );
    check("Open", &[Open::Known, Open::Other], &[json!("Known"), json!("anything"), json!(1)]);
}

#[derive(Serialize, Deserialize, Contract, PartialEq, Eq, PartialOrd, Ord)]
#[serde(rename_all = "lowercase")]
enum Colour {
    Red,
    Green,
}

#[derive(Serialize, Deserialize, Contract)]
struct Keys {
    by_number: BTreeMap<i8, u8>,
    by_colour: BTreeMap<Colour, u8>,
    #[serde(default)]
    by_text: BTreeMap<String, f64>,
}

#[test]
fn keys_of_maps() {
    check(
        "Keys",
        &[Keys {
            by_number: BTreeMap::from([(-1, 1), (0, 2), (10, 3)]),
            by_colour: BTreeMap::from([(Colour::Red, 1), (Colour::Green, 2)]),
            by_text: BTreeMap::from([("any".to_owned(), f64::NAN)]),
        }],
        &[
            json!({"by_number": {"-1": 1}, "by_colour": {"red": 1}}),
            json!({"by_number": {"x": 1}, "by_colour": {}}),
            json!({"by_number": {"1.5": 1}, "by_colour": {}}),
            json!({"by_number": {}, "by_colour": {"blue": 1}}),
            json!({"by_number": {}, "by_colour": {}, "by_text": {"": 1.5}}),
            json!({"by_number": {}, "by_colour": {}, "by_text": {"": null}}),
        ],
    );
}

/// A type that contains itself, and generic ones, whose names become legal names of components.
#[derive(Serialize, Deserialize, Contract)]
struct Tree<T> {
    value: T,
    children: Vec<Tree<T>>,
}

#[test]
fn recursive_and_generic_types() {
    let leaf = || Tree { value: 1_u8, children: vec![] };
    check(
        "Tree_u8",
        &[Tree { value: 2, children: vec![leaf(), leaf()] }],
        &[
            json!({"value": 1, "children": [{"value": 2, "children": []}]}),
            json!({"value": 1, "children": [{"value": "2", "children": []}]}),
        ],
    );
}
