//! Attributes of fields.

use std::collections::BTreeMap;

use contract_core::Contract;
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use crate::{reads, refuses, shape, writes};

/// Seconds as text.
mod text {
    use serde::{Deserialize as _, Deserializer, Serializer};

    pub(crate) fn serialize<S: Serializer>(value: &u32, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(value)
    }

    pub(crate) fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<u32, D::Error> {
        String::deserialize(deserializer)?.parse().map_err(serde::de::Error::custom)
    }
}

/// An option behind a codec.
mod maybe {
    use serde::{Deserialize as _, Deserializer, Serialize as _, Serializer};

    pub(crate) fn serialize<S: Serializer>(
        value: &Option<u32>,
        serializer: S,
    ) -> Result<S::Ok, S::Error> {
        value.serialize(serializer)
    }

    pub(crate) fn deserialize<'de, D: Deserializer<'de>>(
        deserializer: D,
    ) -> Result<Option<u32>, D::Error> {
        Option::deserialize(deserializer)
    }
}

#[test]
fn names_and_aliases() {
    #[derive(Serialize, Deserialize, Contract, Debug)]
    struct Order {
        #[serde(rename = "identifier", alias = "id", alias = "key")]
        id: u8,
        #[serde(rename(serialize = "w", deserialize = "r"))]
        both: u8,
        #[serde(rename(deserialize = "one"), rename(deserialize = "two"))]
        many: u8,
    }
    shape::<Order>(json!({"struct": {"fields": [
        {"name": "identifier", "aliases": ["id", "key"], "type": "u8"},
        {"name": "w", "read_name": "r", "type": "u8"},
        {"name": "many", "read_name": "one", "aliases": ["two"], "type": "u8"},
    ]}}));
    writes(&Order { id: 1, both: 2, many: 3 }, json!({"identifier": 1, "w": 2, "many": 3}));
    reads::<Order>(&[json!({"id": 1, "r": 2, "one": 3}), json!({"key": 1, "r": 2, "two": 3})]);
    refuses::<Order>(&[json!({"id": 1, "w": 2, "one": 3}), json!({"id": 1, "r": 2, "many": 3})]);
}

#[test]
fn skipping() {
    #[derive(Serialize, Deserialize, Contract, Debug)]
    struct Order {
        #[serde(skip)]
        _never: u8,
        #[serde(skip_serializing)]
        secret: u8,
        #[serde(skip_deserializing)]
        total: u8,
        #[serde(skip_deserializing, default = "nine")]
        nine: u8,
        #[serde(skip_serializing_if = "Option::is_none")]
        note: Option<u8>,
        #[serde(skip_serializing_if = "std::option::Option::<u8>::is_none", default)]
        hint: Option<u8>,
        #[serde(skip_serializing_if = "Vec::is_empty", default)]
        list: Vec<u8>,
    }
    fn nine() -> u8 {
        9
    }
    shape::<Order>(json!({"struct": {"fields": [
        {"name": "secret", "type": "u8", "written": "never"},
        {"name": "total", "type": "u8", "read": "never"},
        {"name": "nine", "type": "u8", "read": "never"},
        {"name": "note", "type": {"option": "u8"}, "written": "unless_none"},
        {"name": "hint", "type": {"option": "u8"}, "written": "unless_none", "read": "default"},
        {"name": "list", "type": {"list": "u8"}, "written": {"unless": "Vec::is_empty"},
         "read": "default"},
    ]}}));
    let order: Order = serde_json::from_value(json!({"secret": 1})).unwrap();
    writes(&order, json!({"total": 0, "nine": 9}));
    refuses::<Order>(&[json!({})]);
}

#[test]
fn one_sided_names() {
    #[derive(Serialize, Deserialize, Contract, Debug)]
    #[serde(rename_all(serialize = "UPPERCASE"))]
    struct Order {
        #[serde(skip_serializing)]
        read: u8,
        #[serde(skip_deserializing)]
        written: u8,
    }
    shape::<Order>(json!({"struct": {"fields": [
        {"name": "read", "type": "u8", "written": "never"},
        {"name": "WRITTEN", "type": "u8", "read": "never"},
    ]}}));
    writes(&Order { read: 1, written: 2 }, json!({"WRITTEN": 2}));
    reads::<Order>(&[json!({"read": 1})]);
}

