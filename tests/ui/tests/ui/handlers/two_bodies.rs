use contract_core::handler;

struct Json<T>(T);
struct Form<T>(T);
struct Query<T>(T);

#[handler(id = "a", cancel = atomic)]
fn both(_: Json<u8>, _: Form<u8>) {}

#[handler(id = "b", cancel = atomic)]
fn twice(_: Query<u8>, _: Query<u8>) {}

#[handler(id = "c", cancel = atomic)]
fn plain(_: u8, _: u8) {}

#[handler(id = "d", request = u8, cancel = atomic)]
fn named(_: Json<u8>, _: Form<u8>) {}

fn main() {}
