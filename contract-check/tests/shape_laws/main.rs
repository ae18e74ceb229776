//! Inclusion against a naive reading of shapes: what is said to be included must not be refuted
//! by any small document, and every witness must be the writer's and not the reader's.
//!
//! `CONTRACT_CHECK_SEEDS` sets how many random graphs are tried; a longer run is
//! `CONTRACT_CHECK_SEEDS=100000 cargo test --release -p contract-check --test shape_laws`.

mod copy;
mod documents;
mod generate;
mod member;

use contract_check::json::Json;
use contract_check::shape::{Answer, Arena, Budget, Prover, Reason, Sample, ShapeId};

use copy::Copies;
use documents::documents;
use generate::{Random, graph};
use member::member;

fn seeds() -> u64 {
    std::env::var("CONTRACT_CHECK_SEEDS").ok().and_then(|it| it.parse().ok()).unwrap_or(300)
}

const BUDGET: Budget = Budget { steps: 300_000 };

/// Calls `test` with some random graphs of shapes.
fn with_graphs(salt: u64, test: impl Fn(&mut Arena, &[ShapeId], u64)) {
    for seed in 0..seeds() {
        let mut arena = Arena::new();
        let shapes = graph(&mut arena, &mut Random::new(seed * 31 + salt), 4);
        test(&mut arena, &shapes, seed);
    }
}

#[test]
fn answers_agree_with_membership() {
    let documents = documents();
    let counts = std::cell::Cell::new((0, 0, 0));
    with_graphs(1, |arena, shapes, seed| {
        let mut prover = Prover::new();
        for (writer, reader) in [(shapes[0], shapes[1]), (shapes[1], shapes[0])] {
            let answer = prover.included(arena, writer, reader, BUDGET);
            let (yes, no, open) = counts.get();
            match answer {
                Answer::Included => {
                    for document in &documents {
                        assert!(
                            !member(arena, writer, document) || member(arena, reader, document),
                            "seed {seed}: {document} refutes {}",
                            generate::show(arena, &[writer, reader])
                        );
                    }
                    counts.set((yes + 1, no, open));
                }
                Answer::NotIncluded(witness) => {
                    assert!(
                        member(arena, writer, &witness) && !member(arena, reader, &witness),
                        "seed {seed}: {witness} is no witness for {}",
                        generate::show(arena, &[writer, reader])
                    );
                    counts.set((yes, no + 1, open));
                }
                Answer::Undecided(_) => counts.set((yes, no, open + 1)),
            }
        }
    });
    let (yes, no, open) = counts.get();
    assert!(yes * 20 > yes + no && no * 20 > yes + no, "the pairs are too one-sided");
    assert!(open * 50 < yes + no, "{open} of {} are undecided", yes + no + open);
}

/// A document by itself lies in a shape exactly if it is a member, whatever else was asked.
#[test]
fn single_documents_are_members_or_not() {
    // A constant number is taken to be written in any way.
    let no_number = |it: &Json| !it.to_string().contains(|letter: char| letter.is_ascii_digit());
    let documents: Vec<Json> = documents().into_iter().filter(no_number).collect();
    with_graphs(6, |arena, shapes, seed| {
        let mut prover = Prover::new();
        for (at, document) in documents.iter().enumerate() {
            if !(at as u64 + seed).is_multiple_of(4) {
                continue;
            }
            let single = arena.constant(document);
            for shape in shapes {
                let truth = member(arena, *shape, document);
                match prover.included(arena, single, *shape, BUDGET) {
                    Answer::Included => assert!(truth, "seed {seed}: {document} is taken for one"),
                    Answer::NotIncluded(_) => assert!(!truth, "seed {seed}: {document} is one"),
                    Answer::Undecided(_) => {}
                }
            }
        }
    });
}

#[test]
fn samples_are_members() {
    let documents = documents();
    with_graphs(2, |arena, shapes, seed| {
        let shown = generate::show(arena, &shapes[..1]);
        match Prover::new().sample(arena, shapes[0], BUDGET) {
            Sample::Document(document) => {
                assert!(member(arena, shapes[0], &document), "seed {seed}: {document} in {shown}");
            }
            Sample::Empty => {
                for document in &documents {
                    assert!(
                        !member(arena, shapes[0], document),
                        "seed {seed}: {document} in {shown}"
                    );
                }
            }
            Sample::Holed(..) | Sample::Undecided(_) => {}
        }
    });
}

