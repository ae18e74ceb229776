//! `#[derive(ContractError)]`.

use proc_macro2::TokenStream;
use quote::quote;

use super::about::{about, word};
use super::baseline::{Kind, compare, mark};
use super::register::register;
use super::{occurrence, scope};
use crate::facts;
use crate::model::{ErrorCode, ErrorSet};

/// ```text
/// impl __contract::private::ErrorSet for CreateError {
///     const TABLE: __contract::declare::ErrorTable =
///         __contract::declare::ErrorTable { codes: &[..], .. };
/// }
/// impl __contract::ContractError for CreateError {
///     fn table() -> &'static __contract::declare::ErrorTable {
///         &<Self as __contract::private::ErrorSet>::TABLE
///     }
///     fn entry(&self) -> &'static __contract::declare::ErrorCode {
///         let index = match self { CreateError::CardDeclined { .. } => 0, .. };
///         &Self::table().codes[index]
///     }
/// }
/// ```
pub(crate) fn error_set(set: &ErrorSet) -> TokenStream {
    let ErrorSet { runtime, ident, generics, name, domain, open, codes, about: said } = set;
    let (impl_generics, type_generics, where_clause) = generics.split_for_impl();
    let rows = codes.iter().map(code);
    let methods = occurrence::methods(codes);
    let about = about(said);
    let facts = facts::error_set(set);
    let mark = mark(Kind::Errors, &facts);
    let compare = compare(Kind::Errors, &facts);
    let table = quote! {
        __contract::declare::ErrorTable {
            mark: #mark,
            name: #name,
            type_name: ::core::any::type_name::<Self>,
            module: ::core::module_path!(),
            domain: #domain,
            open: #open,
            codes: &[#(#rows),*],
            about: #about,
        }
    };
    let entry = if codes.is_empty() {
        quote!(match *self {})
    } else {
        let arms = codes.iter().enumerate().map(|(index, code)| {
            let variant = &code.ident;
            let index = proc_macro2::Literal::usize_unsuffixed(index);
            quote!(Self::#variant { .. } => #index,)
        });
        quote! {
            let index = match self { #(#arms)* };
            &<Self as __contract::ContractError>::table().codes[index]
        }
    };
    let register =
        if generics.type_params().next().is_none() && generics.const_params().next().is_none() {
            let lifetimes = generics.lifetimes().map(|_| quote!('static));
            let item = quote! {
                __contract::declare::Item::Errors(
                    <#ident<#(#lifetimes),*> as __contract::ContractError>::table(),
                )
            };
            register(ident, &item, &table.to_string())
        } else {
            TokenStream::new()
        };
    scope(
        runtime.as_ref(),
        &quote! {
            #[automatically_derived]
            impl #impl_generics __contract::private::ErrorSet
                for #ident #type_generics #where_clause
            {
                const TABLE: __contract::declare::ErrorTable = #table;
            }
            #[automatically_derived]
            impl #impl_generics __contract::ContractError for #ident #type_generics #where_clause {
                fn table() -> &'static __contract::declare::ErrorTable {
                    const { &<Self as __contract::private::ErrorSet>::TABLE }
                }
                fn entry(&self) -> &'static __contract::declare::ErrorCode {
                    #entry
                }
                #methods
            }
            #register
            #compare
        },
    )
}

fn code(code: &ErrorCode) -> TokenStream {
    let ErrorCode { rust_name, code, status, retry, effects, role, about: said, .. } = code;
    let status = proc_macro2::Literal::u16_unsuffixed(*status);
    let retry = word("Retry", retry);
    let effects = word("Effects", effects);
    let role = word("Role", role);
    let about = about(said);
    quote! {
        __contract::declare::ErrorCode {
            rust_name: #rust_name,
            code: #code,
            status: #status,
            retry: #retry,
            effects: #effects,
            role: #role,
            about: #about,
        }
    }
}

/// ```text
/// impl __contract::private::IntoResponse for CreateError {
///     fn into_response(self) -> __contract::private::Response {
///         __contract::private::IntoResponse::into_response(
///             __contract::ContractError::problem(&self),
///         )
///     }
/// }
/// ```
pub(crate) fn into_response(input: &syn::DeriveInput, runtime: Option<&syn::Path>) -> TokenStream {
    let ident = &input.ident;
    let (impl_generics, type_generics, where_clause) = input.generics.split_for_impl();
    scope(
        runtime,
        &quote! {
            #[automatically_derived]
            impl #impl_generics __contract::private::IntoResponse
                for #ident #type_generics #where_clause
            {
                fn into_response(self) -> __contract::private::Response {
                    __contract::private::IntoResponse::into_response(
                        __contract::ContractError::problem(&self),
                    )
                }
            }
        },
    )
}
