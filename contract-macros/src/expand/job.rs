//! `#[job(..)]`.

use proc_macro2::TokenStream;
use quote::{quote, quote_spanned};
use syn::spanned::Spanned as _;

use super::about::about;
use super::baseline::{Kind, compare, mark};
use super::register::register;
use super::{errors_fn, inside, rules, scope};
use crate::facts;
use crate::model::Job;

/// The function as it was, and beside it
///
/// ```text
/// const JOB: __contract::declare::JobTable = __contract::declare::JobTable {
///     id: "exports.run",
///     states: <ExportState as __contract::JobState>::states,
///     ..
/// };
/// ```
pub(crate) fn job(job: &Job) -> TokenStream {
    let Job { runtime, item, ident, id, states, errors, about: said, .. } = job;
    let span = inside(states.span());
    let states = quote_spanned!(span=> <#states as __contract::JobState>::states);
    let errors = errors_fn(errors.as_ref());
    let about = about(said);
    let facts = facts::job(job);
    let mark = mark(Kind::Function, &facts);
    let compare = compare(Kind::Function, &facts);
    let table = quote! {
        __contract::declare::JobTable {
            mark: #mark,
            id: #id,
            module: ::core::module_path!(),
            states: #states,
            errors: #errors,
            about: #about,
        }
    };
    let found = quote!(__contract::declare::Item::Job(&JOB));
    let register = register(ident, &found, &table.to_string());
    let rules = rules::job(job);
    let scope = scope(
        runtime.as_ref(),
        &quote! {
            #[allow(dead_code)]
            const JOB: __contract::declare::JobTable = #table;
            #rules
            #register
            #compare
        },
    );
    quote!(#item #scope)
}
