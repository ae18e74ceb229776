//! One operation.

use std::collections::BTreeSet;

use super::content::{self, Choice};
use super::context::{Context, Pair, Sides, Subject};
use super::parameters::{self, Holders};
use super::{lifecycle, paths, responses, security, servers};
use crate::finding::{Finding, Hazard, Role};
use crate::openapi::{Kind, Node};
use crate::rules;

/// Compares an operation.
pub(super) fn compare<'d>(
    context: &mut Context<'d>,
    items: &Pair<'d>,
    operations: &Pair<'d>,
    templates: (&str, &str),
    subject: &Subject,
) {
    // Path items that lead to each other through callbacks are looked at once.
    let (old, new) = (&operations.old.pointer, &operations.new.pointer);
    let key = (old.clone(), new.clone(), subject.flipped);
    if !context.visited.insert(key) || context.is_elsewhere(operations, subject) {
        return;
    }
    let (was, is) = operations.texts("operationId");
    if was != is {
        let clause = format!("{}/operationId", subject.clause);
        let text = |id: Option<&str>| id.unwrap_or("nothing").to_owned();
        let finding = Finding::note(&rules::OPERATION_ID_CHANGED, clause);
        let finding = finding.from(text(was)).to(text(is));
        context.report(finding, subject, (Some(&operations.old), Some(&operations.new)));
    }
    lifecycle::compare(context, operations, &subject.name, subject);
    lifecycle::stability(context, operations, subject);
    parameters::compare(context, &Holders { items, operations, templates }, subject);
    body(context, &operations.get("requestBody"), operations, subject);
    responses::compare(context, &operations.get("responses"), subject);
    callbacks(context, &operations.get("callbacks"), subject);
    if !subject.flipped {
        security::compare(context, operations, subject);
        servers::of_operation(context, items, operations, subject);
    }
    context.rest(operations, Kind::Operation, subject);
}

/// Compares request bodies.
fn body<'d>(
    context: &mut Context<'d>,
    sides: &Sides<'d>,
    operations: &Pair<'d>,
    subject: &Subject,
) {
    if context.is_same(sides) {
        return;
    }
    let role = subject.request();
    let subject = subject.part("requestBody");
    match sides {
        (Some(old), Some(new)) => {
            let pair = Pair { old: old.clone(), new: new.clone() };
            if context.is_elsewhere(&pair, &subject) {
                return;
            }
            let change = match pair.flags("required") {
                (false, true) => Some((&rules::BODY_BECAME_REQUIRED, Role::Request)),
                (true, false) => Some((&rules::BODY_BECAME_OPTIONAL, Role::Response)),
                _ => None,
            };
            if let Some((rule, breaks)) = change {
                let finding = match role == breaks {
                    true => Finding::breaking(rule, &subject.clause),
                    false => Finding::note(rule, &subject.clause),
                };
                context.report(finding.role(role), &subject, (Some(old), Some(new)));
            }
            let content = pair.get("content");
            content::compare(context, &content, role, Choice::Writer, ("body", &subject));
            context.rest(&pair, Kind::RequestBody, &subject);
        }
        (None, Some(new)) => {
            let rule = &rules::REQUEST_PART_ADDED;
            let finding = match role {
                Role::Request if new.flag("required") => Finding::breaking(rule, &subject.clause),
                _ => Finding::note(rule, &subject.clause),
            };
            let finding = finding.it("body").role(role);
            context.report(finding, &subject, (Some(&operations.old), Some(new)));
        }
        (Some(old), None) => {
            let rule = &rules::REQUEST_PART_REMOVED;
            let finding = match role {
                Role::Response if old.flag("required") => Finding::breaking(rule, &subject.clause),
                // What had to be said with every request is not heard any more.
                Role::Request if old.flag("required") => {
                    Finding::breaking(rule, &subject.clause).hazard(Hazard::Silent)
                }
                _ => Finding::silent(rule, &subject.clause),
            };
            let finding = finding.it("body").role(role);
            context.report(finding, &subject, (Some(old), Some(&operations.new)));
        }
        (None, None) => {}
    }
}

/// Compares callbacks: requests that the producer sends and consumers answer.
fn callbacks<'d>(context: &mut Context<'d>, sides: &Sides<'d>, subject: &Subject) {
    if context.is_same(sides) {
        return;
    }
    let names = |side: &Option<Node<'d>>| -> Vec<(&'d str, Node<'d>)> {
        side.iter().flat_map(|node| node.members().collect::<Vec<_>>()).collect()
    };
    let (old, new) = (names(&sides.0), names(&sides.1));
    let mut taken = Vec::new();
    for (name, was) in &old {
        let part = subject.part(&format!("callbacks/{name}"));
        let named = new.iter().find(|(other, _)| other == name);
        let Some((found, is)) = named.or_else(|| renamed(was, &old, &new, &taken)) else {
            let finding = Finding::breaking(&rules::CALLBACK_REMOVED, &part.clause)
                .hazard(Hazard::Silent)
                .it(*name);
            context.report(finding, &part, (Some(was), None));
            continue;
        };
        let pair = Pair { old: was.clone(), new: is.clone() };
        if found != name {
            taken.push(*found);
            context.words_changed(is);
        }
        if context.same.same(was.value, is.value) || context.is_elsewhere(&pair, &part) {
            continue;
        }
        context.rest(&pair, Kind::Callback, &part);
        let sides = (Some(was.clone()), Some(is.clone()));
        paths::compare_items(context, &sides, &|expression: &str| Subject {
            clause: format!("{}/{expression}", part.clause),
            name: expression.to_owned(),
            operation: None,
            flipped: !part.flipped,
        });
    }
    for (name, is) in &new {
        if !old.iter().any(|(other, _)| other == name) && !taken.contains(name) {
            let part = subject.part(&format!("callbacks/{name}"));
            let finding = Finding::note(&rules::CALLBACK_ADDED, &part.clause).it(*name);
            context.report(finding, &part, (None, Some(is)));
        }
    }
}

/// The callback that one is now called by another name: no request shows the name, only where it
/// is sent.
fn renamed<'a, 'd>(
    was: &Node<'d>,
    old: &[(&'d str, Node<'d>)],
    new: &'a [(&'d str, Node<'d>)],
    taken: &[&str],
) -> Option<&'a (&'d str, Node<'d>)> {
    let addresses = |node: &Node<'d>| -> BTreeSet<&'d str> {
        node.entries().map(|(address, _)| address).collect()
    };
    let wanted = addresses(was);
    let come = |name: &str| !old.iter().any(|(other, _)| *other == name) && !taken.contains(&name);
    new.iter().find(|(name, is)| come(name) && !wanted.is_empty() && addresses(is) == wanted)
}
