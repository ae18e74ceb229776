//! What a call does to the outside.

use std::collections::BTreeSet;

use super::group::group;
use crate::level::words;

group! {
    /// One thing outside that a call changes. The target is its name in the document.
    Effect {
        /// What kinds of change.
        kinds: BTreeSet<EffectKind>,
    } may {
        /// Who must agree before it happens; `none` where nothing is said.
        approval: Option<Approval>,
    }
}

words! {
    /// A kind of change to the outside.
    EffectKind {
        /// Something is written elsewhere.
        ExternalWrite = "external_write",
        /// Somebody pays.
        Paid = "paid",
        /// It cannot be undone.
        Irreversible = "irreversible",
        /// A deployment.
        Deploy = "deploy",
        /// Somebody is told.
        Notify = "notify",
    }
}

words! {
    /// Who must agree before an effect happens. Ordered: weaker is less.
    Approval {
        /// Nobody.
        None = "none",
        /// Somebody, once for all calls.
        Standing = "standing",
        /// Somebody, for every call.
        PerCall = "per_call",
    }
}
