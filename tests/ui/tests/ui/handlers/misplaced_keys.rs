use contract_core::handler;

#[handler(
    id = "a",
    owner = "@me",
    retry = never,
    unit = "s",
    domain = "https://example.com",
    lvl = stable,
    "x",
    response = 3,
    errors(String),
    request = "not a type",
    cancel = atomic
)]
fn create() {}

fn main() {}
