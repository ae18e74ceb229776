//! `baseline! { .. }`.

use proc_macro2::TokenStream;
use syn::parse::{Parse, ParseStream, Parser as _};
use syn::{LitStr, Path, Token};

use crate::errors::Errors;
use crate::fnv::Fnv;
use crate::model::Baseline;

/// The format that this version reads.
const FORMAT: &str = "1";

struct Arguments {
    runtime: Option<Path>,
    text: LitStr,
}

impl Parse for Arguments {
    fn parse(input: ParseStream<'_>) -> syn::Result<Self> {
        let runtime = if input.peek(Token![crate]) && input.peek2(Token![=]) {
            input.parse::<Token![crate]>()?;
            input.parse::<Token![=]>()?;
            let path = Path::parse_mod_style(input)?;
            input.parse::<Token![,]>()?;
            Some(path)
        } else {
            None
        };
        Ok(Self { runtime, text: input.parse()? })
    }
}

/// Reads the text of what was released.
pub(crate) fn baseline(tokens: TokenStream, errors: &Errors) -> Option<Baseline> {
    let Ok(Arguments { runtime, text }) = Arguments::parse.parse2(tokens.clone()) else {
        errors.on(tokens, "expected the text that `cargo contract-check accept` writes");
        return None;
    };
    let span = text.span();
    let text = text.value();
    let mut baseline = Baseline { runtime, text, index: Vec::new(), features: Vec::new() };
    let mut items: Vec<[u64; 3]> = Vec::new();
    let mut format = "";
    let mut next = 0;
    for line in baseline.text.split_inclusive('\n') {
        next += line.len();
        let line = line.trim_end();
        if let Some(said) = line.strip_prefix("% ") {
            match said.split_once(' ') {
                Some(("format", number)) => format = number,
                Some(("feature", name)) => baseline.features.push((name.to_owned(), true)),
                Some(("no-feature", name)) => baseline.features.push((name.to_owned(), false)),
                _ => {}
            }
        } else if let Some(item) = line.strip_prefix("@ ") {
            let parts = item.rsplit_once(' ');
            let parts = parts.and_then(|(path, hash)| {
                Some((path, u64::from_str_radix(hash, 16).ok()?, u64::try_from(next).ok()?))
            });
            match parts {
                Some((path, hash, at)) => items.push([Fnv::of(path), hash, at]),
                None => errors.at(span, format_args!("`{line}` names no item and its hash")),
            }
        }
    }
    items.sort_unstable();
    baseline.index = items.concat();
    if format != FORMAT {
        // A crate that was published with what another version wrote has to build all the same;
        // for its author, the command finds the file stale.
        baseline.index.clear();
    }
    errors.is_empty().then_some(baseline)
}
