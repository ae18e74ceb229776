#[doc(hidden)]
#[allow(deprecated, unused_qualifications, clippy::absolute_paths)]
const _: () = {
    #[allow(unused_imports)]
    use ::contract_core as __contract;
    #[automatically_derived]
    impl<'a, T> __contract::Contract for Page<'a, T>
    where
        T: __contract::Contract,
    {
        const LEVEL: ::core::option::Option<__contract::Level> = __contract::declare::weakest(
            &[<T as __contract::Contract>::LEVEL],
        );
        fn wire() -> __contract::declare::Wire {
            __contract::declare::Wire::Named(const {
                &__contract::declare::Definition {
                    mark: __contract::declare::Mark {
                        path: ::core::concat!(::core::module_path!(), "::Page"),
                        facts: 12311389339823341620,
                    },
                    name: "Page",
                    type_name: ::core::any::type_name::<Self>,
                    module: ::core::module_path!(),
                    arguments: &[<T as __contract::Contract>::wire],
                    constants: __contract::declare::Definition::NO_CONSTANTS,
                    about: __contract::declare::About::at("", 1, 1),
                    event: ::core::option::Option::None,
                    body: __contract::declare::Body::Struct(__contract::declare::StructTable {
                        fields: const {
                            &[
                                __contract::declare::Field::new(
                                    "items",
                                    <&'a [T] as __contract::Contract>::wire,
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
    const _: () = {
        #[allow(unused_imports)]
        use __contract::baseline::absent as contract_baseline;
        {
            #[allow(unused_imports)]
            use crate::*;
            const NOW: __contract::baseline::Now = __contract::baseline::Now {
                path: ::core::concat!(::core::module_path!(), "::Page"),
                hash: 12311389339823341620,
                facts: "0 struct\n0 ignores *\n1 names items\n1 writes items\n1 reads items\n1 demands items",
            };
            match contract_baseline::broken(&NOW) {
                1 => contract_baseline::fail(&NOW),
                2 => contract_baseline::fail(&NOW),
                _ => {}
            }
        }
    };
};
