//! What operations promise and ask for.

use super::Place::{Operation, Stream};
use super::{Key, Place, Takes};

/// The keys, sorted by name.
pub(super) const KEYS: &[Key] = &[
    Key {
        name: "cache",
        doc: "What caches may do (RFC 9111).",
        takes: Takes::Keys(Place::Cache),
        example: "cache(etag = strong, max_age = \"60s\")",
        places: &[Operation, Stream],
    },
    Key {
        name: "cancel",
        doc: "What remains when the caller goes away; said by all that is not `readonly`.",
        takes: Takes::Word(&["unspecified", "resumable", "atomic", "completes"]),
        example: "cancel = atomic",
        places: &[Operation, Stream],
    },
    Key {
        name: "deadline",
        doc: "Whether the caller's deadline is passed on; `ignored` where nothing is said.",
        takes: Takes::Word(&["ignored", "honoured"]),
        example: "deadline = honoured",
        places: &[Operation, Stream],
    },
    Key {
        name: "dry_run",
        doc: "The field of the request that asks for everything but the effects (AIP-163).",
        takes: Takes::Text,
        example: "dry_run = \"validate_only\"",
        places: &[Operation, Stream],
    },
    Key {
        name: "effect",
        doc: "Something outside that a call changes; one for each target.",
        takes: Takes::Entries(Place::Effect, "target"),
        example: "effect(target = \"card-network\", kinds(external_write, paid), approval = per_call)",
        places: &[Operation, Stream],
    },
    Key {
        name: "grpc",
        doc: "The gRPC address.",
        takes: Takes::Text,
        example: "grpc = \"shop.Orders/Create\"",
        places: &[Operation, Stream],
    },
    Key {
        name: "idempotency",
        doc: "May the same request be sent twice? Without it: no.",
        takes: Takes::Keys(Place::Idempotency),
        example: "idempotency(key = required, window = \"24h\", replay = stored)",
        places: &[Operation, Stream],
    },
    Key {
        name: "latency_p99",
        doc: "What 99 of 100 calls take at most.",
        takes: Takes::Duration,
        example: "latency_p99 = \"2s\"",
        places: &[Operation, Stream],
    },
    Key {
        name: "pagination",
        doc: "How a long answer is cut into pages (AIP-158).",
        takes: Takes::Keys(Place::Pagination),
        example: "pagination(style = cursor, max_page = 100)",
        places: &[Operation, Stream],
    },
    Key {
        name: "partial",
        doc: "May a success be incomplete? `none` where nothing is said.",
        takes: Takes::Word(&["none", "per_item", "unreachable_list"]),
        example: "partial = per_item",
        places: &[Operation, Stream],
    },
    Key {
        name: "rate_limit",
        doc: "How much may be asked for; incidental unless it is given a level.",
        takes: Takes::Keys(Place::RateLimit),
        example: "rate_limit(quota = 100, window = \"1m\")",
        places: &[Operation, Stream],
    },
    Key {
        name: "readonly",
        doc: "It has no effects at all.",
        takes: Takes::Nothing,
        example: "readonly",
        places: &[Operation, Stream],
    },
    Key {
        name: "retry",
        doc: "How it is tried again, by the implementation and by callers who follow it.",
        takes: Takes::Keys(Place::RetryPolicy),
        example: "retry(max_attempts = 3, initial = \"200ms\", multiplier = 2.0, max = \"2s\")",
        places: &[Operation, Stream],
    },
    Key {
        name: "staleness",
        doc: "How old an answer may be.",
        takes: Takes::Keys(Place::Staleness),
        example: "staleness(consistency = bounded, max = \"5s\")",
        places: &[Operation, Stream],
    },
    Key {
        name: "timeout",
        doc: "By when it answers, one way or the other.",
        takes: Takes::Duration,
        example: "timeout = \"8s\"",
        places: &[Operation, Stream],
    },
    Key {
        name: "wait_until",
        doc: "A state that a caller may wait for by calling again; one for each name.",
        takes: Takes::Entries(Place::Waiter, "name"),
        example: "wait_until(name = \"paid\", success = \"PAID\", retry = \"PENDING\")",
        places: &[Operation, Stream],
    },
];
