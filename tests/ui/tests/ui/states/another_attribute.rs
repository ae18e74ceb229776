//! The attribute of another macro is one mistake, not one for each key that is then missing.

use contract_core::{ContractConfig, JobState, Mode};

#[derive(JobState)]
enum Export {
    #[contract(initial, next(Done, Failed))]
    Running,
    #[contract(terminal(completed))]
    Done,
    #[contract(terminal(failed))]
    Failed,
}

#[derive(ContractConfig)]
#[contract(provider = "bank", mode_var = "BANK_MODE")]
struct Bank {
    #[contract(mode)]
    mode: Mode,
}

fn main() {}
