#[doc(hidden)]
#[allow(unexpected_cfgs, unused_imports)]
const _: () = {
    #[cfg(rust_analyzer)]
    use ::contract_core::keys::type_keys::level as _;
    #[cfg(rust_analyzer)]
    use ::contract_core::keys::words::type_keys_level::stable as _;
    #[cfg(rust_analyzer)]
    use ::contract_core::keys::field::unit as _;
};
#[doc(hidden)]
#[allow(deprecated, unexpected_cfgs, unused_qualifications, clippy::absolute_paths)]
const _: () = {
    #[allow(unused_imports)]
    use ::contract_core as __contract;
    #[automatically_derived]
    impl __contract::Contract for Sum {
        const LEVEL: ::core::option::Option<__contract::Level> = ::core::option::Option::Some(
            __contract::Level::Stable,
        );
        fn wire() -> __contract::declare::Wire {
            __contract::declare::Wire::Packed(const {
                &__contract::declare::Packed::new(
                    "3:Sum 3:Sum bd9d8d6ae078a781 1 1 level stable doc 13:What is paid. .\n0 struct . 2 6:amount . 1 1 unit 3:EUR .\n4:note . 1 1 .\n",
                    ::core::module_path!(),
                    ::core::any::type_name::<Self>,
                    &[
                        __contract::declare::Shape(<u64 as __contract::Contract>::wire),
                        __contract::declare::Shape(
                            <Option<String> as __contract::Contract>::wire,
                        ),
                    ],
                )
            })
        }
    }
    #[cfg(contract_check)]
    #[unsafe(no_mangle)]
    extern "Rust" fn __contract_check_item_1__hash() -> __contract::declare::Item {
        __contract::declare::Item::Type(<Sum as __contract::Contract>::wire)
    }
    #[allow(unused_imports)]
    use __contract::baseline::absent as contract_baseline;
    {
        #[allow(unused_imports)]
        use crate::*;
        let now = &__contract::baseline::Now {
            path: ::core::concat!(::core::module_path!(), "::Sum"),
            hash: 13663232334684006273,
            facts: "0 level . stable\n0 struct\n0 ignores *\n1 names amount\n1 writes amount\n1 reads amount\n1 demands amount\n1 type amount u64\n1 has fields/amount/unit\n1 =fields/amount/unit EUR\n2 names note\n2 writes note\n2 reads note\n2 null note\n2 spares note\n2 type note string",
        };
        match contract_baseline::broken(now) {
            1 => contract_baseline::fail(now),
            2 => contract_baseline::fail(now),
            3 => contract_baseline::fail(now),
            _ => {}
        }
    }
};
