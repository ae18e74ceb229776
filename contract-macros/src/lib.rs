//! The macros of `contract-core`. Depend on `contract-core`, which re-exports them.

mod attr;
mod bounds;
mod editor;
mod entry;
mod errors;
mod expand;
mod facts;
mod fnv;
#[cfg(test)]
mod goldens;
mod keys;
mod model;
mod module;
mod position;
mod read;
mod serde_facts;
#[cfg(test)]
mod soup;
mod suggest;
mod syntax;
mod value;

use keys::Place;
use proc_macro::TokenStream;

/// Declares a contract: what one producer promises under one id and one version.
///
/// It stands once, as an item, in the module that the contract covers: it and everything below.
/// `id` is required; `version` is the crate's where it is not given; `owner`, `level` and
/// `meaning` may follow. See `contract_core::attributes`.
#[proc_macro]
pub fn contract(arguments: TokenStream) -> TokenStream {
    entry::contract(arguments.into()).into()
}

/// Holds what was released, in the text that `cargo contract-check accept` writes.
///
/// It stands in `contract_baseline.rs` beside the crate's root, which says
/// `mod contract_baseline;`. Every item that the text names is compared with it where it is
/// written, and does not compile if it breaks somebody undeclared. The environment variable
/// `CONTRACT_CHECK=off` turns that off; `cargo contract-check` does not look at it.
#[proc_macro]
pub fn baseline(text: TokenStream) -> TokenStream {
    entry::baseline(text.into()).into()
}

/// Derives the wire shape of a type: what serde writes for it and what serde reads into it.
///
/// The shape comes from serde's own attributes, read by serde's own reader, and from the shapes of
/// the field types. Type parameters get the bound `Contract` where serde would give them its own.
/// `#[contract(..)]` on the type, its fields and its variants says what serde cannot know. See
/// `contract_core::attributes`.
#[proc_macro_derive(Contract, attributes(contract, serde))]
pub fn derive_contract(input: TokenStream) -> TokenStream {
    entry::derive_contract(input.into()).into()
}

/// Derives an error set from an enum with one variant for each code, and the trait
/// `ContractError`, which gives a value's code, status, retry and effects.
///
/// The enum says `domain` and `open` or `closed`; every variant says `code`, `status`, `retry` and
/// `effects`, and `role` where it plays one. See `contract_core::attributes`.
#[proc_macro_derive(ContractError, attributes(contract))]
pub fn derive_contract_error(input: TokenStream) -> TokenStream {
    entry::derive_contract_error(input.into()).into()
}

/// Derives `IntoResponse` of axum for an error set: the problem details of `ContractError`, with
/// their status and, where a delay is given, the header `Retry-After`.
///
/// `contract_core` has it with the feature `axum`.
#[proc_macro_derive(IntoResponse, attributes(contract))]
pub fn derive_into_response(input: TokenStream) -> TokenStream {
    entry::derive_into_response(input.into()).into()
}

/// Derives the configuration of a provider: what an operator has to set, and a loader that fails
/// closed.
///
/// `#[config(..)]` on the struct says `provider`, `mode_var` and, unless it has no deterministic
/// mode, `differs_from_live`; on a field `env`, `secret`, `required_in` and `help`; one field holds
/// the `mode`. A field that some mode does without is an `Option`; a secret is a `Secret`. See
/// `contract_core::attributes`.
// `contract` is no attribute of it, but whoever writes it is told so once.
#[proc_macro_derive(ContractConfig, attributes(config, contract))]
pub fn derive_contract_config(input: TokenStream) -> TokenStream {
    entry::derive_contract_config(input.into()).into()
}

/// Derives the state machine of a job from an enum with one variant for each state.
///
/// `#[state(..)]` on a variant says `initial`, `terminal(..)` with how jobs end there, and `next(..)`
/// with the states that may follow. The names on the wire are serde's. See
/// `contract_core::attributes`.
// `contract` is no attribute of it, but whoever writes it is told so once.
#[proc_macro_derive(JobState, attributes(state, contract, serde))]
pub fn derive_job_state(input: TokenStream) -> TokenStream {
    entry::derive_job_state(input.into()).into()
}

/// Declares a function to be an operation that consumers call. The function stays as it is.
///
/// `id` is required, and `readonly` or `cancel`: what remains when the caller goes away. What callers send and what they get comes from the signature: `Json`, `Form`,
/// `Path` and `Query` by the last word of their path, `State`, `Extension`, `HeaderMap` and their
/// like ignored, any other argument as the body itself; `Result<T, E>` with `E` as the error set,
/// `Json<T>`, `T`, tuples that end with the body, `StatusCode` and `()` without one. `request`,
/// `response` and `errors` name a type, or `none`, where the signature does not say it. See
/// `contract_core::attributes`.
///
/// A handler is a free function: an `impl` has no room for what stands beside it.
#[proc_macro_attribute]
pub fn handler(arguments: TokenStream, item: TokenStream) -> TokenStream {
    entry::operation(Place::Operation, arguments.into(), item.into()).into()
}

/// Declares a function to be an operation that answers with a stream of chunks. The function stays
/// as it is.
///
/// It is a [`handler`](macro@handler) in everything but its answer: `chunk` is the type of one
/// chunk, `framing` says how one is told from the next, and `resume`, `finalization`, `transcript`
/// and `heartbeat` what a reader may do about a cut. See `contract_core::attributes`.
#[proc_macro_attribute]
pub fn stream(arguments: TokenStream, item: TokenStream) -> TokenStream {
    entry::operation(Place::Stream, arguments.into(), item.into()).into()
}

/// Declares a function to be a job: work that outlives the request that asked for it. The function
/// stays as it is.
///
/// Nothing of a job goes without saying: who starts, watches and stops it, how far it is, how long
/// it may take and be silent, what a crash does to it. `states` is an enum that derives
/// [`JobState`](macro@JobState). See `contract_core::attributes`.
#[proc_macro_attribute]
pub fn job(arguments: TokenStream, item: TokenStream) -> TokenStream {
    entry::job(arguments.into(), item.into()).into()
}

/// Declares a function to read the events of another contract. The function stays as it is.
///
/// `of` names the event; what the function reads is its first argument. See
/// `contract_core::attributes`.
#[proc_macro_attribute]
pub fn consumer(arguments: TokenStream, item: TokenStream) -> TokenStream {
    entry::consumer(arguments.into(), item.into()).into()
}

/// One item for each attribute key, which editors complete and describe; `contract_core::keys`
/// holds them.
#[doc(hidden)]
#[proc_macro]
pub fn keys(_: TokenStream) -> TokenStream {
    editor::vocabulary().into()
}
