#[doc(hidden)]
#[allow(unexpected_cfgs, unused_imports)]
const _: () = {
    #[cfg(rust_analyzer)]
    use ::contract_core::keys::type_keys::event as _;
    #[cfg(rust_analyzer)]
    use ::contract_core::keys::event::{id as _, send as _, channel as _};
};
#[doc(hidden)]
#[allow(deprecated, unexpected_cfgs, unused_qualifications, clippy::absolute_paths)]
const _: () = {
    #[allow(unused_imports)]
    use ::contract_core as __contract;
    #[automatically_derived]
    impl __contract::Contract for Booked {
        fn wire() -> __contract::declare::Wire {
            __contract::declare::Wire::Packed(const {
                &__contract::declare::Packed::new(
                    "6:Booked 6:Booked 87e0ec3062188777 1 1 .\n0 event 12:trips.booked sent channel 5:trips . 1 1 .\nstruct . 1 2:id . 1 1 .\n",
                    ::core::module_path!(),
                    ::core::any::type_name::<Self>,
                    &[__contract::declare::Shape(<u64 as __contract::Contract>::wire)],
                )
            })
        }
    }
    #[cfg(contract_check)]
    #[unsafe(no_mangle)]
    extern "Rust" fn __contract_check_item_1__hash() -> __contract::declare::Item {
        __contract::declare::Item::Type(<Booked as __contract::Contract>::wire)
    }
    #[allow(unused_imports)]
    use __contract::baseline::absent as contract_baseline;
    {
        #[allow(unused_imports)]
        use crate::*;
        let now = &__contract::baseline::Now {
            path: ::core::concat!(::core::module_path!(), "::Booked"),
            hash: 9791085282451818359,
            facts: "0 struct\n0 ignores *\n1 names id\n1 writes id\n1 reads id\n1 demands id\n1 type id u64",
        };
        match contract_baseline::broken(now) {
            1 => contract_baseline::fail(now),
            2 => contract_baseline::fail(now),
            _ => {}
        }
    }
    const _: () = {
        #[allow(unused_imports)]
        use __contract::baseline::absent as contract_baseline;
        {
            #[allow(unused_imports)]
            use crate::*;
            let now = &__contract::baseline::Now {
                path: ::core::concat!(::core::module_path!(), "::Booked as Event"),
                hash: 18443500928671819181,
                facts: "0 event trips.booked\n1 has channel\n1 =channel trips\n2 has direction\n2 =direction send",
            };
            match contract_baseline::broken(now) {
                1 => contract_baseline::fail(now),
                2 => contract_baseline::fail(now),
                3 => contract_baseline::fail(now),
                _ => {}
            }
        }
    };
};
