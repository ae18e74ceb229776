contract_core::contract! { id = "shop", version = "1.0.0", http(GET, "/"), unit = "EUR" }

fn main() {}
