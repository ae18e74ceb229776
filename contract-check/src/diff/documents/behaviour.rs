//! Clauses that are no shapes, compared by the table.

use std::collections::{BTreeMap, BTreeSet};

use contract_core::document::Document;

use super::clauses::{Pair, enclosing};
use super::reach::Reach;
use super::roots::placed;
use super::said::{Facts, Said, facts};
use crate::finding::Finding;
use crate::rules::lattice::{self, Entry, Move, Polarity, Row, Stands};
use crate::rules::{self, Rule};

/// Compares what both documents say.
pub(super) fn compare(old: &Document, new: &Document, clauses: &Pair<'_>) -> Vec<Finding> {
    let before = facts(old, new, &clauses.old);
    let after = facts(new, old, &clauses.new);
    let mut findings: Vec<Finding> = Vec::new();
    let gone = before.iter().filter(|(path, said)| after.get(*path) != Some(said));
    let come = after.keys().filter(|path| !before.contains_key(*path));
    let changed: BTreeSet<&String> = gone.map(|(path, _)| path).chain(come).collect();
    let said = Both { before: &before, after: &after };
    for path in changed {
        if !is_judged_elsewhere(path, old, new) {
            findings.extend(said.judge(path));
        }
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

/// What both documents say.
struct Both<'a> {
    before: &'a Facts,
    after: &'a Facts,
}

impl Both<'_> {
    /// The findings about one clause that changed.
    fn judge(&self, path: &str) -> Vec<Finding> {
        let (then, now) = (self.before.get(path), self.after.get(path));
        let named = |said: Option<&Said>| matches!(said, Some(Said::Named(_)));
        if [then, now].contains(&Some(&Said::Group)) || (named(then) && named(now)) {
            return Vec::new();
        }
        let rows = lattice::rows(path);
        if rows.is_empty() {
            if is_shape(path) || !self.stands(owner(path)) {
                // Types are compared as types.
                return Vec::new();
            }
            // Whatever else the table does not know is not safe.
            let (it, within) = subject(path);
            let reason = "the table of clauses has no row for it";
            let finding = Finding::undecided(&rules::UNDECIDED, path, reason);
            return vec![finding.it(it).within(within)];
        }
        let text = |said: Option<&Said>| said.map(Said::text);
        let (then, now) = (text(then), text(now));
        let mut findings: Vec<Finding> = Vec::new();
        let mut better = None;
        for row in rows.into_iter().filter(|row| self.is_judged(path, row)) {
            let moved = self.moved(path, row, then.as_deref(), now.as_deref());
            let finding = self.finding(path, row, moved, then.as_deref(), now.as_deref());
            match moved {
                Move::Same => {}
                Move::Better => better = better.or(Some(finding)),
                Move::Worse | Move::Unclear => findings.push(finding),
            }
        }
        // What hurts somebody by one row is no good news by another one.
        if findings.is_empty() {
            findings.extend(better);
        }
        findings
    }

    /// Whether a clause is judged by a row: what comes or goes as a whole is judged by what leads
    /// it only.
    fn is_judged(&self, path: &str, row: &Row) -> bool {
        let owner = owner(path);
        if self.stands(owner) {
            return true;
        }
        let group = owner.filter(|owner| {
            [self.before.get(*owner), self.after.get(*owner)].contains(&Some(&Said::Group))
        });
        row.stands == Stands::Alone && group.is_some_and(|group| self.stands(self::owner(group)))
    }

    /// Whether what a clause belongs to is in both documents.
    fn stands(&self, owner: Option<&str>) -> bool {
        owner.is_none_or(|it| self.before.contains_key(it) && self.after.contains_key(it))
    }

    fn moved(&self, path: &str, row: &Row, then: Option<&str>, now: Option<&str>) -> Move {
        let moved = row.judge(then, now);
        let Polarity::Entry { added, removed: _ } = row.polarity else { return moved };
        if moved != Move::Worse || then.is_some() {
            return moved;
        }
        let hurts = match added {
            Entry::BreaksIfClosed => {
                let set = path.split_once("/codes/").map_or(path, |(set, _)| set);
                let open = self.before.get(&format!("{set}/open"));
                let met = self.after.get(&format!("{path}/reached_by"));
                open != Some(&Said::Value("open".to_owned()))
                    && met != Some(&Said::Value("new_input".to_owned()))
            }
            Entry::BreaksIfTerminal => {
                let job = path.split_once("/states/").map_or(path, |(job, _)| job);
                self.after.contains_key(&format!("{path}/terminal"))
                    && !self.before.contains_key(&format!("{job}/done_flag"))
            }
            Entry::BreaksIfRequired => {
                self.after.contains_key(&format!("{path}/required_in"))
                    && !self.after.contains_key(&format!("{path}/default"))
            }
            Entry::Breaks | Entry::Note => true,
        };
        if hurts { Move::Worse } else { Move::Better }
    }

    fn finding(
        &self,
        path: &str,
        row: &Row,
        moved: Move,
        then: Option<&str>,
        now: Option<&str>,
    ) -> Finding {
        let is_entry = matches!(row.polarity, Polarity::Entry { .. });
        let rule = match moved {
            // What is said of an entry, and is no promise, is said in other words.
            _ if is_entry && then.is_some() && now.is_some() => &rules::ANNOTATION_CHANGED,
            _ if is_entry && now.is_none() => row.worse,
            _ if is_entry => row.better,
            Move::Same | Move::Better => row.better,
            Move::Worse | Move::Unclear => row.worse,
        };
        let finding = match moved {
            Move::Same | Move::Better => Finding::note(rule, path),
            Move::Worse => Finding::breaking(rule, path).hazard(row.hazard).party(row.party),
            Move::Unclear => Finding::silent(rule, path).party(row.party),
        };
        let (mut it, mut within) = subject(path);
        if path.starts_with("contract/")
            && let Some(id) = self.after.get("contract/id")
        {
            it = id.text();
        }
        if [&rules::DEPRECATION_CHANGED, &rules::ANNOTATION_CHANGED].contains(&rule) {
            within = it;
            it = path.rsplit('/').next().unwrap_or_default().to_owned();
        }
        let (then, mut now) = (told(row, rule, then), told(row, rule, now));
        if now == "none" {
            now = timeline(path, self.after);
        }
        let mut finding = finding.it(it).within(within).from(then).to(now);
        finding.words.paid = is_paid(path, [self.before, self.after]);
        finding
    }
}

