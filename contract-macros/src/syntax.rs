//! The syntax of attribute lists, without their meaning: `key`, `key = value`, `key(..)`, `value`.
//!
//! The reader is our own because it must go on after a mistake; `syn`'s stops at the first one.

use proc_macro2::{Delimiter, Ident, Span, TokenStream, TokenTree};

use crate::errors::Errors;

/// One entry of an attribute list.
pub(crate) struct Entry {
    /// The key, or nothing for a bare literal.
    pub(crate) key: Option<Ident>,
    /// What it is given.
    pub(crate) value: Value,
    /// The whole entry's first token.
    pub(crate) span: Span,
}

/// What a key is given.
pub(crate) enum Value {
    /// `key`.
    Nothing,
    /// `key = value`, or the bare value.
    Tokens(TokenStream),
    /// `key(..)`.
    List(Vec<Entry>),
    /// Something that is no value, which is reported.
    Mistaken,
}

/// Reads a list of entries that are separated by commas; mistakes are reported and skipped.
pub(crate) fn entries(tokens: TokenStream, errors: &Errors) -> Vec<Entry> {
    let mut entries = Vec::new();
    let mut chunk: Vec<TokenTree> = Vec::new();
    // Commas between angle brackets belong to a type: `wire = BTreeMap<String, u8>`.
    let mut angles = 0_u32;
    let mut previous = ' ';
    for token in tokens {
        let sign = match &token {
            TokenTree::Punct(punct) => punct.as_char(),
            _ => ' ',
        };
        match sign {
            '<' => angles += 1,
            '>' if !matches!(previous, '-' | '=') => angles = angles.saturating_sub(1),
            ',' | ';' if angles == 0 => {
                if sign == ';' {
                    errors.at(token.span(), "keys are separated by commas: write `,` here");
                } else if chunk.is_empty() {
                    errors.at(token.span(), "expected a key before this comma");
                }
                entry(std::mem::take(&mut chunk), &mut entries, errors);
                previous = sign;
                continue;
            }
            _ => {}
        }
        previous = sign;
        chunk.push(token);
    }
    entry(chunk, &mut entries, errors);
    entries
}

/// Where a key stands inside a value: a comma is missing before it. `wire = Page<Item = u8>` has
/// none.
fn next_key(value: &[TokenTree]) -> Option<usize> {
    // A literal is a whole value.
    if let [TokenTree::Literal(_), TokenTree::Ident(_), ..] = value {
        return Some(1);
    }
    let mut angles = 0_u32;
    let mut last: Option<usize> = None;
    for (index, token) in value.iter().enumerate() {
        match token {
            TokenTree::Punct(punct) if punct.as_char() == '<' => angles += 1,
            TokenTree::Punct(punct) if punct.as_char() == '>' => {
                angles = angles.saturating_sub(1);
            }
            TokenTree::Punct(punct) if punct.as_char() == '=' && angles == 0 => return last,
            _ => {}
        }
        last = match token {
            TokenTree::Ident(_) if index > 0 => Some(index),
            _ => None,
        };
    }
    None
}

/// Reads what stands between two commas. A key whose value is a mistake is a key all the same: it is
/// not missing.
fn entry(chunk: Vec<TokenTree>, read: &mut Vec<Entry>, errors: &Errors) {
    let mut tokens = chunk.into_iter();
    let Some(first) = tokens.next() else { return };
    let span = first.span();
    let key = match first {
        TokenTree::Ident(ident) => ident,
        TokenTree::Group(group) if group.delimiter() != Delimiter::None => {
            errors.at(group.span(), "expected a key, such as `level = stable`");
            return;
        }
        TokenTree::Punct(punct) => {
            errors.at(punct.span(), "expected a key, such as `level = stable`");
            return;
        }
        literal @ (TokenTree::Literal(_) | TokenTree::Group(_)) => {
            let value = std::iter::once(literal).chain(tokens).collect();
            read.push(Entry { key: None, value: Value::Tokens(value), span });
            return;
        }
    };
    let value = match tokens.next() {
        None => Value::Nothing,
        Some(TokenTree::Punct(punct)) if punct.as_char() == '=' => {
            let mut value: Vec<TokenTree> = tokens.collect();
            if let Some(next) = next_key(&value) {
                let rest = value.split_off(next);
                errors.at(rest[0].span(), format_args!("expected a comma before `{}`", rest[0]));
                read.push(Entry { key: Some(key), value: given(value), span });
                return entry(rest, read, errors);
            }
            if value.is_empty() {
                errors.at(punct.span(), format_args!("expected a value for `{key}` after this"));
            }
            given(value)
        }
        Some(TokenTree::Group(group)) if group.delimiter() == Delimiter::Parenthesis => {
            let list = Value::List(entries(group.stream(), errors));
            read.push(Entry { key: Some(key), value: list, span });
            let rest: Vec<TokenTree> = tokens.collect();
            if let Some(extra) = rest.first() {
                errors.at(extra.span(), "expected a comma before this");
            }
            return entry(rest, read, errors);
        }
        Some(next @ TokenTree::Ident(_)) => {
            errors.at(next.span(), format_args!("expected a comma before `{next}`"));
            read.push(Entry { key: Some(key), value: Value::Nothing, span });
            return entry(std::iter::once(next).chain(tokens).collect(), read, errors);
        }
        Some(other) => {
            errors.at(
                other.span(),
                format_args!("expected a comma, `=` or a list in parentheses after `{key}`"),
            );
            Value::Mistaken
        }
    };
    read.push(Entry { key: Some(key), value, span });
}

fn given(value: Vec<TokenTree>) -> Value {
    if value.is_empty() { Value::Mistaken } else { Value::Tokens(value.into_iter().collect()) }
}
