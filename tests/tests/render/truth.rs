//! Every type's own documents, and everything one mistake away from them, by serde and by schema.
//!
//! What the schemas do not say, and why:
//! - JSON Schema's `integer` includes `1.0`, which serde refuses for every integer. Nothing in the
//!   vocabulary tells the two apart, so no such document is tried here.
//! - A member that stands twice is lost before a schema sees it.
//! - serde cannot buffer 128-bit integers, so they are not read inside of untagged, internally
//!   tagged and flattened content; schemas do not say where a value is buffered.
//! - NaN and infinities are written as null, and OpenAPI documents promise numbers.
//! - A text format is checked as far as validators know it.
//! - OpenAPI documents do not name aliases: what stands in a member of that name is not checked.

use std::collections::BTreeMap;
use std::ops::Bound;
use std::time::{Duration, SystemTime};

use contract_core::Contract;
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::{Value, json};

use super::documents::{published, validators};
use super::types::*;

/// The aliases of the types, as they stand in texts.
const ALIASES: &[&str] = &["\"2nd\"", "\"gone\"", "\"old\"", "\"older\"", "\"was\""];

/// Checks a type with some of its values, and with further documents that serde reads.
fn check<T: Serialize + DeserializeOwned + Contract>(values: Vec<T>, documents: Vec<Value>) {
    let name = std::any::type_name::<T>();
    let [written, read] = validators::<T>();
    let [answer, request] = published::<T>();
    let mut seeds = Vec::new();
    for value in values {
        let document = serde_json::to_value(value).expect("the value has a JSON form");
        if let Err(error) = written.validate(&document) {
            panic!("{name} is written as {document}, and the schema says: {error}");
        }
        if let Err(error) = answer.validate(&document) {
            panic!("{name} is written as {document}, and the OpenAPI document says: {error}");
        }
        seeds.push(document);
    }
    for document in documents {
        let text = document.to_string();
        if let Err(error) = serde_json::from_str::<T>(&text) {
            panic!("{name} is not read from {text}: {error}");
        }
        if let Err(error) = read.validate(&document) {
            panic!("{name} is read from {text}, and the schema says: {error}");
        }
        seeds.push(document);
    }
    let (mut refused, mut missed) = (0, Vec::new());
    for document in seeds.iter().flat_map(mistakes).chain(seeds.iter().cloned()) {
        if serde_json::from_str::<T>(&document.to_string()).is_err() {
            refused += 1;
            let text = document.to_string();
            let aliased = ALIASES.iter().any(|alias| text.contains(alias));
            if read.is_valid(&document) || !aliased && request.is_valid(&document) {
                missed.push(document.to_string());
            }
        }
    }
    assert!(refused > 0, "{name}: no document was refused, so nothing was tested");
    missed.sort();
    missed.dedup();
    assert!(missed.is_empty(), "{name} is not read from what its schema accepts: {missed:#?}");
}

/// The documents that differ from this one in one place.
fn mistakes(document: &Value) -> Vec<Value> {
    let others = [
        json!(null),
        json!(true),
        json!(0),
        json!(-1),
        json!(-129),
        json!(256),
        json!(65536),
        json!(u64::MAX),
        json!(i64::MIN),
        json!(1.5),
        json!(""),
        json!("x"),
        json!("xy"),
        json!([]),
        json!([1]),
        json!({}),
        json!({"x": 1}),
    ];
    let mut all = others.to_vec();
    match document {
        Value::Object(members) => {
            for (name, member) in members {
                let mut without = members.clone();
                without.remove(name);
                all.push(Value::Object(without.clone()));
                for wrong in ["x", "-0", "007", "256", "-129"] {
                    without.insert(wrong.to_owned(), member.clone());
                    all.push(Value::Object(without.clone()));
                    without.remove(wrong);
                }
                for other in mistakes(member) {
                    without.insert(name.clone(), other);
                    all.push(Value::Object(without.clone()));
                }
            }
            let mut more = members.clone();
            more.insert("zz".to_owned(), json!(1));
            all.push(Value::Object(more));
        }
        Value::Array(items) => {
            for index in 0..items.len() {
                let mut fewer = items.clone();
                fewer.remove(index);
                all.push(Value::Array(fewer));
                for other in mistakes(&items[index]) {
                    let mut changed = items.clone();
                    changed[index] = other;
                    all.push(Value::Array(changed));
                }
            }
            let mut more = items.clone();
            more.push(json!(1));
            all.push(Value::Array(more));
        }
        _ => {}
    }
    all
}

