//! C08: what resumes is told from another request. Near misses: with a key, only reading, not resuming.

use contract_core::handler;

#[handler(id = "keyless", cancel = resumable)]
fn keyless() {}

#[handler(id = "keyed", idempotency(key = natural), cancel = resumable)]
fn keyed() {}

#[handler(id = "reads", readonly, cancel = resumable)]
fn reads() {}

#[handler(id = "atomic", cancel = atomic)]
fn atomic() {}

fn main() {}
