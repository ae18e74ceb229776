//! How events arrive, and what their consumers ask for.

use super::Place::{Consumer, Dedup, Delivery, Event, Ordering};
use super::{Key, Place, Takes};

/// The keys, sorted by name.
pub(super) const KEYS: &[Key] = &[
    Key {
        name: "ack_deadline",
        doc: "How long a subscriber may take before the event is sent again.",
        takes: Takes::Duration,
        example: "ack_deadline = \"30s\"",
        places: &[Delivery],
    },
    Key {
        name: "dead_letter",
        doc: "What becomes of an event that no attempt delivered.",
        takes: Takes::Word(&["dropped", "parked"]),
        example: "dead_letter = parked",
        places: &[Delivery],
    },
    Key {
        name: "dedup",
        doc: "What makes two events the same, and for how long.",
        takes: Takes::Keys(Place::Dedup),
        example: "dedup(key = \"id\", window = \"1h\")",
        places: &[Delivery],
    },
    Key {
        name: "delivery",
        doc: "The delivery that the consumer asks for.",
        takes: Takes::Word(&["best_effort", "at_most_once", "at_least_once", "exactly_once"]),
        example: "delivery = at_least_once",
        places: &[Consumer],
    },
    Key {
        name: "delivery",
        doc: "Whether the event arrives, and how often.",
        takes: Takes::Keys(Place::Delivery),
        example: "delivery(mode = at_least_once)",
        places: &[Event],
    },
    Key {
        name: "expiry",
        doc: "How long the event is of use after it was sent.",
        takes: Takes::Duration,
        example: "expiry = \"1h\"",
        places: &[Event],
    },
    Key {
        name: "isolation",
        doc: "What a subscriber must not read; `none` where nothing is said.",
        takes: Takes::Word(&["none", "read_committed"]),
        example: "isolation = read_committed",
        places: &[Delivery],
    },
    Key {
        name: "key",
        doc: "The field or header that makes two events the same.",
        takes: Takes::Text,
        example: "key = \"id\"",
        places: &[Dedup],
    },
    Key {
        name: "key",
        doc: "The field that orders events, for `per_key`.",
        takes: Takes::Text,
        example: "key = \"order_id\"",
        places: &[Ordering],
    },
    Key {
        name: "max_attempts",
        doc: "How often the event is sent, the first time included.",
        takes: Takes::Count,
        example: "max_attempts = 5",
        places: &[Delivery],
    },
    Key {
        name: "mode",
        doc: "What may be lost and what may come twice.",
        takes: Takes::Word(&["best_effort", "at_most_once", "at_least_once", "exactly_once"]),
        example: "mode = at_least_once",
        places: &[Delivery],
    },
    Key {
        name: "mode",
        doc: "Which events keep their order.",
        takes: Takes::Word(&["none", "per_key", "per_producer", "total"]),
        example: "mode = per_key",
        places: &[Ordering],
    },
    Key {
        name: "ordering",
        doc: "The order that the consumer asks for.",
        takes: Takes::Word(&["none", "per_key", "per_producer", "total"]),
        example: "ordering = per_key",
        places: &[Consumer],
    },
    Key {
        name: "ordering",
        doc: "In which order the event arrives.",
        takes: Takes::Keys(Place::Ordering),
        example: "ordering(mode = per_key, key = \"order_id\")",
        places: &[Event],
    },
    Key {
        name: "retention",
        doc: "How long the event can be read after it was sent.",
        takes: Takes::Duration,
        example: "retention = \"7d\"",
        places: &[Event],
    },
    Key {
        name: "tolerates",
        doc: "What may happen to the events without harm.",
        takes: Takes::WordList(&["duplicates", "losses", "reordering", "delays", "unknown_kinds"]),
        example: "tolerates(duplicates, reordering)",
        places: &[Consumer],
    },
    Key {
        name: "window",
        doc: "For how long two events are told to be the same.",
        takes: Takes::Duration,
        example: "window = \"1h\"",
        places: &[Dedup],
    },
];
