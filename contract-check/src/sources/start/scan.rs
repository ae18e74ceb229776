//! Types, handlers and `contract!` in the text of a file.

use proc_macro2::{LineColumn, Span};
use syn::spanned::Spanned as _;
use syn::{Attribute, FnArg, Generics, Ident, Item, ItemFn, Meta, ReturnType, Type, Visibility};

use super::{SerdeType, SourceFile};

/// Extractors and answers of web frameworks, by the names that handlers give them.
const EXTRACTORS: [&str; 5] = ["Form", "Json", "Path", "Query", "State"];

/// What is in a file.
///
/// # Errors
/// When it is no Rust.
pub(super) fn scan(path: &str, text: &str) -> syn::Result<SourceFile> {
    let parsed = syn::parse_file(text)?;
    let mut found = SourceFile {
        path: path.to_owned(),
        text: text.to_owned(),
        top: top(&parsed, text),
        ..SourceFile::default()
    };
    items(&parsed.items, &mut found);
    found.types.sort_by_key(|it| it.line);
    Ok(found)
}

/// The line after the imports and module declarations at the beginning of a file.
fn top(file: &syn::File, text: &str) -> usize {
    let leading = |item: &&Item| match item {
        Item::Use(_) | Item::ExternCrate(_) => true,
        Item::Mod(module) => module.content.is_none(),
        _ => false,
    };
    let last = file.items.iter().take_while(leading).last();
    match (last, file.items.first()) {
        (Some(last), _) => last.span().end().line + 1,
        (None, Some(first)) => first.span().start().line,
        (None, None) => text.lines().count() + 1,
    }
}

/// Syntax nests as deep as the parser lets it; what is looked at are modules only.
fn items(of: &[Item], found: &mut SourceFile) {
    for item in of {
        match item {
            Item::Struct(it) => {
                let keyword = it.struct_token.span;
                serde_type("struct", &it.attrs, &it.vis, keyword, &it.ident, &it.generics, found);
            }
            Item::Enum(it) => {
                let keyword = it.enum_token.span;
                serde_type("enum", &it.attrs, &it.vis, keyword, &it.ident, &it.generics, found);
            }
            Item::Fn(it) if handles(it) => {
                found.handlers.push((it.sig.ident.span().start().line, it.sig.ident.to_string()));
            }
            Item::Macro(it) => found.contract |= ends_with(&it.mac.path, "contract"),
            Item::Mod(it) if !for_tests(&it.attrs) => {
                if let Some((_, inner)) = &it.content {
                    items(inner, found);
                }
            }
            _ => {}
        }
    }
}

fn serde_type(
    kind: &str,
    attributes: &[Attribute],
    visibility: &Visibility,
    keyword: Span,
    name: &Ident,
    generics: &Generics,
    found: &mut SourceFile,
) {
    let derives = |trait_: &str| attributes.iter().any(|it| derived(it, trait_));
    let serde = derives("Serialize") || derives("Deserialize");
    if !serde || derives("Contract") || for_tests(attributes) {
        return;
    }
    let start = match visibility {
        Visibility::Inherited => keyword,
        visibility => visibility.span(),
    };
    let parameters: Vec<String> =
        generics.type_params().map(|parameter| parameter.ident.to_string()).collect();
    let parameters = match parameters.is_empty() {
        true => String::new(),
        false => format!("<{}>", parameters.join(", ")),
    };
    found.types.push(SerdeType {
        item: format!("{kind} {name}{parameters}"),
        line: name.span().start().line,
        before: before(attributes, start.start(), &found.text),
    });
}

/// The line before which an attribute of the item can be put: the one on which the item begins
/// behind its attributes, or on which the first of them begins if one ends there.
fn before(attributes: &[Attribute], item: LineColumn, text: &str) -> Option<usize> {
    let mut place = item;
    for attribute in attributes.iter().rev() {
        let span = attribute.span();
        if span.end().line == place.line {
            place = span.start();
        }
    }
    let line = text.lines().nth(place.line - 1)?;
    line.chars().take(place.column).all(char::is_whitespace).then_some(place.line)
}

/// Whether an attribute derives a trait, under `cfg_attr` as well.
fn derived(attribute: &Attribute, name: &str) -> bool {
    let Meta::List(list) = &attribute.meta else { return false };
    let named = |tokens: &proc_macro2::TokenStream| {
        tokens.to_string().split(|c: char| !c.is_alphanumeric() && c != '_').any(|it| it == name)
    };
    (list.path.is_ident("derive") || list.path.is_ident("cfg_attr")) && named(&list.tokens)
}

/// `#[cfg(test)]`.
fn for_tests(attributes: &[Attribute]) -> bool {
    attributes.iter().any(|attribute| match &attribute.meta {
        Meta::List(list) => list.path.is_ident("cfg") && list.tokens.to_string() == "test",
        _ => false,
    })
}

