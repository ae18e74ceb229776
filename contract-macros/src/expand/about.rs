//! What an author says about a clause.

use proc_macro2::{Ident, Span, TokenStream};
use quote::quote;

use super::option;
use crate::model::{About, Clause, Deprecated, Said};
use crate::position::Position;

/// ```text
/// __contract::declare::At { file: "src/lib.rs", line: 12, column: 5 }
/// ```
pub(super) fn at(position: &Position) -> TokenStream {
    let Position { file, line, column } = position;
    let (line, column) = (number(*line), number(*column));
    quote!(__contract::declare::At { file: #file, line: #line, column: #column })
}

/// ```text
/// __contract::declare::About {
///     level: Some(__contract::Level::Stable),
///     ..__contract::declare::About::at("src/lib.rs", 12, 5)
/// }
/// ```
pub(super) fn about(about: &About) -> TokenStream {
    let Position { file, line, column } = &about.at;
    let (line, column) = (number(*line), number(*column));
    let plain = quote!(__contract::declare::About::at(#file, #line, #column));
    let mut said = TokenStream::new();
    if let Some(level) = about.level {
        let level = word("Level", level);
        said.extend(quote!(level: ::core::option::Option::Some(#level),));
    }
    if let Some(deprecated) = &about.deprecated {
        let deprecated = self::deprecated(deprecated);
        said.extend(quote!(deprecated: ::core::option::Option::Some(#deprecated),));
    }
    if let Some(meaning) = &about.meaning {
        said.extend(quote!(meaning: ::core::option::Option::Some(#meaning),));
    }
    if let Some(unit) = &about.unit {
        said.extend(quote!(unit: ::core::option::Option::Some(#unit),));
    }
    if !about.doc.is_empty() {
        let doc = &about.doc;
        said.extend(quote!(doc: #doc,));
    }
    if !about.clauses.is_empty() {
        let clauses = about.clauses.iter().map(clause);
        said.extend(quote!(clauses: &[#(#clauses),*],));
    }
    if said.is_empty() {
        return plain;
    }
    quote!(__contract::declare::About { #said ..#plain })
}

/// ```text
/// __contract::declare::Clause {
///     path: "idempotency/window",
///     value: __contract::declare::Value::Text("24h"),
///     line: 12,
///     column: 5,
/// }
/// ```
///
/// A literal, because a call would not live as long as the table that refers to it.
fn clause(clause: &Clause) -> TokenStream {
    let Clause { path, said, at: Position { line, column, .. }, .. } = clause;
    let value = match said {
        Said::Group => quote!(Group),
        Said::Flag => quote!(Flag),
        Said::Text(text) => quote!(Text(#text)),
        Said::Number(digits) => quote!(Number(#digits)),
        Said::List(items) => quote!(List(&[#(#items),*])),
    };
    let (line, column) = (number(*line), number(*column));
    quote! {
        __contract::declare::Clause {
            path: #path,
            value: __contract::declare::Value::#value,
            line: #line,
            column: #column,
        }
    }
}

fn deprecated(deprecated: &Deprecated) -> TokenStream {
    let Deprecated { since, date, sunset, remove_in, replaced_by, link, note } = deprecated;
    let [since, date, sunset, remove_in, replaced_by, link, note] =
        [since, date, sunset, remove_in, replaced_by, link, note].map(|text| option(text.as_ref()));
    quote! {
        __contract::declare::Deprecated {
            since: #since,
            date: #date,
            sunset: #sunset,
            remove_in: #remove_in,
            replaced_by: #replaced_by,
            link: #link,
            note: #note,
        }
    }
}

/// A word of the vocabulary, `with_key` of `Retry`: `__contract::Retry::WithKey`.
pub(super) fn word(vocabulary: &str, word: &str) -> TokenStream {
    let vocabulary = Ident::new(vocabulary, Span::call_site());
    let variant: String = word
        .split('_')
        .flat_map(|part| {
            let mut letters = part.chars();
            let first = letters.next().map(|first| first.to_ascii_uppercase());
            first.into_iter().chain(letters)
        })
        .collect();
    let variant = Ident::new(&variant, Span::call_site());
    quote!(__contract::#vocabulary::#variant)
}

fn number(number: u32) -> proc_macro2::Literal {
    proc_macro2::Literal::u32_unsuffixed(number)
}
