//! Tables of TOML files, read by hand: every mistake at once, each with its line, and a key that
//! nobody knows is one of them.

use std::cell::RefCell;
use std::fmt;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use crate::date::Date;
use crate::rules::distance;

/// A mistake in a file. Ordered by file and place.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Problem {
    file: String,
    place: Option<(usize, usize)>,
    message: String,
}

impl Problem {
    /// About a file as a whole.
    pub fn whole(file: &str, message: String) -> Self {
        Self { file: file.to_owned(), place: None, message }
    }

    /// About a line of a file.
    pub fn at(file: &str, line: usize, message: String) -> Self {
        Self { file: file.to_owned(), place: Some((line, 1)), message }
    }

    /// About a file that the system does not give.
    pub fn unreadable(file: &str, error: &std::io::Error) -> Self {
        Self::whole(file, format!("cannot be read: {error}"))
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.place {
            Some((line, column)) => {
                write!(f, "{}:{line}:{column}: {}", self.file, self.message)
            }
            None => write!(f, "{}: {}", self.file, self.message),
        }
    }
}

/// What the tables of one file share.
pub(super) struct File<'t> {
    name: &'t str,
    text: &'t str,
    problems: RefCell<&'t mut Vec<Problem>>,
}

impl<'t> File<'t> {
    /// Parses a file and hands its table to a reader. None where it is no TOML.
    pub(super) fn read<T>(
        name: &'t str,
        text: &'t str,
        problems: &'t mut Vec<Problem>,
        reader: impl FnOnce(Table<'_, '_>) -> Option<T>,
    ) -> Option<T> {
        let before = problems.len();
        let file = Self { name, text, problems: RefCell::new(problems) };
        let (table, errors) = DeTable::parse_recoverable(text);
        for error in &errors {
            let at = error.span().map_or(0, |span| span.start);
            file.tell(at, format!("{}{}", key(text, at), error.message()));
        }
        if !errors.is_empty() {
            return None;
        }
        let read = reader(Table::new(&file, table.get_ref(), String::new(), 0));
        // What was read of a file with mistakes is not what its author meant.
        read.filter(|_| file.problems.borrow().len() == before)
    }

    fn tell(&self, at: usize, message: String) {
        let place = Some(place(self.text, at));
        self.problems.borrow_mut().push(Problem { file: self.name.to_owned(), place, message });
    }
}

/// The key whose line a byte is in, for a message about what is no TOML; empty where there is none.
fn key(text: &str, at: usize) -> String {
    let start = text.get(..at).and_then(|before| before.rfind('\n')).map_or(0, |end| end + 1);
    let line = text.get(start..).and_then(|rest| rest.lines().next()).unwrap_or_default().trim();
    let key = match line.split_once('=') {
        Some((key, _)) => key.trim(),
        None if line.starts_with('[') => line.trim_matches(|c: char| "[] ".contains(c)),
        None => return String::new(),
    };
    if key.is_empty() { String::new() } else { format!("`{key}`: ") }
}

/// The line and the column of a byte, from 1.
fn place(text: &str, at: usize) -> (usize, usize) {
    let before = text.get(..at).unwrap_or(text);
    let line = before.matches('\n').count() + 1;
    let start = before.rfind('\n').map_or(0, |end| end + 1);
    (line, before[start..].chars().count() + 1)
}

/// A table. Whatever key is not asked for before [`Table::end`] is unknown.
pub(super) struct Table<'f, 't> {
    file: &'f File<'t>,
    table: &'f DeTable<'f>,
    path: String,
    at: usize,
    known: Vec<&'static str>,
}

impl<'f, 't> Table<'f, 't> {
    fn new(file: &'f File<'t>, table: &'f DeTable<'f>, path: String, at: usize) -> Self {
        Self { file, table, path, at, known: Vec::new() }
    }

    /// The line it begins in.
    pub(super) fn line(&self) -> usize {
        place(self.file.text, self.at).0
    }

    /// Reports a mistake at a key, or at the table where it has no such key.
    pub(super) fn wrong(&self, key: &str, message: impl fmt::Display) {
        let at = self.table.iter().find(|(name, _)| name.get_ref() == key);
        let at = at.map_or(self.at, |(_, value)| value.span().start);
        self.file.tell(at, format!("`{}`: {message}", self.dotted(key)));
    }

    fn dotted(&self, key: &str) -> String {
        if self.path.is_empty() { key.to_owned() } else { format!("{}.{key}", self.path) }
    }

    fn value(&mut self, key: &'static str) -> Option<&'f Spanned<DeValue<'f>>> {
        if !self.known.contains(&key) {
            self.known.push(key);
        }
        self.table.iter().find(|(name, _)| name.get_ref() == key).map(|(_, value)| value)
    }

    fn expected(&self, key: &str, expected: &str, found: &DeValue<'_>) {
        self.wrong(key, format!("expected {expected}, found a TOML {}", found.type_str()));
    }

