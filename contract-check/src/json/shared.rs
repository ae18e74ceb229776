//! Items and members, which several values may hold at once.

use std::fmt;
use std::ops::Deref;
use std::sync::Arc;

/// The items of an array, or the members of an object. Its clones are itself: what two documents
/// have in common is there once, and seen to be the same at a look.
pub struct Shared<T>(Arc<[T]>);

impl<T> Shared<T> {
    /// Whether both are one, not only equal.
    pub fn is(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.0, &other.0)
    }

    /// Where it is kept, by which it is known as long as it is.
    pub(super) fn address(&self) -> *const () {
        self.0.as_ptr().cast()
    }
}

impl<T: Clone> Shared<T> {
    /// What is in it, to be changed for this holder alone.
    pub fn make_mut(&mut self) -> &mut [T] {
        Arc::make_mut(&mut self.0)
    }

    /// Adds to it, or takes something away, for this holder alone.
    pub fn edit(&mut self, edit: impl FnOnce(&mut Vec<T>)) {
        let mut all = self.to_vec();
        edit(&mut all);
        *self = all.into();
    }
}

impl<T> Clone for Shared<T> {
    fn clone(&self) -> Self {
        Self(Arc::clone(&self.0))
    }
}

impl<T> Default for Shared<T> {
    fn default() -> Self {
        Self(Arc::from([]))
    }
}

impl<T: fmt::Debug> fmt::Debug for Shared<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl<T> Deref for Shared<T> {
    type Target = [T];

    fn deref(&self) -> &[T] {
        &self.0
    }
}

impl<T> From<Vec<T>> for Shared<T> {
    fn from(all: Vec<T>) -> Self {
        Self(all.into())
    }
}

impl<T> FromIterator<T> for Shared<T> {
    fn from_iter<I: IntoIterator<Item = T>>(all: I) -> Self {
        Self(all.into_iter().collect())
    }
}

impl<'a, T> IntoIterator for &'a Shared<T> {
    type Item = &'a T;
    type IntoIter = std::slice::Iter<'a, T>;

    fn into_iter(self) -> Self::IntoIter {
        self.0.iter()
    }
}
