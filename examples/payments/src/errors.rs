//! What can go wrong with a charge, and what the caller may do about it.

use contract_core::{Blocked, ContractError, IntoResponse};

/// Why there is no charge, or none that the caller may rely on.
#[derive(Clone, Debug, PartialEq, Eq, ContractError, IntoResponse)]
#[contract(domain = "https://payments.acme.example/errors", closed)]
pub enum ChargeError {
    /// The card was declined.
    #[contract(
        code = "CARD_DECLINED",
        status = 402,
        retry = after_change,
        effects = none,
        detail = "declined: {reason}",
        details(reason)
    )]
    Declined {
        /// What the issuer said.
        reason: String,
    },
    /// The request has no idempotency key.
    #[contract(
        code = "KEY_MISSING",
        status = 400,
        role = key_missing,
        retry = after_change,
        effects = none
    )]
    KeyMissing,
    /// The idempotency key belongs to another request.
    #[contract(
        code = "KEY_REUSED",
        status = 422,
        role = key_reused,
        retry = after_change,
        effects = none
    )]
    KeyReused,
    /// The same request is being served right now.
    #[contract(
        code = "CHARGE_IN_FLIGHT",
        status = 409,
        role = in_flight,
        retry = with_key,
        effects = unknown
    )]
    InFlight,
    /// Nobody has approved this charge.
    #[contract(
        code = "APPROVAL_REQUIRED",
        status = 403,
        role = approval_required,
        retry = after_change,
        effects = none
    )]
    NotApproved,
    /// The card network did not answer in time; the charge may or may not have been made.
    #[contract(
        code = "CHARGE_TIMEOUT",
        status = 504,
        role = timeout,
        retry = with_key,
        effects = unknown
    )]
    Timeout,
    /// The card network cannot be reached; the charge may or may not have been made.
    #[contract(
        code = "NETWORK_UNAVAILABLE",
        status = 503,
        role = unavailable,
        retry = with_key,
        effects = unknown
    )]
    Unavailable,
    /// The card network wants a pause.
    #[contract(
        code = "NETWORK_BUSY",
        status = 429,
        role = throttled,
        retry = with_key,
        effects = none,
        throttle,
        retry_after = required
    )]
    Busy {
        /// How long a pause.
        retry_after: std::time::Duration,
    },
    /// The card network is not configured.
    #[contract(
        code = "PROVIDER_BLOCKED",
        status = 503,
        role = provider_blocked,
        retry = safe,
        effects = none,
        detail = "{0}"
    )]
    Blocked(Blocked),
}

/// Why there is no such charge.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ContractError, IntoResponse)]
#[contract(domain = "https://payments.acme.example/errors", open)]
pub enum LookupError {
    /// There is no such charge.
    #[contract(code = "CHARGE_NOT_FOUND", status = 404, retry = never, effects = none)]
    NotFound,
}
