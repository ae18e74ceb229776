use contract_core::handler;

struct Validated<T>(T);
struct Xml<T>(T);

#[handler(id = "a")]
fn validated(_: Validated<u8>, _: Xml<u8>) {}

#[handler(id = "b", request = u8)]
fn named(_: Validated<u8>) {}

#[handler(id = "c", request = none)]
fn none(_: Validated<u8>) {}

fn main() {}
