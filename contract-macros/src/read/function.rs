//! What the arguments and the return type of a function say about the wire.

use proc_macro2::Span;
use syn::{GenericArgument, PathArguments, ReturnType, Type};

use super::signature::Signature;
use crate::attr::TypeOrNone;
use crate::errors::Errors;
use crate::model::Part;
use crate::position::Position;

/// Extractors that hand over a part of the request: the last word of their path, and the place.
const EXTRACTORS: &[(&str, &str)] =
    &[("Json", "body"), ("Form", "form"), ("Path", "path"), ("Query", "query")];

/// Arguments that say nothing about the request's data.
const AMBIENT: &[&str] = &[
    "Approved",
    "ConnectInfo",
    "Context",
    "Cookies",
    "CookieJar",
    "Extension",
    "HeaderMap",
    "Host",
    "HttpRequest",
    "MatchedPath",
    "Method",
    "NestedPath",
    "OriginalUri",
    "PrivateCookieJar",
    "RawPathParams",
    "RawQuery",
    "Request",
    "RequestContext",
    "SignedCookieJar",
    "State",
    "TypedHeader",
    "Uri",
    "Version",
    "WebSocketUpgrade",
];

/// Types of an answer that has no body.
const BODILESS: &[&str] = &["StatusCode", "HeaderMap", "NoContent", "Parts", "Redirect"];

/// What is wrong with a generic handler.
pub(super) const GENERIC: &str =
    "a handler cannot be generic: an operation has one request and one response";

/// What the attribute says about the request's body.
pub(super) enum Requested {
    Nothing,
    Body(Box<Type>, Span),
    FromArguments,
}

/// The parts of the request.
pub(super) fn parts(signature: &Signature, requested: Requested, errors: &Errors) -> Vec<Part> {
    let mut parts: Vec<Part> = Vec::new();
    let from_arguments = matches!(requested, Requested::FromArguments);
    for argument in &signature.arguments {
        if matches!(ungroup(&argument.ty), Type::ImplTrait(_)) {
            if from_arguments {
                errors.on(&argument.ty, GENERIC);
            }
            continue;
        }
        let (name, inner) = wrapper(&argument.ty);
        let place = EXTRACTORS.iter().find(|(word, _)| Some(*word) == name.as_deref());
        match (place, inner) {
            (Some((_, place)), Some(inner)) => {
                let body = matches!(*place, "body" | "form");
                if body && !from_arguments {
                    continue;
                }
                parts.push(part(place, inner.clone(), argument.span));
            }
            _ if name.as_deref().is_some_and(|name| AMBIENT.contains(&name)) => {}
            (_, Some(_)) if from_arguments && !is_data(name.as_deref()) => errors.on(
                &argument.ty,
                format_args!(
                    "`{}` may hold a part of the request, but the macro does not know it; say \
                     what the body is, `request = Type`, or that there is none, `request = none`",
                    name.unwrap_or_default()
                ),
            ),
            // An argument of a plain function is the request itself.
            _ if from_arguments => parts.push(part("body", by_value(&argument.ty), argument.span)),
            _ => {}
        }
    }
    if let Requested::Body(ty, span) = requested {
        parts.push(part("body", *ty, span));
    }
    for (index, second) in parts.iter().enumerate() {
        let body = |part: &Part| matches!(part.place, "body" | "form");
        let clash = |first: &&Part| first.place == second.place || body(first) && body(second);
        if let Some(first) = parts[..index].iter().find(clash) {
            let message = if body(first) {
                "a request has one body, and an argument before this is one; say which it is: \
                 `request = Type`"
            } else {
                "an argument before this reads the same part of the request; read it once"
            };
            errors.on(&second.ty, message);
        }
    }
    parts
}

fn part(place: &'static str, ty: Type, span: Span) -> Part {
    Part { place, ty, at: Position::of(span) }
}

/// Wrappers that are themselves data: serde writes them as their content or as a list or map.
fn is_data(name: Option<&str>) -> bool {
    const DATA: &[&str] = &[
        "Arc", "BTreeMap", "BTreeSet", "Box", "Cow", "HashMap", "HashSet", "Option", "Rc", "Vec",
        "VecDeque",
    ];
    name.is_some_and(|name| DATA.contains(&name))
}

/// `&T` hands over a `T`.
pub(super) fn by_value(ty: &Type) -> Type {
    match ty {
        Type::Reference(reference) => (*reference.elem).clone(),
        other => other.clone(),
    }
}

