//! What a stream has to say, and what it cannot say.

use contract_core::stream;

#[stream()]
fn nothing() {}

#[stream(id = "chats.listen", chunk = u8, framing = sees, resum = cursor, response = u8, readonly)]
fn misspelt() {}

#[stream(id = "chats.listen", chunk = u8, framing = sse, resume = restart, resume_window = "5m", readonly)]
fn window_without_cursor() {}

#[stream(id = "chats.listen", chunk = u8, framing = sse, transcript = kept, readonly)]
fn no_readback() {}

struct Unknown;

#[stream(id = "chats.listen", chunk = Unknown, framing = ndjson, readonly)]
fn no_shape() {}

fn main() {}
