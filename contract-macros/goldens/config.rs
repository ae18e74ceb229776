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
};
