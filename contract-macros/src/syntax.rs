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
            ',' if angles == 0 => {
                if chunk.is_empty() {
                    errors.at(token.span(), "expected a key before this comma");
                }
                entries.extend(entry(std::mem::take(&mut chunk), errors));
                previous = sign;
                continue;
            }
            _ => {}
        }
        previous = sign;
        chunk.push(token);
    }
    entries.extend(entry(chunk, errors));
    entries
}

/// A key inside a value: a comma is missing before it. `wire = Page<Item = u8>` has none.
fn next_key(value: TokenStream) -> Option<Ident> {
    let mut angles = 0_u32;
    let mut last: Option<Ident> = None;
    for (index, token) in value.into_iter().enumerate() {
        match &token {
            TokenTree::Punct(punct) if punct.as_char() == '<' => angles += 1,
            TokenTree::Punct(punct) if punct.as_char() == '>' => {
                angles = angles.saturating_sub(1);
            }
            TokenTree::Punct(punct) if punct.as_char() == '=' && angles == 0 => return last,
            _ => {}
        }
        last = match token {
            TokenTree::Ident(ident) if index > 0 => Some(ident),
            _ => None,
        };
    }
    None
}

fn entry(chunk: Vec<TokenTree>, errors: &Errors) -> Option<Entry> {
    let mut tokens = chunk.into_iter();
    let first = tokens.next()?;
    let span = first.span();
    let key = match first {
        TokenTree::Ident(ident) => ident,
        TokenTree::Group(group) if group.delimiter() != Delimiter::None => {
            errors.at(group.span(), "expected a key, such as `level = stable`");
            return None;
        }
        TokenTree::Punct(punct) => {
            errors.at(punct.span(), "expected a key, such as `level = stable`");
            return None;
        }
        literal @ (TokenTree::Literal(_) | TokenTree::Group(_)) => {
            let value = std::iter::once(literal).chain(tokens).collect();
            return Some(Entry { key: None, value: Value::Tokens(value), span });
        }
    };
    let value = match tokens.next() {
        None => Value::Nothing,
        Some(TokenTree::Punct(punct)) if punct.as_char() == '=' => {
            let value: TokenStream = tokens.collect();
            if value.is_empty() {
                errors.at(punct.span(), format_args!("expected a value for `{key}` after this"));
                return None;
            }
            if let Some(next) = next_key(value.clone()) {
                errors.at(next.span(), format_args!("expected a comma before `{next}`"));
                return None;
            }
            Value::Tokens(value)
        }
        Some(TokenTree::Group(group)) if group.delimiter() == Delimiter::Parenthesis => {
            if let Some(extra) = tokens.next() {
                errors.at(extra.span(), "expected a comma before this");
            }
            Value::List(entries(group.stream(), errors))
        }
        Some(other) => {
            errors.at(
                other.span(),
                format_args!("expected a comma, `=` or a list in parentheses after `{key}`"),
            );
            return None;
        }
    };
    Some(Entry { key: Some(key), value, span })
}
