//! What authors say about an item: the members of the document's objects, and their places.

use std::collections::BTreeMap;

use super::json::{self, Object};
use crate::declare::{About, At, Value};

/// Where clauses that any item may have stand among all that is said.
const ABOUT: &str = "about/";

/// Members that are being put together: of some, only that they are there is known.
#[derive(Default)]
struct Tree(BTreeMap<&'static str, Node>);

enum Node {
    Value(String),
    Group(Tree),
}

impl Tree {
    fn add(&mut self, path: &'static str, value: Value) {
        let Some((first, rest)) = path.split_once('/') else {
            let value = match value {
                Value::Group => {
                    self.0.entry(path).or_insert_with(|| Node::Group(Self::default()));
                    return;
                }
                Value::Flag => "true".to_owned(),
                Value::Text(text) => json::string(text),
                Value::Number(number) => number.to_owned(),
                Value::List(items) => json::list(items.iter().map(|item| json::string(item))),
            };
            self.0.insert(path, Node::Value(value));
            return;
        };
        let below = self.0.entry(first).or_insert_with(|| Node::Group(Self::default()));
        if let Node::Group(group) = below {
            group.add(rest, value);
        }
    }

    fn put(&self, object: &mut Object) {
        for (name, node) in &self.0 {
            match node {
                Node::Value(json) => object.value(name, json),
                Node::Group(group) => {
                    let mut inner = Object::default();
                    group.put(&mut inner);
                    object.value(name, &inner.end());
                }
            }
        }
    }
}

/// A document's `About`, if anything is said.
pub(super) fn about(about: &About) -> Option<String> {
    let mut object = Object::default();
    put_about(about, &mut object);
    object.some()
}

/// Adds the members of a document's `About`.
pub(super) fn put_about(about: &About, object: &mut Object) {
    object.optional("level", about.level.map(|level| json::string(level.word())));
    if let Some(deprecated) = &about.deprecated {
        let mut timeline = Object::default();
        timeline.optional("since", deprecated.since.map(json::string));
        timeline.optional("date", deprecated.date.map(json::string));
        timeline.optional("sunset", deprecated.sunset.map(json::string));
        timeline.optional("remove_in", deprecated.remove_in.map(json::string));
        timeline.optional("replaced_by", deprecated.replaced_by.map(json::string));
        timeline.optional("link", deprecated.link.map(json::string));
        timeline.optional("note", deprecated.note.map(json::string));
        object.value("deprecated", &timeline.end());
    }
    object.optional("meaning", about.meaning.map(json::string));
    object.optional("unit", about.unit.map(json::string));
    let mut tree = Tree::default();
    for clause in about.clauses {
        if let Some(path) = clause.path.strip_prefix(ABOUT) {
            tree.add(path, clause.value);
        }
    }
    tree.put(object);
}

/// Adds the members of an item's own clauses.
pub(super) fn put_clauses(about: &About, object: &mut Object) {
    let mut tree = Tree::default();
    for clause in about.clauses.iter().filter(|clause| !clause.path.starts_with(ABOUT)) {
        tree.add(clause.path, clause.value);
    }
    tree.put(object);
}

/// The places of an item's clauses, by their path below it.
pub(super) fn places(about: &About) -> BTreeMap<String, String> {
    let place = |line, column| source(At { line, column, ..about.at });
    about
        .clauses
        .iter()
        .filter_map(|clause| {
            let path = clause.path.strip_prefix(ABOUT).unwrap_or(clause.path);
            Some((path.to_owned(), place(clause.line, clause.column)?))
        })
        .collect()
}

/// A document's `Source`, if there is one: types of other crates have none.
pub(super) fn source(at: At) -> Option<String> {
    let At { file, line, column } = at;
    if file.is_empty() {
        return None;
    }
    let mut object = Object::default();
    object.string("file", file);
    object.value("line", &line.to_string());
    object.value("column", &column.to_string());
    Some(object.end())
}
