//! The macros of `contract-core`. Depend on `contract-core`, which re-exports them.
