//! What is settled already, and what follows from it.

use contract_core::document::WireType;

use super::cause::sides;
use super::prove::{CAUSE, Judge};
use super::roots::Root;
use super::walk::Key;
use crate::finding::{Role, Side};
use crate::shape::lower::wire::Author;
use crate::shape::{Answer, Prover, ShapeId};

/// A prover that takes something for proved.
pub(super) struct Given(pub(super) Prover);

impl Judge<'_> {
    /// Pairs of types to be taken for settled, and types that are the same in both documents and
    /// read what they write.
    pub(super) fn given(&mut self, pairs: &[Key<'_>], same: &[&str]) -> Given {
        let mut given = Given(Prover::new());
        let same = same.iter().map(|name| (*name, *name, Role::Request));
        for (old, new, role) in pairs.iter().copied().chain(same) {
            let (written, read) = self.named(old, new, role);
            given.0.take_for_included(written, read);
        }
        given
    }

    /// Whether all that is written for a pair of types is read, given what is given.
    pub(super) fn holds(&mut self, given: &mut Given, (old, new, role): Key<'_>) -> bool {
        let (written, read) = self.named(old, new, role);
        // What the names stand for: about the names themselves something is given.
        let [written, read] = [written, read].map(|shape| self.looked_into(shape));
        self.holds_between(given, written, read)
    }

    /// The same for a root.
    pub(super) fn holds_at(&mut self, given: &mut Given, root: &Root) -> bool {
        let (written, read) = self.shapes(root);
        self.holds_between(given, written, read)
    }

    fn holds_between(&mut self, given: &mut Given, written: ShapeId, read: ShapeId) -> bool {
        let (arena, lowering) = (&mut self.arena, &mut self.lowering);
        given.0.included_in(arena, lowering, written, read, CAUSE) == Answer::Included
    }

    /// What is written and what is read for a pair of types.
    fn named(&mut self, old: &str, new: &str, role: Role) -> (ShapeId, ShapeId) {
        let (written, read) = sides(role, old, new);
        let [written, read] = [written, read].map(|name| WireType::Named(name.to_owned()));
        let by = role.writer();
        (self.writer(by, &written), self.reader(role.reader(), &read, Author::Types(by)))
    }

    /// Types that are the same in both documents, and pairs of types to be taken for settled: what
    /// people write for them by hand and the old reader takes, the new one takes as well.
    pub(super) fn given_by_hand(&mut self, pairs: &[Key<'_>]) -> Given {
        let mut given = Given(Prover::new());
        let mut names: Vec<&str> = self.same_types().iter().copied().collect();
        names.sort_unstable();
        let same = names.into_iter().map(|name| (name, name));
        for (old, new) in pairs.iter().map(|(old, new, _)| (*old, *new)).chain(same) {
            let (written, read) = self.named_by_hand(old, new);
            given.0.take_for_included(written, read);
        }
        given
    }

    /// Whether what people write by hand for a pair of types is read, given what is given.
    pub(super) fn holds_by_hand(&mut self, given: &mut Given, (old, new, _): Key<'_>) -> bool {
        let (written, read) = self.named_by_hand(old, new);
        let [written, read] = [written, read].map(|shape| self.looked_into(shape));
        self.holds_between(given, written, read)
    }

    fn named_by_hand(&mut self, old: &str, new: &str) -> (ShapeId, ShapeId) {
        let [written, read] = [old, new].map(|name| WireType::Named(name.to_owned()));
        let written = self.lowering.hand(&mut self.arena, Side::Old, &written);
        (written, self.reader(Side::New, &read, Author::Hand))
    }
}
