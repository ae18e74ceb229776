//! Arrays: one question for each position.
//!
//! As with objects, an array lies outside a shape (a *hole*) if it fails it in one way: it is too
//! short or too long, an element is refused, two elements are equal, too few or too many elements
//! have a shape. The search picks a way for each hole and then looks for a shortest array.

mod distinct;
mod fill;

use std::collections::BTreeMap;
use std::rc::Rc;

use super::super::answer::Reason;
use super::super::arena::{ArraySpec, Node, ShapeId};
use super::{Outcome, Run};

/// Longer prefixes are not compared position by position.
const PREFIX: usize = 5_000;

/// Of the ways to fail the last hole so many are compared for the smallest document.
const COMPARED: usize = 8;

/// What the positive shapes say together.
struct Whole<'a> {
    specs: Vec<&'a ArraySpec>,
    /// Beyond this position all elements are alike, in the holes too.
    prefix: usize,
    unique: bool,
}

impl Whole<'_> {
    /// The shapes of the element at a position.
    fn at(&self, position: usize) -> Vec<ShapeId> {
        let mut shapes: Vec<ShapeId> = self.specs.iter().map(|spec| spec.at(position)).collect();
        shapes.sort_unstable();
        shapes.dedup();
        shapes
    }
}

/// A way to fail a hole.
#[derive(Clone, Debug)]
enum Way {
    /// Shorter than this.
    Below(u64),
    /// Longer than this.
    Above(u64),
    /// The element at this position is not of the shape.
    At(usize, ShapeId),
    /// The elements at these positions are equal.
    Equal(usize, usize),
    /// At most so many elements are of the shape.
    AtMost(ShapeId, u64),
    /// At least so many elements are of the shape.
    AtLeast(ShapeId, u64),
}

/// What has been picked so far.
#[derive(Clone, Debug, Default)]
struct Picked {
    min: u64,
    max: u64,
    /// By position, what the element must not be. Positions beyond the prefix stand for any.
    not: BTreeMap<usize, Vec<ShapeId>>,
    equal: Option<(usize, usize)>,
    at_most: Vec<(ShapeId, u64)>,
    at_least: Vec<(ShapeId, u64)>,
}

impl Picked {
    /// The least length.
    fn length(&self) -> u64 {
        let last = self.not.keys().next_back().copied().max(self.equal.map(|(_, second)| second));
        self.min.max(last.map_or(0, |last| last as u64 + 1))
    }

    /// The first position beyond the prefix that nothing was picked for.
    fn free(&self, prefix: usize) -> usize {
        let last = self.not.keys().next_back().copied().max(self.equal.map(|(_, second)| second));
        last.map_or(prefix, |last| prefix.max(last + 1))
    }

    fn with(&self, way: &Way) -> Self {
        let mut picked = self.clone();
        match way {
            Way::Below(min) => picked.max = picked.max.min(min - 1),
            Way::Above(max) => picked.min = picked.min.max(max.saturating_add(1)),
            Way::At(position, shape) => picked.not.entry(*position).or_default().push(*shape),
            Way::Equal(first, second) => picked.equal = Some((*first, *second)),
            Way::AtMost(shape, most) => picked.at_most.push((*shape, *most)),
            Way::AtLeast(shape, least) => picked.at_least.push((*shape, *least)),
        }
        picked
    }
}

