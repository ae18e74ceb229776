//! The command line. Options follow cargo's; what can be repeated, can be repeated as in cargo.

use std::io::IsTerminal as _;
use std::path::PathBuf;

use clap::{Args, Parser, Subcommand, ValueEnum};

use crate::date::Date;
use crate::sources::baseline::Source;
use crate::sources::cargo::Options;

/// Judges every change of the integration contracts in a workspace.
#[derive(Debug, Parser)]
#[command(
    name = "cargo-contract-check",
    bin_name = "cargo contract-check",
    version,
    args_conflicts_with_subcommands = true,
    subcommand_precedence_over_arg = true,
    after_help = EXIT_CODES
)]
pub struct Cli {
    #[command(subcommand)]
    command: Option<Command>,
    #[command(flatten)]
    check: CheckArgs,
}

const EXIT_CODES: &str = "\
Exit codes:
    0  nothing to say
    2  the command line makes no sense
    4  the checked-in files are stale, and `cargo contract-check accept` mends them
    5  something could not be decided, and nothing that could was breaking
  100  breaking changes
  101  the judgement could not be made: a broken build, an unreadable file";

impl Cli {
    /// What to do; without a subcommand, `check`.
    pub fn asked(self) -> Command {
        self.command.unwrap_or(Command::Check(self.check))
    }
}

/// The subcommands.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Compare the code's contracts with their baselines, and judge the changes (the default)
    Check(CheckArgs),
    /// Write the baselines of contracts whose changes break nobody or are declared
    Accept(AcceptArgs),
    /// Draft the declaration of breaks that are meant, to fill in
    Declare(DeclareArgs),
    /// Make what the code says a released version, which stays as it is
    Release(ReleaseArgs),
    /// Record what consumers rely on, from their own files
    Import(ImportArgs),
    /// Show who relies on what
    Consumers(ConsumersArgs),
    /// Judge two files: contract documents, OpenAPI documents or JSON Schemas
    Compare(CompareArgs),
    /// Show what a rule means, whom it protects and what to do
    Explain(ExplainArgs),
    /// Write a start: a list of what to decide, and a patch; touches no existing file
    Init(InitArgs),
    /// Print what the contracts say, for people and other tools
    Export(ExportArgs),
    /// Print what changed between versions of a contract, as Markdown
    Changelog(ChangelogArgs),
    /// Print the completions for a shell
    Completions(CompletionsArgs),
    /// Print the manual page, or write one for every subcommand
    Man(ManArgs),
}

/// `check`.
#[derive(Debug, Args)]
#[command(about = None, long_about = None)]
pub struct CheckArgs {
    /// What to compare with: a file, a folder, or `git:REVISION` [default: the checked-in files]
    #[arg(long, value_name = "SOURCE")]
    pub baseline: Option<Source>,
    /// How to print the verdict
    #[arg(long, value_enum, default_value_t)]
    pub format: Format,
    /// The day to judge timelines by, YYYY-MM-DD [default: the current day, UTC]
    #[arg(long, value_name = "DATE")]
    pub today: Option<Date>,
    /// Which packages, and how to build them.
    #[command(flatten)]
    pub cargo: CargoArgs,
}

/// `accept`.
#[derive(Debug, Args)]
#[command(about = None, long_about = None)]
pub struct AcceptArgs {
    /// Write `src/contract_baseline.rs` too, where there is none yet
    #[arg(long)]
    pub module: bool,
    /// The day to judge timelines by, YYYY-MM-DD [default: the current day, UTC]
    #[arg(long, value_name = "DATE")]
    pub today: Option<Date>,
    /// Which packages, and how to build them.
    #[command(flatten)]
    pub cargo: CargoArgs,
}

/// `declare`.
#[derive(Debug, Args)]
#[command(about = None, long_about = None)]
pub struct DeclareArgs {
    /// What to declare: the clauses of findings as `check` shows them, or the ids of their rules
    #[arg(value_name = "CLAUSE")]
    pub findings: Vec<String>,
    /// Declare every finding that asks for it
    #[arg(long, conflicts_with = "findings")]
    pub all_findings: bool,
    /// Only in the contract with this id
    #[arg(long, value_name = "ID")]
    pub contract: Option<String>,
    /// What to call the file [default: after the first finding]
    #[arg(long, value_name = "NAME")]
    pub name: Option<String>,
    /// The day of the declaration, YYYY-MM-DD [default: the current day, UTC]
    #[arg(long, value_name = "DATE")]
    pub today: Option<Date>,
    /// Which packages, and how to build them.
    #[command(flatten)]
    pub cargo: CargoArgs,
}

/// `release`.
#[derive(Debug, Args)]
#[command(about = None, long_about = None)]
pub struct ReleaseArgs {
    /// Only the contract with this id
    #[arg(long, value_name = "ID")]
    pub contract: Option<String>,
    /// The day of the release, YYYY-MM-DD [default: the current day, UTC]
    #[arg(long, value_name = "DATE")]
    pub today: Option<Date>,
    /// Which packages, and how to build them.
    #[command(flatten)]
    pub cargo: CargoArgs,
}

