//! Keys that are clauses: what they say, with their path below their item. The tables of keys say
//! where each may stand and what it takes; nothing here knows any of them by name.

use crate::attr::Given;
use crate::keys::{Key, Takes};
use crate::model::{Clause, Said};
use crate::position::Position;
use crate::value::name_problem;

/// The clauses among the keys that are given. Keys that are read by name are left.
pub(super) fn clauses(given: &mut Given<'_>) -> Vec<Clause> {
    let mut clauses = Vec::new();
    read(given, "", &mut clauses);
    clauses
}

fn read(given: &mut Given<'_>, path: &str, clauses: &mut Vec<Clause>) {
    while let Some((key, below, span)) = given.first_clause() {
        let path = format!("{path}{below}{}", key.name);
        let at = Position::of(span);
        let said = match key.takes {
            Takes::Keys(_) => {
                let Some(mut inner) = given.keys(key.name) else { continue };
                clauses.push(Clause { path: path.clone(), said: Said::Group, span, at });
                inner.require(inner.place().required());
                read(&mut inner, &format!("{path}/"), clauses);
                continue;
            }
            Takes::Entries(_, named) => {
                let Some(mut inner) = given.keys(key.name) else { continue };
                inner.require(inner.place().required());
                let name = inner.text_like(named, name_problem);
                let path = match &name {
                    Some(name) => format!("{path}/{}", name.value),
                    // Its other keys are read for their mistakes.
                    None => path,
                };
                if let Some(name) = &name
                    && clauses.iter().any(|clause| clause.path == path)
                {
                    inner.error(
                        name.span,
                        &format!("`{named} = \"{}\"` stands here twice; keep one", name.value),
                    );
                }
                clauses.push(Clause { path: path.clone(), said: Said::Group, span, at });
                read(&mut inner, &format!("{path}/"), clauses);
                continue;
            }
            Takes::Said => {
                let Some((name, text)) = given.said(key.name) else { continue };
                let path = format!("{path}/{name}");
                if clauses.iter().any(|clause| clause.path == path) {
                    let message = format!("`{}` has one `{name}` already; keep one", key.name);
                    given.error(text.span, &message);
                }
                clauses.push(Clause { path, said: Said::Text(text.value), span, at });
                continue;
            }
            Takes::Levels => {
                for (clause, level) in given.levels(key.name) {
                    clauses.push(Clause {
                        path: format!("{path}/{clause}"),
                        said: Said::Text(level.value.to_owned()),
                        span: level.span,
                        at: Position::of(level.span),
                    });
                }
                continue;
            }
            _ => value(given, key),
        };
        clauses.extend(said.map(|said| Clause { path, said, span, at }));
    }
}

/// What a key with one value says.
fn value(given: &mut Given<'_>, key: &'static Key) -> Option<Said> {
    let name = key.name;
    match key.takes {
        Takes::Nothing => given.flag(name).map(|_| Said::Flag),
        Takes::Word(_) => given.word(name).map(|word| Said::Text(word.value.to_owned())),
        Takes::WordList(_) => given
            .words(name)
            .map(|words| Said::List(words.value.iter().map(|word| (*word).to_owned()).collect())),
        Takes::Names => given.names(name).map(|names| Said::List(names.value)),
        Takes::Text => given.text(name).map(|text| Said::Text(text.value)),
        Takes::Version => given.version(name).map(|text| Said::Text(text.value)),
        Takes::Date => given.date(name).map(|text| Said::Text(text.value)),
        Takes::Duration => given.duration(name).map(|text| Said::Text(text.value)),
        Takes::Count => given.count(name).map(|count| Said::Number(count.value.to_string())),
        Takes::Factor => given.factor(name).map(|factor| Said::Number(factor.value)),
        Takes::Status
        | Takes::TextOrWord(_)
        | Takes::Type
        | Takes::Path
        | Takes::Address
        | Takes::Keys(_)
        | Takes::Entries(..)
        | Takes::Said
        | Takes::Levels => unreachable!("`{name}` is no clause with one value"),
    }
}
