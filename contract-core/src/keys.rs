//! The attribute keys as items, for rust-analyzer alone: it completes what the macros name, and
//! shows what is documented. No other build has them.

// rustc does not know the cfg.
#![allow(unexpected_cfgs)]

#[cfg(rust_analyzer)]
contract_macros::keys! {}
