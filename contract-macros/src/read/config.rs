//! `#[derive(ContractConfig)]`.

use proc_macro2::Ident;

use super::function::{last_segment, type_arguments};
use super::{about, doc, says_anything};
use crate::attr::Given;
use crate::errors::Errors;
use crate::keys::{MODES, Place};
use crate::model::{Config, Setting};
use crate::value::{id_problem, variable_problem};

/// Reads the configuration of a provider.
pub(crate) fn config(input: &syn::DeriveInput, errors: &Errors) -> Option<Config> {
    let span = input.ident.span();
    let fields = match &input.data {
        syn::Data::Struct(syn::DataStruct { fields: syn::Fields::Named(fields), .. }) => {
            &fields.named
        }
        _ => {
            errors.at(span, "a configuration is a struct with one named field for each variable");
            return None;
        }
    };
    let attrs = input.attrs.iter().chain(fields.iter().flat_map(|field| &field.attrs));
    if !says_anything(attrs, Place::Provider, errors) {
        return None;
    }
    if !input.generics.params.is_empty() {
        errors.on(&input.generics, "a configuration is loaded as it is: it cannot be generic");
    }

    let mut given = Given::in_attributes(Place::Provider, &input.attrs, span, errors);
    given.require(&["provider", "mode_var"]);
    let runtime = given.path("crate");
    let provider = given.text_like("provider", id_problem);
    let mode_var = given.text_like("mode_var", variable_problem);
    let modes = given.words("modes").map_or_else(|| MODES.to_vec(), |modes| modes.value);
    let has_double = modes.contains(&"deterministic");
    match given.span_of("differs_from_live") {
        None if has_double => errors.at(
            given.span,
            "how the deterministic double differs from the live provider is not said\n\n\
             `differs_from_live(\"never declines\", id = declines)`, any number of times: whoever tests \
             against the double must know what the tests do not show. Without a double, say so: \
             `modes(sandbox, live)`.",
        ),
        Some(span) if !has_double => errors.at(
            span,
            "`differs_from_live` is about the deterministic double, and `modes` has none",
        ),
        _ => {}
    }
    let about = about(&mut given, Place::Provider, &input.attrs, span);

    let mut mode: Option<&Ident> = None;
    let mut settings: Vec<Setting> = Vec::new();
    for field in fields {
        let ident = field.ident.as_ref()?;
        let mut given = Given::in_attributes(Place::Variable, &field.attrs, ident.span(), errors);
        if let Some(at) = given.flag("mode") {
            if mode.is_some() {
                errors.at(at, "another field holds the mode already; there is one mode");
            }
            for name in ["env", "secret", "required_in", "help"] {
                if let Some(span) = given.span_of(name) {
                    errors.at(
                        span,
                        format_args!(
                            "`{name}` belongs to a variable, and this field holds the mode: \
                             its variable is `mode_var` of the struct"
                        ),
                    );
                }
            }
            mode = Some(ident);
            continue;
        }
        let taken: Vec<&str> = settings
            .iter()
            .map(|it| &it.env)
            .chain(mode_var.as_ref().map(|it| &it.value))
            .map(String::as_str)
            .collect();
        settings.extend(setting(field, ident, given, &modes, &taken, errors));
    }
    if mode.is_none() {
        errors.at(
            span,
            "no field holds the mode\n\n`#[config(mode)] mode: contract_core::Mode`: whoever uses \
             the configuration must be able to tell whether it is live.",
        );
    }
    if !errors.is_empty() {
        return None;
    }
    Some(Config {
        runtime,
        ident: input.ident.clone(),
        provider: provider?.value,
        mode_var: mode_var?.value,
        modes,
        mode: mode?.clone(),
        settings,
        about,
    })
}

/// One variable. `modes` are those of the provider, `taken` the names that other fields have.
fn setting(
    field: &syn::Field,
    ident: &Ident,
    mut given: Given<'_>,
    modes: &[&'static str],
    taken: &[&str],
    errors: &Errors,
) -> Option<Setting> {
    given.require(&["env"]);
    let env = given.text_like("env", variable_problem);
    if let Some(env) = env.as_ref().filter(|env| taken.contains(&env.value.as_str())) {
        errors.at(
            env.span,
            format_args!("`{}` is read already; a variable says one thing", env.value),
        );
    }
    let said = given.has("required_in");
    for mode in given.peek_idents("required_in") {
        let word = mode.to_string();
        if MODES.contains(&word.as_str()) && !modes.contains(&word.as_str()) {
            errors.at(mode.span(), "`modes` of the struct does not have this mode");
        }
    }
    let required_in = given.words("required_in").map_or_else(Vec::new, |modes| modes.value);
    let secret = given.flag("secret").is_some();
    let help = given.text("help");
    let mut about = about(&mut given, Place::Variable, &field.attrs, ident.span());
    if let Some(help) = help {
        about.doc = help.value;
    } else if doc(&field.attrs).is_empty() {
        errors.at(
            ident.span(),
            "where an operator gets this value is not said\n\n`help = \"from the vault, \
             cards/live\"`, or a documentation comment: it is what they read when it is missing.",
        );
    }

    let inner = last_segment(&field.ty)
        .filter(|last| last.ident == "Option")
        .and_then(|last| type_arguments(last).next());
    let value = inner.unwrap_or(&field.ty);
    let everywhere = modes.iter().all(|mode| required_in.contains(mode));
    match inner {
        // What is wrong with `required_in` decides about the type as well.
        _ if said && required_in.is_empty() => {}
        Some(_) if everywhere => errors.on(
            &field.ty,
            "every mode needs this variable, so it is always there; write its type without `Option`",
        ),
        None if !everywhere => errors.on(
            &field.ty,
            "some modes do without this variable; write `Option<..>`, or name every mode in \
             `required_in`",
        ),
        _ => {}
    }
    let hidden = last_segment(value).is_some_and(|last| last.ident == "Secret");
    if hidden && !secret {
        errors.on(value, "this field holds a secret; say so: `#[config(secret)]`");
    }
    Some(Setting {
        ident: ident.clone(),
        ty: field.ty.clone(),
        value: value.clone(),
        optional: inner.is_some(),
        env: env?.value,
        secret,
        required_in,
        about,
    })
}