fn read<T: DeserializeOwned>(document: Value) -> T {
    serde_json::from_value(document).expect("an example document")
}

#[test]
fn leaves() {
    let lowest = json!({
        "truth": true, "small": 0, "signed": i16::MIN, "large": 0, "lowest": i64::MIN, "huge": 0,
        "not_zero": 1, "not_zero_signed": -128, "single": 0.5, "double": -1e300, "letter": "é",
        "text": "", "nothing": null,
    });
    let highest = json!({
        "truth": false, "small": 255, "signed": i16::MAX, "large": u64::MAX, "lowest": i64::MAX,
        "huge": u64::MAX, "not_zero": 255, "not_zero_signed": 127, "single": 1, "double": 2,
        "letter": "\u{1f600}", "text": "text", "nothing": null,
    });
    check::<Leaves>(vec![read(lowest), read(highest)], vec![]);
}

#[test]
fn clocks_and_addresses() {
    check(
        vec![Clocks {
            lasts: Duration::new(3, 999_999_999),
            since: SystemTime::UNIX_EPOCH + Duration::from_secs(5),
        }],
        vec![],
    );
    check(
        vec![Addresses {
            four: [127, 0, 0, 1].into(),
            six: "fe80::1".parse().expect("an address"),
            any: "::".parse().expect("an address"),
            socket: "[::1]:8080".parse().expect("an address"),
        }],
        vec![],
    );
}

#[test]
fn fields_that_may_be_missing() {
    let empty = Optional {
        plain: None,
        skipped: None,
        defaulted: 0,
        empty: vec![],
        only_written: 1,
        only_read: 2,
        neither: 3,
        boxed: Box::new(None),
        nested: None,
    };
    let full = Optional {
        plain: Some(1),
        skipped: Some(2),
        defaulted: 3,
        empty: vec![4],
        only_written: 5,
        only_read: 6,
        neither: 7,
        boxed: Box::new(Some(8)),
        nested: Some(Some(9)),
    };
    check(vec![empty, full], vec![json!({}), json!({"skipped": null, "only_read": 3})]);
    check(
        vec![Settings { retries: 1, name: String::new() }],
        vec![json!({}), json!({"retries": 1})],
    );
}

#[test]
fn names_and_aliases() {
    check::<Renamed>(
        vec![read(json!({"firstName": "a", "in": 1, "withAlias": 2}))],
        vec![
            json!({"firstName": "a", "in": 1, "withAlias": 2}),
            json!({"firstName": "a", "in": 1, "old": 2, "gone": 3}),
            json!({"firstName": "a", "in": 1, "older": 2, "optionalAlias": null}),
        ],
    );
}

#[test]
fn two_names_of_one_field_are_refused() {
    let [_, schema] = validators::<Renamed>();
    let twice = json!({"firstName": "a", "in": 1, "withAlias": 2, "old": 2});
    assert!(serde_json::from_str::<Renamed>(&twice.to_string()).is_err());
    assert!(!schema.is_valid(&twice));
    let twice = json!({"firstName": "a", "in": 1, "old": 2, "optionalAlias": 1, "gone": 1});
    assert!(serde_json::from_str::<Renamed>(&twice.to_string()).is_err());
    assert!(!schema.is_valid(&twice));
}

