//! Shapes: sets of JSON documents, and the one question asked about them.
//!
//! A schema or a wire model is lowered to a [`ShapeId`] in an [`Arena`]; `included` then answers
//! whether every document of the writer is a document of the reader.

mod answer;
mod arena;
mod build;
pub(crate) mod format;
mod kinds;
pub mod lower;
pub(crate) mod order;
mod pattern;
mod prove;

pub use answer::{Answer, Budget, Reason, Sample};
pub use arena::{
    Arena, ArraySpec, Classes, Contains, Defined, Definitions, Member, Node, NumberSpec,
    ObjectSpec, ShapeId, StringSpec, Unknown,
};
pub use build::Step;
pub(crate) use pattern::at_most_bytes;
pub use prove::{Prover, included, sample};
