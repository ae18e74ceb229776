//! The `wire` reading of a schema: what a program writes that was made from it.
//!
//! A schema is open: it admits members that it does not describe. A program writes only the
//! members that are described. So a writer is read as if `unevaluatedProperties: false` stood at
//! every value position that describes members, at the outermost schema of the position and not
//! within its branches. A member that must be there is written, so `required` describes it as
//! `properties` does, at a position where anything is described. A position that describes no member at all stays open, because nothing
//! is known about what is written there; and where only the branches of a union describe members,
//! each branch is closed by itself, because a value is written as one of them.

use std::collections::BTreeSet;

use super::loops::targets;
use super::model::{Keywords, SchemaDocument, SchemaId};

/// Where the objects of a value position are closed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Closing {
    /// Nowhere: no member is described.
    Open,
    /// At this schema.
    Here,
    /// At the schema that the only reference leads to.
    Reference,
    /// At each schema of `anyOf`.
    AnyOf,
    /// At each schema of `oneOf`.
    OneOf,
}

impl SchemaDocument {
    /// Where the objects of the position of a schema are closed.
    pub fn closing(&self, id: SchemaId) -> Closing {
        let keywords = self.keywords(id);
        let describes = |schema: SchemaId| self.describing[schema.0 as usize];
        let reference = keywords
            .references()
            .flat_map(|reference| targets(self, &reference.target))
            .any(describes);
        let any_of = keywords.any_of.iter().flatten().copied().any(describes);
        let one_of = keywords.one_of.iter().flatten().copied().any(describes);
        let rest = describes_itself(keywords) || others(keywords).any(describes);
        let (closing, within): (_, Vec<SchemaId>) = match (rest, reference, any_of, one_of) {
            (false, false, false, false) => return Closing::Open,
            (false, true, false, false) if keywords.references().count() == 1 => {
                let targets = keywords.references().flat_map(|it| targets(self, &it.target));
                (Closing::Reference, targets.collect())
            }
            (false, false, true, false) => {
                (Closing::AnyOf, keywords.any_of.iter().flatten().copied().collect())
            }
            (false, false, false, true) => {
                (Closing::OneOf, keywords.one_of.iter().flatten().copied().collect())
            }
            _ => return Closing::Here,
        };
        // What is closed by itself would refuse a member that is demanded beside it only.
        let mut demanded = keywords.demanded().peekable();
        if demanded.peek().is_none() {
            return closing;
        }
        let demanded: BTreeSet<&str> = demanded.collect();
        let known = within.iter().all(|schema| self.describes_all(*schema, &demanded));
        if known { closing } else { Closing::Here }
    }

    /// Whether a schema surely describes each of these members, alone or by what it refers to.
    fn describes_all(&self, schema: SchemaId, names: &BTreeSet<&str>) -> bool {
        let mut left = names.clone();
        let mut seen = BTreeSet::new();
        let mut pending = vec![schema];
        while let Some(id) = pending.pop() {
            if left.is_empty() {
                break;
            }
            if !seen.insert(id) {
                continue;
            }
            let keywords = self.keywords(id);
            for name in keywords.properties.iter().flatten().map(|(name, _)| name.as_str()) {
                left.remove(name);
            }
            for name in keywords.demanded() {
                left.remove(name);
            }
            pending.extend(keywords.all_of.iter().copied());
            for reference in keywords.references() {
                let mut targets = targets(self, &reference.target);
                // Where a reference may lead depends on the scope, so only the sure one counts.
                if let (Some(target), None) = (targets.next(), targets.next()) {
                    pending.push(target);
                }
            }
        }
        left.is_empty()
    }
}

/// For each schema whether it, or one that applies to the same value through it, describes a
/// member.
pub(super) fn describing(document: &SchemaDocument) -> Vec<bool> {
    let mut users: Vec<Vec<SchemaId>> = vec![Vec::new(); document.schemas.len()];
    let mut describing = vec![false; document.schemas.len()];
    let mut news = Vec::new();
    for id in document.ids() {
        let keywords = document.keywords(id);
        let unions = keywords.any_of.iter().chain(&keywords.one_of).flatten().copied();
        let references =
            keywords.references().flat_map(|reference| targets(document, &reference.target));
        for used in others(keywords).chain(unions).chain(references) {
            users[used.0 as usize].push(id);
        }
        if describes_itself(keywords) {
            describing[id.0 as usize] = true;
            news.push(id);
        }
    }
    while let Some(id) = news.pop() {
        for user in &users[id.0 as usize] {
            if !std::mem::replace(&mut describing[user.0 as usize], true) {
                news.push(*user);
            }
        }
    }
    describing
}

fn describes_itself(keywords: &Keywords) -> bool {
    keywords.properties.is_some()
        || !keywords.pattern_properties.is_empty()
        || keywords.additional_properties.is_some()
        || keywords.unevaluated_properties.is_some()
}

fn others(keywords: &Keywords) -> impl Iterator<Item = SchemaId> + '_ {
    keywords
        .all_of
        .iter()
        .chain(&keywords.consequence)
        .chain(&keywords.alternative)
        .chain(keywords.dependent_schemas.values())
        .copied()
}
