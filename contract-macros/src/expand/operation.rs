//! `#[handler(..)]`.

use proc_macro2::{Span, TokenStream};
use quote::{quote, quote_spanned};
use syn::Type;
use syn::spanned::Spanned as _;

use super::about::{about, at};
use super::register::register;
use super::{option, scope};
use crate::model::{Operation, Part};

/// The function as it was, and beside it
///
/// ```text
/// const OPERATION: __contract::declare::OperationTable = __contract::declare::OperationTable {
///     id: "orders.create",
///     request: &[__contract::declare::Part {
///         place: "body",
///         wire: <CreateOrder as __contract::Contract>::wire,
///         at: ..
///     }],
///     ..
/// };
/// ```
pub(crate) fn operation(operation: &Operation) -> TokenStream {
    let Operation {
        runtime,
        item,
        ident,
        id,
        http,
        success,
        request,
        response,
        errors,
        about: said,
    } = operation;
    let http = option(http.as_ref().map(|(method, path)| quote!((#method, #path))));
    let success = option(success.map(proc_macro2::Literal::u16_unsuffixed));
    let parts = request.iter().map(part);
    let response = option(response.as_ref().map(wire_fn));
    let errors = option(errors.as_ref().map(|ty| {
        let span = inside(ty.span());
        quote_spanned!(span=> <#ty as __contract::ContractError>::table)
    }));
    let about = about(said);
    let table = quote! {
        __contract::declare::OperationTable {
            id: #id,
            module: ::core::module_path!(),
            http: #http,
            success: #success,
            request: &[#(#parts),*],
            response: #response,
            errors: #errors,
            about: #about,
        }
    };
    let found = quote!(__contract::declare::Item::Operation(&OPERATION));
    let register = register(ident, &found, &table);
    let scope = scope(
        runtime.as_ref(),
        &quote! {
            #[allow(dead_code)]
            const OPERATION: __contract::declare::OperationTable = #table;
            #register
        },
    );
    quote!(#item #scope)
}

fn part(part: &Part) -> TokenStream {
    let Part { place, ty, at: position } = part;
    let wire = wire_fn(ty);
    let at = at(position);
    quote!(__contract::declare::Part { place: #place, wire: #wire, at: #at })
}

/// ```text
/// <CreateOrder as __contract::Contract>::wire
/// ```
///
/// It stands at the type, so that a missing `Contract` is reported there.
pub(super) fn wire_fn(ty: &Type) -> TokenStream {
    let span = inside(ty.span());
    quote_spanned!(span=> <#ty as __contract::Contract>::wire)
}

/// The place of a span, seen as code that a macro made.
fn inside(span: Span) -> Span {
    Span::mixed_site().located_at(span)
}
