use contract_core::handler;

#[handler(id = "a", cancel = atomic)]
fn create<T: Clone, const N: usize>(order: T) -> T {
    order
}

#[handler(id = "b", cancel = atomic)]
fn create_impl(_order: impl Clone) {}

fn main() {}
