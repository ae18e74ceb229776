//! The walk over pairs of types.

use crate::hash::{HashMap, HashSet};

use contract_core::document::{Document, Shape, Type, WireType};

use super::cause::{Cause, Harmless, Seg, Suspicion};
use super::prove::Judge;
use super::roots::Root;
use crate::finding::Role;
use crate::rules;
use crate::shape::lower::wire::type_names;

/// A pair of named types, in one direction.
pub(super) type Key<'d> = (&'d str, &'d str, Role);

/// What one pair of types noted.
#[derive(Debug, Default)]
pub(super) struct Node {
    /// Local differences.
    pub(super) causes: Vec<Cause>,
    /// The pairs that it refers to, as indices, and the way to them.
    pub(super) edges: Vec<(Vec<Seg>, usize)>,
    /// Whether nothing changed but what it refers to.
    pub(super) leads_on: bool,
}

/// Every pair that was walked.
#[derive(Debug, Default)]
pub(super) struct Graph<'d> {
    /// Named pairs.
    pub(super) pairs: Vec<Node>,
    /// Their names.
    pub(super) keys: Vec<Key<'d>>,
    /// The roots themselves, in their order.
    pub(super) roots: Vec<Node>,
}

/// Where the walk stands.
#[derive(Clone, Debug)]
pub(super) struct Here {
    /// The clause in the old document.
    pub(super) old: String,
    /// The clause in the new document.
    pub(super) new: String,
    /// What it is called.
    pub(super) it: String,
    /// What it belongs to.
    pub(super) within: String,
    /// The way from the pair that is being walked.
    pub(super) at: Vec<Seg>,
}

/// The walk.
pub(super) struct Walk<'w, 'd> {
    pub(super) old: &'d Document,
    pub(super) new: &'d Document,
    pub(super) role: Role,
    pub(super) judge: &'w mut Judge<'d>,
    same: HashSet<&'d str>,
    /// The types that stand in both documents, and those of them that are an alias in either.
    both: HashMap<&'d str, bool>,
    node: Node,
    /// The pairs that were met, in the order in which they are walked.
    met: Vec<Key<'d>>,
    indices: HashMap<Key<'d>, usize>,
}

/// Walks every pair that the roots reach. The work list keeps the machine's stack flat.
pub(super) fn walk<'d>(
    old: &'d Document,
    new: &'d Document,
    roots: &[Root],
    judge: &mut Judge<'d>,
) -> Graph<'d> {
    let same = judge.same_types().clone();
    let is_alias = |of: &Type| matches!(of.shape, Shape::Alias(_));
    let both = old.types.iter().filter_map(|(name, was)| {
        new.types.get(name).map(|is| (name.as_str(), is_alias(was) || is_alias(is)))
    });
    let mut walk = Walk {
        both: both.collect(),
        old,
        new,
        role: Role::Request,
        judge,
        same,
        node: Node::default(),
        met: Vec::new(),
        indices: HashMap::default(),
    };
    let mut graph = Graph::default();
    for root in roots {
        walk.role = root.role;
        let here = Here {
            old: root.clause.clone(),
            new: root.clause.clone(),
            it: root.it.clone(),
            within: root.within.clone(),
            at: Vec::new(),
        };
        walk.expressions(&here, &root.old, &root.new);
        graph.roots.push(std::mem::take(&mut walk.node));
    }
    while let Some((old, new, role)) = walk.met.get(graph.pairs.len()).copied() {
        walk.role = role;
        walk.definitions(old, new);
        graph.pairs.push(std::mem::take(&mut walk.node));
    }
    graph.keys = walk.met;
    graph
}

