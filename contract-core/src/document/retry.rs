//! How an implementation, and a caller who follows its advice, tries again.

use std::num::NonZeroU32;

use super::group::group;
use super::{Duration, Factor};

group! {
    /// How often and how fast a call is tried again (gRPC proposal A6).
    RetryPolicy {
        /// How many attempts there are, the first one included.
        max_attempts: NonZeroU32,
    } may {
        /// The wait before the second attempt.
        initial: Option<Duration>,
        /// By what each wait is longer than the one before.
        multiplier: Option<Factor>,
        /// The longest wait.
        max: Option<Duration>,
    }
}