/// Laws that hold whatever the shapes are. An answer may be undecided, never wrong.
#[test]
fn laws_of_sets() {
    with_graphs(3, |arena, shapes, seed| {
        let mut prover = Prover::new();
        let [a, b, c, _] = shapes[..] else { panic!("four shapes") };
        let (any, never) = (arena.any(), arena.never());
        let (either, both) = (arena.union([a, b]), arena.intersection([a, b]));
        let (not_a, not_b) = (arena.not(a), arena.not(b));
        let less = arena.intersection([a, not_b]);
        let neither = arena.union([a, not_a]);
        let de_morgan = arena.intersection([not_a, not_b]);
        let not_either = arena.not(either);
        for (writer, reader) in [
            (a, any),
            (never, a),
            (a, either),
            (b, either),
            (both, a),
            (both, b),
            (less, a),
            (less, not_b),
            (any, neither),
            (de_morgan, not_either),
            (not_either, de_morgan),
        ] {
            let answer = prover.included(arena, writer, reader, BUDGET);
            let holds = matches!(answer, Answer::Included | Answer::Undecided(_));
            assert!(holds, "seed {seed}: {answer:?} {}", generate::show(arena, &[writer, reader]));
        }
        let mut asked = |writer, reader| prover.included(arena, writer, reader, BUDGET);
        if asked(a, b) == Answer::Included && asked(b, c) == Answer::Included {
            let answer = asked(a, c);
            assert!(!matches!(answer, Answer::NotIncluded(_)), "seed {seed}: {answer:?}");
        }
        // What is in both is in each, and the other way round.
        let each = (asked(c, a) == Answer::Included, asked(c, b) == Answer::Included);
        match asked(c, both) {
            Answer::Included => assert_eq!(each, (true, true), "seed {seed}"),
            Answer::NotIncluded(_) => assert_ne!(each, (true, true), "seed {seed}"),
            Answer::Undecided(_) => {}
        }
    });
}

/// The same types under other references, and with a reference before every part, are the same
/// sets.
#[test]
fn references_do_not_matter() {
    let (asked, spent) = (std::cell::Cell::new(0), std::cell::Cell::new(0));
    with_graphs(5, |arena, shapes, seed| {
        let mut prover = Prover::new();
        for outlined in [false, true] {
            let mut copies = Copies::new(outlined);
            for shape in shapes {
                let copy = copies.copy(arena, *shape);
                for (writer, reader) in [(*shape, copy), (copy, *shape)] {
                    let answer = prover.included(arena, writer, reader, BUDGET);
                    let shown = || generate::show(arena, &[writer, reader]);
                    asked.set(asked.get() + 1);
                    if answer == Answer::Undecided(Reason::Budget) {
                        spent.set(spent.get() + 1);
                        continue;
                    }
                    assert_eq!(answer, Answer::Included, "seed {seed}: {}", shown());
                }
            }
        }
    });
    let (asked, spent) = (asked.get(), spent.get());
    assert!(spent * 1_000 < asked, "{spent} of {asked} have no answer within the budget");
}

/// One prover asked many questions answers as new ones do.
#[test]
fn memory_does_not_matter() {
    with_graphs(4, |arena, shapes, seed| {
        let mut prover = Prover::new();
        for writer in shapes {
            for reader in shapes {
                let remembered = prover.included(arena, *writer, *reader, BUDGET);
                let fresh = Prover::new().included(arena, *writer, *reader, BUDGET);
                let same = matches!(
                    (&remembered, &fresh),
                    (Answer::Included, Answer::Included)
                        | (Answer::NotIncluded(_), Answer::NotIncluded(_))
                        | (Answer::Undecided(_), _)
                        | (_, Answer::Undecided(_))
                );
                assert!(same, "seed {seed}: {remembered:?} against {fresh:?}");
            }
        }
    });
}
