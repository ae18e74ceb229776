#[doc(hidden)]
#[allow(unexpected_cfgs, unused_imports)]
const _: () = {
    #[cfg(rust_analyzer)]
    use ::contract_core::keys::job::{
        id as _, create as _, observe as _, states as _, progress as _, cancel as _,
        logs as _, timeout as _, heartbeat as _, retention as _, max_attempts as _,
        restart as _, items as _,
    };
    #[cfg(rust_analyzer)]
    use ::contract_core::keys::words::job_progress::status as _;
    #[cfg(rust_analyzer)]
    use ::contract_core::keys::words::job_cancel::unsupported as _;
    #[cfg(rust_analyzer)]
    use ::contract_core::keys::words::job_logs::none as _;
    #[cfg(rust_analyzer)]
    use ::contract_core::keys::words::job_restart::lost as _;
    #[cfg(rust_analyzer)]
    use ::contract_core::keys::words::job_items::at_most_once as _;
};
fn run() {}
#[doc(hidden)]
#[allow(deprecated, unexpected_cfgs, unused_qualifications, clippy::absolute_paths)]
const _: () = {
    #[allow(unused_imports)]
    use ::contract_core as __contract;
    #[allow(dead_code)]
    const JOB: __contract::declare::JobTable = __contract::declare::JobTable {
        mark: __contract::declare::Mark {
            path: ::core::concat!(::core::module_path!(), "::run()"),
            facts: 2856662752643825168,
        },
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
    #[allow(unused_imports)]
    use __contract::baseline::absent as contract_baseline;
    {
        #[allow(unused_imports)]
        use crate::*;
        let now = &__contract::baseline::Now {
            path: ::core::concat!(::core::module_path!(), "::run()"),
            hash: 2856662752643825168,
            facts: "0 job trips.run\n1 has cancel\n1 =cancel unsupported\n2 has create\n2 =create trips.book\n3 has heartbeat\n3 =heartbeat 30s\n4 has items\n4 =items at_most_once\n5 has logs\n5 =logs none\n6 has max_attempts\n6 =max_attempts 1\n7 has observe\n7 =observe trips.get\n8 has progress\n8 =progress status\n9 has restart\n9 =restart lost\n10 has retention\n10 =retention 30d\n11 has timeout\n11 =timeout 1h",
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
            _ => {}
        }
    }
};