impl Run<'_> {
    /// An array in all of the `inside` leaves and none of the `outside` ones.
    pub(super) fn lists(&mut self, inside: &[ShapeId], outside: &[ShapeId]) -> Outcome {
        let inside: Vec<_> = inside.iter().map(|id| self.arena.shared(*id)).collect();
        let outside: Vec<_> = outside.iter().map(|id| self.arena.shared(*id)).collect();
        fn spec(node: &Rc<Node>) -> Option<&ArraySpec> {
            if let Node::Array(spec) = &**node { Some(spec) } else { None }
        }
        let specs: Vec<&ArraySpec> = inside.iter().filter_map(spec).collect();
        let holes: Vec<&ArraySpec> = outside.iter().filter_map(spec).collect();
        let prefixes = specs.iter().chain(&holes).map(|spec| spec.prefix.len());
        let prefix = prefixes.max().unwrap_or(0);
        if prefix > PREFIX {
            return Outcome::unknown(Reason::Size);
        }
        let mut picked = Picked {
            min: specs.iter().map(|spec| spec.min).max().unwrap_or(0),
            max: specs.iter().filter_map(|spec| spec.max).min().unwrap_or(u64::MAX),
            ..Picked::default()
        };
        for count in specs.iter().flat_map(|spec| &spec.contains) {
            if count.min > 0 {
                picked.at_least.push((count.shape, count.min));
            }
            if let Some(max) = count.max {
                picked.at_most.push((count.shape, max));
            }
        }
        let unique = specs.iter().any(|spec| spec.unique);
        let whole = Whole { specs, prefix, unique };
        self.pick_lists(&whole, &picked, &holes)
    }

    /// Fails the holes that are left, one after the other.
    fn pick_lists(&mut self, whole: &Whole<'_>, picked: &Picked, holes: &[&ArraySpec]) -> Outcome {
        let impossible = picked.length() > picked.max;
        if impossible || !self.spend(1 + holes.len() as u64) {
            return Outcome::Empty;
        }
        let mut left = Vec::new();
        let mut fewest: Option<(usize, Vec<(u64, Way)>)> = None;
        for hole in holes {
            let Some(ways) = self.list_ways(whole, picked, hole) else { continue };
            if ways.is_empty() {
                return Outcome::Empty;
            }
            if fewest.as_ref().is_none_or(|(_, least)| ways.len() < least.len()) {
                fewest = Some((left.len(), ways));
            }
            left.push(*hole);
        }
        let Some((hole, mut ways)) = fewest else { return self.fill(whole, picked) };
        left.remove(hole);
        ways.sort_by_key(|(cost, _)| *cost);
        let compared = if left.is_empty() { COMPARED } else { 1 };
        let mut outcome = Outcome::Empty;
        for (at, (_, way)) in ways.iter().enumerate() {
            if at >= compared && outcome.is_whole() {
                break;
            }
            outcome = outcome.or(self.pick_lists(whole, &picked.with(way), &left));
        }
        outcome
    }

    /// The ways to fail a hole that are still open, each with what it adds to the document; none
    /// if the hole is failed already.
    fn list_ways(
        &mut self,
        whole: &Whole<'_>,
        picked: &Picked,
        hole: &ArraySpec,
    ) -> Option<Vec<(u64, Way)>> {
        if picked.max < hole.min || hole.max.is_some_and(|max| max < picked.length()) {
            return None;
        }
        let mut ways = Vec::new();
        if hole.min > picked.length() {
            ways.push((0, Way::Below(hole.min)));
        }
        if let Some(max) = hole.max
            && picked.max > max
        {
            ways.push((max.saturating_mul(2), Way::Above(max)));
        }
        // Positions of the prefix, positions that were picked, and one more.
        for position in 0..=picked.free(whole.prefix) {
            let demanded = hole.at(position);
            if position as u64 >= picked.max {
                break;
            }
            let shapes = whole.at(position);
            let mut not = picked.not.get(&position).cloned().unwrap_or_default();
            if not.contains(&demanded) {
                return None;
            }
            if shapes.contains(&demanded) {
                continue;
            }
            not.push(demanded);
            match self.ask(shapes, not) {
                Outcome::Empty => {}
                Outcome::Unknown(_) => {
                    ways.push((u64::from(u32::MAX), Way::At(position, demanded)));
                }
                Outcome::Inhabited(tree) => {
                    let cost = tree.size().saturating_add(position as u64 * 2);
                    ways.push((cost, Way::At(position, demanded)));
                }
            }
        }
        if hole.unique && !whole.unique {
            if picked.equal.is_some() {
                return None;
            }
            let last = u64::try_from(picked.free(whole.prefix) + 2).unwrap_or(u64::MAX);
            let last = usize::try_from(last.min(picked.max)).unwrap_or(0);
            for second in 0..last {
                for first in 0..second {
                    let element = |position: usize| {
                        (whole.at(position), picked.not.get(&position).cloned().unwrap_or_default())
                    };
                    let (mut shapes, mut not) = element(first);
                    let (more, more_not) = element(second);
                    shapes.extend(more);
                    not.extend(more_not);
                    match self.ask(shapes, not) {
                        Outcome::Empty => {}
                        Outcome::Unknown(_) => {
                            ways.push((u64::from(u32::MAX), Way::Equal(first, second)));
                        }
                        Outcome::Inhabited(tree) => {
                            let cost = tree.size().saturating_mul(2) + second as u64 * 2;
                            ways.push((cost, Way::Equal(first, second)));
                        }
                    }
                }
            }
        }
        for count in &hole.contains {
            if count.min > 0 {
                ways.push((0, Way::AtMost(count.shape, count.min - 1)));
            }
            if let Some(max) = count.max {
                ways.push((
                    max.saturating_mul(2),
                    Way::AtLeast(count.shape, max.saturating_add(1)),
                ));
            }
        }
        Some(ways)
    }
}
