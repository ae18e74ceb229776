//! C19: what has effects says what becomes of them when the caller goes away. Near misses: it says so,
//! if only that nothing is promised; no effects.

use contract_core::handler;

#[handler(id = "silent", effect(target = "mail", kinds(notify)))]
fn silent() {}

#[handler(id = "told", effect(target = "mail", kinds(notify)), cancel = completes)]
fn told() {}

#[handler(id = "vague", effect(target = "mail", kinds(notify)), cancel = unspecified)]
fn vague() {}

#[handler(id = "none", http(POST, "/none"))]
fn none() {}

fn main() {}
