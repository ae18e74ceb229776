//! Members and elements that several schemas of one closed position describe.
//!
//! Each of the schemas would close what stands there by itself, and so refuse what only another
//! one describes; a program writes what all of them describe together. What that is depends on
//! the branches that hold, so it is left open: between what each of them alone would have closed
//! and what is open, nobody knows what is written.

use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;
use std::sync::Arc;

use super::loops::targets;
use super::model::{Keywords, SchemaDocument, SchemaId};
use crate::hash::HashMap;

/// What several schemas of a position describe.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Shared {
    members: BTreeSet<String>,
    all_members: bool,
    elements: bool,
}

impl Shared {
    /// Whether several schemas describe what stands in this member.
    pub fn member(&self, name: &str) -> bool {
        self.all_members || self.members.contains(name)
    }

    /// Whether several schemas describe members that have no name of their own in one of them.
    pub fn members(&self) -> bool {
        self.all_members
    }

    /// Whether several schemas describe what stands in the elements.
    pub fn elements(&self) -> bool {
        self.elements
    }
}

/// What the schemas of a position describe, one level down, as far as it describes something.
#[derive(Clone, Default)]
struct Described<'d> {
    members: BTreeMap<&'d str, SchemaId>,
    others: bool,
    elements: Option<SchemaId>,
    shared: Shared,
}

impl SchemaDocument {
    /// What several schemas describe of a position that is closed at a schema; none where that is
    /// nothing.
    pub fn shared(&self, id: SchemaId) -> Option<&Arc<Shared>> {
        self.shared.get(&id)
    }

    /// Whether several schemas may describe what stands in a value of this one: where nothing else
    /// applies to the same value, nothing is described twice.
    fn composed(&self, mut id: SchemaId) -> bool {
        while self.schema(id).only_refers {
            let references = self.keywords(id).references();
            let mut leads = references.flat_map(|it| targets(self, &it.target));
            match (leads.next(), leads.next()) {
                (Some(target), None) => id = target,
                (Some(_), Some(_)) => return true,
                (None, _) => return false,
            }
        }
        let keywords = self.keywords(id);
        keywords.in_place().next().is_some() || keywords.references().next().is_some()
    }

    /// The only schema of an `allOf` that says something, where nothing stands beside it: people
    /// write `allOf: [{$ref: ..}, {description: ..}]` where a description cannot stand beside a
    /// reference (OpenAPI 3.0.3, Reference Object).
    pub fn wrapped(&self, id: SchemaId) -> Option<SchemaId> {
        let keywords = self.keywords(id);
        if !keywords.only_compose() || keywords.references().next().is_some() {
            return None;
        }
        let says = |id: &&SchemaId| {
            let schema = self.schema(**id);
            schema.boolean == Some(false) || !schema.keywords.say_nothing()
        };
        let mut parts = keywords.all_of.iter().filter(says);
        parts.next().filter(|_| parts.next().is_none()).copied()
    }

    /// What this schema is, if it is nothing but a reference.
    fn meant(&self, mut id: SchemaId) -> SchemaId {
        while self.schema(id).only_refers
            && let Some(reference) = self.keywords(id).references().next()
            && let Some(target) = targets(self, &reference.target).next()
        {
            id = target;
        }
        id
    }
}

/// For each schema at which a position may be closed, what several schemas describe there.
pub(super) fn shared(document: &SchemaDocument) -> BTreeMap<SchemaId, Arc<Shared>> {
    let composed: Vec<SchemaId> = document.ids().filter(|id| document.composed(*id)).collect();
    if composed.is_empty() {
        return BTreeMap::new();
    }
    let mut survey = Survey { document, deep: deep(document), known: HashMap::default() };
    let mut found = BTreeMap::new();
    for id in composed {
        if !survey.deep[id.0 as usize] || survey.sources(id).is_empty() {
            continue;
        }
        let shared = &survey.described(id, 0).shared;
        if *shared != Shared::default() {
            found.insert(id, Arc::new(shared.clone()));
        }
    }
    found
}

/// How many schemas within schemas of one position are looked through.
const DEPTH: usize = 100;

struct Survey<'d> {
    document: &'d SchemaDocument,
    /// Schemas that describe a member, of their value or of one within it.
    deep: Vec<bool>,
    known: HashMap<SchemaId, Rc<Described<'d>>>,
}

