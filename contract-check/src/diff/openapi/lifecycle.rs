//! Deprecation, sunset (`x-sunset`, a date) and stability (`x-stability-level`).

use super::Date;
use super::context::{Context, Pair, Places, Subject, brief};
use crate::finding::{Finding, Hazard, Severity};
use crate::openapi::Node;
use crate::rules;

/// When something deprecated may go.
enum Sunset<'d> {
    None,
    On(Date),
    Invalid(&'d str),
}

fn sunset<'d>(node: &Node<'d>) -> Sunset<'d> {
    match node.value.get("x-sunset") {
        None => Sunset::None,
        Some(value) => match value.as_str() {
            Some(text) => Date::parse(text).map_or(Sunset::Invalid(text), Sunset::On),
            None => Sunset::Invalid("no text"),
        },
    }
}

/// Compares what both sides say about the end of something.
pub(super) fn compare<'d>(context: &mut Context<'d>, pair: &Pair<'d>, it: &str, subject: &Subject) {
    let places: Places<'_, 'd> = (Some(&pair.old), Some(&pair.new));
    let clause = format!("{}/deprecated", subject.clause);
    let about = |finding: Finding| finding.it(it);
    let (was, is) = pair.flags("deprecated");
    let (from, to) = (sunset(&pair.old), sunset(&pair.new));
    if !was && is {
        let when = match &to {
            Sunset::On(date) => format!("sunset {date}"),
            _ => "without a sunset".to_owned(),
        };
        let finding = about(Finding::note(&rules::DEPRECATED, &clause)).to(when);
        context.report(finding, subject, places);
    } else if was && !is {
        let finding = about(Finding::note(&rules::DEPRECATION_WITHDRAWN, &clause));
        context.report(finding, subject, places);
        return;
    }
    let silent = |finding: Finding| finding.hazard(Hazard::Silent);
    match (&from, &to) {
        (Sunset::On(from), Sunset::On(to)) if to < from => {
            let finding = silent(Finding::breaking(&rules::SUNSET_ADVANCED, &clause));
            let finding = about(finding).from(from.to_string()).to(to.to_string());
            context.report(finding, subject, places);
        }
        (Sunset::On(from), Sunset::On(to)) if to > from => {
            let finding = Finding::note(&rules::DEPRECATION_CHANGED, &clause).it("sunset");
            let finding = finding.within(it).from(from.to_string()).to(to.to_string());
            context.report(finding, subject, places);
        }
        (Sunset::None, Sunset::On(to)) if was => {
            let finding = Finding::note(&rules::DEPRECATION_CHANGED, &clause).it("sunset");
            let finding = finding.within(it).from("none").to(to.to_string());
            context.report(finding, subject, places);
        }
        (Sunset::On(from), Sunset::None) => {
            let finding = silent(Finding::breaking(&rules::SUNSET_WITHDRAWN, &clause));
            context.report(about(finding).from(from.to_string()), subject, places);
        }
        (from, Sunset::Invalid(to)) if !matches!(from, Sunset::Invalid(_)) => {
            // A date that is gone is a promise that is gone.
            let finding = match from {
                Sunset::On(_) => silent(Finding::breaking(&rules::SUNSET_INVALID, &clause)),
                _ => Finding::new(&rules::SUNSET_INVALID, &clause, Severity::Warning),
            };
            let from = brief(pair.old.value.get("x-sunset"));
            context.report(about(finding).from(from).to(*to), subject, places);
        }
        _ => {}
    }
}

/// The finding about something that is gone, where it was announced; none where it was not.
pub(super) fn removal(
    context: &Context<'_>,
    old: &Node<'_>,
    it: &str,
    clause: &str,
) -> Option<Finding> {
    if !old.flag("deprecated") {
        return None;
    }
    let early = |severity: Severity, date: String| {
        let finding = Finding::new(&rules::REMOVED_BEFORE_SUNSET, clause, severity);
        Some(finding.hazard(Hazard::Loud).it(it).from(date))
    };
    match (sunset(old), context.today()) {
        (Sunset::On(date), Some(today)) if today < date => {
            early(Severity::Breaking, date.to_string())
        }
        (Sunset::On(date), None) => early(Severity::Undecided, date.to_string()),
        (Sunset::Invalid(text), _) => early(Severity::Undecided, text.to_owned()),
        (Sunset::None | Sunset::On(_), _) => {
            Some(Finding::note(&rules::REMOVED_AFTER_DEPRECATION, clause).it(it))
        }
    }
}

/// The words of `x-stability-level`, weakest first.
const STABILITY: [&str; 4] = ["draft", "alpha", "beta", "stable"];

/// Compares how strongly both sides promise an operation. Without the word it is stable.
pub(super) fn stability<'d>(context: &mut Context<'d>, pair: &Pair<'d>, subject: &Subject) {
    let word = |node: &Node<'d>| match node.value.get("x-stability-level") {
        None => "stable".to_owned(),
        Some(value) => value.as_str().map_or_else(|| value.to_string(), str::to_owned),
    };
    let (from, to) = (word(&pair.old), word(&pair.new));
    if from == to {
        return;
    }
    let rank = |word: &str| STABILITY.iter().position(|known| *known == word);
    let clause = format!("{}/stability", subject.clause);
    let finding = match (rank(&from), rank(&to)) {
        (_, None) => Finding::new(&rules::STABILITY_UNKNOWN, &clause, Severity::Undecided),
        (Some(from), Some(to)) if to < from => {
            Finding::breaking(&rules::LEVEL_LOWERED, &clause).hazard(Hazard::Silent)
        }
        _ => Finding::note(&rules::LEVEL_RAISED, &clause),
    };
    let finding = finding.it(subject.name.clone()).within("the API").from(from).to(to);
    context.report(finding, subject, (Some(&pair.old), Some(&pair.new)));
}
