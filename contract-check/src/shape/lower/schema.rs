//! From JSON Schemas to shapes.
//!
//! A schema is the intersection of what its keywords say. Each keyword is lowered to the exact
//! set of values that it admits; what has no exact set (a reference to another document, a format
//! that is not known) becomes an opaque shape with its reason.

mod base;
mod coverage;
mod facts;

use std::collections::{BTreeMap, BTreeSet};

use self::facts::Facts;
use super::super::{Arena, Member, Node, ObjectSpec, ShapeId, Unknown};
use crate::hash::HashMap;
use crate::schema::{
    Closing, Keywords, Reference, SchemaDocument, SchemaId, Scope, Shared, Target, is_one_resource,
};

/// What stands before the address in the name of something that was not read.
pub(crate) const UNREAD: &str = "reference ";

/// How the objects of a schema are read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Reading {
    /// As the schema says.
    Exact,
    /// As a program writes them, or as a reader that refuses unknown members reads them: closed
    /// at every value position that describes members. See [`Closing`].
    Closed,
}

/// What a schema is lowered as.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
enum Mode {
    /// Exactly, with everything in it.
    Exact,
    /// At a value position that is read as closed.
    Position,
    /// Within a position that is closed at this schema: the values in it are closed, it is not.
    Within(SchemaId),
}

impl Mode {
    /// How the members and elements of this value are lowered.
    fn child(self) -> Self {
        match self {
            Self::Exact => Self::Exact,
            Self::Position | Self::Within(_) => Self::Position,
        }
    }

    /// How a further schema for the value of this one is lowered.
    fn beside(self, id: SchemaId) -> Self {
        match self {
            Self::Exact => Self::Exact,
            Self::Position => Self::Within(id),
            Self::Within(position) => Self::Within(position),
        }
    }
}

/// A schema in a scope, lowered in a mode.
type Key = (SchemaId, usize, Mode);

/// What is known about a key.
#[derive(Clone, Copy, Debug)]
enum Memo {
    /// It is being lowered; the reference stands for it where somebody asked meanwhile.
    Begun(Option<(u32, ShapeId)>),
    /// Its shape.
    Done(ShapeId),
}

/// References are followed at once down to this depth and later beyond it, so that long chains of
/// them do not exhaust the stack.
const DEPTH: usize = 200;

/// The shapes of one document's schemas.
#[derive(Debug)]
pub struct SchemaShapes<'d> {
    document: &'d SchemaDocument,
    /// Tells opaque shapes of this document from those of another one.
    label: String,
    /// Schemas that are taken to accept everything.
    forgiven: BTreeSet<SchemaId>,
    scopes: Vec<Scope>,
    scope_numbers: HashMap<Scope, usize>,
    memo: HashMap<Key, Memo>,
    facts: HashMap<(SchemaId, usize), Option<Facts>>,
    later: Vec<(Key, u32)>,
    depth: usize,
}

impl<'d> SchemaShapes<'d> {
    /// No shapes yet. The label tells the document from others in the same arena.
    pub fn new(document: &'d SchemaDocument, label: impl Into<String>) -> Self {
        Self {
            document,
            label: label.into(),
            forgiven: BTreeSet::new(),
            scopes: Vec::new(),
            scope_numbers: HashMap::default(),
            memo: HashMap::default(),
            facts: HashMap::default(),
            later: Vec::new(),
            depth: 0,
        }
    }

    /// The same with some schemas taken to accept everything.
    #[must_use]
    pub fn forgiving(mut self, schemas: impl IntoIterator<Item = SchemaId>) -> Self {
        self.forgiven = schemas.into_iter().collect();
        self
    }

    /// The shape of a schema at a value position that is reached in a scope.
    pub fn shape(
        &mut self,
        arena: &mut Arena,
        id: SchemaId,
        scope: &Scope,
        reading: Reading,
    ) -> ShapeId {
        let mode = match reading {
            Reading::Exact => Mode::Exact,
            Reading::Closed => Mode::Position,
        };
        let scope = self.scope(self.document.enter(scope, id));
        let shape = self.lower(arena, (id, scope, mode));
        while let Some((key, reference)) = self.later.pop() {
            let shape = self.keywords(arena, key);
            arena.define(reference, shape);
        }
        shape
    }

    fn scope(&mut self, scope: Scope) -> usize {
        if let Some(number) = self.scope_numbers.get(&scope) {
            return *number;
        }
        self.scopes.push(scope.clone());
        self.scope_numbers.insert(scope, self.scopes.len() - 1);
        self.scopes.len() - 1
    }

    /// A schema that is reached from a scope.
    fn at(&mut self, arena: &mut Arena, id: SchemaId, scope: usize, mode: Mode) -> ShapeId {
        let inner = self.document.enter(&self.scopes[scope], id);
        let scope = if inner == self.scopes[scope] { scope } else { self.scope(inner) };
        self.lower(arena, (id, scope, mode))
    }

