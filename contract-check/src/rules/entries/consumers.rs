//! Consumers of other contracts' events.

super::super::rules! { Events;
    CONSUMER_ADDED = "consumer-added" {
        title: "a consumer was added",
        what: "There is new code that reads the events of another contract.",
        why: "It breaks nobody. Whoever produces the event should know of it.",
        before: "(nothing)",
        after: "#[consumer(id = \"ledger\", of = \"order.paid\")]",
        words: ["ledger", "", "", ""],
        change: "the consumer `{it}` was added",
        nobody: "The producer has one more consumer.",
        fix: "Tell the producer of the event: it is relied on now.",
        promise: true,
        reference: "Pact, message pacts",
    }
    CONSUMER_REMOVED = "consumer-removed" {
        title: "a consumer was removed",
        what: "Code that read the events of another contract is gone.",
        why: "It breaks nobody by itself. Whoever produces the event may stop to count on it.",
        before: "#[consumer(id = \"ledger\", of = \"order.paid\")]",
        after: "(nothing)",
        words: ["ledger", "", "", ""],
        change: "the consumer `{it}` was removed",
        nobody: "The producer has one consumer less.",
        fix: "Tell the producer of the event that it is no longer relied on.",
        reference: "Pact, message pacts",
    }
}
