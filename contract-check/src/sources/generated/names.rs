//! Published names: `Name`, or `Name<Argument, ..>` for a generic type.

use std::collections::BTreeMap;

use contract_core::document::{Leaf, WireType};

use super::super::facts::{ErrorFacts, Facts};
use super::assemble::Members;
use super::place;

/// The names of types and error sets in one contract, by identity.
pub(super) struct Names<'a> {
    pub(super) types: BTreeMap<&'a str, String>,
    pub(super) errors: BTreeMap<&'a str, String>,
}

/// Names everything in a contract. Two types, or two error sets, with one name are a mistake:
/// generated clients would see one of them.
pub(super) fn names<'a>(
    members: &Members<'a>,
    facts: &Facts,
    problems: &mut Vec<String>,
) -> Names<'a> {
    let mut types = BTreeMap::new();
    let mut taken: BTreeMap<String, &str> = BTreeMap::new();
    for identity in members.types.keys() {
        let name = published(identity, facts, 0);
        let at = |identity: &str| {
            let found = facts.types.get(identity);
            let at = found.map(|it| place(&it.source)).unwrap_or_default();
            let module = found.map(|it| it.module.as_str()).unwrap_or_default();
            format!("the one in the module `{module}` ({at})")
        };
        if Leaf::from_word(&name).is_some() {
            problems.push(format!(
                "{} publishes `{name}`, which is the name of a basic type; give it another \
                 one: `#[contract(name = \"..\")]`",
                at(identity)
            ));
        }
        if let Some(first) = taken.insert(name.clone(), identity) {
            problems.push(format!(
                "two types are published as `{name}`: {} and {}; give one of them another name: \
                 `#[contract(name = \"..\")]`",
                at(first),
                at(identity)
            ));
        }
        types.insert(*identity, name);
    }
    let mut errors = BTreeMap::new();
    let mut taken: BTreeMap<&str, &ErrorFacts> = BTreeMap::new();
    for (identity, set) in &members.errors {
        if let Some(first) = taken.insert(&set.name, set) {
            problems.push(format!(
                "two error sets are published as `{}`: {} and {}; give one of them another name: \
                 `#[contract(name = \"..\")]`",
                set.name,
                place(&first.source),
                place(&set.source),
            ));
        }
        errors.insert(*identity, set.name.clone());
    }
    Names { types, errors }
}

/// Arguments may be generic themselves, but no sane name is this deep.
const DEPTH: usize = 16;

fn published(identity: &str, facts: &Facts, depth: usize) -> String {
    let Some(found) = facts.types.get(identity).filter(|_| depth < DEPTH) else {
        return identity.to_owned();
    };
    if found.arguments.is_empty() {
        return found.name.clone();
    }
    let arguments: Vec<String> =
        found.arguments.iter().map(|argument| label(argument, facts, depth + 1)).collect();
    format!("{}<{}>", found.name, arguments.join(", "))
}

/// A type expression inside a name.
fn label(wire: &WireType, facts: &Facts, depth: usize) -> String {
    let of = |wire| label(wire, facts, depth);
    match wire {
        WireType::Leaf(leaf) => leaf.word().to_owned(),
        WireType::Named(identity) => published(identity, facts, depth),
        WireType::Option(it) => format!("option<{}>", of(it)),
        WireType::List(it) => format!("list<{}>", of(it)),
        WireType::Set(it) => format!("set<{}>", of(it)),
        WireType::Map(key, value) => format!("map<{}, {}>", of(key), of(value)),
        WireType::Tuple(items) => {
            let items: Vec<String> = items.iter().map(of).collect();
            format!("({})", items.join(", "))
        }
        WireType::Array(it, length) => format!("array<{}, {length}>", of(it)),
        WireType::ShortList(it, most) => format!("list<{}, {most}>", of(it)),
        WireType::ShortText(most) => format!("string<{most}>"),
        WireType::Split(written, read) => format!("split<{}, {}>", of(written), of(read)),
        WireType::Opaque(codec, _) => format!("opaque<{codec}>"),
        WireType::Codec(codec, it) => format!("codec<{codec}, {}>", of(it)),
        WireType::Schema(_) => "schema".to_owned(),
    }
}
