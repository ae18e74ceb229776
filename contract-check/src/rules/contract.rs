//! The contract as a whole, and what its clauses mean.

super::rules! { Contract;
    CONTRACT_ID_CHANGED = "contract-id-changed" {
        title: "the contract has another id",
        what: "Two documents with different ids are compared.",
        why: "Consumers find a contract by its id. Under another one it is another contract.",
        before: "contract! { id = \"orders\" }",
        after: "contract! { id = \"shop.orders\" }",
        words: ["orders", "", "orders", "shop.orders"],
        change: "the contract `{from}` is now called `{to}`",
        general: "Consumers of `{from}` no longer find it.",
        fix: "Keep the id. To split or to merge contracts, keep the old one until its consumers have moved.",
        reference: "Smithy, shape id",
    }
    CONTRACT_VERSION_DECREASED = "version-decreased" {
        title: "the version went backwards",
        what: "The new document has a lower version than the old one.",
        why: "Versions tell consumers which of two documents is the later one.",
        before: "contract! { id = \"orders\", version = \"1.4.0\" }",
        after: "contract! { id = \"orders\", version = \"1.3.0\" }",
        words: ["orders", "", "1.4.0", "1.3.0"],
        change: "the version of `{it}` was {from} and is now {to}",
        general: "Consumers take the older document for the newer one.",
        nobody: "The comparison itself does not depend on it.",
        fix: "Give it a version above {from}; or you compare in the wrong order.",
        reference: "SemVer 2.0.0, precedence",
    }
    CONTRACT_VERSION_NOT_BUMPED = "version-too-small" {
        title: "the version does not say what changed",
        what: "The findings ask for a larger step of the version than was taken.",
        why: "Consumers decide from the version whether they may take it without looking.",
        before: "contract! { id = \"orders\", version = \"1.4.0\" }",
        after: "contract! { id = \"orders\", version = \"1.4.1\" }",
        words: ["orders", "", "1.4.1", "2.0.0"],
        change: "the version of `{it}` is {from}, and the findings ask for {to} at least",
        nobody: "The findings above say who is hurt.",
        fix: "Take the changes back, or give the contract the version {to}.",
        reference: "SemVer 2.0.0; Cargo, SemVer compatibility",
    }
    MEANING_CHANGED = "meaning-changed" {
        title: "a clause means something else",
        what: "`meaning` of a clause changed, or was taken away.",
        why: "The documents are the same and say another thing. Only people can judge whether the words changed or the meaning did.",
        before: "#[contract(meaning = \"the price without tax\")]",
        after: "#[contract(meaning = \"the price with tax\")]",
        words: ["total", "Order", "the price without tax", "the price with tax"],
        change: "the meaning of `{it}` of `{within}` was \"{from}\" and is now \"{to}\"",
        general: "If the meaning changed and not only the words, consumers act on the old one and see no error.",
        nobody: "It says more than before.",
        fix: "If only the words changed, `cargo contract-check accept` records them. If the meaning did, give it a field of its own.",
        promise: true,
        reference: "Google AIP-180, semantic compatibility",
    }
    OWNER_CHANGED = "owner-changed" {
        title: "the contract has another owner",
        what: "`owner` of the contract changed.",
        why: "Consumers ask the owner about compatibility.",
        before: "contract! { id = \"orders\", owner = \"@orders\" }",
        after: "contract! { id = \"orders\", owner = \"@shop\" }",
        words: ["orders", "", "@orders", "@shop"],
        change: "the owner of `{it}` was `{from}` and is now `{to}`",
        nobody: "Documents are the same; another team decides about them.",
        fix: "Tell the consumers, and `cargo contract-check accept`.",
        reference: "CODEOWNERS",
    }
    UNIT_CHANGED = "unit-changed" {
        title: "a value has another unit",
        what: "`unit` of a clause changed, or was taken away.",
        why: "The number is the same and means another amount. Nobody sees an error.",
        before: "#[contract(unit = \"EUR\")]",
        after: "#[contract(unit = \"cent\")]",
        words: ["total", "Order", "EUR", "cent"],
        change: "the unit of `{it}` of `{within}` was `{from}` and is now `{to}`",
        new: "`{it}` of `{within}` now says its unit: `{to}`",
        gone: "the unit of `{it}` of `{within}` was `{from}` and is no longer said",
        general: "Consumers read the number in the old unit and see no error.",
        nobody: "It says more than before.",
        story: "a client that reads `{it}` in `{from}` takes the same number for another amount",
        fix: "Keep the unit, and add a field in the new one beside it.",
        promise: true,
        reference: "Google AIP-180, semantic compatibility",
    }
}
