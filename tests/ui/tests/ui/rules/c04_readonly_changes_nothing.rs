//! C04: what only reads changes nothing. Near misses: a write with an effect, a read without one.

use contract_core::handler;

#[handler(id = "peek", readonly, effect(target = "mail", kinds(notify)), cancel = atomic)]
fn peek() {}

#[handler(id = "send", effect(target = "mail", kinds(notify)), cancel = atomic)]
fn send() {}

#[handler(id = "read", readonly)]
fn read() {}

fn main() {}
