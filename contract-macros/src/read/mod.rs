//! From syntax to the model: one reader per kind of item. Each reports every mistake that it finds
//! and gives the model only where it found none.

mod address;
mod baseline;
mod clauses;
mod coherence;
mod config;
mod consumer;
mod contract;
mod error_set;
mod function;
mod held;
mod job;
mod job_state;
mod occurrence;
mod operation;
mod rust_deprecated;
mod signature;
mod types;

pub(crate) use baseline::baseline;
pub(crate) use config::config;
pub(crate) use consumer::consumer;
pub(crate) use contract::contract;
pub(crate) use error_set::{error_set, runtime};
pub(crate) use job::job;
pub(crate) use job_state::job_state;
pub(crate) use operation::{name as function_name, operation};
pub(crate) use types::{Outcome, type_item};

use proc_macro2::Span;

use crate::attr::Given;
use crate::errors::Errors;
use crate::keys::{Key, Place};
use crate::model::{About, Deprecated};
use crate::position::Position;

/// What an author says about the clause that `given` stands on.
fn about(given: &mut Given<'_>, place: Place, attrs: &[syn::Attribute], span: Span) -> About {
    let has = |name| Key::find(name, place).is_some();
    About {
        level: given.word("level").map(|level| level.value),
        deprecated: if has("deprecated") {
            rust_deprecated::with_rusts(deprecated(given), attrs)
        } else {
            None
        },
        meaning: given.text("meaning").map(|text| text.value),
        unit: has("unit").then(|| given.text("unit")).flatten().map(|text| text.value),
        doc: doc(attrs),
        clauses: clauses::clauses(given),
        at: Position::of(span),
        span,
    }
}

/// Whether anything is said in the attribute of a place; `#[contract(..)]` in its stead is one mistake
/// and not one for each key that is then missing.
fn says_anything<'a>(
    mut attrs: impl Iterator<Item = &'a syn::Attribute> + Clone,
    place: Place,
    errors: &Errors,
) -> bool {
    let name = place.attribute();
    if attrs.clone().any(|attr| attr.path().is_ident(name)) {
        return true;
    }
    let instead = attrs.find(|attr| attr.path().is_ident("contract"));
    if let Some(attr) = instead {
        errors.on(attr.path(), format_args!("what is said here stands in `#[{name}(..)]`"));
    }
    instead.is_none()
}

fn deprecated(given: &mut Given<'_>) -> Option<Deprecated> {
    let mut keys = given.keys("deprecated")?;
    let (date, sunset) = (keys.date("date"), keys.date("sunset"));
    coherence::sunset(&keys, date.as_ref(), sunset.as_ref());
    let deprecated = Deprecated {
        since: keys.version("since").map(|text| text.value),
        date: date.map(|text| text.value),
        sunset: sunset.map(|text| text.value),
        remove_in: keys.version("remove_in").map(|text| text.value),
        replaced_by: keys.text("replaced_by").map(|text| text.value),
        link: keys.text("link").map(|text| text.value),
        note: keys.text("note").map(|text| text.value),
    };
    Some(deprecated)
}

/// The documentation comment: the lines without the space that follows `///`.
fn doc(attrs: &[syn::Attribute]) -> String {
    let mut lines = Vec::new();
    for attr in attrs.iter().filter(|attr| attr.path().is_ident("doc")) {
        let syn::Meta::NameValue(pair) = &attr.meta else { continue };
        let mut value = &pair.value;
        while let syn::Expr::Group(group) = value {
            value = &group.expr;
        }
        // `#[doc = include_str!(..)]` is not known before it is expanded.
        if let syn::Expr::Lit(syn::ExprLit { lit: syn::Lit::Str(text), .. }) = value {
            let text = text.value();
            for line in text.split('\n') {
                lines.push(line.strip_prefix(' ').unwrap_or(line).trim_end().to_owned());
            }
        }
    }
    lines.join("\n").trim().to_owned()
}

/// A Rust name without `r#`.
pub(crate) fn unraw(ident: &syn::Ident) -> String {
    let text = ident.to_string();
    text.strip_prefix("r#").unwrap_or(&text).to_owned()
}

#[cfg(test)]
mod operation_tests;
