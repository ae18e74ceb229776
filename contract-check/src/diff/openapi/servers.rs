//! Where the API is served.

mod templates;

use std::collections::BTreeSet;

use super::context::{Context, Pair, Sides, Subject};
use super::paths::{self, normalised};
use crate::finding::Finding;
use crate::json::Json;
use crate::openapi::{Kind, METHODS, Node};
use crate::rules;

/// Where OpenAPI 3.2 has the operations of other methods; each may have servers of its own.
const OTHERS: &str = "additionalOperations";

/// A server as a client sees it. Without a server, OpenAPI says, it is `/`.
struct Server<'d> {
    /// The URL as it is told.
    url: String,
    /// The same without the names of its variables, which no request shows.
    key: String,
    /// The same with the values of those that can have no other.
    fixed: String,
    /// The variables in the order of the URL.
    variables: Vec<&'d str>,
    node: Option<Node<'d>>,
}

impl<'d> Server<'d> {
    fn of(node: Node<'d>) -> Self {
        let url = trimmed(node.text("url").unwrap_or_default());
        let (mut key, mut fixed, mut variables) = (String::new(), String::new(), Vec::new());
        let mut rest = node.text("url").unwrap_or_default();
        while let Some((before, (name, after))) =
            rest.split_once('{').and_then(|(before, rest)| Some((before, rest.split_once('}')?)))
        {
            key.extend([before, "{}"]);
            fixed.extend([before, only_value(&node, name).unwrap_or("{}")]);
            variables.push(name);
            rest = after;
        }
        let [key, fixed] = [key, fixed].map(|text| same_address(&trimmed(&(text + rest))));
        Self { url, key, fixed, variables, node: Some(node) }
    }
}

impl<'d> Server<'d> {
    /// The one of the other side that requests reach in the same way.
    fn among<'a>(&self, others: &'a [Self]) -> Option<&'a Self> {
        let named = others.iter().find(|other| other.key == self.key);
        named.or_else(|| others.iter().find(|other| other.fixed == self.fixed))
    }

    /// Whether others serve all that this one serves, or of it what has one value of a variable.
    fn is_covered(&self, others: &[Self], fixed: Option<(&str, &str)>) -> bool {
        let Some(node) = &self.node else { return false };
        let served = others.iter().filter_map(|other| templates::served(other.node.as_ref()?));
        let served: Vec<String> = served.flatten().collect();
        templates::called(node, fixed).is_some_and(|called| {
            called.iter().all(|url| served.iter().any(|template| templates::covers(template, url)))
        })
    }
}

/// The value of a variable that can have no other.
fn only_value<'d>(server: &Node<'d>, name: &str) -> Option<&'d str> {
    let variable = server.raw("variables")?.get(name)?;
    match variable.value.get("enum")?.as_array()? {
        [only] => only.as_str().filter(|only| variable.text("default") == Some(only)),
        _ => None,
    }
}

fn servers<'d>(list: Option<&Node<'d>>) -> Vec<Server<'d>> {
    let mut servers: Vec<Server<'d>> = Vec::new();
    for node in list.iter().flat_map(|list| list.items().collect::<Vec<_>>()) {
        let mut server = Server::of(node);
        // Of URLs that differ in names only, the later ones are known by their full text.
        if servers.iter().any(|other| other.key == server.key) {
            server.key.clone_from(&server.url);
            server.fixed.clone_from(&server.url);
        }
        servers.push(server);
    }
    if servers.is_empty() {
        let [url, key, fixed] = ["/"; 3].map(str::to_owned);
        servers.push(Server { url, key, fixed, variables: Vec::new(), node: None });
    }
    servers
}

/// Paths begin with a slash, so that one at the end of the URL says nothing.
fn trimmed(url: &str) -> String {
    match url.trim_end_matches('/') {
        "" => "/".to_owned(),
        trimmed => trimmed.to_owned(),
    }
}

/// A URL by which all that lead to the same server are known: schemes and hosts have no case, and
/// a scheme has a port (RFC 3986, section 6.2.2.1 and 6.2.3).
fn same_address(url: &str) -> String {
    let Some((scheme, rest)) = url.split_once("://") else { return url.to_owned() };
    let (host, path) = rest.split_at(rest.find('/').unwrap_or(rest.len()));
    let (scheme, host) = (scheme.to_ascii_lowercase(), host.to_ascii_lowercase());
    let port = match scheme.as_str() {
        "https" | "wss" => ":443",
        "http" | "ws" => ":80",
        _ => "",
    };
    let host = host.strip_suffix(port).unwrap_or(&host);
    format!("{scheme}://{host}{path}")
}

/// What the servers of the whole document have in front of every path on one side only: it has
/// moved from their URLs into the paths, or the other way round.
#[derive(Default)]
pub(super) struct Moved {
    /// What the old servers had.
    pub(super) old: String,
    /// What the new servers have.
    pub(super) new: String,
}