#[test]
fn wrappers() {
    check::<Wrappers>(
        vec![
            read(json!({"newtype": 1, "never_missing": null, "may_be_missing": null})),
            read(json!({"newtype": 1, "never_missing": 2, "may_be_missing": 3})),
        ],
        vec![json!({"newtype": 1, "never_missing": null})],
    );
    check(vec![Tuple(1, "x".to_owned(), 2)], vec![json!([1, "x"])]);
    check(vec![Unit], vec![]);
    check(vec![None, Some(())], vec![]);
    check(vec![Tagged { value: 1 }], vec![json!({"value": 1})]);
    check(vec![Converted { percent: 3 }], vec![]);
}

#[test]
fn containers_and_keys() {
    check::<Containers>(
        vec![read(json!({
            "list": [1], "set": [1, 2], "array": [1, 2], "tuple": [1, "a"], "names": {"a": 1},
            "units": [null],
        }))],
        vec![json!({
            "list": [], "set": [1, 1], "array": [1, 2], "tuple": [1, "a"], "names": {}, "units": [],
        })],
    );
    check::<Keys>(
        vec![read(json!({
            "small": {"0": true, "255": true, "19": true},
            "signed": {"-128": true, "127": false, "0": true},
            "not_zero": {"-1": true, "5": true},
            "truth": {"true": true, "false": true},
            "letter": {"a": true},
            "level": {"low": true, "high": true},
            "newtype": {"250": true},
        }))],
        vec![json!({
            "small": {}, "signed": {}, "not_zero": {}, "truth": {}, "letter": {},
            "level": {"top": true}, "newtype": {},
        })],
    );
}

#[test]
fn externally_tagged() {
    check::<Level>(vec![Level::Low, Level::High], vec![json!("top")]);
    check(vec![WithOther::Known, WithOther::Unknown], vec![json!("news")]);
    check(
        vec![
            External::Unit,
            External::Newtype(1),
            External::Tuple(1, true),
            External::Struct { one_field: 1, second: 2 },
        ],
        vec![json!({"record": {"oneField": 1, "zz": 2}})],
    );
    check(
        vec![ClosedExternal::Struct { value: 1 }, ClosedExternal::Newtype(1)],
        vec![json!({"Former": 1})],
    );
    check(vec![Directions::Both], vec![json!({"OnlyRead": 1})]);
    let [written, _] = validators::<Directions>();
    assert!(written.is_valid(&json!("OnlyWritten")));
}

#[test]
fn internally_tagged() {
    check::<Internal>(
        vec![
            Internal::Unit,
            Internal::Struct { value: 1, is: true },
            read(json!({"kind": "Newtype", "firstName": "a", "in": 1, "withAlias": 2})),
            Internal::Map(BTreeMap::from([("a".to_owned(), 1)])),
            Internal::Other,
        ],
        vec![
            json!({"kind": "Struct", "value": 1, "was": false}),
            json!({"kind": "news", "more": true}),
            json!({"kind": "Unit", "more": true}),
        ],
    );
    check(vec![ClosedInternal::Unit, ClosedInternal::Struct { value: 1 }], vec![]);
    check::<Expression>(
        vec![read(json!({"op": "Sum", "terms": [
            {"op": "Not", "of": {"op": "Number", "value": -1}},
            {"op": "Number", "value": 2},
        ]}))],
        vec![],
    );
}

#[test]
fn adjacently_tagged() {
    check(
        vec![
            Adjacent::Unit,
            Adjacent::Newtype(1),
            Adjacent::Optional(None),
            Adjacent::Optional(Some(1)),
            Adjacent::Tuple(1, true),
            Adjacent::Struct { value: 1 },
        ],
        vec![
            json!({"t": "Unit", "c": null}),
            json!({"t": "Optional"}),
            json!({"c": 1, "t": "Newtype", "x": 2}),
        ],
    );
    check(
        vec![ClosedAdjacent::Unit, ClosedAdjacent::Newtype(1), ClosedAdjacent::Struct { value: 1 }],
        vec![],
    );
}