/// `import`.
#[derive(Debug, Args)]
#[command(about = None, long_about = None)]
pub struct ImportArgs {
    /// What kind of file it is
    #[arg(value_enum)]
    pub kind: ImportKind,
    /// The file
    pub file: PathBuf,
    /// Only for the contract with this id [default: every contract that it matches]
    #[arg(long, value_name = "ID")]
    pub contract: Option<String>,
    /// The day of the record, YYYY-MM-DD [default: the current day, UTC]
    #[arg(long, value_name = "DATE")]
    pub today: Option<Date>,
    /// Which packages, and how to build them.
    #[command(flatten)]
    pub cargo: CargoArgs,
}

/// What `import` reads.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum ImportKind {
    /// A Pact file of version 2 to 4, for HTTP or messages
    Pact,
}

/// `consumers`.
#[derive(Debug, Args)]
#[command(about = None, long_about = None)]
pub struct ConsumersArgs {
    /// Only those that rely on this clause, or on one below it
    pub clause: Option<String>,
    /// Which packages, and how to build them.
    #[command(flatten)]
    pub cargo: CargoArgs,
}

/// `compare`.
#[derive(Debug, Args)]
#[command(about = None, long_about = None)]
pub struct CompareArgs {
    /// The old file, `-` for standard input
    pub old: String,
    /// The new file, `-` for standard input
    pub new: String,
    /// Who writes: the old side (request), the new side (response) or each in turn. For schemas
    /// and data only; the parts of contract and OpenAPI documents have directions of their own
    #[arg(long, value_enum)]
    pub role: Option<RoleArg>,
    /// Whether readers ignore or refuse fields they do not know, under `--semantics wire`
    #[arg(long, value_enum)]
    pub reader: Option<ReaderArg>,
    /// What a schema means: the documents it validates, or what serde would write and read
    #[arg(long, value_enum)]
    pub semantics: Option<SemanticsArg>,
    /// The day to judge the sunsets of OpenAPI documents by, YYYY-MM-DD [default: the current day,
    /// UTC]
    #[arg(long, value_name = "DATE")]
    pub today: Option<Date>,
    /// How to print the verdict
    #[arg(long, value_enum, default_value_t)]
    pub format: Format,
    /// What the screen shows.
    #[command(flatten)]
    pub screen: ScreenArgs,
}

/// `explain`.
#[derive(Debug, Args)]
#[command(about = None, long_about = None)]
pub struct ExplainArgs {
    /// The rule's id, as findings show it [default: lists all rules]
    pub rule: Option<String>,
    /// What the screen shows.
    #[command(flatten)]
    pub screen: ScreenArgs,
}

/// `init`.
#[derive(Debug, Args)]
#[command(about = None, long_about = None)]
pub struct InitArgs {
    /// Which packages, and how to build them.
    #[command(flatten)]
    pub cargo: CargoArgs,
}

/// `export`.
#[derive(Debug, Args)]
#[command(about = None, long_about = None)]
#[group(id = "what", required = true, multiple = false, args = ["format", "output"])]
pub struct ExportArgs {
    /// Print one contract in this format
    #[arg(long, value_enum)]
    pub format: Option<ExportFormat>,
    /// Write all contracts in all formats into this folder, as pages that work from the file
    #[arg(long, value_name = "FOLDER")]
    pub output: Option<PathBuf>,
    /// Only the contract with this id
    #[arg(long, value_name = "ID")]
    pub contract: Option<String>,
    /// Which packages, and how to build them.
    #[command(flatten)]
    pub cargo: CargoArgs,
}

/// `changelog`.
#[derive(Debug, Args)]
#[command(about = None, long_about = None)]
pub struct ChangelogArgs {
    /// Contract documents of one contract, the oldest first
    #[arg(required = true, num_args = 2.., value_name = "DOCUMENT")]
    pub documents: Vec<PathBuf>,
    /// What the screen shows.
    #[command(flatten)]
    pub screen: ScreenArgs,
}

/// `completions`.
#[derive(Debug, Args)]
#[command(about = None, long_about = None, after_help = COMPLETIONS)]
pub struct CompletionsArgs {
    /// The shell
    pub shell: clap_complete::Shell,
}

const COMPLETIONS: &str = "\
The script goes where the shell looks for completions:
  bash        ~/.local/share/bash-completion/completions/cargo-contract-check
  zsh         _cargo-contract-check in a folder of $fpath; it completes
              `cargo contract-check` as well
  fish        ~/.config/fish/completions/cargo-contract-check.fish
  powershell  your $PROFILE
  elvish      ~/.config/elvish/rc.elv";

/// `man`.
#[derive(Debug, Args)]
#[command(about = None, long_about = None)]
pub struct ManArgs {
    /// Write a page for the command and for every subcommand into this folder, instead of printing
    #[arg(long, value_name = "FOLDER")]
    pub output: Option<PathBuf>,
}

