//! `#[job(..)]`.

use proc_macro2::{Span, TokenStream};

use super::signature::{function, is_function};
use super::{about, coherence, held};
use crate::attr::{Given, TypeOrNone};
use crate::errors::Errors;
use crate::keys::Place;
use crate::model::Job;
use crate::value::id_problem;

/// Reads a job.
pub(crate) fn job(arguments: TokenStream, item: TokenStream, errors: &Errors) -> Option<Job> {
    if !is_function(&item, Place::Job, errors) {
        return None;
    }
    let mut given = Given::in_tokens(Place::Job, arguments, Span::call_site(), errors);
    let required: Vec<&str> =
        ["id", "states"].into_iter().chain(Place::Job.required().iter().copied()).collect();
    given.require(&required);
    let runtime = given.path("crate");
    let id = given.text_like("id", id_problem);
    let states = given.ty("states");
    let error_set = given.type_or_none("errors");
    let holds = given.word("holds");
    let signature = function(&item, Place::Job, errors)?;
    let about = about(&mut given, Place::Job, &signature.attrs, signature.ident.span());
    let asked = held::asked(about.level, holds, errors);
    if errors.is_empty() {
        coherence::job(&about, errors);
    }
    if !errors.is_empty() {
        return None;
    }
    Some(Job {
        runtime,
        item,
        ident: signature.ident,
        id: id?.value,
        states: states?,
        errors: error_set.and_then(|at| match at.value {
            TypeOrNone::Type(ty) => Some(*ty),
            TypeOrNone::None => None,
        }),
        asked,
        about,
    })
}