#[test]
fn untagged() {
    check(
        vec![
            Untagged::Unit,
            Untagged::Small(1),
            Untagged::Text("a".to_owned()),
            Untagged::Pair(1, 2),
            Untagged::Struct { value: 1 },
        ],
        vec![],
    );
    check(vec![PartlyUntagged::Told { value: 1 }, PartlyUntagged::Number(3)], vec![]);
}

#[test]
fn flattened() {
    let inner = || Inner { first: 1, second: Some(2) };
    check(
        vec![Flattened { own: 1, inner: inner() }],
        vec![json!({"own": 1, "first": 2, "2nd": 3, "zz": 4})],
    );
    check(
        vec![
            FlattenedOption { own: 1, inner: Some(inner()) },
            FlattenedOption { own: 1, inner: None },
        ],
        vec![],
    );
    check(
        vec![FlattenedMap { own: 1, rest: BTreeMap::from([("a".to_owned(), 1)]) }],
        vec![json!({"own": 1})],
    );
    check(
        vec![FlattenedKeyedMap { own: 1, rest: BTreeMap::from([(Level::Low, 1)]) }],
        vec![json!({"own": 1})],
    );
    check(
        vec![FlattenedMaps {
            own: 1,
            counts: BTreeMap::from([("a".to_owned(), None), ("b".to_owned(), Some(2))]),
            levels: BTreeMap::from([(Level::Low, 1)]),
        }],
        vec![json!({"own": 1}), json!({"own": 1, "low": 2})],
    );
    check(
        vec![
            FlattenedExternal { own: 1, which: FlatExternal::Left(1) },
            FlattenedExternal { own: 1, which: FlatExternal::Right { value: true } },
        ],
        vec![json!({"own": 1, "Left": 1, "zz": 2})],
    );
    check(
        vec![
            FlattenedInternal { own: 1, which: FlatInternal::Left { left: 1 } },
            FlattenedInternal { own: 1, which: FlatInternal::Right(inner()) },
            FlattenedInternal { own: 1, which: FlatInternal::Neither },
        ],
        vec![],
    );
    check(vec![FlattenedClosed { own: 1, inner: inner() }], vec![json!({"own": 1, "first": 2})]);
    check(vec![TwiceFlattened { outer: Flattened { own: 1, inner: inner() }, more: 3 }], vec![]);
}

#[test]
fn a_second_variant_beside_a_flattened_one_is_refused() {
    let [_, schema] = validators::<FlattenedExternal>();
    let text = r#"{"own": 1, "Right": {}, "Left": 1}"#;
    assert!(serde_json::from_str::<FlattenedExternal>(text).is_err());
    assert!(!schema.is_valid(&serde_json::from_str(text).expect("JSON")));
}

#[test]
fn recursive_and_generic() {
    check::<Tree>(
        vec![read(json!({
            "value": 1, "children": [{"value": 2, "children": [], "parent": null}],
            "parent": {"value": 3, "children": [], "parent": null},
        }))],
        vec![json!({"value": 1, "children": []})],
    );
    check(vec![Page { items: vec![Page { items: vec![1_u8], next: None }], next: None }], vec![]);
    check(
        vec![
            Results { done: Ok(1), range: 1..2, bound: Bound::Unbounded },
            Results { done: Err("no".to_owned()), range: 1..2, bound: Bound::Included(3) },
        ],
        vec![],
    );
}

/// What a writer is closed to is what makes a member's removal and addition visible.
#[test]
fn a_writer_writes_nothing_else() {
    let [written, read] = validators::<Flattened>();
    let more = json!({"own": 1, "first": 2, "second": null, "zz": 3});
    assert!(!written.is_valid(&more));
    assert!(read.is_valid(&more));
}
