//! How the chunks of a stream come.

use super::Duration;
use super::group::group;
use crate::level::words;

group! {
    /// How the chunks of a stream come.
    Stream {
        /// How one chunk is told from the next.
        framing: Framing,
    } may {
        /// What a reader may do after a cut; `none` where nothing is said.
        resume: Option<Resume>,
        /// How long after a cut.
        resume_window: Option<Duration>,
        /// Whether chunks may repeat after a resume; `may_repeat` where nothing is said.
        redelivery: Option<Redelivery>,
        /// How the end is told from a cut; `eof` where nothing is said.
        finalization: Option<Finalization>,
        /// Whether the chunks can be read back later; `none` where nothing is said.
        transcript: Option<Transcript>,
        /// The operation that reads them back.
        readback: Option<String>,
        /// Whether variants may be added to the type of the chunks; `closed` where nothing is
        /// said.
        chunk_kinds: Option<ChunkKinds>,
        /// The longest silence.
        heartbeat: Option<Duration>,
    }
}

words! {
    /// How one chunk is told from the next.
    Framing {
        /// Server-sent events (WHATWG HTML).
        Sse = "sse",
        /// One JSON text a line.
        Ndjson = "ndjson",
        /// Messages of a WebSocket (RFC 6455).
        Websocket = "websocket",
        /// Messages of a gRPC stream.
        Grpc = "grpc",
    }
}

words! {
    /// What a reader may do after a cut. Ordered: weaker is less.
    Resume {
        /// Nothing.
        None = "none",
        /// Start again from the first chunk.
        Restart = "restart",
        /// Go on after the last chunk it saw.
        Cursor = "cursor",
    }
}

words! {
    /// Whether chunks may repeat after a resume. Ordered: weaker is less.
    Redelivery {
        /// Some may.
        MayRepeat = "may_repeat",
        /// None does, and none is missing.
        Exact = "exact",
    }
}

words! {
    /// How the end is told from a cut. Ordered: weaker is less.
    Finalization {
        /// Not at all: the connection ends.
        Eof = "eof",
        /// By a last chunk.
        Explicit = "explicit",
    }
}

words! {
    /// Whether the chunks can be read back later. Ordered: weaker is less.
    Transcript {
        /// No.
        None = "none",
        /// Yes: the work outlives its reader.
        Kept = "kept",
    }
}

words! {
    /// Whether variants may be added to the type of the chunks. Ordered: more asks more of readers.
    ChunkKinds {
        /// No: readers know all of them.
        Closed = "closed",
        /// Yes: readers skip those that they do not know.
        Open = "open",
    }
}