impl<'d> Survey<'d> {
    /// The schemas that apply to the same value, in lists of which only one is chosen.
    fn sources(&self, id: SchemaId) -> Vec<Vec<SchemaId>> {
        let keywords: &'d Keywords = self.document.keywords(id);
        let referred = keywords
            .references()
            .map(|reference| targets(self.document, &reference.target).collect());
        let each = keywords.all_of.iter().chain(&keywords.consequence);
        let each = each.chain(&keywords.alternative).chain(keywords.dependent_schemas.values());
        // Several branches of `anyOf` may hold, and no two of `oneOf`.
        let any_of = keywords.any_of.iter().flatten();
        let mut sources: Vec<Vec<SchemaId>> = each.chain(any_of).map(|id| vec![*id]).collect();
        sources.extend(referred);
        sources.extend(keywords.one_of.clone());
        sources
    }

    fn described(&mut self, id: SchemaId, depth: usize) -> Rc<Described<'d>> {
        if depth > DEPTH {
            let shared = Shared { members: BTreeSet::new(), all_members: true, elements: true };
            return Rc::new(Described { shared, ..Described::default() });
        }
        if let Some(known) = self.known.get(&id) {
            return known.clone();
        }
        let mut all = self.own(id);
        for alternatives in self.sources(id) {
            let mut alternatives = alternatives.into_iter();
            let Some(first) = alternatives.next() else { continue };
            let first = self.described(first, depth + 1);
            let Some(second) = alternatives.next() else {
                all.and(&first);
                continue;
            };
            let mut one = Described::clone(&first);
            for alternative in std::iter::once(second).chain(alternatives) {
                one.or(&self.described(alternative, depth + 1));
            }
            all.and(&one);
        }
        // Few schemas apply others to the same value; only theirs is worth keeping.
        let all = Rc::new(all);
        self.known.insert(id, all.clone());
        all
    }

    /// What the schema's own keywords describe.
    fn own(&self, id: SchemaId) -> Described<'d> {
        let keywords: &'d Keywords = self.document.keywords(id);
        let deep = |id: &SchemaId| self.deep[id.0 as usize];
        let mut described = Described::default();
        for (name, schema) in keywords.properties.iter().flatten() {
            if deep(schema) {
                described.members.insert(name, self.document.meant(*schema));
            }
        }
        described.others = keywords
            .pattern_properties
            .values()
            .chain(&keywords.additional_properties)
            .chain(&keywords.unevaluated_properties)
            .any(deep);
        let mut elements =
            keywords.prefix_items.iter().chain(&keywords.items).chain(&keywords.unevaluated_items);
        described.elements = elements.find(|id| deep(id)).map(|id| self.document.meant(*id));
        described
    }
}

impl<'d> Described<'d> {
    /// What is described where both apply.
    fn and(&mut self, other: &Self) {
        let Self { members, others, elements, shared } = other;
        let named = |members: &BTreeMap<&str, SchemaId>| !members.is_empty();
        self.shared.all_members |= shared.all_members
            || (self.others && (*others || named(members)))
            || (*others && named(&self.members));
        for (name, schema) in members {
            match self.members.insert(name, *schema) {
                Some(known) if known != *schema => {
                    self.shared.members.insert((*name).to_owned());
                }
                _ => {}
            }
        }
        self.shared.members.extend(shared.members.iter().cloned());
        self.others |= others;
        self.shared.elements |=
            shared.elements || matches!((self.elements, elements), (Some(a), Some(b)) if a != *b);
        self.elements = self.elements.or(*elements);
    }

    /// What is described where one of the two applies. Which of them describes a member does not
    /// matter to whoever describes it too.
    fn or(&mut self, other: &Self) {
        for (name, schema) in &other.members {
            self.members.entry(name).or_insert(*schema);
        }
        self.others |= other.others;
        self.elements = self.elements.or(other.elements);
        self.shared.members.extend(other.shared.members.iter().cloned());
        self.shared.all_members |= other.shared.all_members;
        self.shared.elements |= other.shared.elements;
    }
}

/// For each schema whether it describes a member of its value or of one within it.
fn deep(document: &SchemaDocument) -> Vec<bool> {
    let mut users: Vec<Vec<SchemaId>> = vec![Vec::new(); document.schemas.len()];
    for id in document.ids() {
        let keywords = document.keywords(id);
        let within = keywords.prefix_items.iter().chain(&keywords.items);
        let within = within.chain(&keywords.unevaluated_items).copied();
        let referred = keywords.references().flat_map(|it| targets(document, &it.target));
        for used in within.chain(keywords.in_place()).chain(referred) {
            users[used.0 as usize].push(id);
        }
    }
    let mut deep = document.describing.clone();
    let mut news: Vec<SchemaId> = document.ids().filter(|id| deep[id.0 as usize]).collect();
    while let Some(id) = news.pop() {
        for user in &users[id.0 as usize] {
            if !std::mem::replace(&mut deep[user.0 as usize], true) {
                news.push(*user);
            }
        }
    }
    deep
}
