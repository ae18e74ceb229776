//! Work that outlives the request that asked for it.

use std::collections::{BTreeMap, BTreeSet};
use std::num::NonZeroU32;

use super::group::group;
use super::{About, Duration};
use crate::level::words;

group! {
    /// A job.
    Job {
        /// The operation that starts it.
        create: String,
        /// The operation that tells how it is.
        observe: String,
        /// Whether its log can be read.
        logs: Logs,
        /// What is told of how far it is.
        progress: Progress,
        /// Whether it can be stopped.
        cancel: JobCancel,
        /// By when it ends, one way or the other.
        timeout: Duration,
        /// How long a dead job may look alive.
        heartbeat: Duration,
        /// How long its result can be read.
        retention: Duration,
        /// How often it is tried, the first time included.
        max_attempts: NonZeroU32,
        /// What becomes of it in a crash.
        restart: Restart,
        /// How often its effects happen across a crash.
        items: Items,
        /// Its states.
        states: BTreeMap<String, State>,
    } may {
        /// What its author says about it.
        about: About,
        /// The operation that stops it.
        cancel_by: Option<String>,
        /// The operation that reads its log.
        logs_by: Option<String>,
        /// The field of its status that says that it has ended, whatever the state (AIP-151).
        done_flag: Option<String>,
        /// The error set of a failed job.
        errors: Option<String>,
    }
}

words! {
    /// Whether the log of a job can be read. Ordered: weaker is less.
    Logs {
        /// No.
        None = "none",
        /// While it runs.
        Live = "live",
        /// Also afterwards.
        Persisted = "persisted",
    }
}

words! {
    /// What is told of how far a job is. Ordered: weaker is less.
    Progress {
        /// Nothing.
        None = "none",
        /// Its state.
        Status = "status",
        /// How much of it is done.
        Fraction = "fraction",
        /// How much of it is done, and that never gets less.
        MonotonicFraction = "monotonic_fraction",
    }
}

words! {
    /// Whether a job can be stopped. Ordered: weaker is less.
    JobCancel {
        /// No.
        Unsupported = "unsupported",
        /// It may end before it notices.
        BestEffort = "best_effort",
        /// Nothing happens after the answer.
        Guaranteed = "guaranteed",
    }
}

words! {
    /// What becomes of a job in a crash. Ordered: weaker is less.
    Restart {
        /// Nobody knows.
        Lost = "lost",
        /// It is seen to have failed.
        FailsVisibly = "fails_visibly",
        /// It starts again.
        FromScratch = "from_scratch",
        /// It goes on.
        FromCheckpoint = "from_checkpoint",
    }
}

words! {
    /// How often the effects of a job happen across a crash. A partial order: `exactly_once` is
    /// above the other two, which are incomparable.
    Items {
        /// Some may be missing.
        AtMostOnce = "at_most_once",
        /// Some may happen twice.
        AtLeastOnce = "at_least_once",
        /// None is missing and none happens twice.
        ExactlyOnce = "exactly_once",
    }
}

group! {
    /// A state of a job.
    #[derive(Default)]
    State {} may {
        /// What its author says about it.
        about: About,
        /// Whether jobs start in it.
        initial: bool,
        /// How jobs end in it.
        terminal: Option<Ending>,
        /// The states that may follow.
        next: BTreeSet<String>,
    }
}

words! {
    /// How a job ends.
    Ending {
        /// It has done its work.
        Completed = "completed",
        /// It could not.
        Failed = "failed",
        /// Somebody stopped it.
        Cancelled = "cancelled",
        /// Its time was up.
        TimedOut = "timed_out",
    }
}
