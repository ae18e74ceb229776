//! The runtime crate under another name.

/// As a crate of the user's might re-export it.
mod kit {
    pub(super) use ::contract_core as contracts;
}

use kit::contracts::{Contract, ContractError, contract, handler};

contract! { id = "renamed", crate = crate::renamed::kit::contracts }

#[derive(Contract)]
#[contract(crate = crate::renamed::kit::contracts)]
struct Item {
    name: ::std::string::String,
}

#[derive(ContractError)]
#[contract(crate = "crate::renamed::kit::contracts", domain = "urn:renamed", closed)]
enum Error {
    #[contract(code = "GONE", status = 410, retry = never, effects = none)]
    Gone,
}

#[handler(id = "renamed.get", crate = crate::renamed::kit::contracts, readonly)]
fn get(item: Item) -> ::std::result::Result<Item, Error> {
    if item.name.is_empty() {
        ::std::result::Result::Ok(item)
    } else {
        ::std::result::Result::Err(Error::Gone)
    }
}

#[test]
fn renamed() {
    Item::wire();
    ::std::assert_eq!(Error::Gone.status(), 410);
    let item = get(Item { name: ::std::string::String::new() });
    ::std::assert!(item.is_ok_and(|item| item.name.is_empty()));
}
