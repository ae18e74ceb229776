//! What the macros emit works wherever users put it, also where they write Rust of 2021: the same
//! modules as in `tests/hygiene.rs`.
//!
//! The crate has no prelude and denies every lint that it can, as the strictest user's would.

#![no_implicit_prelude]
#![deny(warnings, missing_docs, unsafe_code, unreachable_pub, unused_qualifications)]
#![deny(absolute_paths_not_starting_with_crate, rust_2018_idioms, rust_2021_compatibility)]
#![deny(clippy::all, clippy::pedantic, clippy::nursery)]
#![expect(dead_code, reason = "most items here only have to compile")]

#[path = "../tests/hygiene/behaviour.rs"]
pub mod behaviour;
#[path = "../tests/hygiene/lints.rs"]
pub mod lints;
#[path = "../tests/hygiene/macros.rs"]
mod macros;
#[path = "../tests/hygiene/names.rs"]
mod names;
#[path = "../tests/hygiene/renamed.rs"]
mod renamed;
