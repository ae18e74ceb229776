contract_core::contract! { id = "shop", vesion = "1.0.0", owner = "@shop" }

fn main() {}
