//! What serde's own attributes say. The only file that knows `serde_derive_internals`.

use proc_macro2::Span;
use serde_derive_internals::ast::{self, Data as Ast, Style as AstStyle};
use serde_derive_internals::attr::{Default as AstDefault, Identifier, TagType};
use serde_derive_internals::{Ctxt, Derive, name::MultiName};

use crate::model::Tagging;

/// What serde knows about a type.
pub(crate) struct Facts<'a> {
    pub(crate) names: Names,
    pub(crate) transparent: bool,
    pub(crate) refuses_unknown: bool,
    pub(crate) has_default: bool,
    pub(crate) from: Option<syn::Type>,
    pub(crate) try_from: Option<syn::Type>,
    pub(crate) into: Option<syn::Type>,
    /// Whether it is a `field_identifier` or a `variant_identifier`.
    pub(crate) identifies: bool,
    pub(crate) data: Data<'a>,
}

/// A struct or an enum.
pub(crate) enum Data<'a> {
    Struct { style: Style, fields: Vec<FieldFacts<'a>>, tag: Option<String> },
    Enum { tagging: Tagging, variants: Vec<VariantFacts<'a>> },
}

/// How fields stand.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Style {
    Named,
    Tuple,
    Newtype,
    Unit,
}

/// The names that are written and read.
pub(crate) struct Names {
    pub(crate) written: String,
    pub(crate) read: String,
    /// Further names that are read.
    pub(crate) aliases: Vec<String>,
}

/// What serde knows about a field.
pub(crate) struct FieldFacts<'a> {
    pub(crate) syntax: &'a syn::Field,
    pub(crate) names: Names,
    pub(crate) never_written: bool,
    pub(crate) never_read: bool,
    pub(crate) skipped_if: Option<String>,
    pub(crate) default: Default,
    pub(crate) codec: Codec,
    /// Whether bytes that may be borrowed are read from a string: `#[serde(borrow)] Cow<[u8]>`.
    pub(crate) borrows_bytes: bool,
    pub(crate) flatten: bool,
    pub(crate) transparent: bool,
}

/// What a reader puts in place of a missing field.
pub(crate) enum Default {
    None,
    Trait,
    Function(String),
}

/// The codecs between serde and a value, by path.
#[derive(Default)]
pub(crate) struct Codec {
    pub(crate) writes: Option<String>,
    pub(crate) reads: Option<String>,
}

/// What serde knows about a variant.
pub(crate) struct VariantFacts<'a> {
    pub(crate) syntax: &'a syn::Variant,
    pub(crate) names: Names,
    pub(crate) never_written: bool,
    pub(crate) never_read: bool,
    pub(crate) other: bool,
    pub(crate) untagged: bool,
    pub(crate) codec: Codec,
    pub(crate) style: Style,
    pub(crate) fields: Vec<FieldFacts<'a>>,
}

/// Reads serde's attributes with serde's own reader. The error holds serde's messages.
pub(crate) fn read(input: &syn::DeriveInput) -> syn::Result<Facts<'_>> {
    // The two directions differ in a few checks only (which field of a transparent struct counts),
    // and a type may derive just one of them.
    read_as(input, Derive::Serialize)
        .or_else(|error| read_as(input, Derive::Deserialize).map_err(|_| error))
}

fn read_as(input: &syn::DeriveInput, derive: Derive) -> syn::Result<Facts<'_>> {
    let context = Ctxt::new();
    let private = syn::Ident::new("__private", Span::call_site());
    let container = ast::Container::from_ast(&context, input, derive, &private);
    context.check()?;
    container
        .map(facts)
        .ok_or_else(|| syn::Error::new_spanned(&input.ident, "serde cannot read this type"))
}

