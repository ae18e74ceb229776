//! What consumers call.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::group::group;
use super::{
    About, Cache, Duration, Effect, Idempotency, Pagination, RateLimit, RetryPolicy, Staleness,
    Stream, Waiter, WireType,
};
use crate::level::words;

group! {
    /// An operation.
    #[derive(Default)]
    Operation {} may {
        /// What its author says about it.
        about: About,
        /// Its HTTP address.
        http: Option<Http>,
        /// Its gRPC address, `package.Service/Method`.
        grpc: Option<String>,
        /// What callers send, by place.
        request: BTreeMap<Place, WireType>,
        /// What the producer answers; absent when the answer has no body. The shape of one chunk
        /// where it is a stream.
        response: Option<WireType>,
        /// The error set it answers with instead.
        errors: Option<String>,
        /// Whether it has no effects at all.
        readonly: bool,
        /// May the same request be sent twice?
        idempotency: Option<Idempotency>,
        /// How it is tried again.
        retry: Option<RetryPolicy>,
        /// By when it answers, one way or the other.
        timeout: Option<Duration>,
        /// Whether the caller's deadline is passed on; `ignored` where nothing is said.
        deadline: Option<Deadline>,
        /// What 99 of 100 calls take at most.
        latency_p99: Option<Duration>,
        /// What remains when the caller goes away.
        cancel: Option<Cancel>,
        /// What it does to the outside, by target.
        effect: BTreeMap<String, Effect>,
        /// The field of the request that asks for everything but the effects (AIP-163).
        dry_run: Option<String>,
        /// May a success be incomplete? `none` where nothing is said.
        partial: Option<Partial>,
        /// How a long answer is cut into pages.
        pagination: Option<Pagination>,
        /// How much may be asked for.
        rate_limit: Option<RateLimit>,
        /// How old an answer may be.
        staleness: Option<Staleness>,
        /// What caches may do.
        cache: Option<Cache>,
        /// States that a caller may wait for, by name.
        wait_until: BTreeMap<String, Waiter>,
        /// How the chunks of a stream come.
        stream: Option<Stream>,
    }
}

group! {
    /// An HTTP address.
    Http {
        /// The method, in capitals.
        method: String,
        /// The route template, `/v1/orders/{id}`.
        path: String,
    } may {
        /// The status of a success.
        success: Option<u16>,
    }
}

/// Where a part of a request stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "document-schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Place {
    /// The body.
    Body,
    /// A form body.
    Form,
    /// The path's parameters.
    Path,
    /// The query's parameters.
    Query,
}

words! {
    /// Whether the caller's deadline is passed on. Ordered: weaker is less.
    Deadline {
        /// No.
        Ignored = "ignored",
        /// Yes: work stops when it has passed.
        Honoured = "honoured",
    }
}

words! {
    /// What remains when the caller goes away. A partial order: `unspecified` is below all,
    /// `resumable` is below `atomic` and `completes`, which are incomparable.
    Cancel {
        /// Nobody knows.
        Unspecified = "unspecified",
        /// A part of it; the same request goes on from there.
        Resumable = "resumable",
        /// All or nothing.
        Atomic = "atomic",
        /// All of it.
        Completes = "completes",
    }
}

words! {
    /// May a success be incomplete?
    Partial {
        /// No.
        None = "none",
        /// Yes: every item says whether it succeeded (AIP-193).
        PerItem = "per_item",
        /// Yes: the answer lists what could not be reached (AIP-217).
        UnreachableList = "unreachable_list",
    }
}
