//! What no pair of Rust types shows: documents that nobody should write, and how much they cost.
//! That the shapes are serde's is shown by the pairs in `tests/serde_pairs`.

use contract_core::document::{Document, WireType};
use serde_json::json;

use super::{Author, Lowering};
use crate::evaluate::wire::{Answer as Read, reads, writes};
use crate::finding::Side;
use crate::json::Json;
use crate::shape::{Answer, Arena, Budget, Prover};

fn document(types: &serde_json::Value) -> Document {
    let document = json!({
        "format": 1,
        "contract": {"id": "test", "version": "1.0.0"},
        "types": types,
    });
    serde_json::from_value(document).expect("a document")
}

fn named(name: &str) -> WireType {
    WireType::Named(name.to_owned())
}

fn verdict(old: &Document, new: &Document, name: &str) -> Answer {
    let mut arena = Arena::new();
    let mut lowering = Lowering::new(old, new);
    let written = lowering.writer(&mut arena, Side::Old, &named(name));
    let read = lowering.reader(&mut arena, Side::New, &named(name), Author::Types(Side::Old));
    Prover::new().included_in(&mut arena, &mut lowering, written, read, Budget::default())
}

/// A chain of types, each with a field of the next.
fn chain(length: usize, last: &str) -> Document {
    let mut types = serde_json::Map::new();
    for index in 0..length {
        let next = if index + 1 == length {
            json!(last)
        } else {
            json!({"option": format!("T{}", index + 1)})
        };
        let shape = json!({"struct": {"fields": [{"name": "next", "type": next}]}});
        types.insert(format!("T{index}"), json!({"shape": shape}));
    }
    document(&types.into())
}

/// A type known only by its JSON Schema is written as described and read as admitted; the
/// evaluator, which walks the schema itself, agrees with every witness.
#[test]
fn json_schemas_are_decided() {
    let of = |schema: serde_json::Value| {
        let fields = json!([{"name": "it", "type": {"schema": schema}}]);
        document(&json!({"T": {"shape": {"struct": {"fields": fields}}}}))
    };
    let object = |more: serde_json::Value| {
        let mut schema = json!({
            "type": "object", "required": ["a"], "properties": {"a": {"type": "integer"}},
        });
        for (name, value) in more.as_object().into_iter().flatten() {
            schema[name] = value.clone();
        }
        schema
    };
    let node = json!({"properties": {"next": {"$ref": "#"}, "a": {"type": "string"}}});
    let other = json!({"properties": {"next": {"$ref": "#"}, "a": {"type": "integer"}}});
    let cases = [
        (object(json!({})), object(json!({})), true),
        (object(json!({})), object(json!({"additionalProperties": false})), true),
        (object(json!({})), object(json!({"required": ["a", "b"]})), false),
        (object(json!({"required": ["a", "b"]})), object(json!({})), true),
        (json!({"enum": ["a"]}), json!({"type": "string"}), true),
        (json!({"type": "string"}), json!({"enum": ["a"]}), false),
        (node.clone(), node.clone(), true),
        (node, other, false),
        (json!(true), json!(true), true),
        (json!(true), json!({"not": {}}), false),
    ];
    for (written, read, expected) in cases {
        let (old, new) = (of(written.clone()), of(read.clone()));
        match verdict(&old, &new, "T") {
            Answer::Included => assert!(expected, "{written} to {read}"),
            Answer::NotIncluded(witness) => {
                assert!(!expected, "{written} to {read}: {witness}");
                assert_eq!(writes(&old, &named("T"), &witness, &[]), Read::Yes, "{witness}");
                assert!(
                    matches!(reads(&new, &named("T"), &witness, &[]), Read::No(_)),
                    "{witness}"
                );
            }
            Answer::Undecided(reason) => panic!("{written} to {read}: {reason}"),
        }
    }
    let broken = of(json!({"type": "text"}));
    assert!(matches!(verdict(&broken, &of(json!({"type": "null"})), "T"), Answer::Undecided(_)));
    assert_eq!(verdict(&broken, &broken, "T"), Answer::Included);
}