impl<'d> Walk<'_, 'd> {
    /// Notes a cause of the pair that is being walked.
    pub(super) fn note(&mut self, cause: Cause) {
        self.node.causes.push(cause);
    }

    /// Whether all types in an expression are the same in both documents.
    pub(super) fn all_same(&self, of: &WireType) -> bool {
        let mut same = true;
        of.names(&mut |name| same &= self.same.contains(name));
        same
    }

    /// Notes that the pair refers to another one.
    pub(super) fn edge(&mut self, at: &[Seg], old: &str, new: &str) {
        if old == new && self.same.contains(old) {
            return;
        }
        // A type that a document does not have is nothing to compare with.
        let (Some(old), Some(new)) = (self.name(self.old, old), self.name(self.new, new)) else {
            return;
        };
        let index = *self.indices.entry((old, new, self.role)).or_insert_with_key(|key| {
            self.met.push(*key);
            self.met.len() - 1
        });
        self.node.edges.push((at.to_vec(), index));
    }

    /// The name as it stands in a document.
    fn name(&self, document: &'d Document, name: &str) -> Option<&'d str> {
        let known = self.both.get_key_value(name).map(|(name, _)| *name);
        known.or_else(|| document.types.get_key_value(name).map(|(name, _)| name.as_str()))
    }

    /// Whether a type stands in both documents, as another thing than an alias.
    pub(super) fn stands_in_both(&self, name: &str) -> bool {
        self.both.get(name) == Some(&false)
    }

    /// Whether an expression means the same in both documents.
    pub(super) fn unchanged(&self, of: &WireType) -> bool {
        let mut unchanged = true;
        of.names(&mut |name| unchanged &= self.same.contains(name));
        unchanged
    }

    /// Whether all types that a shape names are the same in both documents.
    fn leads_nowhere(&self, shape: &Shape) -> bool {
        let mut same = true;
        type_names(shape, &mut |name| same &= self.same.contains(name));
        same
    }

    fn definitions(&mut self, old: &str, new: &str) {
        if old == new
            && let (Some(before), Some(after)) = (self.old.types.get(old), self.new.types.get(new))
            && let (Shape::Struct(before), Shape::Struct(after)) = (&before.shape, &after.shape)
            && self.leads_on(before, after)
        {
            self.node.leads_on = true;
            return;
        }
        let here = Here::at_types(old, new);
        if old != new && !self.new.types.contains_key(old) && !self.old.types.contains_key(new) {
            let mut cause = here.cause(&rules::TYPE_RENAMED, Suspicion::Harmless(Harmless::Note));
            cause.words.from = old.to_owned();
            cause.words.to = new.to_owned();
            self.note(cause);
        }
        let (before, after) = (self.old, self.new);
        let shapes = (before.types.get(old), after.types.get(new));
        let (Some(before), Some(after)) = shapes else { return };
        self.conversion(&here, before, (new, after));
        if before.shape == after.shape && self.leads_nowhere(&before.shape) {
            return;
        }
        match (&before.shape, &after.shape) {
            (Shape::Struct(a), Shape::Struct(b)) => self.structs(&here, a, b),
            (Shape::Enum(a), Shape::Enum(b)) => self.enums(&here, a, b),
            (Shape::Tuple(a), Shape::Tuple(b)) => self.tuples(&here, a, b),
            (Shape::Unit, Shape::Unit) => {}
            (Shape::Alias(a) | Shape::Newtype(a), Shape::Alias(b) | Shape::Newtype(b)) => {
                self.expressions(&here, a, b)
            }
            (Shape::Alias(a) | Shape::Newtype(a), _) => {
                self.expressions(&here, a, &WireType::Named(new.to_owned()));
            }
            (_, Shape::Alias(b) | Shape::Newtype(b)) => {
                self.expressions(&here, &WireType::Named(old.to_owned()), b);
            }
            _ => {
                let [a, b] = [old, new].map(|name| WireType::Named(name.to_owned()));
                let words = [form(&before.shape), form(&after.shape)].map(str::to_owned);
                self.differ(&here, &a, &b, Some((&rules::TYPE_CHANGED, words)));
            }
        }
    }
}

/// What kind of definition a type has.
fn form(shape: &Shape) -> &'static str {
    match shape {
        Shape::Struct(_) => "a struct",
        Shape::Tuple(_) => "a tuple",
        Shape::Unit => "a unit",
        Shape::Alias(_) | Shape::Newtype(_) => "another type",
        Shape::Enum(_) => "an enum",
    }
}
