//! Keywords about objects.

use super::words::{Path, brief};
use super::{Evaluator, Findings, Stand, Truth, Visit};
use crate::json::Json;
use crate::schema::{Closing, Keywords, SchemaId};

type Members = [(String, Json)];

impl Evaluator<'_> {
    /// Applies a schema to the value of one member.
    fn member(&self, visit: Visit<'_>, schema: SchemaId, index: usize) -> Findings {
        let Json::Object(members) = visit.value else { return Findings::default() };
        let (name, value) = &members[index];
        let path = Path::Member(visit.path, name);
        let stand = visit.stand.inside();
        let inner = Visit { schema, value, path: &path, stand, ..visit };
        let inner = self.within(visit, inner, |shared| shared.member(name));
        Findings { refusal: inner.refusal, unknown: inner.unknown, ..Findings::default() }
    }

    pub(super) fn object(
        &self,
        visit: Visit<'_>,
        keywords: &Keywords,
        members: &Members,
        found: &mut Findings,
    ) {
        let has = |wanted: &str| members.iter().any(|(name, _)| name == wanted);
        let count = members.len() as u64;
        let mut refuse = |message: String| found.refusal = self.refuse(visit, message);
        if let Some(name) = keywords.required.iter().find(|name| !has(name)) {
            return refuse(format!("lacks the required member `{name}`"));
        }
        if let Some(min) = keywords.min_properties.filter(|min| count < *min) {
            return refuse(format!("has {count} members, fewer than {min}"));
        }
        if let Some(max) = keywords.max_properties.filter(|max| count > *max) {
            return refuse(format!("has {count} members, more than {max}"));
        }
        for (name, others) in keywords.dependent_required.iter().filter(|(name, _)| has(name)) {
            if let Some(other) = others.iter().find(|other| !has(other)) {
                return refuse(format!("has the member `{name}` but lacks `{other}`"));
            }
        }
        for (index, (name, _)) in members.iter().enumerate() {
            if keywords.demanded().any(|demanded| demanded == name) {
                found.demanded.insert(index);
            }
        }
        for index in 0..members.len() {
            self.described(visit, keywords, members, index, found);
            if found.refused() {
                return;
            }
        }
        for (name, schema) in &keywords.dependent_schemas {
            if has(name) {
                found.require(self.visit(visit.with(*schema, visit.stand.beside(visit.schema))));
            }
        }
    }

    /// `properties`, `patternProperties`, `additionalProperties`, `propertyNames` for one member.
    fn described(
        &self,
        visit: Visit<'_>,
        keywords: &Keywords,
        members: &Members,
        index: usize,
        found: &mut Findings,
    ) {
        let name = &members[index].0;
        let (mut described, mut perhaps) = (false, false);
        if let Some(schema) = keywords.properties.as_ref().and_then(|named| named.get(name)) {
            described = true;
            found.require(self.member(visit, *schema, index));
        }
        for (pattern, schema) in &keywords.pattern_properties {
            match self.matches(pattern, name) {
                Some(true) => {
                    described = true;
                    found.require(self.member(visit, *schema, index));
                }
                Some(false) => {}
                None => {
                    perhaps = true;
                    if self.member(visit, *schema, index).truth() != Truth::True {
                        found.doubt(format!("the pattern `{pattern}` cannot be evaluated"));
                    }
                }
            }
        }
        if let Some(schema) = keywords.additional_properties
            && !described
        {
            let inner = self.member(visit, schema, index);
            described = true;
            match inner.refusal {
                _ if perhaps && inner.truth() != Truth::True => {
                    found.doubt("a pattern of `patternProperties` cannot be evaluated");
                }
                Some(_) if self.document.schema(schema).boolean == Some(false) => {
                    let message = format!("has the member `{name}`, which is not described");
                    found.refusal = self.refuse(visit, message);
                }
                _ => found.require(inner),
            }
        }
        if described {
            found.surely.insert(index);
        } else if perhaps {
            found.perhaps.insert(index);
        }
        if let Some(schema) = keywords.property_names {
            let text = Json::String(name.clone());
            let inner = self.visit(Visit {
                schema,
                value: &text,
                stand: Stand::Open,
                kept: false,
                ..visit
            });
            if let Some(refusal) = inner.refusal {
                let message =
                    format!("has a member whose name is not admitted: it {}", refusal.message);
                found.refusal = self.refuse(visit, message);
            } else if let Some(reason) = inner.unknown {
                found.doubt(reason);
            }
        }
    }

    pub(super) fn left_over_members(
        &self,
        visit: Visit<'_>,
        keywords: &Keywords,
        members: &Members,
        found: &mut Findings,
    ) {
        let closed =
            visit.stand == Stand::Position && self.document.closing(visit.schema) == Closing::Here;
        let schema = keywords.unevaluated_properties;
        if schema.is_none() && !closed {
            return;
        }
        for (index, (name, value)) in members.iter().enumerate() {
            if found.surely.contains(&index)
                || (schema.is_none() && found.demanded.contains(&index))
            {
                continue;
            }
            let inner = match schema {
                Some(schema) => self.member(visit, schema, index),
                None => Findings {
                    refusal: self.refuse(
                        visit,
                        format!(
                            "has the member `{name}` = {}, which is not described",
                            brief(value)
                        ),
                    ),
                    ..Findings::default()
                },
            };
            let perhaps = found.perhaps.contains(&index)
                || (schema.is_none() && found.perhaps_demanded.contains(&index));
            if perhaps && inner.truth() != Truth::True {
                found.doubt(format!("whether the member `{name}` is evaluated is not known"));
            } else {
                found.require(inner);
            }
        }
        found.surely.extend(0..members.len());
    }
}