    /// A text.
    pub(super) fn text(&mut self, key: &'static str) -> Option<String> {
        match self.value(key)?.get_ref() {
            DeValue::String(text) => Some(text.to_string()),
            other => {
                self.expected(key, "a string", other);
                None
            }
        }
    }

    /// A text that has to be there.
    pub(super) fn needed(&mut self, key: &'static str) -> Option<String> {
        if self.value(key).is_none() {
            self.wrong(key, "is missing");
        }
        self.text(key)
    }

    /// Whether something holds.
    pub(super) fn flag(&mut self, key: &'static str) -> Option<bool> {
        match self.value(key)?.get_ref() {
            DeValue::Boolean(flag) => Some(*flag),
            other => {
                self.expected(key, "`true` or `false`", other);
                None
            }
        }
    }

    /// A day, as a TOML date or as a string.
    pub(super) fn date(&mut self, key: &'static str) -> Option<Date> {
        let text = match self.value(key)?.get_ref() {
            DeValue::Datetime(datetime) => datetime.to_string(),
            DeValue::String(text) => text.to_string(),
            other => {
                self.expected(key, "a date such as 2026-11-20", other);
                return None;
            }
        };
        match text.parse() {
            Ok(date) => Some(date),
            Err(error) => {
                self.wrong(key, error);
                None
            }
        }
    }

    /// A number of days: `90d`, or `90`.
    pub(super) fn days(&mut self, key: &'static str) -> Option<u32> {
        let text = match self.value(key)?.get_ref() {
            DeValue::Integer(number) => number.as_str().to_owned(),
            DeValue::String(text) => text.strip_suffix('d').unwrap_or("no days").to_owned(),
            other => {
                self.expected(key, "a number of days such as \"90d\"", other);
                return None;
            }
        };
        match text.parse() {
            Ok(days) => Some(days),
            Err(_) => {
                self.wrong(key, "is not a number of days such as \"90d\"");
                None
            }
        }
    }

