//! Responses by status.

use std::collections::BTreeSet;

use super::content::{self, Choice};
use super::context::{Context, Pair, Sides, Subject};
use super::headers;
use crate::finding::{Finding, Hazard, Role, Severity};
use crate::openapi::{Kind, Node};
use crate::rules;

/// What a key of `responses` stands for.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Status {
    /// `200`
    Exact(String),
    /// `2XX`
    Range(char),
    /// `default`: whatever no other key stands for.
    Default,
}

impl Status {
    fn parse(key: &str) -> Self {
        match key.as_bytes() {
            b"default" => Self::Default,
            [class, b'X' | b'x', b'X' | b'x'] => Self::Range(char::from(*class)),
            _ => Self::Exact(key.to_owned()),
        }
    }

    fn class(&self) -> Option<char> {
        match self {
            Self::Exact(text) => text.chars().next(),
            Self::Range(class) => Some(*class),
            Self::Default => None,
        }
    }

    /// Whether it may be a success.
    fn is_success(&self) -> bool {
        matches!(self.class(), Some('1' | '2' | '3'))
    }
}

type Entries<'d> = Vec<(&'d str, Status, Node<'d>)>;

fn entries<'d>(side: Option<&Node<'d>>) -> Entries<'d> {
    side.iter()
        .flat_map(|node| node.entries().collect::<Vec<_>>())
        .map(|(key, node)| (key, Status::parse(key), node))
        .collect()
}

/// The entry that answers for a status: itself, its range, the default.
fn covering<'a, 'd>(
    entries: &'a Entries<'d>,
    status: &Status,
) -> Option<&'a (&'d str, Status, Node<'d>)> {
    let exact = entries.iter().find(|(_, known, _)| known == status);
    let range = || {
        let range = Status::Range(status.class()?);
        entries.iter().find(|(_, known, _)| *known == range)
    };
    // A default describes what goes wrong; no client reads a success by it.
    let default =
        || entries.iter().find(|(_, known, _)| *known == Status::Default && !status.is_success());
    exact.or_else(range).or_else(default)
}

/// The default of responses among which no success is described: all that is known of one.
fn describing_all<'a, 'd>(entries: &'a Entries<'d>) -> Option<&'a Node<'d>> {
    if entries.iter().any(|(_, status, _)| status.is_success()) {
        return None;
    }
    let (_, _, default) = entries.iter().find(|(_, status, _)| *status == Status::Default)?;
    Some(default)
}

/// Compares the responses of an operation.
pub(super) fn compare<'d>(context: &mut Context<'d>, sides: &Sides<'d>, subject: &Subject) {
    if context.is_same(sides) {
        return;
    }
    let (old, new) = (entries(sides.0.as_ref()), entries(sides.1.as_ref()));
    let role = subject.response();
    let mut pairs: Vec<(&str, Pair<'d>)> = Vec::new();
    let (writers, readers) = match role {
        Role::Request => (&old, &new),
        Role::Response => (&new, &old),
    };
    for (key, status, writer) in writers {
        let Some((_, _, reader)) = covering(readers, status) else { continue };
        let pair = match role {
            Role::Request => Pair { old: writer.clone(), new: reader.clone() },
            Role::Response => Pair { old: reader.clone(), new: writer.clone() },
        };
        pairs.push((*key, pair));
    }
    // A reader's key that lies in a range that the writer now writes.
    for (key, status, reader) in readers {
        let exact = writers.iter().any(|(_, known, _)| known == status);
        let Some((_, _, writer)) = covering(writers, status).filter(|_| !exact) else { continue };
        let pair = match role {
            Role::Request => Pair { old: writer.clone(), new: reader.clone() },
            Role::Response => Pair { old: reader.clone(), new: writer.clone() },
        };
        pairs.push((*key, pair));
    }
    if let Some(was) = describing_all(&old) {
        let answers = new.iter().filter(|(_, status, _)| status.class() == Some('2'));
        pairs
            .extend(answers.map(|(key, _, is)| (*key, Pair { old: was.clone(), new: is.clone() })));
    }
    for (key, status, was) in &old {
        if !new.iter().any(|(_, known, _)| known == status) {
            removed(context, key, status, was, &new, subject);
        }
    }
    for (key, status, is) in &new {
        if !old.iter().any(|(_, known, _)| known == status) {
            added(context, key, status, is, &old, subject);
        }
    }
    let mut seen = BTreeSet::new();
    for (key, pair) in pairs {
        if seen.insert((pair.old.pointer.clone(), pair.new.pointer.clone())) {
            response(context, &pair, &subject.named(&format!("responses/{key}"), key));
        }
    }
}

