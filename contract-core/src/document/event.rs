//! What is sent and received without being asked for, and how it arrives.

use std::collections::BTreeSet;
use std::num::NonZeroU32;

use serde::{Deserialize, Serialize};

use super::group::group;
use super::{About, Duration, WireType};
use crate::level::words;

group! {
    /// An event.
    Event {
        /// Whether the producer sends or receives it.
        direction: Direction,
        /// The payload.
        payload: WireType,
    } may {
        /// What its author says about it.
        about: About,
        /// The channel or topic.
        channel: Option<String>,
        /// Whether it arrives, and how often.
        delivery: Option<Delivery>,
        /// In which order it arrives.
        ordering: Option<Ordering>,
        /// How long it can be read after it was sent.
        retention: Option<Duration>,
        /// How long it is of use after it was sent.
        expiry: Option<Duration>,
    }
}

/// Which side of an event the producer is on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "document-schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Direction {
    /// The producer writes it.
    Send,
    /// The producer reads it.
    Receive,
}

group! {
    /// Whether an event arrives, and how often.
    Delivery {
        /// What may be lost and what may come twice.
        mode: DeliveryMode,
    } may {
        /// What makes two of them the same, and for how long.
        dedup: Option<Dedup>,
        /// What a subscriber must not read; `none` where nothing is said.
        isolation: Option<Isolation>,
        /// How long a subscriber may take before it is sent again.
        ack_deadline: Option<Duration>,
        /// How often it is sent, the first time included.
        max_attempts: Option<NonZeroU32>,
        /// What becomes of one that no attempt delivered.
        dead_letter: Option<DeadLetter>,
    }
}

words! {
    /// What may be lost and what may come twice. A partial order: `best_effort` is below all,
    /// `exactly_once` is above; the other two are incomparable.
    DeliveryMode {
        /// Some may be lost, and some may come twice.
        BestEffort = "best_effort",
        /// Some may be lost.
        AtMostOnce = "at_most_once",
        /// Some may come twice.
        AtLeastOnce = "at_least_once",
        /// None is lost and none comes twice.
        ExactlyOnce = "exactly_once",
    }
}

group! {
    /// What makes two events the same, and for how long.
    Dedup {
        /// The field or header.
        key: String,
    } may {
        /// For how long.
        window: Option<Duration>,
    }
}

words! {
    /// What a subscriber must not read. Ordered: what asks less of it is less.
    Isolation {
        /// It may read everything.
        None = "none",
        /// It must not read what is not committed.
        ReadCommitted = "read_committed",
    }
}

words! {
    /// What becomes of an event that no attempt delivered. Ordered: weaker is less.
    DeadLetter {
        /// It is gone.
        Dropped = "dropped",
        /// It is kept where people find it.
        Parked = "parked",
    }
}

group! {
    /// In which order events arrive.
    Ordering {
        /// Which of them keep their order.
        mode: OrderingMode,
    } may {
        /// The field that orders them, for `per_key`.
        key: Option<String>,
    }
}

words! {
    /// Which events keep their order. A partial order: `none` is below all, `total` is above; the
    /// other two are incomparable.
    OrderingMode {
        /// None.
        None = "none",
        /// Those with one key.
        PerKey = "per_key",
        /// Those of one producer.
        PerProducer = "per_producer",
        /// All.
        Total = "total",
    }
}

group! {
    /// Code that reads the events of another contract.
    Consumer {
        /// The id of the event, in the contract of whoever sends it.
        of: String,
        /// What it reads.
        payload: WireType,
    } may {
        /// What its author says about it.
        about: About,
        /// What may happen to the events without harm.
        tolerates: BTreeSet<Tolerance>,
        /// The delivery it asks for, where it does not tolerate everything.
        delivery: Option<DeliveryMode>,
        /// The order it asks for.
        ordering: Option<OrderingMode>,
    }
}

words! {
    /// What may happen to events without harm to a consumer.
    Tolerance {
        /// Some come twice.
        Duplicates = "duplicates",
        /// Some are lost.
        Losses = "losses",
        /// Some come before earlier ones.
        Reordering = "reordering",
        /// Some come very late.
        Delays = "delays",
        /// Some are of a kind it does not know.
        UnknownKinds = "unknown_kinds",
    }
}
