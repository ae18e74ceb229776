//! What a call does to the outside, and who must agree.

super::clauses! { Operations;
    EFFECT_KINDS_CHANGED = "effect-kinds-changed" {
        clauses: ["operations/*/effect/*/kinds"],
        order: Guarantee Subset,
        absent: Strongest,
        stands: Group,
        hurt: Approver Silent,
        title: "an effect became another",
        change: "the kinds of effect on `{it}` was `{from}` and is now `{to}`",
        why: "A harmless write becomes paid or irreversible.",
        story: "whoever agreed to `{from}` at `{it}` never agreed to `{to}`",
        before: "#[handler(effect(target = \"bank\", kinds(external_write)), ..)]",
        after: "#[handler(effect(target = \"bank\", kinds(external_write, paid)), ..)]",
        sample: [Some("external_write"), Some("external_write, paid")],
        it: "card-network",
        reference: "the approver decides, whatever the version says",
    }
    APPROVAL_DEMANDED = "approval-demanded" {
        clauses: ["operations/*/effect/*/approval"],
        order: Obligation Chain(&["none", "standing", "per_call"]),
        absent: Means("none"),
        stands: Group,
        hurt: Caller Loud,
        title: "an effect asks for an approval",
        change: "the approval of the effect on `{it}` was `{from}` and is now `{to}`",
        why: "Calls without an approval start to fail.",
        story: "a client that calls without the approval that `{it}` now asks for is refused",
        before: "#[handler(effect(target = \"bank\", kinds(paid), approval = standing), ..)]",
        after: "#[handler(effect(target = \"bank\", kinds(paid), approval = per_call), ..)]",
        sample: [Some("standing"), Some("per_call")],
        it: "card-network",
        reference: "the approver decides, whatever the version says",
    }
    APPROVAL_WITHDRAWN = "approval-withdrawn" {
        clauses: ["operations/*/effect/*/approval"],
        order: Guarantee Chain(&["none", "standing", "per_call"]),
        absent: Means("none"),
        stands: Group,
        hurt: Approver Silent,
        title: "an effect needs no approval any more",
        change: "the approval of the effect on `{it}` was `{from}` and is now `{to}`",
        why: "A safeguard is removed.",
        story: "a call changes `{it}` and nobody was asked",
        before: "#[handler(effect(target = \"bank\", kinds(notify), approval = per_call), ..)]",
        after: "#[handler(effect(target = \"bank\", kinds(notify), approval = none), ..)]",
        sample: [Some("per_call"), Some("none")],
        it: "card-network",
        reference: "the approver decides, whatever the version says",
    }
}
