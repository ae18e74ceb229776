//! Errors as part of the contract.

use std::time::Duration;

use crate::declare::{ErrorCode, ErrorTable};
use crate::{Effects, Member, Problem, Retry, Role};

/// An enum with one variant for each error code that an operation may answer with.
///
/// Derive it; the derive reads `domain` and `open` or `closed` on the enum, and `code`, `status`,
/// `retry` and `effects` on every variant. A handler then takes the status from the value and need
/// not repeat it.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not an error set",
    label = "`{Self}` does not implement `ContractError`",
    note = "add `#[derive(ContractError)]` to `{Self}`, or say in the handler what its error set \
            is: `errors = Type`, or `errors = none`"
)]
pub trait ContractError {
    /// The whole set.
    fn table() -> &'static ErrorTable
    where
        Self: Sized;

    /// What the contract says about this error.
    fn entry(&self) -> &'static ErrorCode;

    /// The machine-readable code.
    fn code(&self) -> &'static str {
        self.entry().code
    }

    /// The HTTP status, 400 to 599.
    fn status(&self) -> u16 {
        self.entry().status
    }

    /// May the caller send the same request again?
    fn retry(&self) -> Retry {
        self.entry().retry
    }

    /// What has happened when the caller sees the error.
    fn effects(&self) -> Effects {
        self.entry().effects
    }

    /// Its part in the other clauses of its operation.
    fn role(&self) -> Role {
        self.entry().role
    }

    /// How long to wait before the next try, where the code says `retry_after`.
    fn retry_after(&self) -> Option<Duration> {
        None
    }

    /// What is special about this occurrence, where the code says `detail`.
    fn detail(&self) -> Option<String> {
        None
    }

    /// The fields that the code names in `details`.
    fn details(&self) -> Vec<(&'static str, Member)> {
        Vec::new()
    }

    /// The error as problem details (RFC 9457): the domain and the code make the `type`, the first
    /// sentence of the variant's documentation is the `title`.
    fn problem(&self) -> Problem
    where
        Self: Sized,
    {
        let entry = self.entry();
        let kind = kind(Self::table().domain, entry.code);
        let mut problem = Problem::new(kind, entry.status, entry.code);
        problem.title = first_sentence(entry.about.doc);
        problem.detail = self.detail();
        problem.retry = Some(entry.retry);
        problem.effects = Some(entry.effects);
        problem.retry_after = self.retry_after();
        problem.members = self.details();
        problem
    }
}

/// The table of an error set where constants are computed: what the rules of a handler look at.
#[doc(hidden)]
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not an error set",
    label = "`{Self}` does not implement `ContractError`",
    note = "add `#[derive(ContractError)]` to `{Self}`, or say in the handler what its error set \
            is: `errors = Type`, or `errors = none`"
)]
pub trait ErrorSet {
    const TABLE: ErrorTable;
}

/// The URI of a code: a reference into the domain.
fn kind(domain: &str, code: &str) -> String {
    let between = if domain.ends_with(['/', '#']) { "" } else { "#" };
    format!("{domain}{between}{code}")
}

/// The first sentence of a documentation comment.
fn first_sentence(doc: &str) -> Option<String> {
    let paragraph = doc.split("\n\n").next().unwrap_or_default();
    let words: Vec<&str> = paragraph.split_whitespace().collect();
    // A full stop ends a sentence where a capital letter follows: "e.g. here" goes on.
    let end = words.iter().zip(words.iter().skip(1)).position(|(word, next)| {
        word.ends_with(['.', '!', '?']) && next.starts_with(|it: char| !it.is_lowercase())
    });
    let sentence = end.map_or(words.as_slice(), |end| &words[..=end]);
    (!sentence.is_empty()).then(|| sentence.join(" "))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn titles_are_first_sentences() {
        for (doc, title) in [
            ("", None),
            ("The card was declined.", Some("The card was declined.")),
            ("The card was\ndeclined. Try another.", Some("The card was declined.")),
            ("No funds, e.g. on a card\n\nMore.", Some("No funds, e.g. on a card")),
        ] {
            assert_eq!(first_sentence(doc).as_deref(), title, "{doc}");
        }
    }

    #[test]
    fn kinds_are_references() {
        assert_eq!(kind("https://a.example/errors", "BUSY"), "https://a.example/errors#BUSY");
        assert_eq!(kind("https://a.example/errors/", "BUSY"), "https://a.example/errors/BUSY");
        assert_eq!(kind("urn:a#", "BUSY"), "urn:a#BUSY");
    }
}
