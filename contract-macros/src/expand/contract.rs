//! `contract! { .. }`.

use proc_macro2::{Ident, Span, TokenStream};
use quote::quote;

use super::about::about;
use super::register::register;
use super::{option, scope};
use crate::model::Contract;

/// ```text
/// const CONTRACT: __contract::declare::ContractTable = __contract::declare::ContractTable {
///     id: "orders",
///     version: ::core::env!("CARGO_PKG_VERSION"),
///     ..
/// };
/// ```
pub(crate) fn contract(contract: &Contract) -> TokenStream {
    let Contract { runtime, id, version, owner, about: said } = contract;
    let version = match version {
        Some(version) => quote!(#version),
        None => quote!(::core::env!("CARGO_PKG_VERSION")),
    };
    let owner = option(owner.as_ref());
    let about = about(said);
    let table = quote! {
        __contract::declare::ContractTable {
            id: #id,
            version: #version,
            owner: #owner,
            module: ::core::module_path!(),
            about: #about,
        }
    };
    let item = quote!(__contract::declare::Item::Contract(&CONTRACT));
    let register = register(&Ident::new("contract", Span::call_site()), &item, &table.to_string());
    scope(
        runtime.as_ref(),
        &quote! {
            #[allow(dead_code)]
            const CONTRACT: __contract::declare::ContractTable = #table;
            #register
        },
    )
}
