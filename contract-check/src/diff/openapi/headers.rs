//! Headers of responses.

use std::collections::BTreeMap;

use super::context::{Context, Pair, Sides, Subject};
use super::{lifecycle, parameters};
use crate::finding::{Finding, Hazard, Role};
use crate::openapi::{Kind, Node};
use crate::rules;

/// Compares the headers of a response. Their names have no case (RFC 9110, section 5.1), and
/// `Content-Type` is what `content` says (OpenAPI 3.1, Response Object).
pub(super) fn compare<'d>(
    context: &mut Context<'d>,
    sides: &Sides<'d>,
    role: Role,
    subject: &Subject,
) {
    if context.is_same(sides) {
        return;
    }
    let by_name = |side: &Option<Node<'d>>| -> BTreeMap<String, (&'d str, Node<'d>)> {
        side.iter()
            .flat_map(|node| node.members().collect::<Vec<_>>())
            .map(|(name, node)| (name.to_ascii_lowercase(), (name, node)))
            .filter(|(lower, _)| lower != "content-type")
            .collect()
    };
    let (old, new) = (by_name(&sides.0), by_name(&sides.1));
    for (lower, (name, was)) in &old {
        let subject = subject.part(&format!("headers/{name}"));
        match new.get(lower) {
            Some((_, is)) => {
                let pair = Pair { old: was.clone(), new: is.clone() };
                header(context, name, &pair, role, &subject);
            }
            None => removed(context, name, was, role, &subject),
        }
    }
    for (lower, (name, is)) in &new {
        if !old.contains_key(lower) {
            let subject = subject.part(&format!("headers/{name}"));
            let finding = match role {
                Role::Request if is.flag("required") => {
                    Finding::breaking(&rules::RESPONSE_HEADER_ADDED, &subject.clause)
                }
                _ => Finding::note(&rules::RESPONSE_HEADER_ADDED, &subject.clause),
            };
            context.report(finding.it(*name).role(role), &subject, (None, Some(is)));
        }
    }
}

fn removed<'d>(
    context: &mut Context<'d>,
    name: &str,
    was: &Node<'d>,
    role: Role,
    subject: &Subject,
) {
    let finding = lifecycle::removal(context, was, name, &subject.clause).unwrap_or_else(|| {
        let rule = &rules::RESPONSE_HEADER_REMOVED;
        match role {
            Role::Response if was.flag("required") => Finding::breaking(rule, &subject.clause),
            Role::Response => Finding::silent(rule, &subject.clause).hazard(Hazard::Silent),
            Role::Request => Finding::silent(rule, &subject.clause),
        }
        .it(name)
        .role(role)
    });
    context.report(finding, subject, (Some(was), None));
}

fn header<'d>(
    context: &mut Context<'d>,
    name: &str,
    pair: &Pair<'d>,
    role: Role,
    subject: &Subject,
) {
    if context.is_elsewhere(pair, subject) {
        return;
    }
    let rule = match pair.flags("required") {
        (true, false) => Some((&rules::RESPONSE_HEADER_BECAME_OPTIONAL, Role::Response)),
        (false, true) => Some((&rules::RESPONSE_HEADER_BECAME_REQUIRED, Role::Request)),
        _ => None,
    };
    if let Some((rule, breaks)) = rule {
        let finding = match role == breaks {
            true => Finding::breaking(rule, &subject.clause),
            false => Finding::note(rule, &subject.clause),
        };
        context.report(finding.it(name).role(role), subject, (Some(&pair.old), Some(&pair.new)));
    }
    lifecycle::compare(context, pair, name, subject);
    parameters::written_form(context, pair, "header", name, role, subject);
    context.rest(pair, Kind::Header, subject);
}
