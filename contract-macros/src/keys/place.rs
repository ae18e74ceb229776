//! Where keys stand.

/// Where keys stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Place {
    /// `contract! { .. }`.
    Contract,
    /// `#[contract(..)]` on a struct or an enum that derives `Contract`.
    Type,
    /// `#[contract(..)]` on a field.
    Field,
    /// `#[contract(..)]` on a variant of an enum that derives `Contract`.
    Variant,
    /// `#[handler(..)]`.
    Operation,
    /// `#[stream(..)]`.
    Stream,
    /// `#[contract(..)]` on an enum that derives `ContractError`.
    ErrorSet,
    /// `#[contract(..)]` on a variant of an enum that derives `ContractError`.
    ErrorCode,
    /// `#[consumer(..)]`.
    Consumer,
    /// `#[job(..)]`.
    Job,
    /// `#[state(..)]` on an enum that derives `JobState`.
    States,
    /// `#[state(..)]` on a variant of an enum that derives `JobState`.
    State,
    /// `#[config(..)]` on a struct that derives `ContractConfig`.
    Provider,
    /// `#[config(..)]` on a field of a struct that derives `ContractConfig`.
    Variable,
    /// Inside `deprecated(..)`.
    Deprecated,
    /// Inside `event(..)`.
    Event,
    /// Inside `owners(..)`.
    Owners,
    /// Inside `notify(..)`.
    Notify,
    /// Inside `exempt(..)`.
    Exempt,
    /// Inside `idempotency(..)`.
    Idempotency,
    /// Inside `retry(..)`.
    RetryPolicy,
    /// Inside `effect(..)`.
    Effect,
    /// Inside `pagination(..)`.
    Pagination,
    /// Inside `rate_limit(..)`.
    RateLimit,
    /// Inside `staleness(..)`.
    Staleness,
    /// Inside `cache(..)`.
    Cache,
    /// Inside `wait_until(..)`.
    Waiter,
    /// Inside `delivery(..)`.
    Delivery,
    /// Inside `dedup(..)`.
    Dedup,
    /// Inside `ordering(..)`.
    Ordering,
}

