//! `completions`: the completions for a shell.

use clap::CommandFactory as _;
use clap_complete::Shell;

use super::{Failure, Screen};
use crate::cli::{Cli, CompletionsArgs};
use crate::exit;

/// What the command is called on disk, and so by shells.
const PROGRAM: &str = "cargo-contract-check";

/// Runs the command.
///
/// # Errors
/// When the screen fails.
pub fn run(arguments: &CompletionsArgs, screen: &mut Screen<'_>) -> Result<u8, Failure> {
    // `clap_complete` panics where it cannot write, so it writes into memory.
    let mut script = Vec::new();
    clap_complete::generate(arguments.shell, &mut Cli::command(), PROGRAM, &mut script);
    if arguments.shell == Shell::Bash {
        script = mended(&script);
    }
    screen.out.write_all(&script)?;
    Ok(exit::OK)
}

/// `clap_complete` 4.6.11 writes a hyphen in the program's name in two ways, `__` where a
/// subcommand is seen and `__subcmd__` where it is completed, so that no subcommand would be.
fn mended(script: &[u8]) -> Vec<u8> {
    let name = |hyphen| PROGRAM.replace('-', hyphen);
    String::from_utf8_lossy(script).replace(&name("__subcmd__"), &name("__")).into_bytes()
}
