//! The judge of integration contracts.

pub mod evaluate;
pub mod finding;
pub mod json;
pub mod policy;
pub mod report;
pub mod rules;
pub mod shape;
pub mod verdict;