impl Place {
    /// Every place, outer ones first.
    pub(crate) const ALL: &'static [Self] = &[
        Self::Contract,
        Self::Type,
        Self::Field,
        Self::Variant,
        Self::Operation,
        Self::Stream,
        Self::ErrorSet,
        Self::ErrorCode,
        Self::Consumer,
        Self::Job,
        Self::States,
        Self::State,
        Self::Provider,
        Self::Variable,
        Self::Deprecated,
        Self::Event,
        Self::Owners,
        Self::Notify,
        Self::Exempt,
        Self::Idempotency,
        Self::RetryPolicy,
        Self::Effect,
        Self::Pagination,
        Self::RateLimit,
        Self::Staleness,
        Self::Cache,
        Self::Waiter,
        Self::Delivery,
        Self::Dedup,
        Self::Ordering,
    ];

    /// The name of the attribute that holds the keys of this place.
    pub(crate) fn attribute(self) -> &'static str {
        match self {
            Self::States | Self::State => "state",
            Self::Provider | Self::Variable => "config",
            _ => "contract",
        }
    }

    /// The clauses that must be said here, because silence hurts somebody.
    pub(crate) fn required(self) -> &'static [&'static str] {
        match self {
            Self::Notify => &["lead"],
            Self::Exempt => &["reason", "until"],
            Self::Idempotency => &["key"],
            Self::RetryPolicy => &["max_attempts"],
            Self::Effect => &["target", "kinds"],
            Self::Pagination => &["style"],
            Self::RateLimit => &["quota", "window"],
            Self::Staleness => &["consistency"],
            Self::Waiter => &["name", "success"],
            Self::Delivery => &["mode"],
            Self::Dedup => &["key"],
            Self::Ordering => &["mode"],
            Self::Stream => &["framing"],
            Self::Job => &[
                "create",
                "observe",
                "progress",
                "logs",
                "cancel",
                "timeout",
                "heartbeat",
                "retention",
                "max_attempts",
                "restart",
                "items",
            ],
            _ => &[],
        }
    }

    /// The place in a sentence: "`level` is not a key {here}".
    pub(crate) fn here(self) -> &'static str {
        match self {
            Self::Contract => "of `contract! { .. }`",
            Self::Type => "of `#[contract(..)]` on a type",
            Self::Field => "of `#[contract(..)]` on a field",
            Self::Variant => "of `#[contract(..)]` on a variant",
            Self::Operation => "of `#[handler(..)]`",
            Self::Stream => "of `#[stream(..)]`",
            Self::ErrorSet => "of `#[contract(..)]` on an error set",
            Self::ErrorCode => "of `#[contract(..)]` on an error code",
            Self::Consumer => "of `#[consumer(..)]`",
            Self::Job => "of `#[job(..)]`",
            Self::States => "of `#[state(..)]` on an enum",
            Self::State => "of `#[state(..)]` on a variant",
            Self::Provider => "of `#[config(..)]` on a struct",
            Self::Variable => "of `#[config(..)]` on a field",
            Self::Deprecated => "of `deprecated(..)`",
            Self::Event => "of `event(..)`",
            Self::Owners => "of `owners(..)`",
            Self::Notify => "of `notify(..)`",
            Self::Exempt => "of `exempt(..)`",
            Self::Idempotency => "of `idempotency(..)`",
            Self::RetryPolicy => "of `retry(..)`",
            Self::Effect => "of `effect(..)`",
            Self::Pagination => "of `pagination(..)`",
            Self::RateLimit => "of `rate_limit(..)`",
            Self::Staleness => "of `staleness(..)`",
            Self::Cache => "of `cache(..)`",
            Self::Waiter => "of `wait_until(..)`",
            Self::Delivery => "of `delivery(..)`",
            Self::Dedup => "of `dedup(..)`",
            Self::Ordering => "of `ordering(..)`",
        }
    }

    /// Where to put a key that belongs here: "`owner` belongs {there}".
    pub(crate) fn there(self) -> &'static str {
        match self {
            Self::Contract => "in `contract! { .. }`",
            Self::Type => "on the type",
            Self::Field => "on a field",
            Self::Variant => "on a variant",
            Self::Operation => "in `#[handler(..)]`",
            Self::Stream => "in `#[stream(..)]`",
            Self::ErrorSet => "on an enum that derives `ContractError`",
            Self::ErrorCode => "on a variant of an enum that derives `ContractError`",
            Self::Consumer => "in `#[consumer(..)]`",
            Self::Job => "in `#[job(..)]`",
            Self::States => "on an enum that derives `JobState`",
            Self::State => "on a variant of an enum that derives `JobState`",
            Self::Provider => "on a struct that derives `ContractConfig`",
            Self::Variable => "on a field of a struct that derives `ContractConfig`",
            Self::Deprecated => "in `deprecated(..)`",
            Self::Event => "in `event(..)`",
            Self::Owners => "in `owners(..)`",
            Self::Notify => "in `notify(..)`",
            Self::Exempt => "in `exempt(..)`",
            Self::Idempotency => "in `idempotency(..)`",
            Self::RetryPolicy => "in `retry(..)`",
            Self::Effect => "in `effect(..)`",
            Self::Pagination => "in `pagination(..)`",
            Self::RateLimit => "in `rate_limit(..)`",
            Self::Staleness => "in `staleness(..)`",
            Self::Cache => "in `cache(..)`",
            Self::Waiter => "in `wait_until(..)`",
            Self::Delivery => "in `delivery(..)`",
            Self::Dedup => "in `dedup(..)`",
            Self::Ordering => "in `ordering(..)`",
        }
    }
}
