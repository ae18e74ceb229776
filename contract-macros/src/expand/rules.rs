//! What makes the compiler check the rules between items.

use proc_macro2::{Ident, Span, TokenStream};
use quote::{quote, quote_spanned};
use syn::Type;
use syn::spanned::Spanned as _;

use super::about::word;
use super::inside;
use crate::model::{About, Asked, Clause, Job, Operation, Said};

/// One rule, asked at one place.
///
/// ```text
/// <__contract::rules::Check<{
///     __contract::rules::has_role(&ERRORS, __contract::Role::Timeout)
/// }> as __contract::rules::C13>::HOLDS;
/// ```
fn ask(rule: &str, span: Span, holds: &TokenStream) -> TokenStream {
    let span = inside(span);
    let rule = Ident::new(rule, span);
    // The whole path stands at the clause: it is what the compiler underlines.
    quote_spanned! {span=>
        <__contract::rules::Check<{ #holds }> as __contract::rules::#rule>::HOLDS;
    }
}

/// Asks that what is held is declared strong enough, at the type.
///
/// ```text
/// <Draft as __contract::rules::L01<Self, __contract::rules::Check<{
///     __contract::rules::at_least(<Draft as __contract::Contract>::LEVEL, __contract::Level::Stable)
/// }>>>::HOLDS;
/// ```
pub(super) fn held(asked: Asked, ty: &Type, owner: &TokenStream) -> TokenStream {
    let span = inside(ty.span());
    strong_enough(asked, ty, owner, &quote_spanned!(span=> <#ty as __contract::Contract>::LEVEL))
}

fn strong_enough(asked: Asked, ty: &Type, owner: &TokenStream, level: &TokenStream) -> TokenStream {
    let span = inside(ty.span());
    let (rule, asked) = match asked {
        Asked::Stable => ("L01", "stable"),
        Asked::Said(level) => ("L02", level),
    };
    let rule = Ident::new(rule, span);
    let asked = word("Level", asked);
    quote_spanned! {span=>
        <#ty as __contract::rules::#rule<
            #owner,
            __contract::rules::Check<{ __contract::rules::at_least(#level, #asked) }>,
        >>::HOLDS;
    }
}

/// The rules of an operation. They speak of the constants `OPERATION` and `ERRORS`.
pub(super) fn operation(operation: &Operation) -> TokenStream {
    let about = &operation.about;
    let mut rules = TokenStream::new();
    if let Some(asked) = operation.asked {
        let ident = &operation.ident;
        let owner = quote!(#ident::Op);
        let request = operation.request.iter().map(|part| &part.ty);
        for ty in request.chain(&operation.response) {
            rules.extend(held(asked, ty, &owner));
        }
        if let Some(errors) = &operation.errors {
            rules.extend(strong_enough(asked, errors, &owner, &quote!(ERRORS.about.level)));
        }
    }
    let role = |rule: &str, at: &Clause, role: &str| {
        let role = Ident::new(role, Span::mixed_site());
        let holds = quote!(__contract::rules::has_role(&ERRORS, __contract::Role::#role));
        ask(rule, at.span, &holds)
    };
    if let Some(errors) = &operation.errors {
        let span = errors.span();
        let holds = quote!(__contract::rules::key_for_retry(&OPERATION.about, &ERRORS));
        rules.extend(ask("C01", span, &holds));
        let holds = quote!(__contract::rules::no_free_repeat(&OPERATION.about, &ERRORS));
        rules.extend(ask("C02", span, &holds));
    }
    if let Some(retry) = about.clause("retry") {
        rules.extend(ask("C05", retry.span, &quote!(__contract::rules::retryable(&ERRORS))));
    }
    if let Some(readonly) = about.clause("readonly") {
        rules.extend(ask("C06", readonly.span, &quote!(__contract::rules::no_effects(&ERRORS))));
    }
    if let Some(timeout) = about.clause("timeout") {
        rules.extend(role("C13", timeout, "Timeout"));
    }
    let key = about.text("idempotency/key");
    if key == Some("required")
        && let Some(clause) = about.clause("idempotency/key")
    {
        rules.extend(role("C14", clause, "KeyMissing"));
    }
    if matches!(key, Some("required" | "optional")) {
        for (rule, name, weakest, plays) in
            [("C15", "mismatch", "ignore", "KeyReused"), ("C16", "in_flight", "wait", "InFlight")]
        {
            let path = format!("idempotency/{name}");
            let said = about.clause(&path).or_else(|| about.clause("idempotency"));
            if let Some(clause) = said.filter(|_| about.text(&path) != Some(weakest)) {
                rules.extend(role(rule, clause, plays));
            }
        }
    }
    for clause in &about.clauses {
        let effect = clause.path.starts_with("effect/") && clause.path.ends_with("/approval");
        if effect && !matches!(&clause.said, Said::Text(word) if word == "none") {
            rules.extend(role("C17", clause, "ApprovalRequired"));
        }
    }
    if let Some(limit) = about.clause("rate_limit") {
        rules.extend(role("C18", limit, "Throttled"));
    }
    if let Some(approval) = &operation.approval {
        let (argument, ident) = (&approval.argument, &operation.ident);
        let span = inside(argument.span());
        rules.extend(
            quote_spanned!(span=> __contract::private::approves::<#argument, #ident::Op>();),
        );
    }
    in_constant(&rules)
}

/// The rules of a job.
pub(super) fn job(job: &Job) -> TokenStream {
    let Job { states, about, .. } = job;
    let mut rules = TokenStream::new();
    let ending = |rule: &str, at: &Clause, word: &str| {
        let states: &Type = states;
        let states = quote!(<#states as __contract::JobState>::STATES);
        ask(rule, at.span, &quote!(__contract::rules::has_ending(#states, #word)))
    };
    if let (Some(asked), Some(errors)) = (job.asked, &job.errors) {
        let ident = &job.ident;
        let span = inside(errors.span());
        let level =
            quote_spanned!(span=> <#errors as __contract::private::ErrorSet>::TABLE.about.level);
        // A job has no type of its own that the compiler could name.
        rules.extend(quote! {
            #[allow(non_camel_case_types)]
            enum #ident {}
        });
        rules.extend(strong_enough(asked, errors, &quote!(#ident), &level));
    }
    if let Some(cancel) =
        about.clause("cancel").filter(|_| says_more(about, "cancel", "unsupported"))
    {
        rules.extend(ending("J07", cancel, "cancelled"));
    }
    if let Some(timeout) = about.clause("timeout") {
        rules.extend(ending("J08", timeout, "timed_out"));
    }
    in_constant(&rules)
}

fn says_more(about: &About, path: &str, least: &str) -> bool {
    about.text(path) != Some(least)
}

fn in_constant(rules: &TokenStream) -> TokenStream {
    if rules.is_empty() {
        return TokenStream::new();
    }
    quote!(const _: () = { #rules };)
}
