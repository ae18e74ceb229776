//! Clauses that are no shapes, compared by the table.

use std::collections::{BTreeMap, BTreeSet};

use contract_core::document::{About, Direction, Document, ErrorSet, Http};

use super::clauses::{Clauses, Pair, enclosing};
use super::reach::Reach;
use super::roots::placed;
use crate::finding::Finding;
use crate::rules;
use crate::rules::lattice::{self, Entry, Move, Polarity};

/// What a document says, by clause path. A clause that only has to be there has no value.
type Facts = BTreeMap<String, Option<String>>;

/// Compares what both documents say.
pub(super) fn compare(old: &Document, new: &Document, clauses: &Pair<'_>) -> Vec<Finding> {
    let before = facts(old, new, &clauses.old);
    let after = facts(new, old, &clauses.new);
    let mut findings: Vec<Finding> = Vec::new();
    let gone = before.iter().filter(|(path, said)| after.get(*path) != Some(said));
    let come = after.keys().filter(|path| !before.contains_key(*path));
    let changed: BTreeSet<&String> = gone.map(|(path, _)| path).chain(come).collect();
    for path in changed {
        let (then, now) = (before.get(path), after.get(path));
        // What comes or goes as a whole is judged by its leading entry only.
        let stands = |facts: &Facts| owner(path).is_none_or(|it| facts.contains_key(it));
        if !stands(&before) || !stands(&after) || is_judged_elsewhere(path, old, new) {
            continue;
        }
        let said = |fact: Option<&Option<String>>| fact.map(|it| it.clone().unwrap_or_default());
        let (then, now) = (said(then), said(now));
        findings.extend(judge(path, then.as_deref(), now.as_deref(), &before, &after));
    }
    drop_inherited(&mut findings);
    if findings.is_empty() {
        return findings;
    }
    let reach = Reach::new(old, new);
    findings
        .into_iter()
        .map(|finding| {
            let mut finding = placed(finding, clauses);
            finding.reached_by = reach.of(&finding.clause);
            finding
        })
        .collect()
}

/// The finding about one clause that changed.
fn judge(
    path: &str,
    then: Option<&str>,
    now: Option<&str>,
    before: &Facts,
    after: &Facts,
) -> Option<Finding> {
    let Some(row) = lattice::row(path) else {
        // Types are compared as types. Whatever else the table does not know is not safe.
        let (it, within) = subject(path);
        let reason = "the table of clauses has no row for it";
        return (!is_shape(path))
            .then(|| Finding::undecided(&rules::UNDECIDED, path, reason).it(it).within(within));
    };
    let mut moved = row.judge(then, now);
    let is_entry = matches!(row.polarity, Polarity::Entry { .. });
    if let Polarity::Entry { added: Entry::BreaksIfClosed, .. } = row.polarity
        && then.is_none()
        && is_open(path, before)
    {
        moved = Move::Better;
    }
    let rule = match moved {
        _ if is_entry && now.is_none() => row.worse,
        _ if is_entry => row.better,
        Move::Better => row.better,
        Move::Worse | Move::Unclear => row.worse,
    };
    let finding = match moved {
        Move::Better => Finding::note(rule, path),
        Move::Worse => Finding::breaking(rule, path).hazard(row.hazard),
        Move::Unclear => Finding::silent(rule, path),
    };
    let (mut it, mut within) = subject(path);
    if rule == &rules::DEPRECATION_CHANGED {
        within = it;
        it = path.rsplit('/').next().unwrap_or_default().to_owned();
    }
    let nothing = |said: Option<&str>| said.filter(|said| !said.is_empty()).map(str::to_owned);
    let then = nothing(then).unwrap_or_else(|| "none".to_owned());
    let now = nothing(now).unwrap_or_else(|| timeline(path, after));
    Some(finding.it(it).within(within).from(then).to(now))
}

