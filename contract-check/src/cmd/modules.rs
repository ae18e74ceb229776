//! The baseline modules of the crates: written by `accept`, `declare` and `release`, held current by `check`.

use std::collections::BTreeMap;
use std::path::Path;

use super::judge::policy_of;
use super::{Failure, Screen, relative};
use crate::module::{Accepted, NAME};
use crate::policy;
use crate::sources::baseline::{self, Source};
use crate::sources::books::{self, Books};
use crate::sources::extract::Extraction;
use crate::sources::module::{Protected, State, modules};

/// The modules that were made of something else than what consumers rely on, by contract.
pub(super) fn stale(
    extraction: &Extraction,
    root: &Path,
) -> Result<BTreeMap<String, String>, Failure> {
    let mut stale = BTreeMap::new();
    for module in modules(protected(extraction)?) {
        let shown = relative(&module.path, root);
        let state = module
            .state()
            .map_err(|error| Failure::Other(format!("cannot read {shown}: {error}")))?;
        if state == State::Stale && module.is_declared() {
            stale.extend(module.contracts.into_iter().map(|id| (id, shown.clone())));
        }
    }
    Ok(stale)
}

/// Writes the modules that there are anew, and creates those of some contracts. Says what is to
/// be done where a crate does not know its module.
pub(super) fn write(
    extraction: &Extraction,
    root: &Path,
    new: impl Fn(&str) -> bool,
    screen: &mut Screen<'_>,
) -> Result<(), Failure> {
    for module in modules(protected(extraction)?) {
        let shown = relative(&module.path, root);
        let failed = |error| Failure::Write { path: shown.clone(), error };
        let is_new = !module.is_empty() && module.contracts.iter().any(|id| new(id));
        let is_wanted = module.is_declared() || is_new;
        let state = module.state().map_err(failed)?;
        if state == State::Missing && !is_wanted {
            continue;
        }
        module.write().map_err(failed)?;
        if state == State::Missing && !module.is_declared() {
            writeln!(
                screen.out,
                "{shown}: written. Put `mod {NAME};` into {}, and whatever breaks a consumer \
                 fails to compile where it is written.",
                relative(&module.root, root)
            )?;
        }
    }
    Ok(())
}

/// What the baseline modules are made of.
fn protected(extraction: &Extraction) -> Result<Vec<Protected<'_>>, Failure> {
    let root = &extraction.workspace.metadata.workspace_root;
    let mut protected = Vec::new();
    for contract in &extraction.contracts {
        let folder = &contract.baselines;
        let books = Books::read(folder, root).map_err(crate::sources::Error::from)?;
        let policy = policy_of(&books, &contract.document)?;
        let id = contract.id();
        let releases =
            books::releases::read(folder, id, root).map_err(crate::sources::Error::from)?;
        let last = policy::supported(&policy, &releases).first().map(|it| it.document.clone());
        let document = match last {
            Some(document) => Some(document),
            None => baseline::load(&Source::CheckedIn, contract.package.directory(), folder, id)
                .map_err(crate::sources::Error::from)?
                .map(|it| it.document),
        };
        let Some(document) = document else { continue };
        let declared = books.declarations.iter().filter(|it| it.contract == id);
        let accepted = declared.flat_map(|it| &it.findings).map(|it| Accepted {
            rule: it.key.rule.clone(),
            clause: it.key.clause.clone(),
            to: it.to.clone(),
        });
        let accepted = accepted.collect();
        let undeclared = books.policies.undeclared();
        protected.push(Protected { contract, document, accepted, undeclared });
    }
    Ok(protected)
}
