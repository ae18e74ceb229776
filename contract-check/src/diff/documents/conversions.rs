//! Types that their own code converts from and to what is on the wire: `from`, `try_from`, `into`.
//!
//! The code is not seen. Where what it converts is the same as before, it is taken to be the same
//! code, as a codec of the same name is; where that changed, the code had to change with it, and
//! what it makes of a document now is known to itself only.

use contract_core::document::{Behind, Shape, Type, WireType};

use super::cause::Suspicion;
use super::types;
use super::walk::{Here, Walk};
use crate::finding::Role;
use crate::rules;

impl Walk<'_, '_> {
    /// Compares what stands behind the conversions of two types of these names.
    pub(super) fn conversion(&mut self, here: &Here, old: &Type, (name, new): (&str, &Type)) {
        let (Some(before), Some(after)) = (&old.behind, &new.behind) else { return };
        let same_types =
            before.types == after.types && before.types.iter().all(|of| self.all_same(of));
        if (before.parts == after.parts && same_types) || !converts(name, new, self.role) {
            return;
        }
        let mut cause = here.cause(&rules::CONVERSION_CHANGED, Suspicion::Unknown);
        let [from, to] = [only(before, after), only(after, before)];
        [cause.words.from, cause.words.to] = if !from.is_empty() && !to.is_empty() {
            [from, to]
        } else if before.parts != after.parts {
            [before, after].map(|of| of.parts.join(", "))
        } else {
            let other = |of: &&WireType| !after.types.contains(of) || !self.all_same(of);
            let others: Vec<String> = before.types.iter().filter(other).map(types::text).collect();
            let from = others.join(", ");
            let to = format!("another {from}");
            [from, to]
        };
        for word in [&mut cause.words.from, &mut cause.words.to] {
            if word.is_empty() {
                "nothing".clone_into(word);
            }
        }
        self.note(cause);
    }

    /// The same for a flattened field, through whatever it is an alias of: its members are compared
    /// without the types on the way to them.
    pub(super) fn flattened_conversions(&mut self, old: &WireType, new: &WireType) {
        let (mut old, mut new) = (old, new);
        for _ in 0..DEPTH {
            (old, new) = match self.one_direction(old, new) {
                (WireType::Option(old), WireType::Option(new)) => (&**old, &**new),
                (WireType::Named(a), WireType::Named(b)) => {
                    let (before, after) = (self.old.types.get(a), self.new.types.get(b));
                    let (Some(before), Some(after)) = (before, after) else { return };
                    let here = Here::at_types(a, b);
                    self.conversion(&here, before, (b, after));
                    match (&before.shape, &after.shape) {
                        (
                            Shape::Alias(old) | Shape::Newtype(old),
                            Shape::Alias(new) | Shape::Newtype(new),
                        ) => (old, new),
                        _ => return,
                    }
                }
                _ => return,
            };
        }
    }
}

/// How many types a flattened field may be an alias of.
const DEPTH: usize = 32;

/// The parts of one that the other has not.
fn only(of: &Behind, other: &Behind) -> String {
    let parts = of.parts.iter().filter(|part| !other.parts.contains(part));
    parts.map(String::as_str).collect::<Vec<_>>().join(", ")
}

impl Here {
    /// Two types by themselves.
    pub(super) fn at_types(old: &str, new: &str) -> Self {
        Self {
            old: format!("types/{old}"),
            new: format!("types/{new}"),
            it: old.to_owned(),
            within: old.to_owned(),
            at: Vec::new(),
        }
    }
}

/// Whether the new producer's code stands between a type and the documents of a direction. In the
/// other one serde writes or reads the type's own parts.
fn converts(name: &str, of: &Type, role: Role) -> bool {
    let Shape::Alias(wire) = &of.shape else { return true };
    let (side, suffix) = match role {
        Role::Request => (types::read(wire), ".read"),
        Role::Response => (types::written(wire), ".written"),
    };
    let (plain, arguments) = match name.split_once('<') {
        Some((plain, arguments)) => (plain, format!("<{arguments}")),
        None => (name, String::new()),
    };
    !matches!(side, WireType::Named(side) if *side == format!("{plain}{suffix}{arguments}"))
}
