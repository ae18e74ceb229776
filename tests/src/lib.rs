//! Tests that need more than one crate of the workspace; everything is under `tests/tests`. Here
//! are the helpers that several of them use.

pub mod oracle;

use std::collections::BTreeMap;

use contract_core::Contract;
use contract_core::declare::Item;
use contract_core::document::{Shape, Type};
use serde_json::Value;

/// The exported facts of some items.
///
/// # Panics
/// If they are not JSON.
pub fn facts(items: &[Item]) -> Value {
    serde_json::from_str(&contract_core::export::facts(items)).expect("facts are JSON")
}

/// The facts of one type and of every type that it reaches, by published name with arguments:
/// `Order`, `Page<Order>`. Identities are replaced by these names.
///
/// # Panics
/// If two types have one name: tests avoid it.
pub fn types<T: Contract>() -> BTreeMap<String, Value> {
    let facts = facts(&[Item::Type(T::wire)]);
    let types = facts["types"].as_object().expect("types are an object");
    let names: BTreeMap<&String, String> =
        types.keys().map(|identity| (identity, name(identity))).collect();
    let mut named = BTreeMap::new();
    for (identity, facts) in types {
        let mut facts = facts.clone();
        rename(&mut facts, &names);
        let old = named.insert(names[identity].clone(), facts);
        assert!(old.is_none(), "two types are called {}", names[identity]);
    }
    named
}

/// The shape of a type that the derive or a hand-written definition names, as the document writes
/// it.
///
/// # Panics
/// If the type has no definition, or if the document model does not read it back as it is.
pub fn shape<T: Contract>() -> Value {
    let name = name_of::<T>();
    let types = types::<T>();
    let found = types.get(&name).unwrap_or_else(|| panic!("{name} is not among {types:#?}"));
    let document: Type = serde_json::from_value(found["type"].clone()).expect("a document's type");
    assert_eq!(serde_json::to_value(&document).unwrap(), found["type"], "read back as it is");
    found["type"]["shape"].clone()
}

/// The shape of a type, as the document model holds it.
pub fn model<T: Contract>() -> Shape {
    serde_json::from_value(shape::<T>()).expect("a document's shape")
}

fn rename(value: &mut Value, names: &BTreeMap<&String, String>) {
    match value {
        Value::String(text) => {
            if let Some(name) = names.get(text) {
                text.clone_from(name);
            }
        }
        Value::Array(items) => items.iter_mut().for_each(|item| rename(item, names)),
        Value::Object(members) => {
            members.values_mut().for_each(|member| rename(member, names));
        }
        Value::Null | Value::Bool(_) | Value::Number(_) => {}
    }
}

/// The name of a type in tests.
fn name_of<T>() -> String {
    short(std::any::type_name::<T>())
}

/// The name of a type in tests: without modules, and with what follows its dot (`Order.written`).
fn name(identity: &str) -> String {
    let (type_name, rest) = identity.split_once('@').expect("an identity has a place");
    let published = rest.rsplit('/').next().unwrap_or_default();
    let suffix = published.find('.').map_or("", |dot| &published[dot..]);
    format!("{}{suffix}", short(type_name))
}

/// A type's name without modules: `a::B<c::D>` becomes `B<D>`.
fn short(type_name: &str) -> String {
    let mut text = String::new();
    for character in type_name.chars() {
        match character {
            ':' => {
                let start = text
                    .rfind(|before: char| !(before.is_alphanumeric() || before == '_'))
                    .map_or(0, |at| at + 1);
                text.truncate(start);
            }
            other => text.push(other),
        }
    }
    text
}
