//! `#[derive(JobState)]`.

use std::collections::{HashMap, HashSet};

use proc_macro2::{Ident, Span};

use super::{about, says_anything, unraw};
use crate::attr::Given;
use crate::errors::Errors;
use crate::keys::Place;
use crate::model::{JobStates, State, StateKind};
use crate::serde_facts::{self, Data};
use crate::suggest::nearest;

/// What a variant says, before the states are looked at together.
struct Raw {
    ident: Ident,
    initial: Option<Span>,
    /// The word of its ending.
    terminal: Option<&'static str>,
    next: Vec<Ident>,
}

/// Reads the states of a job. The rules are J01 to J06 of the reference.
pub(crate) fn job_state(input: &syn::DeriveInput, errors: &Errors) -> Option<JobStates> {
    let span = input.ident.span();
    let syn::Data::Enum(data) = &input.data else {
        errors.at(span, "the states of a job are an enum with one variant for each state");
        return None;
    };
    let attrs = input.attrs.iter().chain(data.variants.iter().flat_map(|variant| &variant.attrs));
    if !says_anything(attrs, Place::States, errors) {
        return None;
    }
    let mut given = Given::in_attributes(Place::States, &input.attrs, span, errors);
    let runtime = given.path("crate");
    let mut raw = Vec::new();
    let mut abouts = Vec::new();
    for variant in &data.variants {
        let span = variant.ident.span();
        let mut given = Given::in_attributes(Place::State, &variant.attrs, span, errors);
        raw.push(state(&variant.ident, &mut given, errors));
        abouts.push(about(&mut given, Place::State, &variant.attrs, span));
    }
    one_initial(span, &raw, errors);
    known_states(&raw, errors);
    // What follows from a wrong list of states would be said twice.
    if errors.is_empty() {
        reachable(&raw, errors);
        ends(&raw, errors);
        endings(span, &raw, errors);
    }
    if !errors.is_empty() {
        return None;
    }

    // serde reports its own mistakes; the Rust names do until they are mended.
    let names: HashMap<String, String> = match serde_facts::read(input).map(|facts| facts.data) {
        Ok(Data::Enum { variants, .. }) => {
            let name =
                |it: serde_facts::VariantFacts<'_>| (it.syntax.ident.to_string(), it.names.written);
            variants.into_iter().map(name).collect()
        }
        _ => HashMap::new(),
    };
    let name =
        |ident: &Ident| names.get(&ident.to_string()).cloned().unwrap_or_else(|| unraw(ident));
    let states = raw.iter().zip(abouts).map(|(raw, about)| State {
        ident: raw.ident.clone(),
        name: name(&raw.ident),
        kind: match (raw.initial, raw.terminal) {
            (_, Some(ending)) => StateKind::Terminal(ending),
            (Some(_), None) => StateKind::Initial,
            (None, None) => StateKind::Passing,
        },
        next: raw.next.iter().map(name).collect(),
        about,
    });
    Some(JobStates {
        runtime,
        ident: input.ident.clone(),
        generics: input.generics.clone(),
        states: states.collect(),
    })
}

/// J03: a terminal state is the end, and every other state goes on.
fn state(ident: &Ident, given: &mut Given<'_>, errors: &Errors) -> Raw {
    let initial = given.flag("initial");
    let said_terminal = given.span_of("terminal");
    let said_next = given.span_of("next");
    let second = given.peek_idents("terminal").into_iter().nth(1);
    let terminal = given.words("terminal").map_or_else(Vec::new, |words| words.value);
    let next = given.peek_idents("next");
    given.names("next");
    if let Some(second) = second {
        errors.at(second.span(), "a job ends in one way in one state; make it two states");
    }
    match (initial, said_terminal, said_next) {
        (Some(_), Some(terminal), _) => errors.at(
            terminal,
            "a job that starts in this state cannot end in it: `initial` and `terminal` exclude \
             each other",
        ),
        (None, Some(_), Some(next)) => errors.at(
            next,
            "a terminal state is the end: nothing follows, and pollers stop at it; drop `next` or \
             `terminal`",
        ),
        (_, None, None) => errors.at(
            ident.span(),
            format_args!(
                "what follows `{ident}` is not said\n\n`#[state(next(..))]` names the states that \
                 may follow; `#[state(terminal(..))]` says that jobs end here, and how: \
                 `completed`, `failed`, `cancelled` or `timed_out`."
            ),
        ),
        _ => {}
    }
    Raw { ident: ident.clone(), initial, terminal: terminal.first().copied(), next }
}

