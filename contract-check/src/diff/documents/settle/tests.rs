//! What is settled type by type is refuted by the prover as a whole.

use serde_json::{Value, json};

use super::super::clauses::Pair;
use super::super::prove::Ruling;
use super::*;
use crate::finding::Role;

/// A fixed sequence of numbers: documents of all forms, none of them by chance.
struct Numbers(u64);

impl Numbers {
    fn below(&mut self, end: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
        (self.0 >> 33) as usize % end
    }

    fn of<T: Copy>(&mut self, from: &[T]) -> T {
        from[self.below(from.len())]
    }
}

const TYPES: usize = 5;

fn expression(numbers: &mut Numbers, depth: usize) -> Value {
    let leaf =
        |numbers: &mut Numbers| json!(numbers.of(&["u8", "u16", "u128", "string", "bool", "f64"]));
    let named = |numbers: &mut Numbers| json!(format!("T{}", numbers.below(TYPES)));
    if depth == 2 {
        return leaf(numbers);
    }
    match numbers.below(9) {
        0..3 => leaf(numbers),
        3..5 => named(numbers),
        5 => json!({"option": expression(numbers, depth + 1)}),
        6 => json!({"list": expression(numbers, depth + 1)}),
        7 => json!({"map": ["string", expression(numbers, depth + 1)]}),
        _ => json!({"option": named(numbers)}),
    }
}

fn fields(numbers: &mut Numbers) -> Value {
    let count = 1 + numbers.below(3);
    let field = |at| {
        let mut field = json!({"name": format!("f{at}"), "type": expression(numbers, 0)});
        if numbers.below(4) == 0 {
            field["read"] = json!("default");
        }
        if numbers.below(6) == 0 {
            field["written"] = json!({"unless": "is_empty"});
        }
        field
    };
    (0..count).map(field).collect::<Vec<_>>().into()
}

fn shape(numbers: &mut Numbers) -> Value {
    match numbers.below(9) {
        0 => json!({"newtype": {"list": expression(numbers, 0)}}),
        1 => json!({"alias": {"option": expression(numbers, 2)}}),
        2 => json!({"enum": {"variants": [{"name": "A"}, {"name": "B"}]}}),
        3 => json!({"enum": {
            "tagging": numbers.of(&["external", "untagged"]),
            "variants": [
                {"name": "A", "content": {"newtype": expression(numbers, 0)}},
                {"name": "B", "content": {"struct": {"fields": fields(numbers)}}},
            ],
        }}),
        4 => json!({"enum": {"tagging": {"internal": {"tag": "t"}}, "variants": [
            {"name": "A", "content": {"struct": {"fields": fields(numbers)}}},
            {"name": "B", "content": {"newtype": format!("T{}", numbers.below(TYPES))}},
        ]}}),
        5 => {
            let mut fields = fields(numbers);
            let part = json!(format!("T{}", numbers.below(TYPES)));
            let part = numbers.of(&[&part, &json!({"option": part})]).clone();
            if let Value::Array(fields) = &mut fields {
                fields.push(json!({"name": "part", "type": part, "flatten": true}));
                if numbers.below(2) == 0 {
                    let rest = json!({"map": ["string", expression(numbers, 1)]});
                    fields.push(json!({"name": "rest", "type": rest, "flatten": true}));
                }
            }
            json!({"struct": {"fields": fields}})
        }
        _ => json!({"struct": {"fields": fields(numbers)}}),
    }
}

fn document(shapes: &[Value]) -> Option<Document> {
    let types: serde_json::Map<String, Value> = shapes
        .iter()
        .enumerate()
        .map(|(at, shape)| (format!("T{at}"), json!({"shape": shape})))
        .collect();
    let operations: serde_json::Map<String, Value> = (0..TYPES)
        .map(|at| {
            let named = format!("T{at}");
            (format!("o.{at}"), json!({"request": {"body": named}, "response": named}))
        })
        .collect();
    let text = json!({
        "format": 1,
        "contract": {"id": "test", "version": "1.0.0"},
        "operations": operations,
        "types": types,
    });
    Document::read(&text.to_string()).ok()
}

#[test]
fn what_is_settled_is_refuted_as_a_whole() {
    let mut numbers = Numbers(11);
    let (mut settled_roots, mut others) = (0, 0);
    for _ in 0..400 {
        let mut shapes: Vec<Value> = (0..TYPES).map(|_| shape(&mut numbers)).collect();
        let Some(old) = document(&shapes) else { continue };
        for _ in 0..=numbers.below(2) {
            let at = numbers.below(TYPES);
            match shapes[at].pointer_mut("/struct/fields") {
                Some(Value::Array(fields)) if numbers.below(2) == 0 => {
                    fields.push(json!({"name": "added", "type": {"option": "string"}}));
                }
                _ => shapes[at] = shape(&mut numbers),
            }
        }
        let Some(new) = document(&shapes) else { continue };
        let mut judge = Judge::new(&old, &new);
        let clauses = Pair::new(&old, &new);
        let (all, _) = super::super::roots::roots(&old, &new, &clauses);
        let graph = super::super::walk::walk(&old, &new, &all, &mut judge);
        for (root, settled) in all.iter().zip(roots(&graph, &all, &mut judge)) {
            let ruling = judge.root(root);
            if settled {
                settled_roots += 1;
                assert!(matches!(ruling, Ruling::Refuted), "{root:?}: {ruling:?}");
            } else {
                others += usize::from(matches!(ruling, Ruling::Refuted));
            }
        }
    }
    // Not settled, though refuted, are most of those that fail before and after.
    assert!(settled_roots > 1_000 && others * 2 < settled_roots, "{settled_roots}, {others}");
}

