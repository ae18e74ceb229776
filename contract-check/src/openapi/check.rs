//! The structure of a document, checked once, so that nothing after it meets a value of the wrong
//! kind or a reference that leads nowhere.

use super::document::local;
use super::grammar::is_extension;
use super::{Flags, Holds, Kind, LoadError, Node, OpenApi, Problem};
use crate::hash::{HashMap, HashSet};
use crate::json::{Json, Lookup};

/// Members whose values may be data and no part of the document: a `$ref` that leads nowhere need
/// not be a reference there.
const DATA: [&str; 5] = ["example", "examples", "default", "enum", "const"];

/// Notes where every reference within the document leads, which of them lead nowhere, and which
/// flags stand in it.
///
/// A document with an `$id` in it gives references another base; its schemas' references are left
/// to the schema loader, which knows about bases.
pub(super) fn look_through(document: &mut OpenApi) {
    let raw = document.shared();
    let mut found = References::default();
    found.walk(&raw, &mut Vec::new(), false);
    let mut lookup = Lookup::new(&raw);
    for (text, data) in found.texts {
        let Some(pointer) = local(text) else { continue };
        match lookup.path(&pointer) {
            Some(path) => {
                document.targets.insert(text.to_owned(), path);
            }
            None if found.based || data => {}
            None => {
                document.dangling.insert(text.to_owned());
            }
        }
    }
    document.flags = found.flags;
}

/// The references of a document.
#[derive(Default)]
struct References<'d> {
    /// Each with whether all its occurrences are in data.
    texts: HashMap<&'d str, bool>,
    /// Whether there is an `$id`.
    based: bool,
    flags: Flags,
}

impl<'d> References<'d> {
    /// Recurses as deep as the text nests, which its reader has limited.
    fn walk(&mut self, value: &'d Json, path: &mut Vec<&'d str>, data: bool) {
        match value {
            Json::Array(items) => {
                for item in items {
                    path.push("-");
                    self.walk(item, path, data);
                    path.pop();
                }
            }
            Json::Object(members) => {
                for (name, value) in members {
                    match value {
                        Json::String(text) if name == "$ref" => {
                            *self.texts.entry(text).or_insert(data) &= data;
                        }
                        Json::String(_) if name == "$id" => self.based = true,
                        Json::Bool(true) if name == "readOnly" => self.flags.read_only = true,
                        Json::Bool(true) if name == "writeOnly" => self.flags.write_only = true,
                        Json::Array(_) | Json::Object(_) => {
                            let is_data = is_extension(name) || DATA.contains(&name.as_str());
                            // `default` is also the name of a response.
                            let response = path.last() == Some(&"responses");
                            path.push(name);
                            self.walk(value, path, data || (is_data && !response));
                            path.pop();
                        }
                        _ => {}
                    }
                }
            }
            _ => {}
        }
    }
}

/// Checks that every object is what the grammar says.
pub(super) fn structure(document: &OpenApi) -> Result<(), LoadError> {
    let mut checker = Checker { visited: HashSet::default(), pending: Vec::new() };
    checker.pending.push((document.root(), Kind::OpenApi));
    while let Some((node, kind)) = checker.pending.pop() {
        checker.object(&node, kind)?;
    }
    Ok(())
}

struct Checker<'d> {
    /// Targets of references that have been or will be looked at.
    visited: HashSet<(String, Kind)>,
    pending: Vec<(Node<'d>, Kind)>,
}

fn error(node: &Node<'_>, problem: Problem) -> LoadError {
    LoadError { pointer: node.pointer.clone(), problem }
}

impl<'d> Checker<'d> {
    fn object(&mut self, node: &Node<'d>, kind: Kind) -> Result<(), LoadError> {
        if kind == Kind::Schema {
            // The schema loader reads it, where it matters.
            return match node.value {
                Json::Object(_) | Json::Bool(_) => Ok(()),
                _ => Err(error(node, Problem::Expected("a schema: an object"))),
            };
        }
        let Some(members) = node.value.as_object() else {
            return Err(error(node, Problem::Expected("an object")));
        };
        if self.reference(node, kind)? && kind != Kind::PathItem {
            return Ok(());
        }
        for (name, _) in members {
            if is_extension(name) {
                continue;
            }
            if let (Some(holds), Some(member)) = (kind.holds(name), node.raw(name)) {
                self.member(&member, holds)?;
            }
        }
        match kind {
            Kind::Parameter => parameter(node),
            Kind::Server => required(node, "url"),
            Kind::SecurityScheme => required(node, "type"),
            _ => Ok(()),
        }
    }

    fn member(&mut self, node: &Node<'d>, holds: Holds) -> Result<(), LoadError> {
        let expected = |what| Err(error(node, Problem::Expected(what)));
        match (holds, node.value) {
            (Holds::One(kind), _) => self.pending.push((node.clone(), kind)),
            (Holds::List(kind), Json::Array(items)) => {
                for (index, value) in items.iter().enumerate() {
                    let place = format!("{}/{index}", node.pointer);
                    self.pending.push((Node::new(node.document(), place, value), kind));
                }
            }
            (Holds::Map(kind), Json::Object(members)) => {
                for (name, value) in members {
                    let place = super::child(&node.pointer, name);
                    self.pending.push((Node::new(node.document(), place, value), kind));
                }
            }
            (Holds::Text, Json::String(_))
            | (Holds::Flag, Json::Bool(_))
            | (Holds::Words | Holds::Any, _) => {}
            (Holds::Texts, Json::Array(items))
                if items.iter().all(|item| item.as_str().is_some()) => {}
            (Holds::List(_), _) => return expected("a list"),
            (Holds::Map(_), _) => return expected("an object"),
            (Holds::Text, _) => return expected("a string"),
            (Holds::Flag, _) => return expected("`true` or `false`"),
            (Holds::Texts, _) => return expected("a list of strings"),
        }
        Ok(())
    }

    /// Whether the object is a reference. Its target is checked as what stands in its place.
    fn reference(&mut self, node: &Node<'d>, kind: Kind) -> Result<bool, LoadError> {
        let Some(value) = node.value.get("$ref") else { return Ok(false) };
        let Some(first) = value.as_str() else {
            return Err(error(node, Problem::Expected("a string in `$ref`")));
        };
        let mut text = first;
        let mut seen = HashSet::default();
        loop {
            if !seen.insert(text) {
                return Err(error(node, Problem::Loop(first.to_owned())));
            }
            let Some((pointer, target)) = node.document().target(text) else {
                // `#name` is an anchor, and only schemas have those.
                return match text.starts_with('#') && !node.document().dangles(text) {
                    true => Err(error(node, Problem::Dangling(text.to_owned()))),
                    false => Ok(true),
                };
            };
            match target.get("$ref").and_then(Json::as_str) {
                Some(next) => text = next,
                None => {
                    if self.visited.insert((pointer.clone(), kind)) {
                        self.pending.push((Node::new(node.document(), pointer, target), kind));
                    }
                    return Ok(true);
                }
            }
        }
    }
}

fn required(node: &Node<'_>, name: &'static str) -> Result<(), LoadError> {
    match node.value.get(name) {
        Some(_) => Ok(()),
        None => Err(error(node, Problem::Missing(name))),
    }
}

fn parameter(node: &Node<'_>) -> Result<(), LoadError> {
    required(node, "name")?;
    required(node, "in")?;
    match node.text("in") {
        Some("path" | "query" | "header" | "cookie" | "querystring") => Ok(()),
        other => Err(error(node, Problem::Location(other.unwrap_or_default().to_owned()))),
    }
}
