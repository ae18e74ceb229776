//! What keys are given: one reader for each kind of value.

use proc_macro2::{Ident, Span, TokenStream, TokenTree};
use syn::parse::Parser as _;

use super::{At, Given, TextOrWord, TypeOrNone, and, quoted};
use crate::keys::{Key, Place, Takes, Words};
use crate::suggest::nearest;
use crate::syntax::{Entry, Value};
use crate::value::{date_problem, duration_problem, version_problem};

impl<'e> Given<'e> {
    fn tokens(&mut self, name: &'static str) -> Option<(&'static Key, TokenStream, Span)> {
        let (key, entry) = self.take(name)?;
        match entry.value {
            Value::Tokens(tokens) => {
                let span = first_span(&tokens).unwrap_or(entry.span);
                Some((key, tokens, span))
            }
            Value::Nothing | Value::List(_) | Value::Mistaken => {
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

    /// A string, not empty; or one word.
    pub(crate) fn text_or_word(&mut self, name: &'static str) -> Option<At<TextOrWord>> {
        let index = self.keys.iter().position(|(key, _)| key.name == name)?;
        let (key, entry) = &self.keys[index];
        if let (Takes::TextOrWord(word), Value::Tokens(tokens)) = (key.takes, &entry.value)
            && let Ok(ident) = syn::parse2::<Ident>(tokens.clone())
            && ident == word
        {
            self.keys.remove(index);
            return Some(At { value: TextOrWord::Word, span: ident.span() });
        }
        let At { value, span } = self.text(name)?;
        Some(At { value: TextOrWord::Text(value), span })
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

    /// One of a key's words.
    pub(crate) fn word(&mut self, name: &'static str) -> Option<At<&'static str>> {
        let (key, tokens, span) = self.tokens(name)?;
        let Takes::Word(words) = key.takes else { return None };
        self.one_of(key, words, tokens, span)
    }

    fn one_of(
        &self,
        key: &Key,
        words: Words,
        tokens: TokenStream,
        span: Span,
    ) -> Option<At<&'static str>> {
        let name = key.name;
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
        self.known(key, words, &ident)
    }

    fn known(&self, key: &Key, words: Words, ident: &Ident) -> Option<At<&'static str>> {
        let (name, value) = (key.name, ident.to_string());
        if let Some(value) = find(words, &value) {
            return Some(At { value, span: ident.span() });
        }
        match nearest(&value, words.iter().copied()) {
            Some(near) => self.errors.at(
                ident.span(),
                format_args!(
                    "`{value}` is not a word of `{name}`; did you mean `{near}`?\n\nThe words are \
                     {}.",
                    and(&quoted(words))
                ),
            ),
            None => self.wrong(key, ident.span()),
        }
        None
    }

    /// Some of a key's words.
    pub(crate) fn words(&mut self, name: &'static str) -> Option<At<Vec<&'static str>>> {
        let (key, idents, span) = self.idents(name)?;
        let Takes::WordList(words) = key.takes else { return None };
        let known: Vec<_> = idents.iter().map(|ident| self.known(key, words, ident)).collect();
        let value = known.into_iter().map(|at| Some(at?.value)).collect::<Option<_>>()?;
        Some(At { value, span })
    }

    /// Names.
    pub(crate) fn names(&mut self, name: &'static str) -> Option<At<Vec<String>>> {
        let (_, idents, span) = self.idents(name)?;
        Some(At { value: idents.iter().map(ToString::to_string).collect(), span })
    }

    /// The names that a key is given, if it is given some; the key stays to be read.
    pub(crate) fn peek_idents(&self, name: &str) -> Vec<Ident> {
        let entry = self.keys.iter().find(|(key, _)| key.name == name).map(|(_, entry)| entry);
        let Some(Entry { value: Value::List(entries), .. }) = entry else { return Vec::new() };
        entries.iter().filter_map(|entry| entry.key.clone()).collect()
    }

    /// The word that a key is given, if it is given one; the key stays to be read.
    pub(crate) fn peek_word(&self, name: &str) -> Option<At<String>> {
        let entry = self.keys.iter().find(|(key, _)| key.name == name).map(|(_, entry)| entry);
        let Some(Entry { value: Value::Tokens(tokens), .. }) = entry else { return None };
        let ident = syn::parse2::<Ident>(tokens.clone()).ok()?;
        Some(At { value: ident.to_string(), span: ident.span() })
    }

    /// `name(one, two)`: at least one, none twice.
    fn idents(&mut self, name: &'static str) -> Option<(&'static Key, Vec<Ident>, Span)> {
        let (key, entry) = self.take(name)?;
        let span = entry.span;
        let idents: Vec<Ident> = match entry.value {
            Value::List(entries) => entries
                .into_iter()
                .map(|entry| entry.key.filter(|_| matches!(entry.value, Value::Nothing)))
                .collect::<Option<_>>()
                .unwrap_or_default(),
            Value::Nothing | Value::Tokens(_) | Value::Mistaken => Vec::new(),
        };
        if idents.is_empty() {
            self.wrong(key, span);
            return None;
        }
        for (index, ident) in idents.iter().enumerate() {
            if idents[..index].contains(ident) {
                self.errors.at(ident.span(), format_args!("`{ident}` stands here twice; keep one"));
            }
        }
        Some((key, idents, span))
    }

    /// A whole number, at least 1.
    pub(crate) fn count(&mut self, name: &'static str) -> Option<At<u32>> {
        let (key, tokens, span) = self.tokens(name)?;
        let number = syn::parse2::<syn::LitInt>(tokens).ok();
        let value = number
            .filter(|number| number.suffix().is_empty())
            .and_then(|number| number.base10_parse::<u32>().ok())
            .filter(|number| *number > 0);
        if value.is_none() {
            self.wrong(key, span);
        }
        Some(At { value: value?, span })
    }

    /// A number from 1 to 1000, with at most three digits after the point.
    pub(crate) fn factor(&mut self, name: &'static str) -> Option<At<String>> {
        let (key, tokens, span) = self.tokens(name)?;
        let digits = match syn::parse2::<syn::Lit>(tokens) {
            Ok(syn::Lit::Float(number)) if number.suffix().is_empty() => {
                number.base10_digits().to_owned()
            }
            Ok(syn::Lit::Int(number)) if number.suffix().is_empty() => {
                number.base10_digits().to_owned()
            }
            _ => String::new(),
        };
        let fraction = digits.split_once('.').map_or(0, |(_, fraction)| fraction.len());
        let number = digits.parse().ok().filter(|number: &f64| (1.0..=1000.0).contains(number));
        let Some(number) = number.filter(|_| fraction <= 3 && !digits.contains(['e', 'E'])) else {
            self.wrong(key, span);
            return None;
        };
        // As JSON writes it: `3.0` of `3` and of `3.00`.
        Some(At { value: format!("{number:?}"), span })
    }

    /// A duration.
    pub(crate) fn duration(&mut self, name: &'static str) -> Option<At<String>> {
        self.text_like(name, duration_problem)
    }

    /// A sentence and its name.
    pub(crate) fn said(&mut self, name: &'static str) -> Option<(String, At<String>)> {
        let (key, entry) = self.take(name)?;
        let span = entry.span;
        let mut entries = match entry.value {
            Value::List(entries) => entries.into_iter(),
            Value::Nothing | Value::Tokens(_) | Value::Mistaken => Vec::new().into_iter(),
        };
        let parts = (entries.next(), entries.next(), entries.next());
        if let (
            Some(Entry { key: None, value: Value::Tokens(said), .. }),
            Some(Entry { key: Some(id), value: Value::Tokens(named), .. }),
            None,
        ) = parts
            && id == "id"
            && let Ok(said) = syn::parse2::<syn::LitStr>(said)
            && let Ok(named) = syn::parse2::<Ident>(named)
            && !said.value().trim().is_empty()
        {
            return Some((named.to_string(), At { value: said.value(), span }));
        }
        self.wrong(key, span);
        None
    }

    /// Clauses and their levels.
    pub(crate) fn levels(&mut self, name: &'static str) -> Vec<(&'static str, At<&'static str>)> {
        let Some((key, entry)) = self.take(name) else { return Vec::new() };
        let Value::List(entries) = entry.value else {
            self.wrong(key, entry.span);
            return Vec::new();
        };
        let mut levels: Vec<(&'static str, At<&'static str>)> = Vec::new();
        for entry in entries {
            let (Some(ident), Value::Tokens(tokens)) = (entry.key, entry.value) else {
                self.wrong(key, entry.span);
                continue;
            };
            let said = ident.to_string();
            let clauses = || Key::of(self.place).filter(|key| key.is_promise());
            let Some(clause) = clauses().find(|key| key.name == said) else {
                let near = nearest(&said, clauses().map(|key| key.name));
                let near = near.map_or_else(
                    || {
                        let mut names: Vec<&str> = clauses().map(|key| key.name).collect();
                        names.sort_unstable();
                        format!("the clauses are {}", and(&quoted(&names)))
                    },
                    |near| format!("did you mean `{near}`?"),
                );
                let here = self.place.here();
                self.errors
                    .at(ident.span(), format_args!("`{said}` is not a clause {here}; {near}"));
                continue;
            };
            if levels.iter().any(|(name, _)| *name == clause.name) {
                self.errors.at(ident.span(), format_args!("`{said}` stands here twice; keep one"));
                continue;
            }
            let span = first_span(&tokens).unwrap_or(entry.span);
            levels.extend(
                self.one_of(key, crate::keys::LEVELS, tokens, span)
                    .map(|level| (clause.name, At { span: ident.span(), ..level })),
            );
        }
        levels
    }

    /// The first of the keys that are clauses, and where it is given.
    pub(crate) fn first_clause(&self) -> Option<(&'static Key, &'static str, Span)> {
        self.keys.iter().find_map(|(key, entry)| Some((*key, key.below()?, entry.span)))
    }

    /// The place that the keys stand in.
    pub(crate) fn place(&self) -> Place {
        self.place
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
        let (Takes::Keys(place) | Takes::Entries(place, _)) = key.takes else { return None };
        match entry.value {
            Value::List(entries) => Some(Given::new(place, entries, entry.span, self.errors)),
            Value::Nothing | Value::Tokens(_) | Value::Mistaken => {
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
}

fn find(words: Words, word: &str) -> Option<&'static str> {
    words.iter().copied().find(|known| *known == word)
}

fn first_span(tokens: &TokenStream) -> Option<Span> {
    tokens.clone().into_iter().next().map(|token| match token {
        TokenTree::Group(group) => first_span(&group.stream()).unwrap_or_else(|| group.span()),
        other => other.span(),
    })
}
