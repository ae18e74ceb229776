//! The one reader of our attributes: which keys are given, and what they are given.
//!
//! Nothing here stops at a mistake. A mistake is reported on its own token, and what depends on
//! it is then left unsaid: a misspelt key counts as the key that it most likely stands for.

mod values;

use proc_macro2::{Ident, Span, TokenStream};

use crate::errors::Errors;
use crate::keys::{Key, Place, Takes};
use crate::suggest::nearest;
use crate::syntax::{self, Entry, Value};

/// What people say of the wire, and say to serde.
const SERDES: &[&str] = &[
    "alias",
    "content",
    "default",
    "deny_unknown_fields",
    "deserialize_with",
    "flatten",
    "other",
    "rename",
    "rename_all",
    "serialize_with",
    "skip",
    "skip_deserializing",
    "skip_serializing",
    "skip_serializing_if",
    "tag",
    "transparent",
    "untagged",
    "with",
];

/// The keys given at one place.
pub(crate) struct Given<'e> {
    place: Place,
    keys: Vec<(&'static Key, Entry)>,
    errors: &'e Errors,
    /// The place as a whole, for what is missing.
    pub(crate) span: Span,
}

/// A value and where it stands.
#[derive(Clone)]
pub(crate) struct At<T> {
    pub(crate) value: T,
    pub(crate) span: Span,
}

/// A type, or the word `none`.
pub(crate) enum TypeOrNone {
    None,
    Type(Box<syn::Type>),
}

/// A string, or the one word that stands for something else.
pub(crate) enum TextOrWord {
    Text(String),
    Word,
}

impl<'e> Given<'e> {
    /// What the attributes of a place among `attrs` say.
    pub(crate) fn in_attributes(
        place: Place,
        attrs: &[syn::Attribute],
        span: Span,
        errors: &'e Errors,
    ) -> Self {
        let mut entries = Vec::new();
        let name = place.attribute();
        for attr in attrs.iter().filter(|attr| attr.path().is_ident(name)) {
            match &attr.meta {
                syn::Meta::List(list)
                    if matches!(list.delimiter, syn::MacroDelimiter::Paren(_)) =>
                {
                    entries.extend(syntax::entries(list.tokens.clone(), errors));
                }
                other => {
                    errors.on(
                        other,
                        format_args!("expected keys in parentheses: `#[{name}(level = stable)]`"),
                    );
                }
            }
        }
        Self::new(place, entries, span, errors)
    }

    /// What a macro's own arguments say.
    pub(crate) fn in_tokens(
        place: Place,
        tokens: TokenStream,
        span: Span,
        errors: &'e Errors,
    ) -> Self {
        Self::new(place, syntax::entries(tokens, errors), span, errors)
    }

    fn new(place: Place, entries: Vec<Entry>, span: Span, errors: &'e Errors) -> Self {
        let mut given = Self { place, keys: Vec::new(), errors, span };
        for entry in entries {
            let Some(ident) = &entry.key else {
                // The first thing that comes to mind is the id; it is then not missing.
                let id = Key::find("id", place).filter(|_| given.keys.is_empty());
                let example = id.map_or("note", |key| key.name);
                errors.at(
                    entry.span,
                    format_args!("expected a key before this value, such as `{example} = \"..\"`"),
                );
                given.keys.extend(id.map(|key| (key, Entry { value: Value::Mistaken, ..entry })));
                continue;
            };
            let name = ident.to_string();
            let (key, exact) = match Key::find(&name, place) {
                Some(key) => (key, true),
                None => match given.unknown(ident, &name) {
                    Some(key) => (key, false),
                    None => continue,
                },
            };
            if given.has(key.name) && !key.takes.repeats() {
                if exact {
                    errors.at(ident.span(), format_args!("`{name}` is given twice; keep one"));
                }
                continue;
            }
            given.keys.push((key, entry));
        }
        given
    }