/// Whether doing what a clause speaks of again costs somebody money.
pub(crate) fn is_paid<'f>(path: &str, said: impl IntoIterator<Item = &'f Facts>) -> bool {
    let Some(operation) = path.split_once("/idempotency/").map(|(it, _)| it) else {
        return false;
    };
    let effects = format!("{operation}/effect/");
    said.into_iter().flat_map(|facts| facts.range(effects.clone()..)).any(|(path, said)| {
        path.starts_with(&effects)
            && path.ends_with("/kinds")
            && matches!(said, Said::Set(kinds) if kinds.contains("paid"))
    })
}

/// What the sentences of a rule call a value. One that has a sentence for what is not said is told
/// so.
pub(crate) fn told(row: &Row, rule: &Rule, said: Option<&str>) -> String {
    match row.absent.told(said) {
        "" if rule.appeared.is_empty() => "none".to_owned(),
        said => said.to_owned(),
    }
}

/// What a clause belongs to: an entry or a group. Lists are neither.
pub(crate) fn owner(path: &str) -> Option<&str> {
    let list = |it: &&str| {
        ["fields", "variants"].contains(&lattice::below_names(it)) || lattice::is_list(it)
    };
    enclosing(path).skip(1).find(|it| !list(it)).filter(|it| it.contains('/'))
}

/// Whether a clause is an error set that operations and jobs fail with: they say what became of
/// it.
fn is_judged_elsewhere(path: &str, old: &Document, new: &Document) -> bool {
    let Some(set) = path.strip_prefix("errors/") else { return false };
    let mut operations = old.operations.values().chain(new.operations.values());
    let mut jobs = old.jobs.values().chain(new.jobs.values());
    operations.any(|operation| operation.errors.as_deref() == Some(set))
        || jobs.any(|job| job.errors.as_deref() == Some(set))
}

/// Whether a clause says something about the shape of a value: the walk compares it.
fn is_shape(path: &str) -> bool {
    let segments: Vec<&str> = path.split('/').collect();
    matches!(
        segments[..],
        ["types", ..]
            | ["operations", _, "request", ..]
            | ["operations", _, "response"]
            | ["events" | "consumers", _, "payload"]
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
        ["operations", id, "effect", target, ..] => owned(target, id),
        ["operations", id, "wait_until", name, ..] => owned(name, id),
        ["jobs", id, "states", state, ..] => owned(state, id),
        ["providers", id, "config", variable, ..] => owned(variable, id),
        ["providers", id, "differs_from_live", name] => owned(name, id),
        [.., it, "incidental" | "out_of_contract", name] => owned(name, it),
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
            Some(format!("{before}{}", after.get(&format!("{path}/{word}"))?.text()))
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