/// Finds what moved between the servers and the paths, if all servers agree about it.
pub(super) fn moved(root: &Pair<'_>) -> Option<Moved> {
    let keys = |side: &Node<'_>| -> Vec<String> {
        let servers = servers(side.raw("servers").as_ref()).into_iter();
        servers.map(|server| server.key.trim_end_matches('/').to_owned()).collect()
    };
    let (old, new) = (keys(&root.old), keys(&root.new));
    let further = |long: &[String], short: &[String]| -> Option<String> {
        let base = long.first()?.strip_prefix(short.first()?.as_str())?;
        let all = long.len() == short.len()
            && long
                .iter()
                .zip(short)
                .all(|(long, short)| long.strip_prefix(short.as_str()) == Some(base));
        (all && base.starts_with('/') && !base.contains('{')).then(|| base.to_owned())
    };
    let moved = further(&old, &new)
        .map(|old| Moved { old, ..Moved::default() })
        .or_else(|| further(&new, &old).map(|new| Moved { new, ..Moved::default() }))?;
    let own = |side: &Node<'_>| {
        let items = side.get("paths").map(|paths| paths.entries().collect::<Vec<_>>());
        items.into_iter().flatten().any(|(_, item)| {
            let operations = METHODS.iter().filter_map(|method| item.get(method));
            operations.chain([item.clone()]).any(|holder| holder.raw("servers").is_some())
                || item.raw(OTHERS).is_some()
        })
    };
    // Those that have servers of their own are served where they say.
    (!own(&root.old) && !own(&root.new)).then_some(moved)
}

/// Whether an operation, or its path item, has servers of its own.
fn has_own(item: &Node<'_>, operation: &Node<'_>) -> bool {
    operation.raw("servers").is_some() || item.raw("servers").is_some()
}

/// Whether some operation is served by the servers of the document, on both sides; or there is
/// none at all.
fn are_used(root: &Pair<'_>) -> bool {
    let users = |root: &Node<'_>| -> Option<BTreeSet<String>> {
        let paths = root.get("paths")?;
        let mut any = false;
        let mut users = BTreeSet::new();
        for (template, item) in paths.entries() {
            if item.raw(OTHERS).is_some() {
                any = true;
                users.insert(normalised(template));
            }
            for method in METHODS {
                let Some(operation) = item.get(method) else { continue };
                any = true;
                if !has_own(&item, &operation) {
                    users.insert(format!("{method} {}", normalised(template)));
                }
            }
        }
        any.then_some(users)
    };
    match (users(&root.old), users(&root.new)) {
        (Some(old), Some(new)) => !old.is_disjoint(&new),
        _ => true,
    }
}

/// Compares the servers of the whole document.
pub(super) fn of_document<'d>(context: &mut Context<'d>, root: &Pair<'d>) {
    let sides = (root.old.raw("servers"), root.new.raw("servers"));
    if !context.is_same(&sides) && (!are_used(root) || paths::moved(root).is_some()) {
        // Every request looks as before, or what an operation is served by is compared with it.
        context.words_changed(sides.1.as_ref().or(sides.0.as_ref()).unwrap_or(&root.new));
        return;
    }
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
    if !has_own(&items.old, &operations.old) && !has_own(&items.new, &operations.new) {
        return;
    }
    let sides = (own(&operations.old, &items.old), own(&operations.new, &items.new));
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
        match was.among(&new) {
            Some(is) => variables(context, (was, is), &new, &subject),
            None if was.is_covered(&new, None) => {}
            None => {
                let finding = Finding::breaking(&rules::SERVER_REMOVED, &subject.clause);
                context.report(finding.it(&*was.url), &subject, (was.node.as_ref(), None));
            }
        }
    }
    for is in &new {
        if is.among(&old).is_none() {
            let subject = subject.part(&is.url);
            let finding = Finding::note(&rules::SERVER_ADDED, &subject.clause);
            context.report(finding.it(&*is.url), &subject, (None, is.node.as_ref()));
        }
    }
}

/// Compares the variables of a server: old consumers use the values and defaults that they know.
fn variables<'d>(
    context: &mut Context<'d>,
    (was, is): (&Server<'d>, &Server<'d>),
    all: &[Server<'d>],
    subject: &Subject,
) {
    let server = was;
    let (Some(old), Some(new)) = (&was.node, &is.node) else { return };
    let pair = Pair { old: old.clone(), new: new.clone() };
    context.rest(&pair, Kind::Server, subject);
    if was.url != is.url {
        context.words_changed(new);
    }
    if was.key != is.key {
        return;
    }
    let url = &was.url;
    let (old, new) = pair.get("variables");
    let of = |side: &Option<Node<'d>>, name: &str| side.as_ref()?.get(name);
    for (name, other) in was.variables.iter().copied().zip(is.variables.iter().copied()) {
        let (Some(was), Some(is)) = (of(&old, name), of(&new, other)) else { continue };
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
                let gone = from.iter().filter(|value| !to.contains(value)).copied();
                gone.filter(|value| !server.is_covered(all, Some((name, value)))).collect()
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
