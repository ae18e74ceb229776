#[doc(hidden)]
#[allow(unexpected_cfgs, unused_imports)]
const _: () = {
    #[cfg(rust_analyzer)]
    use ::contract_core::keys::error_set::{domain as _, closed as _};
    #[cfg(rust_analyzer)]
    use ::contract_core::keys::error_code::{
        code as _, status as _, retry as _, effects as _,
    };
    #[cfg(rust_analyzer)]
    use ::contract_core::keys::words::error_code_retry::never as _;
    #[cfg(rust_analyzer)]
    use ::contract_core::keys::words::error_code_effects::none as _;
};
#[doc(hidden)]
#[allow(deprecated, unexpected_cfgs, unused_qualifications, clippy::absolute_paths)]
const _: () = {
    #[allow(unused_imports)]
    use ::contract_core as __contract;
    #[automatically_derived]
    impl __contract::private::ErrorSet for TripError {
        const TABLE: __contract::declare::ErrorTable = __contract::declare::ErrorTable {
            mark: __contract::declare::Mark {
                path: ::core::concat!(
                    ::core::module_path!(), "::TripError as ContractError"
                ),
                facts: 7745263616520005637,
            },
            name: "TripError",
            type_name: ::core::any::type_name::<Self>,
            module: ::core::module_path!(),
            domain: "https://trips.example/errors",
            open: false,
            codes: &[
                __contract::declare::ErrorCode {
                    rust_name: "Full",
                    code: "FULL",
                    status: 409,
                    retry: __contract::Retry::Never,
                    effects: __contract::Effects::None,
                    role: __contract::Role::Domain,
                    about: __contract::declare::About::at("", 1, 1),
                },
            ],
            about: __contract::declare::About::at("", 1, 1),
        };
    }
    #[automatically_derived]
    impl __contract::ContractError for TripError {
        fn table() -> &'static __contract::declare::ErrorTable {
            const { &<Self as __contract::private::ErrorSet>::TABLE }
        }
        fn entry(&self) -> &'static __contract::declare::ErrorCode {
            let index = match self {
                Self::Full { .. } => 0,
            };
            &<Self as __contract::ContractError>::table().codes[index]
        }
    }
    #[cfg(contract_check)]
    #[unsafe(no_mangle)]
    extern "Rust" fn __contract_check_item_1__hash() -> __contract::declare::Item {
        __contract::declare::Item::Errors(
            <TripError as __contract::ContractError>::table(),
        )
    }
    #[allow(unused_imports)]
    use __contract::baseline::absent as contract_baseline;
    {
        #[allow(unused_imports)]
        use crate::*;
        let now = &__contract::baseline::Now {
            path: ::core::concat!(
                ::core::module_path!(), "::TripError as ContractError"
            ),
            hash: 7745263616520005637,
            facts: "0 errors\n0 is closed\n0 domain https://trips.example/errors\n1 names FULL\n1 code FULL\n1 status@FULL 409\n1 retry@FULL never\n1 effects@FULL none\n1 role@FULL domain",
        };
        match contract_baseline::broken(now) {
            1 => contract_baseline::fail(now),
            2 => contract_baseline::fail(now),
            _ => {}
        }
    }
};
