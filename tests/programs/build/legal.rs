//! What serde refuses to derive is taken back.

use crate::generate::ITEMS;
use crate::model::{
    Body, Case, Codec, Conversion, Default, Field, Item, Skip, SkipIf, Tagging, Type, Version,
};

/// Makes a version one that compiles.
pub(crate) fn legalize(version: &mut Version) {
    let ordered: Vec<bool> = version.items.iter().map(|item| !item.ordered).collect();
    for (at, item) in version.items.iter_mut().enumerate() {
        // Nothing is flattened into itself: the compiler would not come to an end.
        let mut flat = ordered.clone();
        flat[at] = false;
        each_field(&mut item.body, &mut |field| ending(&mut field.of, at));
        self::item(item, &flat);
        if item.generic && !mentions_parameter(&item.body) {
            item.body = Body::Newtype(plain(Type::Parameter));
            self::item(item, &flat);
        }
    }
}

fn item(item: &mut Item, flat: &[bool]) {
    if !matches!(item.body, Body::Newtype(_)) || item.generic {
        item.conversion = Conversion::None;
    }
    if item.conversion != Conversion::None {
        item.transparent = false;
    }
    if !matches!(item.body, Body::Enum(_)) {
        item.rename_all_fields = None;
        if !matches!((&item.body, item.tagging), (Body::Struct(_), Tagging::Internal(_))) {
            item.tagging = Tagging::External;
        }
    }
    if item.generic || !matches!(item.body, Body::Struct(_) | Body::Tuple(_)) {
        item.default = false;
    }
    // The bounds of a generic type are not empty.
    item.wordy &= !item.generic;
    let generic = item.generic;
    // serde would look into the same value for ever.
    if let Body::Newtype(field) = &mut item.body
        && leads_back(&field.of, flat)
    {
        field.of = Type::leaf("u8");
    }
    let split = is_split(item.rename_all);
    fields(&mut item.body, generic, flat, split);
    // serde writes and reads the one field of a newtype even if it is skipped, and asks for no
    // bound then.
    if let Body::Newtype(field) = &mut item.body
        && generic
    {
        field.skip = Skip::None;
    }
    match &mut item.body {
        Body::Enum(variants) => {
            let tagging = item.tagging;
            let untagged = tagging == Tagging::Untagged;
            for variant in variants.iter_mut() {
                variant.untagged &= !untagged;
                variant.other &= !untagged && !variant.untagged;
                variant.other &= matches!(variant.body, Body::Unit) && !item.ordered;
                if let (Tagging::Internal(_), Body::Tuple(fields)) = (tagging, &variant.body) {
                    variant.body = match fields.first() {
                        Some(field) => Body::Newtype(field.clone()),
                        None => Body::Unit,
                    };
                }
                if let Body::Newtype(field) = &mut variant.body
                    && (untagged || variant.untagged)
                    && leads_back(&field.of, flat)
                {
                    field.of = Type::leaf("u8");
                }
                let split = is_split(item.rename_all_fields) || is_split(variant.rename_all);
                self::fields(&mut variant.body, generic, flat, split);
                // serde asks the type of a skipped field for what is missing, and for no bound.
                if let (Tagging::Adjacent(..), Body::Newtype(field)) = (tagging, &mut variant.body)
                    && generic
                {
                    field.skip = Skip::None;
                }
                // What is told by a tag beside it has members, or serde's derive has no end.
                if let (Tagging::Internal(_), Body::Newtype(field)) = (tagging, &mut variant.body)
                    && !may_flatten(&field.of, flat)
                    && matches!(field.of, Type::Option(_) | Type::Around(..))
                {
                    field.of = Type::leaf("Value");
                }
                let content = matches!(&variant.body, Body::Newtype(field) if is_plain(field));
                if !content || generic || variant.skip != Skip::None {
                    variant.codec = Codec::None;
                }
                if item.ordered {
                    variant.untagged = false;
                }
            }
            // One catch-all, which comes last; and so does what is untagged.
            let last = variants.iter().rposition(|variant| variant.other);
            for (at, variant) in variants.iter_mut().enumerate() {
                variant.other &= Some(at) == last;
                variant.untagged &= last.is_none();
            }
            variants.sort_by_key(|variant| variant.untagged || variant.other);
        }
        Body::Tuple(fields) if !item.default => {
            let mut defaulted = false;
            for field in fields {
                if field.skip == Skip::Both || field.skip == Skip::Reading {
                    continue;
                }
                if defaulted && field.default == Default::None {
                    field.default = Default::Function;
                    legal_field(field, generic, true, flat);
                }
                defaulted |= field.default != Default::None;
            }
        }
        _ => {}
    }
    if item.transparent {
        let one = match &mut item.body {
            Body::Newtype(field) => Some(field),
            Body::Struct(fields) if fields.len() == 1 => fields.first_mut(),
            _ => None,
        };
        // serde passes by a field that holds nothing.
        let is_phantom =
            |of: &Type| matches!(of, Type::Leaf(leaf) if leaf.name.starts_with("PhantomData"));
        match one {
            Some(field)
                if field.skip == Skip::None
                    && field.default == Default::None
                    && !is_phantom(&field.of) =>
            {
                field.flatten = false;
                item.tagging = Tagging::External;
                item.denies = false;
            }
            _ => item.transparent = false,
        }
    }
    if item.conversion != Conversion::None
        && let Body::Newtype(field) = &mut item.body
    {
        *field = plain(field.of.clone());
    }
}

