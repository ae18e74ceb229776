#[doc(hidden)]
#[allow(unexpected_cfgs, unused_imports)]
const _: () = {
    #[cfg(rust_analyzer)]
    use ::contract_core::keys::operation::{
        id as _, http as _, success as _, cancel as _,
    };
    #[cfg(rust_analyzer)]
    use ::contract_core::keys::words::operation_cancel::atomic as _;
};
pub async fn book(Json(it): Json<Sum>) -> Result<Json<Page>, TripError> {
    it()
}
///What stands for the operation `book`.
#[allow(
    dead_code,
    missing_copy_implementations,
    missing_debug_implementations,
    unreachable_pub
)]
pub mod book {
    ///The operation `book`, as a type: an approval is an `Approved<book::Op>`.
    pub struct Op(());
}
#[doc(hidden)]
#[allow(deprecated, unexpected_cfgs, unused_qualifications, clippy::absolute_paths)]
const _: () = {
    #[allow(unused_imports)]
    use ::contract_core as __contract;
    #[allow(dead_code)]
    const ERRORS: __contract::declare::ErrorTable = <TripError as __contract::private::ErrorSet>::TABLE;
    #[allow(dead_code)]
    const OPERATION: __contract::declare::OperationTable = __contract::declare::OperationTable {
        mark: __contract::declare::Mark {
            path: ::core::concat!(::core::module_path!(), "::book()"),
            facts: 6753686319349424968,
        },
        id: "trips.book",
        module: ::core::module_path!(),
        http: ::core::option::Option::Some(("POST", "/trips")),
        success: ::core::option::Option::Some(201),
        request: &[
            __contract::declare::Part {
                place: "body",
                wire: <Sum as __contract::Contract>::wire,
                at: __contract::declare::At {
                    file: "",
                    line: 1,
                    column: 1,
                },
            },
        ],
        response: ::core::option::Option::Some(<Page as __contract::Contract>::wire),
        errors: ::core::option::Option::Some(|| &ERRORS),
        about: __contract::declare::About {
            clauses: &[
                __contract::declare::Clause {
                    path: "cancel",
                    value: __contract::declare::Value::Text("atomic"),
                    line: 1,
                    column: 1,
                },
            ],
            ..__contract::declare::About::at("", 1, 1)
        },
    };
    impl __contract::Operation for book::Op {
        const ID: &'static str = "trips.book";
    }
    const _: () = {
        <__contract::rules::Check<
            { __contract::rules::key_for_retry(&OPERATION.about, &ERRORS) },
        > as __contract::rules::C01>::HOLDS;
        <__contract::rules::Check<
            { __contract::rules::no_free_repeat(&OPERATION.about, &ERRORS) },
        > as __contract::rules::C02>::HOLDS;
    };
    #[cfg(contract_check)]
    #[unsafe(no_mangle)]
    extern "Rust" fn __contract_check_item_1__hash() -> __contract::declare::Item {
        __contract::declare::Item::Operation(&OPERATION)
    }
    #[allow(unused_imports)]
    use __contract::baseline::absent as contract_baseline;
    {
        #[allow(unused_imports)]
        use crate::*;
        let now = &__contract::baseline::Now {
            path: ::core::concat!(::core::module_path!(), "::book()"),
            hash: 6753686319349424968,
            facts: "0 operation trips.book\n0 http\n0 method POST\n0 path /trips\n0 success 201\n1 has cancel\n1 =cancel atomic",
        };
        match contract_baseline::broken(now) {
            1 => contract_baseline::fail(now),
            2 => contract_baseline::fail(now),
            _ => {}
        }
    }
};
