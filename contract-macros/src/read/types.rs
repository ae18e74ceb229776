//! `#[derive(Contract)]`: our attributes and serde's together give the shape.

use std::cell::RefCell;

use super::{about, held, unraw};
use crate::attr::{At, Given};
use crate::bounds;
use crate::errors::Errors;
use crate::keys::Place;
use crate::model::{
    About, Behind, Body, Content, Enum, Event, Field, Held, Numbers, Read, Shape, Side, Struct,
    Tagging, TypeItem, Variant, Wire, Written, same,
};
use crate::serde_facts::{self, Data, Default, Facts, FieldFacts, Style, VariantFacts};
use crate::value::{id_problem, name_problem};

/// Whether serde's attributes could be read.
pub(crate) enum Outcome {
    /// The type is understood.
    Item(Box<TypeItem>),
    /// serde refuses its own attributes, and its derive says so.
    SerdeRefuses,
    /// Our attributes have mistakes; they are reported.
    Mistaken,
}

/// Reads a type.
pub(crate) fn type_item(input: &syn::DeriveInput, errors: &Errors) -> Outcome {
    if let syn::Data::Union(data) = &input.data {
        errors.at(data.union_token.span, "a union has no wire shape: serde cannot write it");
        return Outcome::Mistaken;
    }
    let span = input.ident.span();
    let mut given = Given::in_attributes(Place::Type, &input.attrs, span, errors);
    let runtime = given.path("crate");
    let name = given.text_like("name", name_problem);
    let event = event(&mut given);
    let wire = declared(&mut given, || syn::parse_quote_spanned!(span=> Self));
    let variants = given.word("variants");
    let about = about(&mut given, Place::Type, &input.attrs, span);
    if let Some(event) = &event {
        held::event(&event.about, about.level, errors);
    }

    let facts = match serde_facts::read(input) {
        Ok(facts) => facts,
        Err(_) => {
            own_mistakes(input, errors);
            return if errors.is_empty() { Outcome::SerdeRefuses } else { Outcome::Mistaken };
        }
    };
    if facts.identifies {
        errors.at(
            span,
            "an enum that tells members or variants apart while others are read is no data, and \
             has no wire shape; derive `Contract` for what is read",
        );
        return Outcome::Mistaken;
    }
    // serde's name for the container is the published one, as it is in schemars, unless it is text
    // that no component may be named.
    let published = match name {
        Some(name) => name.value,
        None if name_problem(&facts.names.written).is_none() => facts.names.written.clone(),
        None => unraw(&input.ident),
    };
    // Keys are read on every field and variant, also where the shape does not ask for them.
    let around = Around { generics: &input.generics, errors, held: RefCell::default() };
    let shape = shape(&input.ident, &facts, about.level, &around);
    let shape = match (wire, numbered(input, &facts, variants, errors)) {
        (Some(wire), _) => Shape::Body(Body::Alias(wire)),
        (None, Some(numbers)) => match shape {
            Shape::Body(body) => Shape::Numbered { body, numbers },
            converted => converted,
        },
        (None, None) => shape,
    };
    if !errors.is_empty() {
        return Outcome::Mistaken;
    }
    let arguments = bounds::arguments(&input.generics, &shape);
    Outcome::Item(Box::new(TypeItem {
        runtime,
        ident: input.ident.clone(),
        generics: input.generics.clone(),
        arguments,
        name: published,
        about,
        event,
        shape,
        held: around.held.into_inner(),
    }))
}

/// What the readers of fields share.
struct Around<'a> {
    generics: &'a syn::Generics,
    errors: &'a Errors,
    held: RefCell<Vec<Held>>,
}

/// The shape that an author declares in place of the type's own: `wire = ..` or `schema`.
fn declared(given: &mut Given<'_>, own: impl FnOnce() -> syn::Type) -> Option<Wire> {
    let wire = given.ty("wire");
    match (wire, given.flag("schema")) {
        (Some(_), Some(schema)) => {
            given.error(schema, "`wire` and `schema` both say what is on the wire; keep one");
            None
        }
        (Some(wire), None) => Some(of(wire)),
        (None, Some(_)) => Some(Wire::BySchema(Box::new(own()))),
        (None, None) => None,
    }
}

