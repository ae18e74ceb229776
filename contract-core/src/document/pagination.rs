//! How a long answer is cut into pages.

use super::Duration;
use super::group::group;
use crate::level::words;

group! {
    /// How a long answer is cut into pages (AIP-158).
    Pagination {
        /// How the next page is asked for.
        style: PageStyle,
    } may {
        /// The most items of a page.
        max_page: Option<u32>,
        /// What a page size above it gets; `coerce` where nothing is said.
        over_max: Option<OverMax>,
        /// How long the token of a next page is taken.
        token_ttl: Option<Duration>,
        /// What pages say together, while the data changes.
        consistency: Option<PageConsistency>,
        /// What the items are sorted by.
        order: Option<String>,
    }
}

words! {
    /// How the next page is asked for.
    PageStyle {
        /// By an opaque token of the page before.
        Cursor = "cursor",
        /// By how many items come before it.
        Offset = "offset",
    }
}

words! {
    /// What a page size above the largest gets. Ordered: weaker is less.
    OverMax {
        /// An error.
        Reject = "reject",
        /// The largest page.
        Coerce = "coerce",
    }
}

words! {
    /// What pages say together, while the data changes. Ordered: weaker is less.
    PageConsistency {
        /// Items may repeat or be missing.
        BestEffort = "best_effort",
        /// No item repeats, and none that was there all the time is missing.
        NoDupNoSkip = "no_dup_no_skip",
        /// The data as it was at the first page.
        Snapshot = "snapshot",
    }
}
