//! The walk over pairs of types.

use crate::hash::{HashMap, HashSet};

use contract_core::document::{Document, Shape, WireType};

use super::cause::{Cause, Harmless, Seg, Suspicion};
use super::prove::Judge;
use super::roots::Root;
use crate::finding::Role;
use crate::rules;

/// A pair of named types, in one direction.
pub(super) type Key = (String, String, Role);

/// What one pair of types noted.
#[derive(Debug, Default)]
pub(super) struct Node {
    /// Local differences.
    pub(super) causes: Vec<Cause>,
    /// The pairs that it refers to, as indices, and the way to them.
    pub(super) edges: Vec<(Vec<Seg>, usize)>,
}

/// Every pair that was walked.
#[derive(Debug, Default)]
pub(super) struct Graph {
    /// Named pairs.
    pub(super) pairs: Vec<Node>,
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
    node: Node,
    /// The pairs that were met, in the order in which they are walked.
    met: Vec<Key>,
    indices: HashMap<Key, usize>,
}

/// Walks every pair that the roots reach. The work list keeps the machine's stack flat.
pub(super) fn walk<'d>(
    old: &'d Document,
    new: &'d Document,
    roots: &[Root],
    judge: &mut Judge<'d>,
) -> Graph {
    let same = judge.same_types().clone();
    let mut walk = Walk {
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
    while let Some((old, new, role)) = walk.met.get(graph.pairs.len()).cloned() {
        walk.role = role;
        walk.definitions(&old, &new);
        graph.pairs.push(std::mem::take(&mut walk.node));
    }
    graph
}

impl Walk<'_, '_> {
    /// Notes a cause of the pair that is being walked.
    pub(super) fn note(&mut self, cause: Cause) {
        self.node.causes.push(cause);
    }

    /// Notes that the pair refers to another one.
    pub(super) fn edge(&mut self, here: &Here, old: &str, new: &str) {
        if old == new && self.same.contains(old) {
            return;
        }
        let key = (old.to_owned(), new.to_owned(), self.role);
        let index = *self.indices.entry(key).or_insert_with_key(|key| {
            self.met.push(key.clone());
            self.met.len() - 1
        });
        self.node.edges.push((here.at.clone(), index));
    }

    /// Whether an expression means the same in both documents.
    pub(super) fn unchanged(&self, of: &WireType) -> bool {
        let mut unchanged = true;
        of.names(&mut |name| unchanged &= self.same.contains(name));
        unchanged
    }

    fn definitions(&mut self, old: &str, new: &str) {
        let here = Here {
            old: format!("types/{old}"),
            new: format!("types/{new}"),
            it: old.to_owned(),
            within: old.to_owned(),
            at: Vec::new(),
        };
        if old != new && !self.new.types.contains_key(old) && !self.old.types.contains_key(new) {
            let mut cause = here.cause(&rules::TYPE_RENAMED, Suspicion::Harmless(Harmless::Note));
            cause.words.from = old.to_owned();
            cause.words.to = new.to_owned();
            self.note(cause);
        }
        let (before, after) = (self.old, self.new);
        let shapes = (before.types.get(old), after.types.get(new));
        let (Some(before), Some(after)) = shapes else { return };
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
