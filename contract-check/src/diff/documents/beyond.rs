//! What breaks beyond the causes that are told.
//!
//! Parts that are flattened into one object, and alternatives without a tag, take from each other:
//! several changes may break together what none of them breaks. Where a cause is told already, that
//! is asked of the new document without it.

use contract_core::document::{Content, Document, Shape, Struct, Tagging};

use super::cause::Cause;
use super::part::{Part, exchanged, types_of};

/// Whether members or values of a type go to one part or another, as the others leave them.
pub(super) fn interplays(document: &Document, name: &str) -> bool {
    let flattens = |of: &Struct| of.fields.iter().any(|field| field.flatten);
    document.types.get(name).is_some_and(|of| match &of.shape {
        Shape::Struct(of) => flattens(of),
        Shape::Enum(of) => {
            of.tagging == Tagging::Untagged
                || of.variants.iter().any(|it| match &it.content {
                    Content::Struct(of) => it.untagged || flattens(of),
                    _ => it.untagged,
                })
        }
        _ => false,
    })
}

/// Puts back what a cause is about; false if that is not to be had.
pub(super) fn undo(
    cause: &Cause,
    pair: Option<(&str, &str)>,
    old: &Document,
    new: &mut Document,
) -> bool {
    let types = types_of(cause, pair, old, new).map(|(a, b)| (a.to_owned(), b.to_owned()));
    let Some((before, after)) = types else { return false };
    let (Some(from), Some(to)) = (old.types.get(&before), new.types.get_mut(&after)) else {
        return false;
    };
    let (left, right) = Part::both(cause, &before, &after);
    if !exchanged(&mut to.shape, &from.shape, right, left) {
        *to = from.clone();
    }
    true
}

#[cfg(test)]
mod tests {
    use contract_core::document::Document;

    use crate::diff::documents::compare;
    use crate::finding::Severity;

    fn document(types: &str) -> Document {
        let text = r#"{"format": 1,
            "contract": {"id": "parts", "level": "stable", "version": "1.0.0"},
            "operations": {"parts.put": {"request": {"body": "Part"}}},
            "types": TYPES}"#;
        serde_json::from_str(&text.replace("TYPES", types)).expect("a document")
    }

    /// The clauses that break or are undecided.
    fn told(old: &str, new: &str) -> Vec<String> {
        let findings = compare(&document(old), &document(new));
        let told = findings.into_iter().filter(|it| it.severity >= Severity::Undecided);
        told.map(|it| it.clause).collect()
    }

    #[test]
    fn what_breaks_together_is_told_beside_what_breaks_by_itself() {
        let plain = r#"{"Part": {"shape": {"struct": {"fields": [
            {"name": "date", "type": "u8"},
            {"name": "size", "type": "u8"}, {"name": "unit", "type": "u8"}]}}}}"#;
        // What the option takes the struct behind it lacks, though both describe what is sent.
        let parts = |date: &str| {
            let types = r#"{
                "Part": {"shape": {"struct": {"fields": [
                    {"name": "date", "type": "DATE"},
                    {"name": "one", "type": {"option": "One"}, "flatten": true},
                    {"name": "other", "type": "Other", "flatten": true}]}}},
                "One": {"shape": {"struct": {"fields": [
                    {"name": "size", "type": "u8"}, {"name": "unit", "type": "u8"}]}}},
                "Other": {"shape": {"struct": {"fields": [{"name": "unit", "type": "u8"}]}}}}"#;
            types.replace("DATE", date)
        };
        let (whole, date) = ("operations/parts.put/request/body", "types/Part/fields/date");
        assert_eq!(told(plain, &parts("u8")), [whole]);
        assert_eq!(told(plain, &parts("string")), [whole, date]);
        assert_eq!(told(&parts("u8"), &parts("string")), [date]);
    }

    #[test]
    fn what_is_told_accounts_for_all_of_it() {
        let term = |fields: &str| {
            let types = r#"{
                "Part": {"shape": {"struct": {"fields": [{"name": "term", "type": "Term"}]}}},
                "Term": {"shape": {"enum": {"tagging": "untagged", "variants": [
                    {"name": "Number", "content": {"newtype": "i64"}},
                    {"name": "Range", "content": {"struct": {"fields": [FIELDS]}}}]}}}}"#;
            types.replace("FIELDS", fields)
        };
        let (from, to) = (r#"{"name": "from", "type": "i64"}"#, r#"{"name": "to", "type": "i64"}"#);
        let both = format!("{from}, {to}");
        assert_eq!(told(&term(to), &term(&both)), ["types/Term/variants/Range/fields/from"]);
    }
}
