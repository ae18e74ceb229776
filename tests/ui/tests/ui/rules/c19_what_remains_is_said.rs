//! C19: what does more than read says what becomes of it when the caller goes away. Near misses: it
//! says so, if only that nothing is promised; it only reads; the key is there and has a mistake.

use contract_core::{handler, stream};

#[handler(id = "silent", http(POST, "/silent"))]
fn silent() {}

#[handler(id = "silent-effect", effect(target = "mail", kinds(notify)))]
fn silent_effect() {}

#[stream(id = "silent-stream", chunk = u8, framing = sse)]
fn silent_stream() {}

#[handler(id = "told", effect(target = "mail", kinds(notify)), cancel = completes)]
fn told() {}

#[handler(id = "vague", cancel = unspecified)]
fn vague() {}

#[handler(id = "reads", readonly)]
fn reads() {}

#[handler(id = "misspelt-key", cancle = atomic)]
fn misspelt_key() {}

#[handler(id = "misspelt-word", cancel = atomically)]
fn misspelt_word() {}

fn main() {}
