//! What jobs promise.

use super::Place::Job;
use super::{Key, Takes};

/// The keys, sorted by name.
pub(super) const KEYS: &[Key] = &[
    Key {
        name: "cancel",
        doc: "Whether it can be stopped.",
        takes: Takes::Word(&["unsupported", "best_effort", "guaranteed"]),
        example: "cancel = best_effort",
        places: &[Job],
    },
    Key {
        name: "cancel_by",
        doc: "The operation that stops it.",
        takes: Takes::Text,
        example: "cancel_by = \"exports.cancel\"",
        places: &[Job],
    },
    Key {
        name: "create",
        doc: "The operation that starts it.",
        takes: Takes::Text,
        example: "create = \"exports.create\"",
        places: &[Job],
    },
    Key {
        name: "done_flag",
        doc: "The field of its status that says that it has ended, whatever the state (AIP-151).",
        takes: Takes::Text,
        example: "done_flag = \"done\"",
        places: &[Job],
    },
    Key {
        name: "heartbeat",
        doc: "How long a dead job may look alive.",
        takes: Takes::Duration,
        example: "heartbeat = \"30s\"",
        places: &[Job],
    },
    Key {
        name: "items",
        doc: "How often its effects happen across a crash.",
        takes: Takes::Word(&["at_most_once", "at_least_once", "exactly_once"]),
        example: "items = exactly_once",
        places: &[Job],
    },
    Key {
        name: "logs",
        doc: "Whether its log can be read.",
        takes: Takes::Word(&["none", "live", "persisted"]),
        example: "logs = persisted",
        places: &[Job],
    },
    Key {
        name: "logs_by",
        doc: "The operation that reads its log.",
        takes: Takes::Text,
        example: "logs_by = \"exports.log\"",
        places: &[Job],
    },
    Key {
        name: "max_attempts",
        doc: "How often it is tried, the first time included.",
        takes: Takes::Count,
        example: "max_attempts = 3",
        places: &[Job],
    },
    Key {
        name: "observe",
        doc: "The operation that tells how it is.",
        takes: Takes::Text,
        example: "observe = \"exports.get\"",
        places: &[Job],
    },
    Key {
        name: "progress",
        doc: "What is told of how far it is.",
        takes: Takes::Word(&["none", "status", "fraction", "monotonic_fraction"]),
        example: "progress = fraction",
        places: &[Job],
    },
    Key {
        name: "restart",
        doc: "What becomes of it in a crash.",
        takes: Takes::Word(&["lost", "fails_visibly", "from_scratch", "from_checkpoint"]),
        example: "restart = from_checkpoint",
        places: &[Job],
    },
    Key {
        name: "retention",
        doc: "How long its result can be read.",
        takes: Takes::Duration,
        example: "retention = \"30d\"",
        places: &[Job],
    },
    Key {
        name: "timeout",
        doc: "By when it ends, one way or the other.",
        takes: Takes::Duration,
        example: "timeout = \"1h\"",
        places: &[Job],
    },
];
