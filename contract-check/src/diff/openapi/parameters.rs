//! Parameters of requests: which there are, and how they are written.

use std::collections::BTreeMap;

use super::content::{self, Choice};
use super::context::{Context, Pair, Position, Subject};
use super::paths::parameter_names;
use super::style::{self, Style, Value};
use super::{default, forms, lifecycle, text};
use crate::finding::{Finding, Hazard, Role, Severity};
use crate::openapi::{Kind, Node};
use crate::rules;

/// What identifies a parameter: its location and name. One in the path is known by its position
/// in the template; its name is nobody's business but the document's.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Key {
    location: String,
    name: String,
    /// Counts what is, against the rules, declared twice.
    nth: usize,
}

type Parameters<'d> = BTreeMap<Key, Node<'d>>;

/// The parameters of an operation: its own, and those of its path item that it does not override.
fn effective<'d>(item: &Node<'d>, operation: &Node<'d>, template: &str) -> Parameters<'d> {
    let names = parameter_names(template);
    let mut parameters = Parameters::new();
    for holder in [item, operation] {
        let mut level = Parameters::new();
        for node in
            holder.raw("parameters").iter().flat_map(|list| list.items().collect::<Vec<_>>())
        {
            let (Some(location), Some(name)) = (node.text("in"), node.text("name")) else {
                let name = node.elsewhere().unwrap_or_default().to_owned();
                level.insert(Key { location: "elsewhere".to_owned(), name, nth: 0 }, node);
                continue;
            };
            let name = match location {
                "header" => {
                    let lower = name.to_ascii_lowercase();
                    // OpenAPI 3.1, Parameter Object: these are described elsewhere.
                    if matches!(lower.as_str(), "accept" | "content-type" | "authorization") {
                        continue;
                    }
                    lower
                }
                "path" => names
                    .iter()
                    .position(|known| *known == name)
                    .map_or_else(|| name.to_owned(), position_name),
                _ => name.to_owned(),
            };
            let mut key = Key { location: location.to_owned(), name, nth: 0 };
            while level.contains_key(&key) {
                key.nth += 1;
            }
            level.insert(key, node);
        }
        parameters.extend(level);
    }
    parameters
}

/// What a parameter is known by that stands at a position of the template.
fn position_name(position: usize) -> String {
    format!("{{{position}}}")
}

/// Whether a field of the new body bears the name of a parameter that is gone, and none of the
/// old one did.
fn moved_into_body(operations: &Pair<'_>, name: &str) -> bool {
    let has_field = |operation: &Node<'_>| {
        let content = operation.get("requestBody").and_then(|body| body.get("content"));
        content.is_some_and(|content| {
            content.members().any(|(_, media)| {
                let fields = media.get("schema").and_then(|schema| schema.get("properties"));
                fields.is_some_and(|fields| fields.raw(name).is_some())
            })
        })
    };
    has_field(&operations.new) && !has_field(&operations.old)
}

/// The old and the new of something that has a path item, an operation and a template.
pub(super) struct Holders<'a, 'd> {
    /// The path items.
    pub(super) items: &'a Pair<'d>,
    /// The operations.
    pub(super) operations: &'a Pair<'d>,
    /// The templates of their paths.
    pub(super) templates: (&'a str, &'a str),
}

/// Compares the parameters of an operation.
pub(super) fn compare<'d>(context: &mut Context<'d>, holders: &Holders<'_, 'd>, subject: &Subject) {
    let Holders { items, operations, templates } = holders;
    let mut old = effective(&items.old, &operations.old, templates.0);
    let mut new = effective(&items.new, &operations.new, templates.1);
    let role = subject.request();
    let common: Vec<Key> = old.keys().filter(|key| new.contains_key(*key)).cloned().collect();
    for key in common {
        if let (Some(old), Some(new)) = (old.remove(&key), new.remove(&key)) {
            both(context, &key, &Pair { old, new }, role, subject);
        }
    }
    let templates = [templates.0, templates.1].map(parameter_names);
    let in_template = |key: &Key, names: &[&str]| {
        key.location == "path"
            && (0..names.len()).any(|position| key.name == position_name(position))
    };
    for (key, was) in old {
        // What a template names is sent, whether it is described or not.
        if in_template(&key, &templates[1]) {
            context.words_changed(&was);
            continue;
        }
        let moved = new
            .keys()
            .find(|other| other.location != key.location && other.name == key.name.to_lowercase())
            .or_else(|| new.keys().find(|other| other.name == key.name))
            .cloned();
        match moved.and_then(|other| new.remove(&other).map(|is| (other, is))) {
            Some((other, is)) => {
                let subject = subject.part(&clause(&key, &was));
                let finding = Finding::breaking(&rules::PARAMETER_MOVED, &subject.clause)
                    .it(display(&was))
                    .from(key.location)
                    .to(other.location)
                    .role(role);
                context.report(finding, &subject, (Some(&was), Some(&is)));
            }
            None if moved_into_body(operations, &display(&was)) => {
                let subject = subject.part(&clause(&key, &was));
                let finding = Finding::breaking(&rules::PARAMETER_MOVED, &subject.clause)
                    .it(display(&was))
                    .from(key.location)
                    .to("body")
                    .role(role);
                context.report(finding, &subject, (Some(&was), Some(&operations.new)));
            }
            None => removed(context, &key, &was, role, subject),
        }
    }
    for (key, is) in new {
        if in_template(&key, &templates[0]) {
            described_now(context, &key, &is, role, subject);
            continue;
        }
        added(context, &key, &is, role, subject);
    }
}

