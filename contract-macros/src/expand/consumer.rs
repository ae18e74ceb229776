//! `#[consumer(..)]`.

use proc_macro2::TokenStream;
use quote::quote;

use super::about::about;
use super::baseline::{Kind, compare, mark};
use super::operation::wire_fn;
use super::register::register;
use super::scope;
use crate::facts;
use crate::model::Consumer;

/// The function as it was, and beside it
///
/// ```text
/// const CONSUMER: __contract::declare::ConsumerTable = __contract::declare::ConsumerTable {
///     id: "balances.accounts",
///     of: "accounts.changed",
///     payload: <Change as __contract::Contract>::wire,
///     ..
/// };
/// ```
pub(crate) fn consumer(consumer: &Consumer) -> TokenStream {
    let Consumer { runtime, item, ident, id, of, payload, about: said } = consumer;
    let payload = wire_fn(payload);
    let about = about(said);
    let facts = facts::consumer(consumer);
    let mark = mark(Kind::Function, &facts);
    let compare = compare(Kind::Function, &facts);
    let table = quote! {
        __contract::declare::ConsumerTable {
            mark: #mark,
            id: #id,
            module: ::core::module_path!(),
            of: #of,
            payload: #payload,
            about: #about,
        }
    };
    let found = quote!(__contract::declare::Item::Consumer(&CONSUMER));
    let register = register(ident, &found, &table.to_string());
    let scope = scope(
        runtime.as_ref(),
        &quote! {
            #[allow(dead_code)]
            const CONSUMER: __contract::declare::ConsumerTable = #table;
            #register
            #compare
        },
    );
    quote!(#item #scope)
}