#[test]
fn defaults() {
    #[derive(Serialize, Deserialize, Contract, Debug)]
    struct Order {
        #[serde(default)]
        plain: u8,
        #[serde(default = "defaults::seven")]
        named: u8,
    }
    mod defaults {
        pub(super) fn seven() -> u8 {
            7
        }
    }
    shape::<Order>(json!({"struct": {"fields": [
        {"name": "plain", "type": "u8", "read": "default"},
        {"name": "named", "type": "u8", "read": {"default_fn": "defaults::seven"}},
    ]}}));
    reads::<Order>(&[json!({})]);
}

#[test]
fn codecs() {
    #[derive(Serialize, Deserialize, Contract, Debug)]
    struct Order {
        #[serde(with = "text")]
        both: u32,
        #[serde(serialize_with = "text::serialize")]
        writer: u32,
        #[serde(deserialize_with = "text::deserialize")]
        reader: u32,
        #[serde(serialize_with = "text::serialize", deserialize_with = "text::deserialize")]
        pair: u32,
        #[serde(with = "maybe")]
        option: Option<u32>,
        #[serde(with = "maybe", default)]
        defaulted: Option<u32>,
    }
    shape::<Order>(json!({"struct": {"fields": [
        {"name": "both", "type": {"codec": ["text", "u32"]}, "read": "demanded"},
        {"name": "writer", "type": {"split": [{"codec": ["text::serialize", "u32"]}, "u32"]}},
        {"name": "reader", "type": {"split": ["u32", {"codec": ["text::deserialize", "u32"]}]},
         "read": "demanded"},
        {"name": "pair", "type": {"codec": ["text", "u32"]}, "read": "demanded"},
        {"name": "option", "type": {"codec": ["maybe", {"option": "u32"}]}, "read": "demanded"},
        {"name": "defaulted", "type": {"codec": ["maybe", {"option": "u32"}]}, "read": "default"},
    ]}}));
    let full = json!({"both": "1", "writer": 2, "reader": "3", "pair": "4", "option": null});
    reads::<Order>(std::slice::from_ref(&full));
    let mut without = full;
    without.as_object_mut().unwrap().remove("option");
    refuses::<Order>(&[without]);
}

#[test]
fn codecs_with_a_wire_type() {
    #[derive(Serialize, Deserialize, Contract, Debug)]
    struct Order {
        #[serde(with = "text")]
        #[contract(wire = String)]
        both: u32,
        #[serde(serialize_with = "text::serialize")]
        #[contract(wire = "String")]
        writer: u32,
        #[serde(deserialize_with = "text::deserialize", default)]
        #[contract(wire = String)]
        reader: u32,
        #[contract(wire = BTreeMap<String, Vec<u8>>)]
        value: Value,
    }
    shape::<Order>(json!({"struct": {"fields": [
        {"name": "both", "type": "string", "read": "demanded"},
        {"name": "writer", "type": {"split": ["string", "u32"]}},
        {"name": "reader", "type": {"split": ["u32", "string"]}, "read": "default"},
        {"name": "value", "type": {"map": ["string", {"list": "u8"}]}},
    ]}}));
}

#[test]
fn a_codec_on_the_side_that_exists() {
    #[derive(Serialize, Deserialize, Contract, Debug)]
    struct Order {
        #[serde(with = "text", skip_serializing)]
        read: u32,
        #[serde(with = "text", skip_deserializing)]
        written: u32,
    }
    shape::<Order>(json!({"struct": {"fields": [
        {"name": "read", "type": {"codec": ["text", "u32"]}, "written": "never", "read": "demanded"},
        {"name": "written", "type": {"codec": ["text", "u32"]}, "read": "never"},
    ]}}));
    writes(&Order { read: 1, written: 2 }, json!({"written": "2"}));
    reads::<Order>(&[json!({"read": "1"})]);
    refuses::<Order>(&[json!({"read": 1}), json!({})]);
}

#[test]
fn flatten() {
    #[derive(Serialize, Deserialize, Contract, Debug)]
    struct Address {
        city: String,
    }
    #[derive(Serialize, Deserialize, Contract, Debug)]
    struct Customer {
        name: String,
        #[serde(flatten)]
        address: Address,
        #[serde(flatten)]
        rest: BTreeMap<String, u8>,
    }
    shape::<Customer>(json!({"struct": {"fields": [
        {"name": "name", "type": "string"},
        {"name": "address", "type": "Address", "flatten": true},
        {"name": "rest", "type": {"map": ["string", "u8"]}, "flatten": true},
    ]}}));
    let customer: Customer =
        serde_json::from_value(json!({"name": "a", "city": "b", "x": 1})).unwrap();
    writes(&customer, json!({"name": "a", "city": "b", "x": 1}));
}

