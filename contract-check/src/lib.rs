//! The judge of integration contracts.

pub mod finding;
pub mod json;
pub mod shape;
