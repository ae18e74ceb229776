//! Rules between items: an operation and its error set, a job and its states.
//!
//! The macros see one item at a time. What two items say together is known once both are constants,
//! so a rule is a function that the compiler evaluates, and a trait that only `Check<true>` has.
//! Asking for it with the span of a clause makes the compiler say the rule's own words at that
//! clause, and all broken rules at once: a `panic!` in a constant would stop at the first and
//! underline the whole attribute.

use crate::declare::{About, ErrorTable, State, StateKind, Value};
use crate::{Effects, Level, Retry, Role};

/// What a rule came to.
#[derive(Debug)]
pub struct Check<const HOLDS: bool>;

macro_rules! rules {
    ($(
        $(#[$doc:meta])*
        $rule:ident { message: $message:literal, label: $label:literal, note: $note:literal }
    )+) => {
        $(
            $(#[$doc])*
            #[diagnostic::on_unimplemented(message = $message, label = $label, note = $note)]
            pub trait $rule {
                /// It holds. A constant, because the compiler says less around a path to it than
                /// around a bound.
                const HOLDS: () = ();
            }

            #[diagnostic::do_not_recommend]
            impl $rule for Check<true> {}
        )+
    };
}

rules! {
    /// C01: `retry = with_key` needs a key.
    C01 {
        message: "an error of this operation may be sent again with its key, and the operation has none",
        label: "`retry = with_key` in this error set means nothing here",
        note: "say `idempotency(key = ..)`, or give the operation an error set whose codes it can keep"
    }
    /// C02: what may have happened may not be repeated freely.
    C02 {
        message: "an error of this operation may be sent again freely although it may have had effects",
        label: "a code of this error set says `retry = safe` and `effects` other than `none`",
        note: "sending it again may do it twice: say `retry = with_key` or `effects = none`; if doing it \
               twice is the same as once, `idempotency(key = natural)`; if it only reads, `readonly`"
    }
    /// C05: what is retried must be retryable.
    C05 {
        message: "this operation retries, and none of its errors may be sent again",
        label: "nothing to retry",
        note: "a code with `retry = safe` or `with_key` says what is worth another attempt; without one, \
               drop `retry(..)`"
    }
    /// C06: what only reads leaves nothing behind.
    C06 {
        message: "this operation has no effects, and an error of it says that there were some",
        label: "a code of this error set says `effects = partial` or `all`",
        note: "drop `readonly`, or give the operation an error set of its own"
    }
    /// C13: a timeout has an error.
    C13 {
        message: "no error of this operation says that its time was up",
        label: "what does a caller see after this time?",
        note: "give a code of the error set `role = timeout`"
    }
    /// C14: a required key has an error.
    C14 {
        message: "no error of this operation says that the key is missing",
        label: "what does a caller without a key see?",
        note: "give a code of the error set `role = key_missing`"
    }
    /// C15: a key with another payload has an error.
    C15 {
        message: "no error of this operation says that the key was used for another request",
        label: "what does a caller see who uses a key twice?",
        note: "give a code of the error set `role = key_reused`, or say `mismatch = ignore`"
    }
    /// C16: a second request while the first one runs has an error.
    C16 {
        message: "no error of this operation says that the same request is running",
        label: "what does a second request see while the first one runs?",
        note: "give a code of the error set `role = in_flight`, or say `in_flight = wait`"
    }
    /// C17: an approval has an error.
    C17 {
        message: "no error of this operation says that an approval is missing",
        label: "what does a caller without an approval see?",
        note: "give a code of the error set `role = approval_required`"
    }
    /// C18: a rate limit has an error.
    C18 {
        message: "no error of this operation says that the caller is too fast",
        label: "what does a caller above the limit see?",
        note: "give a code of the error set `role = throttled`"
    }
    /// J07: what can be cancelled ends cancelled.
    J07 {
        message: "this job can be cancelled, and none of its states says that it was",
        label: "how does whoever cancels see it?",
        note: "mark a state with `#[state(terminal(cancelled))]`, or say `cancel = unsupported`"
    }
    /// J08: what has a timeout ends timed out.
    J08 {
        message: "this job has a timeout, and none of its states says that its time was up",
        label: "how does whoever waits see it?",
        note: "mark a state with `#[state(terminal(timed_out))]`"
    }
}

/// L01: what is stable holds nothing that is declared weaker, unless it says so.
#[diagnostic::on_unimplemented(
    message = "a stable clause of `{Owner}` holds `{Self}`, which is declared weaker",
    label = "it may change, and what holds it may not",
    note = "declare it stable, or the clause that holds it weaker, `level = experimental`; if only \
            what is inside may change, say `holds = experimental`"
)]
pub trait L01<Owner: ?Sized, Check> {
    /// It holds.
    const HOLDS: () = ();
}

