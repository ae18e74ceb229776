//! Types that cannot read what they write.

use contract_core::document::{Document, WireType};

use super::{Author, Lowering};
use crate::finding::Side;
use crate::shape::{Answer, Arena, Budget, Prover};

/// A type that does not certainly read its own output.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unreadable {
    /// The type's name.
    pub name: String,
    /// A document that it writes and refuses, or why it is not known to read all of its own.
    pub answer: Answer,
}

/// The types of a document that do not certainly read what they write, in the order of their
/// names. A type that holds such a type is one as well.
pub fn self_check(document: &Document, budget: Budget) -> Vec<Unreadable> {
    let mut arena = Arena::new();
    let mut lowering = Lowering::new(document, document);
    let author = Author::Types(Side::Old);
    let shapes: Vec<_> = document
        .types
        .keys()
        .map(|name| {
            let wire = WireType::Named(name.clone());
            let written = lowering.writer(&mut arena, Side::Old, &wire);
            (name, written, lowering.reader(&mut arena, Side::Old, &wire, author))
        })
        .collect();
    let mut prover = Prover::new();
    let mut found = Vec::new();
    for (name, written, read) in shapes {
        let answer = prover.included_in(&mut arena, &mut lowering, written, read, budget);
        if answer != Answer::Included {
            found.push(Unreadable { name: name.clone(), answer });
        }
    }
    found
}
