//! What each macro does with its tokens; `lib.rs` only hands them over.

use proc_macro2::TokenStream;
use quote::quote;
use syn::DeriveInput;

use crate::editor::{self, Derive};
use crate::errors::Errors;
use crate::keys::Place;
use crate::{expand, read};

pub(crate) fn contract(arguments: TokenStream) -> TokenStream {
    let keys = editor::arguments(Place::Contract, &arguments);
    let errors = Errors::default();
    let said = match read::contract(arguments, &errors) {
        Some(contract) => expand::contract(&contract),
        None => errors.into_tokens(),
    };
    quote!(#keys #said)
}

pub(crate) fn baseline(text: TokenStream) -> TokenStream {
    let errors = Errors::default();
    match read::baseline(text, &errors) {
        Some(baseline) => expand::baseline(&baseline),
        None => errors.into_tokens(),
    }
}

pub(crate) fn derive_contract(input: TokenStream) -> TokenStream {
    derive(input, Some(Derive::CONTRACT), |input| {
        let errors = Errors::default();
        match read::type_item(input, &errors) {
            read::Outcome::Item(item) => expand::type_item(&item),
            read::Outcome::SerdeRefuses => expand::type_stand_in(input),
            read::Outcome::Mistaken => beside(errors, expand::type_stand_in(input)),
        }
    })
}

pub(crate) fn derive_contract_error(input: TokenStream) -> TokenStream {
    derive(input, Some(Derive::ERROR), |input| {
        let errors = Errors::default();
        match read::error_set(input, &errors) {
            Some(set) => expand::error_set(&set),
            None => beside(errors, expand::error_set_stand_in(input)),
        }
    })
}

pub(crate) fn derive_into_response(input: TokenStream) -> TokenStream {
    derive(input, None, |input| expand::into_response(input, read::runtime(input).as_ref()))
}

pub(crate) fn derive_contract_config(input: TokenStream) -> TokenStream {
    derive(input, Some(Derive::CONFIG), |input| {
        let errors = Errors::default();
        match read::config(input, &errors) {
            Some(config) => expand::config(&config),
            None => beside(errors, expand::config_stand_in(input)),
        }
    })
}

pub(crate) fn derive_job_state(input: TokenStream) -> TokenStream {
    derive(input, Some(Derive::STATES), |input| {
        let errors = Errors::default();
        match read::job_state(input, &errors) {
            Some(states) => expand::job_state(&states),
            None => beside(errors, expand::job_state_stand_in(input)),
        }
    })
}

// In an `impl` nothing can stand beside the function: where it is a method, its keys are not named.

pub(crate) fn operation(place: Place, arguments: TokenStream, item: TokenStream) -> TokenStream {
    let keys = editor::arguments(place, &arguments);
    let errors = Errors::default();
    match read::operation(place, arguments, item.clone(), &errors) {
        Some(operation) => {
            let said = expand::operation(&operation);
            quote!(#keys #said)
        }
        None => {
            let errors = errors.into_tokens();
            // What the signature may name stands all the same.
            let beside = read::function_name(&item).map(|(vis, ident)| {
                let module = expand::operation_module(&vis, &ident);
                (keys, module)
            });
            let (keys, module) = beside.unzip();
            quote!(#keys #item #module #errors)
        }
    }
}

pub(crate) fn job(arguments: TokenStream, item: TokenStream) -> TokenStream {
    let keys = editor::arguments(Place::Job, &arguments);
    let errors = Errors::default();
    match read::job(arguments, item.clone(), &errors) {
        Some(job) => {
            let said = expand::job(&job);
            quote!(#keys #said)
        }
        None => {
            let keys = read::function_name(&item).map(|_| keys);
            let said = beside(errors, item);
            quote!(#keys #said)
        }
    }
}

pub(crate) fn consumer(arguments: TokenStream, item: TokenStream) -> TokenStream {
    let keys = editor::arguments(Place::Consumer, &arguments);
    let errors = Errors::default();
    match read::consumer(arguments, item.clone(), &errors) {
        Some(consumer) => {
            let said = expand::consumer(&consumer);
            quote!(#keys #said)
        }
        None => {
            let keys = read::function_name(&item).map(|_| keys);
            let said = beside(errors, item);
            quote!(#keys #said)
        }
    }
}

fn derive(
    input: TokenStream,
    reads: Option<Derive>,
    expand: impl FnOnce(&DeriveInput) -> TokenStream,
) -> TokenStream {
    match syn::parse2(input) {
        Ok(input) => {
            let keys = reads.map(|reads| editor::attributes(reads, &input));
            let said = expand(&input);
            quote!(#keys #said)
        }
        Err(error) => error.into_compile_error(),
    }
}

/// The mistakes, and what stands so that nothing else turns red.
fn beside(errors: Errors, item: TokenStream) -> TokenStream {
    let errors = errors.into_tokens();
    quote!(#item #errors)
}
