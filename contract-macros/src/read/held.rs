//! L01 and L02: what a stable clause holds is not declared weaker, unless the clause says so. The
//! macros know who asks and for which types; the compiler knows the level of each:
//! `contract_core::rules`.

use proc_macro2::{Ident, TokenStream, TokenTree};
use quote::ToTokens as _;
use syn::{GenericArgument, Generics, PathArguments, Type};

use crate::attr::At;
use crate::errors::Errors;
use crate::model::{About, Asked, Held, Wire};

/// How strong what a clause of this level holds has to be. The level is the clause's own or that
/// of the item around it; where neither declares one, only `holds` asks.
pub(super) fn asked(
    level: Option<&'static str>,
    holds: Option<At<&'static str>>,
    errors: &Errors,
) -> Option<Asked> {
    let Some(holds) = holds else { return (level == Some("stable")).then_some(Asked::Stable) };
    if holds.value == "stable" {
        errors.at(holds.span, "what is held is stable unless it is said to be less; drop `holds`");
    } else if let Some(level) = level.filter(|level| *level != "stable") {
        errors.at(
            holds.span,
            format_args!(
                "`holds` is for what a stable clause holds, and this clause is `{level}`; drop \
                 `holds`"
            ),
        );
    }
    Some(Asked::Said(holds.value))
}

/// An event is not stable if the type of its values is less.
pub(super) fn event(event: &About, of_type: Option<&'static str>, errors: &Errors) {
    if event.level == Some("stable")
        && let Some(level) = of_type.filter(|level| *level != "stable")
    {
        errors.at(
            event.span,
            format_args!(
                "this event is stable, and its type is `{level}`; give both the same `level`, and \
                 the fields that may change their own"
            ),
        );
    }
}

/// Adds the types of a shape that may declare a level.
pub(super) fn by(wire: &Wire, asked: Asked, generics: &Generics, held: &mut Vec<Held>) {
    match wire {
        Wire::Of(ty) => {
            if may_declare(ty) && !names_parameters(ty.to_token_stream(), generics) {
                let lifetimes: Vec<_> =
                    generics.lifetimes().map(|it| it.lifetime.ident.to_string()).collect();
                let ty = without_lifetimes(Type::clone(ty), &lifetimes);
                held.push(Held { ty, asked });
            }
        }
        Wire::BySchema(_) | Wire::Codec(..) => {}
        Wire::Opaque(_, within) => {
            if let Some(within) = within {
                by(within, asked, generics, held);
            }
        }
        Wire::Split(written, read) => {
            by(written, asked, generics, held);
            by(read, asked, generics, held);
        }
    }
}

/// Whether a type may declare a level: what is made of words of std declares none, and asking it
/// would cost every field a constant.
fn may_declare(ty: &Type) -> bool {
    match ty {
        Type::Array(array) => may_declare(&array.elem),
        Type::Group(group) => may_declare(&group.elem),
        Type::Paren(paren) => may_declare(&paren.elem),
        Type::Reference(reference) => may_declare(&reference.elem),
        Type::Slice(slice) => may_declare(&slice.elem),
        Type::Tuple(tuple) => tuple.elems.iter().any(may_declare),
        Type::Path(path) if path.qself.is_none() => {
            let Some(last) = path.path.segments.last() else { return true };
            let name = last.ident.to_string();
            match (name.as_str(), &last.arguments) {
                (
                    "bool" | "char" | "u8" | "u16" | "u32" | "u64" | "u128" | "usize" | "i8"
                    | "i16" | "i32" | "i64" | "i128" | "isize" | "f32" | "f64" | "str" | "String",
                    PathArguments::None,
                ) => false,
                (
                    "Option" | "Box" | "Arc" | "Rc" | "Cow" | "Vec" | "VecDeque" | "HashMap"
                    | "BTreeMap" | "HashSet" | "BTreeSet",
                    PathArguments::AngleBracketed(arguments),
                ) => arguments.args.iter().any(
                    |argument| matches!(argument, GenericArgument::Type(ty) if may_declare(ty)),
                ),
                _ => true,
            }
        }
        _ => true,
    }
}

/// Whether tokens name a parameter of the item, or the item itself: neither has a level of its own
/// that a constant could know.
fn names_parameters(tokens: TokenStream, generics: &Generics) -> bool {
    let known = |ident: &Ident| {
        *ident == "Self"
            || generics.type_params().any(|parameter| parameter.ident == *ident)
            || generics.const_params().any(|parameter| parameter.ident == *ident)
    };
    tokens.into_iter().any(|token| match token {
        TokenTree::Ident(ident) => known(&ident),
        TokenTree::Group(group) => names_parameters(group.stream(), generics),
        _ => false,
    })
}

/// A type without the lifetimes of its item, which mean nothing beside it.
pub(super) fn without_lifetimes(ty: Type, lifetimes: &[String]) -> Type {
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
