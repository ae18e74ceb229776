//! Printers: from the model to tokens. They print data and nothing else.
//!
//! Everything stands in `const _: () = { .. }` with one alias for the runtime crate, so that no
//! name of ours meets a name of the user's.

mod about;
mod baseline;
mod config;
mod consumer;
mod contract;
mod error_set;
mod job;
mod job_state;
mod occurrence;
mod operation;
mod packed;
mod register;
mod rules;
mod stand_in;
mod types;

pub(crate) use baseline::baseline;
pub(crate) use config::config;
pub(crate) use consumer::consumer;
pub(crate) use contract::contract;
pub(crate) use error_set::{error_set, into_response};
pub(crate) use job::job;
pub(crate) use job_state::job_state;
pub(crate) use operation::{module as operation_module, operation};
pub(crate) use stand_in::{config_stand_in, error_set_stand_in, job_state_stand_in, type_stand_in};
pub(crate) use types::type_item;

use proc_macro2::{Span, TokenStream};
use quote::{quote, quote_spanned};
use syn::spanned::Spanned as _;
use syn::{Path, Type};

/// ```text
/// #[doc(hidden)]
/// #[allow(..)]
/// const _: () = {
///     use ::contract_core as __contract;
///     ..
/// };
/// ```
fn scope(runtime: Option<&Path>, inside: &TokenStream) -> TokenStream {
    let runtime = match runtime {
        Some(path) => quote!(#path),
        None => quote!(::contract_core),
    };
    quote! {
        #[doc(hidden)]
        #[allow(
            deprecated,
            unexpected_cfgs,
            unused_qualifications,
            clippy::absolute_paths
        )]
        const _: () = {
            #[allow(unused_imports)]
            use #runtime as __contract;
            #inside
        };
    }
}

/// `Some(<CreateError as __contract::ContractError>::table)`, at the type, or `None`.
fn errors_fn(errors: Option<&Type>) -> TokenStream {
    option(errors.map(|ty| {
        let span = inside(ty.span());
        quote_spanned!(span=> <#ty as __contract::ContractError>::table)
    }))
}

/// The place of a span, seen as code that a macro made.
fn inside(span: Span) -> Span {
    Span::mixed_site().located_at(span)
}

/// `::core::option::Option::Some("..")` or `None`.
fn option(value: Option<impl quote::ToTokens>) -> TokenStream {
    match value {
        Some(value) => quote!(::core::option::Option::Some(#value)),
        None => quote!(::core::option::Option::None),
    }
}
