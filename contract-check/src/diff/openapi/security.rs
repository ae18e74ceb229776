//! Security requirements: sets of alternatives, one of which a request must satisfy.
//!
//! A request that was served must be served: for each old alternative there must be a new one
//! that asks for nothing more.

use std::collections::{BTreeMap, BTreeSet};

use super::context::{Context, Pair, Subject};
use crate::finding::{Finding, Role, Severity};
use crate::json::Json;
use crate::openapi::{Kind, Node};
use crate::rules;

/// One alternative: the scopes that are asked for, by scheme. An empty one asks for nothing.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Alternative(BTreeMap<String, BTreeSet<String>>);

impl Alternative {
    /// Whether it asks for no scheme that the other does not ask for.
    fn schemes_within(&self, other: &Self) -> bool {
        self.0.keys().all(|scheme| other.0.contains_key(scheme))
    }

    /// Whether it asks for nothing that the other does not ask for.
    fn within(&self, other: &Self) -> bool {
        self.0.iter().all(|(scheme, scopes)| {
            other.0.get(scheme).is_some_and(|known| scopes.is_subset(known))
        })
    }

    fn describe(&self) -> String {
        if self.0.is_empty() {
            return "no credentials".to_owned();
        }
        let parts: Vec<String> = self
            .0
            .iter()
            .map(|(scheme, scopes)| match scopes.is_empty() {
                true => format!("`{scheme}`"),
                false => {
                    let scopes: Vec<&str> = scopes.iter().map(String::as_str).collect();
                    format!("`{scheme}` ({})", scopes.join(", "))
                }
            })
            .collect();
        parts.join(" and ")
    }
}

fn describe(alternatives: &BTreeSet<Alternative>) -> String {
    let all: Vec<String> = alternatives.iter().map(Alternative::describe).collect();
    all.join(", or ")
}

/// The alternatives of an operation: its own, or those of the document. No list asks for nothing.
/// Schemes go by the name that a scheme of equal content has in the old document.
fn alternatives(operation: &Node<'_>, names: &BTreeMap<String, String>) -> BTreeSet<Alternative> {
    let list = operation.raw("security").or_else(|| operation.document().root().raw("security"));
    let mut alternatives: BTreeSet<Alternative> = list
        .iter()
        .flat_map(|list| list.items().collect::<Vec<_>>())
        .map(|requirement| {
            let schemes = requirement.members().map(|(name, scopes)| {
                let name = names.get(name).map_or(name, String::as_str).to_owned();
                let scopes = scopes.items().filter_map(|it| it.value.as_str()).map(str::to_owned);
                (name, scopes.collect())
            });
            Alternative(schemes.collect())
        })
        .collect();
    if alternatives.is_empty() {
        alternatives.insert(Alternative(BTreeMap::new()));
    }
    alternatives
}

fn schemes<'d>(root: &Node<'d>) -> BTreeMap<&'d str, Node<'d>> {
    root.raw("components")
        .and_then(|components| components.raw("securitySchemes"))
        .iter()
        .flat_map(|schemes| schemes.members().collect::<Vec<_>>())
        .collect()
}

/// The names of new schemes that ask for what an old one asks for.
fn renamed(context: &Context<'_>) -> BTreeMap<String, String> {
    let (old, new) = (schemes(&context.old.root()), schemes(&context.new.root()));
    let mut renamed = BTreeMap::new();
    for (name, is) in &new {
        if old.contains_key(name) {
            continue;
        }
        let was = old.iter().find(|(_, was)| context.same.same(was.value, is.value));
        if let Some((was, _)) = was {
            renamed.insert((*name).to_owned(), (*was).to_owned());
        }
    }
    renamed
}

/// Compares what an operation asks for.
pub(super) fn compare<'d>(context: &mut Context<'d>, operations: &Pair<'d>, subject: &Subject) {
    let old = alternatives(&operations.old, &BTreeMap::new());
    let new = alternatives(&operations.new, &renamed(context));
    if old == new {
        return;
    }
    let subject = subject.part("security");
    let places = (Some(&operations.old), Some(&operations.new));
    let mut broken = false;
    for was in &old {
        if new.iter().any(|is| is.within(was)) {
            continue;
        }
        broken = true;
        let rule = if was.0.is_empty() {
            &rules::ANONYMOUS_WITHDRAWN
        } else if new.iter().any(|is| is.schemes_within(was)) {
            &rules::SECURITY_SCOPE_ADDED
        } else {
            &rules::SECURITY_REQUIREMENT_ADDED
        };
        let finding = Finding::breaking(rule, &subject.clause)
            .role(Role::Request)
            .from(was.describe())
            .to(describe(&new));
        context.report(finding, &subject, places);
    }
    let relaxed = new.iter().any(|is| !old.iter().any(|was| was.within(is)));
    if relaxed && !broken {
        let finding = Finding::note(&rules::SECURITY_RELAXED, &subject.clause)
            .from(describe(&old))
            .to(describe(&new));
        context.report(finding, &subject, places);
    }
}

/// The schemes that some requirement of a document asks for.
fn asked_for(root: &Node<'_>) -> BTreeSet<String> {
    let mut names = BTreeSet::new();
    // Wherever one may stand: operations of callbacks ask as well.
    let mut pending = vec![root.value];
    while let Some(value) = pending.pop() {
        match value {
            Json::Object(members) => {
                for (name, value) in members.iter() {
                    if name == "security" {
                        let list = value.as_array().unwrap_or_default().iter();
                        let requirements = list.filter_map(Json::as_object).flatten();
                        names.extend(requirements.map(|(scheme, _)| scheme.clone()));
                    }
                    pending.push(value);
                }
            }
            Json::Array(items) => pending.extend(items.iter()),
            _ => {}
        }
    }
    names
}

