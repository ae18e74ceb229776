//! What the macros emit works wherever users put it, also where they write Rust of 2021: the same
//! modules as in `hygiene.rs`.
//!
//! The crate has no prelude and denies every lint that it can, as the strictest user's would.

#![no_implicit_prelude]
#![deny(warnings, missing_docs, unsafe_code, unreachable_pub, unused_qualifications)]
#![deny(absolute_paths_not_starting_with_crate, rust_2018_idioms, rust_2021_compatibility)]
#![deny(clippy::all, clippy::pedantic, clippy::nursery)]
#![expect(dead_code, reason = "most items here only have to compile")]

#[path = "hygiene/behaviour.rs"]
pub mod behaviour;
#[path = "hygiene/lints.rs"]
pub mod lints;
#[path = "hygiene/macros.rs"]
mod macros;
#[path = "hygiene/names.rs"]
mod names;
#[path = "hygiene/renamed.rs"]
mod renamed;
