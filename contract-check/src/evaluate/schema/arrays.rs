//! Keywords about arrays.

use super::words::{Path, brief};
use super::{Evaluator, Findings, Stand, Truth, Visit};
use crate::json::Json;
use crate::schema::{Dialect, Keywords, SchemaId, Shared};

impl Evaluator<'_> {
    /// Applies a schema to one element.
    fn element(&self, visit: Visit<'_>, schema: SchemaId, index: usize, stand: Stand) -> Findings {
        let Json::Array(items) = visit.value else { return Findings::default() };
        let path = Path::Element(visit.path, index);
        let inner = Visit { schema, value: &items[index], path: &path, stand, ..visit };
        let inner = self.within(visit, inner, Shared::elements);
        Findings { refusal: inner.refusal, unknown: inner.unknown, ..Findings::default() }
    }

    pub(super) fn array(
        &self,
        visit: Visit<'_>,
        keywords: &Keywords,
        items: &[Json],
        found: &mut Findings,
    ) {
        let length = items.len() as u64;
        let mut refuse = |message: String| found.refusal = self.refuse(visit, message);
        if let Some(min) = keywords.min_items.filter(|min| length < *min) {
            return refuse(format!("has {length} elements, fewer than {min}"));
        }
        if let Some(max) = keywords.max_items.filter(|max| length > *max) {
            return refuse(format!("has {length} elements, more than {max}"));
        }
        if keywords.unique_items
            && let Some(twin) = repeated(items)
        {
            return refuse(format!("holds {} twice", brief(twin)));
        }
        for index in 0..items.len() {
            let schema = keywords.prefix_items.get(index).copied().or(keywords.items);
            if let Some(schema) = schema {
                found.surely.insert(index);
                found.require(self.element(visit, schema, index, visit.stand.inside()));
                if found.refused() {
                    return;
                }
            }
        }
        if let Some(schema) = keywords.contains {
            self.contains(visit, keywords, schema, items.len(), found);
        }
    }

    fn contains(
        &self,
        visit: Visit<'_>,
        keywords: &Keywords,
        schema: SchemaId,
        length: usize,
        found: &mut Findings,
    ) {
        let evaluates = self.document.schema(visit.schema).dialect >= Dialect::Draft202012;
        let (mut surely, mut perhaps, mut reason) = (0, 0, None);
        for index in 0..length {
            let inner = self.element(visit, schema, index, Stand::Open);
            match inner.truth() {
                Truth::True => surely += 1,
                Truth::Unknown => perhaps += 1,
                Truth::False => continue,
            }
            if evaluates {
                match inner.truth() {
                    Truth::True => found.surely.insert(index),
                    _ => found.perhaps.insert(index),
                };
            }
            reason = reason.or(inner.unknown);
        }
        let min = keywords.min_contains.unwrap_or(1);
        let max = keywords.max_contains.unwrap_or(u64::MAX);
        if surely + perhaps < min {
            let message = format!(
                "has {} elements that `contains` asks for, fewer than {min}",
                surely + perhaps
            );
            found.refusal = self.refuse(visit, message);
        } else if surely > max {
            let message = format!("has {surely} elements that `contains` counts, more than {max}");
            found.refusal = self.refuse(visit, message);
        } else if surely < min || surely + perhaps > max {
            found.doubt(reason.unwrap_or_default());
        }
    }

    pub(super) fn left_over_elements(
        &self,
        visit: Visit<'_>,
        keywords: &Keywords,
        items: &[Json],
        found: &mut Findings,
    ) {
        let Some(schema) = keywords.unevaluated_items else { return };
        for index in 0..items.len() {
            if found.surely.contains(&index) {
                continue;
            }
            let inner = self.element(visit, schema, index, visit.stand.inside());
            if found.perhaps.contains(&index) && inner.truth() != Truth::True {
                found.doubt(format!(
                    "whether `{}` is evaluated is not known",
                    Path::Element(visit.path, index).pointer()
                ));
            } else {
                found.require(inner);
            }
        }
        found.surely.extend(0..items.len());
    }
}

/// A value that stands twice.
fn repeated(items: &[Json]) -> Option<&Json> {
    let mut sorted: Vec<&Json> = items.iter().collect();
    sorted.sort_unstable();
    sorted.windows(2).find(|pair| pair[0] == pair[1]).map(|pair| pair[0])
}
