//! What is accepted and is wrong: nobody sees an error.

super::rules! { Silent;
    DEFAULT_CHANGED = "default-changed" {
        title: "a missing field is filled with another value",
        what: "A field has another default: another function, the container's instead of the type's, or the other way round.",
        why: "Requests that leave the field out mean something else from one day to the next, and nobody sees an error.",
        before: "#[serde(default = \"ten\")]\npage_size: u32",
        after: "#[serde(default = \"fifty\")]\npage_size: u32",
        words: ["page_size", "Query", "`ten`", "`fifty`"],
        change: "the default of `{it}` in `{within}` was {from} and is now {to}",
        request: "Old consumers that leave it out are read differently.",
        response: "Old consumers fill what the new producer leaves out with the old default.",
        general: "Documents without it are read differently.",
        fix: "Keep the default. If only its function was renamed, accept the change with `cargo contract-check accept`.",
        reference: "Google AIP-180, default values must not change",
    }
    VALUE_ALTERED = "value-altered" {
        title: "a value is accepted and changed",
        what: "Readers accept what is written and hold another value afterwards: rounded, cut, or without its duplicates.",
        why: "Nobody sees an error; sums, identifiers and comparisons are wrong.",
        before: "struct Order { id: u64 }",
        after: "struct Order { id: f64 }",
        words: ["id", "Order", "u64", "f64"],
        change: "`{it}` of `{within}` was `{from}` and is now `{to}`, which does not hold every value exactly",
        request: "What old consumers send is read as another value: {reason}.",
        response: "Old consumers read another value than the one written: {reason}.",
        general: "The value read differs from the value written: {reason}.",
        fix: "Keep the type, or write the value as a string.",
        reference: "RFC 8259, section 6: numbers; RFC 7493 (I-JSON)",
    }
    VALUE_IGNORED = "value-ignored" {
        title: "a value is accepted and dropped",
        what: "A member that was read is now unknown to the reader, which ignores what it does not know.",
        why: "Consumers keep sending it and believe that it counts. Nobody sees an error.",
        before: "struct NewOrder { item: String, note: Option<String> }",
        after: "struct NewOrder { item: String }",
        words: ["note", "NewOrder", "", ""],
        change: "`{it}` of `{within}` is no longer read",
        request: "Old consumers still send it, and the new producer ignores it.",
        response: "Old consumers ignore what the new producer writes in its place.",
        general: "Its value is ignored.",
        fix: "Keep reading `{it}` until its sunset, or refuse it with an error of the domain, so that its senders learn of it.",
        reference: "Google AIP-180, removing components",
    }
    VALUE_REREAD = "value-reread" {
        title: "a value is read as something else",
        what: "A document that is written for one alternative is read as another one.",
        why: "Nobody sees an error; the reader acts on the wrong case.",
        before: "#[serde(untagged)]\nenum Id { Text(String) }",
        after: "#[serde(untagged)]\nenum Id { Date(Date), Text(String) }",
        words: ["Date", "Id", "Text", "Date"],
        change: "what was `{from}` of `{within}` may now be read as `{to}`",
        request: "What old consumers send is taken for another case: {reason}.",
        response: "Old consumers take what the new producer writes for another case: {reason}.",
        general: "It is taken for another case: {reason}.",
        fix: "Put new alternatives after those that took their documents before, or tag them.",
        reference: "serde, enum representations, untagged and `other`",
    }
}
