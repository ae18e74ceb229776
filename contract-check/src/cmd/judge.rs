//! The judgement of one contract's change, for `check` and `accept`.

use contract_core::document::Document;

use crate::finding::Finding;
use crate::rules;
use crate::verdict::Verdict;

/// Judges what became of a released document.
pub(super) fn judge(old: &Document, new: &Document) -> Verdict {
    if old.clone().baseline() == new.clone().baseline() {
        return Verdict::default();
    }
    Verdict::new(vec![Finding::undecided(&rules::UNDECIDED, "contract", "it is not compared")])
}
