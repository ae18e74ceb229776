//! The schemas that the comparison came upon: each pair judged in its direction, and what is
//! found traced back to the operations that reach it.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::context::{Context, Position, Reached};
use super::reach::Reach;
use super::{CompareError, view};
use crate::diff::schemas::{Options, Root, compare_at};
use crate::finding::{Finding, Role, Severity, Side};
use crate::json::Json;
use crate::openapi::{OpenApi, Version};
use crate::rules;
use crate::schema::{Dialect, SchemaDocument, SchemaId};

/// Judges every pair of schemas that differs.
pub(super) fn compare(context: &Context<'_>) -> Result<Vec<Finding>, CompareError> {
    let mut findings = Vec::new();
    let mut views = Views::default();
    for role in [Role::Request, Role::Response] {
        let positions: Vec<(&Position, &Reached)> =
            context.positions.iter().filter(|(position, _)| position.role == role).collect();
        if positions.is_empty() {
            continue;
        }
        let old_places: Vec<String> = positions.iter().map(|(it, _)| it.old.clone()).collect();
        let new_places: Vec<String> = positions.iter().map(|(it, _)| it.new.clone()).collect();
        let (old, old_ids) = views.load(context.old, Side::Old, role, &old_places)?;
        let (new, new_ids) = views.load(context.new, Side::New, role, &new_places)?;
        let roots: Vec<Root> =
            old_ids.into_iter().zip(new_ids).map(|(old, new)| Root { old, new }).collect();
        let options = Options {
            roles: vec![role],
            semantics: context.options.semantics,
            unknowns: context.options.unknowns,
        };
        let found = compare_at(&old, &new, &roots, &options);
        let reach = [
            Reach::new(context.old, positions.iter().map(|(it, reached)| (&*it.old, *reached))),
            Reach::new(context.new, positions.iter().map(|(it, reached)| (&*it.new, *reached))),
        ];
        findings.extend(
            found
                .into_iter()
                // That nothing came of a rewriting is no news in a document of many schemas.
                .filter(|finding| finding.rule != &rules::SCHEMA_REWRITTEN)
                .map(|finding| traced(finding, &reach)),
        );
    }
    Ok(both_ways(findings))
}

/// The documents as they are seen in one direction.
#[derive(Default)]
struct Views {
    /// The text of a side where it is the same in both directions.
    plain: BTreeMap<Side, Arc<Json>>,
}

impl Views {
    fn load(
        &mut self,
        document: &OpenApi,
        side: Side,
        role: Role,
        places: &[String],
    ) -> Result<(SchemaDocument, Vec<SchemaId>), CompareError> {
        let raw = match self.plain.get(&side) {
            Some(raw) => raw.clone(),
            None => match view::seen(document.raw(), role) {
                Some(seen) => Arc::new(seen),
                None => document.shared(),
            },
        };
        if Arc::ptr_eq(&raw, &document.shared()) && !view::has_flags(document.raw()) {
            self.plain.insert(side, raw.clone());
        }
        let dialect = match (document.version(), document.root().text("jsonSchemaDialect")) {
            (Version::V30, _) => Dialect::OpenApi30,
            (_, None) => Dialect::Draft202012,
            (_, Some(uri)) => {
                Dialect::named(uri).ok_or_else(|| CompareError::dialect(side, uri))?
            }
        };
        SchemaDocument::load_at(raw, dialect, places)
            .map_err(|error| CompareError::Schema { side, error })
    }
}

/// The finding with its clause named by operation and part, and everything that reaches it.
fn traced(mut finding: Finding, reach: &[Reach<'_>; 2]) -> Finding {
    let pointers = [finding.old.pointer.clone(), finding.new.pointer.clone()];
    let mut clause = None;
    for (pointer, reach) in pointers.iter().zip(reach) {
        let Some(pointer) = pointer else { continue };
        let traced = reach.trace(pointer);
        finding.reached_by.extend(traced.operations);
        clause.get_or_insert(traced.clause);
    }
    if let Some(clause) = clause {
        finding.clause = clause;
    }
    finding
}

/// A cause that hurts in both directions is one finding without a direction. A remark that one
/// direction gains what the other loses is dropped: the loss says so.
fn both_ways(findings: Vec<Finding>) -> Vec<Finding> {
    let mut by_cause: BTreeMap<_, Vec<Finding>> = BTreeMap::new();
    for finding in findings {
        let key =
            (finding.rule.id, finding.old.clone(), finding.new.clone(), finding.words.it.clone());
        by_cause.entry(key).or_default().push(finding);
    }
    let mut merged = Vec::new();
    for mut same in by_cause.into_values() {
        let worst = same.iter().map(|finding| finding.severity).max();
        if worst > Some(Severity::Note) {
            same.retain(|finding| finding.severity > Severity::Note);
        }
        let mut kept: Vec<Finding> = Vec::new();
        for finding in same {
            let known = kept.iter_mut().find(|known| {
                known.severity == finding.severity
                    && (known.words == finding.words || known.role != finding.role)
            });
            match known {
                Some(known) => {
                    if known.role != finding.role {
                        known.role = None;
                    }
                    known.reached_by.extend(finding.reached_by);
                }
                None => kept.push(finding),
            }
        }
        merged.extend(kept);
    }
    merged
}
