//! A quick look that tells many shapes apart, so that the branches of a tagged union are not
//! tried against each other. It only ever answers "certainly disjoint" or "not seen to be".

use super::super::arena::{Node, NumberSpec, ObjectSpec, ShapeId, StringSpec};
use super::Run;

/// How many shapes one look may pass.
const FUEL: u32 = 64;

impl Run<'_> {
    /// Whether no document in all the leaves lies in the shape, as far as a look can tell.
    pub(super) fn disjoint(&mut self, leaves: &[ShapeId], shape: ShapeId) -> bool {
        let mut fuel = FUEL;
        leaves.iter().any(|leaf| self.apart(*leaf, shape, &mut fuel))
    }

    /// Whether two of the leaves are disjoint, as far as a look can tell.
    pub(super) fn disjoint_among(&mut self, leaves: &[ShapeId]) -> bool {
        leaves.iter().enumerate().any(|(at, leaf)| self.disjoint(&leaves[at + 1..], *leaf))
    }

    fn apart(&mut self, a: ShapeId, b: ShapeId, fuel: &mut u32) -> bool {
        if !self.arena.kinds(a).meets(self.arena.kinds(b)) {
            return true;
        }
        if a == b || *fuel == 0 {
            return false;
        }
        *fuel -= 1;
        let (node_a, node_b) = (self.arena.shared(a), self.arena.shared(b));
        match (&*node_a, &*node_b) {
            (Node::Reference(number), _) => {
                self.target(*number).is_some_and(|a| self.apart(a, b, fuel))
            }
            (_, Node::Reference(number)) => {
                self.target(*number).is_some_and(|b| self.apart(a, b, fuel))
            }
            (Node::Union(of), _) => of.iter().all(|a| self.apart(*a, b, fuel)),
            (_, Node::Union(of)) => of.iter().all(|b| self.apart(a, *b, fuel)),
            (Node::Intersection(of), _) => of.iter().any(|a| self.apart(*a, b, fuel)),
            (_, Node::Intersection(of)) => of.iter().any(|b| self.apart(a, *b, fuel)),
            (Node::Not(of), other) => *of == b || lists_all(self.arena.node(*of), other),
            (other, Node::Not(of)) => *of == a || lists_all(self.arena.node(*of), other),
            (Node::Opaque { within, .. }, _) => self.apart(*within, b, fuel),
            (_, Node::Opaque { within, .. }) => self.apart(a, *within, fuel),
            (Node::Bool(a), Node::Bool(b)) => a != b,
            (Node::Number(a), Node::Number(b)) => numbers_apart(a, b),
            (Node::String(a), Node::String(b)) => strings_apart(a, b),
            (Node::Object(one), Node::Object(other)) => {
                if let Some(known) = self.prover.apart.get(&(a, b)) {
                    return *known;
                }
                let found = self.objects_apart(one, other, fuel);
                // Where the look was cut short, another one may see more.
                if found || *fuel > 0 {
                    self.prover.apart.insert((a, b), found);
                }
                found
            }
            (Node::Array(a), Node::Array(b)) => {
                a.max.is_some_and(|max| max < b.min)
                    || b.max.is_some_and(|max| max < a.min)
                    || (0..a.prefix.len().max(b.prefix.len()))
                        .take_while(|at| a.min.max(b.min) > *at as u64)
                        .any(|at| self.apart(a.at(at), b.at(at), fuel))
            }
            _ => false,
        }
    }

    /// Whether a member that one of them requires cannot be in both.
    fn objects_apart(&mut self, a: &ObjectSpec, b: &ObjectSpec, fuel: &mut u32) -> bool {
        let ordered_apart = a.orders.iter().any(|(names, texts)| {
            b.orders.get(names).is_some_and(|other| self.apart(*texts, *other, fuel))
        });
        ordered_apart
            || [(a, b), (b, a)].into_iter().any(|(one, other)| {
                one.members.iter().filter(|(_, member)| member.required).any(|(name, member)| {
                    match other.members.get(name) {
                        Some(opposite) => self.apart(member.shape, opposite.shape, fuel),
                        None => {
                            other.patterns.is_empty() && self.apart(member.shape, other.rest, fuel)
                        }
                    }
                })
            })
    }
}

fn numbers_apart(a: &NumberSpec, b: &NumberSpec) -> bool {
    let below = |a: &NumberSpec, b: &NumberSpec| match (&a.max, &b.min) {
        (Some((max, open)), Some((min, closed))) => max < min || (max == min && (*open || *closed)),
        _ => false,
    };
    below(a, b) || below(b, a) || a.classes.and(b.classes) == super::super::Classes::NONE
}

/// Whether every string of the one is listed by the other.
fn lists_all(list: &Node, of: &Node) -> bool {
    match (list, of) {
        (Node::String(list), Node::String(of)) => match (&list.values, &of.values) {
            (Some(listed), Some(all)) => {
                *list == StringSpec { values: Some(listed.clone()), ..StringSpec::default() }
                    && all.is_subset(listed)
            }
            _ => false,
        },
        _ => false,
    }
}

fn strings_apart(a: &StringSpec, b: &StringSpec) -> bool {
    match (&a.values, &b.values) {
        (Some(a), Some(b)) => a.is_disjoint(b),
        _ => false,
    }
}
