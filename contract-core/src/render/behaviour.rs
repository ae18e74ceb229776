//! How things behave, said in rows: the one reading of clauses that all formats share.

use serde::Serialize;
use serde_json::{Map, Value};

use super::words;
use crate::Level;
use crate::document::say::{self, Row, Say};
use crate::document::{About, Consumer, ErrorCode, Event, Header, Job, Operation, Provider};

/// A part of a document, with the names of those members that every format shows in a place of
/// their own: addresses, payloads, what is said in prose.
pub(super) trait Behaves: Say + Serialize {
    const ELSEWHERE: &'static [&'static str];
}

impl Behaves for Operation {
    const ELSEWHERE: &'static [&'static str] = &["about", "http", "request", "response", "errors"];
}

impl Behaves for Event {
    const ELSEWHERE: &'static [&'static str] = &["about", "direction", "payload", "channel"];
}

impl Behaves for Consumer {
    const ELSEWHERE: &'static [&'static str] = &["about", "of", "payload"];
}

impl Behaves for Job {
    const ELSEWHERE: &'static [&'static str] =
        &["about", "create", "observe", "cancel_by", "logs_by", "states", "errors"];
}

impl Behaves for Provider {
    const ELSEWHERE: &'static [&'static str] = &["about", "config"];
}

impl Behaves for ErrorCode {
    const ELSEWHERE: &'static [&'static str] = &["about", "status", "retry", "effects"];
}

impl Behaves for Header {
    const ELSEWHERE: &'static [&'static str] = &["id", "version", "owner", "level", "meaning"];
}

impl Behaves for About {
    const ELSEWHERE: &'static [&'static str] =
        &["level", "levels", "deprecated", "meaning", "unit", "construct"];
}

/// What it says about its behaviour.
pub(super) fn rows<T: Behaves>(of: &T) -> Vec<Row> {
    let mut rows = say::rows(of);
    rows.retain(|row| !T::ELSEWHERE.contains(&first(&row.path)));
    rows
}

fn first(path: &str) -> &str {
    path.split('/').next().unwrap_or_default()
}

/// The same as the document writes it, for `x-contract`.
pub(super) fn facts<T: Behaves>(of: &T) -> Map<String, Value> {
    let Ok(Value::Object(mut facts)) = serde_json::to_value(of) else { return Map::new() };
    facts.retain(|name, _| !T::ELSEWHERE.contains(&name.as_str()));
    facts
}

/// The same as a Markdown list, for descriptions.
pub(super) fn list<T: Behaves>(of: &T) -> Option<String> {
    let line = |row: &Row| {
        let values: Vec<String> = row.values.iter().map(|(text, _)| format!("`{text}`")).collect();
        format!("- `{}`: {}. {}", row.path, values.join(", "), sentence(row))
    };
    let lines: Vec<String> = rows(of).iter().map(line).collect();
    (!lines.is_empty()).then(|| lines.join("\n"))
}

/// What a row says something about, and what its value means where it has one that means something.
fn sentence(row: &Row) -> String {
    let about = about(row);
    let [(_, meaning)] = row.values.as_slice() else { return about };
    match (about.strip_suffix('.'), meaning.chars().next()) {
        (_, None) => about,
        (Some(about), Some(first)) => {
            format!("{about}: {}{}", first.to_lowercase(), &meaning[first.len_utf8()..])
        }
        (None, Some(_)) => format!("{about} {meaning}"),
    }
}

/// What a row says something about. What holds where nothing is said is of no interest here.
pub(super) fn about(row: &Row) -> String {
    let about = row.about;
    if !about.ends_with("where nothing is said.") {
        return about.to_owned();
    }
    match (about.rfind("; "), about.rfind("? ")) {
        (Some(at), _) => format!("{}.", &about[..at]),
        (None, Some(at)) => about[..=at].to_owned(),
        (None, None) => about.to_owned(),
    }
}

/// The level of a row's clause, where it has one of its own.
pub(super) fn level(about: &About, row: &Row) -> Option<Level> {
    let said = about.levels.iter().find(|(clause, _)| {
        row.path
            .strip_prefix(clause.as_str())
            .is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
    });
    // A quota is no service level agreement: see the member of the document.
    let quota = (first(&row.path) == "rate_limit").then_some(Level::Incidental);
    said.map(|(_, level)| *level).or(quota)
}

/// A description of something that behaves: what its author says, then its clauses.
pub(super) fn description<T: Behaves>(about: &About, of: &T) -> Option<String> {
    let parts = [words::description(about), list(of)];
    let parts: Vec<String> = parts.into_iter().flatten().collect();
    (!parts.is_empty()).then(|| parts.join("\n\n"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::Document;

    fn operation() -> Operation {
        let text = r#"{"format": 1, "contract": {"id": "a", "version": "1.0.0"}, "operations":
            {"o": {"readonly": true, "deadline": "honoured", "partial": "none",
            "rate_limit": {"quota": 5, "window": "1m"},
            "idempotency": {"key": "required", "exists": ["A", "B"]},
            "about": {"levels": {"idempotency": "provisional"}}}}}"#;
        Document::read(text).expect("a document").operations.remove("o").expect("it")
    }

    #[test]
    fn clauses_are_sentences() {
        assert_eq!(
            list(&operation()).expect("clauses"),
            "- `readonly`: `true`. Whether it has no effects at all.\n\
             - `idempotency/key`: `required`. What makes two requests the same: a key that the \
             caller must send.\n\
             - `idempotency/exists`: `A`, `B`. The error codes that say that it was done already.\n\
             - `deadline`: `honoured`. Whether the caller's deadline is passed on: yes: work stops \
             when it has passed.\n\
             - `partial`: `none`. May a success be incomplete? No.\n\
             - `rate_limit/quota`: `5`. How many units.\n\
             - `rate_limit/window`: `1m`. In what time."
        );
    }

    #[test]
    fn levels_are_those_of_the_clause() {
        let operation = operation();
        let levels: Vec<_> =
            rows(&operation).iter().map(|row| level(&operation.about, row)).collect();
        let (some, none) = (Some(Level::Provisional), None);
        let quota = Some(Level::Incidental);
        assert_eq!(levels, [none, some, some, none, none, quota, quota]);
    }

    #[test]
    fn facts_are_the_documents_own() {
        let facts = facts(&operation());
        assert_eq!(facts["idempotency"]["exists"], serde_json::json!(["A", "B"]));
        assert!(!facts.contains_key("about") && !facts.contains_key("errors"));
    }
}
