//! Sets of JSON types.

/// A set of JSON types, and of what stands under a name that is written more than once.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Kinds(u8);

impl Kinds {
    pub(super) const NONE: Self = Self(0);
    pub(super) const NULL: Self = Self(1);
    pub(super) const BOOL: Self = Self(2);
    pub(super) const NUMBER: Self = Self(4);
    pub(super) const STRING: Self = Self(8);
    pub(super) const ARRAY: Self = Self(16);
    pub(super) const OBJECT: Self = Self(32);
    /// Several values, where a member's name stands more than once.
    pub(super) const REPEATED: Self = Self(64);
    pub(super) const ALL: Self = Self(127);

    /// The types one by one, those with the shortest documents first. A name stands more than once
    /// only where a shape says so, so that nobody looks for that elsewhere.
    pub(super) const EACH: [Self; 6] =
        [Self::NULL, Self::BOOL, Self::NUMBER, Self::STRING, Self::ARRAY, Self::OBJECT];

    pub(super) const fn and(self, other: Self) -> Self {
        Self(self.0 & other.0)
    }

    pub(super) const fn or(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    pub(super) const fn is_empty(self) -> bool {
        self.0 == 0
    }

    pub(super) const fn meets(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }
}