#[test]
fn a_chain_of_ten_thousand_types_needs_no_stack() {
    let old = chain(10_000, "u8");
    assert_eq!(verdict(&old, &old, "T0"), Answer::Included);
    // Every type differs, because the last one does.
    let new = chain(10_000, "u16");
    let mut arena = Arena::new();
    let mut lowering = Lowering::new(&old, &new);
    assert!(lowering.same_types().is_empty());
    lowering.writer(&mut arena, Side::New, &named("T0"));
    lowering.reader(&mut arena, Side::Old, &named("T0"), Author::Types(Side::Old));
}

#[test]
fn types_that_are_the_same_are_one_shape() {
    let types = |extra: &str| {
        document(&json!({
            "Leaf": {"shape": {"struct": {"fields": [{"name": "a", "type": "u8"}]}}},
            "Root": {"shape": {"struct": {"fields": [
                {"name": "leaf", "type": "Leaf"}, {"name": extra, "type": "Leaf"},
            ]}}},
        }))
    };
    let (old, new) = (types("b"), types("c"));
    let mut arena = Arena::new();
    let mut lowering = Lowering::new(&old, &new);
    let leaf = named("Leaf");
    assert_eq!(
        lowering.writer(&mut arena, Side::Old, &leaf),
        lowering.writer(&mut arena, Side::New, &leaf)
    );
    let root = named("Root");
    assert_ne!(
        lowering.writer(&mut arena, Side::Old, &root),
        lowering.writer(&mut arena, Side::New, &root)
    );
}

#[test]
fn circles_without_a_value_end() {
    let circle = document(&json!({
        "A": {"shape": {"alias": "B"}},
        "B": {"shape": {"newtype": "A"}},
        "F": {"shape": {"struct": {"fields": [{"name": "f", "type": "F", "flatten": true}]}}},
        "K": {"shape": {"alias": {"map": ["A", "u8"]}}},
        "M": {"shape": {"struct": {"fields": [{"name": "a", "type": "A"}]}}},
        "U": {"shape": {"enum": {"tagging": "untagged", "variants": [
            {"name": "U", "content": {"newtype": "U"}},
        ]}}},
        "I": {"shape": {"enum": {"tagging": {"internal": {"tag": "t"}}, "variants": [
            {"name": "I", "content": {"newtype": "I"}},
        ]}}},
    }));
    for name in circle.types.keys() {
        // Any answer will do, as long as there is one and it is no proof of safety.
        let _ = verdict(&circle, &circle, name);
        for text in ["null", "{}", "{\"t\":\"I\"}", "{\"a\":1}", "[]"] {
            let json = Json::parse(text).expect("JSON");
            // A map without entries has no keys to go astray.
            if (name.as_str(), text) != ("K", "{}") {
                assert_ne!(reads(&circle, &named(name), &json, &[]), Read::Yes, "{name}: {text}");
            }
            let _ = writes(&circle, &named(name), &json, &[]);
        }
    }
}

#[test]
fn a_type_that_is_not_there_is_undecided() {
    let hole = document(&json!({
        "T": {"shape": {"struct": {"fields": [{"name": "a", "type": "Missing"}]}}},
        "V": {"shape": {"struct": {"fields": [{"name": "a", "type": "u8"}]}}},
    }));
    let mut arena = Arena::new();
    let mut lowering = Lowering::new(&hole, &hole);
    let written = lowering.writer(&mut arena, Side::Old, &named("T"));
    let read = lowering.reader(&mut arena, Side::New, &named("V"), Author::Types(Side::Old));
    let answer =
        Prover::new().included_in(&mut arena, &mut lowering, written, read, Budget::default());
    assert!(matches!(answer, Answer::Undecided(_)), "{answer:?}");
}

#[test]
fn deep_documents_are_walked_or_given_up() {
    let list = document(&json!({"T": {"shape": {"alias": {"list": "T"}}}}));
    let deep = |levels: usize| {
        let array = |items: Vec<Json>| Json::Array(items.into());
        (0..levels).fold(array(Vec::new()), |inner, _| array(vec![inner]))
    };
    assert_eq!(reads(&list, &named("T"), &deep(100), &[]), Read::Yes);
    assert_eq!(writes(&list, &named("T"), &deep(100), &[]), Read::Yes);
    assert!(matches!(reads(&list, &named("T"), &deep(5_000), &[]), Read::Unknown(_)));
    assert!(matches!(writes(&list, &named("T"), &deep(5_000), &[]), Read::Unknown(_)));
}

