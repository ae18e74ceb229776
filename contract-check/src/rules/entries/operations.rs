//! Effects and waiters of operations.

super::super::rules! { Operations;
    EFFECT_ADDED = "effect-added" {
        title: "an operation has one more effect",
        what: "An operation changes something outside that it did not change before.",
        why: "A call does more to the world than it said.",
        before: "#[handler(..)]",
        after: "#[handler(effect(target = \"card-network\", kinds(paid), approval = per_call), ..)]",
        words: ["card-network", "charges.create", "", ""],
        change: "`{within}` now has an effect on `{it}`",
        general: "Callers set off an effect that they do not know of.",
        story: "a client that calls `{within}` as it always did changes `{it}` without knowing it",
        fix: "Put the effect behind an operation of its own, or behind a field that old callers do not send.",
        promise: true,
        reference: "the caller cannot undo what it did not ask for",
    }
    EFFECT_REMOVED = "effect-removed" {
        title: "an operation has one effect less",
        what: "An operation no longer changes something outside.",
        why: "It breaks nobody by itself: whoever relied on the effect has to know.",
        before: "#[handler(effect(target = \"card-network\", kinds(paid), approval = per_call), ..)]",
        after: "#[handler(..)]",
        words: ["card-network", "charges.create", "", ""],
        change: "`{within}` no longer has an effect on `{it}`",
        nobody: "Less happens than before.",
        fix: "Nothing, if the new promise is meant: `cargo contract-check accept` records it.",
        promise: true,
        reference: "the caller sees less happen",
    }
    WAITER_ADDED = "waiter-added" {
        title: "a state may be waited for",
        what: "An operation names one more state that callers may wait for.",
        why: "It breaks nobody, and is a new promise.",
        before: "#[handler(..)]",
        after: "#[handler(wait_until(name = \"paid\", success = \"PAID\"), ..)]",
        words: ["paid", "orders.get", "", ""],
        change: "callers of `{within}` may now wait for `{it}`",
        nobody: "Callers may wait for it.",
        fix: "Nothing, if the new promise is meant: `cargo contract-check accept` records it.",
        promise: true,
        reference: "Smithy, `waitable` trait",
    }
    WAITER_REMOVED = "waiter-removed" {
        title: "a state may no longer be waited for",
        what: "A state that callers could wait for is gone.",
        why: "Generated clients lose the function that waits for it, and others wait for ever.",
        before: "#[handler(wait_until(name = \"paid\", success = \"PAID\"), ..)]",
        after: "#[handler(..)]",
        words: ["paid", "orders.get", "", ""],
        change: "callers of `{within}` may no longer wait for `{it}`",
        general: "Callers still wait for it.",
        story: "a client waits for `{it}` at `{within}`, and it never comes",
        fix: "Keep the waiter until nobody waits for it.",
        promise: true,
        reference: "Smithy, `waitable` trait",
    }
}
