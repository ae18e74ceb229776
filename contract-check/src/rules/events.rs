//! What is sent and received without being asked for, and data at rest.

super::rules! { Events;
    DATA_ADDED = "data-added" {
        title: "a type of data was added",
        what: "A type that no operation or event reaches is new.",
        why: "It breaks nobody, and is a new promise.",
        before: "(nothing)",
        after: "#[derive(Contract)]\nstruct Snapshot { .. }",
        words: ["Snapshot", "", "", ""],
        change: "the data type `{it}` was added",
        fix: "Nothing, if the new promise is meant: `cargo contract-check accept` records it.",
        promise: true,
        reference: "Google AIP-180, adding components",
    }
    DATA_REMOVED = "data-removed" {
        title: "a type of data was removed",
        what: "A type that no operation or event reaches is gone.",
        why: "What was written with it can no longer be read.",
        before: "#[derive(Contract)]\nstruct Snapshot { .. }",
        after: "(nothing)",
        words: ["Snapshot", "", "", ""],
        change: "the data type `{it}` was removed",
        general: "What was stored with it can no longer be read.",
        story: "a job that reads what was stored as `{it}` has nothing to read it with",
        fix: "Put it back until nothing is left that was written with it.",
        reference: "Google AIP-180, removing components",
    }
    EVENT_ADDED = "event-added" {
        title: "an event was added",
        what: "There is a new event.",
        why: "It breaks nobody, and is a new promise.",
        before: "(nothing)",
        after: "#[contract(event(id = \"orders.shipped\", send))]",
        words: ["orders.shipped", "", "", ""],
        change: "the event `{it}` was added",
        fix: "Nothing, if the new promise is meant: `cargo contract-check accept` records it.",
        promise: true,
        reference: "CloudEvents, `type`",
    }
    EVENT_CHANNEL_CHANGED = "event-channel-changed" {
        title: "an event has another channel",
        what: "The channel or topic of an event changed.",
        why: "Subscribers listen to the old one and hear nothing. Nobody sees an error.",
        before: "event(id = \"orders.shipped\", channel = \"orders\", send)",
        after: "event(id = \"orders.shipped\", channel = \"shipping\", send)",
        words: ["orders.shipped", "", "orders", "shipping"],
        change: "`{it}` was sent on `{from}` and is now sent on `{to}`",
        new: "`{it}` now says where it is sent: on `{to}`",
        gone: "`{it}` was sent on `{from}` and no longer says where",
        general: "Subscribers still listen to `{from}` and hear nothing.",
        story: "a subscriber listens to `{from}` for `{it}` and hears nothing",
        fix: "Send on both channels until the sunset of the old one.",
        reference: "AsyncAPI, channels",
    }
    EVENT_DIRECTION_CHANGED = "event-direction-changed" {
        title: "an event flows the other way",
        what: "An event that was sent is received now, or the other way round.",
        why: "Both sides wait, or both send.",
        before: "event(id = \"orders.shipped\", send)",
        after: "event(id = \"orders.shipped\", receive)",
        words: ["orders.shipped", "", "send", "receive"],
        change: "the direction of `{it}` was `{from}` and is now `{to}`",
        general: "The other side does not expect it.",
        story: "the producer of `{it}` and its subscribers both wait, or both send",
        fix: "Give the other direction an event of its own.",
        reference: "AsyncAPI, operation action",
    }
    EVENT_REMOVED = "event-removed" {
        title: "an event was removed",
        what: "An event of the old contract is gone, or has another id.",
        why: "Subscribers wait for it. Nobody sees an error.",
        before: "#[contract(event(id = \"orders.shipped\", send))]",
        after: "(nothing)",
        words: ["orders.shipped", "", "", ""],
        change: "the event `{it}` was removed",
        general: "Whoever subscribes to it hears nothing, and whoever sends it is not heard.",
        story: "a subscriber waits for `{it}`, and it never comes",
        fix: "Put it back, mark it `deprecated(since = \"..\", sunset = \"..\")`, and remove it in the version after its sunset. If only its id changed, keep the old one.",
        reference: "CloudEvents, `type`; Google AIP-180, removing components",
    }
}
