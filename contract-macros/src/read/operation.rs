//! `#[handler(..)]`: what the arguments and the return type of a function say about the wire.

use proc_macro2::{Span, TokenStream};
use syn::{GenericArgument, PathArguments, ReturnType, Type};

use super::about;
use super::signature::{Signature, has_fn};
use crate::attr::{Given, TypeOrNone};
use crate::errors::Errors;
use crate::keys::Place;
use crate::model::{Operation, Part};
use crate::position::Position;
use crate::value::id_problem;

/// The methods of RFC 9110 and PATCH (RFC 5789).
const METHODS: &[&str] =
    &["CONNECT", "DELETE", "GET", "HEAD", "OPTIONS", "PATCH", "POST", "PUT", "TRACE"];

/// Extractors that hand over a part of the request: the last word of their path, and the place.
const EXTRACTORS: &[(&str, &str)] =
    &[("Json", "body"), ("Form", "form"), ("Path", "path"), ("Query", "query")];

/// Arguments that say nothing about the request's data.
const AMBIENT: &[&str] = &[
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

/// Reads a handler.
pub(crate) fn operation(
    arguments: TokenStream,
    item: TokenStream,
    errors: &Errors,
) -> Option<Operation> {
    let mut given = Given::in_tokens(Place::Operation, arguments, Span::call_site(), errors);
    given.require("id");
    let runtime = given.path("crate");
    let id = given.text_like("id", id_problem);
    if !given.has("http")
        && let Some(success) = given.span_of("success")
    {
        errors.at(success, "`success` is the status of an HTTP answer, and `http(..)` is missing");
    }
    let http = http(&mut given, errors);
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
    for parameter in signature.generics.type_params() {
        errors.at(
            parameter.ident.span(),
            "a handler cannot be generic: an operation has one request and one response",
        );
    }

    let requested = match request {
        Some(at) => match at.value {
            TypeOrNone::None => Requested::Nothing,
            TypeOrNone::Type(ty) => Requested::Body(ty, at.span),
        },
        None => Requested::FromArguments,
    };
    let request = parts(&signature, requested, errors);
    let (response, error_type) = answer(&signature, response.map(|at| at.value), errors);
    let error_type = match error_set.map(|at| at.value) {
        Some(TypeOrNone::None) => None,
        Some(TypeOrNone::Type(ty)) => Some(*ty),
        None => error_type,
    };
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
        response,
        errors: error_type,
        about,
    })
}

fn http(given: &mut Given<'_>, errors: &Errors) -> Option<(String, String)> {
    let (method, path) = given.address("http")?;
    let name = method.to_string();
    if !METHODS.contains(&name.as_str()) {
        let capitals = name.to_uppercase();
        if METHODS.contains(&capitals.as_str()) {
            errors.at(method.span(), format_args!("methods are written in capitals: `{capitals}`"));
        } else {
            errors.at(
                method.span(),
                format_args!("`{name}` is not a method; the methods are {}", METHODS.join(", ")),
            );
        }
    }
    if let Some(problem) = path_problem(&path.value()) {
        errors.at(path.span(), problem);
    }
    Some((name, path.value()))
}

/// What is wrong with a route template: segments are text or one parameter, `{name}` or `{*rest}`.
fn path_problem(path: &str) -> Option<String> {
    if !path.starts_with('/') {
        return Some("a route template starts with `/`".to_owned());
    }
    let mut names = Vec::new();
    for segment in path.split('/') {
        if let Some(name) = segment.strip_prefix(':') {
            return Some(format!("a parameter is written in braces: `{{{name}}}`"));
        }
        let mut rest = segment;
        while let Some((before, after)) = rest.split_once('{') {
            let Some((name, after)) = after.split_once('}') else {
                return Some("a brace of this route template is not closed".to_owned());
            };
            let name = name.strip_prefix('*').unwrap_or(name);
            let word = |character: char| {
                character.is_alphanumeric() || matches!(character, '_' | '-' | '.')
            };
            if name.is_empty() || !name.chars().all(word) || before.contains('}') {
                return Some("a parameter is one name in braces: `{order_id}`".to_owned());
            }
            if names.contains(&name) {
                return Some(format!("the parameter `{name}` appears twice"));
            }
            names.push(name);
            rest = after;
        }
        if rest.contains('}') {
            return Some("a brace of this route template is not opened".to_owned());
        }
        let plain =
            |character: char| character.is_ascii_graphic() && !"?#\"<>\\^`|".contains(character);
        if !rest.chars().all(plain) {
            return Some("a route template is a path: no spaces, no query, no fragment".to_owned());
        }
    }
    None
}

/// What the attribute says about the request's body.
enum Requested {
    Nothing,
    Body(Box<Type>, Span),
    FromArguments,
}

fn parts(signature: &Signature, requested: Requested, errors: &Errors) -> Vec<Part> {
    let mut parts: Vec<Part> = Vec::new();
    let from_arguments = matches!(requested, Requested::FromArguments);
    for argument in &signature.arguments {
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
fn by_value(ty: &Type) -> Type {
    match ty {
        Type::Reference(reference) => (*reference.elem).clone(),
        other => other.clone(),
    }
}

/// The body of an answer and the error type, as the return type says them.
fn answer(
    signature: &Signature,
    named: Option<TypeOrNone>,
    errors: &Errors,
) -> (Option<Type>, Option<Type>) {
    let output = match &signature.output {
        ReturnType::Default => None,
        ReturnType::Type(_, ty) => Some(ungroup(ty)),
    };
    let (success, error) = match output {
        Some(ty) => result(ty),
        None => (None, None),
    };
    let error = error.filter(|ty| !bodiless(ty)).cloned();
    let response = match named {
        Some(TypeOrNone::None) => None,
        Some(TypeOrNone::Type(ty)) => Some(*ty),
        None => success.and_then(|ty| body(ty, errors)),
    };
    (response, error)
}

/// `Result<T, E>` by its last word; anything else is a success.
fn result(ty: &Type) -> (Option<&Type>, Option<&Type>) {
    let Some(last) = last_segment(ty).filter(|last| last.ident == "Result") else {
        return (Some(ty), None);
    };
    let mut types = type_arguments(last);
    match types.next() {
        Some(success) => (Some(success), types.next()),
        None => (Some(ty), None),
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

/// The last word of a type's path, and its first type argument.
fn wrapper(ty: &Type) -> (Option<String>, Option<&Type>) {
    match last_segment(ty) {
        Some(last) => (Some(last.ident.to_string()), type_arguments(last).next()),
        None => (None, None),
    }
}

fn last_segment(ty: &Type) -> Option<&syn::PathSegment> {
    match ungroup(ty) {
        Type::Path(path) => path.path.segments.last(),
        _ => None,
    }
}

fn type_arguments(segment: &syn::PathSegment) -> impl Iterator<Item = &Type> {
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

#[cfg(test)]
mod tests {
    use super::path_problem;

    #[test]
    fn route_templates() {
        for good in ["/", "/v1/orders", "/v1/orders/{id}", "/files/{*rest}", "/a/{b}.json", "/a:b"]
        {
            assert_eq!(path_problem(good), None, "{good}");
        }
        for bad in [
            "", "v1", "/:id", "/{}", "/{a", "/a}", "/{a}/{a}", "/a b", "/a?b=c", "/{a b}", "/{{a}}",
        ] {
            assert!(path_problem(bad).is_some(), "{bad}");
        }
    }
}
