//! A wrong word of behaviour is answered with the nearest word, or with all of them; every mistake
//! of an attribute is told in one compile, on the word itself.

use contract_core::handler;

#[handler(
    id = "charges.create",
    idempotency(key = requird, window = "24 hours", replay = storred, in_flight = queue),
    timeout = 8,
    cancel = "atomic",
    retry(max_attempts = 0, initial = "0.2s", multiplyer = 2.0),
    effect(target = "bank", kinds(external_wirte, money), approval = percall),
    pagination(style = offset, over_max = cut),
    staleness(consistency = eventuall),
    cache(etag = strongish, max_age = "-1s")
)]
fn create() {}

fn main() {}
