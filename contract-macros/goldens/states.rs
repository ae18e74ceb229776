#[doc(hidden)]
#[allow(unexpected_cfgs, unused_imports)]
const _: () = {
    #[cfg(rust_analyzer)]
    use ::contract_core::keys::state::{initial as _, next as _};
    #[cfg(rust_analyzer)]
    use ::contract_core::keys::state::terminal as _;
    #[cfg(rust_analyzer)]
    use ::contract_core::keys::words::state_terminal::completed as _;
    #[cfg(rust_analyzer)]
    use ::contract_core::keys::state::terminal as _;
    #[cfg(rust_analyzer)]
    use ::contract_core::keys::words::state_terminal::failed as _;
};
#[doc(hidden)]
#[allow(deprecated, unexpected_cfgs, unused_qualifications, clippy::absolute_paths)]
const _: () = {
    #[allow(unused_imports)]
    use ::contract_core as __contract;
    #[automatically_derived]
    impl __contract::JobState for Trip {
        const STATES: &'static [__contract::declare::State] = &[
            __contract::declare::State {
                name: "On",
                kind: __contract::declare::StateKind::Initial,
                next: &["Over", "Broken"],
                about: __contract::declare::About::at("", 1, 1),
            },
            __contract::declare::State {
                name: "Over",
                kind: __contract::declare::StateKind::Terminal("completed"),
                next: &[],
                about: __contract::declare::About::at("", 1, 1),
            },
            __contract::declare::State {
                name: "Broken",
                kind: __contract::declare::StateKind::Terminal("failed"),
                next: &[],
                about: __contract::declare::About::at("", 1, 1),
            },
        ];
        fn state(&self) -> &'static __contract::declare::State {
            let index = match self {
                Self::On { .. } => 0,
                Self::Over { .. } => 1,
                Self::Broken { .. } => 2,
            };
            &<Self as __contract::JobState>::STATES[index]
        }
    }
};
