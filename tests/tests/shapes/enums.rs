//! Enums: the four taggings, and what variants may say.

use contract_core::Contract;
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use crate::{reads, refuses, shape, writes};

/// The variants of each tagging are the same; only the tagging differs.
fn variants() -> Value {
    json!([
        {"name": "unit"},
        {"name": "newtype", "content": {"newtype": "Inner"}},
        {"name": "named", "content": {"struct": {"fields": [{"name": "a", "type": "u8"}]}}},
    ])
}

#[derive(Serialize, Deserialize, Contract, Debug)]
struct Inner {
    x: u8,
}

macro_rules! same_variants {
    ($name:ident, $(#[$attr:meta])*) => {
        #[derive(Serialize, Deserialize, Contract, Debug)]
        #[serde(rename_all = "snake_case")]
        $(#[$attr])*
        enum $name {
            Unit,
            Newtype(Inner),
            Named { a: u8 },
        }
    };
}

#[test]
fn external() {
    same_variants!(External,);
    shape::<External>(json!({"enum": {"variants": variants()}}));
    writes(&External::Unit, json!("unit"));
    writes(&External::Newtype(Inner { x: 1 }), json!({"newtype": {"x": 1}}));
    writes(&External::Named { a: 1 }, json!({"named": {"a": 1}}));
    reads::<External>(&[json!({"unit": null}), json!({"named": [1]})]);
}

#[test]
fn internal() {
    same_variants!(Internal, #[serde(tag = "kind")]);
    shape::<Internal>(json!({"enum": {
        "tagging": {"internal": {"tag": "kind"}},
        "variants": variants(),
    }}));
    writes(&Internal::Unit, json!({"kind": "unit"}));
    writes(&Internal::Newtype(Inner { x: 1 }), json!({"kind": "newtype", "x": 1}));
    writes(&Internal::Named { a: 1 }, json!({"kind": "named", "a": 1}));
}

#[test]
fn adjacent() {
    same_variants!(Adjacent, #[serde(tag = "t", content = "c")]);
    shape::<Adjacent>(json!({"enum": {
        "tagging": {"adjacent": {"tag": "t", "content": "c"}},
        "variants": variants(),
    }}));
    writes(&Adjacent::Unit, json!({"t": "unit"}));
    writes(&Adjacent::Newtype(Inner { x: 1 }), json!({"t": "newtype", "c": {"x": 1}}));
    writes(&Adjacent::Named { a: 1 }, json!({"t": "named", "c": {"a": 1}}));
}

#[test]
fn untagged() {
    same_variants!(Untagged, #[serde(untagged)]);
    shape::<Untagged>(json!({"enum": {"tagging": "untagged", "variants": variants()}}));
    writes(&Untagged::Unit, json!(null));
    writes(&Untagged::Newtype(Inner { x: 1 }), json!({"x": 1}));
    writes(&Untagged::Named { a: 1 }, json!({"a": 1}));
}

#[test]
fn tuples_and_names_of_fields() {
    #[derive(Serialize, Deserialize, Contract, Debug)]
    #[serde(rename_all_fields = "camelCase", deny_unknown_fields)]
    enum Event {
        Pair(u8, #[serde(skip)] u8, i8),
        Empty(),
        #[serde(rename_all = "UPPERCASE")]
        Named {
            first_name: u8,
        },
        Other {
            first_name: u8,
        },
    }
    shape::<Event>(json!({"enum": {"unknown_fields": "refused", "variants": [
        {"name": "Pair", "content": {"tuple": [
            {"name": "0", "type": "u8"},
            {"name": "2", "type": "i8"},
        ]}},
        {"name": "Empty", "content": {"tuple": []}},
        {"name": "Named", "content": {"struct": {
            "fields": [{"name": "FIRST_NAME", "type": "u8"}],
            "unknown_fields": "refused",
        }}},
        {"name": "Other", "content": {"struct": {
            "fields": [{"name": "firstName", "type": "u8"}],
            "unknown_fields": "refused",
        }}},
    ]}}));
    writes(&Event::Pair(1, 2, 3), json!({"Pair": [1, 3]}));
    writes(&Event::Empty(), json!({"Empty": []}));
    writes(&Event::Named { first_name: 1 }, json!({"Named": {"FIRST_NAME": 1}}));
    writes(&Event::Other { first_name: 1 }, json!({"Other": {"firstName": 1}}));
    refuses::<Event>(&[json!({"Other": {"firstName": 1, "x": 1}})]);
}

#[test]
fn variants_by_direction() {
    #[derive(Serialize, Deserialize, Contract, Debug)]
    enum Event {
        #[serde(rename(serialize = "w", deserialize = "r"), alias = "a")]
        Both,
        #[serde(skip_serializing)]
        ReadOnly,
        #[serde(skip_deserializing)]
        WriteOnly,
        #[serde(skip)]
        _Never,
        #[serde(other)]
        Other,
    }
    shape::<Event>(json!({"enum": {"variants": [
        {"name": "w", "read_name": "r", "aliases": ["a"]},
        {"name": "ReadOnly", "written": false},
        {"name": "WriteOnly", "read": false},
        {"name": "Other", "other": true},
    ]}}));
    writes(&Event::Both, json!("w"));
    assert!(serde_json::to_value(Event::ReadOnly).is_err());
    reads::<Event>(&[json!("r"), json!("a"), json!("ReadOnly"), json!("whatever")]);
}

#[test]
fn a_variant_untagged_alone() {
    #[derive(Serialize, Deserialize, Contract, Debug)]
    #[serde(tag = "t")]
    enum Event {
        Known {
            a: u8,
        },
        #[serde(untagged)]
        Number(u64),
    }
    shape::<Event>(json!({"enum": {"tagging": {"internal": {"tag": "t"}}, "variants": [
        {"name": "Known", "content": {"struct": {"fields": [{"name": "a", "type": "u8"}]}}},
        {"name": "Number", "untagged": true, "content": {"newtype": "u64"}},
    ]}}));
    writes(&Event::Known { a: 1 }, json!({"t": "Known", "a": 1}));
    writes(&Event::Number(1), json!(1));
}

#[test]
fn newtype_variants_with_a_skipped_field() {
    #[derive(Serialize, Deserialize, Contract, Debug)]
    enum Event {
        Skipped(#[serde(skip)] u8),
        NotWritten(#[serde(skip_serializing)] u8),
        NotRead(#[serde(skip_deserializing)] u8),
    }
    shape::<Event>(json!({"enum": {"variants": [
        {"name": "Skipped"},
        {"name": "NotWritten", "read": false},
        {"name": "NotWritten", "written": false, "content": {"newtype": "u8"}},
        {"name": "NotRead", "read": false, "content": {"newtype": "u8"}},
        {"name": "NotRead", "written": false},
    ]}}));
    writes(&Event::Skipped(1), json!("Skipped"));
    writes(&Event::NotWritten(1), json!("NotWritten"));
    writes(&Event::NotRead(1), json!({"NotRead": 1}));
    reads::<Event>(&[json!("Skipped"), json!({"NotWritten": 1}), json!("NotRead")]);
    refuses::<Event>(&[json!({"Skipped": 1}), json!("NotWritten"), json!({"NotRead": 1})]);
}

#[test]
fn codecs_on_variants() {
    mod text {
        use serde::{Deserialize as _, Deserializer, Serializer};

        pub(super) fn serialize<S: Serializer>(
            value: &u8,
            serializer: S,
        ) -> Result<S::Ok, S::Error> {
            serializer.collect_str(value)
        }

        pub(super) fn deserialize<'de, D: Deserializer<'de>>(
            deserializer: D,
        ) -> Result<u8, D::Error> {
            String::deserialize(deserializer)?.parse().map_err(serde::de::Error::custom)
        }
    }
    #[derive(Serialize, Deserialize, Contract, Debug)]
    enum Event {
        #[serde(with = "text")]
        Both(u8),
        #[serde(serialize_with = "text::serialize")]
        Writer(u8),
        Field(#[serde(with = "text")] u8),
    }
    shape::<Event>(json!({"enum": {"variants": [
        {"name": "Both", "content": {"newtype": {"codec": ["text", "u8"]}}},
        {"name": "Writer", "read": false,
         "content": {"newtype": {"codec": ["text::serialize", "u8"]}}},
        {"name": "Writer", "written": false, "content": {"newtype": "u8"}},
        {"name": "Field", "content": {"newtype": {"codec": ["text", "u8"]}}},
    ]}}));
    writes(&Event::Both(1), json!({"Both": "1"}));
    writes(&Event::Writer(1), json!({"Writer": "1"}));
    writes(&Event::Field(1), json!({"Field": "1"}));
    reads::<Event>(&[json!({"Both": "1"}), json!({"Writer": 1}), json!({"Field": "1"})]);
}

#[test]
fn events_and_what_authors_say_of_variants() {
    #[derive(Serialize, Deserialize, Contract, Debug)]
    #[contract(event(id = "order.created", send, channel = "orders"))]
    enum Event {
        /// It was paid.
        #[contract(level = experimental, meaning = "paid in full")]
        Paid,
    }
    #[derive(Serialize, Deserialize, Contract, Debug)]
    #[contract(event(id = "order.cancel", receive))]
    struct Cancel;
    let types = contract_tests::types::<Event>();
    let event = &types["Event"];
    assert_eq!(
        event["event"],
        json!({
            "id": "order.created",
            "event": {"direction": "send", "channel": "orders", "payload": "Event"},
        })
    );
    assert_eq!(event["docs"], json!({"variants/Paid": "It was paid."}));
    assert_eq!(
        event["type"]["shape"]["enum"]["variants"][0]["about"],
        json!({"level": "experimental", "meaning": "paid in full"})
    );
    assert_eq!(
        contract_tests::types::<Cancel>()["Cancel"]["event"],
        json!({
            "id": "order.cancel",
            "event": {"direction": "receive", "payload": "Cancel"},
        })
    );
}
