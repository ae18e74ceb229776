//! Where the API is served.

use super::context::{Context, Pair, Sides, Subject};
use crate::finding::Finding;
use crate::json::Json;
use crate::openapi::{Kind, Node};
use crate::rules;

/// A server as a client sees it. Without a server, OpenAPI says, it is `/`.
struct Server<'d> {
    url: String,
    node: Option<Node<'d>>,
}

fn servers<'d>(list: Option<&Node<'d>>) -> Vec<Server<'d>> {
    let servers: Vec<Server<'d>> = list
        .iter()
        .flat_map(|list| list.items().collect::<Vec<_>>())
        .map(|node| Server { url: trimmed(node.text("url").unwrap_or_default()), node: Some(node) })
        .collect();
    match servers.is_empty() {
        true => vec![Server { url: "/".to_owned(), node: None }],
        false => servers,
    }
}

/// Paths begin with a slash, so that one at the end of the URL says nothing.
fn trimmed(url: &str) -> String {
    match url.trim_end_matches('/') {
        "" => "/".to_owned(),
        trimmed => trimmed.to_owned(),
    }
}

/// Compares the servers of the whole document.
pub(super) fn of_document<'d>(context: &mut Context<'d>, root: &Pair<'d>) {
    let sides = (root.old.raw("servers"), root.new.raw("servers"));
    let subject = Subject::document("servers");
    lists(context, &sides, &subject);
}

/// Compares the servers of an operation, where it or its path item has servers of its own.
pub(super) fn of_operation<'d>(
    context: &mut Context<'d>,
    items: &Pair<'d>,
    operations: &Pair<'d>,
    subject: &Subject,
) {
    let own = |operation: &Node<'d>, item: &Node<'d>| {
        operation.raw("servers").or_else(|| item.raw("servers"))
    };
    let sides = (own(&operations.old, &items.old), own(&operations.new, &items.new));
    if sides.0.is_none() && sides.1.is_none() {
        return;
    }
    let inherited = |side: Option<Node<'d>>, operation: &Node<'d>| {
        side.or_else(|| operation.document().root().raw("servers"))
    };
    let sides = (inherited(sides.0, &operations.old), inherited(sides.1, &operations.new));
    lists(context, &sides, &subject.part("servers"));
}

fn lists<'d>(context: &mut Context<'d>, sides: &Sides<'d>, subject: &Subject) {
    if context.is_same(sides) {
        return;
    }
    let (old, new) = (servers(sides.0.as_ref()), servers(sides.1.as_ref()));
    for was in &old {
        let subject = subject.part(&was.url);
        match new.iter().find(|is| is.url == was.url) {
            Some(Server { node: Some(is), .. }) => {
                if let Some(old) = &was.node {
                    let pair = Pair { old: old.clone(), new: is.clone() };
                    variables(context, &was.url, &pair, &subject);
                }
            }
            Some(Server { node: None, .. }) => {}
            None => {
                let finding = Finding::breaking(&rules::SERVER_REMOVED, &subject.clause);
                context.report(finding.it(&*was.url), &subject, (was.node.as_ref(), None));
            }
        }
    }
    for is in &new {
        if !old.iter().any(|was| was.url == is.url) {
            let subject = subject.part(&is.url);
            let finding = Finding::note(&rules::SERVER_ADDED, &subject.clause);
            context.report(finding.it(&*is.url), &subject, (None, is.node.as_ref()));
        }
    }
}

/// Compares the variables of a server: old consumers use the values and defaults that they know.
fn variables<'d>(context: &mut Context<'d>, url: &str, pair: &Pair<'d>, subject: &Subject) {
    context.rest(pair, Kind::Server, subject);
    let (old, new) = pair.get("variables");
    for (name, was) in old.iter().flat_map(|node| node.members().collect::<Vec<_>>()) {
        let Some(is) = new.as_ref().and_then(|node| node.get(name)) else { continue };
        let subject = subject.part(&format!("variables/{name}"));
        let pair = Pair { old: was.clone(), new: is.clone() };
        context.rest(&pair, Kind::ServerVariable, &subject);
        let values = |node: &Node<'d>| -> Option<Vec<&'d str>> {
            node.value
                .get("enum")?
                .as_array()
                .map(|it| it.iter().filter_map(Json::as_str).collect())
        };
        let (from, to) = (values(&was), values(&is));
        let described = |value: &str| format!("{url} with {name} = {value}");
        let gone: Vec<&str> = match (&from, &to) {
            (Some(from), Some(to)) => {
                from.iter().filter(|value| !to.contains(value)).copied().collect()
            }
            // Any value was allowed, and only some are.
            (None, Some(_)) => vec!["any other value"],
            _ => Vec::new(),
        };
        for value in gone {
            let finding = Finding::breaking(&rules::SERVER_REMOVED, &subject.clause);
            context.report(finding.it(described(value)), &subject, (Some(&was), Some(&is)));
        }
        let defaults = (was.text("default"), is.text("default"));
        if defaults.0 != defaults.1 {
            let value = defaults.0.unwrap_or("no default");
            let finding = Finding::breaking(&rules::SERVER_REMOVED, &subject.clause);
            let finding = finding.it(format!("{} by default", described(value)));
            context.report(finding, &subject, (Some(&was), Some(&is)));
        }
        let new_values = match (&from, &to) {
            (Some(from), Some(to)) => to.iter().any(|value| !from.contains(value)),
            (Some(_), None) => true,
            _ => false,
        };
        if new_values {
            let finding = Finding::note(&rules::SERVER_ADDED, &subject.clause);
            let finding = finding.it(format!("{url} with more values of {name}"));
            context.report(finding, &subject, (Some(&was), Some(&is)));
        }
    }
}
