//! `accept`: records what the code promises now, where that breaks nobody or was declared.

use std::collections::BTreeSet;

use super::check::nothing;
use super::judge::{self, State, show};
use super::{Failure, Screen, modules, relative, today};
use crate::cli::AcceptArgs;
use crate::exit;
use crate::report::human::Next;
use crate::sources::baseline::Source;
use crate::sources::books::releases;
use crate::sources::extract::extract;
use crate::sources::file;
use crate::verdict::Outcome;

/// Runs the command. Contracts whose changes do not pass keep their old file; the others are
/// written.
///
/// # Errors
/// When the build, a file, a write or the screen fails.
pub fn run(arguments: &AcceptArgs, screen: &mut Screen<'_>) -> Result<u8, Failure> {
    let extraction = extract(&arguments.cargo.options())?;
    let root = &extraction.workspace.metadata.workspace_root;
    let color = arguments.cargo.screen.colored(screen.out_is_terminal);
    let mut code = exit::OK;
    let mut new = BTreeSet::new();
    for judged in judge::all(&extraction, &Source::CheckedIn, today(arguments.today)?)? {
        let contract = judged.contract;
        let id = contract.id();
        let path = contract.file();
        let shown = relative(&path, root);
        if let Some((verdict, _)) = &judged.verdict
            && verdict.exit_code() != exit::OK
        {
            show(verdict, Some(root), color, Next::Nothing, screen.out)?;
            writeln!(
                screen.out,
                "{id}: {}, so {shown} stays as it was.",
                verdict.outcome().word()
            )?;
            code = exit::worse(code, verdict.exit_code());
            continue;
        }
        if judged.state == State::Current {
            writeln!(screen.out, "{id}: {shown} is current.")?;
            continue;
        }
        let failed = |error| Failure::Write { path: shown.clone(), error };
        let declared = judged
            .verdict
            .as_ref()
            .is_some_and(|(verdict, _)| verdict.outcome() == Outcome::Declared);
        // The declarations are about what the file says until now: that becomes a version of its
        // own, so that they are still about something when the file says what is new.
        if let Some(old) = judged.checked_in.as_ref().filter(|_| declared)
            && judged.releases.is_empty()
        {
            let kept =
                releases::write(&contract.baselines, &old.document, None, &[]).map_err(failed)?;
            writeln!(screen.out, "{id}: kept what it said before as {}.", relative(&kept, root))?;
        }
        let now = contract.document.clone().baseline();
        file::write(&path, now.print().as_bytes()).map_err(failed)?;
        let word = if judged.state == State::Missing { "recorded in" } else { "updated" };
        if judged.state == State::Missing {
            new.insert(id);
        }
        writeln!(screen.out, "{id}: {word} {shown}.")?;
    }
    if extraction.contracts.is_empty() {
        nothing(&extraction, screen.out)?;
    }
    let wanted = |id: &str| arguments.module || new.contains(id);
    modules::write(&extraction, root, wanted, screen)?;
    Ok(code)
}