/// Compares the schemes that both sides declare.
pub(super) fn schemes_of_document<'d>(context: &mut Context<'d>) {
    let (mut old, new) = (schemes(&context.old.root()), schemes(&context.new.root()));
    old.retain(|name, was| !new.get(name).is_some_and(|is| context.same.same(was.value, is.value)));
    if old.is_empty() {
        return;
    }
    let [used, still_used] = [context.old, context.new].map(|it| asked_for(&it.root()));
    for (name, was) in old {
        let Some(is) = new.get(name) else {
            if still_used.contains(name) {
                let subject = Subject::document(&format!("components/securitySchemes/{name}"));
                let reason = format!("the new document asks for `{name}` and does not describe it");
                let finding = Finding::undecided(&rules::UNDECIDED, &subject.clause, reason);
                context.report(finding.it(name), &subject, (Some(&was), None));
            }
            continue;
        };
        let pair = Pair { old: was, new: is.clone() };
        if !used.contains(name) {
            // Nobody has had to know it.
            context.words_changed(&pair.new);
            continue;
        }
        let subject = Subject::document(&format!("components/securitySchemes/{name}"));
        if context.is_elsewhere(&pair, &subject) {
            continue;
        }
        scheme(context, name, &pair, &subject);
        context.rest(&pair, Kind::SecurityScheme, &subject);
    }
}

/// One thing that a client must know about a scheme.
type Fact = (&'static str, Option<String>);

fn facts(node: &Node<'_>) -> Vec<Fact> {
    let text = |name: &'static str| (name, node.text(name).map(str::to_owned));
    let lower = |name: &'static str| (name, node.text(name).map(str::to_ascii_lowercase));
    let mut facts = vec![text("type")];
    match node.text("type") {
        Some("apiKey") => {
            facts.push(text("in"));
            // Names of headers have no case.
            facts.push(if node.text("in") == Some("header") {
                lower("name")
            } else {
                text("name")
            });
        }
        Some("http") => facts.push(lower("scheme")),
        Some("openIdConnect") => facts.push(text("openIdConnectUrl")),
        _ => {}
    }
    facts
}

fn scheme<'d>(context: &mut Context<'d>, name: &str, pair: &Pair<'d>, subject: &Subject) {
    let report = |context: &mut Context<'d>, severity, from: String, to: String| {
        let finding = Finding::new(&rules::SECURITY_SCHEME_CHANGED, &subject.clause, severity);
        let finding = finding.it(name).from(from).to(to);
        let finding = match severity {
            Severity::Breaking => finding.role(Role::Request).hazard(crate::finding::Hazard::Loud),
            _ => finding,
        };
        context.report(finding, subject, (Some(&pair.old), Some(&pair.new)));
    };
    let describe = |facts: &[Fact]| {
        let parts: Vec<String> = facts
            .iter()
            .filter_map(|(key, value)| Some(format!("{key} `{}`", value.as_ref()?)))
            .collect();
        parts.join(", ")
    };
    let (was, is) = (facts(&pair.old), facts(&pair.new));
    if was != is {
        report(context, Severity::Breaking, describe(&was), describe(&is));
        return;
    }
    // A hint for people: what a token looks like inside is between its issuer and its reader.
    for hint in ["bearerFormat", "oauth2MetadataUrl"] {
        let (from, to) = pair.texts(hint);
        if from != to {
            let word = |text: Option<&str>| format!("{hint} `{}`", text.unwrap_or("none"));
            report(context, Severity::Warning, word(from), word(to));
        }
    }
    let (old, new) = pair.get("flows");
    let (Some(old), Some(new)) = (old, new) else { return };
    for (flow, was) in old.entries() {
        let Some(is) = new.get(flow) else {
            report(context, Severity::Breaking, format!("flow {flow}"), "without it".to_owned());
            continue;
        };
        for url in ["authorizationUrl", "deviceAuthorizationUrl", "tokenUrl", "refreshUrl"] {
            let (from, to) = (was.text(url), is.text(url));
            if from != to {
                let word = |text: Option<&str>| format!("{url} `{}`", text.unwrap_or("none"));
                let severity = match from {
                    Some(_) => Severity::Breaking,
                    None => Severity::Note,
                };
                report(context, severity, word(from), word(to));
            }
        }
        let scopes = |node: &Node<'d>| -> BTreeSet<String> {
            node.get("scopes")
                .iter()
                .flat_map(|scopes| scopes.members().map(|it| it.0.to_owned()).collect::<Vec<_>>())
                .collect()
        };
        let (from, to) = (scopes(&was), scopes(&is));
        for scope in from.difference(&to) {
            let gone = format!("scope `{scope}` of {flow}");
            report(context, Severity::Breaking, gone, "without it".to_owned());
        }
        for scope in to.difference(&from) {
            let added = format!("with scope `{scope}` of {flow}");
            report(context, Severity::Note, "without".to_owned(), added);
        }
    }
    for (flow, _) in new.entries() {
        if old.get(flow).is_none() {
            report(context, Severity::Note, "without".to_owned(), format!("with flow {flow}"));
        }
    }
}
