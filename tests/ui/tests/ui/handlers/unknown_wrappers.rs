use contract_core::handler;

struct Validated<T>(T);
struct Xml<T>(T);

#[handler(id = "a", cancel = atomic)]
fn validated(_: Validated<u8>, _: Xml<u8>) {}

#[handler(id = "b", request = u8, cancel = atomic)]
fn named(_: Validated<u8>) {}

#[handler(id = "c", request = none, cancel = atomic)]
fn none(_: Validated<u8>) {}

fn main() {}
