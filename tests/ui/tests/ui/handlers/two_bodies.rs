use contract_core::handler;

struct Json<T>(T);
struct Form<T>(T);
struct Query<T>(T);

#[handler(id = "a")]
fn both(_: Json<u8>, _: Form<u8>) {}

#[handler(id = "b")]
fn twice(_: Query<u8>, _: Query<u8>) {}

#[handler(id = "c")]
fn plain(_: u8, _: u8) {}

#[handler(id = "d", request = u8)]
fn named(_: Json<u8>, _: Form<u8>) {}

fn main() {}
