//! `#[handler(..)]` and `#[stream(..)]`.

use proc_macro2::{Ident, Span, TokenStream};
use syn::Type;

use super::about;
use super::address::address;
use super::function::{GENERIC, Requested, answer, last_segment, parts};
use super::signature::{Signature, function, is_function};
use super::{coherence, held};
use crate::attr::{Given, TypeOrNone};
use crate::errors::Errors;
use crate::keys::Place;
use crate::model::{About, Approval, Operation, Part};
use crate::value::id_problem;

/// Reads a handler, or the handler of a stream: `place` says which.
pub(crate) fn operation(
    place: Place,
    arguments: TokenStream,
    item: TokenStream,
    errors: &Errors,
) -> Option<Operation> {
    let is_stream = place == Place::Stream;
    if !is_function(&item, place, errors) {
        return None;
    }
    let mut given = Given::in_tokens(place, arguments, Span::call_site(), errors);
    given.require(if is_stream { &["id", "chunk", "framing"] } else { &["id"] });
    coherence::says_what_remains(&given, errors);
    let runtime = given.path("crate");
    let id = given.text_like("id", id_problem);
    if !given.has("http")
        && let Some(success) = given.span_of("success")
    {
        errors.at(success, "`success` is the status of an HTTP answer, and `http(..)` is missing");
    }
    let http = address(&mut given, errors);
    let success = given.status("success", 100, 399);
    let request = given.type_or_none("request");
    let response = match is_stream {
        true => given.ty("chunk").map(|ty| TypeOrNone::Type(Box::new(ty))),
        false => given.type_or_none("response").map(|at| at.value),
    };
    let approver_at = given.span_of("approver");
    let approver = given.ty("approver");
    let error_set = given.type_or_none("errors");
    let holds = given.word("holds");

    let signature = function(&item, place, errors)?;
    if let Some((name, span)) = another(&signature.attrs) {
        errors.at(
            span,
            format_args!("this function is an operation already; it has one `#[{name}(..)]`"),
        );
    }
    let about = about(&mut given, place, &signature.attrs, signature.ident.span());
    let asked = held::asked(about.level, holds, errors);
    let approval = if errors.is_empty() {
        coherence::operation(&about, place, errors);
        approval(&about, approver, approver_at, &signature, errors)
    } else {
        None
    };
    for parameter in &signature.generics.params {
        let ident = match parameter {
            syn::GenericParam::Type(parameter) => &parameter.ident,
            syn::GenericParam::Const(parameter) => &parameter.ident,
            syn::GenericParam::Lifetime(_) => continue,
        };
        errors.at(ident.span(), GENERIC);
    }

    let lifetimes: Vec<String> =
        signature.generics.lifetimes().map(|param| param.lifetime.ident.to_string()).collect();
    let requested = match request {
        Some(at) => match at.value {
            TypeOrNone::None => Requested::Nothing,
            TypeOrNone::Type(ty) => Requested::Body(ty, at.span),
        },
        None => Requested::FromArguments,
    };
    let request = parts(&signature, requested, errors);
    let (response, error_set) = answer(&signature, response, error_set.map(|at| at.value), errors);
    let own = |ty: Type| held::without_lifetimes(ty, &lifetimes);
    let request = request.into_iter().map(|part| Part { ty: own(part.ty), ..part }).collect();
    if !errors.is_empty() {
        return None;
    }
    Some(Operation {
        runtime,
        item,
        vis: signature.vis,
        ident: signature.ident,
        id: id?.value,
        http,
        success,
        request,
        response: response.map(own),
        errors: error_set.map(own),
        approval: approval.map(|it| Approval { argument: own(it.argument), ..it }),
        asked,
        about,
    })
}

/// The approval that the effects of an operation need, and the argument that carries it.
fn approval(
    about: &About,
    approver: Option<Type>,
    approver_at: Option<Span>,
    signature: &Signature,
    errors: &Errors,
) -> Option<Approval> {
    let needed = about.clauses.iter().filter_map(|clause| {
        let target = clause.path.strip_prefix("effect/")?.strip_suffix("/approval")?;
        let word =
            ["standing", "per_call"].into_iter().find(|it| about.text(&clause.path) == Some(it))?;
        Some((word, target, clause.span))
    });
    let needed: Vec<_> = needed.collect();
    let argument = signature
        .arguments
        .iter()
        .find(|argument| last_segment(&argument.ty).is_some_and(|last| last.ident == "Approved"));
    let Some((_, target, span)) = needed.first().copied() else {
        if let Some(approver) = approver_at {
            errors.at(approver, "no effect of this operation needs an approval; drop `approver`");
        }
        return None;
    };
    let name = &signature.ident;
    if argument.is_none() {
        errors.at(
            span,
            format_args!(
                "the effect on `{target}` needs an approval, and `{name}` takes none; add an \
                 argument `approved: Approved<{name}::Op>`, which nobody can make but the approver"
            ),
        );
    }
    if approver_at.is_none() {
        errors.at(
            span,
            format_args!(
                "the effect on `{target}` needs an approval, and nobody is named who approves; add \
                 `approver = ..`, a type that implements `Approver`"
            ),
        );
    }
    let per_call = needed.iter().any(|(word, ..)| *word == "per_call");
    Some(Approval {
        needed: if per_call { "per_call" } else { "standing" },
        approver: approver?,
        argument: argument?.ty.clone(),
    })
}

/// The visibility and the name of a function that a module may stand beside, if the tokens are one.
pub(crate) fn name(item: &TokenStream) -> Option<(syn::Visibility, Ident)> {
    let signature = syn::parse2::<Signature>(item.clone()).ok()?;
    let beside = signature.receiver.is_none() && another(&signature.attrs).is_none();
    beside.then_some((signature.vis, signature.ident))
}

/// A second attribute that makes the function an operation.
fn another(attrs: &[syn::Attribute]) -> Option<(String, Span)> {
    attrs.iter().find_map(|attr| {
        let last = &attr.path().segments.last()?.ident;
        (last == "handler" || last == "stream").then(|| (last.to_string(), last.span()))
    })
}
