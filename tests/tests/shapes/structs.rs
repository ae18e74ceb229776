//! Containers that are structs.

use contract_core::Contract;
use serde::{Deserialize, Serialize};
use serde_json::json;

use crate::{reads, refuses, shape, writes};

#[test]
fn named_fields() {
    #[derive(Serialize, Deserialize, Contract, Debug)]
    struct Order {
        id: u64,
        note: Option<String>,
    }
    shape::<Order>(json!({"struct": {"fields": [
        {"name": "id", "type": "u64"},
        {"name": "note", "type": {"option": "string"}},
    ]}}));
    writes(&Order { id: 1, note: None }, json!({"id": 1, "note": null}));
    reads::<Order>(&[json!({"id": 1}), json!({"id": 1, "x": 2}), json!([1, null])]);
    refuses::<Order>(&[json!({"note": null}), json!(null), json!({"id": 1.5})]);
}

#[test]
fn no_fields() {
    #[derive(Serialize, Deserialize, Contract, Debug)]
    struct Nothing {}
    #[derive(Serialize, Deserialize, Contract, Debug)]
    struct NoTuple();
    #[derive(Serialize, Deserialize, Contract, Debug)]
    struct Unit;
    shape::<Nothing>(json!({"struct": {"fields": []}}));
    shape::<NoTuple>(json!({"tuple": []}));
    shape::<Unit>(json!("unit"));
    writes(&Nothing {}, json!({}));
    writes(&NoTuple(), json!([]));
    writes(&Unit, json!(null));
    refuses::<Unit>(&[json!({}), json!([])]);
    refuses::<NoTuple>(&[json!(null), json!([1])]);
}