fn display(node: &Node<'_>) -> String {
    node.text("name").or(node.elsewhere()).unwrap_or_default().to_owned()
}

fn clause(key: &Key, node: &Node<'_>) -> String {
    format!("parameters/{}/{}", key.location, display(node))
}

fn is_required(node: &Node<'_>) -> bool {
    node.flag("required") || node.text("in") == Some("path")
}

fn removed<'d>(
    context: &mut Context<'d>,
    key: &Key,
    was: &Node<'d>,
    role: Role,
    subject: &Subject,
) {
    let subject = subject.part(&clause(key, was));
    let name = display(was);
    let rule = &rules::PARAMETER_REMOVED;
    let finding = match role {
        // Readers that rely on it do not care whether it was announced to somebody else.
        Role::Response if is_required(was) => Finding::breaking(rule, &subject.clause),
        _ => lifecycle::removal(context, was, &name, &subject.clause)
            .unwrap_or_else(|| Finding::silent(rule, &subject.clause)),
    };
    let finding = finding.it(name).role(role);
    let finding =
        if finding.words.from.is_empty() { finding.from(key.location.clone()) } else { finding };
    context.report(finding, &subject, (Some(was), None));
}

fn added<'d>(context: &mut Context<'d>, key: &Key, is: &Node<'d>, role: Role, subject: &Subject) {
    let subject = subject.part(&clause(key, is));
    let finding = match (is_required(is), role) {
        (true, Role::Request) => {
            Finding::breaking(&rules::PARAMETER_ADDED_REQUIRED, &subject.clause)
        }
        (true, Role::Response) => Finding::note(&rules::PARAMETER_ADDED_REQUIRED, &subject.clause),
        (false, _) => Finding::note(&rules::PARAMETER_ADDED_OPTIONAL, &subject.clause),
    };
    let finding = finding.it(display(is)).to(key.location.clone()).role(role);
    context.report(finding, &subject, (None, Some(is)));
}

/// What a template had already, and what nobody had described: consumers may have sent any text.
fn described_now<'d>(
    context: &mut Context<'d>,
    key: &Key,
    is: &Node<'d>,
    role: Role,
    subject: &Subject,
) {
    context.words_changed(is);
    let schema = is.get("schema");
    if schema.as_ref().is_none_or(text::takes_any_text) {
        return;
    }
    let subject = subject.part(&clause(key, is));
    let finding = Finding::new(&rules::TYPE_NARROWED, &subject.clause, Severity::Warning)
        .hazard(Hazard::Loud)
        .it(display(is))
        .from("any text")
        .to(schema.as_ref().map(text::named).unwrap_or_default())
        .role(role);
    context.report(finding, &subject, (None, Some(is)));
}

fn both<'d>(context: &mut Context<'d>, key: &Key, pair: &Pair<'d>, role: Role, subject: &Subject) {
    let subject = subject.part(&clause(key, &pair.old));
    if context.same.same(pair.old.value, pair.new.value) || context.is_elsewhere(pair, &subject) {
        return;
    }
    let name = display(&pair.old);
    let places = (Some(&pair.old), Some(&pair.new));
    let required = (is_required(&pair.old), is_required(&pair.new));
    let change = match required {
        (false, true) => Some((&rules::PARAMETER_BECAME_REQUIRED, Role::Request)),
        (true, false) => Some((&rules::PARAMETER_BECAME_OPTIONAL, Role::Response)),
        _ => None,
    };
    if let Some((rule, breaks)) = change {
        let finding = match role == breaks {
            true => Finding::breaking(rule, &subject.clause),
            false => Finding::note(rule, &subject.clause),
        };
        let finding = finding.it(name.clone()).to(key.location.clone()).role(role);
        context.report(finding, &subject, places);
    }
    if pair.flags("allowEmptyValue") == (true, false) {
        let finding = match role {
            Role::Request => Finding::breaking(&rules::PARAMETER_EMPTY_REFUSED, &subject.clause),
            Role::Response => Finding::note(&rules::PARAMETER_EMPTY_REFUSED, &subject.clause),
        };
        context.report(finding.it(name.clone()).role(role), &subject, places);
    }
    if required != (true, true) && role == Role::Request {
        default::compare(context, pair, &name, &subject);
    }
    lifecycle::compare(context, pair, &name, &subject);
    let location = pair.old.text("in").unwrap_or_default();
    written_form(context, pair, location, &name, role, &subject);
    context.rest(pair, Kind::Parameter, &subject);
}

