//! Views of one verdict. Nothing here reads files, asks for the time or decides anything.

pub mod human;
pub mod json;
mod source;
mod text;
