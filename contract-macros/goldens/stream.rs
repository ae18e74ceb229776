#[doc(hidden)]
#[allow(unexpected_cfgs, unused_imports)]
const _: () = {
    #[cfg(rust_analyzer)]
    use ::contract_core::keys::stream::{
        id as _, http as _, success as _, chunk as _, framing as _, resume as _,
        resume_window as _, redelivery as _, finalization as _, transcript as _,
        readback as _, heartbeat as _, readonly as _, cancel as _, idempotency as _,
    };
    #[cfg(rust_analyzer)]
    use ::contract_core::keys::words::stream_framing::sse as _;
    #[cfg(rust_analyzer)]
    use ::contract_core::keys::words::stream_resume::cursor as _;
    #[cfg(rust_analyzer)]
    use ::contract_core::keys::words::stream_redelivery::exact as _;
    #[cfg(rust_analyzer)]
    use ::contract_core::keys::words::stream_finalization::explicit as _;
    #[cfg(rust_analyzer)]
    use ::contract_core::keys::words::stream_transcript::kept as _;
    #[cfg(rust_analyzer)]
    use ::contract_core::keys::words::stream_cancel::resumable as _;
    #[cfg(rust_analyzer)]
    use ::contract_core::keys::idempotency::key as _;
    #[cfg(rust_analyzer)]
    use ::contract_core::keys::words::idempotency_key::natural as _;
};
async fn watch(Path(id): Path<u64>) -> Sse<Places> {
    places(id)
}
///What stands for the operation `watch`.
#[allow(
    dead_code,
    missing_copy_implementations,
    missing_debug_implementations,
    unreachable_pub
)]
mod watch {
    ///The operation `watch`, as a type: an approval is an `Approved<watch::Op>`.
    pub(super) struct Op(());
}
#[doc(hidden)]
#[allow(deprecated, unexpected_cfgs, unused_qualifications, clippy::absolute_paths)]
const _: () = {
    #[allow(unused_imports)]
    use ::contract_core as __contract;
    #[allow(dead_code)]
    const ERRORS: __contract::declare::ErrorTable = __contract::private::NO_ERRORS;
    #[allow(dead_code)]
    const OPERATION: __contract::declare::OperationTable = __contract::declare::OperationTable {
        mark: __contract::declare::Mark {
            path: ::core::concat!(::core::module_path!(), "::watch()"),
            facts: 16702693475029222080,
        },
        id: "trips.watch",
        module: ::core::module_path!(),
        http: ::core::option::Option::Some(("GET", "/trips/{id}")),
        success: ::core::option::Option::Some(200),
        request: &[
            __contract::declare::Part {
                place: "path",
                wire: <u64 as __contract::Contract>::wire,
                at: __contract::declare::At {
                    file: "",
                    line: 1,
                    column: 1,
                },
            },
        ],
        response: ::core::option::Option::Some(<Place as __contract::Contract>::wire),
        errors: ::core::option::Option::None,
        about: __contract::declare::About {
            clauses: &[
                __contract::declare::Clause {
                    path: "stream/framing",
                    value: __contract::declare::Value::Text("sse"),
                    line: 1,
                    column: 1,
                },
                __contract::declare::Clause {
                    path: "stream/resume",
                    value: __contract::declare::Value::Text("cursor"),
                    line: 1,
                    column: 1,
                },
                __contract::declare::Clause {
                    path: "stream/resume_window",
                    value: __contract::declare::Value::Text("10m"),
                    line: 1,
                    column: 1,
                },
                __contract::declare::Clause {
                    path: "stream/redelivery",
                    value: __contract::declare::Value::Text("exact"),
                    line: 1,
                    column: 1,
                },
                __contract::declare::Clause {
                    path: "stream/finalization",
                    value: __contract::declare::Value::Text("explicit"),
                    line: 1,
                    column: 1,
                },
                __contract::declare::Clause {
                    path: "stream/transcript",
                    value: __contract::declare::Value::Text("kept"),
                    line: 1,
                    column: 1,
                },
                __contract::declare::Clause {
                    path: "stream/readback",
                    value: __contract::declare::Value::Text("trips.places"),
                    line: 1,
                    column: 1,
                },
                __contract::declare::Clause {
                    path: "stream/heartbeat",
                    value: __contract::declare::Value::Text("15s"),
                    line: 1,
                    column: 1,
                },
                __contract::declare::Clause {
                    path: "readonly",
                    value: __contract::declare::Value::Flag,
                    line: 1,
                    column: 1,
                },
                __contract::declare::Clause {
                    path: "cancel",
                    value: __contract::declare::Value::Text("resumable"),
                    line: 1,
                    column: 1,
                },
                __contract::declare::Clause {
                    path: "idempotency",
                    value: __contract::declare::Value::Group,
                    line: 1,
                    column: 1,
                },
                __contract::declare::Clause {
                    path: "idempotency/key",
                    value: __contract::declare::Value::Text("natural"),
                    line: 1,
                    column: 1,
                },
            ],
            ..__contract::declare::About::at("", 1, 1)
        },
    };
    impl __contract::Operation for watch::Op {
        const ID: &'static str = "trips.watch";
    }
    const _: () = {
        <__contract::rules::Check<
            { __contract::rules::no_effects(&ERRORS) },
        > as __contract::rules::C06>::HOLDS;
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
            path: ::core::concat!(::core::module_path!(), "::watch()"),
            hash: 16702693475029222080,
            facts: "0 operation trips.watch\n0 http\n0 method GET\n0 path /trips/{id}\n0 success 200\n1 has cancel\n1 =cancel resumable\n2 has idempotency\n3 has idempotency/key\n3 =idempotency/key natural\n4 has readonly\n4 =readonly readonly\n5 has stream\n6 has stream/finalization\n6 =stream/finalization explicit\n7 has stream/framing\n7 =stream/framing sse\n8 has stream/heartbeat\n8 =stream/heartbeat 15s\n9 has stream/readback\n9 =stream/readback trips.places\n10 has stream/redelivery\n10 =stream/redelivery exact\n11 has stream/resume\n11 =stream/resume cursor\n12 has stream/resume_window\n12 =stream/resume_window 10m\n13 has stream/transcript\n13 =stream/transcript kept",
        };
        match contract_baseline::broken(now) {
            1 => contract_baseline::fail(now),
            2 => contract_baseline::fail(now),
            3 => contract_baseline::fail(now),
            4 => contract_baseline::fail(now),
            5 => contract_baseline::fail(now),
            6 => contract_baseline::fail(now),
            7 => contract_baseline::fail(now),
            8 => contract_baseline::fail(now),
            9 => contract_baseline::fail(now),
            10 => contract_baseline::fail(now),
            11 => contract_baseline::fail(now),
            12 => contract_baseline::fail(now),
            13 => contract_baseline::fail(now),
            14 => contract_baseline::fail(now),
            _ => {}
        }
    }
};