#[diagnostic::do_not_recommend]
impl<Owner: ?Sized, Held: ?Sized> L01<Owner, Check<true>> for Held {}

/// L02: what is held is declared at least as strong as `holds` says.
#[diagnostic::on_unimplemented(
    message = "a clause of `{Owner}` holds `{Self}`, which is declared weaker than `holds` says",
    label = "it is declared weaker than that",
    note = "say the level that the type declares, or declare the type stronger"
)]
pub trait L02<Owner: ?Sized, Check> {
    /// It holds.
    const HOLDS: () = ();
}

#[diagnostic::do_not_recommend]
impl<Owner: ?Sized, Held: ?Sized> L02<Owner, Check<true>> for Held {}

/// L01 and L02. What declares no level has that of whatever holds it.
pub const fn at_least(declared: Option<Level>, asked: Level) -> bool {
    match declared {
        Some(level) => level as u8 >= asked as u8,
        None => true,
    }
}

/// C01.
pub const fn key_for_retry(operation: &About, errors: &ErrorTable) -> bool {
    operation.clause("idempotency").is_some()
        || operation.clause("readonly").is_some()
        || !has_retry(errors, Retry::WithKey)
}

/// C02.
pub const fn no_free_repeat(operation: &About, errors: &ErrorTable) -> bool {
    if says(operation, "idempotency/key", "natural") || operation.clause("readonly").is_some() {
        return true;
    }
    let mut index = 0;
    while index < errors.codes.len() {
        let code = &errors.codes[index];
        if matches!(code.retry, Retry::Safe) && !matches!(code.effects, Effects::None) {
            return false;
        }
        index += 1;
    }
    true
}

/// C05.
pub const fn retryable(errors: &ErrorTable) -> bool {
    unknown(errors) || has_retry(errors, Retry::Safe) || has_retry(errors, Retry::WithKey)
}

/// C06.
pub const fn no_effects(errors: &ErrorTable) -> bool {
    let mut index = 0;
    while index < errors.codes.len() {
        if matches!(errors.codes[index].effects, Effects::Partial | Effects::All) {
            return false;
        }
        index += 1;
    }
    true
}

/// C13 to C18.
pub const fn has_role(errors: &ErrorTable, role: Role) -> bool {
    if unknown(errors) {
        return true;
    }
    let mut index = 0;
    while index < errors.codes.len() {
        if errors.codes[index].role as u8 == role as u8 {
            return true;
        }
        index += 1;
    }
    false
}

/// J07 and J08.
pub const fn has_ending(states: &[State], ending: &str) -> bool {
    let mut index = 0;
    while index < states.len() {
        if let StateKind::Terminal(word) = states[index].kind
            && same(word, ending)
        {
            return true;
        }
        index += 1;
    }
    // The states of an enum with mistakes are not known.
    states.is_empty()
}

/// Whether a clause has this word.
pub const fn says(item: &About, clause: &str, word: &str) -> bool {
    match item.clause(clause) {
        Some(Value::Text(text)) => same(text, word),
        _ => false,
    }
}

const fn has_retry(errors: &ErrorTable, retry: Retry) -> bool {
    let mut index = 0;
    while index < errors.codes.len() {
        if errors.codes[index].retry as u8 == retry as u8 {
            return true;
        }
        index += 1;
    }
    false
}

/// Whether it stands in for an error set whose attributes have mistakes.
const fn unknown(errors: &ErrorTable) -> bool {
    errors.domain.is_empty()
}

const fn same(one: &str, other: &str) -> bool {
    let (one, other) = (one.as_bytes(), other.as_bytes());
    if one.len() != other.len() {
        return false;
    }
    let mut index = 0;
    while index < one.len() {
        if one[index] != other[index] {
            return false;
        }
        index += 1;
    }
    true
}
