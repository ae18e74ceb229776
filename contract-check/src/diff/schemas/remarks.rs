//! What breaks nobody and is worth knowing: annotations, fields that came and went unnoticed.

use std::collections::BTreeSet;

use super::position::{Position, View};
use super::unions::name;
use super::walk::clause;
use super::words::brief;
use super::{Options, Root, Semantics};
use crate::evaluate::schema::{Evaluator, Members};
use crate::finding::{Finding, Place, Role};
use crate::rules::{self, Rule};
use crate::schema::{SchemaDocument, Scope, uri_token};

/// How often a type may be made optional that is optional already.
const LAYERS: usize = 4;

/// How many pairs of positions are looked at.
const PAIRS: usize = 20_000;

/// The remarks that findings do not speak of.
pub(super) fn unspoken(mut remarks: Vec<Finding>, findings: &[Finding]) -> Vec<Finding> {
    let known: BTreeSet<&str> = findings.iter().map(|finding| finding.clause.as_str()).collect();
    let renamed: BTreeSet<&str> = findings
        .iter()
        .filter(|finding| finding.rule == &rules::FIELD_RENAMED)
        .flat_map(|finding| [finding.words.from.as_str(), finding.words.to.as_str()])
        .collect();
    remarks.retain(|remark| {
        let rules = [&rules::FIELD_ADDED_OPTIONAL, &rules::FIELD_REMOVED, &rules::VALUE_IGNORED];
        !rules.contains(&remark.rule)
            || (!known.contains(remark.clause.as_str())
                && !renamed.contains(remark.words.it.as_str()))
    });
    remarks
}

/// Remarks about everything, whatever else is found there.
pub(super) fn remarks(
    old: &SchemaDocument,
    new: &SchemaDocument,
    roots: &[Root],
    options: &Options,
) -> Vec<Finding> {
    let mut remarks = Vec::new();
    let at = |id| Position::new(id, Scope::default());
    let mut pending: Vec<_> = roots
        .iter()
        .map(|root| {
            let name = root.name.clone();
            let (it, within) = name.unwrap_or_else(|| (rules::DOCUMENT.to_owned(), String::new()));
            (at(root.old), at(root.new), it, within)
        })
        .collect();
    let mut seen = BTreeSet::new();
    let old_matcher = Evaluator::new(old, Members::AsDescribed);
    let new_matcher = Evaluator::new(new, Members::AsDescribed);
    while let Some((was, is, it, within)) = pending.pop() {
        let (was, is) = (beside_null(was, old), beside_null(is, new));
        if !seen.insert((was.clone(), is.clone())) || seen.len() > PAIRS {
            continue;
        }
        let (before, after) = (View::new(old, &was), View::new(new, &is));
        let place = |position: &Position, document| Place {
            pointer: position.pointer(document),
            source: None,
        };
        let (old_place, new_place) = (place(&was, old), place(&is, new));
        let mut remark = |finding: Finding| {
            remarks.push(
                finding.it(&it).within(&within).old(old_place.clone()).new_place(new_place.clone()),
            );
        };
        let clause_here = clause(&old_place, &new_place);
        annotations(&before, &after, &clause_here, &mut remark);
        let object = before.name().or_else(|| after.name()).unwrap_or_else(|| it.clone());
        // What has become something else altogether has neither gained nor lost a field.
        let apart = match (before.types(), after.types()) {
            (Some(before), Some(after)) => before.is_disjoint(&after),
            _ => false,
        };
        let names = |view: &View<'_>| if apart { BTreeSet::new() } else { view.names() };
        let (names_before, names_after) = (names(&before), names(&after));
        for field in names_before.union(&names_after) {
            let pair = (before.member(field, &old_matcher), after.member(field, &new_matcher));
            if names_before.contains(field) && names_after.contains(field) {
                pending.push((pair.0, pair.1, field.clone(), object.clone()));
                continue;
            }
            let rule = match names_after.contains(field) {
                true => &rules::FIELD_ADDED_OPTIONAL,
                false => &rules::FIELD_REMOVED,
            };
            let below = format!("properties/{}", uri_token(field));
            let old_place = Place { pointer: before.below(&below), source: None };
            let new_place = Place { pointer: after.below(&below), source: None };
            let clause = clause(&old_place, &new_place);
            let announced = deprecated(&View::new(old, &pair.0));
            let finding = match dropped(rule, options).filter(|_| !announced) {
                Some((rule, role)) => Finding::silent(rule, clause).role(role),
                None => Finding::note(rule, clause),
            };
            let finding = finding.it(field).within(&object);
            remarks.push(finding.old(old_place).new_place(new_place));
        }
        let prefix = before.prefix().max(after.prefix());
        for index in 0..=prefix {
            let element = (before.element(index), after.element(index));
            pending.push((element.0, element.1, format!("{it}[]"), within.clone()));
        }
        pending.push((before.others(), after.others(), it.clone(), within.clone()));
        for (was, is) in alternatives(&before, &after, (&old_matcher, &new_matcher)) {
            pending.push((was, is, it.clone(), within.clone()));
        }
    }
    remarks
}

