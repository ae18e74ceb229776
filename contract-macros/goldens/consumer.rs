#[doc(hidden)]
#[allow(unexpected_cfgs, unused_imports)]
const _: () = {
    #[cfg(rust_analyzer)]
    use ::contract_core::keys::consumer::{id as _, of as _};
};
fn booked(event: Booked) {}
#[doc(hidden)]
#[allow(deprecated, unexpected_cfgs, unused_qualifications, clippy::absolute_paths)]
const _: () = {
    #[allow(unused_imports)]
    use ::contract_core as __contract;
    #[allow(dead_code)]
    const CONSUMER: __contract::declare::ConsumerTable = __contract::declare::ConsumerTable {
        mark: __contract::declare::Mark {
            path: ::core::concat!(::core::module_path!(), "::booked()"),
            facts: 3246454079358458308,
        },
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
    #[allow(unused_imports)]
    use __contract::baseline::absent as contract_baseline;
    {
        #[allow(unused_imports)]
        use crate::*;
        let now = &__contract::baseline::Now {
            path: ::core::concat!(::core::module_path!(), "::booked()"),
            hash: 3246454079358458308,
            facts: "0 consumer bills.trips\n1 has of\n1 =of trips.booked",
        };
        match contract_baseline::broken(now) {
            1 => contract_baseline::fail(now),
            2 => contract_baseline::fail(now),
            _ => {}
        }
    }
};
