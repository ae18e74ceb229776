//! `contract! { .. }`.

use proc_macro2::{Span, TokenStream};

use super::{about, coherence};
use crate::attr::Given;
use crate::errors::Errors;
use crate::keys::Place;
use crate::model::Contract;
use crate::value::id_problem;

/// Reads the arguments of `contract!`.
pub(crate) fn contract(tokens: TokenStream, errors: &Errors) -> Option<Contract> {
    let span = Span::call_site();
    let mut given = Given::in_tokens(Place::Contract, tokens, span, errors);
    given.require(&["id"]);
    let runtime = given.path("crate");
    let id = given.text_like("id", id_problem);
    let version = given.version("version").map(|text| text.value);
    let has_owner = given.has("owner");
    let owner = given.text("owner").map(|text| text.value);
    let level_at = given.span_of("level");
    let about = about(&mut given, Place::Contract, &[], span);
    if errors.is_empty() {
        coherence::owner(&about, has_owner, level_at.unwrap_or(span), errors);
    }
    if !errors.is_empty() {
        return None;
    }
    Some(Contract { runtime, id: id?.value, version, owner, about })
}
