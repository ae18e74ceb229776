//! What an error says beyond its code.

use proc_macro2::{Ident, Span, TokenStream};
use quote::{format_ident, quote, quote_spanned};
use syn::spanned::Spanned as _;

use crate::model::{Detail, ErrorCode, FieldRef};

/// ```text
/// fn detail(&self) -> Option<String> {
///     match self {
///         Self::Declined { reason: _reason, .. } => Some(format!("declined: {reason}", reason = _reason)),
///         _ => None,
///     }
/// }
/// fn retry_after(&self) -> Option<Duration> { .. }
/// fn details(&self) -> Vec<(&'static str, __contract::Member)> { .. }
/// ```
///
/// A method that would say nothing is left out.
pub(super) fn methods(codes: &[ErrorCode]) -> TokenStream {
    let mut methods = TokenStream::new();
    let details = codes.iter().filter_map(|code| Some(arm(code, detail(code)?)));
    methods.extend(method(
        details,
        codes.len(),
        &quote!(detail),
        &quote!(::core::option::Option<::std::string::String>),
        &quote!(::core::option::Option::None),
    ));
    let delays = codes.iter().filter_map(|code| {
        let field = code.occurrence.retry_after.as_ref()?;
        let (binding, span) = (binding(field), inside(field));
        let value = quote_spanned!(span=> __contract::private::Delay::delay(#binding));
        Some(arm(code, (vec![field], value)))
    });
    methods.extend(method(
        delays,
        codes.len(),
        &quote!(retry_after),
        &quote!(::core::option::Option<::core::time::Duration>),
        &quote!(::core::option::Option::None),
    ));
    let members = codes.iter().filter(|code| !code.occurrence.details.is_empty()).map(|code| {
        let members = code.occurrence.details.iter().map(|field| {
            let (name, binding, span) = (&field.name, binding(field), inside(field));
            quote_spanned!(span=> (#name, __contract::ToMember::to_member(#binding)))
        });
        let value = quote!(::std::vec![#(#members),*]);
        arm(code, (code.occurrence.details.iter().collect(), value))
    });
    methods.extend(method(
        members,
        codes.len(),
        &quote!(details),
        &quote!(::std::vec::Vec<(&'static str, __contract::Member)>),
        &quote!(::std::vec::Vec::new()),
    ));
    methods
}

fn detail(code: &ErrorCode) -> Option<(Vec<&FieldRef>, TokenStream)> {
    let text = match code.occurrence.detail.as_ref()? {
        Detail::Display => {
            return Some((Vec::new(), {
                quote!(::core::option::Option::Some(::std::string::ToString::to_string(self)))
            }));
        }
        Detail::Format(text) => text,
    };
    let (text, fields) = text;
    let arguments = fields.iter().map(|field| {
        let name = match &field.member {
            syn::Member::Named(ident) => ident.clone(),
            syn::Member::Unnamed(index) => format_ident!("_{}", index.index),
        };
        let (binding, span) = (binding(field), inside(field));
        quote_spanned!(span=> #name = #binding)
    });
    let value = quote!(::core::option::Option::Some(::std::format!(#text, #(#arguments),*)));
    Some((fields.iter().collect(), value))
}

/// `Self::Declined { reason: field_reason, .. } => value,`
fn arm(code: &ErrorCode, (fields, value): (Vec<&FieldRef>, TokenStream)) -> TokenStream {
    let variant = &code.ident;
    let patterns = fields.iter().map(|field| {
        let (member, binding) = (&field.member, binding(field));
        quote!(#member: #binding,)
    });
    quote!(Self::#variant { #(#patterns)* .. } => #value,)
}

fn method(
    arms: impl Iterator<Item = TokenStream>,
    codes: usize,
    name: &TokenStream,
    output: &TokenStream,
    nothing: &TokenStream,
) -> TokenStream {
    let arms: Vec<_> = arms.collect();
    if arms.is_empty() {
        return TokenStream::new();
    }
    let rest = (arms.len() < codes).then(|| quote!(_ => #nothing,));
    quote! {
        fn #name(&self) -> #output {
            match self { #(#arms)* #rest }
        }
    }
}

/// A name of our own for a field: the user's may mean something else here.
fn binding(field: &FieldRef) -> Ident {
    format_ident!("field_{}", field.name, span = inside(field))
}

fn inside(field: &FieldRef) -> Span {
    Span::mixed_site().located_at(field.ty.span())
}
