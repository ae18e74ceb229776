//! What is said and binds nobody.

super::super::rules! { Lifecycle;
    ANNOTATION_CHANGED = "annotation-changed" {
        title: "something that promises nothing was said in another way",
        what: "What an author says about a clause and what binds nobody changed: its owners, its policy, its audience, since when it is there, why it is exempt, what is incidental.",
        why: "It breaks nobody. Consumers and reviewers should read it.",
        before: "#[contract(owners(tests = \"@quality\"))]",
        after: "#[contract(owners(tests = \"@orders\"))]",
        words: ["tests", "Order", "@quality", "@orders"],
        change: "the `{it}` of `{within}` was `{from}` and is now `{to}`",
        nobody: "It binds nobody.",
        fix: "Nothing: `cargo contract-check accept` records it.",
        reference: "Google AIP-180",
    }
    INCIDENTAL_ADDED = "incidental-added" {
        title: "something is said to be incidental",
        what: "What consumers may observe is named as not promised.",
        why: "It breaks nobody: nothing was promised.",
        before: "struct Order { .. }",
        after: "#[contract(incidental(\"lines come sorted by sku\", id = line_order))]\nstruct Order { .. }",
        words: ["line_order", "Order", "", ""],
        change: "`{it}` of `{within}` is now said to be incidental",
        nobody: "It was not promised before.",
        fix: "Find out who relies on it before it changes.",
        reference: "Hyrum's law",
    }
    INCIDENTAL_REMOVED = "incidental-removed" {
        title: "something is no longer said to be incidental",
        what: "The name of what is observed and not promised is gone.",
        why: "It breaks nobody: nothing was promised.",
        before: "#[contract(incidental(\"lines come sorted by sku\", id = line_order))]\nstruct Order { .. }",
        after: "struct Order { .. }",
        words: ["line_order", "Order", "", ""],
        change: "`{it}` of `{within}` is no longer said to be incidental",
        nobody: "It was not promised before.",
        fix: "Nothing, if it is a promise now. If it is no longer so, find out who relied on it.",
        reference: "Hyrum's law",
    }
    OUT_OF_CONTRACT_ADDED = "out-of-contract-added" {
        title: "something is declared out of contract",
        what: "It is said that something is expressly not promised.",
        why: "It breaks nobody on paper. Whoever relies on it should hear of it first: a declaration after consumers depend on something settles nothing.",
        before: "struct Order { .. }",
        after: "#[contract(out_of_contract(\"the order of lines\", id = line_order))]\nstruct Order { .. }",
        words: ["line_order", "Order", "", ""],
        change: "`{it}` of `{within}` is now declared out of contract",
        nobody: "It was not promised before.",
        fix: "Find out who relies on it, and honour that until they have moved.",
        reference: "Hyrum's law",
    }
    OUT_OF_CONTRACT_REMOVED = "out-of-contract-removed" {
        title: "something is no longer declared out of contract",
        what: "What was expressly not promised is no longer named.",
        why: "It breaks nobody.",
        before: "#[contract(out_of_contract(\"the order of lines\", id = line_order))]\nstruct Order { .. }",
        after: "struct Order { .. }",
        words: ["line_order", "Order", "", ""],
        change: "`{it}` of `{within}` is no longer declared out of contract",
        nobody: "Nothing is promised by it.",
        fix: "Nothing: `cargo contract-check accept` records it.",
        reference: "Hyrum's law",
    }
    DEPRECATION_DATE_CHANGED = "deprecation-date-changed" {
        title: "something is deprecated from another date",
        what: "The date from which a clause is deprecated changed.",
        why: "Consumers planned with it: once it is set it should stay.",
        before: "deprecated(date = \"2026-07-01\", sunset = \"2027-01-31\")",
        after: "deprecated(date = \"2026-08-01\", sunset = \"2027-01-31\")",
        words: ["note", "Order", "2026-07-01", "2026-08-01"],
        change: "`{it}` of `{within}` was deprecated from {from} and is now deprecated from {to}",
        general: "Consumers and tools have read the old date.",
        story: "a team that measured its time to move from {from} measures wrong",
        fix: "Keep the date.",
        reference: "CloudEvents deprecation extension; RFC 9745",
    }
}
