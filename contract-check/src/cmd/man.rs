//! `man`: the manual pages.

use std::io;

use clap::{Command, CommandFactory as _};
use clap_mangen::Man;

use super::{Failure, Screen};
use crate::cli::{Cli, ManArgs};
use crate::exit;
use crate::sources::file;

/// Runs the command.
///
/// # Errors
/// When a page or the screen cannot be written.
pub fn run(arguments: &ManArgs, screen: &mut Screen<'_>) -> Result<u8, Failure> {
    let pages = pages()?;
    let Some(folder) = &arguments.output else {
        let (_, page) = &pages[0];
        screen.out.write_all(page)?;
        return Ok(exit::OK);
    };
    for (name, page) in pages {
        let path = folder.join(name);
        file::write(&path, &page)
            .map_err(|error| Failure::Write { path: path.display().to_string(), error })?;
    }
    Ok(exit::OK)
}

/// The pages by their file names, the command's own first.
fn pages() -> io::Result<Vec<(String, Vec<u8>)>> {
    // The name of the program, not of the call: pages are found by it.
    let mut command = Cli::command().bin_name("cargo-contract-check").disable_help_subcommand(true);
    command.build();
    let mut pages = Vec::new();
    let mut waiting = vec![&command];
    while let Some(command) = waiting.pop() {
        let man = Man::new(command.clone());
        let mut page = Vec::new();
        man.render(&mut page)?;
        pages.push((man.get_filename(), page));
        let subcommands = command.get_subcommands().filter(|it| !it.is_hide_set());
        waiting.extend(subcommands.collect::<Vec<&Command>>().into_iter().rev());
    }
    Ok(pages)
}