#[test]
fn flattened_alternatives_are_bounded() {
    let variants: Vec<_> = (0..10)
        .map(|index| json!({"name": format!("V{index}"), "content": {"newtype": "u8"}}))
        .collect();
    let fields: Vec<_> = (0..10)
        .map(|index| json!({"name": format!("f{index}"), "type": format!("E{index}"), "flatten": true}))
        .collect();
    let mut types = serde_json::Map::new();
    types.insert("T".to_owned(), json!({"shape": {"struct": {"fields": fields}}}));
    for index in 0..10 {
        let variants: Vec<_> = variants
            .iter()
            .map(|variant| {
                let mut variant = variant.clone();
                variant["name"] =
                    json!(format!("{}{index}", variant["name"].as_str().unwrap_or("")));
                variant
            })
            .collect();
        types.insert(format!("E{index}"), json!({"shape": {"enum": {"variants": variants}}}));
    }
    let wide = document(&types.into());
    let Answer::Undecided(reason) = verdict(&wide, &wide, "T") else {
        panic!("ten billion alternatives cannot be decided");
    };
    assert!(reason.to_string().contains("combinations"), "{reason}");
}

/// An enum of many variants before a map that may hold their names as well.
fn many_before_a_map(variants: usize, values: &str) -> Document {
    let variant = |at: usize| json!({"name": format!("V{at}"), "content": {"newtype": "u8"}});
    let variants: Vec<_> = (0..variants).map(variant).collect();
    let fields = json!([
        {"name": "e", "type": "E", "flatten": true},
        {"name": "rest", "type": {"map": ["string", values]}, "flatten": true},
    ]);
    document(&json!({
        "T": {"shape": {"struct": {"fields": fields}}},
        "E": {"shape": {"enum": {"variants": variants}}},
    }))
}

/// So many names have more orders than anybody could list.
#[test]
fn orders_of_many_names_are_decided() {
    let old = many_before_a_map(40, "string");
    let (wider, narrower) = (many_before_a_map(41, "string"), many_before_a_map(40, "u8"));
    assert_eq!(verdict(&old, &wider, "T"), Answer::Included);
    let Answer::NotIncluded(_) = verdict(&old, &narrower, "T") else {
        panic!("strings are no numbers")
    };
    let (mut arena, mut lowering) = (Arena::new(), Lowering::new(&old, &wider));
    let written = lowering.hand(&mut arena, Side::Old, &named("T"));
    let read = lowering.reader(&mut arena, Side::New, &named("T"), Author::Hand);
    let answer =
        Prover::new().included_in(&mut arena, &mut lowering, written, read, Budget::default());
    // Whoever writes by hand may put an entry of the map before the variant.
    let Answer::NotIncluded(witness) = answer else { panic!("{answer:?}") };
    assert!(matches!(reads(&wider, &named("T"), &witness, &[]), Read::No(_)), "{witness}");
    let Json::Object(members) = &witness else { panic!("{witness}") };
    let turned: Json = Json::Object(members.iter().rev().cloned().collect());
    assert!(matches!(reads(&wider, &named("T"), &turned, &[]), Read::Yes), "{turned}");
}

/// Every map may hold the variants of every enum, which is no reason to list all their orders.
#[test]
fn orders_of_many_sets_are_decided() {
    let of = |width: &str| {
        let mut types = serde_json::Map::new();
        for at in 0..40 {
            let variant =
                |name: &str| json!({"name": format!("{name}{at}"), "content": {"newtype": "u8"}});
            let variants = [variant("X"), variant("Y"), variant("Z")];
            types.insert(format!("E{at}"), json!({"shape": {"enum": {"variants": variants}}}));
            let fields = json!([
                {"name": "a", "type": width},
                {"name": "e", "type": format!("E{at}"), "flatten": true},
                {"name": "rest", "type": {"map": ["string", "string"]}, "flatten": true},
            ]);
            types.insert(format!("T{at}"), json!({"shape": {"struct": {"fields": fields}}}));
        }
        document(&types.into())
    };
    let (old, new) = (of("u8"), of("u16"));
    for at in [0, 39] {
        assert_eq!(verdict(&old, &new, &format!("T{at}")), Answer::Included);
        let Answer::NotIncluded(_) = verdict(&new, &old, &format!("T{at}")) else {
            panic!("more numbers than before")
        };
    }
}
