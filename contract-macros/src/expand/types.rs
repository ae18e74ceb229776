//! `#[derive(Contract)]`.

use proc_macro2::TokenStream;
use quote::quote;

use super::about::{about, word};
use super::baseline::{Kind, compare, mark};
use super::operation::wire_fn;
use super::register::register;
use super::{option, rules, scope};
use crate::facts;
use crate::model::{
    Body, Content, Enum, Event, Field, Read, Shape, Side, Struct, Tagging, TypeItem, Variant, Wire,
    Written,
};

/// ```text
/// impl<T> __contract::Contract for Page<T>
/// where
///     T: __contract::Contract,
/// {
///     fn wire() -> __contract::declare::Wire {
///         __contract::declare::Wire::Named(const { &__contract::declare::Definition { .. } })
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
    let mark = mark(Kind::Type, &facts);
    let named = match shape {
        Shape::Body(body) => definition(item, &mark, "", &self::body(body)),
        Shape::Converted { written, read, body } => {
            converted(item, &mark, written, read, body.as_ref())
        }
    };
    let register = if generics.type_params().next().is_none()
        && generics.const_params().next().is_none()
    {
        let lifetimes = generics.lifetimes().map(|_| quote!('static));
        let found = quote! {
            __contract::declare::Item::Type(<#ident<#(#lifetimes),*> as __contract::Contract>::wire)
        };
        register(ident, &found, &named)
    } else {
        TokenStream::new()
    };
    let compare = compare(Kind::Type, &facts);
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
            #compare
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
    mark: &TokenStream,
    written: &Side,
    read: &Side,
    body: Option<&Body>,
) -> TokenStream {
    let side = |side: &Side, suffix: &str| match (side, body) {
        (Side::Wire(wire), _) => self::wire(wire),
        (Side::Own, Some(body)) => {
            let own = definition(item, mark, suffix, &self::body(body));
            quote!(|| #own)
        }
        (Side::Own, None) => quote!(|| __contract::declare::Wire::Leaf("never")),
    };
    let alias = match (written, read) {
        (Side::Wire(written), Side::Wire(read)) => {
            self::wire(&Wire::split(written.clone(), read.clone()))
        }
        _ => {
            let (written, read) = (side(written, ".written"), side(read, ".read"));
            quote!(|| __contract::declare::Wire::Split(#written, #read))
        }
    };
    definition(item, mark, "", &quote!(__contract::declare::Body::Alias(#alias)))
}

/// ```text
/// __contract::declare::Wire::Named(const {
///     &__contract::declare::Definition { name: "Order", .. }
/// })
/// ```
fn definition(
    item: &TypeItem,
    mark: &TokenStream,
    suffix: &str,
    body: &TokenStream,
) -> TokenStream {
    let TypeItem { generics, arguments, name, about: said, event, .. } = item;
    let name = format!("{name}{suffix}");
    let arguments = arguments.iter().map(|ty| quote!(<#ty as __contract::Contract>::wire));
    let constants: Vec<_> = generics.const_params().map(|param| &param.ident).collect();
    let constants = if constants.is_empty() {
        quote!(__contract::declare::Definition::NO_CONSTANTS)
    } else {
        quote!(|| __contract::declare::constants(&[#(&#constants),*]))
    };
    let about = about(said);
    let event = option(event.as_ref().filter(|_| suffix.is_empty()).map(self::event));
    quote! {
        __contract::declare::Wire::Named(const {
            &__contract::declare::Definition {
                mark: #mark,
                name: #name,
                type_name: ::core::any::type_name::<Self>,
                module: ::core::module_path!(),
                arguments: &[#(#arguments),*],
                constants: #constants,
                about: #about,
                event: #event,
                body: #body,
            }
        })
    }
}

fn event(event: &Event) -> TokenStream {
    let Event { id, sent, channel, about: said } = event;
    let channel = option(channel.as_ref());
    let about = about(said);
    quote! {
        __contract::declare::EventTable { id: #id, sent: #sent, channel: #channel, about: #about }
    }
}

fn body(body: &Body) -> TokenStream {
    match body {
        Body::Struct(body) => {
            let table = struct_table(body);
            quote!(__contract::declare::Body::Struct(#table))
        }
        Body::Tuple(fields) => {
            let fields = fields.iter().map(field);
            quote!(__contract::declare::Body::Tuple(const { &[#(#fields),*] }))
        }
        Body::Unit => quote!(__contract::declare::Body::Unit),
        Body::Alias(wire) => {
            let wire = self::wire(wire);
            quote!(__contract::declare::Body::Alias(#wire))
        }
        Body::Newtype(wire) => {
            let wire = self::wire(wire);
            quote!(__contract::declare::Body::Newtype(#wire))
        }
        Body::Enum(body) => {
            let table = enum_table(body);
            quote!(__contract::declare::Body::Enum(#table))
        }
    }
}

fn struct_table(body: &Struct) -> TokenStream {
    let Struct { fields, refuses_unknown, tag } = body;
    let fields = fields.iter().map(field);
    let tag = option(tag.as_ref().map(|(name, value)| quote!((#name, #value))));
    quote! {
        __contract::declare::StructTable {
            fields: const { &[#(#fields),*] },
            refuses_unknown: #refuses_unknown,
            tag: #tag,
        }
    }
}

fn enum_table(body: &Enum) -> TokenStream {
    let Enum { tagging, refuses_unknown, variants } = body;
    let tagging = match tagging {
        Tagging::External => quote!(External),
        Tagging::Internal(tag) => quote!(Internal(#tag)),
        Tagging::Adjacent(tag, content) => quote!(Adjacent(#tag, #content)),
        Tagging::Untagged => quote!(Untagged),
    };
    let variants = variants.iter().map(variant);
    quote! {
        __contract::declare::EnumTable {
            tagging: __contract::declare::Tagging::#tagging,
            refuses_unknown: #refuses_unknown,
            variants: const { &[#(#variants),*] },
        }
    }
}

/// ```text
/// __contract::declare::Field {
///     read: __contract::declare::Read::Default,
///     ..__contract::declare::Field::new("total", <u64 as __contract::Contract>::wire, about)
/// }
/// ```
fn field(field: &Field) -> TokenStream {
    let Field { rust_name, name, read_name, aliases, written, read, flatten, wire, about: said } =
        field;
    let wire = self::wire(wire);
    let about = about(said);
    let plain = quote!(__contract::declare::Field::new(#name, #wire, #about));
    let mut said = TokenStream::new();
    if rust_name != name {
        said.extend(quote!(rust_name: #rust_name,));
    }
    if read_name != name {
        said.extend(quote!(read_name: #read_name,));
    }
    if !aliases.is_empty() {
        said.extend(quote!(aliases: &[#(#aliases),*],));
    }
    let written = match written {
        Written::Always => None,
        Written::UnlessNone => Some(quote!(UnlessNone)),
        Written::Unless(path) => Some(quote!(Unless(#path))),
        Written::Never => Some(quote!(Never)),
    };
    if let Some(written) = written {
        said.extend(quote!(written: __contract::declare::Written::#written,));
    }
    let read = match read {
        Read::Required => None,
        Read::Demanded => Some(quote!(Demanded)),
        Read::Default => Some(quote!(Default)),
        Read::ContainerDefault => Some(quote!(ContainerDefault)),
        Read::DefaultFn(path) => Some(quote!(DefaultFn(#path))),
        Read::Never => Some(quote!(Never)),
    };
    if let Some(read) = read {
        said.extend(quote!(read: __contract::declare::Read::#read,));
    }
    if *flatten {
        said.extend(quote!(flatten: true,));
    }
    if said.is_empty() {
        return plain;
    }
    quote!(__contract::declare::Field { #said ..#plain })
}

/// ```text
/// __contract::declare::Variant {
///     other: true,
///     ..__contract::declare::Variant::new("Other", __contract::declare::VariantBody::Unit, about)
/// }
/// ```
fn variant(variant: &Variant) -> TokenStream {
    let Variant {
        rust_name,
        name,
        read_name,
        aliases,
        written,
        read,
        other,
        untagged,
        content,
        about: said,
    } = variant;
    let content = match content {
        Content::Unit => quote!(Unit),
        Content::Newtype(wire) => {
            let wire = self::wire(wire);
            quote!(Newtype(#wire))
        }
        Content::Tuple(fields) => {
            let fields = fields.iter().map(field);
            quote!(Tuple(const { &[#(#fields),*] }))
        }
        Content::Struct(body) => {
            let table = struct_table(body);
            quote!(Struct(#table))
        }
    };
    let about = about(said);
    let plain = quote! {
        __contract::declare::Variant::new(#name, __contract::declare::VariantBody::#content, #about)
    };
    let mut said = TokenStream::new();
    if rust_name != name {
        said.extend(quote!(rust_name: #rust_name,));
    }
    if read_name != name {
        said.extend(quote!(read_name: #read_name,));
    }
    if !aliases.is_empty() {
        said.extend(quote!(aliases: &[#(#aliases),*],));
    }
    for (name, value, usual) in [
        (quote!(written), *written, true),
        (quote!(read), *read, true),
        (quote!(other), *other, false),
        (quote!(untagged), *untagged, false),
    ] {
        if value != usual {
            said.extend(quote!(#name: #value,));
        }
    }
    if said.is_empty() {
        return plain;
    }
    quote!(__contract::declare::Variant { #said ..#plain })
}

/// A function that gives the shape: a type's own, or a closure around others.
fn wire(wire: &Wire) -> TokenStream {
    match wire {
        Wire::Of(ty) => wire_fn(ty),
        Wire::BySchema(ty) => wire_fn(&syn::parse_quote!(__contract::BySchema<#ty>)),
        Wire::Opaque(codec, within) => {
            let within = option(within.as_deref().map(self::wire));
            quote!(|| __contract::declare::Wire::Opaque(#codec, #within))
        }
        Wire::Split(written, read) => {
            let (written, read) = (self::wire(written), self::wire(read));
            quote!(|| __contract::declare::Wire::Split(#written, #read))
        }
    }
}
