//! What inclusion costs on graphs of recursive types.
//!
//! `cargo bench -p contract-check --bench inclusion`

use contract_check::json::Number;
use contract_check::shape::{
    Answer, Arena, ArraySpec, Budget, Classes, Member, NumberSpec, ObjectSpec, Prover, ShapeId,
};

fn main() {
    divan::main();
}

/// `count` record types that refer to each other in a ring and across it, as written by `writer`:
/// closed, or as read: open. The type number `changed` has one field more to require.
fn types(arena: &mut Arena, count: usize, open: bool, changed: Option<usize>) -> ShapeId {
    let references: Vec<(u32, ShapeId)> = (0..count).map(|_| arena.reference()).collect();
    let (any, never, null) = (arena.any(), arena.never(), arena.null());
    let string = arena.any_string();
    let boolean = arena.boolean();
    for (at, (number, _)) in references.iter().enumerate() {
        let to = |step: usize| references[(at * 7 + step) % count].1;
        let bound = Number::from(1_000_000 + at);
        let quantity = arena.number(NumberSpec {
            min: Some((Number::from(0), false)),
            max: Some((bound, false)),
            ..Classes::INTEGER.into()
        });
        let optional = arena.union([null, to(1)]);
        let list = arena.array(ArraySpec::from(to(3)));
        let fields = [
            ("id", string, true),
            ("name", string, true),
            ("active", boolean, true),
            ("quantity", quantity, true),
            ("parent", optional, false),
            ("children", list, true),
            ("next", optional, false),
            ("tag", string, changed == Some(at)),
        ];
        let members = fields
            .into_iter()
            .map(|(name, shape, required)| (format!("{name}_{at}"), Member { shape, required }))
            .collect();
        let rest = if open { any } else { never };
        let shape = arena.object(ObjectSpec { members, ..ObjectSpec::from(rest) });
        arena.define(*number, shape);
    }
    arena.union(references.iter().map(|(_, id)| *id).take(1))
}

/// Both sides from nothing, and the question whether one includes the other.
#[divan::bench(args = [100, 1_000, 10_000], max_time = 3)]
fn unchanged_types(count: usize) {
    let mut arena = Arena::new();
    let writer = types(&mut arena, count, false, None);
    let reader = types(&mut arena, count, true, None);
    let answer = Prover::new().included(&mut arena, writer, reader, Budget::default());
    assert_eq!(answer, Answer::Included);
}

/// The same with one field required that the writer may omit, in one type in the middle.
#[divan::bench(args = [100, 1_000, 10_000], max_time = 3)]
fn one_change(count: usize) {
    let mut arena = Arena::new();
    let writer = types(&mut arena, count, false, None);
    let reader = types(&mut arena, count, true, Some(count / 2));
    let answer = Prover::new().included(&mut arena, writer, reader, Budget::default());
    assert_ne!(answer, Answer::Included);
}
