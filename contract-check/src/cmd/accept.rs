//! `accept`: records what the code promises now, where that breaks nobody.

use super::check::{nothing, relative};
use super::judge::judge;
use super::{Failure, Screen};
use crate::cli::AcceptArgs;
use crate::exit;
use crate::sources::baseline::{self, Source};
use crate::sources::extract::extract;
use crate::sources::file;

/// Runs the command. Contracts whose changes break somebody, or could not be decided, keep their
/// old file; the others are written.
///
/// # Errors
/// When the build, a baseline, a write or the screen fails.
pub fn run(arguments: &AcceptArgs, screen: &mut Screen<'_>) -> Result<u8, Failure> {
    let extraction = extract(&arguments.cargo.options())?;
    let root = &extraction.workspace.metadata.workspace_root;
    let mut code = exit::OK;
    for contract in &extraction.contracts {
        let path = contract.file();
        let shown = relative(&path, root);
        let old = baseline::load(
            &Source::CheckedIn,
            contract.package.directory(),
            &contract.baselines,
            contract.id(),
        )
        .map_err(crate::sources::Error::from)?;
        let now = contract.document.clone().baseline();
        let word = match old {
            None => "recorded",
            Some(old) if old.document.clone().baseline() == now => {
                writeln!(screen.out, "{}: {shown} is current.", contract.id())?;
                continue;
            }
            Some(old) => {
                let verdict = judge(&old.document, &contract.document);
                let refused = verdict.exit_code();
                if refused != exit::OK {
                    for finding in &verdict.findings {
                        writeln!(screen.out, "{}: {}", finding.severity.word(), finding.message())?;
                    }
                    writeln!(
                        screen.out,
                        "{}: {}, so {shown} stays as it was.",
                        contract.id(),
                        verdict.outcome().word()
                    )?;
                    code = exit::worse(code, refused);
                    continue;
                }
                "updated"
            }
        };
        file::write(&path, now.print().as_bytes())
            .map_err(|error| Failure::Write { path: shown.clone(), error })?;
        writeln!(screen.out, "{}: {word} in {shown}.", contract.id())?;
    }
    if extraction.contracts.is_empty() {
        nothing(&extraction, screen.out)?;
    }
    Ok(code)
}