fn deprecated(view: &View<'_>) -> bool {
    view.keywords().any(|keywords| keywords.annotations.deprecated)
}

/// What it means to programs that a field is gone which was not always there, if documents travel
/// in one direction: they are accepted, and a value is lost without anybody seeing it.
fn dropped(rule: &'static Rule, options: &Options) -> Option<(&'static Rule, Role)> {
    if rule != &rules::FIELD_REMOVED || options.semantics == Semantics::Schema {
        return None;
    }
    match options.roles.as_slice() {
        [Role::Request] => Some((&rules::VALUE_IGNORED, Role::Request)),
        [Role::Response] => Some((&rules::FIELD_REMOVED, Role::Response)),
        _ => None,
    }
}

/// The alternatives of both sides that belong together: those of one name, and where as many are
/// left over on both sides, these in their order.
fn alternatives(
    before: &View<'_>,
    after: &View<'_>,
    (old, new): (&Evaluator<'_>, &Evaluator<'_>),
) -> Vec<(Position, Position)> {
    let (Some(before_all), Some(after_all)) = (before.branches(), after.branches()) else {
        return Vec::new();
    };
    let named = |view: &View<'_>, branch: &Position, matcher| {
        name(&View::new(view.document(), branch), matcher)
    };
    let mut left: Vec<(Option<String>, Position)> =
        after_all.into_iter().map(|branch| (named(after, &branch, new), branch)).collect();
    let (mut pairs, mut alone) = (Vec::new(), Vec::new());
    for was in before_all {
        let known = named(before, &was, old);
        match left.iter().position(|(name, _)| name.is_some() && *name == known) {
            Some(at) => pairs.push((was, left.remove(at).1)),
            None => alone.push(was),
        }
    }
    if alone.len() == left.len() {
        pairs.extend(alone.into_iter().zip(left.into_iter().map(|(_, branch)| branch)));
    }
    pairs
}

/// The position, or the type that is optional there: null may be written beside it in many ways.
fn beside_null(position: Position, document: &SchemaDocument) -> Position {
    let mut position = position.resolved(document);
    for _ in 0..LAYERS {
        match View::new(document, &position).unless_null() {
            Some(other) => position = other.resolved(document),
            None => break,
        }
    }
    position
}

/// `default` and `deprecated`.
fn annotations(
    before: &View<'_>,
    after: &View<'_>,
    clause: &str,
    remark: &mut impl FnMut(Finding),
) {
    let default =
        |view: &View<'_>| view.keywords().find_map(|keywords| keywords.annotations.default.clone());
    match (default(before), default(after)) {
        (Some(from), Some(to)) if from != to => {
            remark(
                Finding::silent(&rules::DEFAULT_CHANGED, clause).from(brief(&from)).to(brief(&to)),
            );
        }
        (None, Some(to)) => {
            remark(Finding::note(&rules::DEFAULT_CHANGED, clause).from("none").to(brief(&to)));
        }
        (Some(from), None) => {
            remark(Finding::silent(&rules::DEFAULT_CHANGED, clause).from(brief(&from)).to("none"));
        }
        _ => {}
    }
    match (deprecated(before), deprecated(after)) {
        (false, true) => remark(Finding::note(&rules::DEPRECATED, clause).to("`deprecated: true`")),
        (true, false) => remark(Finding::note(&rules::DEPRECATION_WITHDRAWN, clause)),
        _ => {}
    }
}
