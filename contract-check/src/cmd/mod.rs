//! One file per subcommand. Commands read and write; what a change means is decided elsewhere.

pub mod accept;
pub mod changelog;
pub mod check;
pub mod compare;
pub mod completions;
pub mod consumers;
pub mod declare;
pub mod explain;
pub mod export;
pub mod import;
pub mod init;
mod judge;
pub mod man;
mod modules;
pub mod release;

use std::io::{self, IsTerminal as _, Write};

use std::path::Path;
use std::time::{SystemTime, UNIX_EPOCH};

use crate::cli::{Cli, Command};
use crate::date::Date;
use crate::exit;

/// Where a command prints: verdicts and data to `out`, progress and errors to `err`.
pub struct Screen<'a> {
    /// Standard output.
    pub out: &'a mut dyn Write,
    /// Standard error.
    pub err: &'a mut dyn Write,
    /// Whether standard output is a terminal.
    pub out_is_terminal: bool,
}

/// Why a command could not do its work. Every one of these ends with [`exit::FAILED`].
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum Failure {
    /// The documents could not be had.
    #[error(transparent)]
    Sources(#[from] crate::sources::Error),
    /// A file to write.
    #[error("cannot write {path}: {error}")]
    Write {
        /// The file.
        path: String,
        /// What the system said.
        error: io::Error,
    },
    /// The screen.
    #[error("cannot print: {0}")]
    Print(#[from] io::Error),
    /// Anything that a command says itself.
    #[error("{0}")]
    Other(String),
}

/// The day that is given, or the current one (UTC).
fn today(given: Option<Date>) -> Result<Date, Failure> {
    let now = || {
        let seconds = SystemTime::now().duration_since(UNIX_EPOCH).ok()?.as_secs();
        Date::from_unix_days(i64::try_from(seconds / 86_400).ok()?)
    };
    let unknown = "the clock of this machine is not to be believed; give the day with `--today`";
    given.or_else(now).ok_or_else(|| Failure::Other(unknown.to_owned()))
}

/// A path from the workspace's root, where it lies below it.
fn relative(path: &Path, root: &Path) -> String {
    path.strip_prefix(root).unwrap_or(path).display().to_string()
}

/// Runs a command; the exit code.
pub fn run(cli: Cli) -> u8 {
    let (mut out, mut err) = (io::stdout(), io::stderr());
    let out_is_terminal = out.is_terminal();
    let mut screen = Screen { out: &mut out, err: &mut err, out_is_terminal };
    let done = match cli.asked() {
        Command::Check(arguments) => check::run(&arguments, &mut screen),
        Command::Accept(arguments) => accept::run(&arguments, &mut screen),
        Command::Compare(arguments) => compare::run(&arguments, &mut screen),
        Command::Declare(arguments) => declare::run(&arguments, &mut screen),
        Command::Import(arguments) => import::run(&arguments, &mut screen),
        Command::Consumers(arguments) => consumers::run(&arguments, &mut screen),
        Command::Release(arguments) => release::run(&arguments, &mut screen),
        Command::Explain(arguments) => explain::run(&arguments, &mut screen),
        Command::Init(arguments) => init::run(&arguments, &mut screen),
        Command::Export(arguments) => export::run(&arguments, &mut screen),
        Command::Changelog(arguments) => changelog::run(&arguments, &mut screen),
        Command::Completions(arguments) => completions::run(&arguments, &mut screen),
        Command::Man(arguments) => man::run(&arguments, &mut screen),
    };
    match done.and_then(|code| Ok(screen.out.flush().map(|()| code)?)) {
        Ok(code) => code,
        // Whoever read our output has seen enough, as `head` has.
        Err(Failure::Print(error)) if error.kind() == io::ErrorKind::BrokenPipe => exit::FAILED,
        Err(failure) => {
            // Nothing is left to say it with if this fails too.
            let _ = writeln!(screen.err, "error: {failure}");
            exit::FAILED
        }
    }
}
