//! Every attribute key: one set of tables for the reader, for suggestions and for the
//! documentation.

mod about;
mod error;
mod event;
mod job;
mod operation;
mod operation_groups;
mod place;
mod provider;
mod stream;
mod structure;

pub(crate) use place::Place;

/// The tables, each with where its clauses stand below their item; without it, the reader of the
/// item reads the keys by name.
const TABLES: &[(Option<&str>, &[Key])] = &[
    (None, structure::KEYS),
    (Some("about/"), about::KEYS),
    (Some(""), about::GROUPS),
    (Some(""), operation::KEYS),
    (Some(""), operation_groups::KEYS),
    (Some("stream/"), stream::KEYS),
    (Some(""), error::KEYS),
    (Some(""), event::KEYS),
    (Some(""), job::KEYS),
    (Some(""), provider::KEYS),
];

/// What a key takes.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Takes {
    /// Nothing: it stands alone.
    Nothing,
    /// A string literal.
    Text,
    /// A string literal, or this word.
    TextOrWord(&'static str),
    /// One of these words, without quotes.
    Word(Words),
    /// Some of these words, in parentheses.
    WordList(Words),
    /// Names, in parentheses.
    Names,
    /// A whole number, at least 1.
    Count,
    /// A number, at least 1, that may have a fraction.
    Factor,
    /// A length of time in a string literal: `250ms`, `8s`, `15m`, `24h`, `30d`.
    Duration,
    /// A version in a string literal, as SemVer.
    Version,
    /// A calendar date in a string literal, `YYYY-MM-DD`.
    Date,
    /// An HTTP status.
    Status,
    /// A Rust type, or the word `none`.
    Type,
    /// A Rust path.
    Path,
    /// A method and a path in parentheses.
    Address,
    /// Further keys in parentheses.
    Keys(Place),
    /// The same, any number of times: one of the keys names the entry.
    Entries(Place, &'static str),
    /// A sentence and its name, any number of times: `("..", id = name)`.
    Said,
    /// Names of clauses of the same item, each with a level.
    Levels,
}

impl Takes {
    /// Whether the key may be given more than once.
    pub(crate) fn repeats(self) -> bool {
        matches!(self, Self::Entries(..) | Self::Said)
    }

    /// What it takes, in a sentence: "takes {..}".
    pub(crate) fn in_words(self) -> String {
        let text = match self {
            Self::Nothing => "nothing",
            Self::TextOrWord(word) => return format!("text, or `{word}`"),
            Self::Text => "text",
            Self::Word(words) => return listed(words),
            Self::WordList(words) => return format!("some of {}", listed(words)),
            Self::Names => "names",
            Self::Count | Self::Factor | Self::Status => "a number",
            Self::Duration => "a duration",
            Self::Version => "a version",
            Self::Date => "a date",
            Self::Type => "a type",
            Self::Path => "a path",
            Self::Address => "a method and a path",
            Self::Keys(_) => "keys",
            Self::Entries(..) => "keys, any number of times",
            Self::Said => "text and a name, any number of times",
            Self::Levels => "clauses and their levels",
        };
        text.to_owned()
    }
}

/// The words that a key takes, as they are written. In Rust they are variants of one enum, in
/// camel case.
pub(crate) type Words = &'static [&'static str];

fn listed(words: Words) -> String {
    let words: Vec<String> = words.iter().map(|word| format!("`{word}`")).collect();
    words.join(", ")
}

/// One key.
#[derive(Debug)]
pub(crate) struct Key {
    /// Its name.
    pub(crate) name: &'static str,
    /// What it says, in one line.
    pub(crate) doc: &'static str,
    /// What it takes.
    pub(crate) takes: Takes,
    /// An example of it in use.
    pub(crate) example: &'static str,
    /// Where it may stand.
    pub(crate) places: &'static [Place],
}

impl Key {
    /// Every key.
    pub(crate) fn all() -> impl Iterator<Item = &'static Self> {
        TABLES.iter().flat_map(|(_, keys)| *keys)
    }

    /// The key of this name in this place.
    pub(crate) fn find(name: &str, place: Place) -> Option<&'static Self> {
        Self::all().find(|key| key.name == name && key.places.contains(&place))
    }

    /// The keys of this place.
    pub(crate) fn of(place: Place) -> impl Iterator<Item = &'static Self> {
        Self::all().filter(move |key| key.places.contains(&place))
    }

    /// Whether the key is a promise of its item: it has a level.
    pub(crate) fn is_promise(&self) -> bool {
        self.below().is_some_and(|below| below != "about/")
    }

    /// Where the clause of a key stands below its item; nothing for what is read by name.
    pub(crate) fn below(&self) -> Option<&'static str> {
        TABLES
            .iter()
            .find(|(_, keys)| keys.iter().any(|key| std::ptr::eq(key, self)))
            .and_then(|(below, _)| *below)
    }
}

/// How strongly a clause is promised, strongest first.
pub(crate) const LEVELS: Words =
    &["stable", "provisional", "experimental", "incidental", "out_of_contract"];

/// May the caller send the same request again? Weakest first.
pub(crate) const RETRIES: Words = &["never", "after_change", "restart", "with_key", "safe"];

/// What has happened when the caller sees an error.
pub(crate) const EFFECTS: Words = &["unknown", "partial", "none", "all"];

/// The part that an error plays in the other clauses of its operation.
pub(crate) const ROLES: Words = &[
    "domain",
    "timeout",
    "throttled",
    "unavailable",
    "key_missing",
    "key_reused",
    "in_flight",
    "approval_required",
    "provider_blocked",
];

/// What stands on the wire for a variant without content.
pub(crate) const VARIANTS: Words = &["names", "numbers"];

/// What a provider talks to.
pub(crate) const MODES: Words = &["deterministic", "sandbox", "live"];

/// How a job ends.
pub(crate) const ENDINGS: Words = &["completed", "failed", "cancelled", "timed_out"];

#[cfg(test)]
mod page;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_are_sorted_and_stand_once_in_a_place() {
        for (_, keys) in TABLES {
            for pair in keys.windows(2) {
                let [first, second] = pair else { continue };
                assert!(first.name <= second.name, "{} before {}", first.name, second.name);
            }
        }
        for place in Place::ALL {
            let mut names: Vec<&str> = Key::of(*place).map(|key| key.name).collect();
            names.sort_unstable();
            let all = names.len();
            names.dedup();
            assert_eq!(names.len(), all, "{place:?}: {names:?}");
        }
    }

    #[test]
    fn docs_are_sentences_and_examples_use_their_key() {
        for key in Key::all() {
            assert!(key.doc.ends_with(['.', '?']), "{}", key.name);
            assert!(key.example.starts_with(key.name), "{}", key.name);
            assert!(!key.places.is_empty(), "{}", key.name);
        }
    }

    #[test]
    fn what_a_place_asks_for_it_knows() {
        for place in Place::ALL {
            for name in place.required() {
                assert!(Key::find(name, *place).is_some(), "{place:?}: {name}");
            }
        }
    }
}
