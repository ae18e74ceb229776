//! What inclusion costs on graphs of recursive types.
//!
//! `cargo bench -p contract-check --bench inclusion`

use contract_check::json::{Json, Number};
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

/// An enumeration of integers against itself with one value more, and the other way round.
#[divan::bench(args = [100, 2_000])]
fn enumerations(count: usize) {
    let mut arena = Arena::new();
    let values = |arena: &mut Arena, count: usize| {
        let constants: Vec<ShapeId> =
            (0..count).map(|value| arena.constant(&Json::from(Number::from(value * 3)))).collect();
        arena.union(constants)
    };
    let (fewer, more) = (values(&mut arena, count), values(&mut arena, count + 1));
    let mut prover = Prover::new();
    assert_eq!(prover.included(&mut arena, fewer, more, Budget::default()), Answer::Included);
    let answer = prover.included(&mut arena, more, fewer, Budget::default());
    assert!(matches!(answer, Answer::NotIncluded(_)));
    // Any integer against so many: a hole at every one of them.
    let any = arena.any_number();
    let answer = prover.included(&mut arena, any, more, Budget::default());
    assert!(matches!(answer, Answer::NotIncluded(_)));
}

/// Tagged unions, closed against open.
#[divan::bench(args = [10, 100, 1_000])]
fn tagged_unions(count: usize) {
    let mut arena = Arena::new();
    let (any, never) = (arena.any(), arena.never());
    let string = arena.any_string();
    let side = |arena: &mut Arena, rest: ShapeId| {
        let branches: Vec<ShapeId> = (0..count)
            .map(|at| {
                let tag = arena.constant(&Json::String(format!("v{at}")));
                let members = [("tag", tag), ("value", string)]
                    .into_iter()
                    .map(|(name, shape)| (name.to_owned(), Member { shape, required: true }))
                    .collect();
                arena.object(ObjectSpec { members, ..ObjectSpec::from(rest) })
            })
            .collect();
        arena.union(branches)
    };
    let (writer, reader) = (side(&mut arena, never), side(&mut arena, any));
    let answer = Prover::new().included(&mut arena, writer, reader, Budget::default());
    assert_eq!(answer, Answer::Included);
}

/// A document of four megabytes.
#[divan::bench]
fn read_four_megabytes(bencher: divan::Bencher<'_, '_>) {
    let item = r##"{"type": "object", "description": "One of many, with \"quotes\" in it.",
        "properties": {"id": {"type": "string", "maxLength": 64}, "n": {"minimum": -1.5e3}},
        "required": ["id"], "items": [1, 2, 3, {"$ref": "#/components/schemas/Other"}]}"##;
    let members: Vec<String> = (0..13_000).map(|at| format!("\"T{at}\": {item}")).collect();
    let text = format!("{{{}}}", members.join(",\n"));
    bencher.bench(|| Json::parse(&text).expect("JSON"));
}