/// What a document says besides shapes. Some of it depends on what the other document says: a
/// path whose parameters alone have other names is the same path.
fn facts(document: &Document, other: &Document, clauses: &Clauses<'_>) -> Facts {
    let mut facts = Facts::new();
    for (path, clause) in clauses.iter() {
        facts.insert(path.to_owned(), None);
        if path.contains('/') && !path.starts_with("data/") {
            put(&mut facts, path, "level", Some(clauses.level(path).word()));
        }
        if let Some(about) = clause.about {
            says(&mut facts, path, about);
        }
    }
    let header = &document.contract;
    put(&mut facts, "contract", "id", Some(&header.id));
    put(&mut facts, "contract", "level", Some(clauses.level("contract").word()));
    put(&mut facts, "contract", "owner", header.owner.as_deref());
    put(&mut facts, "contract", "meaning", header.meaning.as_deref());
    for (id, operation) in &document.operations {
        let path = format!("operations/{id}");
        let there = other.operations.get(id);
        if let Some(http) = &operation.http {
            address(&mut facts, &path, http, there.and_then(|it| it.http.as_ref()));
        }
        // The codes of a set are compared under the set's name, unless the operation has another
        // set in the other document.
        let set = operation.errors.as_ref();
        if let (Some(set), Some(theirs)) = (set, there.and_then(|it| it.errors.as_ref()))
            && set != theirs
            && let Some(errors) = document.errors.get(set)
        {
            codes(&mut facts, &format!("{path}/errors"), errors);
        }
    }
    for (id, event) in &document.events {
        let path = format!("events/{id}");
        let direction = match event.direction {
            Direction::Send => "sent",
            Direction::Receive => "received",
        };
        put(&mut facts, &path, "direction", Some(direction));
        put(&mut facts, &path, "channel", event.channel.as_deref());
    }
    for (name, errors) in &document.errors {
        codes(&mut facts, &format!("errors/{name}"), errors);
    }
    // A type leaves the data when an operation reaches it, and joins it when none does any more.
    for name in other.data.iter().filter(|name| document.types.contains_key(*name)) {
        facts.insert(format!("data/{name}"), None);
    }
    facts
}

fn put(facts: &mut Facts, path: &str, word: &str, value: Option<&str>) {
    if let Some(value) = value {
        facts.insert(format!("{path}/{word}"), Some(value.to_owned()));
    }
}

/// What an author says about a clause, but for its level.
fn says(facts: &mut Facts, path: &str, about: &About) {
    put(facts, path, "meaning", about.meaning.as_deref());
    put(facts, path, "unit", about.unit.as_deref());
    if let Some(deprecated) = &about.deprecated {
        let path = format!("{path}/deprecated");
        facts.insert(path.clone(), None);
        put(facts, &path, "since", deprecated.since.as_deref());
        put(facts, &path, "sunset", deprecated.sunset.as_deref());
        put(facts, &path, "remove_in", deprecated.remove_in.as_deref());
        put(facts, &path, "replaced_by", deprecated.replaced_by.as_deref());
        put(facts, &path, "note", deprecated.note.as_deref());
    }
}

fn address(facts: &mut Facts, path: &str, http: &Http, there: Option<&Http>) {
    let path = format!("{path}/http");
    put(facts, &path, "method", Some(&http.method));
    let route = without_names(&http.path);
    if there.is_some_and(|there| without_names(&there.path) == route) {
        put(facts, &path, "path", Some(&route));
        put(facts, &path, "path_parameters", Some(&http.path));
    } else {
        put(facts, &path, "path", Some(&http.path));
    }
    put(facts, &path, "success", http.success.map(|status| status.to_string()).as_deref());
}

fn codes(facts: &mut Facts, path: &str, errors: &ErrorSet) {
    put(facts, path, "domain", Some(&errors.domain));
    put(facts, path, "open", Some(if errors.open { "open" } else { "closed" }));
    for (code, error) in &errors.codes {
        let path = format!("{path}/codes/{code}");
        facts.insert(path.clone(), None);
        put(facts, &path, "status", Some(&error.status.to_string()));
        put(facts, &path, "retry", Some(error.retry.word()));
        put(facts, &path, "effects", Some(error.effects.word()));
        put(facts, &path, "role", Some(error.role.word()));
    }
}

/// A route template in which every parameter is `{}`; one that takes the rest of the path stays
/// apart as `{*}`.
fn without_names(template: &str) -> String {
    let mut route = String::new();
    let mut rest = template;
    while let Some((before, inside)) = rest.split_once('{') {
        route.push_str(before);
        let Some((name, after)) = inside.split_once('}') else {
            rest = &rest[before.len()..];
            break;
        };
        route.push_str(if name.starts_with('*') { "{*}" } else { "{}" });
        rest = after;
    }
    route.push_str(rest);
    route
}

