//! What the command line says about itself: help texts, completions, manual pages, and the tables
//! of README.md. With `UPDATE` set, the help texts are written anew; read them before they are
//! committed.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use clap::CommandFactory as _;
use contract_check::cli::Cli;

fn repository() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().expect("tests/ is below the root")
}

fn cli() -> clap::Command {
    let mut cli = Cli::command();
    cli.build();
    cli
}

fn subcommands() -> Vec<clap::Command> {
    of(&cli())
}

fn of(command: &clap::Command) -> Vec<clap::Command> {
    command.get_subcommands().filter(|it| it.get_name() != "help").cloned().collect()
}

/// The command and everything below it, with what stands between `cargo-contract-check` and the
/// options: `import-pact`.
fn every() -> Vec<(String, clap::Command)> {
    let mut all = vec![("cargo-contract-check".to_owned(), cli())];
    for command in subcommands() {
        let name = command.get_name().to_owned();
        let below = of(&command);
        all.push((name.clone(), command));
        all.extend(below.into_iter().map(|below| (format!("{name}-{}", below.get_name()), below)));
    }
    all
}

#[test]
fn help_is_as_it_was_read() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/help");
    let mut stale = Vec::new();
    let mut kept = Vec::new();
    for (name, mut command) in every() {
        let path = folder.join(format!("{name}.txt"));
        // Trailing spaces are clap's, and editors take them away.
        let help: String = command
            .render_long_help()
            .to_string()
            .lines()
            .map(|line| format!("{}\n", line.trim_end()))
            .collect();
        if std::env::var_os("UPDATE").is_some() {
            fs::create_dir_all(&folder).expect("a folder");
            fs::write(&path, &help).expect("the help can be written");
        } else if fs::read_to_string(&path).ok().as_ref() != Some(&help) {
            stale.push(format!("{}:\n{help}", path.display()));
        }
        kept.push(path);
    }
    assert!(stale.is_empty(), "{}", stale.join("\n"));
    for entry in fs::read_dir(&folder).expect("the folder of help texts") {
        let path = entry.expect("an entry").path();
        assert!(kept.contains(&path), "{} belongs to no subcommand", path.display());
    }
}

/// Every option and subcommand is described, in cargo's style: no full stop at the end.
#[test]
fn everything_is_described() {
    for (name, command) in every() {
        for argument in command.get_arguments() {
            let help = argument.get_help().map(ToString::to_string).unwrap_or_default();
            let name = format!("{name} {}", argument.get_id());
            assert!(!help.is_empty(), "{name} has no help");
            assert!(!help.ends_with('.'), "{name}: {help}");
        }
        assert!(command.get_about().is_some(), "{}", command.get_name());
    }
}

/// The table of README.md has one row for each subcommand, in the order of the help.
#[test]
fn the_readme_lists_every_subcommand() {
    let readme = fs::read_to_string(repository().join("README.md")).expect("the page");
    let rows: Vec<String> = readme
        .lines()
        .filter_map(|line| line.strip_prefix("| `cargo contract-check"))
        .filter_map(|row| row.split('`').next())
        .map(|call| match call.split_whitespace().next() {
            None => "check".to_owned(),
            Some(name) => name.to_owned(),
        })
        .collect();
    let names: Vec<String> = subcommands().iter().map(|it| it.get_name().to_owned()).collect();
    assert_eq!(rows, names);
}

fn run(arguments: &[&str]) -> String {
    let mut command = Command::new(env!("CARGO"));
    command.current_dir(repository());
    command.args([
        "run",
        "--quiet",
        "--package",
        "contract-check",
        "--bin",
        "cargo-contract-check",
    ]);
    let output = command.arg("--").args(arguments).output().expect("the command runs");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).expect("UTF-8")
}

/// Bash reads the script and completes a subcommand and an option with it.
#[cfg(unix)]
#[test]
fn bash_completes() {
    let script = run(&["completions", "bash"]);
    let file = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("completions.bash");
    fs::write(&file, script).expect("the script is written");
    let complete = |words: &str| {
        let program = format!(
            "source '{}'; COMP_WORDS=({words}); COMP_CWORD=$((${{#COMP_WORDS[@]}} - 1)); \
             _cargo__contract__check cargo-contract-check \"${{COMP_WORDS[-1]}}\" \
             \"${{COMP_WORDS[-2]}}\"; echo \"${{COMPREPLY[@]}}\"",
            file.display()
        );
        let output = Command::new("bash").args(["-c", &program]).output().expect("bash runs");
        let error = String::from_utf8_lossy(&output.stderr).into_owned();
        assert_eq!(error, "", "{words}");
        String::from_utf8(output.stdout).expect("UTF-8").trim().to_owned()
    };
    assert_eq!(complete("cargo-contract-check exp"), "explain export");
    assert_eq!(complete("cargo-contract-check check --base"), "--baseline");
    assert!(complete("cargo-contract-check check --format ''").contains("sarif"));
}

#[test]
fn every_subcommand_has_a_manual_page() {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("manual pages");
    let _ = fs::remove_dir_all(&folder);
    run(&["man", "--output", folder.to_str().expect("the path is UTF-8")]);
    let own = fs::read_to_string(folder.join("cargo-contract-check.1")).expect("the page");
    assert_eq!(run(&["man"]), own);
    assert!(own.contains("101  the judgement could not be made"), "{own}");
    let below = every().split_off(1);
    for (name, _) in &below {
        let name = format!("cargo-contract-check-{name}");
        let page = fs::read_to_string(folder.join(format!("{name}.1"))).expect("the page");
        let title = format!(".TH {name} 1");
        assert!(page.contains(&title), "{title} is not in {page}");
    }
    for command in subcommands() {
        let name = format!("cargo-contract-check-{}", command.get_name());
        assert!(own.contains(&name.replace('-', "\\-")), "{name} is not in {own}");
    }
    assert_eq!(fs::read_dir(&folder).expect("the folder").count(), below.len() + 1);
}
