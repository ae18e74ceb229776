#[doc(hidden)]
#[allow(deprecated, unexpected_cfgs, unused_qualifications, clippy::absolute_paths)]
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
            __contract::declare::Wire::Packed(const {
                &__contract::declare::Packed::new(
                    "4:Page 4:Page aadad76043b38034 1 1 .\n1 struct . 1 5:items . 1 1 .\n",
                    ::core::module_path!(),
                    ::core::any::type_name::<Self>,
                    &[
                        __contract::declare::Shape(<T as __contract::Contract>::wire),
                        __contract::declare::Shape(
                            <&'a [T] as __contract::Contract>::wire,
                        ),
                    ],
                )
            })
        }
    }
    #[allow(unused_imports)]
    use __contract::baseline::absent as contract_baseline;
    {
        #[allow(unused_imports)]
        use crate::*;
        let now = &__contract::baseline::Now {
            path: ::core::concat!(::core::module_path!(), "::Page"),
            hash: 12311389339823341620,
            facts: "0 struct\n0 ignores *\n1 names items\n1 writes items\n1 reads items\n1 demands items",
        };
        match contract_baseline::broken(now) {
            1 => contract_baseline::fail(now),
            2 => contract_baseline::fail(now),
            _ => {}
        }
    }
};
