//! How much may be asked for, and how old an answer may be.

use super::Duration;
use super::group::group;
use crate::level::words;

group! {
    /// How much may be asked for. Incidental unless it is given a level: the draft of the
    /// `RateLimit` header fields says that a quota is no service level agreement.
    RateLimit {
        /// How many units.
        quota: u64,
        /// In what time.
        window: Duration,
    } may {
        /// Who shares the quota: `caller`, `account`, or a name.
        partition: Option<String>,
        /// What is counted; requests where nothing is said.
        unit: Option<String>,
    }
}

group! {
    /// How old an answer may be.
    Staleness {
        /// What reads see of writes.
        consistency: Consistency,
    } may {
        /// How old the data of an answer may be.
        max: Option<Duration>,
    }
}

words! {
    /// What reads see of writes. A partial order: `eventual` is below all and `strong` above; of
    /// the others none is above another.
    Consistency {
        /// Writes, some time.
        Eventual = "eventual",
        /// Writes that are older than a bound.
        Bounded = "bounded",
        /// Never less than what they saw before.
        MonotonicReads = "monotonic_reads",
        /// What the reader wrote.
        ReadYourWrites = "read_your_writes",
        /// Every write.
        Strong = "strong",
    }
}

group! {
    /// What caches may do (RFC 9111).
    #[derive(Default)]
    Cache {} may {
        /// What kind of entity tag an answer carries (AIP-154).
        etag: Option<Etag>,
        /// How long an answer may be kept.
        max_age: Option<Duration>,
    }
}

words! {
    /// What kind of entity tag an answer carries. Ordered: weaker is less.
    Etag {
        /// One that tells versions that mean another thing apart.
        Weak = "weak",
        /// One that tells all versions apart.
        Strong = "strong",
    }
}

group! {
    /// A state that a caller may wait for by calling the operation again.
    Waiter {
        /// The value, or the error code, that ends the waiting.
        success: String,
    } may {
        /// The value, or the error code, that goes on with it.
        retry: Option<String>,
        /// The value, or the error code, after which it never comes.
        failure: Option<String>,
    }
}
