//! S01: a cursor is good for a time. Near misses: it says how long; restarting needs no cursor.

use contract_core::stream;

#[stream(id = "forever", chunk = u8, framing = sse, resume = cursor, finalization = explicit, cancel = atomic)]
fn forever() {}

#[stream(
    id = "a_while",
    chunk = u8,
    framing = sse,
    resume = cursor,
    resume_window = "5m",
    finalization = explicit,
    cancel = atomic
)]
fn a_while() {}

#[stream(id = "anew", chunk = u8, framing = sse, resume = restart, cancel = atomic)]
fn anew() {}

fn main() {}
