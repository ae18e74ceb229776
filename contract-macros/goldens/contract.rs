#[doc(hidden)]
#[allow(unexpected_cfgs, unused_imports)]
const _: () = {
    #[cfg(rust_analyzer)]
    use ::contract_core::keys::contract::{id as _, version as _, owner as _};
};
#[doc(hidden)]
#[allow(deprecated, unexpected_cfgs, unused_qualifications, clippy::absolute_paths)]
const _: () = {
    #[allow(unused_imports)]
    use ::contract_core as __contract;
    #[allow(dead_code)]
    const CONTRACT: __contract::declare::ContractTable = __contract::declare::ContractTable {
        id: "trips",
        version: "1.0.0",
        owner: ::core::option::Option::Some("@rail"),
        module: ::core::module_path!(),
        about: __contract::declare::About::at("", 1, 1),
    };
    #[cfg(contract_check)]
    #[unsafe(no_mangle)]
    extern "Rust" fn __contract_check_item_1__hash() -> __contract::declare::Item {
        __contract::declare::Item::Contract(&CONTRACT)
    }
};
