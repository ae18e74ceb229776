//! The contract document, format 1: what one producer promises under one id and one version.
//!
//! [`Document`] is the model. It is read with [`Document::read`], which names the place of every
//! mistake, and printed with [`Document::print`], which always gives the same bytes for the same
//! contract.

mod canonical;
mod consistent;
mod model;
mod read;
mod unique;
mod wire;

pub use canonical::{canonical, canonical_bytes};
pub use model::*;
pub use read::ReadError;
pub use wire::{Leaf, WireType};
