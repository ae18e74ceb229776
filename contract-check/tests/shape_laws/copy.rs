//! Copies of shapes with references of their own.

use std::collections::HashMap;

use contract_check::shape::{Arena, Node, ShapeId};

/// Copies of the shapes of one graph.
pub(crate) struct Copies {
    /// Whether a reference stands before every copied part.
    outlined: bool,
    references: HashMap<u32, ShapeId>,
}

impl Copies {
    pub(crate) fn new(outlined: bool) -> Self {
        Self { outlined, references: HashMap::new() }
    }

    /// The same set under other references.
    pub(crate) fn copy(&mut self, arena: &mut Arena, shape: ShapeId) -> ShapeId {
        let mut node = arena.node(shape).clone();
        let mut part = |id: &mut ShapeId| *id = self.copy(arena, *id);
        match &mut node {
            Node::Union(of) | Node::Intersection(of) => of.iter_mut().for_each(part),
            Node::Not(of) => part(of),
            Node::Array(spec) => {
                spec.prefix.iter_mut().for_each(&mut part);
                part(&mut spec.rest);
                spec.contains.iter_mut().for_each(|count| part(&mut count.shape));
            }
            Node::Object(spec) => {
                spec.members.values_mut().for_each(|member| part(&mut member.shape));
                spec.patterns.values_mut().for_each(&mut part);
                part(&mut spec.rest);
                spec.names.iter_mut().for_each(part);
            }
            Node::Reference(number) => return self.reference(arena, *number),
            _ => {}
        }
        let copy = arena.intern(node);
        if !self.outlined {
            return copy;
        }
        let (number, reference) = arena.reference();
        arena.define(number, copy);
        reference
    }

    fn reference(&mut self, arena: &mut Arena, number: u32) -> ShapeId {
        if let Some(copy) = self.references.get(&number) {
            return *copy;
        }
        let (copied, id) = arena.reference();
        self.references.insert(number, id);
        let target = arena.target(number).expect("defined");
        let target = self.copy(arena, target);
        arena.define(copied, target);
        id
    }
}
