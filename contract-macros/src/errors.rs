//! Collects mistakes, so that one build shows all of them.

use std::cell::RefCell;
use std::fmt::Display;

use proc_macro2::{Span, TokenStream};
use quote::ToTokens;

use crate::position::Position;

/// The mistakes found so far.
#[derive(Default)]
pub(crate) struct Errors(RefCell<Vec<syn::Error>>);

impl Errors {
    /// A mistake at one place.
    pub(crate) fn at(&self, span: Span, message: impl Display) {
        self.push(syn::Error::new(span, message));
    }

    /// A mistake that covers all of `tokens`.
    pub(crate) fn on(&self, tokens: impl ToTokens, message: impl Display) {
        self.push(syn::Error::new_spanned(tokens, message));
    }

    /// A mistake that a parser found.
    pub(crate) fn push(&self, error: syn::Error) {
        self.0.borrow_mut().push(error);
    }

    /// How many were found. Rules about what was read only apply where nothing was misread.
    pub(crate) fn count(&self) -> usize {
        self.0.borrow().len()
    }

    /// Whether nothing was found.
    pub(crate) fn is_empty(&self) -> bool {
        self.0.borrow().is_empty()
    }

    /// One `compile_error!` for each mistake, in the order of the source.
    pub(crate) fn into_tokens(self) -> TokenStream {
        let mut errors = self.0.into_inner();
        errors.sort_by_cached_key(|error| {
            let at = Position::of(error.span());
            (at.file, at.line, at.column)
        });
        errors.iter().map(syn::Error::to_compile_error).collect()
    }
}
