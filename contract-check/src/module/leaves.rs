//! Types of std in place of others: which of them break whom is asked of the comparison itself,
//! about two documents that hold nothing else.

use std::collections::BTreeMap;
use std::sync::{LazyLock, Mutex, PoisonError};

use contract_core::Level;
use contract_core::document::{
    Document, FORMAT, Field, Header, Leaf, Operation, Place, Read, Shape, Struct, Type, WireType,
    Written,
};

use super::lines::{Lines, Say, Subject, Turn};
use super::reach::Role;
use crate::diff::documents;
use crate::finding::{self, Severity};
use crate::rules::Rule;

/// What the macros know by name.
pub(super) const KNOWN: [Leaf; 16] = [
    Leaf::Bool,
    Leaf::Char,
    Leaf::String,
    Leaf::BorrowedString,
    Leaf::I8,
    Leaf::I16,
    Leaf::I32,
    Leaf::I64,
    Leaf::I128,
    Leaf::U8,
    Leaf::U16,
    Leaf::U32,
    Leaf::U64,
    Leaf::U128,
    Leaf::F32,
    Leaf::F64,
];

/// The lines about what stands somewhere; `fact` is what the macros say before the type.
pub(super) fn lines(
    of_it: &Subject,
    it: &Subject,
    fact: &str,
    wire: &WireType,
    lines: &mut Lines<'_>,
) {
    let wire = if let WireType::Option(of) = wire { of } else { wire };
    let from = documents::text(wire);
    for (rule, role, shapes) in broken_by(wire, of_it.role) {
        let say = Say {
            rule,
            clause: it.clause.clone(),
            level: it.level,
            role,
            words: [&it.name, &of_it.name, &from],
            turn: Turn::Changed,
            paid: false,
        };
        lines.refuses(fact, &shapes, &say);
    }
}

type Broken = Vec<(&'static Rule, Option<finding::Role>, Vec<String>)>;

/// What was asked already: by the type, and whether it is read and answered.
type Asked = BTreeMap<(String, bool, bool), Broken>;

/// The shapes that break somebody in place of this one, by the rule that says so.
fn broken_by(wire: &WireType, role: Role) -> Broken {
    static ASKED: LazyLock<Mutex<Asked>> = LazyLock::new(|| Mutex::new(BTreeMap::new()));
    let (Some(depth), true) = (depth(wire), role.response || role.reads()) else {
        return Vec::new();
    };
    let key = (documents::text(wire), role.reads(), role.response);
    let mut asked = ASKED.lock().unwrap_or_else(PoisonError::into_inner);
    if let Some(known) = asked.get(&key) {
        return known.clone();
    }
    let mut by_rule: BTreeMap<&str, (&'static Rule, Option<finding::Role>, Vec<String>)> =
        BTreeMap::new();
    let nested = |leaf: Leaf, depth: usize| {
        (0..depth).fold(WireType::Leaf(leaf), |of, _| WireType::List(Box::new(of)))
    };
    let others = [depth, if depth == 0 { 1 } else { 0 }]
        .into_iter()
        .flat_map(|depth| KNOWN.into_iter().map(move |leaf| (leaf, depth)));
    for (leaf, depth) in others {
        let new = nested(leaf, depth);
        if new == *wire {
            continue;
        }
        let worst = documents::compare(&holding(wire, role), &holding(&new, role))
            .into_iter()
            .find(|it| it.severity == Severity::Breaking && it.clause == "types/T/fields/it");
        if let Some(finding) = worst {
            let entry = by_rule
                .entry(finding.rule.id)
                .or_insert_with(|| (finding.rule, finding.role, Vec::new()));
            if entry.1 != finding.role {
                entry.1 = None;
            }
            entry.2.push(documents::text(&new));
        }
    }
    let broken: Broken = by_rule.into_values().collect();
    asked.insert(key, broken.clone());
    broken
}

/// In how many lists a leaf stands; none for another shape.
fn depth(wire: &WireType) -> Option<usize> {
    match wire {
        WireType::Leaf(Leaf::Any | Leaf::Never | Leaf::Null | Leaf::Phantom | Leaf::Skipped) => {
            None
        }
        WireType::Leaf(_) => Some(0),
        WireType::List(of) => depth(of).map(|depth| depth + 1),
        _ => None,
    }
}

/// A document of one operation and one struct with one field.
fn holding(wire: &WireType, role: Role) -> Document {
    let field = Field {
        name: "it".to_owned(),
        read_name: None,
        aliases: Vec::new(),
        wire: wire.clone(),
        written: Written::Always,
        read: Read::Required,
        flatten: false,
        about: Default::default(),
    };
    let shape = Shape::Struct(Struct { fields: vec![field], ..Struct::default() });
    let named = || WireType::Named("T".to_owned());
    let request = role.reads().then(|| (Place::Body, named()));
    let operation = Operation {
        request: request.into_iter().collect(),
        response: role.response.then(named),
        ..Operation::default()
    };
    let header = Header {
        id: "it".to_owned(),
        version: "1.0.0".to_owned(),
        level: Some(Level::Stable),
        ..Header::default()
    };
    Document {
        format: FORMAT,
        contract: header,
        operations: [("it".to_owned(), operation)].into(),
        events: BTreeMap::new(),
        consumers: BTreeMap::new(),
        jobs: BTreeMap::new(),
        providers: BTreeMap::new(),
        data: Default::default(),
        errors: BTreeMap::new(),
        types: [("T".to_owned(), Type { about: Default::default(), behind: None, shape })].into(),
        sources: BTreeMap::new(),
    }
}