#[test]
fn a_type_that_does_not_read_itself_settles_nobody() {
    let shapes = |added: bool| {
        let mut changed = vec![json!({"name": "f", "type": "u8"})];
        if added {
            changed.push(json!({"name": "added", "type": {"option": "string"}}));
        }
        let field = |name: &str, of: &str| json!({"name": name, "type": of});
        [
            json!({"struct": {"fields": [field("f", "T1"), field("g", "T2")]}}),
            json!({"struct": {"fields": changed}}),
            json!({"struct": {"fields": [
                {"name": "f", "type": "string", "written": {"unless": "is_empty"}},
            ]}}),
            json!("unit"),
            json!("unit"),
        ]
    };
    let (old, new) = (document(&shapes(false)), document(&shapes(true)));
    let (Some(old), Some(new)) = (old, new) else { panic!("documents") };
    let mut judge = Judge::new(&old, &new);
    let clauses = Pair::new(&old, &new);
    let (all, _) = super::super::roots::roots(&old, &new, &clauses);
    let graph = super::super::walk::walk(&old, &new, &all, &mut judge);
    let settled = roots(&graph, &all, &mut judge);
    for (root, settled) in all.iter().zip(settled) {
        let refuted = matches!(judge.root(root), Ruling::Refuted);
        assert!(refuted || !settled, "{root:?}");
    }
}

/// Documents whose last type, an enum that another one flattens, holds another thing in the new one.
fn around(part: &Value, field: &Value) -> [Document; 2] {
    let variant = |of: &str| json!({"name": "A", "content": {"newtype": of}});
    ["u8", "string"].map(|of| {
        let shapes = [
            json!({"struct": {"fields": [field, part]}}),
            json!({"struct": {"fields": [{"name": "f", "type": "T0"}]}}),
            json!("unit"),
            json!("unit"),
            json!({"enum": {"variants": [variant(of)]}}),
        ];
        document(&shapes).expect("a document")
    })
}

fn settled([old, new]: &[Document; 2]) -> Vec<bool> {
    let mut judge = Judge::new(old, new);
    let clauses = Pair::new(old, new);
    let (all, _) = super::super::roots::roots(old, new, &clauses);
    let graph = super::super::walk::walk(old, new, &all, &mut judge);
    let named = |root: &Root, name: &str| root.old == WireType::Named(name.to_owned());
    let settled = roots(&graph, &all, &mut judge);
    let of_structs = all.iter().zip(settled);
    let of_structs = of_structs.filter(|(root, _)| named(root, "T0") || named(root, "T1"));
    of_structs.map(|(_, settled)| settled).collect()
}

#[test]
fn an_option_settles_what_its_part_does_not() {
    let next = json!({"name": "next", "type": {"option": "T1"}});
    let optional = json!({"name": "part", "type": {"option": "T4"}, "flatten": true});
    assert_eq!(settled(&around(&optional, &next)), [true; 4]);
    let demanded = json!({"name": "part", "type": "T4", "flatten": true});
    assert_eq!(settled(&around(&demanded, &next)), [false; 4]);
}

#[test]
fn what_a_buffer_does_not_hold_is_not_settled_at_a_look() {
    let documents = [false, true].map(|after| {
        let mut part = vec![json!({"name": "f", "type": "u8"})];
        if after {
            part.push(json!({"name": "added", "type": {"option": "string"}}));
        }
        // The same text, but serde keeps it aside to try the variants.
        let kept = json!({"enum": {"tagging": "untagged", "variants": [
            {"name": "A", "content": {"newtype": "T2"}},
        ]}});
        let shapes = [
            if after { kept } else { json!({"newtype": "T2"}) },
            json!("unit"),
            json!({"struct": {"fields": [
                {"name": "wide", "type": "u128"},
                {"name": "part", "type": "T3"},
            ]}}),
            json!({"struct": {"fields": part}}),
            json!("unit"),
        ];
        document(&shapes).expect("a document")
    });
    let mut judge = Judge::new(&documents[0], &documents[1]);
    let clauses = Pair::new(&documents[0], &documents[1]);
    let (all, _) = super::super::roots::roots(&documents[0], &documents[1], &clauses);
    let graph = super::super::walk::walk(&documents[0], &documents[1], &all, &mut judge);
    let settled = roots(&graph, &all, &mut judge);
    for (root, settled) in all.iter().zip(settled) {
        let of_kept = root.old == WireType::Named("T0".to_owned()) && root.role == Role::Request;
        let refuted = matches!(judge.root(root), Ruling::Refuted);
        assert!(refuted != of_kept && (refuted || !settled), "{root:?}");
    }
}