/// Reports the mistakes in our own attributes of a type whose serde attributes are wrong.
fn own_mistakes(input: &syn::DeriveInput, errors: &Errors) {
    let fields = |fields: &syn::Fields| {
        for field in fields {
            let span = first_span(&field.ty);
            let mut given = Given::in_attributes(Place::Field, &field.attrs, span, errors);
            declared(&mut given, || field.ty.clone());
            given.word("holds");
            about(&mut given, Place::Field, &field.attrs, span);
        }
    };
    match &input.data {
        syn::Data::Struct(data) => fields(&data.fields),
        syn::Data::Enum(data) => {
            for variant in &data.variants {
                let span = variant.ident.span();
                let mut given = Given::in_attributes(Place::Variant, &variant.attrs, span, errors);
                about(&mut given, Place::Variant, &variant.attrs, span);
                fields(&variant.fields);
            }
        }
        syn::Data::Union(_) => {}
    }
}

fn event(given: &mut Given<'_>) -> Option<Event> {
    let mut keys = given.keys("event")?;
    keys.require(&["id"]);
    let id = keys.text_like("id", id_problem);
    let channel = keys.text("channel").map(|text| text.value);
    let direction = (keys.flag("send"), keys.flag("receive"));
    let sent = match direction {
        (Some(_), None) => true,
        (None, Some(_)) => false,
        (Some(_), Some(receive)) => {
            keys.error(receive, "an event is sent or received; for both, declare two types");
            return None;
        }
        (None, None) => {
            keys.error(keys.span, "an event says `send` or `receive`, as its producer sees it");
            return None;
        }
    };
    let span = keys.span;
    let about = about(&mut keys, Place::Event, &[], span);
    Some(Event { id: id?.value, sent, channel, about })
}

/// The shape, with conversions: `from`, `try_from` and `into` change one direction each.
fn shape(
    name: &syn::Ident,
    facts: &Facts<'_>,
    level: Option<&'static str>,
    around: &Around<'_>,
) -> Shape {
    let body = body(facts, level, around);
    let written = facts.into.clone().map(of);
    let read = match (&facts.from, &facts.try_from) {
        (Some(from), _) => Some(of(from.clone())),
        // The conversion may refuse any of them, for reasons only its code knows: the code of
        // this type, which is another than that of the next.
        (None, Some(from)) => {
            Some(Wire::Opaque(format!("try_from of {name}"), Some(Box::new(of(from.clone())))))
        }
        (None, None) => None,
    };
    if written.is_none() && read.is_none() {
        return Shape::Body(body);
    }
    let body = (written.is_none() || read.is_none()).then_some(body);
    let side = |wire: Option<Wire>| wire.map_or(Side::Own, Side::Wire);
    Shape::Converted { written: side(written), read: side(read), body, behind: behind(facts) }
}

/// An enum whose variants are told by their numbers, as `serde_repr` does it, or may be: a derive
/// does not see the other ones. Nothing where serde's own attributes or the author say that they
/// are told by their names.
fn numbered(
    input: &syn::DeriveInput,
    facts: &Facts<'_>,
    said: Option<At<&'static str>>,
    errors: &Errors,
) -> Option<Numbers> {
    let repr = input.attrs.iter().filter(|it| it.path().is_ident("repr")).find_map(number);
    let Data::Enum { variants, .. } = &facts.data else {
        if let Some(said) = said {
            errors.at(said.span, "only an enum has `variants`");
        }
        return None;
    };
    let bare = variants.iter().all(|variant| variant.style == Style::Unit);
    let numbers = match &said {
        Some(At { value: "numbers", span }) if repr.is_none() || !bare => {
            errors.at(
                *span,
                "`serde_repr` writes numbers for enums with a `#[repr(..)]` such as `u8` and \
                 variants without content only",
            );
            return None;
        }
        Some(At { value, .. }) => *value == "numbers",
        None => {
            let by_serde =
                |attrs: &[syn::Attribute]| attrs.iter().any(|attr| attr.path().is_ident("serde"));
            let other = |of: &VariantFacts<'_>| !of.other && by_serde(&of.syntax.attrs);
            let told = by_serde(&input.attrs) || variants.iter().any(other);
            if told || !bare || variants.is_empty() {
                return None;
            }
            false
        }
    };
    let repr = repr?;
    if !numbers && said.is_some() {
        return None;
    }
    let variants = variants.iter().map(|it| it.syntax.ident.clone()).collect();
    Some(Numbers { of: repr, variants, said: numbers })
}

