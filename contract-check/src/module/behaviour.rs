//! Clauses that are no shapes: levels, error codes, addresses. What a change of them means is
//! said by the table in `rules::lattice`, and by nothing here.

use std::collections::BTreeMap;

use contract_core::document::{ErrorSet, Operation};
use contract_core::{Effects, Level, Retry, Role};

use super::Levels;
use super::lines::{Lines, Say, Subject, Turn};
use crate::rules::lattice::{self, Move, Row};

/// A level that an item or a member says itself must not be lower than it was.
pub(super) fn level(it: &Subject, fact: &str, lines: &mut Lines<'_>) {
    let clause = format!("{}/level", it.clause);
    let words: Vec<&str> = Level::ALL.iter().map(|level| level.word()).collect();
    words_of(it, &clause, it.level.word(), &words, fact, &it.name, "", lines);
}

/// The lines of an error set.
pub(super) fn errors(of: &Subject, levels: &Levels<'_>, set: &ErrorSet, lines: &mut Lines<'_>) {
    lines.guard("errors");
    level(of, "level .", lines);
    let clause = |word: &str| format!("{}/{word}", of.clause);
    identity(of, &clause("domain"), "domain", &set.domain, lines);
    let now = if set.open { "open" } else { "closed" };
    let path = clause("open");
    for other in ["open", "closed"].into_iter().filter(|it| *it != now) {
        if let Some(row) = worse(&path, Some(now), Some(other)) {
            lines.refuses("is", &[other.to_owned()], &say(of, &path, row, &of.name, "", now));
        }
    }
    let list = format!("{}/codes", of.clause);
    for (code, error) in &set.codes {
        let it = Subject {
            clause: format!("{list}/{code}"),
            name: code.clone(),
            level: levels.of(Some(of.level), &error.about),
            role: of.role,
        };
        lines.knows(std::iter::once(code.as_str()));
        let path = |word: &str| format!("{}/{word}", it.clause);
        if let Some(row) = worse(&it.clause, Some(""), None) {
            let say = say(&it, &it.clause, row, code, &of.name, "");
            lines.needs(&[format!("code {code}"), format!("new-code {code}")], &say);
        }
        let status = error.status.to_string();
        if let Some(row) = worse(&path("status"), Some(&status), Some("")) {
            let say = say(&it, &path("status"), row, code, &of.name, &status);
            lines.only(&format!("status@{code}"), "", std::slice::from_ref(&status), &say);
        }
        for (word, now, all) in [
            ("retry", error.retry.word(), words(Retry::ALL, |it| it.word())),
            ("effects", error.effects.word(), words(Effects::ALL, |it| it.word())),
            ("role", error.role.word(), words(Role::ALL, |it| it.word())),
        ] {
            let fact = format!("{word}@{code}");
            words_of(&it, &path(word), now, &all, &fact, code, &of.name, lines);
        }
        level(&it, &format!("level {code}"), lines);
    }
    if !set.open
        && let Some(row) = worse(&format!("{list}/X"), None, Some(""))
    {
        let codes: Vec<String> = set.codes.keys().cloned().collect();
        let new =
            Subject { clause: format!("{list}/{{to}}"), name: "{to}".to_owned(), ..of.clone() };
        let say = Say { rule: row.better, ..say(&new, &new.clause, row, "{to}", &of.name, "") };
        lines.only("code", &list, &codes, &say);
    }
}

/// The lines of an operation. One with another id is another operation.
pub(super) fn operation(of: &Subject, id: &str, operation: &Operation, lines: &mut Lines<'_>) {
    lines.guard(&format!("operation {id}"));
    level(of, "level .", lines);
    let Some(http) = &operation.http else { return };
    let clause = format!("{}/http", of.clause);
    if let Some(row) = worse(&clause, Some(""), None) {
        lines.needs(&["http".to_owned()], &say(of, &clause, row, id, "", ""));
    }
    let path = |word: &str| format!("{clause}/{word}");
    identity(of, &path("method"), "method", &http.method, lines);
    identity(of, &path("path"), "path", &http.path, lines);
    if let Some(success) = http.success {
        let success = success.to_string();
        identity(of, &path("success"), "success", &success, lines);
    }
}

fn words<T: Copy>(all: &[T], word: fn(T) -> &'static str) -> Vec<&'static str> {
    all.iter().map(|it| word(*it)).collect()
}

/// The row of a clause that says that this change of it breaks somebody.
fn worse(path: &str, old: Option<&str>, new: Option<&str>) -> Option<&'static Row> {
    lattice::rows(path).into_iter().find(|row| row.judge(old, new) == Move::Worse)
}

/// A clause with a word for its value.
#[expect(clippy::too_many_arguments, reason = "the parts of one sentence")]
fn words_of(
    it: &Subject,
    path: &str,
    now: &str,
    all: &[&str],
    fact: &str,
    name: &str,
    within: &str,
    lines: &mut Lines<'_>,
) {
    let mut bad: BTreeMap<&str, (&'static Row, Vec<String>)> = BTreeMap::new();
    for word in all.iter().filter(|word| **word != now) {
        if let Some(row) = worse(path, Some(now), Some(word)) {
            bad.entry(row.worse.id).or_insert((row, Vec::new())).1.push((*word).to_owned());
        }
    }
    for (row, words) in bad.into_values() {
        lines.refuses(fact, &words, &say(it, path, row, name, within, now));
    }
}

/// A clause whose every change is another thing.
fn identity(it: &Subject, path: &str, fact: &str, now: &str, lines: &mut Lines<'_>) {
    if let Some(row) = worse(path, Some(now), Some("")) {
        let say = say(it, path, row, &it.name, "", now);
        lines.only(fact, "", &[now.to_owned()], &say);
    }
}

fn say<'r>(
    it: &'r Subject,
    path: &str,
    row: &'static Row,
    name: &'r str,
    within: &'r str,
    from: &'r str,
) -> Say<'r> {
    Say {
        rule: row.worse,
        clause: path.to_owned(),
        level: it.level,
        role: None,
        words: [name, within, from],
        turn: Turn::Changed,
        paid: false,
    }
}
