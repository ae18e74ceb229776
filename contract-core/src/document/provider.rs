//! Adapters to something outside, as whoever deploys sees them.

use std::collections::{BTreeMap, BTreeSet};

use super::About;
use super::group::group;
use crate::level::words;

group! {
    /// A provider.
    Provider {
        /// The variable that says in which mode it runs.
        mode_variable: String,
        /// The modes there are.
        modes: BTreeSet<Mode>,
    } may {
        /// What its author says about it.
        about: About,
        /// The mode it runs in where the variable is not set; without it, it does not run.
        default_mode: Option<Mode>,
        /// What happens where configuration is missing; `fail_closed` where nothing is said.
        on_missing_config: Option<OnMissing>,
        /// How the deterministic double differs from the live thing, by name.
        differs_from_live: BTreeMap<String, String>,
        /// The variables it reads.
        config: BTreeMap<String, Variable>,
    }
}

words! {
    /// What a provider talks to.
    Mode {
        /// A double that always does the same.
        Deterministic = "deterministic",
        /// A trial system of the real thing.
        Sandbox = "sandbox",
        /// The real thing.
        Live = "live",
    }
}

words! {
    /// What happens where configuration is missing. Ordered: weaker is less.
    OnMissing {
        /// Something else takes its place.
        Fallback = "fallback",
        /// Nothing runs, and it says what is missing.
        FailClosed = "fail_closed",
    }
}

group! {
    /// A variable of a provider's configuration.
    #[derive(Default)]
    Variable {} may {
        /// What its author says about it.
        about: About,
        /// The modes that ask for it.
        required_in: BTreeSet<Mode>,
        /// Whether its value is never shown.
        secret: bool,
        /// The value where it is not set.
        default: Option<String>,
    }
}
