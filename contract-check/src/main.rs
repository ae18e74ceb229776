//! `cargo contract-check`.

use std::process::ExitCode;

fn main() -> ExitCode {
    ExitCode::from(contract_check::run(std::env::args_os().collect()))
}
