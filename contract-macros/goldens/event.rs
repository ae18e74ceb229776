#[doc(hidden)]
#[allow(deprecated, unused_qualifications, clippy::absolute_paths)]
const _: () = {
    #[allow(unused_imports)]
    use ::contract_core as __contract;
    #[automatically_derived]
    impl __contract::Contract for Booked {
        fn wire() -> __contract::declare::Wire {
            __contract::declare::Wire::Named(const {
                &__contract::declare::Definition {
                    mark: __contract::declare::Mark {
                        path: ::core::concat!(::core::module_path!(), "::Booked"),
                        facts: 9791085282451818359,
                    },
                    name: "Booked",
                    type_name: ::core::any::type_name::<Self>,
                    module: ::core::module_path!(),
                    arguments: &[],
                    constants: __contract::declare::Definition::NO_CONSTANTS,
                    about: __contract::declare::About::at("", 1, 1),
                    event: ::core::option::Option::Some(__contract::declare::EventTable {
                        id: "trips.booked",
                        sent: true,
                        channel: ::core::option::Option::Some("trips"),
                        about: __contract::declare::About::at("", 1, 1),
                    }),
                    body: __contract::declare::Body::Struct(__contract::declare::StructTable {
                        fields: const {
                            &[
                                __contract::declare::Field::new(
                                    "id",
                                    <u64 as __contract::Contract>::wire,
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
            __contract::declare::Item::Type(<Booked as __contract::Contract>::wire)
        }
    };
    const _: () = {
        #[allow(unused_imports)]
        use __contract::baseline::absent as contract_baseline;
        {
            #[allow(unused_imports)]
            use crate::*;
            const NOW: __contract::baseline::Now = __contract::baseline::Now {
                path: ::core::concat!(::core::module_path!(), "::Booked"),
                hash: 9791085282451818359,
                facts: "0 struct\n0 ignores *\n1 names id\n1 writes id\n1 reads id\n1 demands id\n1 type id u64",
            };
            match contract_baseline::broken(&NOW) {
                1 => contract_baseline::fail(&NOW),
                2 => contract_baseline::fail(&NOW),
                _ => {}
            }
        }
    };
};