/// J01: a job starts in one state.
fn one_initial(span: Span, states: &[Raw], errors: &Errors) {
    let mut initial = states.iter().filter_map(|it| it.initial.map(|span| (&it.ident, span)));
    match initial.next() {
        None => errors.at(
            span,
            "no state is the first\n\n`#[state(initial, next(..))]` says in which state jobs start.",
        ),
        Some((first, _)) => {
            for (_, second) in initial {
                errors.at(second, format_args!("jobs start in `{first}` already; keep one"));
            }
        }
    }
}

/// J02: `next` names states of this enum.
fn known_states(states: &[Raw], errors: &Errors) {
    for next in states.iter().flat_map(|it| &it.next) {
        if states.iter().any(|it| it.ident == *next) {
            continue;
        }
        let known: Vec<String> = states.iter().map(|it| it.ident.to_string()).collect();
        let near = nearest_name(&next.to_string(), &known)
            .map_or_else(String::new, |near| format!("; did you mean `{near}`?"));
        errors.at(next.span(), format_args!("`{next}` is not a state of this enum{near}"));
    }
}

/// The state that was most likely meant. Names of variants are compared without their case.
fn nearest_name<'a>(name: &str, known: &'a [String]) -> Option<&'a str> {
    let small: Vec<String> = known.iter().map(|it| it.to_lowercase()).collect();
    let near = nearest(name, small.iter().map(String::as_str))?;
    small.iter().position(|it| it == near).map(|index| known[index].as_str())
}

/// J04: every state can be reached from the initial one.
fn reachable(states: &[Raw], errors: &Errors) {
    let mut seen: HashSet<&Ident> = HashSet::new();
    let mut open: Vec<&Ident> =
        states.iter().filter(|it| it.initial.is_some()).map(|it| &it.ident).collect();
    while let Some(ident) = open.pop() {
        if seen.insert(ident) {
            let next = states.iter().filter(|it| it.ident == *ident).flat_map(|it| &it.next);
            open.extend(next);
        }
    }
    for state in states.iter().filter(|it| !seen.contains(&it.ident)) {
        errors.at(
            state.ident.span(),
            format_args!(
                "no job ever gets to `{}`: no state that can be reached names it in `next`",
                state.ident
            ),
        );
    }
}

/// J05: from every state a job can come to an end.
fn ends(states: &[Raw], errors: &Errors) {
    let mut ending: HashSet<&Ident> =
        states.iter().filter(|it| it.terminal.is_some()).map(|it| &it.ident).collect();
    loop {
        let before = ending.len();
        for state in states {
            if state.next.iter().any(|next| ending.contains(next)) {
                ending.insert(&state.ident);
            }
        }
        if ending.len() == before {
            break;
        }
    }
    for state in states.iter().filter(|it| !ending.contains(&it.ident)) {
        errors.at(
            state.ident.span(),
            format_args!(
                "a job in `{}` never ends: no terminal state can be reached from it",
                state.ident
            ),
        );
    }
}

/// J06: a job can succeed, and it can fail.
fn endings(span: Span, states: &[Raw], errors: &Errors) {
    for (ending, missing) in [
        ("completed", "no state says that a job has done its work"),
        ("failed", "no state says that a job has failed"),
    ] {
        if !states.iter().any(|it| it.terminal == Some(ending)) {
            errors.at(
                span,
                format_args!(
                    "{missing}\n\nMark one with `#[state(terminal({ending}))]`: without it, whoever \
                     waits for the job waits for ever."
                ),
            );
        }
    }
}
