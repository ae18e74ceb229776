//! A position of a document and everything that one schema says about the value there.
//!
//! References and `allOf` are looked through, so that the walk compares what is said and not
//! where it is written.

use std::collections::{BTreeMap, BTreeSet};

use crate::evaluate::schema::Evaluator;
use crate::json::Json;
use crate::schema::{JsonType, Keywords, SchemaDocument, SchemaId, Scope};

/// Schemas that apply to one value, all of them.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub(super) struct Position {
    /// The schemas. None at all: nothing is said, every value may stand there.
    pub(super) parts: Vec<Part>,
    /// Nothing may stand there.
    pub(super) closed: bool,
}

/// One of the schemas of a position.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) struct Part {
    pub(super) id: SchemaId,
    pub(super) scope: Scope,
    /// Only its own keywords count, beside a branch of a union that is a part of its own.
    pub(super) chosen: bool,
}

/// The keywords of a position, through references and `allOf`.
pub(super) struct View<'d> {
    document: &'d SchemaDocument,
    pub(super) entries: Vec<Entry<'d>>,
    pub(super) closed: bool,
}

/// The keywords of one schema of a view.
pub(super) struct Entry<'d> {
    pub(super) id: SchemaId,
    pub(super) scope: Scope,
    pub(super) keywords: &'d Keywords,
    pub(super) chosen: bool,
    /// It is one of several in an `allOf`: what it is called, the whole is not.
    partial: bool,
}

/// How many alternatives are asked for the members that they describe.
const ALTERNATIVES: usize = 1_000;

impl Position {
    pub(super) fn new(id: SchemaId, scope: Scope) -> Self {
        Self { parts: vec![Part { id, scope, chosen: false }], closed: false }
    }

    /// The position with every part that is nothing but a reference replaced by what it refers
    /// to, so that a position is the same however it is reached.
    pub(super) fn resolved(mut self, document: &SchemaDocument) -> Self {
        for part in &mut self.parts {
            part.follow(document);
        }
        self
    }

    /// The same through what only gives a schema other words: two that differ in nothing else are
    /// one position.
    pub(super) fn unwrapped(mut self, document: &SchemaDocument) -> Self {
        for part in &mut self.parts {
            part.follow(document);
            // What contains itself in this way is cut, so this ends.
            while let Some(id) = document.wrapped(part.id) {
                part.scope = document.enter(&part.scope, part.id);
                part.id = id;
                part.follow(document);
            }
        }
        self
    }

    /// The JSON pointer of the schema that says most about the position.
    pub(super) fn pointer(&self, document: &SchemaDocument) -> Option<String> {
        self.parts.last().map(|part| document.schema(part.id).pointer.clone())
    }
}

impl Part {
    /// Goes on where a schema that is nothing but a reference leads.
    fn follow(&mut self, document: &SchemaDocument) {
        let mut scope = document.enter(&self.scope, self.id);
        // References that come back to themselves are cut, so this ends.
        while document.schema(self.id).only_refers
            && let Some(reference) = document.keywords(self.id).references().next()
            && let Ok(target) = document.follow(reference, &scope)
        {
            self.id = target;
            self.scope = scope;
            scope = document.enter(&self.scope, target);
        }
    }
}

impl<'d> View<'d> {
    pub(super) fn new(document: &'d SchemaDocument, position: &Position) -> Self {
        let mut view = Self { document, entries: Vec::new(), closed: position.closed };
        let parts = position.parts.iter().rev();
        let mut pending: Vec<(Part, bool)> = parts.map(|part| (part.clone(), false)).collect();
        let mut seen = BTreeSet::new();
        while let Some((part, partial)) = pending.pop() {
            if !seen.insert(part.clone()) {
                continue;
            }
            let schema = document.schema(part.id);
            view.closed |= schema.boolean == Some(false);
            let scope = document.enter(&part.scope, part.id);
            let keywords = &schema.keywords;
            // Beside a chosen branch, what references and `allOf` say stands as parts already.
            let several = partial || keywords.all_of.len() > 1;
            let all_of = keywords.all_of.iter().rev().map(|id| (*id, several));
            let references = keywords.references().filter_map(|r| document.follow(r, &scope).ok());
            let further = all_of.chain(references.map(|id| (id, partial)));
            if !part.chosen {
                let part = |id| Part { id, scope: scope.clone(), chosen: false };
                pending.extend(further.map(|(id, partial)| (part(id), partial)));
            }
            let chosen = part.chosen;
            view.entries.push(Entry { id: part.id, scope, keywords, chosen, partial });
        }
        view
    }

