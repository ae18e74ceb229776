//! `consumers`: who relies on what, clause by clause.

use std::collections::{BTreeMap, BTreeSet};

use super::check::nothing;
use super::{Failure, Screen};
use crate::cli::ConsumersArgs;
use crate::diff::documents::Clauses;
use crate::exit;
use crate::policy::{Consumer, Dependence};
use crate::sources::books::Books;
use crate::sources::extract::extract;

/// Runs the command.
///
/// # Errors
/// When the build, a file or the screen fails.
pub fn run(arguments: &ConsumersArgs, screen: &mut Screen<'_>) -> Result<u8, Failure> {
    let extraction = extract(&arguments.cargo.options())?;
    let root = &extraction.workspace.metadata.workspace_root;
    if extraction.contracts.is_empty() {
        nothing(&extraction, screen.out)?;
    }
    for contract in &extraction.contracts {
        let books = Books::read(&contract.baselines, root).map_err(crate::sources::Error::from)?;
        let clauses = Clauses::of(&contract.document);
        let mut by_clause: BTreeMap<&str, Vec<(&Consumer, &Dependence)>> = BTreeMap::new();
        for consumer in &books.consumers {
            let rows = consumer.dependences.iter().filter(|it| it.contract == contract.id());
            for row in rows {
                for clause in &row.clauses {
                    let wanted = arguments.clause.as_ref().is_none_or(|asked| {
                        clause == asked
                            || clause
                                .strip_prefix(asked.as_str())
                                .is_some_and(|it| it.starts_with('/'))
                    });
                    if wanted {
                        by_clause.entry(clause).or_default().push((consumer, row));
                    }
                }
            }
        }
        let header = &contract.document.contract;
        if by_clause.is_empty() {
            writeln!(screen.out, "{} {}: nobody is recorded.", header.id, header.version)?;
            continue;
        }
        writeln!(screen.out, "{} {}", header.id, header.version)?;
        let width = by_clause.keys().map(|it| it.len()).max().unwrap_or_default();
        for (clause, who) in by_clause {
            let level = clauses.level(clause);
            let names: BTreeSet<String> = who.iter().map(|(it, row)| told(it, row)).collect();
            let names: Vec<String> = names.into_iter().collect();
            writeln!(screen.out, "  {clause:width$}  {level:15}  {}", names.join(", "))?;
        }
    }
    Ok(exit::OK)
}

fn told(consumer: &Consumer, row: &Dependence) -> String {
    let owner = consumer.owner.as_ref().map_or_else(String::new, |it| format!(" ({it})"));
    let until = row.honour_until.map_or_else(String::new, |it| format!(", kept until {it}"));
    format!("{}{owner}{until}", consumer.name)
}
