//! What stands in for an item with mistakes, so that nothing else turns red.

use proc_macro2::TokenStream;
use quote::quote;

use super::scope;

/// ```text
/// impl<T> __contract::Contract for Page<T> {
///     fn wire() -> __contract::declare::Wire {
///         __contract::declare::Wire::Opaque("unknown: its attributes have mistakes", None)
///     }
/// }
/// ```
///
/// The shape is opaque and not empty: whatever comes to judge it must not take it for known.
pub(crate) fn type_stand_in(input: &syn::DeriveInput) -> TokenStream {
    let ident = &input.ident;
    let (impl_generics, type_generics, where_clause) = input.generics.split_for_impl();
    scope(
        None,
        &quote! {
            #[automatically_derived]
            impl #impl_generics __contract::Contract for #ident #type_generics #where_clause {
                fn wire() -> __contract::declare::Wire {
                    __contract::declare::Wire::Opaque(
                        "unknown: its attributes have mistakes",
                        ::core::option::Option::None,
                    )
                }
            }
        },
    )
}

/// ```text
/// impl __contract::ContractError for CreateError {
///     fn table() -> &'static __contract::declare::ErrorTable { ::core::unreachable!() }
///     ..
/// }
/// ```
///
/// It cannot run: a `compile_error!` stands beside it. The rules of handlers take it for unknown.
pub(crate) fn error_set_stand_in(input: &syn::DeriveInput) -> TokenStream {
    let ident = &input.ident;
    let (impl_generics, type_generics, where_clause) = input.generics.split_for_impl();
    scope(
        None,
        &quote! {
            #[automatically_derived]
            impl #impl_generics __contract::private::ErrorSet
                for #ident #type_generics #where_clause
            {
                const TABLE: __contract::declare::ErrorTable = __contract::private::UNKNOWN;
            }
            #[automatically_derived]
            impl #impl_generics __contract::ContractError for #ident #type_generics #where_clause {
                fn table() -> &'static __contract::declare::ErrorTable {
                    ::core::unreachable!()
                }
                fn entry(&self) -> &'static __contract::declare::ErrorCode {
                    ::core::unreachable!()
                }
            }
        },
    )
}

/// ```text
/// impl __contract::ContractConfig for CardNetwork {
///     fn table() -> &'static __contract::declare::ProviderTable { ::core::unreachable!() }
///     ..
/// }
/// ```
pub(crate) fn config_stand_in(input: &syn::DeriveInput) -> TokenStream {
    let ident = &input.ident;
    let (impl_generics, type_generics, where_clause) = input.generics.split_for_impl();
    scope(
        None,
        &quote! {
            #[automatically_derived]
            impl #impl_generics __contract::ContractConfig for #ident #type_generics #where_clause {
                fn table() -> &'static __contract::declare::ProviderTable {
                    ::core::unreachable!()
                }
                fn load_with(
                    _: &mut dyn ::core::ops::FnMut(&str) -> __contract::private::Found,
                ) -> ::core::result::Result<Self, __contract::Blocked> {
                    ::core::unreachable!()
                }
            }
        },
    )
}

/// ```text
/// impl __contract::JobState for ExportState {
///     const STATES: &'static [__contract::declare::State] = &[];
///     fn state(&self) -> &'static __contract::declare::State { ::core::unreachable!() }
/// }
/// ```
pub(crate) fn job_state_stand_in(input: &syn::DeriveInput) -> TokenStream {
    let ident = &input.ident;
    let (impl_generics, type_generics, where_clause) = input.generics.split_for_impl();
    scope(
        None,
        &quote! {
            #[automatically_derived]
            impl #impl_generics __contract::JobState for #ident #type_generics #where_clause {
                const STATES: &'static [__contract::declare::State] = &[];
                fn state(&self) -> &'static __contract::declare::State {
                    ::core::unreachable!()
                }
            }
        },
    )
}
