//! A stable field asks its type for its level as well, and a type without a shape is one mistake.

use contract_core::{Contract, handler};

struct Shapeless;

#[derive(Contract)]
#[contract(level = stable)]
struct Order {
    shapeless: Shapeless,
    inside: Vec<Option<Shapeless>>,
    unknown: Nowhere,
    #[contract(holds = experimental)]
    said: Shapeless,
}

#[handler(id = "orders.get", response = Shapeless, errors = Shapeless, level = stable, readonly)]
fn get() {}

fn main() {}