/// Whether names are written and read by different rules.
fn is_split(case: Option<Case>) -> bool {
    matches!(case, Some(Case::Written(_) | Case::Read(_)))
}

fn fields(body: &mut Body, generic: bool, flat: &[bool], split: bool) {
    let numbered = !matches!(body, Body::Struct(_));
    if let Body::Struct(fields) = body {
        // A map beside a field that is left out may hold that field's name; no version reads that
        // back, and the model takes it for granted that nobody does it. A field that is read by
        // another name than it is written by, or not at all, leaves its name to the map.
        let maps = || fields.iter().filter(|field| field.flatten && holds_map(&field.of));
        let (map, named) = (maps().next().is_some(), maps().any(|field| has_names(&field.of)));
        for field in fields.iter_mut() {
            let apart = split || is_split(field.rename) || field.skip != Skip::None;
            if map && (apart || named) {
                field.skip_if = SkipIf::Never;
            }
        }
        let (mut names, mut renamed) = (Vec::new(), Vec::new());
        fields.retain(|field| {
            let new = !names.contains(&field.name);
            names.push(field.name);
            new
        });
        // Two fields that are written under one name do not compile.
        for field in fields.iter_mut() {
            let Some(Case::Both(name) | Case::Written(name)) = field.rename else { continue };
            if names
                .iter()
                .any(|other| *other != field.name && plain_name(other) == plain_name(name))
                || renamed.contains(&plain_name(name))
            {
                field.rename = None;
            } else {
                renamed.push(plain_name(name));
            }
        }
    }
    for field in body.fields_mut() {
        legal_field(field, generic, numbered, flat);
    }
}

/// A name without what `rename_all` changes.
fn plain_name(name: &str) -> String {
    name.replace(['_', '-'], "").to_lowercase()
}

fn legal_field(field: &mut Field, generic: bool, numbered: bool, flat: &[bool]) {
    arguments(&mut field.of);
    if numbered {
        field.flatten = false;
        field.rename = None;
        field.aliases.clear();
    }
    field.flatten &= may_flatten(&field.of, flat);
    if field.flatten {
        field.skip = Skip::None;
        field.codec = Codec::None;
        field.default = Default::None;
        field.aliases.clear();
    }
    if field.skip != Skip::None || generic {
        field.codec = Codec::None;
    }
    let parameter = mentions(&field.of);
    if generic && parameter {
        field.default = if field.default == Default::None { Default::None } else { Default::Trait };
        if field.skip_if == SkipIf::Usual {
            field.skip_if = SkipIf::Never;
        }
    }
    if field.default == Default::Trait && !field.of.has_default() {
        field.default = Default::Function;
    }
    let skipped = matches!(field.skip, Skip::Both | Skip::Reading);
    if skipped && field.default == Default::None && !field.of.has_default() {
        field.default = Default::Function;
    }
    field.skip_if = match (field.skip_if, &field.of) {
        (SkipIf::None, Type::Option(_)) => SkipIf::None,
        (SkipIf::Never, _) => SkipIf::Never,
        (_, of) if of.has_default() && !mentions(of) => SkipIf::Usual,
        _ => SkipIf::Never,
    };
}

fn may_flatten(of: &Type, flat: &[bool]) -> bool {
    match of {
        Type::Map(..) => true,
        Type::Item(at, _) => flat[*at],
        Type::Option(of) | Type::Around(_, of) => may_flatten(of, flat),
        Type::Leaf(leaf) => matches!(leaf.name, "Value" | "()" | "Duration" | "SystemTime"),
        Type::Std(..) | Type::Result(..) => true,
        _ => false,
    }
}

/// What comes back to its own item does so through an option, a list or a map: values end.
fn ending(of: &mut Type, at: usize) {
    match of {
        Type::Item(to, _) if *to <= at => {
            let back = std::mem::replace(of, Type::Parameter);
            *of = Type::Option(Box::new(Type::Around("Box", Box::new(back))));
        }
        Type::Around(_, of) | Type::Array(of, _) | Type::Std(_, of) => ending(of, at),
        Type::Result(a, b) => {
            ending(a, at);
            ending(b, at);
        }
        Type::Tuple(of) => of.iter_mut().for_each(|of| ending(of, at)),
        Type::Option(_)
        | Type::List(..)
        | Type::Set(..)
        | Type::Map(..)
        | Type::Leaf(_)
        | Type::Item(..)
        | Type::Parameter => {}
    }
}