/// The body of an answer and the error set: as the attribute names them, else as the return type
/// says them.
pub(super) fn answer(
    signature: &Signature,
    response: Option<TypeOrNone>,
    error_set: Option<TypeOrNone>,
    errors: &Errors,
) -> (Option<Type>, Option<Type>) {
    let output = match &signature.output {
        ReturnType::Default => None,
        ReturnType::Type(_, ty) => Some(ungroup(ty)),
    };
    let answered = output.map_or(Answered::Body(None), answered);
    let response = match (response, &answered) {
        (Some(TypeOrNone::None), _) => None,
        (Some(TypeOrNone::Type(ty)), _) => Some(*ty),
        (None, Answered::Body(success) | Answered::Result(success, _)) => {
            success.and_then(|ty| body(ty, errors))
        }
    };
    let error_set = match (error_set, answered) {
        (Some(TypeOrNone::None), _) | (None, Answered::Body(_)) => None,
        (Some(TypeOrNone::Type(ty)), _) => Some(*ty),
        (None, Answered::Result(_, Some(error))) => (!bodiless(error)).then(|| error.clone()),
        (None, Answered::Result(_, None)) => {
            errors.on(
                output,
                "this `Result` does not name its error; say which error set it is: \
                 `errors = Type`, or `errors = none`",
            );
            None
        }
    };
    (response, error_set)
}

/// The parts of a return type.
enum Answered<'a> {
    /// A success only.
    Body(Option<&'a Type>),
    /// `Result<T, E>`, or an alias that leaves `E` unsaid.
    Result(Option<&'a Type>, Option<&'a Type>),
}

/// `Result` is known by the last word of its path.
fn answered(ty: &Type) -> Answered<'_> {
    match last_segment(ty).filter(|last| last.ident == "Result") {
        Some(last) => {
            let mut types = type_arguments(last);
            Answered::Result(types.next(), types.next())
        }
        None => Answered::Body(Some(ty)),
    }
}

/// The body that an answer carries.
fn body(ty: &Type, errors: &Errors) -> Option<Type> {
    match ungroup(ty) {
        Type::Tuple(tuple) if tuple.elems.is_empty() => None,
        Type::Never(_) => None,
        // `(StatusCode, Headers, Json<T>)`: the body stands last.
        Type::Tuple(tuple) => {
            let first = tuple.elems.first()?;
            let framed = bodiless(first)
                || last_segment(first)
                    .is_some_and(|last| AMBIENT.iter().any(|word| last.ident == word));
            if framed
                || tuple.elems.last().is_some_and(|last| wrapper(last).0.as_deref() == Some("Json"))
            {
                tuple.elems.last().and_then(|last| body(last, errors))
            } else {
                Some(ty.clone())
            }
        }
        Type::ImplTrait(_) => {
            errors.on(
                ty,
                "this return type does not say what the body is; name it: `response = Type`, or \
                 `response = none`",
            );
            None
        }
        ty if bodiless(ty) => None,
        ty => match wrapper(ty) {
            (Some(name), Some(inner)) if matches!(name.as_str(), "Json" | "Form") => {
                Some(inner.clone())
            }
            (Some(name), _) if matches!(name.as_str(), "Response" | "Html" | "Sse" | "Body") => {
                errors.on(
                    ty,
                    format_args!(
                        "`{name}` does not say what the body is; name it: `response = Type`, or \
                         `response = none`"
                    ),
                );
                None
            }
            _ => Some(by_value(ty)),
        },
    }
}

fn bodiless(ty: &Type) -> bool {
    match ungroup(ty) {
        Type::Tuple(tuple) => tuple.elems.is_empty(),
        ty => last_segment(ty).is_some_and(|last| BODILESS.iter().any(|word| last.ident == word)),
    }
}

/// What an extractor of a body hands over.
pub(super) fn wrapped(ty: &Type) -> Option<&Type> {
    match wrapper(ty) {
        (Some(name), inner) if matches!(name.as_str(), "Json" | "Form") => inner,
        _ => None,
    }
}

/// The last word of a type's path, and its first type argument.
fn wrapper(ty: &Type) -> (Option<String>, Option<&Type>) {
    match last_segment(ty) {
        Some(last) => (Some(last.ident.to_string()), type_arguments(last).next()),
        None => (None, None),
    }
}

pub(super) fn last_segment(ty: &Type) -> Option<&syn::PathSegment> {
    match ungroup(ty) {
        Type::Path(path) => path.path.segments.last(),
        _ => None,
    }
}

pub(super) fn type_arguments(segment: &syn::PathSegment) -> impl Iterator<Item = &Type> {
    let arguments = match &segment.arguments {
        PathArguments::AngleBracketed(arguments) => Some(&arguments.args),
        PathArguments::None | PathArguments::Parenthesized(_) => None,
    };
    arguments.into_iter().flatten().filter_map(|argument| match argument {
        GenericArgument::Type(ty) => Some(ty),
        _ => None,
    })
}

fn ungroup(mut ty: &Type) -> &Type {
    loop {
        ty = match ty {
            Type::Group(group) => &group.elem,
            Type::Paren(paren) => &paren.elem,
            _ => return ty,
        }
    }
}
