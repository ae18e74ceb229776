//! Path items and their operations, paired by method and path template.

use std::collections::BTreeMap;

use super::context::{Context, Pair, Sides, Subject};
use super::servers::{self, Moved};
use super::{lifecycle, operation};
use crate::finding::Finding;
use crate::openapi::{Kind, METHODS, Node};
use crate::rules;

/// A template without the names of its parameters: `/orders/{}`. The expressions of callbacks,
/// such as `{$request.body#/url}`, are no names: they say where the address is found.
pub(super) fn normalised(template: &str) -> String {
    let mut text = String::with_capacity(template.len());
    let mut rest = template;
    while let Some((before, after)) = rest.split_once('{') {
        let Some((name, tail)) = after.split_once('}') else { break };
        text.push_str(before);
        text.push('{');
        text.push_str(if name.starts_with('$') { name } else { "" });
        text.push('}');
        rest = tail;
    }
    text.push_str(rest);
    text
}

/// The names of a template's parameters, in order.
pub(super) fn parameter_names(template: &str) -> Vec<&str> {
    let mut names = Vec::new();
    let mut rest = template;
    while let Some((_, after)) = rest.split_once('{') {
        let Some((name, tail)) = after.split_once('}') else { break };
        names.push(name);
        rest = tail;
    }
    names
}

/// A path item and its template.
#[derive(Clone)]
pub(super) struct Item<'d> {
    /// The template, as written.
    pub(super) template: &'d str,
    /// The path item.
    pub(super) node: Node<'d>,
}

impl<'d> Item<'d> {
    /// The operations by method, those of 3.2's `additionalOperations` among them. What stands
    /// beside a `$ref` counts before what it leads to.
    fn operations(&self) -> BTreeMap<String, Node<'d>> {
        let mut operations = BTreeMap::new();
        for method in METHODS {
            if let Some(node) = self.node.get(method) {
                operations.insert(method.to_owned(), node);
            }
        }
        if let Some(others) = self.node.raw("additionalOperations") {
            for (method, node) in others.members() {
                operations.insert(method.to_owned(), node);
            }
        }
        operations
    }
}

/// An operation that stands on one side only.
struct Alone<'d> {
    method: String,
    item: Item<'d>,
    node: Node<'d>,
    subject: Subject,
}

/// The items of one side by what a request sees of their templates, after the prefix that the
/// other side has in them. Of templates that differ in names only, which OpenAPI forbids, the
/// later ones are known by their full text.
fn items<'d>(side: Option<&Node<'d>>, prefix: &str) -> BTreeMap<String, Item<'d>> {
    let mut items = BTreeMap::new();
    for (template, node) in side.iter().flat_map(|node| node.entries().collect::<Vec<_>>()) {
        let mut key = normalised(&format!("{prefix}{template}"));
        if items.contains_key(&key) {
            key = template.to_owned();
        }
        items.insert(key, Item { template, node });
    }
    items
}

/// Compares `paths`.
pub(super) fn compare<'d>(context: &mut Context<'d>, root: &Pair<'d>) {
    let paths = root.get("paths");
    if let (Some(old), Some(new)) = &paths {
        let pair = Pair { old: old.clone(), new: new.clone() };
        context.rest(&pair, Kind::Paths, &Subject::document("paths"));
    }
    let moved = moved(root).unwrap_or_default();
    compare_moved(context, &paths, &moved, &|template: &str| {
        let path = template.strip_prefix('/').unwrap_or(template);
        Subject {
            clause: format!("paths/{path}"),
            name: template.to_owned(),
            operation: None,
            flipped: false,
        }
    });
}

/// Compares path items by template. The subject of an item comes from its old template, or from
/// the new one where there is no old.
pub(super) fn compare_items<'d>(
    context: &mut Context<'d>,
    sides: &Sides<'d>,
    subject: &dyn Fn(&str) -> Subject,
) {
    compare_moved(context, sides, &Moved::default(), subject);
}

/// What moved between the servers' URLs and the paths, where that explains the paths.
pub(super) fn moved(root: &Pair<'_>) -> Option<Moved> {
    servers::moved(root).filter(|moved| explains_more(&root.get("paths"), moved))
}

/// Whether more paths are found again where what moved is put in front of them.
fn explains_more(sides: &Sides<'_>, moved: &Moved) -> bool {
    let found = |moved: &Moved| {
        let new = items(sides.1.as_ref(), &moved.new);
        items(sides.0.as_ref(), &moved.old).keys().filter(|key| new.contains_key(*key)).count()
    };
    found(moved) > found(&Moved::default())
}

fn compare_moved<'d>(
    context: &mut Context<'d>,
    sides: &Sides<'d>,
    moved: &Moved,
    subject: &dyn Fn(&str) -> Subject,
) {
    let old = items(sides.0.as_ref(), &moved.old);
    let new = items(sides.1.as_ref(), &moved.new);
    let mut removed = Vec::new();
    let mut added = Vec::new();
    for (key, was) in &old {
        let subject = subject(was.template);
        match new.get(key) {
            Some(is) => item(context, was, is, &subject, &mut removed, &mut added),
            None => removed.extend(alone(was, &subject)),
        }
    }
    for (key, is) in &new {
        if !old.contains_key(key) {
            added.extend(alone(is, &subject(is.template)));
        }
    }
    unpaired(context, removed, added);
}

