#[doc(hidden)]
#[allow(unexpected_cfgs, unused_imports)]
const _: () = {
    #[cfg(rust_analyzer)]
    use ::contract_core::keys::type_keys::levl as _;
};
#[doc(hidden)]
#[allow(deprecated, unexpected_cfgs, unused_qualifications, clippy::absolute_paths)]
const _: () = {
    #[allow(unused_imports)]
    use ::contract_core as __contract;
    #[automatically_derived]
    impl __contract::Contract for Bad {
        fn wire() -> __contract::declare::Wire {
            __contract::declare::Wire::Opaque(
                "unknown: its attributes have mistakes",
                ::core::option::Option::None,
            )
        }
    }
};
::core::compile_error! {
    "`levl` is not a key of `#[contract(..)]` on a type; did you mean `level`?"
}
