fn run() {}
#[doc(hidden)]
#[allow(deprecated, unexpected_cfgs, unused_qualifications, clippy::absolute_paths)]
const _: () = {
    #[allow(unused_imports)]
    use ::contract_core as __contract;
    #[allow(dead_code)]
    const JOB: __contract::declare::JobTable = __contract::declare::JobTable {
        id: "trips.run",
        module: ::core::module_path!(),
        states: <Trip as __contract::JobState>::states,
        errors: ::core::option::Option::None,
        about: __contract::declare::About {
            clauses: &[
                __contract::declare::Clause {
                    path: "create",
                    value: __contract::declare::Value::Text("trips.book"),
                    line: 1,
                    column: 1,
                },
                __contract::declare::Clause {
                    path: "observe",
                    value: __contract::declare::Value::Text("trips.get"),
                    line: 1,
                    column: 1,
                },
                __contract::declare::Clause {
                    path: "progress",
                    value: __contract::declare::Value::Text("status"),
                    line: 1,
                    column: 1,
                },
                __contract::declare::Clause {
                    path: "cancel",
                    value: __contract::declare::Value::Text("unsupported"),
                    line: 1,
                    column: 1,
                },
                __contract::declare::Clause {
                    path: "logs",
                    value: __contract::declare::Value::Text("none"),
                    line: 1,
                    column: 1,
                },
                __contract::declare::Clause {
                    path: "timeout",
                    value: __contract::declare::Value::Text("1h"),
                    line: 1,
                    column: 1,
                },
                __contract::declare::Clause {
                    path: "heartbeat",
                    value: __contract::declare::Value::Text("30s"),
                    line: 1,
                    column: 1,
                },
                __contract::declare::Clause {
                    path: "retention",
                    value: __contract::declare::Value::Text("30d"),
                    line: 1,
                    column: 1,
                },
                __contract::declare::Clause {
                    path: "max_attempts",
                    value: __contract::declare::Value::Number("1"),
                    line: 1,
                    column: 1,
                },
                __contract::declare::Clause {
                    path: "restart",
                    value: __contract::declare::Value::Text("lost"),
                    line: 1,
                    column: 1,
                },
                __contract::declare::Clause {
                    path: "items",
                    value: __contract::declare::Value::Text("at_most_once"),
                    line: 1,
                    column: 1,
                },
            ],
            ..__contract::declare::About::at("", 1, 1)
        },
    };
    const _: () = {
        <__contract::rules::Check<
            {
                __contract::rules::has_ending(
                    <Trip as __contract::JobState>::STATES,
                    "timed_out",
                )
            },
        > as __contract::rules::J08>::HOLDS;
    };
    #[cfg(contract_check)]
    #[unsafe(no_mangle)]
    extern "Rust" fn __contract_check_item_1__hash() -> __contract::declare::Item {
        __contract::declare::Item::Job(&JOB)
    }
};
