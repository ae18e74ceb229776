//! S02: who resumes knows the end from a cut. Near misses: it says so; restarting asks again anyway.

use contract_core::stream;

#[stream(id = "cut", chunk = u8, framing = sse, resume = cursor, resume_window = "5m")]
fn cut() {}

#[stream(
    id = "told",
    chunk = u8,
    framing = sse,
    resume = cursor,
    resume_window = "5m",
    finalization = explicit
)]
fn told() {}

#[stream(id = "anew", chunk = u8, framing = sse, resume = restart, finalization = eof)]
fn anew() {}

fn main() {}