    fn lower(&mut self, arena: &mut Arena, key: Key) -> ShapeId {
        match self.memo.get_mut(&key) {
            Some(Memo::Done(shape)) => return *shape,
            Some(Memo::Begun(reference)) => {
                return reference.get_or_insert_with(|| arena.reference()).1;
            }
            None => {}
        }
        if self.depth > DEPTH {
            let (reference, shape) = arena.reference();
            self.memo.insert(key, Memo::Done(shape));
            self.later.push((key, reference));
            return shape;
        }
        self.memo.insert(key, Memo::Begun(None));
        self.depth += 1;
        let shape = self.keywords(arena, key);
        self.depth -= 1;
        let shape = match self.memo.get(&key) {
            Some(Memo::Begun(Some((reference, standing)))) => {
                arena.define(*reference, shape);
                *standing
            }
            _ => shape,
        };
        self.memo.insert(key, Memo::Done(shape));
        shape
    }

    fn keywords(&mut self, arena: &mut Arena, (id, scope, mode): Key) -> ShapeId {
        let document = self.document;
        if self.forgiven.contains(&id) {
            return arena.any();
        }
        match document.schema(id).boolean {
            Some(true) => return arena.any(),
            Some(false) => return arena.never(),
            None => {}
        }
        let keywords = document.keywords(id);
        let closing = match mode {
            Mode::Position => document.closing(id),
            Mode::Exact | Mode::Within(_) => Closing::Open,
        };
        let beside = mode.beside(id);
        let mode_where = |here: Closing| if closing == here { mode } else { beside };
        let mut parts = self.base(arena, id, scope, mode);
        for reference in keywords.references() {
            let mode = mode_where(Closing::Reference);
            parts.push(self.reference(arena, id, scope, reference, mode));
        }
        for branch in &keywords.all_of {
            parts.push(self.at(arena, *branch, scope, beside));
        }
        if let Some(branches) = &keywords.any_of {
            let mode = mode_where(Closing::AnyOf);
            let branches =
                branches.iter().map(|branch| self.at(arena, *branch, scope, mode)).collect();
            parts.push(arena.intern(Node::Union(branches)));
        }
        if let Some(branches) = &keywords.one_of {
            parts.push(self.one_of(arena, branches, scope, mode_where(Closing::OneOf)));
        }
        if let Some(refused) = keywords.not {
            let refused = self.at(arena, refused, scope, Mode::Exact);
            parts.push(arena.intern(Node::Not(refused)));
        }
        self.condition(arena, keywords, scope, beside, &mut parts);
        self.dependent(arena, keywords, scope, beside, &mut parts);
        if let Some(schema) = keywords.unevaluated_properties {
            let shared = self.shared(id, mode, Shared::members);
            let unevaluated = self.within(arena, schema, scope, mode.child(), shared);
            parts.push(self.unevaluated_properties(arena, id, scope, unevaluated, false));
        } else if closing == Closing::Here {
            let never = arena.never();
            parts.push(self.unevaluated_properties(arena, id, scope, never, true));
        }
        if let Some(schema) = keywords.unevaluated_items {
            let shared = self.shared(id, mode, Shared::elements);
            let unevaluated = self.within(arena, schema, scope, mode.child(), shared);
            parts.push(self.unevaluated_items(arena, id, scope, unevaluated));
        }
        intersection(arena, parts)
    }

    /// Whether several schemas of the position describe what lies in a value of this one.
    fn shared(&self, id: SchemaId, mode: Mode, what: impl FnOnce(&Shared) -> bool) -> bool {
        let position = match mode {
            Mode::Exact => return false,
            Mode::Position => id,
            Mode::Within(position) => position,
        };
        self.document.shared(position).is_some_and(|shared| what(shared))
    }

    /// What lies in a value. Where several schemas describe it, what is written there lies
    /// between what this one closes and what it leaves open.
    fn within(
        &mut self,
        arena: &mut Arena,
        id: SchemaId,
        scope: usize,
        child: Mode,
        shared: bool,
    ) -> ShapeId {
        let closed = self.at(arena, id, scope, child);
        if !shared {
            return closed;
        }
        let within = self.at(arena, id, scope, Mode::Exact);
        if closed == within {
            return closed;
        }
        let pointer = &self.document.schema(id).pointer;
        let reason = "several schemas describe what is written there, and each leaves others out";
        let name = format!("{}#{pointer}", self.label);
        let unknown = arena.opaque(name, reason.to_owned(), within);
        arena.intern(Node::Union(vec![closed, unknown]))
    }

