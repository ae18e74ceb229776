#[doc(hidden)]
#[allow(deprecated, unused_qualifications, clippy::absolute_paths)]
const _: () = {
    #[allow(unused_imports)]
    use ::contract_core as __contract;
    #[automatically_derived]
    impl __contract::Contract for Range {
        fn wire() -> __contract::declare::Wire {
            __contract::declare::Wire::Named(const {
                &__contract::declare::Definition {
                    mark: __contract::declare::Mark {
                        path: ::core::concat!(::core::module_path!(), "::Range"),
                        facts: 1170993506250603081,
                    },
                    name: "Range",
                    type_name: ::core::any::type_name::<Self>,
                    module: ::core::module_path!(),
                    arguments: &[],
                    constants: __contract::declare::Definition::NO_CONSTANTS,
                    about: __contract::declare::About::at("", 1, 1),
                    event: ::core::option::Option::None,
                    body: __contract::declare::Body::Tuple(const {
                        &[
                            __contract::declare::Field::new(
                                "0",
                                <u8 as __contract::Contract>::wire,
                                __contract::declare::About::at("", 1, 1),
                            ),
                            __contract::declare::Field::new(
                                "1",
                                <u16 as __contract::Contract>::wire,
                                __contract::declare::About::at("", 1, 1),
                            ),
                        ]
                    }),
                }
            })
        }
    }
    #[allow(unexpected_cfgs)]
    const _: () = {
        #[cfg(contract_check)]
        #[unsafe(no_mangle)]
        extern "Rust" fn __contract_check_item_1__hash() -> __contract::declare::Item {
            __contract::declare::Item::Type(<Range as __contract::Contract>::wire)
        }
    };
    const _: () = {
        #[allow(unused_imports)]
        use __contract::baseline::absent as contract_baseline;
        {
            #[allow(unused_imports)]
            use crate::*;
            const NOW: __contract::baseline::Now = __contract::baseline::Now {
                path: ::core::concat!(::core::module_path!(), "::Range"),
                hash: 1170993506250603081,
                facts: "0 tuple",
            };
            match contract_baseline::broken(&NOW) {
                1 => contract_baseline::fail(&NOW),
                _ => {}
            }
        }
    };
};