/// The integer type of a `#[repr(..)]`.
fn number(repr: &syn::Attribute) -> Option<syn::Type> {
    const INTEGERS: [&str; 12] =
        ["u8", "u16", "u32", "u64", "u128", "usize", "i8", "i16", "i32", "i64", "i128", "isize"];
    let mut found = None;
    // What is no list of words the compiler refuses itself.
    let _ = repr.parse_nested_meta(|meta| {
        if let Some(ident) = meta.path.get_ident().filter(|it| INTEGERS.iter().any(|of| it == of)) {
            found = Some(syn::parse_quote!(#ident));
        }
        if meta.input.peek(syn::token::Paren) {
            let inside;
            syn::parenthesized!(inside in meta.input);
            inside.parse::<proc_macro2::TokenStream>()?;
        }
        Ok(())
    });
    found
}

/// What a conversion converts.
fn behind(facts: &Facts<'_>) -> Behind {
    let mut behind = Behind { parts: Vec::new(), types: Vec::new() };
    let field = |facts: &FieldFacts<'_>, types: &mut Vec<syn::Type>| {
        let syn::Field { ident, ty, .. } = facts.syntax;
        if !types.iter().any(|known| same(known, ty)) {
            types.push(ty.clone());
        }
        let ty = serde_facts::compact(ty);
        ident.as_ref().map_or_else(|| ty.clone(), |ident| format!("{}: {ty}", unraw(ident)))
    };
    match &facts.data {
        Data::Struct { fields, .. } => {
            let types = &mut behind.types;
            behind.parts = fields.iter().map(|facts| field(facts, types)).collect();
        }
        Data::Enum { variants, .. } => {
            for variant in variants {
                let syn::Variant { ident, discriminant, .. } = variant.syntax;
                let types = &mut behind.types;
                let content: Vec<String> =
                    variant.fields.iter().map(|facts| field(facts, types)).collect();
                let content = content.join(", ");
                let mut part = unraw(ident);
                match variant.style {
                    Style::Unit => {}
                    Style::Newtype | Style::Tuple => part.push_str(&format!("({content})")),
                    Style::Named => part.push_str(&format!(" {{ {content} }}")),
                }
                if let Some((_, value)) = discriminant {
                    part.push_str(&format!(" = {}", serde_facts::compact(value)));
                }
                behind.parts.push(part);
            }
        }
    }
    behind
}

fn body(facts: &Facts<'_>, level: Option<&'static str>, around: &Around<'_>) -> Body {
    match &facts.data {
        Data::Struct { style, fields: syntax, tag } => {
            let positions = Positions::of(*style);
            let all = fields(syntax, positions, facts.has_default, level, around);
            if facts.transparent {
                let inner = syntax.iter().zip(all).find(|(facts, _)| facts.transparent);
                return match inner {
                    Some((_, field)) => Body::Alias(field.wire),
                    None => Body::Unit,
                };
            }
            match style {
                Style::Unit => Body::Unit,
                // serde writes and reads the one field of a newtype even if it is to be skipped.
                Style::Newtype => match all.into_iter().next() {
                    Some(field) => Body::Newtype(field.wire),
                    None => Body::Unit,
                },
                Style::Tuple => Body::Tuple(on_the_wire(all)),
                Style::Named => Body::Struct(Struct {
                    fields: on_the_wire(all),
                    refuses_unknown: facts.refuses_unknown,
                    tag: tag.clone().map(|tag| (tag, facts.names.written.clone())),
                }),
            }
        }
        Data::Enum { tagging, variants } => Body::Enum(Enum {
            tagging: match tagging {
                Tagging::External => Tagging::External,
                Tagging::Internal(tag) => Tagging::Internal(tag.clone()),
                Tagging::Adjacent(tag, content) => Tagging::Adjacent(tag.clone(), content.clone()),
                Tagging::Untagged => Tagging::Untagged,
            },
            refuses_unknown: facts.refuses_unknown,
            variants: variants
                .iter()
                .flat_map(|of| variant(of, tagging, facts.refuses_unknown, level, around))
                .collect(),
        }),
    }
}

/// Whether fields are named by serde or by their position.
#[derive(Clone, Copy)]
enum Positions {
    Named,
    Numbered,
}

impl Positions {
    fn of(style: Style) -> Self {
        if style == Style::Named { Self::Named } else { Self::Numbered }
    }
}

fn fields(
    facts: &[FieldFacts<'_>],
    positions: Positions,
    has_default: bool,
    level: Option<&'static str>,
    around: &Around<'_>,
) -> Vec<Field> {
    if matches!(positions, Positions::Named) {
        written_once(facts, around.errors);
    }
    facts
        .iter()
        .enumerate()
        .map(|(index, facts)| field(facts, index, positions, has_default, level, around))
        .collect()
}

/// Reports fields that are always written under the name of another one: no JSON object holds both
/// (RFC 8259, section 4), and serde's readers refuse the second.
fn written_once(facts: &[FieldFacts<'_>], errors: &Errors) {
    let always = |of: &&FieldFacts<'_>| matches!(written(of), Written::Always) && !of.flatten;
    let mut seen: Vec<&FieldFacts<'_>> = Vec::new();
    for field in facts.iter().filter(always) {
        let name = &field.names.written;
        let other = seen.iter().find(|other| other.names.written == *name);
        if let (Some(ident), Some(of)) =
            (&field.syntax.ident, other.and_then(|other| other.syntax.ident.as_ref()))
        {
            errors.at(
                ident.span(),
                format_args!(
                    "`{}` is written as {name:?}, and so is `{}`: no JSON object holds both; \
                     rename one of them, or leave it out",
                    unraw(ident),
                    unraw(of)
                ),
            );
        }
        seen.push(field);
    }
}

/// Only fields that are written or read are on the wire.
fn on_the_wire(fields: Vec<Field>) -> Vec<Field> {
    let never = |field: &Field| {
        matches!(field.written, Written::Never) && matches!(field.read, Read::Never)
    };
    fields.into_iter().filter(|field| !never(field)).collect()
}

fn field(
    facts: &FieldFacts<'_>,
    index: usize,
    positions: Positions,
    has_default: bool,
    level: Option<&'static str>,
    around: &Around<'_>,
) -> Field {
    let syntax = facts.syntax;
    let span = match &syntax.ident {
        Some(ident) => ident.span(),
        None => first_span(&syntax.ty),
    };
    let mut given = Given::in_attributes(Place::Field, &syntax.attrs, span, around.errors);
    let declared = declared(&mut given, || syntax.ty.clone());
    let holds = given.word("holds");
    let about = about(&mut given, Place::Field, &syntax.attrs, span);
    let asked = held::asked(about.level.or(level), holds, around.errors);
    let wire = wire(facts, declared);
    if let Some(asked) = asked {
        held::by(&wire, asked, around.generics, &mut around.held.borrow_mut());
    }

    let (name, read_name, aliases) = match positions {
        Positions::Named => {
            let names = &facts.names;
            let written = if facts.never_written { &names.read } else { &names.written };
            let read = if facts.never_read { &names.written } else { &names.read };
            (written.clone(), read.clone(), names.aliases.clone())
        }
        Positions::Numbered => (index.to_string(), index.to_string(), Vec::new()),
    };
    Field {
        rust_name: syntax.ident.as_ref().map_or_else(|| index.to_string(), unraw),
        name,
        read_name,
        aliases: if facts.never_read { Vec::new() } else { aliases },
        written: written(facts),
        read: read(facts, has_default),
        flatten: facts.flatten,
        wire,
        about,
    }
}

fn written(facts: &FieldFacts<'_>) -> Written {
    match &facts.skipped_if {
        _ if facts.never_written => Written::Never,
        None => Written::Always,
        Some(path) if is_option_is_none(path) => Written::UnlessNone,
        Some(path) => Written::Unless(path.clone()),
    }
}

/// Whether a path ends with `Option::is_none`, with or without type arguments.
fn is_option_is_none(path: &str) -> bool {
    let Some(rest) = path.strip_suffix("::is_none") else { return false };
    let option = match rest.find('<') {
        Some(arguments) => rest[..arguments].trim_end_matches("::"),
        None => rest,
    };
    option == "Option" || option.ends_with("::Option")
}

fn read(facts: &FieldFacts<'_>, has_default: bool) -> Read {
    match &facts.default {
        _ if facts.never_read => Read::Never,
        Default::Trait => Read::Default,
        Default::Function(path) => Read::DefaultFn(path.clone()),
        Default::None if has_default => Read::ContainerDefault,
        // serde asks a codec for nothing in place of a missing field, not even for an option.
        Default::None if facts.codec.reads.is_some() => Read::Demanded,
        Default::None => Read::Required,
    }
}

/// The shape of a field: its type's own, unless a codec stands between. `declared` says what the
/// codec writes and reads.
fn wire(facts: &FieldFacts<'_>, declared: Option<Wire>) -> Wire {
    let own = match (of(facts.syntax.ty.clone()), facts.borrows_bytes) {
        (own, false) => own,
        // Bytes are written as numbers, and JSON has none to borrow but those of a string.
        (own, true) => Wire::split(own, of(syn::parse_quote!(::core::primitive::str))),
    };
    let codec = &facts.codec;
    match declared {
        Some(declared) => match (&codec.writes, &codec.reads) {
            // A codec on one side leaves the other side as it is.
            (Some(_), None) if !facts.never_read => Wire::split(declared, own),
            (None, Some(_)) if !facts.never_written => Wire::split(own, declared),
            _ => declared,
        },
        None => {
            let side = |codec: &Option<String>| {
                let behind = |codec| Wire::Codec(codec, Box::new(facts.syntax.ty.clone()));
                codec.clone().map_or_else(|| own.clone(), behind)
            };
            if codec.writes.is_none() && codec.reads.is_none() {
                return own;
            }
            match (facts.never_written, facts.never_read) {
                (true, false) => side(&codec.reads),
                (false, true) => side(&codec.writes),
                _ => Wire::split(side(&codec.writes), side(&codec.reads)),
            }
        }
    }
}

fn of(ty: syn::Type) -> Wire {
    Wire::Of(Box::new(ty))
}

/// A variant. Where its two directions have different content, they become two variants of one
/// name: one that is only written and one that is only read.
fn variant(
    facts: &VariantFacts<'_>,
    tagging: &Tagging,
    refuses_unknown: bool,
    level: Option<&'static str>,
    around: &Around<'_>,
) -> Vec<Variant> {
    let syntax = facts.syntax;
    let span = syntax.ident.span();
    let mut given = Given::in_attributes(Place::Variant, &syntax.attrs, span, around.errors);
    let about = about(&mut given, Place::Variant, &syntax.attrs, span);

    let level = about.level.or(level);
    let fields = fields(&facts.fields, Positions::of(facts.style), false, level, around);
    let (written, read) = (!facts.never_written, !facts.never_read);
    if !written && !read {
        return Vec::new();
    }
    let newtype = facts.fields.first().filter(|_| facts.style == Style::Newtype);
    let held = contents(facts);
    let writes = Direction {
        codec: facts.codec.writes.as_ref(),
        // serde writes a newtype variant as a unit variant if its field is skipped.
        skipped: newtype.is_some_and(|field| field.never_written).then_some(Skipped::Unit),
    };
    let reads = Direction {
        codec: facts.codec.reads.as_ref(),
        skipped: newtype.filter(|field| field.never_read).map(|field| match tagging {
            Tagging::Adjacent(..) if !facts.untagged => {
                Skipped::Content(Box::new(field.syntax.ty.clone()))
            }
            _ => Skipped::Unit,
        }),
    };
    let name = if written { &facts.names.written } else { &facts.names.read };
    let read_name = if read { &facts.names.read } else { &facts.names.written };
    let make = |written: bool, read: bool, content: Content, about: About| Variant {
        rust_name: unraw(&syntax.ident),
        name: if written { name.clone() } else { read_name.clone() },
        read_name: if read { read_name.clone() } else { name.clone() },
        aliases: if read { facts.names.aliases.clone() } else { Vec::new() },
        written,
        read,
        other: facts.other,
        untagged: facts.untagged,
        content,
        about,
    };
    let own = |fields| content(facts.style, fields, refuses_unknown);
    if !(written && read) || writes == reads {
        let direction = if written { &writes } else { &reads };
        let content = direction.special(&held).unwrap_or_else(|| own(fields));
        return vec![make(written, read, content, about)];
    }
    // At most one of the two directions has the ordinary content: they differ.
    let mut fields = Some(fields);
    let mut content = |direction: &Direction<'_>| {
        direction.special(&held).or_else(|| fields.take().map(own)).unwrap_or(Content::Unit)
    };
    let (written, read) = (content(&writes), content(&reads));
    vec![make(true, false, written, about.clone()), make(false, true, read, about)]
}

/// What sets one direction of a variant apart from its fields.
#[derive(PartialEq)]
struct Direction<'a> {
    codec: Option<&'a String>,
    skipped: Option<Skipped>,
}

/// What stands in place of a newtype variant whose field is skipped.
enum Skipped {
    /// A unit variant.
    Unit,
    /// A unit in the content of an adjacently tagged variant. Where the content is missing, serde
    /// asks this type, the skipped one, whether it may be.
    Content(Box<syn::Type>),
}

impl PartialEq for Skipped {
    fn eq(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Unit, Self::Unit) => true,
            (Self::Content(a), Self::Content(b)) => same(a, b),
            _ => false,
        }
    }
}

