//! `#[handler(..)]`.

use proc_macro2::{Ident, Span, TokenStream, TokenTree};
use quote::ToTokens as _;
use syn::Type;

use super::about;
use super::address::address;
use super::function::{GENERIC, Requested, answer, parts};
use super::signature::{Signature, has_fn};
use crate::attr::{Given, TypeOrNone};
use crate::errors::Errors;
use crate::keys::Place;
use crate::model::{Operation, Part};
use crate::value::id_problem;

/// Reads a handler.
pub(crate) fn operation(
    arguments: TokenStream,
    item: TokenStream,
    errors: &Errors,
) -> Option<Operation> {
    let mut given = Given::in_tokens(Place::Operation, arguments, Span::call_site(), errors);
    given.require(&["id"]);
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
    let response = given.type_or_none("response");
    let error_set = given.type_or_none("errors");

    let signature = match syn::parse2::<Signature>(item.clone()) {
        Ok(signature) => signature,
        Err(_) if !has_fn(&item) => {
            errors.on(&item, "`#[handler]` stands on a function");
            return None;
        }
        Err(error) => {
            errors.push(error);
            return None;
        }
    };
    let about = about(&mut given, Place::Operation, &signature.attrs, signature.ident.span());

    if let Some(receiver) = signature.receiver {
        errors.at(
            receiver,
            "a handler cannot be a method: its clauses are declared beside it, and an `impl` has \
             no room for them; put `#[handler(..)]` on a free function that calls the method",
        );
    }
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
    let (response, error_set) =
        answer(&signature, response.map(|at| at.value), error_set.map(|at| at.value), errors);
    let own = |ty: Type| without_lifetimes(ty, &lifetimes);
    let request = request.into_iter().map(|part| Part { ty: own(part.ty), ..part }).collect();
    if !errors.is_empty() {
        return None;
    }
    Some(Operation {
        runtime,
        item,
        ident: signature.ident,
        id: id?.value,
        http,
        success,
        request,
        response: response.map(own),
        errors: error_set.map(own),
        about,
    })
}

/// A type without the lifetimes of its function, which mean nothing beside it.
fn without_lifetimes(ty: Type, lifetimes: &[String]) -> Type {
    fn tokens(stream: TokenStream, lifetimes: &[String]) -> TokenStream {
        let mut after_quote = false;
        stream
            .into_iter()
            .map(|token| match token {
                TokenTree::Ident(ident) if after_quote => {
                    after_quote = false;
                    let known = lifetimes.contains(&ident.to_string());
                    let ident = if known { Ident::new("static", ident.span()) } else { ident };
                    TokenTree::Ident(ident)
                }
                TokenTree::Group(group) => {
                    let inner = tokens(group.stream(), lifetimes);
                    let mut new = proc_macro2::Group::new(group.delimiter(), inner);
                    new.set_span(group.span());
                    TokenTree::Group(new)
                }
                other => {
                    after_quote =
                        matches!(&other, TokenTree::Punct(punct) if punct.as_char() == '\'');
                    other
                }
            })
            .collect()
    }
    if lifetimes.is_empty() {
        return ty;
    }
    syn::parse2(tokens(ty.to_token_stream(), lifetimes)).unwrap_or(ty)
}