/// How to print a verdict.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub enum Format {
    /// For people
    #[default]
    Human,
    /// One JSON object on standard output
    Json,
    /// SARIF 2.1.0, for code scanning
    Sarif,
    /// JUnit XML, for test pages of CI servers
    Junit,
    /// Annotations of GitHub Actions
    Github,
    /// Markdown, for a comment on a pull request
    Markdown,
}

/// `--role`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum RoleArg {
    /// The old side writes, the new side reads
    Request,
    /// The new side writes, the old side reads
    Response,
    /// Each in turn
    Both,
}

/// `--reader`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum ReaderArg {
    /// Ignores fields it does not know
    Tolerant,
    /// Refuses fields it does not know
    Strict,
}

/// `--semantics`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum SemanticsArg {
    /// Writers are closed, readers tolerant unless they say otherwise
    Wire,
    /// Exactly the documents that the schema validates, for writers too
    Schema,
}

/// What `export` prints.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum ExportFormat {
    /// The contract documents, as baselines hold them
    Contract,
    /// JSON Schemas 2020-12 of every type, as written and as read, with `x-contract`
    JsonSchema,
    /// The same for validators that refuse keywords they do not know
    JsonSchemaPlain,
    /// OpenAPI 3.1, for the operations
    Openapi,
    /// AsyncAPI 3.0, for the events
    Asyncapi,
    /// One page for people, which needs nothing else
    Html,
    /// What changed between the released versions and the code, as Markdown
    Changelog,
}

/// Which packages, how to build them, how to print.
#[derive(Debug, Args)]
#[command(about = None, long_about = None)]
pub struct CargoArgs {
    #[command(flatten)]
    manifest: clap_cargo::Manifest,
    #[command(flatten)]
    workspace: clap_cargo::Workspace,
    #[command(flatten)]
    features: clap_cargo::Features,
    /// Directory for build outputs; ours are in its folder `contract-check`
    #[arg(long, value_name = "DIRECTORY")]
    target_dir: Option<PathBuf>,
    /// Assert that `Cargo.lock` will remain unchanged
    #[arg(long)]
    locked: bool,
    /// Run without accessing the network
    #[arg(long)]
    offline: bool,
    /// Equivalent to specifying both --locked and --offline
    #[arg(long)]
    frozen: bool,
    /// What the screen shows.
    #[command(flatten)]
    pub screen: ScreenArgs,
}

/// What the screen shows.
#[derive(Debug, Args)]
#[command(about = None, long_about = None)]
pub struct ScreenArgs {
    /// Coloring
    #[arg(long, value_enum, env = "CARGO_TERM_COLOR", hide_env = true, value_name = "WHEN")]
    color: Option<Color>,
    /// Do not print progress and advice
    #[arg(long, short)]
    pub quiet: bool,
    /// Use verbose output (-vv very verbose)
    #[arg(long, short, action = clap::ArgAction::Count)]
    pub verbose: u8,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Color {
    Auto,
    Always,
    Never,
}

impl CargoArgs {
    /// The options to hand to cargo.
    pub fn options(&self) -> Options {
        Options {
            manifest_path: self.manifest.manifest_path.clone(),
            packages: self.workspace.package.clone(),
            workspace: self.workspace.workspace || self.workspace.all,
            exclude: self.workspace.exclude.clone(),
            features: self.features.features.clone(),
            all_features: self.features.all_features,
            no_default_features: self.features.no_default_features,
            target_dir: self.target_dir.clone(),
            locked: self.locked,
            offline: self.offline,
            frozen: self.frozen,
            quiet: self.screen.quiet,
            verbose: self.screen.verbose,
            color: self.screen.color.map(|color| match color {
                Color::Auto => "auto",
                Color::Always => "always",
                Color::Never => "never",
            }),
            colored: self.screen.colored(std::io::stderr().is_terminal()),
        }
    }
}

impl ScreenArgs {
    /// Whether to colour text for a stream that is a terminal or not: `--color`, then
    /// `CARGO_TERM_COLOR`, then `NO_COLOR` and `CLICOLOR_FORCE`, then the terminal.
    pub fn colored(&self, terminal: bool) -> bool {
        let set = |name| std::env::var_os(name).is_some_and(|value| !value.is_empty());
        match self.color {
            Some(Color::Always) => true,
            Some(Color::Never) => false,
            _ if set("NO_COLOR") => false,
            _ => {
                terminal
                    || (set("CLICOLOR_FORCE")
                        && std::env::var_os("CLICOLOR_FORCE") != Some("0".into()))
            }
        }
    }
}

/// When clap colours its own texts, which it prints before it has read `--color`.
pub(crate) fn help_color() -> clap::ColorChoice {
    match std::env::var("CARGO_TERM_COLOR").as_deref() {
        Ok("always") => clap::ColorChoice::Always,
        Ok("never") => clap::ColorChoice::Never,
        _ => clap::ColorChoice::Auto,
    }
}

#[cfg(test)]
mod tests {
    use clap::CommandFactory as _;

    use super::Cli;

    #[test]
    fn the_command_line_is_well_formed() {
        Cli::command().debug_assert();
    }
}
