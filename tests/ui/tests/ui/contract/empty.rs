contract_core::contract! {}

fn main() {}
