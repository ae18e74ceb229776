//! How the chunks of a stream come.

use super::Place::Stream;
use super::{Key, Takes};

/// The keys, sorted by name.
pub(super) const KEYS: &[Key] = &[
    Key {
        name: "chunk_kinds",
        doc: "Whether variants may be added to `chunk`, which readers then skip; `closed` where nothing is said.",
        takes: Takes::Word(&["open", "closed"]),
        example: "chunk_kinds = open",
        places: &[Stream],
    },
    Key {
        name: "finalization",
        doc: "How the end is told from a cut; `eof` where nothing is said.",
        takes: Takes::Word(&["eof", "explicit"]),
        example: "finalization = explicit",
        places: &[Stream],
    },
    Key {
        name: "framing",
        doc: "How one chunk is told from the next.",
        takes: Takes::Word(&["sse", "ndjson", "websocket", "grpc"]),
        example: "framing = sse",
        places: &[Stream],
    },
    Key {
        name: "heartbeat",
        doc: "The longest silence.",
        takes: Takes::Duration,
        example: "heartbeat = \"15s\"",
        places: &[Stream],
    },
    Key {
        name: "readback",
        doc: "The operation that reads the chunks back.",
        takes: Takes::Text,
        example: "readback = \"chats.transcript\"",
        places: &[Stream],
    },
    Key {
        name: "redelivery",
        doc: "Whether chunks may repeat after a resume; `may_repeat` where nothing is said.",
        takes: Takes::Word(&["may_repeat", "exact"]),
        example: "redelivery = exact",
        places: &[Stream],
    },
    Key {
        name: "resume",
        doc: "What a reader may do after a cut; `none` where nothing is said.",
        takes: Takes::Word(&["none", "restart", "cursor"]),
        example: "resume = cursor",
        places: &[Stream],
    },
    Key {
        name: "resume_window",
        doc: "How long after a cut a reader may resume.",
        takes: Takes::Duration,
        example: "resume_window = \"5m\"",
        places: &[Stream],
    },
    Key {
        name: "transcript",
        doc: "Whether the chunks can be read back later; `none` where nothing is said.",
        takes: Takes::Word(&["none", "kept"]),
        example: "transcript = kept",
        places: &[Stream],
    },
];
