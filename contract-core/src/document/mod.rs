//! The contract document, format 1: what one producer promises under one id and one version.
//!
//! [`Document`] is the model. It is read with [`Document::read`], which names the place of every
//! mistake, and printed with [`Document::print`], which always gives the same bytes for the same
//! contract.

mod about;
mod canonical;
mod consistent;
mod effects;
mod error;
mod event;
mod group;
mod idempotency;
mod job;
mod limits;
mod model;
mod operation;
mod pagination;
mod provider;
mod read;
mod retry;
#[cfg(feature = "render")]
pub(crate) mod say;
mod stream;
mod types;
mod unique;
mod values;
mod wire;

pub use about::*;
pub use canonical::{canonical, canonical_bytes};
pub use effects::*;
pub use error::*;
pub use event::*;
pub use idempotency::*;
pub use job::*;
pub use limits::*;
pub use model::*;
pub use operation::*;
pub use pagination::*;
pub use provider::*;
pub use read::ReadError;
pub use retry::*;
pub use stream::*;
pub use types::*;
pub use values::{Duration, Factor};
pub use wire::{Leaf, WireType};
