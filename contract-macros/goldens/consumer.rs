fn booked(event: Booked) {}
#[doc(hidden)]
#[allow(deprecated, unexpected_cfgs, unused_qualifications, clippy::absolute_paths)]
const _: () = {
    #[allow(unused_imports)]
    use ::contract_core as __contract;
    #[allow(dead_code)]
    const CONSUMER: __contract::declare::ConsumerTable = __contract::declare::ConsumerTable {
        id: "bills.trips",
        module: ::core::module_path!(),
        of: "trips.booked",
        payload: <Booked as __contract::Contract>::wire,
        about: __contract::declare::About::at("", 1, 1),
    };
    #[cfg(contract_check)]
    #[unsafe(no_mangle)]
    extern "Rust" fn __contract_check_item_1__hash() -> __contract::declare::Item {
        __contract::declare::Item::Consumer(&CONSUMER)
    }
};
