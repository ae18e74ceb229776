//! Inclusion against a naive reading of shapes: what is said to be included must not be refuted
//! by any small document, and every witness must be the writer's and not the reader's.
//!
//! `CONTRACT_CHECK_SEEDS` sets how many random pairs are tried.

mod documents;
mod generate;
mod member;

use contract_check::shape::{Answer, Arena, Budget, Prover, Sample, ShapeId};

use documents::documents;
use generate::{Random, graph};
use member::member;

fn seeds() -> u64 {
    std::env::var("CONTRACT_CHECK_SEEDS").ok().and_then(|it| it.parse().ok()).unwrap_or(2_000)
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
            Sample::Undecided(_) => {}
        }
    });
}
