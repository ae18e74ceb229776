//! What error codes promise beside status, retry and effects.

use super::Place::ErrorCode;
use super::{Key, Takes};

/// The keys, sorted by name.
pub(super) const KEYS: &[Key] = &[
    Key {
        name: "compensate",
        doc: "The operation that undoes partial effects.",
        takes: Takes::Text,
        example: "compensate = \"charges.refund\"",
        places: &[ErrorCode],
    },
    Key {
        name: "details",
        doc: "The names of its details.",
        takes: Takes::Names,
        example: "details(zone, quota)",
        places: &[ErrorCode],
    },
    Key {
        name: "grpc",
        doc: "The status in gRPC.",
        takes: Takes::Word(&[
            "CANCELLED",
            "UNKNOWN",
            "INVALID_ARGUMENT",
            "DEADLINE_EXCEEDED",
            "NOT_FOUND",
            "ALREADY_EXISTS",
            "PERMISSION_DENIED",
            "RESOURCE_EXHAUSTED",
            "FAILED_PRECONDITION",
            "ABORTED",
            "OUT_OF_RANGE",
            "UNIMPLEMENTED",
            "INTERNAL",
            "UNAVAILABLE",
            "DATA_LOSS",
            "UNAUTHENTICATED",
        ]),
        example: "grpc = UNAVAILABLE",
        places: &[ErrorCode],
    },
    Key {
        name: "message",
        doc: "May its text change? `changes` where nothing is said.",
        takes: Takes::Word(&["changes", "stable"]),
        example: "message = stable",
        places: &[ErrorCode],
    },
    Key {
        name: "reached_by",
        doc: "What can meet it; `any` where nothing is said.",
        takes: Takes::Word(&["any", "new_input"]),
        example: "reached_by = new_input",
        places: &[ErrorCode],
    },
    Key {
        name: "retry_after",
        doc: "Whether it says when to try again; `never` where nothing is said.",
        takes: Takes::Word(&["never", "optional", "required"]),
        example: "retry_after = required",
        places: &[ErrorCode],
    },
    Key {
        name: "throttle",
        doc: "It counts against the budget of throttled calls.",
        takes: Takes::Nothing,
        example: "throttle",
        places: &[ErrorCode],
    },
];