/// Whether the set that an entry joins was open.
fn is_open(entry: &str, before: &Facts) -> bool {
    let set = entry.split_once("/codes/").map_or(entry, |(set, _)| set);
    before.get(&format!("{set}/open")) == Some(&Some("open".to_owned()))
}

/// The entry that a clause belongs to. Lists are no entries.
fn owner(path: &str) -> Option<&str> {
    let list = |it: &&str| ["/codes", "/fields", "/variants"].iter().any(|end| it.ends_with(end));
    enclosing(path).skip(1).find(|it| !list(it)).filter(|it| it.contains('/'))
}

/// Whether a clause is an error set that operations answer with: they say what became of it.
fn is_judged_elsewhere(path: &str, old: &Document, new: &Document) -> bool {
    let Some(set) = path.strip_prefix("errors/") else { return false };
    let mut operations = old.operations.values().chain(new.operations.values());
    operations.any(|operation| operation.errors.as_deref() == Some(set))
}

/// Whether a clause says something about the shape of a value: the walk compares it.
fn is_shape(path: &str) -> bool {
    let segments: Vec<&str> = path.split('/').collect();
    matches!(
        segments[..],
        ["types", ..]
            | ["operations", _, "request", ..]
            | ["operations", _, "response"]
            | ["events", _, "payload"]
    )
}

/// What a clause speaks of, and what that belongs to.
pub(crate) fn subject(path: &str) -> (String, String) {
    let segments: Vec<&str> = path.split('/').collect();
    let owned = |it: &str, within: &str| (it.to_owned(), within.to_owned());
    match segments[..] {
        ["types", name, "variants", variant, "fields", field, ..] => {
            (field.to_owned(), format!("{name}::{variant}"))
        }
        ["types", name, "fields" | "variants", part, ..] => owned(part, name),
        ["errors", set, "codes", code, ..] => owned(code, set),
        ["operations", id, "errors", "codes", code, ..] => owned(code, id),
        ["contract", ..] => owned("contract", "contract"),
        [kind, name, ..] => owned(name, kind),
        _ => owned(path, path),
    }
}

/// When a clause that is now deprecated will go.
fn timeline(path: &str, after: &Facts) -> String {
    let words = [("since", "since "), ("sunset", "sunset "), ("remove_in", "removed in ")];
    let said: Vec<String> = words
        .iter()
        .filter_map(|(word, before)| {
            Some(format!("{before}{}", after.get(&format!("{path}/{word}"))?.as_ref()?))
        })
        .collect();
    if said.is_empty() { "none".to_owned() } else { said.join(", ") }
}

/// A level that changed because that of the enclosing clause did is no finding of its own.
fn drop_inherited(findings: &mut Vec<Finding>) {
    let told: BTreeMap<String, (String, String)> = findings
        .iter()
        .filter_map(|finding| {
            let clause = finding.clause.strip_suffix("/level")?;
            Some((clause.to_owned(), (finding.words.from.clone(), finding.words.to.clone())))
        })
        .collect();
    findings.retain(|finding| {
        let Some(clause) = finding.clause.strip_suffix("/level") else { return true };
        let told_around = enclosing(clause)
            .skip(1)
            .chain((clause != "contract").then_some("contract"))
            .find_map(|around| told.get(around))
            .is_some_and(|(from, to)| *from == finding.words.from && *to == finding.words.to);
        !told_around
    });
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn routes_are_equal_but_for_names() {
        assert_eq!(without_names("/orders/{id}/items/{n}"), "/orders/{}/items/{}");
        assert_eq!(without_names("/files/{*path}"), "/files/{*}");
        assert_eq!(without_names("/odd/{id"), "/odd/{id");
    }

    #[test]
    fn a_clause_knows_what_it_speaks_of() {
        let subject = |path| {
            let (it, within) = subject(path);
            format!("{it} of {within}")
        };
        assert_eq!(subject("types/Order/fields/total/unit"), "total of Order");
        assert_eq!(subject("types/Pay/variants/Card/fields/n/level"), "n of Pay::Card");
        assert_eq!(subject("errors/E/codes/C/retry"), "C of E");
        assert_eq!(subject("operations/a.b/http/method"), "a.b of operations");
    }
}
