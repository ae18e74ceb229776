#[doc(hidden)]
#[allow(deprecated, unexpected_cfgs, unused_qualifications, clippy::absolute_paths)]
const _: () = {
    #[allow(unused_imports)]
    use ::contract_core as __contract;
    #[automatically_derived]
    impl __contract::private::IntoResponse for TripError {
        fn into_response(self) -> __contract::private::Response {
            __contract::private::IntoResponse::into_response(
                __contract::ContractError::problem(&self),
            )
        }
    }
};
