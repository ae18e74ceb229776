//! Paired walks that turn "not included" into findings.

pub mod schemas;
//! Paired walks over two documents that turn differences into findings.

pub mod openapi;
