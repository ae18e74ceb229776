#[doc(hidden)]
#[allow(unexpected_cfgs)]
const RELEASED: ::contract_core::baseline::Released = ::contract_core::baseline::Released {
    text: "\n% format 1\n% feature maps\n@ rail::Sum 00ff\n# it\n",
    index: &[16873446656903373108, 255, 44],
    active: ::core::cfg!(feature = "maps") && !::core::cfg!(contract_check)
        && !::contract_core::baseline::is_off(::core::option_env!("CONTRACT_CHECK")),
};
#[doc(hidden)]
#[allow(dead_code)]
pub(crate) const fn broken(now: &::contract_core::baseline::Now) -> usize {
    RELEASED.broken(now)
}
#[doc(hidden)]
#[allow(dead_code)]
#[track_caller]
pub(crate) const fn fail(now: &::contract_core::baseline::Now) -> ! {
    RELEASED.fail(now)
}
