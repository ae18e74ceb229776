//! The macros of `contract-core`. Depend on `contract-core`, which re-exports them.

mod attr;
mod bounds;
mod errors;
mod expand;
mod keys;
mod model;
mod position;
mod read;
mod serde_facts;
mod suggest;
mod syntax;
mod value;

use errors::Errors;
use proc_macro::TokenStream;
use quote::quote;
use syn::{DeriveInput, parse_macro_input};

/// Declares a contract: what one producer promises under one id and one version.
///
/// It stands once, as an item, in the module that the contract covers: it and everything below.
/// `id` is required; `version` is the crate's where it is not given; `owner`, `level` and
/// `meaning` may follow. See `contract_core::attributes`.
#[proc_macro]
pub fn contract(arguments: TokenStream) -> TokenStream {
    let errors = Errors::default();
    match read::contract(arguments.into(), &errors) {
        Some(contract) => expand::contract(&contract).into(),
        None => errors.into_tokens().into(),
    }
}

/// Derives the wire shape of a type: what serde writes for it and what serde reads into it.
///
/// The shape comes from serde's own attributes, read by serde's own reader, and from the shapes of
/// the field types. Type parameters get the bound `Contract` where serde would give them its own.
/// `#[contract(..)]` on the type, its fields and its variants says what serde cannot know. See
/// `contract_core::attributes`.
#[proc_macro_derive(Contract, attributes(contract, serde))]
pub fn derive_contract(input: TokenStream) -> TokenStream {
    let input = parse_macro_input!(input as DeriveInput);
    let errors = Errors::default();
    match read::type_item(&input, &errors) {
        read::Outcome::Item(item) => expand::type_item(&item).into(),
        read::Outcome::SerdeRefuses => expand::type_stand_in(&input).into(),
        read::Outcome::Mistaken => {
            let errors = errors.into_tokens();
            let stand_in = expand::type_stand_in(&input);
            quote!(#errors #stand_in).into()
        }
    }
}

/// Derives an error set from an enum with one variant for each code, and the trait
/// `ContractError`, which gives a value's code, status, retry and effects.
///
/// The enum says `domain` and `open` or `closed`; every variant says `code`, `status`, `retry` and
/// `effects`, and `role` where it plays one. See `contract_core::attributes`.
#[proc_macro_derive(ContractError, attributes(contract))]
pub fn derive_contract_error(input: TokenStream) -> TokenStream {
    let input = parse_macro_input!(input as DeriveInput);
    let errors = Errors::default();
    match read::error_set(&input, &errors) {
        Some(set) => expand::error_set(&set).into(),
        None => {
            let errors = errors.into_tokens();
            let stand_in = expand::error_set_stand_in(&input);
            quote!(#errors #stand_in).into()
        }
    }
}

/// Declares a function to be an operation that consumers call. The function stays as it is.
///
/// `id` is required. What callers send and what they get comes from the signature: `Json`, `Form`,
/// `Path` and `Query` by the last word of their path, `State`, `Extension`, `HeaderMap` and their
/// like ignored, any other argument as the body itself; `Result<T, E>` with `E` as the error set,
/// `Json<T>`, `T`, tuples that end with the body, `StatusCode` and `()` without one. `request`,
/// `response` and `errors` name a type, or `none`, where the signature does not say it. See
/// `contract_core::attributes`.
///
/// A handler is a free function: an `impl` has no room for what stands beside it.
#[proc_macro_attribute]
pub fn handler(arguments: TokenStream, item: TokenStream) -> TokenStream {
    let item = proc_macro2::TokenStream::from(item);
    let errors = Errors::default();
    match read::operation(arguments.into(), item.clone(), &errors) {
        Some(operation) => expand::operation(&operation).into(),
        None => {
            let errors = errors.into_tokens();
            quote!(#item #errors).into()
        }
    }
}
