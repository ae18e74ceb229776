//! `cargo contract-check`.
fn main() {}