#[test]
fn tuples_and_newtypes() {
    #[derive(Serialize, Deserialize, Contract, Debug)]
    struct Point(i32, i32);
    #[derive(Serialize, Deserialize, Contract, Debug)]
    struct Id(u32);
    #[derive(Serialize, Deserialize, Contract, Debug)]
    struct Left(#[serde(skip)] u8, i32);
    #[derive(Serialize, Deserialize, Contract, Debug)]
    struct Tail(i32, #[serde(default)] i32);
    shape::<Point>(json!({"tuple": [{"name": "0", "type": "i32"}, {"name": "1", "type": "i32"}]}));
    shape::<Id>(json!({"newtype": "u32"}));
    shape::<Left>(json!({"tuple": [{"name": "1", "type": "i32"}]}));
    shape::<Tail>(json!({"tuple": [
        {"name": "0", "type": "i32"},
        {"name": "1", "type": "i32", "read": "default"},
    ]}));
    writes(&Point(1, 2), json!([1, 2]));
    writes(&Id(1), json!(1));
    writes(&Left(1, 2), json!([2]));
    reads::<Tail>(&[json!([1]), json!([1, 2])]);
    refuses::<Left>(&[json!([]), json!([1, 2]), json!(2)]);
}

#[test]
fn a_skipped_newtype_is_not_skipped() {
    #[derive(Serialize, Deserialize, Contract, Debug)]
    struct Id(#[serde(skip)] u32);
    shape::<Id>(json!({"newtype": "u32"}));
    writes(&Id(7), json!(7));
    reads::<Id>(&[json!(7)]);
}

#[test]
fn transparent() {
    #[derive(Serialize, Deserialize, Contract, Debug)]
    #[serde(transparent)]
    struct Name {
        text: String,
        #[serde(skip)]
        _length: usize,
    }
    #[derive(Serialize, Deserialize, Contract, Debug)]
    #[serde(transparent)]
    struct Maybe(Option<u8>);
    #[derive(Serialize, Deserialize, Contract, Debug)]
    struct Holder {
        maybe: Maybe,
    }
    #[derive(Serialize, Deserialize, Contract, Debug)]
    struct Plain(Option<u8>);
    #[derive(Serialize, Deserialize, Contract, Debug)]
    struct PlainHolder {
        maybe: Plain,
    }
    shape::<Name>(json!({"alias": "string"}));
    shape::<Maybe>(json!({"alias": {"option": "u8"}}));
    shape::<Plain>(json!({"newtype": {"option": "u8"}}));
    writes(&Name { text: "a".into(), _length: 1 }, json!("a"));
    // This is why the two differ.
    reads::<Holder>(&[json!({})]);
    refuses::<PlainHolder>(&[json!({})]);
}

#[test]
fn names_of_containers() {
    #[derive(Serialize, Deserialize, Contract, Debug)]
    #[serde(rename = "order", rename_all = "SCREAMING-KEBAB-CASE")]
    struct Order {
        first_line: u8,
        #[serde(rename = "x")]
        second: u8,
    }
    #[derive(Serialize, Deserialize, Contract, Debug)]
    #[serde(rename_all(serialize = "camelCase", deserialize = "PascalCase"))]
    struct Split {
        first_line: u8,
    }
    shape::<Order>(json!({"struct": {"fields": [
        {"name": "FIRST-LINE", "type": "u8"},
        {"name": "x", "type": "u8"},
    ]}}));
    writes(&Order { first_line: 1, second: 2 }, json!({"FIRST-LINE": 1, "x": 2}));
    shape::<Split>(json!({"struct": {"fields": [
        {"name": "firstLine", "read_name": "FirstLine", "type": "u8"},
    ]}}));
    writes(&Split { first_line: 1 }, json!({"firstLine": 1}));
    reads::<Split>(&[json!({"FirstLine": 1})]);
    refuses::<Split>(&[json!({"firstLine": 1})]);
    let types = contract_tests::types::<Order>();
    assert_eq!(types["Order"]["name"], "order");
    #[derive(Serialize, Contract)]
    #[serde(tag = "t", rename = "an order")]
    struct Spaced {}
    assert_eq!(contract_tests::types::<Spaced>()["Spaced"]["name"], "Spaced");
    writes(&Spaced {}, json!({"t": "an order"}));
}

#[test]
fn unknown_fields_and_tags() {
    #[derive(Serialize, Deserialize, Contract, Debug)]
    #[serde(deny_unknown_fields)]
    struct Closed {
        id: u8,
    }
    #[derive(Serialize, Deserialize, Contract, Debug)]
    #[serde(tag = "type", rename = "tagged")]
    struct Tagged {
        id: u8,
    }
    shape::<Closed>(json!({"struct": {
        "fields": [{"name": "id", "type": "u8"}],
        "unknown_fields": "refused",
    }}));
    refuses::<Closed>(&[json!({"id": 1, "x": 1})]);
    shape::<Tagged>(json!({"struct": {
        "fields": [{"name": "id", "type": "u8"}],
        "tag": {"name": "type", "value": "tagged"},
    }}));
    writes(&Tagged { id: 1 }, json!({"type": "tagged", "id": 1}));
    reads::<Tagged>(&[json!({"id": 1}), json!({"type": "other", "id": 1})]);
}

#[test]
fn default_of_the_container() {
    #[derive(Serialize, Deserialize, Contract, Debug, Default)]
    #[serde(default)]
    struct Settings {
        retries: u8,
        #[serde(default = "five")]
        seconds: u8,
    }
    fn five() -> u8 {
        5
    }
    #[derive(Serialize, Deserialize, Contract, Debug)]
    #[serde(default = "Named::new")]
    struct Named {
        retries: u8,
    }
    impl Named {
        fn new() -> Self {
            Self { retries: 3 }
        }
    }
    shape::<Settings>(json!({"struct": {"fields": [
        {"name": "retries", "type": "u8", "read": "container_default"},
        {"name": "seconds", "type": "u8", "read": {"default_fn": "five"}},
    ]}}));
    shape::<Named>(json!({"struct": {"fields": [
        {"name": "retries", "type": "u8", "read": "container_default"},
    ]}}));
    reads::<Settings>(&[json!({})]);
    reads::<Named>(&[json!({})]);
}

#[test]
fn raw_identifiers() {
    #[derive(Serialize, Deserialize, Contract, Debug)]
    struct r#Match {
        r#type: u8,
    }
    shape::<r#Match>(json!({"struct": {"fields": [{"name": "type", "type": "u8"}]}}));
    writes(&r#Match { r#type: 1 }, json!({"type": 1}));
    assert_eq!(contract_tests::types::<r#Match>()["Match"]["name"], "Match");
}

#[test]
fn a_wire_type_takes_the_place_of_everything() {
    #[derive(Debug, Contract)]
    #[contract(wire = String)]
    struct Version {
        _major: u32,
    }
    impl Serialize for Version {
        fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
            serializer.collect_str(&self._major)
        }
    }
    shape::<Version>(json!({"alias": "string"}));
    writes(&Version { _major: 1 }, json!("1"));
}