fn operation_subject(item: &Subject, method: &str) -> Subject {
    let clause = format!("{}/{method}", item.clause);
    Subject {
        name: format!("{} {}", method.to_ascii_uppercase(), item.name),
        operation: Some(clause.clone()),
        clause,
        flipped: item.flipped,
    }
}

fn alone<'d>(item: &Item<'d>, subject: &Subject) -> Vec<Alone<'d>> {
    item.operations()
        .into_iter()
        .map(|(method, node)| {
            let subject = operation_subject(subject, &method);
            Alone { method, item: item.clone(), node, subject }
        })
        .collect()
}

fn item<'d>(
    context: &mut Context<'d>,
    was: &Item<'d>,
    is: &Item<'d>,
    subject: &Subject,
    removed: &mut Vec<Alone<'d>>,
    added: &mut Vec<Alone<'d>>,
) {
    let pair = Pair { old: was.node.clone(), new: is.node.clone() };
    if context.is_elsewhere(&pair, subject) {
        return;
    }
    if parameter_names(was.template) != parameter_names(is.template) {
        let finding = Finding::note(&rules::HTTP_PATH_PARAMETER_RENAMED, &subject.clause)
            .it(was.template)
            .from(was.template)
            .to(is.template);
        context.report(finding, subject, (Some(&pair.old), Some(&pair.new)));
    }
    let (mut old, mut new) = (was.operations(), is.operations());
    let common: Vec<String> = old.keys().filter(|key| new.contains_key(*key)).cloned().collect();
    for method in common {
        if let (Some(old), Some(new)) = (old.remove(&method), new.remove(&method)) {
            let subject = operation_subject(subject, &method);
            let operations = Pair { old, new };
            operation::compare(context, &pair, &operations, (was.template, is.template), &subject);
        }
    }
    let rest = |item: &Item<'d>, operations: BTreeMap<String, Node<'d>>| {
        let item = item.clone();
        operations.into_iter().map(move |(method, node)| {
            let subject = operation_subject(subject, &method);
            Alone { method, item: item.clone(), node, subject }
        })
    };
    removed.extend(rest(was, old));
    added.extend(rest(is, new));
    context.rest(&pair, Kind::PathItem, subject);
}

/// Reports operations that stand on one side only. One that went elsewhere under its
/// `operationId` is one finding.
fn unpaired<'d>(context: &mut Context<'d>, removed: Vec<Alone<'d>>, mut added: Vec<Alone<'d>>) {
    for was in removed {
        // Templates that differ in names only may have been put together or taken apart.
        let path = normalised(was.item.template);
        let same_request =
            |is: &Alone<'d>| is.method == was.method && normalised(is.item.template) == path;
        if let Some(is) = added.iter().position(same_request).map(|index| added.remove(index)) {
            let items = Pair { old: was.item.node, new: is.item.node };
            let operations = Pair { old: was.node, new: is.node };
            let templates = (was.item.template, is.item.template);
            operation::compare(context, &items, &operations, templates, &was.subject);
            continue;
        }
        let id = was.node.text("operationId");
        // What was announced to go has gone, also where something new bears its name.
        let moved = id
            .filter(|_| !was.node.flag("deprecated"))
            .and_then(|id| added.iter().position(|is| is.node.text("operationId") == Some(id)));
        if let Some(is) = moved.map(|index| added.remove(index)) {
            let same_path = normalised(was.item.template) == normalised(is.item.template);
            let finding = if same_path {
                Finding::breaking(&rules::HTTP_METHOD_CHANGED, &was.subject.clause)
                    .from(was.method.to_ascii_uppercase())
                    .to(is.method.to_ascii_uppercase())
            } else {
                Finding::breaking(&rules::HTTP_PATH_CHANGED, &was.subject.clause)
                    .from(was.subject.name.clone())
                    .to(is.subject.name.clone())
            };
            let finding = finding.it(id.unwrap_or_default());
            context.report(finding, &was.subject, (Some(&was.node), Some(&is.node)));
            continue;
        }
        let name = was.subject.name.clone();
        let finding = lifecycle::removal(context, &was.node, &name, &was.subject.clause)
            .unwrap_or_else(|| {
                Finding::breaking(&rules::OPERATION_REMOVED, &was.subject.clause).it(name)
            });
        context.report(finding, &was.subject, (Some(&was.node), None));
    }
    for is in added {
        let finding = Finding::note(&rules::OPERATION_ADDED, &is.subject.clause);
        context.report(finding, &is.subject, (None, Some(&is.node)));
    }
}

#[cfg(test)]
mod tests {
    use super::{normalised, parameter_names};

    #[test]
    fn names_of_parameters_do_not_matter() {
        assert_eq!(normalised("/a/{x}/b.{y}"), "/a/{}/b.{}");
        assert_eq!(normalised("/a/{x"), "/a/{x");
        assert_eq!(normalised("{$request.query.url}/{id}"), "{$request.query.url}/{}");
        assert_eq!(parameter_names("/a/{x}/b.{y}"), ["x", "y"]);
    }
}