/// An asynchronous function that takes or gives what handlers do, and is not marked yet.
fn handles(function: &ItemFn) -> bool {
    let marked = function.attrs.iter().any(|it| ends_with(it.path(), "handler"));
    let arguments = function.sig.inputs.iter().filter_map(|argument| match argument {
        FnArg::Typed(argument) => Some(&*argument.ty),
        FnArg::Receiver(_) => None,
    });
    let mut types = arguments.chain(match &function.sig.output {
        ReturnType::Type(_, output) => Some(&**output),
        ReturnType::Default => None,
    });
    let known = |of: &Type| match of {
        Type::Path(of) => EXTRACTORS.iter().any(|name| mentions(&of.path, name)),
        _ => false,
    };
    function.sig.asyncness.is_some() && !marked && !for_tests(&function.attrs) && types.any(known)
}

/// Whether a path ends with a name, or its arguments do: `Result<Json<Order>, Error>`.
fn mentions(path: &syn::Path, name: &str) -> bool {
    if ends_with(path, name) {
        return true;
    }
    let Some(syn::PathArguments::AngleBracketed(arguments)) =
        path.segments.last().map(|segment| &segment.arguments)
    else {
        return false;
    };
    arguments.args.iter().any(|argument| match argument {
        syn::GenericArgument::Type(Type::Path(of)) => mentions(&of.path, name),
        syn::GenericArgument::Type(Type::Tuple(of)) => of.elems.iter().any(|of| match of {
            Type::Path(of) => mentions(&of.path, name),
            _ => false,
        }),
        _ => false,
    })
}

fn ends_with(path: &syn::Path, name: &str) -> bool {
    path.segments.last().is_some_and(|segment| segment.ident == name)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn scanned(text: &str) -> SourceFile {
        scan("src/lib.rs", text).expect("Rust")
    }

    #[test]
    fn derives_of_serde_are_found_and_others_are_not() {
        let found = scanned(
            r##"//! Doc.
            use serde::Serialize;
            mod other;

            /* #[derive(Serialize)] struct InComment; */
            const TEXT: &str = "#[derive(Serialize)] struct InText;";
            #[derive(Debug, Clone)]
            struct Plain;
            #[derive(Debug, serde::Serialize)]
            #[serde(rename_all = "camelCase")]
            /// Doc.
            pub(crate) struct Order<T> { total: T }
            #[derive(
                Deserialize,
                contract_core::Contract,
            )]
            enum Kind { A }
            #[derive(SerializeDisplay)]
            struct NotSerde;
            #[cfg_attr(feature = "serde", derive(Serialize))]
            struct Sometimes;
            #[derive(
                Serialize
            )] struct Tight(u8);
            mod inner {
                #[derive(Serialize)]
                pub struct Inner;
            }
            #[cfg(test)]
            mod tests {
                #[derive(Serialize)]
                struct InTest;
            }
            struct A; #[derive(Serialize)] struct SameLine;
            "##,
        );
        let types: Vec<_> =
            found.types.iter().map(|it| (it.item.as_str(), it.line, it.before)).collect();
        assert_eq!(
            types,
            [
                ("struct Order<T>", 12, Some(12)),
                ("struct Sometimes", 21, Some(21)),
                ("struct Tight", 24, Some(22)),
                ("struct Inner", 27, Some(27)),
                ("struct SameLine", 34, None),
            ]
        );
        assert_eq!(found.top, 4);
        assert!(!found.contract);
    }

    #[test]
    fn the_top_of_a_file_is_below_its_own_documentation() {
        assert_eq!(scanned("//! Doc.\n\n/// Of A.\nstruct A;\n").top, 3);
        assert_eq!(scanned("//! Doc.\n").top, 2);
        assert_eq!(scanned("").top, 1);
    }

    #[test]
    fn handlers_are_told_by_what_they_take_and_give() {
        let found = scanned(
            "async fn create(Json(it): Json<Order>) {}
             async fn list() -> Result<(StatusCode, axum::Json<Order>), Error> { todo!() }
             #[handler(id = \"a\")] async fn marked(Json(it): Json<Order>) {}
             fn blocking(Json(it): Json<Order>) {}
             async fn helper(it: u8) {}
             contract_core::contract! { id = \"a\" }",
        );
        assert_eq!(found.handlers, [(1, "create".to_owned()), (2, "list".to_owned())]);
        assert!(found.contract);
    }

    #[test]
    fn half_a_file_is_refused_with_its_place() {
        let error = scan("src/lib.rs", "struct A;\nstruct 5;").expect_err("no Rust");
        assert_eq!(error.span().start().line, 2);
    }
}
