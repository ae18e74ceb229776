contract_core::contract! { id = "shop", version = "1.0.0", id = "store", version = "2.0.0" }

fn main() {}
