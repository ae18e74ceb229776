//! Outcomes that are not successes.

use std::collections::{BTreeMap, BTreeSet};

use super::About;
use super::group::group;
use crate::level::words;
use crate::{Effects, Retry, Role};

group! {
    /// An error set.
    ErrorSet {
        /// The URI that makes codes unique (AIP-193).
        domain: String,
        /// Whether later versions may add codes.
        open: bool,
        /// The codes.
        codes: BTreeMap<String, ErrorCode>,
    } may {
        /// What its author says about it.
        about: About,
    }
}

group! {
    /// One error code.
    ErrorCode {
        /// The HTTP status.
        status: u16,
        /// May the caller send the request again?
        retry: Retry,
        /// What has happened when the caller sees it.
        effects: Effects,
    } may {
        /// What its author says about it.
        about: About,
        /// Its part in the other clauses.
        role: Role,
        /// The status in gRPC.
        grpc: Option<GrpcCode>,
        /// Whether it says when to try again; `never` where nothing is said.
        retry_after: Option<RetryAfter>,
        /// Whether it counts against the budget of throttled calls.
        throttle: bool,
        /// The operation that undoes partial effects.
        compensate: Option<String>,
        /// The names of its details.
        details: BTreeSet<String>,
        /// May its text change? `changes` where nothing is said.
        message: Option<Message>,
        /// What can meet it; `any` where nothing is said.
        reached_by: Option<ReachedBy>,
    }
}

words! {
    /// Whether an error says when to try again. Ordered: weaker is less.
    RetryAfter {
        /// No.
        Never = "never",
        /// Perhaps.
        Optional = "optional",
        /// Always.
        Required = "required",
    }
}

words! {
    /// May the text of an error change? Ordered: weaker is less.
    Message {
        /// Yes.
        Changes = "changes",
        /// No: it was once all that told errors apart (AIP-193).
        Stable = "stable",
    }
}

words! {
    /// What can meet an error.
    ReachedBy {
        /// Every request.
        Any = "any",
        /// Only requests that could not be sent before it was there.
        NewInput = "new_input",
    }
}

words! {
    /// The canonical codes of gRPC, without `OK`.
    GrpcCode {
        /// 1.
        Cancelled = "CANCELLED",
        /// 2.
        Unknown = "UNKNOWN",
        /// 3.
        InvalidArgument = "INVALID_ARGUMENT",
        /// 4.
        DeadlineExceeded = "DEADLINE_EXCEEDED",
        /// 5.
        NotFound = "NOT_FOUND",
        /// 6.
        AlreadyExists = "ALREADY_EXISTS",
        /// 7.
        PermissionDenied = "PERMISSION_DENIED",
        /// 8.
        ResourceExhausted = "RESOURCE_EXHAUSTED",
        /// 9.
        FailedPrecondition = "FAILED_PRECONDITION",
        /// 10.
        Aborted = "ABORTED",
        /// 11.
        OutOfRange = "OUT_OF_RANGE",
        /// 12.
        Unimplemented = "UNIMPLEMENTED",
        /// 13.
        Internal = "INTERNAL",
        /// 14.
        Unavailable = "UNAVAILABLE",
        /// 15.
        DataLoss = "DATA_LOSS",
        /// 16.
        Unauthenticated = "UNAUTHENTICATED",
    }
}
