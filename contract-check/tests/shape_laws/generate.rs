//! Random shapes, small enough to collide often.

use std::collections::{BTreeMap, BTreeSet};

use contract_check::json::{Json, Number};
use contract_check::shape::{
    Arena, ArraySpec, Classes, Contains, Member, Node, NumberSpec, ObjectSpec, ShapeId, StringSpec,
};

/// A small generator of random numbers (SplitMix64).
pub(crate) struct Random(u64);

impl Random {
    pub(crate) fn new(seed: u64) -> Self {
        Self(seed)
    }

    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    pub(crate) fn below(&mut self, bound: usize) -> usize {
        (self.next() % bound as u64) as usize
    }

    fn chance(&mut self, percent: usize) -> bool {
        self.below(100) < percent
    }

    fn pick<T: Copy>(&mut self, of: &[T]) -> T {
        of[self.below(of.len())]
    }
}

pub(crate) const PATTERNS: &[&str] = &["^a", "b$", "^[ab]+$", "a|x", "^.{2}$", "^a*$", "[^a]"];

/// So many shapes that may refer to each other, and to themselves through values.
pub(crate) fn graph(arena: &mut Arena, random: &mut Random, count: usize) -> Vec<ShapeId> {
    let references: Vec<(u32, ShapeId)> = (0..count).map(|_| arena.reference()).collect();
    let ids: Vec<ShapeId> = references.iter().map(|(_, id)| *id).collect();
    let mut shapes: Vec<ShapeId> = Vec::new();
    for (number, _) in &references {
        let mut shape = shape(arena, random, &ids, 3);
        // A reader is often a writer with something changed.
        if !shapes.is_empty() && random.chance(60) {
            let base = shapes[random.below(shapes.len())];
            shape = vary(arena, random, base, shape, 3);
        }
        arena.define(*number, shape);
        shapes.push(shape);
    }
    shapes
}

/// The shape with some part replaced.
fn vary(
    arena: &mut Arena,
    random: &mut Random,
    base: ShapeId,
    other: ShapeId,
    depth: usize,
) -> ShapeId {
    if depth == 0 || random.chance(10) {
        return if random.chance(50) { arena.union([base, other]) } else { other };
    }
    let node = arena.node(base).clone();
    let part = |arena: &mut Arena, random: &mut Random, id: ShapeId| {
        vary(arena, random, id, other, depth - 1)
    };
    match node {
        Node::Object(mut spec) => {
            match random.below(6) {
                0 => spec.min = random.below(3) as u64,
                1 => spec.rest = random_leaf(arena, random),
                2 => {
                    let shape = random_leaf(arena, random);
                    spec.members.insert("c".into(), Member { shape, required: random.chance(50) });
                }
                _ => {
                    let names: Vec<String> = spec.members.keys().cloned().collect();
                    if let Some(member) = names
                        .get(random.below(names.len().max(1)))
                        .and_then(|name| spec.members.get_mut(name))
                    {
                        match random.below(3) {
                            0 => member.required = !member.required,
                            _ => member.shape = part(arena, random, member.shape),
                        }
                    }
                }
            }
            arena.object(spec)
        }
        Node::Array(mut spec) => {
            match random.below(5) {
                0 => spec.min = random.below(3) as u64,
                1 => spec.max = Some(random.below(4) as u64),
                2 => spec.unique = !spec.unique,
                3 => spec.rest = part(arena, random, spec.rest),
                _ => {
                    let at = random.below(spec.prefix.len().max(1));
                    if let Some(id) = spec.prefix.get(at).copied() {
                        spec.prefix[at] = part(arena, random, id);
                    }
                }
            }
            arena.array(spec)
        }
        Node::Union(mut of) | Node::Intersection(mut of) if !of.is_empty() => {
            let at = random.below(of.len());
            match random.below(3) {
                0 => {
                    of.remove(at);
                }
                1 => of.push(other),
                _ => of[at] = part(arena, random, of[at]),
            }
            if matches!(arena.node(base), Node::Union(_)) {
                arena.union(of)
            } else {
                arena.intersection(of)
            }
        }
        Node::Number(mut spec) => {
            spec.max = Some((Number::from(random.below(4)), random.chance(30)));
            arena.number(spec)
        }
        Node::String(mut spec) => {
            spec.min_length = random.below(3) as u64;
            arena.string(spec)
        }
        _ => base,
    }
}

fn random_leaf(arena: &mut Arena, random: &mut Random) -> ShapeId {
    match random.below(10) {
        0 => arena.any(),
        1 => arena.never(),
        2 => arena.null(),
        3 => arena.boolean(),
        4 | 5 => number(arena, random),
        6 | 7 => string(arena, random),
        _ => {
            let text =
                random.pick(&["0", "1", "1.0", "\"a\"", "\"ab\"", "true", "[]", "[1]", "{}"]);
            arena.constant(&Json::parse(text).expect("JSON"))
        }
    }
}

/// A shape. References stand below values only, so that all of them are well founded.
fn shape(arena: &mut Arena, random: &mut Random, references: &[ShapeId], depth: usize) -> ShapeId {
    if depth == 0 {
        return random_leaf(arena, random);
    }
    let combined = |arena: &mut Arena, random: &mut Random| -> Vec<ShapeId> {
        (0..random.below(3) + 1).map(|_| shape(arena, random, references, depth - 1)).collect()
    };
    match random.below(12) {
        0..=2 => random_leaf(arena, random),
        3 | 4 => {
            let of = combined(arena, random);
            arena.union(of)
        }
        5 => {
            let of = combined(arena, random);
            arena.intersection(of)
        }
        6 => {
            let of = shape(arena, random, references, depth - 1);
            arena.not(of)
        }
        7 | 8 => array(arena, random, references, depth),
        _ => object(arena, random, references, depth),
    }
}