impl Direction<'_> {
    /// `held` is what the variant holds, as one type.
    fn special(&self, held: &syn::Type) -> Option<Content> {
        match self.codec {
            Some(codec) => {
                Some(Content::Newtype(Wire::Codec(codec.clone(), Box::new(held.clone()))))
            }
            None => self.skipped.as_ref().map(|skipped| match skipped {
                Skipped::Unit => Content::Unit,
                Skipped::Content(ty) if is_option(ty) => Content::Newtype(of(syn::parse_quote!(
                    ::core::option::Option<__contract::private::Skipped>
                ))),
                Skipped::Content(_) => {
                    Content::Newtype(of(syn::parse_quote!(__contract::private::Skipped)))
                }
            }),
        }
    }
}

/// Whether a type is written as an option.
fn is_option(ty: &syn::Type) -> bool {
    let syn::Type::Path(path) = ty else { return false };
    path.path.segments.last().is_some_and(|last| last.ident == "Option")
}

/// The type of a variant's field, or a tuple of the types of its fields.
fn contents(facts: &VariantFacts<'_>) -> syn::Type {
    let types: Vec<_> = facts.fields.iter().map(|field| &field.syntax.ty).collect();
    match types[..] {
        [one] => one.clone(),
        _ => syn::parse_quote!((#(#types,)*)),
    }
}

fn content(style: Style, fields: Vec<Field>, refuses_unknown: bool) -> Content {
    match style {
        Style::Unit => Content::Unit,
        Style::Newtype => match fields.into_iter().next() {
            Some(field) => Content::Newtype(field.wire),
            None => Content::Unit,
        },
        Style::Tuple => Content::Tuple(on_the_wire(fields)),
        Style::Named => {
            Content::Struct(Struct { fields: on_the_wire(fields), refuses_unknown, tag: None })
        }
    }
}

fn first_span(ty: &syn::Type) -> proc_macro2::Span {
    use quote::ToTokens as _;
    ty.to_token_stream()
        .into_iter()
        .next()
        .map_or_else(proc_macro2::Span::call_site, |token| token.span())
}
