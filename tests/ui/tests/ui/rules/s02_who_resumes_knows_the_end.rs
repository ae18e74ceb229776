//! S02: who resumes knows the end from a cut. Near misses: it says so; restarting asks again anyway.

use contract_core::stream;

#[stream(id = "cut", chunk = u8, framing = sse, resume = cursor, resume_window = "5m", cancel = atomic)]
fn cut() {}

#[stream(
    id = "told",
    chunk = u8,
    framing = sse,
    resume = cursor,
    resume_window = "5m",
    finalization = explicit,
    cancel = atomic
)]
fn told() {}

#[stream(id = "anew", chunk = u8, framing = sse, resume = restart, finalization = eof, cancel = atomic)]
fn anew() {}

fn main() {}
