//! Paired walks that turn "not included" into findings.

pub mod documents;
pub mod openapi;
pub mod schemas;
mod slice;