/// Compares how a parameter or header is written, and what.
pub(super) fn written_form<'d>(
    context: &mut Context<'d>,
    pair: &Pair<'d>,
    location: &str,
    name: &str,
    role: Role,
    subject: &Subject,
) {
    let form = |node: &Node<'d>| node.raw("content").is_some();
    let places = (Some(&pair.old), Some(&pair.new));
    match (form(&pair.old), form(&pair.new)) {
        (false, false) => described(context, pair, location, name, role, subject),
        (true, true) => {
            let sides = pair.get("content");
            content::compare(context, &sides, role, Choice::Writer, (name, subject));
        }
        (was, is) => {
            let word = |content: bool, node: &Node<'d>| match node.raw("content") {
                Some(node) if content => {
                    node.members().map(|(name, _)| format!("`{name}`")).collect::<String>()
                }
                _ => "plain text by `schema`".to_owned(),
            };
            let finding = Finding::breaking(&rules::PARAMETER_FORM_CHANGED, &subject.clause)
                .it(name)
                .from(word(was, &pair.old))
                .to(word(is, &pair.new))
                .role(role);
            context.report(finding, subject, places);
        }
    }
}

/// The same where both are written in a style.
fn described<'d>(
    context: &mut Context<'d>,
    pair: &Pair<'d>,
    location: &str,
    name: &str,
    role: Role,
    subject: &Subject,
) {
    let places = (Some(&pair.old), Some(&pair.new));
    let [old, new] =
        [&pair.old, &pair.new].map(|node| Style::of(Some(node), location, node.document()));
    let schemas = match pair.get("schema") {
        (Some(old), Some(new)) => Some(Pair { old, new }),
        _ => None,
    };
    // One value is what a list of one is, where each item is written by itself.
    let items = schemas.as_ref().and_then(|Pair { old: was, new: is }| match role {
        Role::Request if text::is_plain(was) && new.is_repeated() => {
            Some(Pair { old: was.clone(), new: text::single(is)? })
        }
        Role::Response if text::is_plain(is) && old.is_repeated() => {
            Some(Pair { old: text::single(was)?, new: is.clone() })
        }
        _ => None,
    });
    let value = match &schemas {
        _ if items.is_some() => Value::Plain,
        Some(schemas) => Value::of(schemas),
        None => Value::Any,
    };
    if style::differ((&old, &new), value, schemas.as_ref(), role) {
        let finding = Finding::breaking(&rules::PARAMETER_STYLE_CHANGED, &subject.clause)
            .hazard(Hazard::Silent)
            .it(name)
            .from(old.to_string())
            .to(new.to_string())
            .role(role);
        context.report(finding, subject, places);
    }
    let same = items.as_ref().or(schemas.as_ref()).is_some_and(|it| text::same(it, role));
    if let Some(schemas) = schemas.filter(|_| same || items.is_some()) {
        let rule = match role {
            Role::Request => &rules::TYPE_WIDENED,
            Role::Response => &rules::TYPE_NARROWED,
        };
        let (from, to) = (text::named(&schemas.old), text::named(&schemas.new));
        let finding = Finding::note(rule, &subject.clause).it(name).from(from).to(to).role(role);
        context.report(finding, subject, places);
    }
    let schemas = pair.get("schema");
    if let (Some(was), Some(is), "path") = (schemas.0, schemas.1, location) {
        forms::segment(context, &pair.new, &Pair { old: was, new: is }, (name, subject));
    }
    match items {
        _ if same => {}
        Some(Pair { old, new }) => {
            let position = Position { old: old.pointer.clone(), new: new.pointer.clone(), role };
            context.position(position, (Some(old), Some(new)), (name, subject), false);
        }
        None => {
            forms::parameter(context, pair, role, (name, subject));
            context.schema(pair, "schema", role, (name, subject), false);
        }
    }
}
