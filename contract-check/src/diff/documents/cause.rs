//! What the walk notes.

use contract_core::document::{Tagging, WireType};

use crate::finding::Role;
use crate::rules::{Rule, Words};

/// A local difference.
#[derive(Clone, Debug)]
pub(super) struct Cause {
    /// The rule that words it.
    pub(super) rule: &'static Rule,
    /// The clause in the old document, if it is there.
    pub(super) old: Option<String>,
    /// The clause in the new document, if it is there.
    pub(super) new: Option<String>,
    /// What the rule speaks of.
    pub(super) words: Words,
    /// What it may amount to.
    pub(super) suspicion: Suspicion,
    /// The way from the pair that noted it.
    pub(super) at: Vec<Seg>,
}

impl Cause {
    /// Whether it breaks nobody, whatever is asked.
    pub(super) const fn is_harmless(&self) -> bool {
        matches!(self.suspicion, Suspicion::Harmless(_))
    }
}

/// What a cause may amount to.
#[derive(Clone, Debug)]
pub(super) enum Suspicion {
    /// It breaks if the writer writes such a document and the reader refuses it.
    Breaks {
        /// What the document holds there.
        bad: Bad,
        /// What it is otherwise.
        otherwise: Harmless,
    },
    /// The old reader took it and the new one does not: it breaks those who write by hand, not
    /// those who write with the old type.
    Tolerance {
        /// What the document holds there.
        bad: Bad,
        /// What it is otherwise.
        otherwise: Harmless,
    },
    /// It breaks nobody.
    Harmless(Harmless),
    /// Nobody can tell: code that is not seen decides.
    Unknown,
}

/// What a cause is that breaks nobody.
#[derive(Clone, Copy, Debug)]
pub(super) enum Harmless {
    /// Worth knowing.
    Note,
    /// A value is lost or altered.
    Silent,
    /// A value is lost or altered, which another rule words.
    SilentAs(&'static Rule),
}

/// What a document holds that shows a cause.
#[derive(Clone, Debug)]
pub(super) enum Bad {
    /// A value of the written type that is none of the read type.
    Unread {
        /// As it is written.
        written: WireType,
        /// As it is read.
        read: WireType,
    },
    /// `null`.
    Null,
    /// An object without any of these members.
    Without(Vec<String>),
    /// An object with this member.
    With(String),
    /// An object in which this name stands more than once.
    Repeated(String),
    /// A variant.
    Variant(Tagging, String),
    /// A key of the written type that is none of the read type.
    Key {
        /// As it is written.
        written: WireType,
        /// As it is read.
        read: WireType,
    },
}

/// A step from a value to a part of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Seg {
    /// The member with this name.
    Member(String),
    /// The element at this index.
    Element(usize),
    /// All elements; there is one at least.
    EachElement,
    /// All members; there is one at least.
    EachMember,
    /// No step: the value is an object whose member has this value.
    Tagged(String, String),
}

/// Of two things, the writer's and the reader's.
pub(super) fn sides<T>(role: Role, old: T, new: T) -> (T, T) {
    match role {
        Role::Request => (old, new),
        Role::Response => (new, old),
    }
}
