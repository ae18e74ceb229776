//! Paired walks that turn "not included" into findings.

pub mod documents;
pub mod openapi;
pub mod schemas;
mod slice;

/// How much of two documents is put to the test. The verdict does not depend on it, which a test
/// holds them to.
#[doc(hidden)]
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Extent {
    /// Of large documents what changed, and of others everything.
    #[default]
    Needed,
    /// What changed.
    Slices,
    /// Everything that is reached.
    Full,
}
