#[doc(hidden)]
#[allow(deprecated, unexpected_cfgs, unused_qualifications, clippy::absolute_paths)]
const _: () = {
    #[allow(unused_imports)]
    use ::contract_core as __contract;
    #[automatically_derived]
    impl __contract::Contract for Way {
        fn wire() -> __contract::declare::Wire {
            __contract::declare::Wire::Packed(const {
                &__contract::declare::Packed::new(
                    "3:Way 3:Way 3a9a4e89076c929e 1 1 .\n0 enum internal 4:kind . 2 4:Foot . 1 1 .\nunit 5:Train . 1 1 .\nstruct . 1 4:seat . 1 1 .\n",
                    ::core::module_path!(),
                    ::core::any::type_name::<Self>,
                    &[__contract::declare::Shape(<u8 as __contract::Contract>::wire)],
                )
            })
        }
    }
    #[cfg(contract_check)]
    #[unsafe(no_mangle)]
    extern "Rust" fn __contract_check_item_1__hash() -> __contract::declare::Item {
        __contract::declare::Item::Type(<Way as __contract::Contract>::wire)
    }
    #[allow(unused_imports)]
    use __contract::baseline::absent as contract_baseline;
    {
        #[allow(unused_imports)]
        use crate::*;
        let now = &__contract::baseline::Now {
            path: ::core::concat!(::core::module_path!(), "::Way"),
            hash: 4222773951055303326,
            facts: "0 enum\n0 tagging internal `kind`\n1 names Foot\n1 writes-variant Foot\n1 reads-variant Foot\n1 content@Foot unit\n2 names Train\n2 writes-variant Train\n2 reads-variant Train\n2 content@Train struct\n2 ignores@Train *\n3 names@Train seat\n3 writes@Train seat\n3 reads@Train seat\n3 demands@Train seat\n3 type@Train seat u8",
        };
        match contract_baseline::broken(now) {
            1 => contract_baseline::fail(now),
            2 => contract_baseline::fail(now),
            3 => contract_baseline::fail(now),
            4 => contract_baseline::fail(now),
            _ => {}
        }
    }
};
