//! What is settled already, and what follows from it.

use contract_core::document::WireType;

use super::cause::sides;
use super::prove::Judge;
use super::roots::Root;
use super::walk::Key;
use crate::finding::{Role, Side};
use crate::shape::lower::wire::Author;
use crate::shape::{Answer, Budget, Prover, ShapeId};

/// What a question about one pair may cost: little, where all is given that it refers to.
const PAIR: u64 = 50_000;

/// What all questions about pairs may cost together.
const PAIRS: u64 = 4_000_000;

/// A prover that takes something for proved.
pub(super) struct Given {
    pub(super) prover: Prover,
    /// How many steps are left of [`PAIRS`].
    left: u64,
}

impl Given {
    fn nothing() -> Self {
        Self { prover: Prover::new(), left: PAIRS }
    }
}

impl Judge<'_> {
    /// Pairs of types to be taken for settled, and types that are the same in both documents and
    /// read what they write.
    pub(super) fn given(&mut self, pairs: &[Key<'_>], same: &[&str]) -> Given {
        let mut given = Given::nothing();
        let same = same.iter().map(|name| (*name, *name));
        let same = [Role::Request, Role::Response]
            .into_iter()
            .flat_map(|role| same.clone().map(move |(old, new)| (old, new, role)));
        for pair in pairs.iter().copied().chain(same) {
            let (written, read) = self.named(pair);
            read.into_iter().for_each(|read| given.prover.take_for_included(written, read));
        }
        given
    }

    /// Whether all that is written for a pair of types is read, given what is given.
    pub(super) fn holds(&mut self, given: &mut Given, pair: Key<'_>) -> bool {
        let (written, read) = self.named(pair);
        self.holds_for(given, written, &read)
    }

    /// The same for a root.
    pub(super) fn holds_at(&mut self, given: &mut Given, root: &Root) -> bool {
        let (written, read) = self.shapes(root);
        self.holds_between(given, written, read)
    }

    fn holds_for(&mut self, given: &mut Given, written: ShapeId, read: &[ShapeId]) -> bool {
        // What the names stand for: about the names themselves something is given.
        let written = self.looked_into(written);
        read.iter().all(|read| {
            let read = self.looked_into(*read);
            self.holds_between(given, written, read)
        })
    }

    fn holds_between(&mut self, given: &mut Given, written: ShapeId, read: ShapeId) -> bool {
        let budget = Budget { steps: PAIR.min(given.left) };
        let before = given.prover.spent();
        let answer = self.included_by(Some(given), written, read, budget);
        given.left = given.left.saturating_sub(given.prover.spent() - before);
        answer == Answer::Included
    }

    /// What is written for a pair of types, and what is read from each source.
    fn named(&mut self, (old, new, role): Key<'_>) -> (ShapeId, Vec<ShapeId>) {
        let (written, read) = sides(role, old, new);
        let by = role.writer();
        let writer = self.writer(by, &WireType::Named(written.to_owned()));
        (writer, self.readers(role.reader(), read, Author::Types(by)))
    }

    /// Types that are the same in both documents, and pairs of types to be taken for settled: what
    /// people write for them by hand and the old reader takes, the new one takes as well.
    pub(super) fn given_by_hand(&mut self, pairs: &[Key<'_>]) -> Given {
        let mut given = Given::nothing();
        for (old, new, _) in pairs.iter().copied() {
            let (written, read) = self.named_by_hand(old, new);
            read.into_iter().for_each(|read| given.prover.take_for_included(written, read));
        }
        let mut names: Vec<&str> = self.same_types().iter().copied().collect();
        names.sort_unstable();
        for name in names {
            let (written, read) = self.named_by_hand(name, name);
            // What was taken from the text need not be taken from a buffer.
            let read = read.into_iter().take(1);
            read.for_each(|read| given.prover.take_for_included(written, read));
        }
        given
    }

    /// Whether what people write by hand for a pair of types is read, given what is given.
    pub(super) fn holds_by_hand(&mut self, given: &mut Given, (old, new, _): Key<'_>) -> bool {
        let (written, read) = self.named_by_hand(old, new);
        self.holds_for(given, written, &read)
    }

    fn named_by_hand(&mut self, old: &str, new: &str) -> (ShapeId, Vec<ShapeId>) {
        let written = WireType::Named(old.to_owned());
        let written = self.lowering.hand(&mut self.arena, Side::Old, &written);
        (written, self.readers(Side::New, new, Author::Hand))
    }

    /// What is read into a named type from each source that it is read from.
    fn readers(&mut self, side: Side, name: &str, author: Author) -> Vec<ShapeId> {
        let buffered = self.lowering.is_buffered(side, name);
        let named = WireType::Named(name.to_owned());
        self.lowering.readers(&mut self.arena, side, &named, author, buffered)
    }
}