fn value(arena: &mut Arena, random: &mut Random, references: &[ShapeId], depth: usize) -> ShapeId {
    if random.chance(15) {
        return random.pick(references);
    }
    shape(arena, random, references, depth - 1)
}

fn number(arena: &mut Arena, random: &mut Random) -> ShapeId {
    let classes = random.pick(&[
        Classes::ALL,
        Classes::ALL,
        Classes::WHOLE,
        Classes::INTEGER,
        Classes::FLOAT,
    ]);
    let mut spec = NumberSpec::from(classes);
    let bound = |random: &mut Random| {
        let text = random.pick(&["-1", "0", "0.5", "1", "2", "3", "6"]);
        random.chance(40).then(|| (Number::parse(text).expect("number"), random.chance(30)))
    };
    spec.min = bound(random);
    spec.max = bound(random);
    if random.chance(30) {
        let text = random.pick(&["2", "3", "0.5", "1.5", "1"]);
        spec.multiple_of.insert(Number::parse(text).expect("number"));
    }
    arena.number(spec)
}

fn string(arena: &mut Arena, random: &mut Random) -> ShapeId {
    let mut spec = StringSpec::default();
    // A few that come again and again, of names and of values.
    if random.chance(40) {
        spec.min_length = 2;
        if random.chance(30) {
            spec.patterns = BTreeSet::from([PATTERNS[0].to_owned()]);
        }
        return arena.string(spec);
    }
    if random.chance(30) {
        let values = ["", "a", "b", "ab", "ba"];
        spec.values = Some((0..2).map(|_| random.pick(&values).to_owned()).collect());
    }
    if random.chance(30) {
        spec.min_length = random.below(3) as u64;
    }
    if random.chance(30) {
        spec.max_length = Some(random.below(4) as u64);
    }
    if random.chance(40) {
        spec.patterns = BTreeSet::from([random.pick(PATTERNS).to_owned()]);
    }
    arena.string(spec)
}

fn array(arena: &mut Arena, random: &mut Random, references: &[ShapeId], depth: usize) -> ShapeId {
    let rest = value(arena, random, references, depth);
    let mut spec = ArraySpec::from(rest);
    for _ in 0..random.below(3) {
        spec.prefix.push(value(arena, random, references, depth));
    }
    if random.chance(30) {
        spec.min = random.below(3) as u64;
    }
    if random.chance(30) {
        spec.max = Some(random.below(4) as u64);
    }
    spec.unique = random.chance(15);
    if random.chance(15) {
        spec.contains.push(Contains {
            shape: value(arena, random, references, depth),
            min: random.below(3) as u64,
            max: random.chance(40).then(|| random.below(3) as u64),
        });
    }
    arena.array(spec)
}

fn object(arena: &mut Arena, random: &mut Random, references: &[ShapeId], depth: usize) -> ShapeId {
    let rest = match random.below(3) {
        0 => arena.never(),
        1 => arena.any(),
        _ => value(arena, random, references, depth),
    };
    let mut members = BTreeMap::new();
    for name in ["a", "b", "ab"] {
        if random.chance(50) {
            let shape = value(arena, random, references, depth);
            members.insert(name.to_owned(), Member { shape, required: random.chance(50) });
        }
    }
    let mut spec = ObjectSpec { members, ..ObjectSpec::from(rest) };
    if random.chance(20) {
        let shape = value(arena, random, references, depth);
        spec.patterns.insert(random.pick(PATTERNS).to_owned(), shape);
    }
    if random.chance(20) {
        let names = string(arena, random);
        let other = string(arena, random);
        spec.names = Some(match random.below(4) {
            0 => arena.union([names, other]),
            1 => {
                let not = arena.not(other);
                arena.intersection([names, not])
            }
            _ => names,
        });
    }
    if random.chance(15) {
        spec.min = random.below(4) as u64;
    }
    if random.chance(15) {
        spec.max = Some(random.below(3) as u64);
    }
    arena.object(spec)
}

/// The shapes in words, for messages.
pub(crate) fn show(arena: &Arena, shapes: &[ShapeId]) -> String {
    let mut text = String::new();
    let mut seen = BTreeSet::new();
    let mut pending: Vec<ShapeId> = shapes.iter().rev().copied().collect();
    while let Some(id) = pending.pop() {
        if !seen.insert(id) {
            continue;
        }
        let node = arena.node(id);
        text.push_str(&format!("\n{id:?} = {node:?}"));
        match node {
            Node::Union(of) | Node::Intersection(of) => pending.extend(of),
            Node::Not(of) => pending.push(*of),
            Node::Reference(number) => pending.extend(arena.target(*number)),
            Node::Array(spec) => {
                pending.extend(&spec.prefix);
                pending.push(spec.rest);
                pending.extend(spec.contains.iter().map(|count| count.shape));
            }
            Node::Object(spec) => {
                pending.extend(spec.members.values().map(|member| member.shape));
                pending.extend(spec.patterns.values());
                pending.push(spec.rest);
                pending.extend(spec.names);
            }
            _ => {}
        }
    }
    text
}
