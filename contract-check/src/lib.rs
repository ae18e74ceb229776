//! The judge of integration contracts.

pub mod cli;
pub mod cmd;
pub mod content;
pub mod date;
pub mod diff;
pub mod evaluate;
pub mod exit;
pub mod finding;
mod hash;
pub mod json;
pub mod module;
pub mod openapi;
pub mod pact;
pub mod policy;
pub mod report;
pub mod rules;
pub mod schema;
pub mod shape;
pub mod sources;
pub mod verdict;

use std::ffi::OsString;

use clap::{CommandFactory as _, FromArgMatches as _};

/// The whole program, from its arguments (the first is its name) to its exit code.
pub fn run(mut arguments: Vec<OsString>) -> u8 {
    if let Some(code) = sources::cargo::wrapper::run(&arguments) {
        return code;
    }
    // Cargo calls `cargo-contract-check contract-check ..`.
    if arguments.get(1).is_some_and(|first| first == "contract-check") {
        arguments.remove(1);
    }
    let command = cli::Cli::command().color(cli::help_color());
    let parsed = command.try_get_matches_from(arguments);
    match parsed.and_then(|matches| cli::Cli::from_arg_matches(&matches)) {
        Ok(cli) => cmd::run(cli),
        Err(error) => {
            // Help on standard output, mistakes on standard error; if neither can be written,
            // nobody is there to read.
            let _ = error.print();
            if error.use_stderr() { exit::USAGE } else { exit::OK }
        }
    }
}
