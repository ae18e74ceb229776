//! What a glance at a schema tells: enough to see that two branches of `oneOf` share no value.
//!
//! Every fact is a consequence of the schema, so two schemas with contradictory facts are
//! disjoint. Where nothing is seen, the prover works it out.

use std::collections::{BTreeMap, BTreeSet};

use super::SchemaShapes;
use crate::json::Json;
use crate::schema::{JsonType, SchemaId};

/// How many references and branches a glance follows.
const DEPTH: usize = 8;

/// What every value of a schema satisfies.
#[derive(Clone, Debug, Default)]
pub(super) struct Facts {
    /// Its type is one of these.
    types: Option<BTreeSet<JsonType>>,
    /// It is one of these.
    values: Option<Vec<Json>>,
    /// If an object: these members, where present, are one of these values.
    members: BTreeMap<String, Vec<Json>>,
    /// If an object: it has these members.
    required: BTreeSet<String>,
    /// If an object: it has no other members.
    only: Option<BTreeSet<String>>,
}

impl Facts {
    /// Whether no value can satisfy both.
    pub(super) fn disjoint(&self, other: &Self) -> bool {
        if let (Some(mine), Some(theirs)) = (&self.types, &other.types)
            && !mine.iter().any(|a| theirs.iter().any(|b| overlap(*a, *b)))
        {
            return true;
        }
        if let (Some(mine), Some(theirs)) = (&self.values, &other.values)
            && no_common(mine, theirs)
        {
            return true;
        }
        let objects = |facts: &Self| {
            facts.types.as_ref().is_some_and(|types| types.iter().all(|t| *t == JsonType::Object))
        };
        (objects(self) || objects(other))
            && (self.refuses_members_of(other) || other.refuses_members_of(self))
    }

    /// Whether a member that every object here has cannot stand in any object there.
    fn refuses_members_of(&self, other: &Self) -> bool {
        self.required.iter().any(|name| {
            let differs = match (self.members.get(name), other.members.get(name)) {
                (Some(mine), Some(theirs)) => no_common(mine, theirs),
                _ => false,
            };
            differs || other.only.as_ref().is_some_and(|only| !only.contains(name))
        })
    }

    /// The facts of a value that satisfies both.
    fn and(&mut self, other: Self) {
        self.types = match (self.types.take(), other.types) {
            (Some(mine), Some(theirs)) => Some(narrowed(&mine, &theirs)),
            (mine, theirs) => mine.or(theirs),
        };
        self.values = self.values.take().or(other.values);
        for (name, values) in other.members {
            self.members.entry(name).or_insert(values);
        }
        self.required.extend(other.required);
        self.only = match (self.only.take(), other.only) {
            (Some(mine), Some(theirs)) => Some(mine.intersection(&theirs).cloned().collect()),
            (mine, theirs) => mine.or(theirs),
        };
    }
}

fn overlap(a: JsonType, b: JsonType) -> bool {
    use JsonType::{Integer, Number};
    a == b || matches!((a, b), (Integer, Number) | (Number, Integer))
}

fn narrowed(a: &BTreeSet<JsonType>, b: &BTreeSet<JsonType>) -> BTreeSet<JsonType> {
    let both = a.iter().chain(b);
    both.filter(|t| [a, b].iter().all(|set| set.iter().any(|s| overlap(**t, *s))))
        .copied()
        .collect()
}

/// Whether two lists surely have no common value. Only strings and booleans are compared:
/// numbers have many spellings.
fn no_common(a: &[Json], b: &[Json]) -> bool {
    let plain = |value: &Json| matches!(value, Json::String(_) | Json::Bool(_) | Json::Null);
    a.iter().chain(b).all(plain) && !a.iter().any(|value| b.contains(value))
}

impl SchemaShapes<'_> {
    /// What a glance at a schema tells.
    pub(super) fn facts(&mut self, id: SchemaId, scope: usize) -> Facts {
        self.glance(id, scope, 0)
    }

    fn glance(&mut self, id: SchemaId, scope: usize, depth: usize) -> Facts {
        let document = self.document;
        let inner = document.enter(&self.scopes[scope], id);
        let scope = if inner == self.scopes[scope] { scope } else { self.scope(inner) };
        match self.facts.get(&(id, scope)) {
            Some(Some(facts)) => return facts.clone(),
            Some(None) => return Facts::default(),
            None if depth > DEPTH => return Facts::default(),
            None => {}
        }
        self.facts.insert((id, scope), None);
        let keywords = document.keywords(id);
        let mut facts = Facts {
            types: keywords.types.clone(),
            values: keywords.constant.clone().map(|value| vec![value]).or(keywords.values.clone()),
            required: keywords.required.clone(),
            ..Facts::default()
        };
        for (name, schema) in keywords.properties.iter().flatten() {
            if let Some(values) = self.glance(*schema, scope, depth + 1).values {
                facts.members.insert(name.clone(), values);
            }
        }
        let closed = keywords
            .additional_properties
            .is_some_and(|schema| document.schema(schema).boolean == Some(false));
        if closed && keywords.pattern_properties.is_empty() {
            facts.only =
                Some(keywords.properties.iter().flatten().map(|(n, _)| n.clone()).collect());
        }
        let targets = keywords
            .references()
            .filter_map(|reference| document.follow(reference, &self.scopes[scope]).ok());
        let also: Vec<SchemaId> = targets.chain(keywords.all_of.iter().copied()).collect();
        for schema in also {
            let more = self.glance(schema, scope, depth + 1);
            facts.and(more);
        }
        self.facts.insert((id, scope), Some(facts.clone()));
        facts
    }
}
