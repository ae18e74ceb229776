//! `#[derive(JobState)]`.

use proc_macro2::TokenStream;
use quote::quote;

use super::about::about;
use super::scope;
use crate::model::{JobStates, State, StateKind};

/// ```text
/// impl __contract::JobState for ExportState {
///     const STATES: &'static [__contract::declare::State] = &[__contract::declare::State {
///         name: "queued",
///         kind: __contract::declare::StateKind::Initial,
///         next: &["running", "cancelled"],
///         about: ..
///     }, ..];
///     fn state(&self) -> &'static __contract::declare::State {
///         let index = match self { Self::Queued { .. } => 0, .. };
///         &<Self as __contract::JobState>::STATES[index]
///     }
/// }
/// ```
pub(crate) fn job_state(states: &JobStates) -> TokenStream {
    let JobStates { runtime, ident, generics, states } = states;
    let (impl_generics, type_generics, where_clause) = generics.split_for_impl();
    let rows = states.iter().map(state);
    let arms = states.iter().enumerate().map(|(index, state)| {
        let variant = &state.ident;
        let index = proc_macro2::Literal::usize_unsuffixed(index);
        quote!(Self::#variant { .. } => #index,)
    });
    scope(
        runtime.as_ref(),
        &quote! {
            #[automatically_derived]
            impl #impl_generics __contract::JobState for #ident #type_generics #where_clause {
                const STATES: &'static [__contract::declare::State] = &[#(#rows),*];
                fn state(&self) -> &'static __contract::declare::State {
                    let index = match self { #(#arms)* };
                    &<Self as __contract::JobState>::STATES[index]
                }
            }
        },
    )
}

fn state(state: &State) -> TokenStream {
    let State { ident: _, name, kind, next, about: said } = state;
    let about = about(said);
    let kind = match kind {
        StateKind::Initial => quote!(Initial),
        StateKind::Passing => quote!(Passing),
        StateKind::Terminal(ending) => quote!(Terminal(#ending)),
    };
    quote! {
        __contract::declare::State {
            name: #name,
            kind: __contract::declare::StateKind::#kind,
            next: &[#(#next),*],
            about: #about,
        }
    }
}
