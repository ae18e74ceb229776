//! Shapes: sets of JSON documents, and the one question asked about them.
//!
//! A schema or a wire model is lowered to a [`ShapeId`] in an [`Arena`]; `included` then answers
//! whether every document of the writer is a document of the reader.

mod arena;
mod build;
mod kinds;
pub mod lower;

pub use arena::{
    Arena, ArraySpec, Classes, Contains, Member, Node, NumberSpec, ObjectSpec, ShapeId, StringSpec,
};
pub use build::Step;
