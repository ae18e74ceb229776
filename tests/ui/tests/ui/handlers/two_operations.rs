//! A function is one operation.

use contract_core::{handler, stream};

#[handler(id = "a", readonly)]
#[handler(id = "b", readonly)]
fn twice() {}

#[handler(id = "c", readonly)]
#[contract_core::stream(id = "d", readonly, chunk = u8, framing = sse)]
fn both() {}

#[stream(id = "e", readonly, chunk = u8, framing = sse)]
fn one() -> one::Op {
    unimplemented!()
}

fn main() {}