fn removed<'d>(
    context: &mut Context<'d>,
    key: &str,
    status: &Status,
    was: &Node<'d>,
    new: &Entries<'d>,
    subject: &Subject,
) {
    let role = subject.response();
    let clause = format!("{}/responses/{key}", subject.clause);
    let rule = &rules::STATUS_REMOVED;
    let covered = covering(new, status).is_some();
    // What a range stood for and its members stand for now is a subset of it.
    let within = matches!(status, Status::Range(class)
        if new.iter().any(|(_, is, _)| is.class() == Some(*class)));
    let finding = match (role, status) {
        // The new producer is asked to read what it no longer knows.
        (Role::Request, _) if !covered => Finding::breaking(rule, clause),
        // All that can go wrong is described by its class now.
        (Role::Response, Status::Default)
            if ['4', '5']
                .iter()
                .all(|class| new.iter().any(|(_, is, _)| *is == Status::Range(*class))) =>
        {
            Finding::note(rule, clause)
        }
        (Role::Response, Status::Default) => Finding::new(rule, clause, Severity::Warning),
        (Role::Response, _) if status.is_success() && !covered && !within => {
            Finding::breaking(rule, clause)
        }
        _ => Finding::note(rule, clause),
    };
    context.report(finding.it(key).role(role), subject, (Some(was), None));
}

fn added<'d>(
    context: &mut Context<'d>,
    key: &str,
    status: &Status,
    is: &Node<'d>,
    old: &Entries<'d>,
    subject: &Subject,
) {
    let role = subject.response();
    let clause = format!("{}/responses/{key}", subject.clause);
    let rule = &rules::STATUS_ADDED;
    let covered = covering(old, status).is_some()
        || (status.class() == Some('2') && describing_all(old).is_some());
    let finding = match (role, status) {
        (Role::Response, _) if (status.is_success() || *status == Status::Default) && !covered => {
            Finding::new(rule, clause, Severity::Warning).hazard(Hazard::Loud)
        }
        _ => Finding::note(rule, clause),
    };
    context.report(finding.it(key).role(role), subject, (None, Some(is)));
}

/// Compares one response.
fn response<'d>(context: &mut Context<'d>, pair: &Pair<'d>, subject: &Subject) {
    if context.same.same(pair.old.value, pair.new.value) || context.is_elsewhere(pair, subject) {
        return;
    }
    let role = subject.response();
    headers::compare(context, &pair.get("headers"), role, subject);
    let content = pair.get("content");
    let filled = |side: &Option<Node<'d>>| {
        side.as_ref().is_some_and(|node| node.value.as_object().is_some_and(|it| !it.is_empty()))
    };
    let places = (Some(&pair.old), Some(&pair.new));
    match (filled(&content.0), filled(&content.1)) {
        (true, true) => {
            let choice = if subject.flipped { Choice::Writer } else { Choice::Reader };
            content::compare(context, &content, role, choice, ("body", subject));
        }
        (false, true) => {
            let clause = format!("{}/content", subject.clause);
            let finding = match role {
                Role::Response => Finding::note(&rules::RESPONSE_ADDED, clause),
                Role::Request => Finding::breaking(&rules::RESPONSE_ADDED, clause),
            };
            let to = content.1.iter().flat_map(|node| node.members().next()).map(|it| it.0);
            context.report(finding.to(to.collect::<String>()).role(role), subject, places);
        }
        (true, false) => {
            let clause = format!("{}/content", subject.clause);
            let finding = match role {
                Role::Response => Finding::breaking(&rules::RESPONSE_REMOVED, clause),
                Role::Request => Finding::silent(&rules::RESPONSE_REMOVED, clause),
            };
            let from = content.0.iter().flat_map(|node| node.members().next()).map(|it| it.0);
            context.report(finding.from(from.collect::<String>()).role(role), subject, places);
        }
        (false, false) => {}
    }
    links(context, &pair.get("links"), subject);
    // A range and a status in it are described in other words.
    let key = |node: &Node<'d>| node.pointer.rsplit('/').next().map(str::to_ascii_lowercase);
    if key(&pair.old) == key(&pair.new) {
        context.rest(pair, Kind::Response, subject);
    }
}

/// Links tell clients where to go next. Following them is up to the clients, so that a change is
/// worth a look and no more.
fn links<'d>(context: &mut Context<'d>, sides: &Sides<'d>, subject: &Subject) {
    if context.is_same(sides) {
        return;
    }
    let names = |side: &Option<Node<'d>>| -> BTreeSet<&'d str> {
        side.iter()
            .flat_map(|node| node.members().map(|(name, _)| name).collect::<Vec<_>>())
            .collect()
    };
    let all: BTreeSet<&str> = names(&sides.0).union(&names(&sides.1)).copied().collect();
    for name in all {
        let of = |side: &Option<Node<'d>>| side.as_ref().and_then(|node| node.get(name));
        let link = (of(&sides.0), of(&sides.1));
        let same = match &link {
            (Some(old), Some(new)) => {
                let pair = Pair { old: old.clone(), new: new.clone() };
                context.rest(&pair, Kind::Link, subject);
                ["operationRef", "operationId", "parameters", "requestBody", "server"]
                    .iter()
                    .all(|member| old.value.get(member) == new.value.get(member))
            }
            _ => false,
        };
        if same {
            continue;
        }
        let clause = format!("{}/links/{name}", subject.clause);
        let finding = match link.0 {
            None => Finding::note(&rules::LINK_CHANGED, clause),
            Some(_) => Finding::new(&rules::LINK_CHANGED, clause, Severity::Warning),
        };
        context.report(finding.it(name), subject, (link.0.as_ref(), link.1.as_ref()));
    }
}