/// Whether a value of the type may be one of the item itself, with nothing around it.
fn leads_back(of: &Type, flat: &[bool]) -> bool {
    match of {
        Type::Option(of) | Type::Around(_, of) => leads_back(of, flat),
        Type::Item(at, _) => !flat[*at],
        _ => false,
    }
}

fn holds_map(of: &Type) -> bool {
    match of {
        Type::Map(..) => true,
        Type::Option(of) | Type::Around(_, of) => holds_map(of),
        Type::Leaf(leaf) => leaf.name == "Value",
        _ => false,
    }
}

/// Whether a map's keys are variants, which may have the name of a field.
fn has_names(of: &Type) -> bool {
    match of {
        Type::Map(_, key, _) => matches!(**key, Type::Item(..)),
        Type::Option(of) | Type::Around(_, of) => has_names(of),
        _ => false,
    }
}

/// Arguments of generic types have a default.
fn arguments(of: &mut Type) {
    match of {
        Type::Item(_, Some(argument)) => {
            if !matches!(&**argument, Type::Leaf(leaf) if leaf.has_default) {
                **argument = Type::leaf("u8");
            }
        }
        Type::Around(_, of)
        | Type::Option(of)
        | Type::List(_, of)
        | Type::Set(_, of)
        | Type::Array(of, _)
        | Type::Std(_, of)
        | Type::Map(_, _, of) => arguments(of),
        Type::Result(a, b) => {
            arguments(a);
            arguments(b);
        }
        Type::Tuple(of) => of.iter_mut().for_each(arguments),
        Type::Leaf(_) | Type::Item(_, None) | Type::Parameter => {}
    }
}

fn plain(of: Type) -> Field {
    Field {
        name: "0",
        of,
        rename: None,
        aliases: Vec::new(),
        default: Default::None,
        skip: Skip::None,
        skip_if: SkipIf::Never,
        flatten: false,
        codec: Codec::None,
    }
}

fn is_plain(field: &Field) -> bool {
    field.skip == Skip::None && field.skip_if == SkipIf::Never && field.codec == Codec::None
}

fn mentions_parameter(body: &Body) -> bool {
    match body {
        Body::Unit => false,
        Body::Newtype(field) => mentions(&field.of),
        Body::Tuple(fields) | Body::Struct(fields) => fields.iter().any(|it| mentions(&it.of)),
        Body::Enum(variants) => variants.iter().any(|it| mentions_parameter(&it.body)),
    }
}

fn mentions(of: &Type) -> bool {
    match of {
        Type::Parameter => true,
        Type::Leaf(_) | Type::Item(..) => false,
        Type::Around(_, of)
        | Type::Option(of)
        | Type::List(_, of)
        | Type::Set(_, of)
        | Type::Array(of, _)
        | Type::Std(_, of) => mentions(of),
        Type::Map(_, a, b) | Type::Result(a, b) => mentions(a) || mentions(b),
        Type::Tuple(of) => of.iter().any(mentions),
    }
}

/// The items that the root reaches, by their places.
pub(crate) fn reached(version: &Version) -> Vec<usize> {
    let mut reached = vec![0];
    let mut next = 0;
    while let Some(at) = reached.get(next).copied() {
        next += 1;
        each_type(&version.items[at].body, &mut |of| visit(of, &mut reached));
    }
    debug_assert!(reached.len() <= ITEMS.len());
    reached
}

fn each_field(body: &mut Body, visit: &mut dyn FnMut(&mut Field)) {
    match body {
        Body::Enum(variants) => variants.iter_mut().for_each(|it| each_field(&mut it.body, visit)),
        body => body.fields_mut().iter_mut().for_each(visit),
    }
}

fn each_type(body: &Body, visit: &mut dyn FnMut(&Type)) {
    match body {
        Body::Unit => {}
        Body::Newtype(field) => visit(&field.of),
        Body::Tuple(fields) | Body::Struct(fields) => fields.iter().for_each(|it| visit(&it.of)),
        Body::Enum(variants) => variants.iter().for_each(|it| each_type(&it.body, visit)),
    }
}

fn visit(of: &Type, reached: &mut Vec<usize>) {
    match of {
        Type::Item(at, argument) => {
            if !reached.contains(at) {
                reached.push(*at);
            }
            if let Some(of) = argument {
                visit(of, reached);
            }
        }
        Type::Around(_, of)
        | Type::Option(of)
        | Type::List(_, of)
        | Type::Set(_, of)
        | Type::Array(of, _)
        | Type::Std(_, of) => visit(of, reached),
        Type::Map(_, a, b) | Type::Result(a, b) => {
            visit(a, reached);
            visit(b, reached);
        }
        Type::Tuple(of) => of.iter().for_each(|of| visit(of, reached)),
        Type::Leaf(_) | Type::Parameter => {}
    }
}
