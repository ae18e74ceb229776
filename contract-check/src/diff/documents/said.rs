//! What a document says besides shapes, by clause path: the objects of the document, flattened.
//! Nothing here knows a clause by name, but for those whose meaning depends on the other document.

use std::collections::{BTreeMap, BTreeSet};

use contract_core::Level;
use contract_core::document::{Document, ErrorSet, Http, Type};
use serde::Serialize;
use serde_json::Value;

use super::clauses::Clauses;
use crate::rules::lattice;

/// What is said, by clause path.
pub(crate) type Facts = BTreeMap<String, Said>;

/// What is said at one path.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Said {
    /// That it is there.
    Here,
    /// The same, under a name; whatever has another name is compared below it.
    Named(String),
    /// Nothing by itself: a group of clauses.
    Group,
    /// One value.
    Value(String),
    /// Some values, in no order.
    Set(BTreeSet<String>),
}

impl Said {
    /// The value as the table of clauses reads it; empty where there is none.
    pub(crate) fn text(&self) -> String {
        match self {
            Self::Here | Self::Group => String::new(),
            Self::Value(text) | Self::Named(text) => text.clone(),
            Self::Set(items) => {
                let items: Vec<&str> = items.iter().map(String::as_str).collect();
                items.join(", ")
            }
        }
    }
}

/// What a document says besides shapes. Some of it depends on what the other document says: a
/// path whose parameters alone have other names is the same path.
pub(super) fn facts(document: &Document, other: &Document, clauses: &Clauses<'_>) -> Facts {
    let mut facts = Facts::new();
    // What both documents say in the same words, at the same level, has not changed.
    let same_level =
        clauses.level("contract") == other.contract.level.unwrap_or(Level::Experimental);
    let changed = |name: &str, of: &Type| !same_level || other.types.get(name) != Some(of);
    for (path, clause) in clauses.iter_where(changed) {
        facts.insert(path.to_owned(), Said::Here);
        if path.contains('/') && !path.starts_with("data/") {
            put(&mut facts, path, "level", clauses.level(path).word());
        }
        if let Some(about) = clause.about {
            // Levels are what they come to, whatever gives them.
            says(&mut facts, path, about, &["level", "levels"]);
        }
    }
    says(&mut facts, "contract", &document.contract, &["level", "version"]);
    put(&mut facts, "contract", "level", clauses.level("contract").word());
    for (id, operation) in &document.operations {
        let path = format!("operations/{id}");
        promises(&mut facts, &path, operation, clauses, &["http", "request", "response", "errors"]);
        let there = other.operations.get(id);
        if let Some(http) = &operation.http {
            let name = format!("{} {}", http.method, http.path);
            facts.insert(format!("{path}/http"), Said::Named(name));
            address(&mut facts, &path, http, there.and_then(|it| it.http.as_ref()));
        }
        // The codes of a set are compared under the set's name, unless the operation has another
        // set in the other document.
        let set = operation.errors.as_ref();
        if let Some(set) = set {
            facts.insert(format!("{path}/errors"), Said::Named(set.clone()));
        }
        if let (Some(set), Some(theirs)) = (set, there.and_then(|it| it.errors.as_ref()))
            && set != theirs
            && let Some(errors) = document.errors.get(set)
        {
            codes(&mut facts, &format!("{path}/errors"), errors);
        }
    }
    for (id, event) in &document.events {
        promises(&mut facts, &format!("events/{id}"), event, clauses, &["payload"]);
    }
    for (id, consumer) in &document.consumers {
        promises(&mut facts, &format!("consumers/{id}"), consumer, clauses, &["payload"]);
    }
    for (id, job) in &document.jobs {
        promises(&mut facts, &format!("jobs/{id}"), job, clauses, &[]);
    }
    for (id, provider) in &document.providers {
        promises(&mut facts, &format!("providers/{id}"), provider, clauses, &[]);
    }
    for (name, errors) in &document.errors {
        codes(&mut facts, &format!("errors/{name}"), errors);
    }
    // A type leaves the data when an operation reaches it, and joins it when none does any more.
    for name in other.data.iter().filter(|name| document.types.contains_key(*name)) {
        facts.insert(format!("data/{name}"), Said::Here);
    }
    facts
}