fn facts(container: ast::Container<'_>) -> Facts<'_> {
    let attrs = &container.attrs;
    let data = match container.data {
        Ast::Struct(style, fields) => Data::Struct {
            style: self::style(style),
            fields: fields.into_iter().map(field).collect(),
            tag: match attrs.tag() {
                TagType::Internal { tag } => Some(tag.clone()),
                TagType::External | TagType::Adjacent { .. } | TagType::None => None,
            },
        },
        Ast::Enum(variants) => Data::Enum {
            tagging: match attrs.tag() {
                TagType::External => Tagging::External,
                TagType::Internal { tag } => Tagging::Internal(tag.clone()),
                TagType::Adjacent { tag, content } => {
                    Tagging::Adjacent(tag.clone(), content.clone())
                }
                TagType::None => Tagging::Untagged,
            },
            variants: variants.into_iter().map(variant).collect(),
        },
    };
    Facts {
        names: names(attrs.name(), &std::collections::BTreeSet::new()),
        transparent: attrs.transparent(),
        refuses_unknown: attrs.deny_unknown_fields(),
        has_default: !attrs.default().is_none(),
        from: attrs.type_from().cloned(),
        try_from: attrs.type_try_from().cloned(),
        into: attrs.type_into().cloned(),
        identifies: !matches!(attrs.identifier(), Identifier::No),
        data,
    }
}

fn style(style: AstStyle) -> Style {
    match style {
        AstStyle::Struct => Style::Named,
        AstStyle::Tuple => Style::Tuple,
        AstStyle::Newtype => Style::Newtype,
        AstStyle::Unit => Style::Unit,
    }
}

fn names(
    names: &MultiName,
    aliases: &std::collections::BTreeSet<serde_derive_internals::name::Name>,
) -> Names {
    let read = names.deserialize_name().value.clone();
    Names {
        written: names.serialize_name().value.clone(),
        // serde counts the name itself among the aliases.
        aliases: aliases
            .iter()
            .map(|alias| alias.value.clone())
            .filter(|alias| *alias != read)
            .collect(),
        read,
    }
}

fn field(field: ast::Field<'_>) -> FieldFacts<'_> {
    let attrs = &field.attrs;
    FieldFacts {
        syntax: field.original,
        names: names(attrs.name(), attrs.aliases()),
        never_written: attrs.skip_serializing(),
        never_read: attrs.skip_deserializing(),
        skipped_if: attrs.skip_serializing_if().map(path_text),
        default: match attrs.default() {
            AstDefault::None => Default::None,
            AstDefault::Default => Default::Trait,
            AstDefault::Path(path) => Default::Function(path_text(path)),
        },
        codec: codec(attrs.serialize_with(), attrs.deserialize_with()),
        borrows_bytes: attrs
            .deserialize_with()
            .is_some_and(|path| path_text(path).ends_with("::borrow_cow_bytes")),
        flatten: attrs.flatten(),
        transparent: attrs.transparent(),
    }
}

fn variant(variant: ast::Variant<'_>) -> VariantFacts<'_> {
    let attrs = &variant.attrs;
    VariantFacts {
        syntax: variant.original,
        names: names(attrs.name(), attrs.aliases()),
        never_written: attrs.skip_serializing(),
        never_read: attrs.skip_deserializing(),
        other: attrs.other(),
        untagged: attrs.untagged(),
        codec: codec(attrs.serialize_with(), attrs.deserialize_with()),
        style: style(variant.style),
        fields: variant.fields.into_iter().map(field).collect(),
    }
}

/// The codecs by name. `with = "m"` names `m::serialize` and `m::deserialize`; it stays one name.
fn codec(writes: Option<&syn::ExprPath>, reads: Option<&syn::ExprPath>) -> Codec {
    let writes = writes.map(path_text);
    // `#[serde(borrow)]` on a `Cow` is a codec of serde's own: it reads any text as the type does,
    // and of bytes see `borrows_bytes`.
    let reads = reads.map(path_text).filter(|path| !path.starts_with("_serde::"));
    if let (Some(write), Some(read)) = (&writes, &reads) {
        let module = write.strip_suffix("::serialize");
        if module.is_some() && module == read.strip_suffix("::deserialize") {
            let module = module.map(str::to_owned);
            return Codec { writes: module.clone(), reads: module };
        }
    }
    Codec { writes, reads }
}

/// A path as its author writes it: without the spaces between tokens.
fn path_text(path: &syn::ExprPath) -> String {
    compact(path)
}

/// Tokens as their author writes them: without the spaces between them.
pub(crate) fn compact(tokens: &dyn quote::ToTokens) -> String {
    let text = tokens.to_token_stream().to_string();
    let mut compact = String::with_capacity(text.len());
    for (index, part) in text.split(' ').enumerate() {
        // Two words need their space (`<T as Trait>`); all other neighbours do not.
        let word = |character: Option<char>| {
            character.is_some_and(|character| character.is_alphanumeric() || character == '_')
        };
        if index > 0 && word(compact.chars().last()) && word(part.chars().next()) {
            compact.push(' ');
        }
        compact.push_str(part);
    }
    compact
}
