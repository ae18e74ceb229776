//! May the same request be sent twice?

use std::collections::BTreeSet;

use super::Duration;
use super::group::group;
use crate::level::words;

group! {
    /// May the same request be sent twice? Without this group: no.
    Idempotency {
        /// What makes two requests the same.
        key: IdempotencyKey,
    } may {
        /// How long a key is remembered.
        window: Option<Duration>,
        /// What the second answer holds.
        replay: Option<Replay>,
        /// Whether an error sticks to its key; `released` where nothing is said.
        replay_errors: Option<ReplayErrors>,
        /// What a second request meets while the first one runs; `conflict` where nothing is said.
        in_flight: Option<InFlight>,
        /// What a key with another payload meets; `reject` where nothing is said.
        mismatch: Option<Mismatch>,
        /// Within what a key is unique; `caller` where nothing is said.
        scope: Option<KeyScope>,
        /// The error codes that say that it was done already.
        exists: BTreeSet<String>,
        /// The error codes that say that it was undone already.
        not_found: BTreeSet<String>,
    }
}

words! {
    /// What makes two requests the same (AIP-155; the draft of the `Idempotency-Key` header).
    IdempotencyKey {
        /// A key that the caller must send.
        Required = "required",
        /// A key that the caller may send.
        Optional = "optional",
        /// The request itself: doing it twice is doing it once.
        Natural = "natural",
    }
}

words! {
    /// What the second answer holds. Ordered: weaker is less.
    Replay {
        /// That it was done.
        Ack = "ack",
        /// What the thing is now.
        Current = "current",
        /// The first answer.
        Stored = "stored",
    }
}

words! {
    /// Whether an error sticks to its key.
    ReplayErrors {
        /// The same key gets the same error.
        Stored = "stored",
        /// The same key may run again.
        Released = "released",
    }
}

words! {
    /// What a second request meets while the first one runs. Ordered: weaker is less.
    InFlight {
        /// An error.
        Conflict = "conflict",
        /// The answer of the first.
        Wait = "wait",
    }
}

words! {
    /// What a key with another payload meets. Ordered: what asks less of the caller is less.
    Mismatch {
        /// The answer of the first payload.
        Ignore = "ignore",
        /// An error.
        Reject = "reject",
    }
}

words! {
    /// Within what a key is unique.
    KeyScope {
        /// One caller.
        Caller = "caller",
        /// One operation.
        Endpoint = "endpoint",
        /// One account.
        Account = "account",
    }
}
