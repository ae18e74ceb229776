use contract_core::handler;

#[handler(id = "a")]
fn create<T: Clone, const N: usize>(order: T) -> T {
    order
}

#[handler(id = "b")]
fn create_impl(_order: impl Clone) {}

fn main() {}
