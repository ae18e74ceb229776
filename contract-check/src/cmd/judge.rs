//! The judgement of one contract's change, and how it is shown.

use std::io::{self, Write};
use std::path::Path;

use contract_core::document::Document;

use crate::diff::documents;
use crate::report::human::{self, Next, Sources, View};
use crate::verdict::Verdict;

/// Judges what became of a released document.
pub(super) fn judge(old: &Document, new: &Document) -> Verdict {
    if old.clone().baseline() == new.clone().baseline() {
        return Verdict::default();
    }
    Verdict::new(documents::compare(old, new))
}

/// Shows a verdict with the source files that it points into, found below a folder. A file that
/// cannot be read is named and not shown.
pub(super) fn show(
    verdict: &Verdict,
    root: Option<&Path>,
    color: bool,
    next: Next,
    out: &mut dyn Write,
) -> io::Result<()> {
    let mut sources = Sources::new();
    for file in root.iter().flat_map(|_| human::files(verdict)) {
        if let Some(Ok(text)) = root.map(|root| std::fs::read_to_string(root.join(&file))) {
            sources.insert(file, text);
        }
    }
    human::write(verdict, View { sources: &sources, color, next }, out)
}
