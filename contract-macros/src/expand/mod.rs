//! Printers: from the model to tokens. They print data and nothing else.
//!
//! Everything stands in `const _: () = { .. }` with one alias for the runtime crate, so that no
//! name of ours meets a name of the user's.

mod about;
mod contract;
mod error_set;
mod operation;
mod register;
mod stand_in;
mod types;

pub(crate) use contract::contract;
pub(crate) use error_set::error_set;
pub(crate) use operation::operation;
pub(crate) use stand_in::{error_set_stand_in, type_stand_in};
pub(crate) use types::type_item;

use proc_macro2::TokenStream;
use quote::quote;
use syn::Path;

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

/// `::core::option::Option::Some("..")` or `None`.
fn option(value: Option<impl quote::ToTokens>) -> TokenStream {
    match value {
        Some(value) => quote!(::core::option::Option::Some(#value)),
        None => quote!(::core::option::Option::None),
    }
}
