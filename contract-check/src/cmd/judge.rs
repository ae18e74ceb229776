//! The judgement of one contract's change, for `check` and `accept`.

use contract_core::document::Document;

use crate::diff::documents;
use crate::verdict::Verdict;

/// Judges what became of a released document.
pub(super) fn judge(old: &Document, new: &Document) -> Verdict {
    if old.clone().baseline() == new.clone().baseline() {
        return Verdict::default();
    }
    Verdict::new(documents::compare(old, new))
}