    pub(super) fn document(&self) -> &'d SchemaDocument {
        self.document
    }

    /// The name that the author gave it: its title, or the name of its definition.
    pub(super) fn name(&self) -> Option<String> {
        let whole = || self.entries.iter().filter(|entry| !entry.partial);
        let title = whole().find_map(|entry| entry.keywords.annotations.title.clone());
        title.or_else(|| {
            whole().find_map(|entry| {
                let pointer = &self.document.schema(entry.id).pointer;
                let (folder, name) = pointer.rsplit_once('/')?;
                let defined = ["/$defs", "/definitions", "/components/schemas"];
                defined.iter().any(|place| folder.ends_with(place)).then(|| name.to_owned())
            })
        })
    }

    /// Where something stands below one of the schemas.
    pub(super) fn below(&self, below: &str) -> Option<String> {
        self.entries.iter().find_map(|entry| {
            let full = format!("{}/{below}", self.document.schema(entry.id).pointer);
            self.document.raw().pointer(&full).map(|_| full)
        })
    }

    pub(super) fn keywords(&self) -> impl Iterator<Item = &'d Keywords> + '_ {
        self.entries.iter().map(|entry| entry.keywords)
    }

    /// Whether something is said about members.
    pub(super) fn names(&self) -> BTreeSet<String> {
        self.keywords()
            .flat_map(|k| k.properties.iter().flatten())
            .map(|(n, _)| n.clone())
            .collect()
    }

    /// The members that it or any of its alternatives describes; none where one of them leaves
    /// open what stands there, or where they are too many to look at.
    pub(super) fn names_of_all(&self) -> Option<BTreeSet<String>> {
        let mut names = BTreeSet::new();
        let mut seen = BTreeSet::new();
        let mut pending = Vec::new();
        let mut look = |view: &Self, pending: &mut Vec<Position>| {
            let described = |entry: &Entry<'_>| {
                says_something(entry.keywords)
                    || entry.keywords.any_of.is_some()
                    || entry.keywords.one_of.is_some()
            };
            names.extend(view.names());
            pending.extend(view.alternatives());
            view.closed || view.entries.iter().any(described)
        };
        let mut open = !look(self, &mut pending);
        while let Some(position) = pending.pop() {
            if seen.len() >= ALTERNATIVES {
                return None;
            }
            if seen.insert(position.clone()) {
                open |= !look(&Self::new(self.document, &position), &mut pending);
            }
        }
        (!open).then_some(names)
    }

    /// The alternatives of all unions of the position, each by itself.
    fn alternatives(&self) -> impl Iterator<Item = Position> + '_ {
        self.entries.iter().filter(|entry| !entry.chosen).flat_map(|entry| {
            let unions = [&entry.keywords.any_of, &entry.keywords.one_of];
            let branches = unions.into_iter().flatten().flatten();
            branches.map(|branch| Position::new(*branch, entry.scope.clone()))
        })
    }

    pub(super) fn required(&self) -> BTreeSet<String> {
        self.keywords().flat_map(|keywords| keywords.required.iter().cloned()).collect()
    }

    /// Whether members that are not described may not be there.
    pub(super) fn refuses_others(&self) -> bool {
        self.keywords().any(|keywords| {
            [keywords.additional_properties, keywords.unevaluated_properties]
                .into_iter()
                .flatten()
                .any(|id| self.document.schema(id).boolean == Some(false))
        })
    }

    /// The position of a member.
    pub(super) fn member(&self, name: &str, matcher: &Evaluator<'_>) -> Position {
        let mut position = Position::default();
        let described = self.names().contains(name);
        for entry in &self.entries {
            let mut found = Vec::new();
            found.extend(
                entry
                    .keywords
                    .properties
                    .iter()
                    .flatten()
                    .filter_map(|(n, id)| (n == name).then_some(*id)),
            );
            for (pattern, id) in &entry.keywords.pattern_properties {
                if matcher.matches(pattern, name) == Some(true) {
                    found.push(*id);
                }
            }
            if found.is_empty() {
                found.extend(entry.keywords.additional_properties);
            }
            if found.is_empty() && !described {
                found.extend(entry.keywords.unevaluated_properties);
            }
            position.parts.extend(found.into_iter().map(|id| Part {
                id,
                scope: entry.scope.clone(),
                chosen: false,
            }));
        }
        position
    }

    /// The position of all members that are not described.
    pub(super) fn others(&self) -> Position {
        self.gather(|keywords| keywords.additional_properties.or(keywords.unevaluated_properties))
    }

    /// The shared position of everything that a keyword puts there.
    pub(super) fn gather(&self, of: impl Fn(&Keywords) -> Option<SchemaId>) -> Position {
        let parts = self
            .entries
            .iter()
            .filter_map(|entry| {
                Some(Part { id: of(entry.keywords)?, scope: entry.scope.clone(), chosen: false })
            })
            .collect();
        Position { parts, closed: false }
    }

    /// How many positions `prefixItems` names.
    pub(super) fn prefix(&self) -> usize {
        self.keywords().map(|keywords| keywords.prefix_items.len()).max().unwrap_or(0)
    }

    /// The position of the element with an index.
    pub(super) fn element(&self, index: usize) -> Position {
        self.gather(|keywords| keywords.prefix_items.get(index).copied().or(keywords.items))
    }

    /// The branches of the only union of the position, each with everything that is said beside
    /// it; none where there is no union or more than one.
    pub(super) fn branches(&self) -> Option<Vec<Position>> {
        let mut unions = self.entries.iter().filter(|entry| {
            !entry.chosen && (entry.keywords.any_of.is_some() || entry.keywords.one_of.is_some())
        });
        let entry = unions.next()?;
        if unions.next().is_some()
            || (entry.keywords.any_of.is_some() && entry.keywords.one_of.is_some())
        {
            return None;
        }
        let branches = entry.keywords.any_of.as_ref().or(entry.keywords.one_of.as_ref())?;
        // `allOf` and references are looked through already, so that the entries beside the union
        // are exactly what else is said.
        let beside: Vec<Part> = self
            .entries
            .iter()
            .filter(|other| says_something(other.keywords))
            .map(|other| Part { id: other.id, scope: other.scope.clone(), chosen: true })
            .collect();
        Some(
            branches
                .iter()
                .map(|branch| {
                    let mut parts = beside.clone();
                    parts.push(Part { id: *branch, scope: entry.scope.clone(), chosen: false });
                    Position { parts, closed: self.closed }
                })
                .collect(),
        )
    }

    /// The values of the position, where they are listed.
    pub(super) fn values(&self) -> Option<Vec<Json>> {
        self.values_within(4)
    }

    fn values_within(&self, depth: usize) -> Option<Vec<Json>> {
        for keywords in self.keywords() {
            if let Some(constant) = &keywords.constant {
                return Some(vec![constant.clone()]);
            }
            if let Some(values) = &keywords.values {
                return Some(values.clone());
            }
        }
        let mut values = Vec::new();
        for branch in self.branches().filter(|_| depth > 0)? {
            let view = Self::new(self.document, &branch);
            match view.values_within(depth - 1) {
                Some(more) => values.extend(more),
                None if view.only_null() => values.push(Json::Null),
                None => return None,
            }
        }
        Some(values)
    }

    /// The only branch beside null, where nothing is said beside the two.
    pub(super) fn unless_null(&self) -> Option<Position> {
        let branches = self.branches()?;
        let only_null = |branch: &&Position| !Self::new(self.document, branch).only_null();
        let mut others = branches.iter().filter(only_null);
        match (others.next(), others.next(), branches.len()) {
            (Some(only), None, 2) if only.parts.len() == 1 => Some(only.clone()),
            _ => None,
        }
    }

    /// Whether nothing but null may stand there.
    pub(super) fn only_null(&self) -> bool {
        self.types().is_some_and(|types| types == BTreeSet::from([JsonType::Null]))
            || self.keywords().any(|k| k.values.as_deref() == Some(&[Json::Null]))
    }

    /// The types that `type` leaves, where it stands.
    pub(super) fn types(&self) -> Option<BTreeSet<JsonType>> {
        self.keywords().filter_map(|keywords| keywords.types.clone()).reduce(|mut a, b| {
            let number = |types: &BTreeSet<JsonType>| types.contains(&JsonType::Number);
            let (in_a, in_b) = (number(&a), number(&b));
            let integer =
                a.contains(&JsonType::Integer) && in_b || b.contains(&JsonType::Integer) && in_a;
            a.retain(|t| b.contains(t));
            if integer {
                a.insert(JsonType::Integer);
            }
            a
        })
    }

    /// The types of the position, or of all its alternatives.
    pub(super) fn types_of_all(&self) -> Option<BTreeSet<JsonType>> {
        self.types().or_else(|| {
            let branches = self.branches()?;
            let types = branches.iter().map(|branch| Self::new(self.document, branch).types());
            types.reduce(|one, other| Some(&one? | &other?)).flatten()
        })
    }

    /// The member whose constant tells this branch from its siblings: every constant string of a
    /// member, by the member's name.
    pub(super) fn tags(&self, matcher: &Evaluator<'_>) -> BTreeMap<String, Vec<Json>> {
        self.names()
            .into_iter()
            .filter_map(|name| {
                let values = Self::new(self.document, &self.member(&name, matcher)).values()?;
                Some((name, values))
            })
            .collect()
    }
}

/// Whether a schema says anything of its own, beside references, `allOf` and unions.
fn says_something(keywords: &Keywords) -> bool {
    keywords.types.is_some()
        || keywords.properties.is_some()
        || keywords.additional_properties.is_some()
        || keywords.unevaluated_properties.is_some()
        || !keywords.pattern_properties.is_empty()
        || !keywords.required.is_empty()
        || keywords.constant.is_some()
        || keywords.values.is_some()
        || keywords.condition.is_some()
        || keywords.not.is_some()
        || keywords.items.is_some()
        || !keywords.prefix_items.is_empty()
        || keywords.format.is_some()
        || keywords.pattern.is_some()
}
