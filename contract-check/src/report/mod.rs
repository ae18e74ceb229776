//! Views of one verdict. Nothing here reads files, asks for the time or decides anything.

pub mod changelog;
pub mod github;
pub mod human;
pub mod json;
pub mod junit;
pub mod markdown;
pub mod sarif;
mod source;
mod subject;
pub(crate) mod text;

pub use subject::Subject;
