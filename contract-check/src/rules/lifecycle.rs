//! Levels, deprecation, removal.

super::rules! { Lifecycle;
    DEPRECATED = "deprecated" {
        title: "something was deprecated",
        what: "A clause is marked as deprecated.",
        why: "It breaks nobody. Consumers should hear of it: the time until its removal starts here.",
        before: "note: String",
        after: "#[contract(deprecated(since = \"1.4.0\", sunset = \"2027-01-31\"))]\nnote: String",
        words: ["note", "Order", "", "since 1.4.0, sunset 2027-01-31"],
        change: "`{it}` of `{within}` is now deprecated ({to})",
        nobody: "It is still there; consumers should move away from it.",
        fix: "Tell the consumers, and `cargo contract-check accept`.",
        promise: true,
        reference: "RFC 9745; RFC 8594; CloudEvents deprecation extension",
    }
    DEPRECATION_CHANGED = "deprecation-changed" {
        title: "a deprecation says something else",
        what: "Its version, replacement or note changed, or its sunset was put off.",
        why: "Consumers planned with what it said.",
        before: "deprecated(since = \"1.4.0\", replaced_by = \"text\")",
        after: "deprecated(since = \"1.4.0\", replaced_by = \"body\")",
        words: ["replaced_by", "Order", "text", "body"],
        change: "the deprecation of `{within}` said `{from}` as its {it} and now says `{to}`",
        nobody: "Consumers have no less time than before.",
        fix: "Nothing: `cargo contract-check accept` records it.",
        reference: "RFC 9745",
    }
    DEPRECATION_WITHDRAWN = "deprecation-withdrawn" {
        title: "something is no longer deprecated",
        what: "The mark was taken off a clause that is still there.",
        why: "It breaks nobody.",
        before: "#[contract(deprecated(since = \"1.4.0\"))]\nnote: String",
        after: "note: String",
        words: ["note", "Order", "", ""],
        change: "`{it}` of `{within}` is no longer deprecated",
        nobody: "Consumers may go on using it.",
        fix: "Nothing: `cargo contract-check accept` records it.",
        promise: true,
        reference: "RFC 9745",
    }
    LEVEL_LOWERED = "level-lowered" {
        title: "a clause is promised less strongly",
        what: "The level of a clause is lower than it was.",
        why: "It withdraws the promise itself: what consumers relied on may change without the notice they were given. Nobody sees an error.",
        before: "#[contract(level = stable)]",
        after: "#[contract(level = experimental)]",
        words: ["total", "Order", "stable", "experimental"],
        change: "the level of `{it}` was `{from}` and is now only `{to}`",
        general: "Consumers rely on the stronger promise.",
        nobody: "It was not promised before.",
        fix: "Keep the level until the next major version; deprecate the clause if it is to go.",
        reference: "Google AIP-181",
    }
    LEVEL_RAISED = "level-raised" {
        title: "a clause is promised more strongly",
        what: "The level of a clause is higher than it was.",
        why: "It breaks nobody. It binds you.",
        before: "#[contract(level = experimental)]",
        after: "#[contract(level = stable)]",
        words: ["total", "Order", "experimental", "stable"],
        change: "the level of `{it}` was `{from}` and is now `{to}`",
        nobody: "Consumers may rely on more than before.",
        fix: "Nothing, if the new promise is meant: `cargo contract-check accept` records it.",
        promise: true,
        reference: "Google AIP-181",
    }
    REMOVAL_ADVANCED = "removal-advanced" {
        title: "the version that removes something comes earlier",
        what: "`remove_in` of a deprecation names an earlier version than before, or one where none was named.",
        why: "Consumers planned with the later one.",
        before: "deprecated(since = \"1.4.0\", remove_in = \"3.0.0\")",
        after: "deprecated(since = \"1.4.0\", remove_in = \"2.0.0\")",
        words: ["note", "Order", "3.0.0", "2.0.0"],
        change: "`{it}` of `{within}` was to go in {from} and now goes in {to}",
        general: "Consumers that planned with {from} are too late.",
        fix: "Keep the version, or name a later one.",
        reference: "CloudEvents deprecation extension",
    }
    SUNSET_ADVANCED = "sunset-brought-forward" {
        title: "a sunset comes earlier",
        what: "The date after which a deprecated clause may be gone was brought forward, or given where there was none.",
        why: "Consumers planned with the later one. A sunset may be put off; it must not be shortened.",
        before: "deprecated(since = \"1.4.0\", sunset = \"2027-06-30\")",
        after: "deprecated(since = \"1.4.0\", sunset = \"2027-01-31\")",
        words: ["note", "Order", "2027-06-30", "2027-01-31"],
        change: "the sunset of `{it}` of `{within}` was {from} and is now {to}",
        general: "Consumers that planned with {from} are too late.",
        fix: "Keep the date, or name a later one.",
        reference: "CloudEvents deprecation extension; RFC 8594",
    }
}
