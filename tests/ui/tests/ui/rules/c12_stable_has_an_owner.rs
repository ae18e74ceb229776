//! C12: what is stable has an owner. Near misses: an owner, an owner of compatibility, not stable.

use contract_core::contract;

mod nobody {
    contract_core::contract! { id = "nobody", level = stable }
}

mod tests_only {
    contract_core::contract! { id = "tests", level = stable, owners(tests = "@quality") }
}

mod owned {
    contract_core::contract! { id = "owned", level = stable, owner = "@orders" }
}

mod compat {
    contract_core::contract! { id = "compat", level = stable, owners(compat = "@orders") }
}

contract! { id = "young", level = provisional }

fn main() {}
