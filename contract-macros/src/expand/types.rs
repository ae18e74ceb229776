//! `#[derive(Contract)]`.

use proc_macro2::TokenStream;
use quote::quote;

use super::about::word;
use super::baseline::{Kind, compare};
use super::operation::wire_fn;
use super::packed::Packed;
use super::register::register;
use super::{option, rules, scope};
use crate::facts::{self, Facts};
use crate::model::{Behind, Body, Numbers, Shape, Side, TypeItem, Wire};
use crate::read::unraw;

/// ```text
/// impl<T> __contract::Contract for Page<T>
/// where
///     T: __contract::Contract,
/// {
///     fn wire() -> __contract::declare::Wire {
///         __contract::declare::Wire::Packed(const { &__contract::declare::Packed::new(..) })
///     }
/// }
/// ```
pub(crate) fn type_item(item: &TypeItem) -> TokenStream {
    let TypeItem { runtime, ident, generics, arguments, shape, .. } = item;
    let (impl_generics, type_generics, where_clause) = generics.split_for_impl();
    let predicates = where_clause.into_iter().flat_map(|clause| &clause.predicates);
    let where_clause = if arguments.is_empty() {
        quote!(#where_clause)
    } else {
        quote!(where #(#predicates,)* #(#arguments: __contract::Contract,)*)
    };
    let facts = facts::type_item(item);
    let (named, text) = match shape {
        Shape::Body(body) => packed(item, &facts, "", &OwnBody::Body(body)),
        Shape::Numbered { body, numbers } => {
            packed(item, &facts, "", &OwnBody::Numbered(body, numbers))
        }
        Shape::Converted { written, read, body, behind } => {
            let alias = converted(item, &facts, written, read, body.as_ref());
            packed(item, &facts, "", &OwnBody::Converted(alias, behind))
        }
    };
    let register = if generics.type_params().next().is_none()
        && generics.const_params().next().is_none()
    {
        let lifetimes = generics.lifetimes().map(|_| quote!('static));
        let found = quote! {
            __contract::declare::Item::Type(<#ident<#(#lifetimes),*> as __contract::Contract>::wire)
        };
        register(ident, &found, &text)
    } else {
        TokenStream::new()
    };
    let compare_type = compare(Kind::Type, &facts);
    let compare_event = item
        .event
        .as_ref()
        .map(|event| compare(Kind::Event, &facts::event(ident.to_string(), event)))
        .map(|compare| quote!(const _: () = { #compare };));
    let level = level(item);
    let held: TokenStream =
        item.held.iter().map(|held| rules::held(held.asked, &held.ty, &quote!(Self))).collect();
    scope(
        runtime.as_ref(),
        &quote! {
            #[automatically_derived]
            impl #impl_generics __contract::Contract for #ident #type_generics #where_clause {
                #level
                fn wire() -> __contract::declare::Wire {
                    #held
                    #named
                }
            }
            #register
            #compare_type
            #compare_event
        },
    )
}

/// The level that the type declares; nothing where it declares none and has no arguments.
///
/// ```text
/// const LEVEL: Option<__contract::Level> = __contract::declare::weakest(&[
///     Some(__contract::Level::Stable),
///     <T as __contract::Contract>::LEVEL,
/// ]);
/// ```
fn level(item: &TypeItem) -> TokenStream {
    let TypeItem { arguments, about, .. } = item;
    let declared = about.level.map(|level| {
        let level = word("Level", level);
        quote!(::core::option::Option::Some(#level))
    });
    let level = match (declared, arguments.is_empty()) {
        (None, true) => return TokenStream::new(),
        (Some(declared), true) => declared,
        (declared, false) => {
            let declared = declared.into_iter();
            quote! {
                __contract::declare::weakest(
                    &[#(#declared,)* #(<#arguments as __contract::Contract>::LEVEL),*]
                )
            }
        }
    };
    quote! {
        const LEVEL: ::core::option::Option<__contract::Level> = #level;
    }
}

/// A type that goes through another one. Where one direction keeps the type's own body, that body
/// becomes a definition beside it: `Order.written` or `Order.read`.
fn converted(
    item: &TypeItem,
    facts: &Facts,
    written: &Side,
    read: &Side,
    body: Option<&Body>,
) -> TokenStream {
    let side = |side: &Side, suffix: &str| match (side, body) {
        (Side::Wire(wire), _) => self::wire(wire),
        (Side::Own, Some(body)) => {
            let (own, _) = packed(item, facts, suffix, &OwnBody::Body(body));
            quote!(|| #own)
        }
        (Side::Own, None) => quote!(|| __contract::declare::Wire::Leaf("never")),
    };
    match (written, read) {
        (Side::Wire(written), Side::Wire(read)) => {
            self::wire(&Wire::split(written.clone(), read.clone()))
        }
        _ => {
            let (written, read) = (side(written, ".written"), side(read, ".read"));
            quote!(|| __contract::declare::Wire::Split(#written, #read))
        }
    }
}

/// ```text
/// __contract::declare::Wire::Packed(const {
///     &__contract::declare::Packed::new(
///         "5:Order 5:Order 1f0e ..",
///         module_path!(),
///         type_name::<Self>,
///         &[__contract::declare::Shape(<u64 as __contract::Contract>::wire), ..],
///     )
/// })
/// ```
fn packed(
    item: &TypeItem,
    facts: &Facts,
    suffix: &str,
    body: &OwnBody<'_>,
) -> (TokenStream, String) {
    let TypeItem { ident, generics, arguments, name, about, event, .. } = item;
    let name = format!("{name}{suffix}");
    let mut packed = Packed::item(&name, &ident.to_string(), facts.hash(), about);
    packed.number(arguments.len());
    if let Some(event) = event.as_ref().filter(|_| suffix.is_empty()) {
        packed.event(event);
    }
    let alias = match body {
        OwnBody::Body(body) | OwnBody::Numbered(body, _) => {
            packed.body(body);
            None
        }
        OwnBody::Converted(alias, _) => {
            packed.alias();
            Some(alias.clone())
        }
    };
    let parts = match body {
        OwnBody::Body(_) => None,
        OwnBody::Numbered(_, numbers) => Some(told_by(numbers)),
        OwnBody::Converted(_, Behind { parts, types }) => Some(quote! {
            .with_parts(|| __contract::declare::parts(
                &[#(#parts),*],
                &[#(__contract::declare::Behind::<#types>::NEW.shape()),*],
            ))
        }),
    };
    let Packed { text, wires, .. } = packed;
    let arguments = arguments.iter().map(wire_fn);
    let shapes = arguments.chain(wires.into_iter().map(wire)).chain(alias);
    let constants: Vec<_> = generics.const_params().map(|param| &param.ident).collect();
    let constants = (!constants.is_empty())
        .then(|| quote!(.with_constants(|| __contract::declare::constants(&[#(&#constants),*]))));
    let tokens = quote! {
        __contract::declare::Wire::Packed(const {
            &__contract::declare::Packed::new(
                #text,
                ::core::module_path!(),
                ::core::any::type_name::<Self>,
                &[#(__contract::declare::Shape(#shapes)),*],
            ) #constants #parts
        })
    };
    (tokens, text)
}

/// What a definition holds: the type's own body, or another shape.
enum OwnBody<'a> {
    Body(&'a Body),
    Converted(TokenStream, &'a Behind),
    Numbered(&'a Body, &'a Numbers),
}

/// ```text
/// .told_by(|| {
///     const VARIANTS: &[(&str, i128)] = &[("Open", Order::Open as i128)];
///     let numbers = __contract::declare::Numbers::new(<u8 as __contract::Contract>::wire, VARIANTS);
///     let probe = __contract::declare::Probe::<Self>::NEW;
///     __contract::declare::Told::by(numbers, probe.written(&[Self::Open]), probe.read(VARIANTS))
/// })
/// ```
fn told_by(numbers: &Numbers) -> TokenStream {
    let Numbers { of, variants, said } = numbers;
    let names = variants.iter().map(unraw);
    let listed = quote!(const { &[#((#names, Self::#variants as i128)),*] });
    let of = wire_fn(of);
    let numbers = quote!(__contract::declare::Numbers::new(#of, #listed));
    if *said {
        return quote!(.told_by(|| __contract::declare::Told::Numbers(#numbers)));
    }
    quote! {
        .told_by(|| {
            let probe = __contract::declare::Probe::<Self>::NEW;
            __contract::declare::Told::by(
                #numbers,
                probe.written(&[#(Self::#variants),*]),
                probe.read(#listed),
            )
        })
    }
}

/// What a type is optional around, if it is written as an option, and the option's path.
fn optional(ty: &syn::Type) -> Option<(syn::Path, &syn::Type)> {
    let syn::Type::Path(syn::TypePath { qself: None, path, .. }) = ty else { return None };
    let last = path.segments.last().filter(|last| last.ident == "Option")?;
    let syn::PathArguments::AngleBracketed(arguments) = &last.arguments else { return None };
    let [syn::GenericArgument::Type(inner)] = Vec::from_iter(&arguments.args)[..] else {
        return None;
    };
    let mut option = path.clone();
    option.segments.last_mut()?.arguments = syn::PathArguments::None;
    Some((option, inner))
}

/// A function that gives the shape: a type's own, or a closure around others.
fn wire(wire: &Wire) -> TokenStream {
    match wire {
        Wire::Of(ty) => wire_fn(ty),
        Wire::BySchema(ty) => match optional(ty) {
            // Its schema would not say that a field of it may be missing.
            Some((option, inner)) => {
                wire_fn(&syn::parse_quote!(#option<__contract::BySchema<#inner>>))
            }
            None => wire_fn(&syn::parse_quote!(__contract::BySchema<#ty>)),
        },
        Wire::Opaque(codec, within) => {
            let within = option(within.as_deref().map(self::wire));
            quote!(|| __contract::declare::Wire::Opaque(#codec, #within))
        }
        Wire::Codec(codec, ty) => {
            let rust = crate::serde_facts::compact(ty);
            quote!(|| __contract::declare::Wire::Codec(
                #codec,
                #rust,
                __contract::declare::Behind::<#ty>::NEW.shape(),
            ))
        }
        Wire::Split(written, read) => {
            let (written, read) = (self::wire(written), self::wire(read));
            quote!(|| __contract::declare::Wire::Split(#written, #read))
        }
    }
}
