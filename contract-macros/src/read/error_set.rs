//! `#[derive(ContractError)]`.

use std::collections::HashMap;

use super::occurrence::occurrence;
use super::{about, coherence, unraw};
use crate::attr::{At, Given, TextOrWord};
use crate::errors::Errors;
use crate::keys::Place;
use crate::model::{ErrorCode, ErrorSet};
use crate::value::{code_problem, name_problem};

/// Reads an error set.
pub(crate) fn error_set(input: &syn::DeriveInput, errors: &Errors) -> Option<ErrorSet> {
    let span = input.ident.span();
    let syn::Data::Enum(data) = &input.data else {
        errors.at(span, "an error set is an enum with one variant for each code");
        return None;
    };

    let mut given = Given::in_attributes(Place::ErrorSet, &input.attrs, span, errors);
    given.require(&["domain"]);
    let runtime = given.path("crate");
    let name = given.text_like("name", name_problem);
    let domain = given.text_like("domain", domain_problem);
    let open = match (given.flag("open"), given.flag("closed")) {
        (Some(_), None) => true,
        (None, Some(_)) => false,
        (Some(_), Some(closed)) => {
            errors.at(closed, "an error set is `open` or `closed`, not both");
            true
        }
        (None, None) => {
            errors.at(
                span,
                "an error set says `open` or `closed`\n\nMay later versions add codes? \
                 `#[contract(open)]`: yes, callers must expect unknown codes. \
                 `#[contract(closed)]`: no, callers may match on all of them.",
            );
            true
        }
    };
    let display = match given.text_or_word("detail") {
        Some(At { value: TextOrWord::Word, .. }) => true,
        Some(At { span, .. }) => {
            errors.at(
                span,
                "a text belongs to one code; on the set, `detail = display` shows every value with \
                 its own `Display`",
            );
            false
        }
        None => false,
    };
    let about = about(&mut given, Place::ErrorSet, &input.attrs, span);

    let mut seen = HashMap::new();
    let codes: Vec<_> =
        data.variants.iter().map(|variant| code(variant, display, &mut seen, errors)).collect();
    for variant in &data.variants {
        for field in &variant.fields {
            for attr in field.attrs.iter().filter(|attr| attr.path().is_ident("contract")) {
                errors.on(attr, "the fields of an error code have no keys");
            }
        }
    }
    if !errors.is_empty() {
        return None;
    }
    Some(ErrorSet {
        runtime,
        ident: input.ident.clone(),
        generics: input.generics.clone(),
        name: name.map_or_else(|| unraw(&input.ident), |name| name.value),
        domain: domain?.value,
        open,
        codes: codes.into_iter().collect::<Option<_>>()?,
        about,
    })
}

fn code(
    variant: &syn::Variant,
    display: bool,
    seen: &mut HashMap<String, String>,
    errors: &Errors,
) -> Option<ErrorCode> {
    let span = variant.ident.span();
    let mistakes = errors.count();
    let mut given = Given::in_attributes(Place::ErrorCode, &variant.attrs, span, errors);
    given.require(&["code", "status", "retry", "effects"]);
    let code = given.text_like("code", code_problem);
    let status = given.status("status", 400, 599);
    let retry = given.word("retry");
    let effects = given.word("effects");
    let role = given.word("role");
    let occurrence = occurrence(&mut given, &variant.fields, display, errors);
    let about = about(&mut given, Place::ErrorCode, &variant.attrs, span);
    if errors.count() == mistakes {
        coherence::error_code(&about, status, retry.as_ref(), errors);
    }
    if let Some(code) = &code {
        let rust_name = unraw(&variant.ident);
        if let Some(first) = seen.get(&code.value) {
            errors.at(
                code.span,
                format_args!(
                    "`{first}` has the code `{}` already; a code names one error",
                    code.value
                ),
            );
        } else {
            seen.insert(code.value.clone(), rust_name);
        }
    }
    Some(ErrorCode {
        ident: variant.ident.clone(),
        rust_name: unraw(&variant.ident),
        code: code?.value,
        status: status?,
        retry: retry?.value,
        effects: effects?.value,
        role: role.map_or("domain", |role| role.value),
        occurrence,
        about,
    })
}

/// The path that `crate` gives. The mistakes of the attributes are `ContractError`'s to report.
pub(crate) fn runtime(input: &syn::DeriveInput) -> Option<syn::Path> {
    let errors = Errors::default();
    Given::in_attributes(Place::ErrorSet, &input.attrs, input.ident.span(), &errors).path("crate")
}

fn domain_problem(text: &str) -> Option<&'static str> {
    const MESSAGE: &str =
        "a domain is an absolute URI, such as `https://errors.example.com/orders`";
    let (scheme, rest) = match text.split_once(':') {
        Some(parts) => parts,
        None => return Some(MESSAGE),
    };
    let ok = scheme.starts_with(|first: char| first.is_ascii_alphabetic())
        && scheme.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"+.-".contains(&byte))
        && !rest.trim_start_matches('/').is_empty()
        && rest.bytes().all(|byte| byte.is_ascii_graphic() && !b"<>\"{}|\\^`".contains(&byte));
    (!ok).then_some(MESSAGE)
}
