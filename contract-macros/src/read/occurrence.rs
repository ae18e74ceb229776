//! What an error says beyond its code: its text, its details and its delay, from the fields of its
//! variant.

use proc_macro2::{Ident, Span};
use syn::Type;

use super::function::last_segment;
use crate::attr::{At, Given, TextOrWord};
use crate::errors::Errors;
use crate::model::{Detail, FieldRef, Occurrence};
use crate::suggest::nearest;

/// Reads `detail`, `details` and `retry_after` of one code. `display` says that the set shows its
/// values with `Display` where a code says nothing.
pub(super) fn occurrence(
    given: &mut Given<'_>,
    fields: &syn::Fields,
    display: bool,
    errors: &Errors,
) -> Occurrence {
    let fields: Vec<Known<'_>> = fields.iter().enumerate().map(Known::new).collect();
    let detail = match given.text_or_word("detail") {
        Some(At { value: TextOrWord::Word, .. }) => Some(Detail::Display),
        Some(At { value: TextOrWord::Text(text), span }) => {
            Some(Detail::Format(format(&text, span, &fields, errors)))
        }
        None => display.then_some(Detail::Display),
    };
    // `details` and `retry_after` are clauses as well, and are read as such afterwards.
    let details = given.peek_idents("details");
    let details = details.iter().filter_map(|name| find(name, &fields, errors)).collect();
    Occurrence { detail, details, retry_after: delay(given, &fields, errors) }
}

/// A field as the keys name it.
struct Known<'a> {
    name: String,
    field: &'a syn::Field,
    index: usize,
}

impl<'a> Known<'a> {
    fn new((index, field): (usize, &'a syn::Field)) -> Self {
        let name = field.ident.as_ref().map_or_else(|| index.to_string(), super::unraw);
        Self { name, field, index }
    }

    fn reference(&self) -> FieldRef {
        FieldRef {
            name: self.name.clone(),
            member: match &self.field.ident {
                Some(ident) => syn::Member::Named(ident.clone()),
                None => syn::Member::from(self.index),
            },
            ty: self.field.ty.clone(),
        }
    }
}

fn find(name: &Ident, fields: &[Known<'_>], errors: &Errors) -> Option<FieldRef> {
    let text = super::unraw(name);
    let found = fields.iter().find(|field| field.name == text);
    if found.is_none() {
        unknown(&text, name.span(), fields, errors);
    }
    found.map(Known::reference)
}

fn unknown(name: &str, span: Span, fields: &[Known<'_>], errors: &Errors) {
    let near = nearest(name, fields.iter().map(|field| field.name.as_str()))
        .map_or_else(String::new, |near| format!("; did you mean `{near}`?"));
    errors.at(span, format_args!("this variant has no field `{name}`{near}"));
}

/// The text of a format string, with the fields that it names. Positions become names, which may
/// be left unused: `{0}` becomes `{_0}`.
fn format(
    text: &str,
    span: Span,
    fields: &[Known<'_>],
    errors: &Errors,
) -> (String, Vec<FieldRef>) {
    let mut out = String::new();
    let mut used: Vec<FieldRef> = Vec::new();
    let mut rest = text;
    while let Some(at) = rest.find(['{', '}']) {
        out.push_str(&rest[..at]);
        let brace = &rest[at..at + 1];
        rest = &rest[at + 1..];
        if rest.starts_with(brace) {
            out.push_str(brace);
            out.push_str(brace);
            rest = &rest[1..];
            continue;
        }
        let inside = if brace == "{" { rest.split_once('}') } else { None };
        let Some((inside, after)) = inside else {
            errors.at(
                span,
                format_args!(
                    "a single `{brace}` in `detail`; write `{brace}{brace}` for the brace"
                ),
            );
            return (out, used);
        };
        rest = after;
        let (name, how) =
            inside.split_once(':').map_or((inside, None), |(it, how)| (it, Some(how)));
        let name = name.trim();
        match fields.iter().find(|field| field.name == name) {
            Some(field) => {
                if !used.iter().any(|it| it.name == name) {
                    used.push(field.reference());
                }
            }
            None if name.is_empty() => errors.at(
                span,
                "`{}` in `detail` names no field; write the field in the braces: `{reason}`, or \
                 `{0}` for the first unnamed one",
            ),
            None => unknown(name, span, fields, errors),
        }
        out.push('{');
        if name.starts_with(|it: char| it.is_ascii_digit()) {
            out.push('_');
        }
        out.push_str(name);
        if let Some(how) = how {
            out.push(':');
            out.push_str(how);
        }
        out.push('}');
    }
    out.push_str(rest);
    (out, used)
}

/// The field of the delay: `retry_after`, or the one unnamed `Duration`.
fn delay(given: &mut Given<'_>, fields: &[Known<'_>], errors: &Errors) -> Option<FieldRef> {
    let named = |field: &&Known<'_>| match field.field.ident {
        Some(_) => field.name == "retry_after",
        None => is_duration(&field.field.ty),
    };
    let found = fields.iter().find(named);
    let said = given.peek_word("retry_after");
    match (said.as_ref().map(|it| it.value.as_str()), found) {
        (Some("required"), None) => errors.at(
            said.as_ref().map_or_else(Span::call_site, |it| it.span),
            "`retry_after = required` promises a delay, and this variant carries none; add a field \
             `retry_after: Duration`",
        ),
        (Some("optional"), None) => errors.at(
            said.as_ref().map_or_else(Span::call_site, |it| it.span),
            "`retry_after = optional` means that a delay may be given, and this variant carries \
             none; add a field `retry_after: Option<Duration>`",
        ),
        (Some("required"), Some(field)) if is_option(&field.field.ty) => errors.on(
            &field.field.ty,
            "`retry_after = required` promises a delay, and this one may be missing; write \
             `Duration`, or say `retry_after = optional`",
        ),
        (None | Some("never"), Some(field)) if field.name == "retry_after" => errors.on(
            &field.field.ident,
            "this variant carries a delay, and the contract does not say so; add `retry_after = \
             required`, or `optional`",
        ),
        (Some(word), Some(field)) if word != "never" => return Some(field.reference()),
        _ => {}
    }
    None
}

fn is_option(ty: &Type) -> bool {
    last_segment(ty).is_some_and(|last| last.ident == "Option")
}

fn is_duration(ty: &Type) -> bool {
    let mut ty = ty;
    if let Some(last) = last_segment(ty).filter(|last| last.ident == "Option")
        && let Some(inner) = super::function::type_arguments(last).next()
    {
        ty = inner;
    }
    last_segment(ty).is_some_and(|last| last.ident == "Duration")
}
