#[doc(hidden)]
#[allow(unexpected_cfgs, unused_imports)]
const _: () = {
    #[cfg(rust_analyzer)]
    use ::contract_core::keys::provider::{
        provider as _, mode_var as _, differs_from_live as _,
    };
    #[cfg(rust_analyzer)]
    use ::contract_core::keys::variable::mode as _;
    #[cfg(rust_analyzer)]
    use ::contract_core::keys::variable::{
        env as _, secret as _, required_in as _, help as _,
    };
    #[cfg(rust_analyzer)]
    use ::contract_core::keys::words::variable_required_in::live as _;
};
#[doc(hidden)]
#[allow(deprecated, unexpected_cfgs, unused_qualifications, clippy::absolute_paths)]
const _: () = {
    #[allow(unused_imports)]
    use ::contract_core as __contract;
    #[automatically_derived]
    impl __contract::ContractConfig for Rail {
        fn table() -> &'static __contract::declare::ProviderTable {
            const {
                &__contract::declare::ProviderTable {
                    mark: __contract::declare::Mark {
                        path: ::core::concat!(
                            ::core::module_path!(), "::Rail as ContractConfig"
                        ),
                        facts: 15878136047888375986,
                    },
                    id: "rail",
                    module: ::core::module_path!(),
                    mode_variable: "RAIL_MODE",
                    modes: &["deterministic", "sandbox", "live"],
                    variables: &[
                        __contract::declare::Variable {
                            name: "RAIL_KEY",
                            required_in: &["live"],
                            secret: true,
                            about: __contract::declare::About {
                                doc: "the key",
                                ..__contract::declare::About::at("", 1, 1)
                            },
                        },
                    ],
                    about: __contract::declare::About {
                        clauses: &[
                            __contract::declare::Clause {
                                path: "differs_from_live/delays",
                                value: __contract::declare::Value::Text("no train is late"),
                                line: 1,
                                column: 1,
                            },
                        ],
                        ..__contract::declare::About::at("", 1, 1)
                    },
                }
            }
        }
        fn load_with(
            read: &mut dyn ::core::ops::FnMut(&str) -> __contract::private::Found,
        ) -> ::core::result::Result<Self, __contract::Blocked> {
            const {
                __contract::private::secret::<Option<Secret>>();
            }
            let mut loading = __contract::private::Loading::start(
                <Self as __contract::ContractConfig>::table(),
                read,
            );
            let value_0 = loading.some::<Secret>(0);
            let ready = loading.end()?;
            ::core::result::Result::Ok(Self {
                mode: ready.mode(),
                key: ready.take(value_0),
            })
        }
    }
    #[cfg(contract_check)]
    #[unsafe(no_mangle)]
    extern "Rust" fn __contract_check_item_1__hash() -> __contract::declare::Item {
        __contract::declare::Item::Provider(
            <Rail as __contract::ContractConfig>::table(),
        )
    }
    #[allow(unused_imports)]
    use __contract::baseline::absent as contract_baseline;
    {
        #[allow(unused_imports)]
        use crate::*;
        let now = &__contract::baseline::Now {
            path: ::core::concat!(::core::module_path!(), "::Rail as ContractConfig"),
            hash: 15878136047888375986,
            facts: "0 provider rail\n1 has differs_from_live/delays\n1 =differs_from_live/delays no train is late\n2 has mode_variable\n2 =mode_variable RAIL_MODE\n3 has modes\n3 =modes deterministic, live, sandbox\n4 has config/RAIL_KEY\n5 has config/RAIL_KEY/required_in\n5 =config/RAIL_KEY/required_in live\n6 has config/RAIL_KEY/secret\n6 =config/RAIL_KEY/secret secret",
        };
        match contract_baseline::broken(now) {
            1 => contract_baseline::fail(now),
            2 => contract_baseline::fail(now),
            3 => contract_baseline::fail(now),
            4 => contract_baseline::fail(now),
            5 => contract_baseline::fail(now),
            6 => contract_baseline::fail(now),
            7 => contract_baseline::fail(now),
            _ => {}
        }
    }
};