/// Whether a document says something at a path: a clause, or a word of one.
pub(crate) fn says_at(document: &Document, clauses: &Clauses<'_>, path: &str) -> bool {
    let says = |facts: &Facts| facts.contains_key(path);
    // A word of a shape (`types/A/fields/b/type`) is no fact, and stands with what it is a word of.
    let around = path.rsplit_once('/').map(|(around, _)| around);
    clauses.has(path)
        || around.is_some_and(|it| it.starts_with("types/") && clauses.has(it))
        || says(&facts(document, document, clauses))
}

fn put(facts: &mut Facts, path: &str, word: &str, value: &str) {
    facts.insert(format!("{path}/{word}"), Said::Value(value.to_owned()));
}

/// What an object of the document says, but for some members.
pub(crate) fn says(facts: &mut Facts, path: &str, object: &impl Serialize, but: &[&str]) {
    // Every object of the model has a JSON form.
    if let Ok(Value::Object(members)) = serde_json::to_value(object) {
        for (name, value) in members {
            if !but.contains(&name.as_str()) {
                flatten(facts, format!("{path}/{name}"), value);
            }
        }
    }
}

/// What an item promises; each promise has a level.
fn promises(
    facts: &mut Facts,
    path: &str,
    item: &impl Serialize,
    clauses: &Clauses<'_>,
    but: &[&str],
) {
    let mut said = Facts::new();
    says(&mut said, path, item, but);
    for clause in said.keys() {
        let name = &clause[path.len() + 1..];
        if !name.contains('/') && !lattice::is_list(clause) {
            put(facts, clause, "level", clauses.level(clause).word());
        }
    }
    facts.append(&mut said);
}

fn flatten(facts: &mut Facts, path: String, value: Value) {
    let text = |value: &Value| value.as_str().map_or_else(|| value.to_string(), str::to_owned);
    let said = match value {
        // What an author says about a part is said of the part, and added with its clause.
        Value::Object(_) if path.ends_with("/about") => return,
        Value::Object(members) => {
            for (name, value) in members {
                flatten(facts, format!("{path}/{name}"), value);
            }
            if lattice::is_list(&path) {
                return;
            }
            if lattice::is_entry(&path) { Said::Here } else { Said::Group }
        }
        Value::Array(items) => Said::Set(items.iter().map(text).collect()),
        // What does not hold is not said.
        Value::Bool(false) | Value::Null => return,
        // What holds is said by its word: `readonly` is `readonly`.
        Value::Bool(true) => Said::Value(path.rsplit('/').next().unwrap_or(&path).to_owned()),
        Value::String(_) | Value::Number(_) => Said::Value(text(&value)),
    };
    facts.entry(path).or_insert(said);
}

fn address(facts: &mut Facts, path: &str, http: &Http, there: Option<&Http>) {
    let path = format!("{path}/http");
    put(facts, &path, "method", &http.method);
    let route = without_names(&http.path);
    if there.is_some_and(|there| without_names(&there.path) == route) {
        put(facts, &path, "path", &route);
        put(facts, &path, "path_parameters", &http.path);
    } else {
        put(facts, &path, "path", &http.path);
    }
    if let Some(status) = http.success {
        put(facts, &path, "success", &status.to_string());
    }
}

fn codes(facts: &mut Facts, path: &str, errors: &ErrorSet) {
    says(facts, path, errors, &["about", "open"]);
    put(facts, path, "open", if errors.open { "open" } else { "closed" });
}

/// A route template in which every parameter is `{}`; one that takes the rest of the path stays
/// apart as `{*}`.
fn without_names(template: &str) -> String {
    let mut route = String::new();
    let mut rest = template;
    while let Some((before, inside)) = rest.split_once('{') {
        route.push_str(before);
        let Some((name, after)) = inside.split_once('}') else {
            rest = &rest[before.len()..];
            break;
        };
        route.push_str(if name.starts_with('*') { "{*}" } else { "{}" });
        rest = after;
    }
    route.push_str(rest);
    route
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn routes_are_equal_but_for_names() {
        assert_eq!(without_names("/orders/{id}/items/{n}"), "/orders/{}/items/{}");
        assert_eq!(without_names("/files/{*path}"), "/files/{*}");
        assert_eq!(without_names("/odd/{id"), "/odd/{id");
    }
}
