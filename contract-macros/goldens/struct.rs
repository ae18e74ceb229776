#[doc(hidden)]
#[allow(deprecated, unused_qualifications, clippy::absolute_paths)]
const _: () = {
    #[allow(unused_imports)]
    use ::contract_core as __contract;
    #[automatically_derived]
    impl __contract::Contract for Sum {
        const LEVEL: ::core::option::Option<__contract::Level> = ::core::option::Option::Some(
            __contract::Level::Stable,
        );
        fn wire() -> __contract::declare::Wire {
            __contract::declare::Wire::Named(const {
                &__contract::declare::Definition {
                    mark: __contract::declare::Mark {
                        path: ::core::concat!(::core::module_path!(), "::Sum"),
                        facts: 1248358582117048277,
                    },
                    name: "Sum",
                    type_name: ::core::any::type_name::<Self>,
                    module: ::core::module_path!(),
                    arguments: &[],
                    constants: __contract::declare::Definition::NO_CONSTANTS,
                    about: __contract::declare::About {
                        level: ::core::option::Option::Some(__contract::Level::Stable),
                        doc: "What is paid.",
                        ..__contract::declare::About::at("", 1, 1)
                    },
                    event: ::core::option::Option::None,
                    body: __contract::declare::Body::Struct(__contract::declare::StructTable {
                        fields: const {
                            &[
                                __contract::declare::Field::new(
                                    "amount",
                                    <u64 as __contract::Contract>::wire,
                                    __contract::declare::About {
                                        unit: ::core::option::Option::Some("EUR"),
                                        ..__contract::declare::About::at("", 1, 1)
                                    },
                                ),
                                __contract::declare::Field::new(
                                    "note",
                                    <Option<String> as __contract::Contract>::wire,
                                    __contract::declare::About::at("", 1, 1),
                                ),
                            ]
                        },
                        refuses_unknown: false,
                        tag: ::core::option::Option::None,
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
            __contract::declare::Item::Type(<Sum as __contract::Contract>::wire)
        }
    };
    const _: () = {
        #[allow(unused_imports)]
        use __contract::baseline::absent as contract_baseline;
        {
            #[allow(unused_imports)]
            use crate::*;
            const NOW: __contract::baseline::Now = __contract::baseline::Now {
                path: ::core::concat!(::core::module_path!(), "::Sum"),
                hash: 1248358582117048277,
                facts: "0 level . stable\n0 struct\n0 ignores *\n1 names amount\n1 writes amount\n1 reads amount\n1 demands amount\n1 type amount u64\n2 names note\n2 writes note\n2 reads note\n2 spares note\n2 type note string",
            };
            match contract_baseline::broken(&NOW) {
                1 => contract_baseline::fail(&NOW),
                2 => contract_baseline::fail(&NOW),
                3 => contract_baseline::fail(&NOW),
                _ => {}
            }
        }
    };
};
