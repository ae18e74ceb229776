//! Function signatures, without the body. Read by hand: `syn` reads them only with its `full`
//! feature, which every crate that uses serde would then compile.

use crate::errors::Errors;
use crate::keys::Place;
use proc_macro2::{Delimiter, Ident, Span, TokenStream, TokenTree};
use syn::parse::discouraged::Speculative as _;
use syn::parse::{Parse, ParseStream};
use syn::{Attribute, Generics, ReturnType, Token, Type, Visibility};

/// What `#[handler]` needs to know of a function.
pub(crate) struct Signature {
    pub(crate) attrs: Vec<Attribute>,
    pub(crate) vis: Visibility,
    pub(crate) ident: Ident,
    pub(crate) generics: Generics,
    /// `self`, if the function has it.
    pub(crate) receiver: Option<Span>,
    pub(crate) arguments: Vec<Argument>,
    pub(crate) output: ReturnType,
}

/// One argument.
pub(crate) struct Argument {
    /// Where it starts.
    pub(crate) span: Span,
    pub(crate) ty: Type,
}

impl Parse for Signature {
    fn parse(input: ParseStream<'_>) -> syn::Result<Self> {
        let attrs = input.call(Attribute::parse_outer)?;
        let vis = input.parse()?;
        // `async`, `const`, `unsafe`, `extern "C"`.
        while !input.peek(Token![fn]) {
            let token: TokenTree = input
                .parse()
                .map_err(|_| syn::Error::new(Span::call_site(), "a handler is a function"))?;
            let word = match &token {
                TokenTree::Ident(ident) => {
                    matches!(ident.to_string().as_str(), "async" | "const" | "unsafe" | "extern")
                }
                TokenTree::Literal(_) => true,
                TokenTree::Group(_) | TokenTree::Punct(_) => false,
            };
            if !word {
                return Err(syn::Error::new(token.span(), "a handler is a function"));
            }
        }
        input.parse::<Token![fn]>()?;
        let ident = input.parse()?;
        let mut generics: Generics = input.parse()?;
        let arguments;
        syn::parenthesized!(arguments in input);
        let (receiver, arguments) = self::arguments(&arguments)?;
        let output = input.parse()?;
        generics.where_clause = input.parse()?;
        // The body, or the semicolon of a trait's method.
        input.parse::<TokenStream>()?;
        Ok(Self { attrs, vis, ident, generics, receiver, arguments, output })
    }
}

/// The attribute that stands on a function of this kind.
fn attribute(place: Place) -> &'static str {
    match place {
        Place::Stream => "stream",
        Place::Job => "job",
        Place::Consumer => "consumer",
        _ => "handler",
    }
}

/// Whether an attribute stands on a function. Asked before its keys are read: on anything else
/// nothing that it says matters.
pub(super) fn is_function(item: &TokenStream, place: Place, errors: &Errors) -> bool {
    let is_function = has_fn(item);
    if !is_function {
        errors.on(item, format_args!("`#[{}]` stands on a function", attribute(place)));
    }
    is_function
}

/// Reads the signature of the function that an attribute stands on.
pub(super) fn function(item: &TokenStream, place: Place, errors: &Errors) -> Option<Signature> {
    let name = attribute(place);
    let signature = match syn::parse2::<Signature>(item.clone()) {
        Ok(signature) => signature,
        Err(error) => {
            errors.push(error);
            return None;
        }
    };
    if let Some(receiver) = signature.receiver {
        errors.at(
            receiver,
            format_args!(
                "a {name} cannot be a method: its clauses are declared beside it, and an `impl` has \
                 no room for them; put `#[{name}(..)]` on a free function that calls the method"
            ),
        );
    }
    Some(signature)
}

fn arguments(input: ParseStream<'_>) -> syn::Result<(Option<Span>, Vec<Argument>)> {
    let mut receiver = None;
    let mut arguments = Vec::new();
    while !input.is_empty() {
        input.call(Attribute::parse_outer)?;
        let span = input.span();
        if arguments.is_empty() && receiver.is_none() {
            let ahead = input.fork();
            if self::receiver(&ahead).is_ok() {
                input.advance_to(&ahead);
                receiver = Some(span);
                if !input.is_empty() {
                    input.parse::<Token![,]>()?;
                }
                continue;
            }
        }
        pattern(input)?;
        arguments.push(Argument { span, ty: input.parse()? });
        if !input.is_empty() {
            input.parse::<Token![,]>()?;
        }
    }
    Ok((receiver, arguments))
}

/// `self`, `mut self`, `&'a mut self`, `self: Box<Self>`.
fn receiver(input: ParseStream<'_>) -> syn::Result<()> {
    if input.peek(Token![&]) {
        input.parse::<Token![&]>()?;
        input.parse::<Option<syn::Lifetime>>()?;
    }
    input.parse::<Option<Token![mut]>>()?;
    input.parse::<Token![self]>()?;
    if input.peek(Token![:]) {
        input.parse::<Token![:]>()?;
        input.parse::<Type>()?;
    }
    Ok(())
}

/// Skips a pattern and the colon after it. The colons of a path (`a::B(c)`) come in pairs.
fn pattern(input: ParseStream<'_>) -> syn::Result<()> {
    loop {
        if input.peek(Token![::]) {
            input.parse::<Token![::]>()?;
        } else if input.peek(Token![:]) {
            input.parse::<Token![:]>()?;
            return Ok(());
        } else if input.is_empty() || input.peek(Token![,]) {
            return Err(input.error("expected an argument with a type"));
        } else {
            input.parse::<TokenTree>()?;
        }
    }
}

/// Whether tokens look like a function: they hold `fn` outside of any group.
fn has_fn(tokens: &TokenStream) -> bool {
    tokens.clone().into_iter().any(|token| match token {
        TokenTree::Ident(ident) => ident == "fn",
        TokenTree::Group(group) => group.delimiter() == Delimiter::None && has_fn(&group.stream()),
        TokenTree::Punct(_) | TokenTree::Literal(_) => false,
    })
}
