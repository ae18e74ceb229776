//! `#[consumer(..)]`.

use proc_macro2::{Span, TokenStream};

use super::about;
use super::function::{by_value, wrapped};
use super::signature::{function, is_function};
use crate::attr::Given;
use crate::errors::Errors;
use crate::keys::Place;
use crate::model::Consumer;
use crate::value::id_problem;

/// Reads a consumer. The payload is the function's first argument, unless `payload` says another.
pub(crate) fn consumer(
    arguments: TokenStream,
    item: TokenStream,
    errors: &Errors,
) -> Option<Consumer> {
    if !is_function(&item, Place::Consumer, errors) {
        return None;
    }
    let mut given = Given::in_tokens(Place::Consumer, arguments, Span::call_site(), errors);
    given.require(&["id", "of"]);
    let runtime = given.path("crate");
    let id = given.text_like("id", id_problem);
    let of = given.text_like("of", id_problem);
    let said = given.has("payload");
    let payload = given.ty("payload");
    let signature = function(&item, Place::Consumer, errors)?;
    let about = about(&mut given, Place::Consumer, &signature.attrs, signature.ident.span());
    let payload = match signature.arguments.first() {
        _ if said => payload,
        Some(first) => Some(wrapped(&first.ty).cloned().unwrap_or_else(|| by_value(&first.ty))),
        None => {
            errors.at(
                signature.ident.span(),
                "a consumer takes an event; add an argument, or say what it reads: `payload = Type`",
            );
            None
        }
    };
    if !errors.is_empty() {
        return None;
    }
    Some(Consumer {
        runtime,
        item,
        ident: signature.ident,
        id: id?.value,
        of: of?.value,
        payload: payload?,
        about,
    })
}