    /// One of some words.
    pub(super) fn word<T: Copy>(
        &mut self,
        key: &'static str,
        words: &[(&'static str, T)],
    ) -> Option<T> {
        let text = self.text(key)?;
        let found = words.iter().find(|(word, _)| *word == text).map(|(_, value)| *value);
        if found.is_none() {
            let known: Vec<&str> = words.iter().map(|(word, _)| *word).collect();
            self.wrong(
                key,
                format!("`{text}` is none of {}{}", quoted(&known), meant(&text, &known)),
            );
        }
        found
    }

    /// A list of texts.
    pub(super) fn texts(&mut self, key: &'static str) -> Vec<String> {
        let Some(value) = self.value(key) else { return Vec::new() };
        let texts: Option<Vec<String>> = match value.get_ref() {
            DeValue::Array(items) => {
                items.iter().map(|item| item.get_ref().as_str().map(str::to_owned)).collect()
            }
            _ => None,
        };
        texts.unwrap_or_else(|| {
            self.expected(key, "a list of strings", value.get_ref());
            Vec::new()
        })
    }

    /// A table in it.
    pub(super) fn table(&mut self, key: &'static str) -> Option<Table<'f, 't>> {
        let value = self.value(key)?;
        self.inner(key, value)
    }

    /// The tables of a list.
    pub(super) fn tables(&mut self, key: &'static str) -> Vec<Table<'f, 't>> {
        let Some(value) = self.value(key) else { return Vec::new() };
        let DeValue::Array(items) = value.get_ref() else {
            self.expected(key, &format!("a list of tables, `[[{key}]]`"), value.get_ref());
            return Vec::new();
        };
        items.iter().filter_map(|item| self.inner(key, item)).collect()
    }

    /// Every table in it under a name of the author's own.
    pub(super) fn named(&mut self) -> Vec<(String, Table<'f, 't>)> {
        let entries = self.table.iter().map(|(name, value)| (name.get_ref().to_string(), value));
        let tables =
            entries.filter_map(|(name, value)| Some((name.clone(), self.inner(&name, value)?)));
        tables.collect()
    }

    /// Every text in it under a name of the author's own.
    pub(super) fn named_texts(&self) -> Vec<(String, String)> {
        let mut texts = Vec::new();
        for (name, value) in self.table {
            match value.get_ref() {
                DeValue::String(text) => {
                    texts.push((name.get_ref().to_string(), text.to_string()));
                }
                other => self.expected(name.get_ref(), "a string", other),
            }
        }
        texts
    }

    fn inner(&self, key: &str, value: &'f Spanned<DeValue<'f>>) -> Option<Table<'f, 't>> {
        match value.get_ref() {
            DeValue::Table(table) => {
                Some(Table::new(self.file, table, self.dotted(key), value.span().start))
            }
            other => {
                self.expected(key, "a table", other);
                None
            }
        }
    }

    /// Reports the keys that nobody asked for.
    pub(super) fn end(self) {
        for (name, _) in self.table {
            let key = name.get_ref();
            if !self.known.iter().any(|known| known == key) {
                let within = match self.path.as_str() {
                    "" => String::new(),
                    path => format!(" in `{path}`"),
                };
                let message = format!(
                    "unknown key `{key}`{within}{}",
                    match meant(key, &self.known) {
                        near if near.is_empty() => format!("; known are {}", quoted(&self.known)),
                        near => near,
                    }
                );
                self.file.tell(name.span().start, message);
            }
        }
    }
}

/// The word that was meant, perhaps.
fn meant(word: &str, known: &[&str]) -> String {
    let near = known.iter().map(|it| (distance(word, it), it)).min();
    match near {
        Some((distance, near)) if distance * 3 <= near.len().max(word.len()) => {
            format!("; did you mean `{near}`?")
        }
        _ => String::new(),
    }
}

fn quoted(words: &[&str]) -> String {
    let words: Vec<String> = words.iter().map(|word| format!("`{word}`")).collect();
    words.join(", ")
}

/// A text as a TOML string on one line.
pub(crate) fn string(text: &str) -> String {
    // JSON's strings are TOML's basic strings, but for one character.
    serde_json::Value::from(text).to_string().replace('\u{7f}', "\\u007F")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn problems(text: &str) -> Vec<String> {
        let mut problems = Vec::new();
        let _ = File::read("a.toml", text, &mut problems, |mut table| {
            table.text("reason");
            table.date("date");
            table.days("notice");
            table.word("kind", &[("loud", 1), ("silent", 2)]);
            table.texts("list");
            if let Some(mut inner) = table.table("inner") {
                inner.flag("on");
                inner.end();
            }
            table.end();
            Some(())
        });
        problems.iter().map(ToString::to_string).collect()
    }

    #[test]
    fn every_mistake_has_its_place_and_its_key() {
        assert_eq!(
            problems(
                "# Ours.\nreson = \"x\"\ndate = \"2026-02-30\"\nnotice = \"soon\"\n\
                 kind = \"silnt\"\nlist = [1]\n[inner]\non = 1\n  noise = 2\n"
            ),
            [
                "a.toml:3:8: `date`: `2026-02-30` is not a date such as 2026-11-20",
                "a.toml:4:10: `notice`: is not a number of days such as \"90d\"",
                "a.toml:5:8: `kind`: `silnt` is none of `loud`, `silent`; did you mean `silent`?",
                "a.toml:6:8: `list`: expected a list of strings, found a TOML array",
                "a.toml:8:6: `inner.on`: expected `true` or `false`, found a TOML integer",
                "a.toml:9:3: unknown key `noise` in `inner`; known are `on`",
                "a.toml:2:1: unknown key `reson`; did you mean `reason`?",
            ]
        );
        assert_eq!(problems("date = 2026-11-20\nnotice = 90\n"), Vec::<String>::new());
    }

    /// What is no TOML is told of alone, since what it says is not known; with its key all the same.
    #[test]
    fn what_is_no_toml_has_its_key_too() {
        let first = |text: &str| problems(text).into_iter().next().unwrap_or_default();
        for (text, place) in [
            ("reason = \"x\"\ndate = 2026-02-30x\n", "a.toml:2:8: `date`: "),
            ("reason = \"x\"\nreason = \"y\"\n", "a.toml:2:1: `reason`: "),
            ("reason = \"x\n", "a.toml:1:"),
            ("reason =\n", "a.toml:1:"),
            ("[inner\non = true\n", "a.toml:1:"),
            ("[[inner]]\non = [1,\n", "a.toml:2:"),
            ("just words\n", "a.toml:1:"),
            ("= 1\n", "a.toml:1:"),
        ] {
            let told = first(text);
            assert!(told.starts_with(place), "{text}: {told}");
        }
        assert!(problems("a = 1x\nb = 2y\n").len() >= 2, "every mistake at once");
        assert!(first("reason =\n").contains("`reason`: "));
        assert!(first("[inner\non = true\n").contains("`inner`: "));
    }

    #[test]
    fn a_known_key_is_named_once() {
        let mut problems = Vec::new();
        let _ = File::read("a.toml", "other = 1\n", &mut problems, |mut table| {
            table.needed("reason");
            table.end();
            Some(())
        });
        assert_eq!(problems[1].to_string(), "a.toml:1:1: unknown key `other`; known are `reason`");
    }

    #[test]
    fn strings_are_read_back() {
        for text in ["a \"b\" \\ c", "line\nline\ttab\u{7f}\u{1}", "é `x`"] {
            let file = format!("reason = {}\n", string(text));
            let mut problems = Vec::new();
            let read = File::read("a.toml", &file, &mut problems, |mut table| table.text("reason"));
            assert_eq!(read.as_deref(), Some(text), "{file} {problems:?}");
        }
    }
}
