//! Rules between the clauses of one attribute. Rules between items are the compiler's to check:
//! `contract_core::rules`.

use proc_macro2::Span;

use crate::attr::{At, Given};
use crate::errors::Errors;
use crate::keys::Place;
use crate::model::{About, Clause, Said};
use crate::value::milliseconds;

/// The rules of an operation: C04, C07, C08, C10, C11, and S01 and S02 of a stream.
pub(super) fn operation(about: &About, place: Place, errors: &Errors) {
    readonly_has_no_effects(about, errors);
    costly_effects_are_approved(about, errors);
    keys_have_a_window(about, errors);
    what_resumes_has_a_key(about, errors);
    times(about, place, errors);
    if place == Place::Stream {
        cursors(about, errors);
    }
}

/// C04: what only reads has no effects.
fn readonly_has_no_effects(about: &About, errors: &Errors) {
    if about.clause("readonly").is_none() {
        return;
    }
    let effects = about.clauses.iter().filter_map(|clause| {
        let target = clause.path.strip_prefix("effect/")?;
        (!target.contains('/')).then_some((target, clause.span))
    });
    for (target, span) in effects {
        errors.at(
            span,
            format_args!(
                "this operation is `readonly`, and it changes `{target}`; drop one of the two"
            ),
        );
    }
}

/// C07: what costs money, cannot be undone or deploys asks somebody first.
fn costly_effects_are_approved(about: &About, errors: &Errors) {
    for Clause { path, said, span, .. } in &about.clauses {
        let Some(effect) = path.strip_suffix("/kinds").filter(|it| it.starts_with("effect/"))
        else {
            continue;
        };
        let Said::List(kinds) = said else { continue };
        let costly = |kind: &&String| matches!(kind.as_str(), "paid" | "irreversible" | "deploy");
        let approved = about.text(&format!("{effect}/approval")).is_some_and(|it| it != "none");
        if let Some(kind) = kinds.iter().find(costly)
            && !approved
        {
            errors.at(
                *span,
                format_args!(
                    "an effect that is `{kind}` needs an approval; say who must agree: `approval = \
                     per_call` or `standing`"
                ),
            );
        }
    }
}

/// C19: what does more than read says what becomes of it when the caller goes away. Asked before the
/// clauses are read, so that it stands beside the other mistakes, and a misspelt key is not missing.
pub(super) fn says_what_remains(given: &Given<'_>, errors: &Errors) {
    if given.has("readonly") || given.has("cancel") {
        return;
    }
    let effect = given.span_of("effect");
    let readonly = if effect.is_some() { "" } else { "\n`readonly`: it changes nothing" };
    errors.at(
        effect.or_else(|| given.span_of("id")).unwrap_or_else(|| given.span()),
        format_args!(
            "what remains when the caller goes away is not said; add one of\n{readonly}\n\
             `cancel = atomic`: all or nothing\n\
             `cancel = completes`: all\n\
             `cancel = resumable`: the same request goes on where it was cut\n\
             `cancel = unspecified`: nothing is promised"
        ),
    );
}

/// A key is remembered for a time, unless the request is its own key.
fn keys_have_a_window(about: &About, errors: &Errors) {
    let Some(key) = about.clause("idempotency/key") else { return };
    let natural = about.text("idempotency/key") == Some("natural");
    if !natural && about.clause("idempotency/window").is_none() {
        errors.at(
            key.span,
            "how long a key is remembered is not said; a resend after that is a second request: \
             `window = \"24h\"`",
        );
    }
    for name in ["window", "replay", "in_flight", "mismatch", "scope"] {
        if natural && let Some(clause) = about.clause(&format!("idempotency/{name}")) {
            errors.at(
                clause.span,
                format_args!(
                    "`{name}` is about keys, and `key = natural` means that there are none: the \
                     same request twice is the same as once"
                ),
            );
        }
    }
}

/// C08: what a second call may take up must be told from another request.
fn what_resumes_has_a_key(about: &About, errors: &Errors) {
    if about.text("cancel") == Some("resumable")
        && let Some(cancel) = about.clause("cancel")
        && about.clause("idempotency").is_none()
        && about.clause("readonly").is_none()
    {
        errors.at(
            cancel.span,
            "`resumable` means that the same request goes on where it was cut, and without \
             `idempotency(key = ..)` nothing tells the same request from another",
        );
    }
}

