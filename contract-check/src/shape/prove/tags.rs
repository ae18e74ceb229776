//! Looking up the branches of a tagged union, so that a thousand variants are not each compared
//! with a thousand others.

use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

use super::super::arena::{Node, ShapeId};
use super::Graph;
use crate::hash::HashMap;

/// The branches of a union by the constant of a member that they require.
#[derive(Debug)]
struct Index {
    /// The member.
    tag: String,
    branches: BTreeMap<String, Vec<ShapeId>>,
    /// Branches without such a constant.
    others: Vec<ShapeId>,
}

/// The unions that were looked at.
#[derive(Debug, Default)]
pub(super) struct Tags {
    indices: HashMap<ShapeId, Option<Rc<Index>>>,
}

impl Tags {
    /// The branches of a union that may meet all the leaves.
    pub(super) fn branches(
        &mut self,
        graph: &mut Graph<'_>,
        union: ShapeId,
        leaves: &BTreeSet<ShapeId>,
    ) -> Vec<ShapeId> {
        let node = graph.arena.shared(union);
        let Node::Union(all) = &*node else { return vec![union] };
        let index = self
            .indices
            .entry(union)
            .or_insert_with(|| Index::new(graph, all).map(Rc::new))
            .clone();
        let Some(index) = index else { return all.clone() };
        let known = leaves.iter().find_map(|leaf| match &*graph.arena.shared(*leaf) {
            Node::Object(spec) => constants(graph, spec.members.get(&index.tag)?.shape),
            _ => None,
        });
        let Some(values) = known else { return all.clone() };
        let tagged = values.iter().filter_map(|value| index.branches.get(value)).flatten();
        tagged.chain(&index.others).copied().collect()
    }
}

impl Index {
    /// The index by the member that most branches require as a constant; none if few do.
    fn new(graph: &mut Graph<'_>, branches: &[ShapeId]) -> Option<Self> {
        let mut counts: BTreeMap<String, usize> = BTreeMap::new();
        for branch in branches {
            for (name, _) in required_constants(graph, *branch) {
                *counts.entry(name).or_default() += 1;
            }
        }
        let (tag, count) = counts.into_iter().max_by_key(|(_, count)| *count)?;
        if count * 2 < branches.len() {
            return None;
        }
        let mut index = Self { tag, branches: BTreeMap::new(), others: Vec::new() };
        for branch in branches {
            let constants = required_constants(graph, *branch);
            match constants.into_iter().find(|(name, _)| *name == index.tag) {
                Some((_, values)) => {
                    for value in values {
                        index.branches.entry(value).or_default().push(*branch);
                    }
                }
                None => index.others.push(*branch),
            }
        }
        Some(index)
    }
}

/// Follows references to what they mean. A chain that never ends is left where it began.
fn resolve(graph: &mut Graph<'_>, shape: ShapeId) -> ShapeId {
    let mut at = shape;
    for _ in 0..64 {
        match *graph.arena.node(at) {
            Node::Reference(number) => match graph.target(number) {
                Some(target) => at = target,
                None => return shape,
            },
            _ => return at,
        }
    }
    shape
}

/// The members that an object shape requires to be strings of a finite set, with that set.
fn required_constants(graph: &mut Graph<'_>, shape: ShapeId) -> Vec<(String, BTreeSet<String>)> {
    let resolved = resolve(graph, shape);
    match &*graph.arena.shared(resolved) {
        Node::Object(spec) => spec
            .members
            .iter()
            .filter(|(_, member)| member.required)
            .filter_map(|(name, member)| Some((name.clone(), constants(graph, member.shape)?)))
            .collect(),
        _ => Vec::new(),
    }
}

/// The strings of a finite set of strings.
fn constants(graph: &mut Graph<'_>, shape: ShapeId) -> Option<BTreeSet<String>> {
    let resolved = resolve(graph, shape);
    match graph.arena.node(resolved) {
        Node::String(spec) => spec.values.clone(),
        _ => None,
    }
}
