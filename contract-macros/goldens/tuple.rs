#[doc(hidden)]
#[allow(deprecated, unexpected_cfgs, unused_qualifications, clippy::absolute_paths)]
const _: () = {
    #[allow(unused_imports)]
    use ::contract_core as __contract;
    #[automatically_derived]
    impl __contract::Contract for Range {
        fn wire() -> __contract::declare::Wire {
            __contract::declare::Wire::Packed(const {
                &__contract::declare::Packed::new(
                    "5:Range 5:Range 10403463c65b3a49 1 1 .\n0 tuple 2 1:0 . 1 1 .\n1:1 . 1 1 .\n",
                    ::core::module_path!(),
                    ::core::any::type_name::<Self>,
                    &[
                        __contract::declare::Shape(<u8 as __contract::Contract>::wire),
                        __contract::declare::Shape(<u16 as __contract::Contract>::wire),
                    ],
                )
            })
        }
    }
    #[cfg(contract_check)]
    #[unsafe(no_mangle)]
    extern "Rust" fn __contract_check_item_1__hash() -> __contract::declare::Item {
        __contract::declare::Item::Type(<Range as __contract::Contract>::wire)
    }
    #[allow(unused_imports)]
    use __contract::baseline::absent as contract_baseline;
    {
        #[allow(unused_imports)]
        use crate::*;
        let now = &__contract::baseline::Now {
            path: ::core::concat!(::core::module_path!(), "::Range"),
            hash: 1170993506250603081,
            facts: "0 tuple",
        };
        match contract_baseline::broken(now) {
            1 => contract_baseline::fail(now),
            _ => {}
        }
    }
};