/// C10 and C11: what takes long is a job or a stream, and a budget fits into its timeout.
fn times(about: &About, place: Place, errors: &Errors) {
    let length = |path: &str| about.text(path).and_then(milliseconds);
    let Some(timeout) = length("timeout") else { return };
    if place == Place::Operation
        && timeout > 10_000
        && let Some(clause) = about.clause("timeout")
    {
        errors.at(
            clause.span,
            "a caller cannot wait for more than ten seconds (AIP-151); make it a `#[job]` that is \
             watched, or a `#[stream]`",
        );
    }
    if length("latency_p99").is_some_and(|budget| budget > timeout)
        && let Some(clause) = about.clause("latency_p99")
    {
        errors.at(
            clause.span,
            "99 of 100 calls are promised to take longer than any call may: `latency_p99` is above \
             `timeout`",
        );
    }
}

/// S01 and S02: a cursor is good for a time, and who resumes must know that the end is the end.
fn cursors(about: &About, errors: &Errors) {
    let resume = about.text("stream/resume");
    if resume == Some("cursor")
        && let Some(clause) = about.clause("stream/resume")
    {
        if about.clause("stream/resume_window").is_none() {
            errors.at(
                clause.span,
                "how long after a cut a reader may resume is not said: `resume_window = \"5m\"`",
            );
        }
        if about.text("stream/finalization") != Some("explicit") {
            errors.at(
                clause.span,
                "who may resume must know whether there is more: `finalization = explicit`",
            );
        }
    } else if let Some(window) = about.clause("stream/resume_window") {
        errors.at(window.span, "`resume_window` is about a cursor, and `resume` is not `cursor`");
    }
    if about.text("stream/transcript") == Some("kept")
        && about.clause("stream/readback").is_none()
        && let Some(clause) = about.clause("stream/transcript")
    {
        errors.at(
            clause.span,
            "which operation reads the transcript back is not said: `readback = \"chats.get\"`",
        );
    }
}

/// The rules of a job that do not need its states.
pub(super) fn job(about: &About, errors: &Errors) {
    for (clause, nothing, by, example) in [
        ("cancel", "unsupported", "cancel_by", "exports.cancel"),
        ("logs", "none", "logs_by", "exports.log"),
    ] {
        if let Some(said) = about.clause(clause)
            && about.text(clause) != Some(nothing)
            && about.clause(by).is_none()
        {
            errors.at(
                said.span,
                format_args!(
                    "which operation does this for a caller is not said: `{by} = \"{example}\"`; \
                     or `{clause} = {nothing}`"
                ),
            );
        }
    }
    let length = |path: &str| about.text(path).and_then(milliseconds);
    if let (Some(heartbeat), Some(timeout)) = (length("heartbeat"), length("timeout"))
        && heartbeat > timeout
        && let Some(clause) = about.clause("heartbeat")
    {
        errors.at(
            clause.span,
            "a dead job looks alive for longer than a job may run: `heartbeat` is above `timeout`",
        );
    }
}

/// The rules of an error code: C03, and what its status says.
pub(super) fn error_code(
    about: &About,
    status: Option<u16>,
    retry: Option<&At<&'static str>>,
    errors: &Errors,
) {
    if let Some(throttle) = about.clause("throttle")
        && !matches!(about.text("retry_after"), Some("optional" | "required"))
    {
        errors.at(
            throttle.span,
            "whoever is throttled must know for how long, or tries again at once; add `retry_after \
             = required` and a field `retry_after: Duration`",
        );
    }
    let (Some(status), Some(At { value: retry, span })) = (status, retry) else { return };
    match (status, *retry) {
        (400 | 405 | 410 | 413..=415 | 422, "safe" | "with_key") => errors.at(
            *span,
            format_args!(
                "a request that was answered with {status} gets the same answer again: `retry = \
                 after_change` or `never`"
            ),
        ),
        (429 | 503, "never") => errors.at(
            *span,
            format_args!(
                "{status} means that it may work later, and `retry = never` says that it will not"
            ),
        ),
        _ => {}
    }
}

/// C09: nothing is gone before it is deprecated (RFC 9745, section 4: a sunset is not earlier).
pub(super) fn sunset(given: &Given<'_>, date: Option<&At<String>>, sunset: Option<&At<String>>) {
    // Dates are `YYYY-MM-DD`, which sorts as text.
    if let (Some(date), Some(sunset)) = (date, sunset)
        && sunset.value < date.value
    {
        given.error(
            sunset.span,
            "it may be gone before it is deprecated: `sunset` is before `date`",
        );
    }
}

/// C12: what is stable has somebody who decides about it.
pub(super) fn owner(about: &About, owner: bool, level_at: Span, errors: &Errors) {
    if about.level == Some("stable") && !owner && about.clause("about/owners/compat").is_none() {
        errors.at(
            level_at,
            "nobody is named who decides whether a change is compatible; a contract that is stable \
             has an owner: `owner = \"@team-orders\"`",
        );
    }
}
