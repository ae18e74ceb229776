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
#[proc_macro]
pub fn contract(arguments: TokenStream) -> TokenStream {
    let errors = Errors::default();
    match read::contract(arguments.into(), &errors) {
        Some(contract) => expand::contract(&contract).into(),
        None => errors.into_tokens().into(),
    }
}

/// Derives the wire shape of a type from its own and from serde's attributes.
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

/// Derives an error set from an enum with one variant for each code.
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

/// Declares a function to be an operation that consumers call.
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
