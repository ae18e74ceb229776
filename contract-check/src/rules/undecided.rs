//! What could not be judged. Never silently safe.

super::rules! { Undecided;
    INTERNAL_ERROR = "internal-error" {
        title: "contract-check contradicts itself",
        what: "The proof that something breaks and the check of its witness disagree.",
        why: "One of the two is wrong, so the change is taken as breaking. Please report it.",
        before: "(any)",
        after: "(any)",
        words: ["total", "Order", "", ""],
        change: "the proof about `{it}` of `{within}` was not confirmed: {reason}",
        general: "Whether anybody is refused is not known; it is treated as a break.",
        fix: "Report this finding with the two documents to the authors of contract-check. It is a mistake in the tool, not in your contract.",
        reference: "contract-check",
    }
    UNDECIDED = "undecided" {
        title: "whether this breaks could not be decided",
        what: "The relation of the two shapes could not be proved or refuted. The finding names the reason.",
        why: "What is not proved is not safe.",
        before: "\"pattern\": \"^(?!x).*$\"",
        after: "\"pattern\": \"^(?!y).*$\"",
        words: ["code", "Order", "", ""],
        change: "whether `{it}` of `{within}` breaks anybody could not be decided: {reason}",
        request: "Old consumers may send what the new producer refuses.",
        response: "The new producer may write what old consumers refuse.",
        general: "What one side writes the other may refuse.",
        fix: "Compare the two by hand, or write the clause in a form that can be compared.",
        reference: "contract-check",
    }
    UNDECIDED_BUDGET = "undecided-budget" {
        title: "the comparison is too large",
        what: "The work that deciding would take exceeds the budget.",
        why: "What is not proved is not safe.",
        before: "(a deeply nested or heavily branching shape)",
        after: "(another one)",
        words: ["Order", "Order", "", ""],
        change: "whether `{it}` of `{within}` breaks anybody could not be decided within the budget: {reason}",
        request: "Old consumers may send what the new producer refuses.",
        response: "The new producer may write what old consumers refuse.",
        general: "What one side writes the other may refuse.",
        fix: "Tag the alternatives, flatten less into one type, or split the change into smaller ones.",
        reference: "contract-check",
    }
    UNDECIDED_CODEC = "undecided-codec" {
        title: "what a codec writes is not known",
        what: "A value is written or read by a codec that is known by its name only, and the change depends on what exactly it writes.",
        why: "What is not proved is not safe.",
        before: "#[serde(with = \"cents\")]\ntotal: Money",
        after: "total: u64",
        words: ["total", "Order", "opaque(cents)", "u64"],
        change: "whether `{it}` of `{within}` breaks anybody could not be decided: {reason}",
        request: "Old consumers may send what the new producer refuses.",
        response: "The new producer may write what old consumers refuse.",
        general: "What one side writes the other may refuse.",
        fix: "Say what the codec writes: `#[contract(wire = \"String\")]` on `{it}`.",
        reference: "serde, field attribute `with`",
    }
}
