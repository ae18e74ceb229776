//! The one reader of our attributes: which keys are given, and what they are given.
//!
//! Nothing here stops at a mistake. A mistake is reported on its own token, and what depends on
//! it is then left unsaid: a misspelt key counts as the key that it most likely stands for.

use proc_macro2::{Ident, Span, TokenStream, TokenTree};
use syn::parse::Parser as _;

use crate::errors::Errors;
use crate::keys::{Key, Place, Takes, Words};
use crate::suggest::nearest;
use crate::syntax::{self, Entry, Value};
use crate::value::{date_problem, version_problem};

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

impl<'e> Given<'e> {
    /// What the `#[contract(..)]` attributes among `attrs` say.
    pub(crate) fn in_attributes(
        place: Place,
        attrs: &[syn::Attribute],
        span: Span,
        errors: &'e Errors,
    ) -> Self {
        let mut entries = Vec::new();
        for attr in attrs.iter().filter(|attr| attr.path().is_ident("contract")) {
            match &attr.meta {
                syn::Meta::List(list)
                    if matches!(list.delimiter, syn::MacroDelimiter::Paren(_)) =>
                {
                    entries.extend(syntax::entries(list.tokens.clone(), errors));
                }
                other => {
                    errors.on(other, "expected keys in parentheses: `#[contract(level = stable)]`");
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
                errors.at(entry.span, "expected a key before this value, such as `note = \"..\"`");
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
            if given.has(key.name) {
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
        let elsewhere: Vec<&str> = crate::keys::KEYS
            .iter()
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
        let known: Vec<String> = Key::of(self.place).map(|key| format!("`{}`", key.name)).collect();
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

    fn take(&mut self, name: &'static str) -> Option<(&'static Key, Entry)> {
        debug_assert!(Key::find(name, self.place).is_some(), "no key {name} {:?}", self.place);
        let index = self.keys.iter().position(|(key, _)| key.name == name)?;
        Some(self.keys.remove(index))
    }

    fn wrong(&self, key: &Key, span: Span) {
        let Key { name, example, .. } = key;
        let message = match key.takes {
            Takes::Nothing => format!("`{name}` stands alone, without a value"),
            Takes::Word(words) => {
                let words: Vec<String> =
                    words.iter().map(|(word, _)| format!("`{word}`")).collect();
                format!("`{name}` takes one of the words {}", or(&words))
            }
            Takes::Text => format!("`{name}` takes a string: `{example}`"),
            Takes::Version => format!("`{name}` takes a version in a string: `{example}`"),
            Takes::Date => format!("`{name}` takes a date in a string: `{example}`"),
            Takes::Status => format!("`{name}` takes a number: `{example}`"),
            Takes::Type => format!("`{name}` takes a type: `{example}`"),
            Takes::Path => format!("`{name}` takes a path: `{example}`"),
            Takes::Address => format!("`{name}` takes a method and a path: `{example}`"),
            Takes::Keys(_) => format!("`{name}` takes keys in parentheses: `{example}`"),
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

    fn tokens(&mut self, name: &'static str) -> Option<(&'static Key, TokenStream, Span)> {
        let (key, entry) = self.take(name)?;
        match entry.value {
            Value::Tokens(tokens) => {
                let span = first_span(&tokens).unwrap_or(entry.span);
                Some((key, tokens, span))
            }
            Value::Nothing | Value::List(_) => {
                self.wrong(key, entry.span);
                None
            }
        }
    }

    /// A key that stands alone.
    pub(crate) fn flag(&mut self, name: &'static str) -> Option<Span> {
        let (key, entry) = self.take(name)?;
        if !matches!(entry.value, Value::Nothing) {
            self.wrong(key, entry.span);
        }
        Some(entry.span)
    }

    /// A string, not empty.
    pub(crate) fn text(&mut self, name: &'static str) -> Option<At<String>> {
        let (key, tokens, span) = self.tokens(name)?;
        let Ok(literal) = syn::parse2::<syn::LitStr>(tokens) else {
            self.wrong(key, span);
            return None;
        };
        let value = literal.value();
        if value.trim().is_empty() {
            self.errors.at(span, format_args!("`{name}` is empty"));
            return None;
        }
        Some(At { value, span })
    }

    /// A string in a small language.
    pub(crate) fn text_like(
        &mut self,
        name: &'static str,
        problem: fn(&str) -> Option<&'static str>,
    ) -> Option<At<String>> {
        let text = self.text(name)?;
        if let Some(problem) = problem(&text.value) {
            self.errors.at(text.span, format_args!("`{}`: {problem}", text.value));
            return None;
        }
        Some(text)
    }

    /// A version.
    pub(crate) fn version(&mut self, name: &'static str) -> Option<At<String>> {
        self.text_like(name, version_problem)
    }

    /// A date.
    pub(crate) fn date(&mut self, name: &'static str) -> Option<At<String>> {
        self.text_like(name, date_problem)
    }

    /// One of a key's words; what comes back is the Rust variant of the word.
    pub(crate) fn word(&mut self, name: &'static str) -> Option<At<&'static str>> {
        let (key, tokens, span) = self.tokens(name)?;
        let Takes::Word(words) = key.takes else { return None };
        if let Ok(literal) = syn::parse2::<syn::LitStr>(tokens.clone()) {
            let value = literal.value();
            if find(words, &value).is_some() {
                self.errors
                    .at(span, format_args!("words are written without quotes: `{name} = {value}`"));
                return None;
            }
        }
        let Ok(ident) = syn::parse2::<Ident>(tokens) else {
            self.wrong(key, span);
            return None;
        };
        let value = ident.to_string();
        if let Some(variant) = find(words, &value) {
            return Some(At { value: variant, span });
        }
        match nearest(&value, words.iter().map(|(word, _)| *word)) {
            Some(near) => self.errors.at(
                span,
                format_args!("`{value}` is not a word of `{name}`; did you mean `{near}`?"),
            ),
            None => self.wrong(key, span),
        }
        None
    }

    /// An HTTP status between two bounds.
    pub(crate) fn status(&mut self, name: &'static str, from: u16, to: u16) -> Option<u16> {
        let (key, tokens, span) = self.tokens(name)?;
        let Ok(literal) = syn::parse2::<syn::LitInt>(tokens) else {
            self.wrong(key, span);
            return None;
        };
        match literal.base10_parse::<u16>() {
            Ok(status) if (from..=to).contains(&status) => Some(status),
            _ => {
                self.errors.at(
                    span,
                    format_args!("`{name}` is a status from {from} to {to}, not {literal}"),
                );
                None
            }
        }
    }

    /// A type, given as it is or in a string; or the word `none` where `none` is allowed.
    pub(crate) fn type_or_none(&mut self, name: &'static str) -> Option<At<TypeOrNone>> {
        let (key, tokens, span) = self.tokens(name)?;
        let parsed = match syn::parse2::<syn::LitStr>(tokens.clone()) {
            Ok(literal) => literal.parse::<syn::Type>(),
            Err(_) => syn::parse2::<syn::Type>(tokens),
        };
        match parsed {
            Ok(syn::Type::Path(path)) if path.path.is_ident("none") => {
                Some(At { value: TypeOrNone::None, span })
            }
            Ok(parsed) => Some(At { value: TypeOrNone::Type(Box::new(parsed)), span }),
            Err(_) => {
                self.wrong(key, span);
                None
            }
        }
    }

    /// A type.
    pub(crate) fn ty(&mut self, name: &'static str) -> Option<syn::Type> {
        match self.type_or_none(name)? {
            At { value: TypeOrNone::Type(ty), .. } => Some(*ty),
            At { value: TypeOrNone::None, span } => {
                if let Some(key) = Key::find(name, self.place) {
                    self.wrong(key, span);
                }
                None
            }
        }
    }

    /// A path, given as it is or in a string.
    pub(crate) fn path(&mut self, name: &'static str) -> Option<syn::Path> {
        let (key, tokens, span) = self.tokens(name)?;
        let parsed = match syn::parse2::<syn::LitStr>(tokens.clone()) {
            Ok(literal) => literal.parse_with(syn::Path::parse_mod_style),
            Err(_) => syn::Path::parse_mod_style.parse2(tokens),
        };
        if parsed.is_err() {
            self.wrong(key, span);
        }
        parsed.ok()
    }

    /// Keys in parentheses.
    pub(crate) fn keys(&mut self, name: &'static str) -> Option<Given<'e>> {
        let (key, entry) = self.take(name)?;
        let Takes::Keys(place) = key.takes else { return None };
        match entry.value {
            Value::List(entries) => Some(Given::new(place, entries, entry.span, self.errors)),
            Value::Nothing | Value::Tokens(_) => {
                self.wrong(key, entry.span);
                None
            }
        }
    }

    /// `name(METHOD, "path")`.
    pub(crate) fn address(&mut self, name: &'static str) -> Option<(Ident, syn::LitStr)> {
        let (key, entry) = self.take(name)?;
        let span = entry.span;
        let Value::List(entries) = entry.value else {
            self.wrong(key, span);
            return None;
        };
        let mut entries = entries.into_iter();
        let parts = (entries.next(), entries.next(), entries.next());
        if let (
            Some(Entry { key: Some(method), value: Value::Nothing, .. }),
            Some(Entry { key: None, value: Value::Tokens(path), .. }),
            None,
        ) = parts
            && let Ok(path) = syn::parse2::<syn::LitStr>(path)
        {
            return Some((method, path));
        }
        self.wrong(key, span);
        None
    }

    /// Reports a mistake in how keys go together.
    pub(crate) fn error(&self, span: Span, message: &str) {
        self.errors.at(span, message);
    }
}

fn find(words: Words, word: &str) -> Option<&'static str> {
    words.iter().find(|(known, _)| *known == word).map(|(_, variant)| *variant)
}

fn first_span(tokens: &TokenStream) -> Option<Span> {
    tokens.clone().into_iter().next().map(|token| match token {
        TokenTree::Group(group) => first_span(&group.stream()).unwrap_or_else(|| group.span()),
        other => other.span(),
    })
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