    fn reference(
        &mut self,
        arena: &mut Arena,
        id: SchemaId,
        scope: usize,
        reference: &Reference,
        mode: Mode,
    ) -> ShapeId {
        let document = self.document;
        match document.follow(reference, &self.scopes[scope]) {
            Ok(target) => self.at(arena, target, scope, mode),
            Err(reason) => {
                let within = arena.any();
                let Target::Unread { address, .. } = &reference.target else {
                    let pointer = &document.schema(id).pointer;
                    let name = format!("reference {} at {}#{pointer}", reference.text, self.label);
                    return arena.opaque(name, reason, within);
                };
                // What one version has beside it need not be what the other one has there.
                let depends_on = match is_one_resource(address) {
                    true => String::new(),
                    false => self.label.clone(),
                };
                arena.intern(Node::Opaque {
                    name: format!("{UNREAD}{address}"),
                    depends_on,
                    reason: reason.to_owned(),
                    unknown: Unknown::Code,
                    within,
                    stand_in: None,
                })
            }
        }
    }

    /// Exactly one of the branches: each without those of the others that could hold the same
    /// value.
    fn one_of(
        &mut self,
        arena: &mut Arena,
        branches: &[SchemaId],
        scope: usize,
        mode: Mode,
    ) -> ShapeId {
        let facts: Vec<Facts> = branches.iter().map(|b| self.facts(*b, scope)).collect();
        let mut union = Vec::new();
        for (index, branch) in branches.iter().enumerate() {
            let mut parts = vec![self.at(arena, *branch, scope, mode)];
            let overlapping: Vec<SchemaId> = (0..branches.len())
                .filter(|other| *other != index && !facts[index].disjoint(&facts[*other]))
                .map(|other| branches[other])
                .collect();
            for other in overlapping {
                let other = self.at(arena, other, scope, Mode::Exact);
                parts.push(arena.intern(Node::Not(other)));
            }
            union.push(intersection(arena, parts));
        }
        arena.intern(Node::Union(union))
    }

    fn condition(
        &mut self,
        arena: &mut Arena,
        keywords: &Keywords,
        scope: usize,
        mode: Mode,
        parts: &mut Vec<ShapeId>,
    ) {
        let Some(condition) = keywords.condition else { return };
        if keywords.consequence.is_none() && keywords.alternative.is_none() {
            return;
        }
        let holds = self.at(arena, condition, scope, Mode::Exact);
        let fails = arena.intern(Node::Not(holds));
        let mut then = vec![holds];
        if let Some(consequence) = keywords.consequence {
            then.push(self.at(arena, consequence, scope, mode));
        }
        let mut otherwise = vec![fails];
        if let Some(alternative) = keywords.alternative {
            otherwise.push(self.at(arena, alternative, scope, mode));
        }
        let cases = vec![intersection(arena, then), intersection(arena, otherwise)];
        parts.push(arena.intern(Node::Union(cases)));
    }

    fn dependent(
        &mut self,
        arena: &mut Arena,
        keywords: &Keywords,
        scope: usize,
        mode: Mode,
        parts: &mut Vec<ShapeId>,
    ) {
        let any = arena.any();
        for (name, others) in &keywords.dependent_required {
            let others = others.iter().map(|other| (other.clone(), any));
            let then = members(arena, others);
            parts.push(unless_present(arena, name, then));
        }
        for (name, schema) in &keywords.dependent_schemas {
            let then = self.at(arena, *schema, scope, mode);
            parts.push(unless_present(arena, name, then));
        }
    }
}

/// Values that are no object, objects without the member, and those in the shape.
fn unless_present(arena: &mut Arena, name: &str, then: ShapeId) -> ShapeId {
    let any = arena.any();
    let present = members(arena, [(name.to_owned(), any)]);
    let absent = arena.intern(Node::Not(present));
    arena.intern(Node::Union(vec![absent, then]))
}

/// Objects that have these members, at least.
fn members(arena: &mut Arena, members: impl IntoIterator<Item = (String, ShapeId)>) -> ShapeId {
    let members =
        members.into_iter().map(|(name, shape)| (name, Member { shape, required: true })).collect();
    let rest = arena.any();
    object(arena, members, BTreeMap::new(), rest)
}

fn object(
    arena: &mut Arena,
    members: BTreeMap<String, Member>,
    patterns: BTreeMap<String, ShapeId>,
    rest: ShapeId,
) -> ShapeId {
    arena.intern(Node::Object(ObjectSpec { members, patterns, ..ObjectSpec::from(rest) }))
}

/// All of the parts; one part stands for itself.
fn intersection(arena: &mut Arena, mut parts: Vec<ShapeId>) -> ShapeId {
    let any = arena.any();
    parts.retain(|part| *part != any);
    parts.dedup();
    match parts.as_slice() {
        [only] => *only,
        _ => arena.intern(Node::Intersection(parts)),
    }
}