#[test]
fn borrowed() {
    use std::borrow::Cow;
    #[derive(Serialize, Deserialize, Contract, Debug)]
    struct Text<'a> {
        plain: &'a str,
        #[serde(borrow)]
        cow: Cow<'a, str>,
    }
    shape::<Text<'_>>(json!({"struct": {"fields": [
        {"name": "plain", "type": "borrowed_string"},
        {"name": "cow", "type": "string"},
    ]}}));
    let read: Text<'_> = serde_json::from_str(r#"{"plain": "a", "cow": "b"}"#).unwrap();
    writes(&read, json!({"plain": "a", "cow": "b"}));
}

#[test]
fn what_authors_say() {
    /// An order.
    ///
    /// It has lines.
    #[derive(Serialize, Deserialize, Contract, Debug)]
    #[contract(level = provisional, meaning = "A promise to pay.", name = "SalesOrder")]
    struct Order {
        /// What is paid.
        #[contract(level = stable, unit = "EUR", meaning = "Taxes included.")]
        #[contract(deprecated(
            since = "1.2.0-rc.1",
            sunset = "2028-02-29",
            remove_in = "2.0.0",
            replaced_by = "types/Order/fields/sum",
            note = "rounded",
        ))]
        total: u8,
    }
    let types = contract_tests::types::<Order>();
    let order = &types["Order"];
    assert_eq!(order["name"], "SalesOrder");
    assert_eq!(
        order["docs"],
        json!({"": "An order.\n\nIt has lines.", "fields/total": "What is paid."})
    );
    assert_eq!(
        order["type"]["about"],
        json!({"level": "provisional", "meaning": "A promise to pay."})
    );
    assert_eq!(
        order["type"]["shape"]["struct"]["fields"][0]["about"],
        json!({
            "level": "stable",
            "unit": "EUR",
            "meaning": "Taxes included.",
            "deprecated": {
                "since": "1.2.0-rc.1",
                "sunset": "2028-02-29",
                "remove_in": "2.0.0",
                "replaced_by": "types/Order/fields/sum",
                "note": "rounded",
            },
        })
    );
}

#[test]
fn sources() {
    #[derive(Serialize, Deserialize, Contract, Debug)]
    struct Order {
        total: u8,
    }
    let line = line!() - 3;
    let types = contract_tests::types::<Order>();
    let file = file!();
    assert_eq!(types["Order"]["source"], json!({"file": file, "line": line, "column": 12}));
    assert_eq!(
        types["Order"]["sources"]["fields/total"],
        json!({"file": file, "line": line + 1, "column": 9})
    );
}

/// Rust's own attribute is heard, and the derive itself uses nothing deprecated aloud.
#[test]
fn rusts_own_deprecation() {
    #![allow(deprecated, reason = "that is what it is about")]
    #[derive(Serialize, Deserialize, Contract, Debug)]
    struct Order {
        #[deprecated(since = "1.2.0", note = "use `sum`")]
        total: u8,
        #[deprecated]
        #[contract(deprecated(since = "1.1.0", sunset = "2028-02-29"))]
        tax: u8,
        old: Old,
    }
    #[deprecated = "gone soon"]
    #[derive(Serialize, Deserialize, Contract, Debug)]
    enum Old {
        #[deprecated]
        A,
        B,
    }
    let types = contract_tests::types::<Order>();
    let field = |index: usize| {
        types["Order"]["type"]["shape"]["struct"]["fields"][index]["about"]["deprecated"].clone()
    };
    assert_eq!(field(0), json!({"since": "1.2.0", "note": "use `sum`"}));
    assert_eq!(field(1), json!({"since": "1.1.0", "sunset": "2028-02-29"}));
    assert_eq!(types["Old"]["type"]["about"]["deprecated"], json!({"note": "gone soon"}));
    let variants = &types["Old"]["type"]["shape"]["enum"]["variants"];
    assert_eq!(variants[0]["about"]["deprecated"], json!({}));
    assert_eq!(variants[1]["about"], json!(null));
}
