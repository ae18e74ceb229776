//! Control: these are fine, and the error at the end is the only one.
use contract_core::contract;

contract! { id = "orders" }

mod billing {
    contract_core::contract! { id = "billing.v2_x-y", version = "1.2.3-rc.1+build.5", level = provisional }
}

contract! { id = "-orders" }

fn main() {}
