use contract_core::contract;

contract! {}

contract! { idd = "orders" }

contract! { id = "Orders!", version = "1.2", owner = "", level = stabel, unit = "s" }

contract! { id = orders, version = 1, owner = @team }

contract! { "orders" }

contract! { id = "orders", id = "orders" }

contract! { name = "orders" }

fn main() {}