    /// Reports a key that does not exist here; the key that was most likely meant.
    fn unknown(&self, ident: &Ident, name: &str) -> Option<&'static Key> {
        let here = self.place.here();
        if matches!(self.place, Place::Type | Place::Field | Place::Variant)
            && SERDES.contains(&name)
        {
            self.errors.at(
                ident.span(),
                format_args!(
                    "`{name}` is a key of serde, which the contract follows: write it in \
                     `#[serde(..)]`"
                ),
            );
            return None;
        }
        let elsewhere: Vec<&str> = Key::all()
            .filter(|key| key.name == name)
            .flat_map(|key| key.places.iter().map(|place| place.there()))
            .collect();
        if !elsewhere.is_empty() {
            let places = or(&elsewhere);
            self.errors.at(
                ident.span(),
                format_args!("`{name}` is not a key {here}; it belongs {places}"),
            );
            return None;
        }
        if let Some(near) = nearest(name, Key::of(self.place).map(|key| key.name)) {
            self.errors.at(
                ident.span(),
                format_args!("`{name}` is not a key {here}; did you mean `{near}`?"),
            );
            return Key::find(near, self.place);
        }
        let mut known: Vec<String> =
            Key::of(self.place).map(|key| format!("`{}`", key.name)).collect();
        known.sort_unstable();
        let known = and(&known);
        self.errors
            .at(ident.span(), format_args!("`{name}` is not a key {here}; the keys are {known}"));
        None
    }

    /// Whether a key is given, rightly or wrongly.
    pub(crate) fn has(&self, name: &str) -> bool {
        self.keys.iter().any(|(key, _)| key.name == name)
    }

    /// Where a key is given.
    pub(crate) fn span_of(&self, name: &str) -> Option<Span> {
        self.keys.iter().find(|(key, _)| key.name == name).map(|(_, entry)| entry.span)
    }

    /// Where what is missing is to be written.
    pub(crate) fn span(&self) -> Span {
        self.span
    }

    fn take(&mut self, name: &'static str) -> Option<(&'static Key, Entry)> {
        debug_assert!(Key::find(name, self.place).is_some(), "no key {name} {:?}", self.place);
        let index = self.keys.iter().position(|(key, _)| key.name == name)?;
        let (key, entry) = self.keys.remove(index);
        let is_mistaken = match &entry.value {
            Value::Mistaken => true,
            // Keys in a list are read one by one; other lists are right or wrong as a whole.
            Value::List(inner) => {
                !matches!(key.takes, Takes::Keys(_) | Takes::Entries(..))
                    && inner.iter().any(|entry| matches!(entry.value, Value::Mistaken))
            }
            Value::Nothing | Value::Tokens(_) => false,
        };
        (!is_mistaken).then_some((key, entry))
    }

    fn wrong(&self, key: &Key, span: Span) {
        let Key { name, example, .. } = key;
        let message = match key.takes {
            Takes::Nothing => format!("`{name}` stands alone, without a value"),
            Takes::Word(words) => {
                format!("`{name}` takes one of the words {}", or(&quoted(words)))
            }
            Takes::WordList(words) => {
                let words = and(&quoted(words));
                format!("`{name}` takes some of the words {words}, in parentheses: `{example}`")
            }
            Takes::Names => format!("`{name}` takes names in parentheses: `{example}`"),
            Takes::Count => format!("`{name}` takes a whole number, at least 1: `{example}`"),
            Takes::Factor => format!("`{name}` takes a number, at least 1: `{example}`"),
            Takes::Duration => format!("`{name}` takes a duration in a string: `{example}`"),
            Takes::TextOrWord(word) => {
                format!("`{name}` takes a string, or the word `{word}`: `{example}`")
            }
            Takes::Text => format!("`{name}` takes a string: `{example}`"),
            Takes::Version => format!("`{name}` takes a version in a string: `{example}`"),
            Takes::Date => format!("`{name}` takes a date in a string: `{example}`"),
            Takes::Status => format!("`{name}` takes a number: `{example}`"),
            Takes::Type => format!("`{name}` takes a type: `{example}`"),
            Takes::Path => format!("`{name}` takes a path: `{example}`"),
            Takes::Address => format!("`{name}` takes a method and a path: `{example}`"),
            Takes::Keys(_) | Takes::Entries(..) => {
                format!("`{name}` takes keys in parentheses: `{example}`")
            }
            Takes::Said => format!("`{name}` takes a sentence and its name: `{example}`"),
            Takes::Levels => {
                format!("`{name}` takes clauses and their levels in parentheses: `{example}`")
            }
        };
        self.errors.at(span, message);
    }

    /// Reports which of these keys are missing: one message for all of them.
    pub(crate) fn require(&self, names: &[&str]) {
        let missing: Vec<&Key> = names
            .iter()
            .filter(|name| !self.has(name))
            .filter_map(|name| Key::find(name, self.place))
            .collect();
        if missing.is_empty() {
            return;
        }
        let here = self.place.here();
        let keys: Vec<String> = missing.iter().map(|key| format!("`{}`", key.name)).collect();
        let keys = and(&keys);
        let mut message = match missing.len() {
            1 => format!("the key {keys} {here} is missing\n"),
            _ => format!("the keys {keys} {here} are missing\n"),
        };
        for Key { example, doc, .. } in missing {
            message.push_str(&format!("\n`{example}`: {doc}"));
        }
        self.errors.at(self.span, message);
    }

    /// Reports a mistake in how keys go together.
    pub(crate) fn error(&self, span: Span, message: &str) {
        self.errors.at(span, message);
    }
}

/// Words in backquotes.
fn quoted(words: &[&str]) -> Vec<String> {
    words.iter().map(|word| format!("`{word}`")).collect()
}

/// `a, b and c`.
fn and(words: &[impl AsRef<str>]) -> String {
    listed(words, "and")
}

/// `a, b or c`.
fn or(words: &[impl AsRef<str>]) -> String {
    listed(words, "or")
}

fn listed(words: &[impl AsRef<str>], last: &str) -> String {
    let mut text = String::new();
    for (index, word) in words.iter().enumerate() {
        if index > 0 && index + 1 == words.len() {
            text.push(' ');
            text.push_str(last);
            text.push(' ');
        } else if index > 0 {
            text.push_str(", ");
        }
        text.push_str(word.as_ref());
    }
    text
}
