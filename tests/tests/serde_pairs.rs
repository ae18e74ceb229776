//! Pairs of old and new Rust types, compiled, written by one and read by the other for real.
//! serde is the judge: of the verdict of every pair, and of every single document.

#[path = "serde_pairs/harness.rs"]
mod harness;
#[path = "serde_pairs/pairs/mod.rs"]
mod pairs;
#[path = "serde_pairs/sample.rs"]
mod sample;

use contract_check::evaluate::wire::{Answer, reads, writes};
use contract_check::finding;
use contract_check::json::{Class, Json};
use contract_check::shape::lower::wire::Lowering;
use contract_check::shape::{
    Answer as Verdict, Arena, Budget, Classes, Node, NumberSpec, Prover, ShapeId, included,
};
use harness::{Pair, Side};
use sample::Sampler;

/// How many documents are sampled for each type.
const SAMPLES: usize = 400;

/// Every document that serde writes is the evaluator's to write.
#[test]
fn what_serde_writes_is_written() {
    let mut failures = Vec::new();
    let mut count = 0;
    each_side(&mut |name, side| {
        for text in written(side) {
            count += 1;
            let json = Json::parse(&text).expect("serde_json writes JSON");
            if let Answer::No(refusal) = writes(&side.document, &side.root, &json) {
                failures.push(format!("{name}: {text}: {refusal:?}"));
            }
        }
    });
    report(failures, count);
}

/// The evaluator reads what serde reads, and refuses what serde refuses.
#[test]
fn what_serde_reads_is_read() {
    let mut failures = Vec::new();
    let mut count = 0;
    each_side(&mut |name, side| {
        for text in sampled(name, side) {
            count += 1;
            let json = Json::parse(&text).expect("the sampler makes JSON");
            let real = (side.read)(&text);
            match (reads(&side.document, &side.root, &json), real) {
                (Answer::Yes, Ok(_)) | (Answer::No(_), Err(_)) | (Answer::Unknown(_), _) => {}
                (answer, real) => {
                    failures.push(format!("{name}: {text}: {answer:?}, but serde: {real:?}"));
                }
            }
        }
    });
    report(failures, count);
}

/// The verdict of every pair agrees with what serde does, and every witness holds up.
#[test]
fn verdicts_agree_with_serde() {
    let mut failures = Vec::new();
    let mut count = [0; 3];
    for pair in pairs::all() {
        let (old, new) = ((pair.old)(), (pair.new)());
        let mut arena = Arena::new();
        let mut lowering = Lowering::new(&mut arena, &old.document, &new.document);
        let directions = [
            ("old to new", &old, &new, finding::Side::Old, finding::Side::New),
            ("new to old", &new, &old, finding::Side::New, finding::Side::Old),
        ];
        let shapes = directions.map(|(_, writer, reader, from, to)| {
            (lowering.writer(from, &writer.root), lowering.reader(to, &reader.root))
        });
        for ((direction, writer, reader, ..), (written, read)) in directions.iter().zip(shapes) {
            let name = format!("{}, {direction}", pair.name);
            let refused = self::written(writer).into_iter().find_map(|text| {
                let error = (reader.read)(&text).err()?;
                let json = Json::parse(&text).ok()?;
                match reads(&reader.document, &reader.root, &json) {
                    // A feature of serde_json decides.
                    Answer::Unknown(reason) if reason.contains("feature") => None,
                    _ => Some((text, error)),
                }
            });
            let verdict = included(&mut arena, written, read, Budget::default());
            count[match &verdict {
                Verdict::Included => 0,
                Verdict::NotIncluded(_) => 1,
                Verdict::Undecided(_) => 2,
            }] += 1;
            if let Err(problem) = agrees(&verdict, refused, writer, reader) {
                failures.push(format!("{name}: {problem}"));
            }
        }
    }
    let [included, not_included, undecided] = count;
    assert!(
        included > 300 && not_included > 300 && undecided < 20,
        "the pairs must stay telling: {count:?}"
    );
    report(failures, count.iter().sum());
}

fn agrees(
    verdict: &Verdict,
    refused: Option<(String, String)>,
    writer: &Side,
    reader: &Side,
) -> Result<(), String> {
    let says = |side: &Side, word: &str| {
        side.document
            .types
            .values()
            .any(|of| serde_json::to_string(of).is_ok_and(|text| text.contains(word)))
    };
    match (verdict, refused) {
        (Verdict::Included, None) => Ok(()),
        (Verdict::Included, Some((text, error))) => {
            Err(format!("called included, but serde refuses {text}: {error}"))
        }
        (Verdict::Undecided(reason), refused) => {
            // A document in which a name stands twice cannot be shown as a witness, and shapes
            // know no order of members.
            let reason = reason.to_string();
            let beyond = ["is written twice", "wrong member of a flattened option"];
            let beyond = beyond.iter().any(|it| reason.contains(it));
            if beyond || says(writer, "\"opaque\"") || says(reader, "\"opaque\"") {
                Ok(())
            } else {
                Err(format!("undecided ({reason}); serde: {refused:?}"))
            }
        }
        (Verdict::NotIncluded(witness), _) => {
            let text = witness.to_string();
            if (reader.read)(&text).is_ok() {
                return Err(format!("the witness {text} is read"));
            }
            if !matches!(reads(&reader.document, &reader.root, witness), Answer::No(_)) {
                return Err(format!("the evaluator does not refuse the witness {text}"));
            }
            if writes(&writer.document, &writer.root, witness) != Answer::Yes {
                return Err(format!("the evaluator does not write the witness {text}"));
            }
            match (writer.read)(&text) {
                Ok(Some(again)) if Json::parse(&again).is_ok_and(|again| again == *witness) => {
                    Ok(())
                }
                // Another variant than the one that writes it may be the first to read it.
                Ok(_) if says(writer, "untagged") => Ok(()),
                Ok(again) => Err(format!("the witness {text} is written as {again:?}")),
                // Some types cannot read what they write.
                Err(_) => Ok(()),
            }
        }
    }
}

/// The shapes hold what serde reads and writes, document by document.
#[test]
fn shapes_agree_with_serde() {
    let mut failures = Vec::new();
    let mut count = 0;
    each_side(&mut |name, side| {
        let mut arena = Arena::new();
        let mut lowering = Lowering::new(&mut arena, &side.document, &side.document);
        let reader = lowering.reader(finding::Side::Old, &side.root);
        let writer = lowering.writer(finding::Side::Old, &side.root);
        let mut prover = Prover::new();
        let mut holds = |arena: &mut Arena, shape, json: &Json| {
            let document = exactly(arena, json);
            prover.included(arena, document, shape, Budget::default())
        };
        for text in sampled(name, side).iter().take(SHAPE_SAMPLES) {
            let json = Json::parse(text).expect("the sampler makes JSON");
            if beyond_shapes(name, text) {
                continue;
            }
            let verdict = holds(&mut arena, reader, &json);
            let real = (side.read)(text);
            count += 1;
            match (&verdict, &real) {
                (Verdict::Included, Ok(_)) | (Verdict::NotIncluded(_), Err(_)) => {}
                (Verdict::Undecided(_), _) => {}
                _ => failures.push(format!("{name}: {text}: {verdict:?}, but serde: {real:?}")),
            }
        }
        for text in written(side).iter().take(SHAPE_SAMPLES) {
            let json = Json::parse(text).expect("serde_json writes JSON");
            count += 1;
            if let Verdict::NotIncluded(_) = holds(&mut arena, writer, &json) {
                failures.push(format!("{name}: {text} is written, but not the writer's"));
            }
        }
    });
    report(failures, count);
}

/// Shapes know no order of members, and an adjacently tagged enum reads its content by other
/// rules where it stands before the tag. Nor do they know that an `i128` reads `-0`.
fn beyond_shapes(name: &str, text: &str) -> bool {
    let content_first = match (text.find("\"c\":"), text.find("\"t\":")) {
        (Some(content), Some(tag)) => content < tag,
        _ => false,
    };
    text.contains("-0") || (name.contains("adjacent") && content_first)
}

/// How many documents the prover is asked about for each type.
const SHAPE_SAMPLES: usize = 60;

/// Exactly one document, numbers as they are written.
fn exactly(arena: &mut Arena, json: &Json) -> ShapeId {
    match json {
        Json::Number(number) => {
            let class = number.class();
            let classes = Classes {
                integer: class == Class::Integer,
                whole_float: class == Class::WholeFloat,
                fraction: class == Class::Fraction,
            };
            let bound = Some((number.clone(), false));
            let spec = NumberSpec { min: bound.clone(), max: bound, ..NumberSpec::from(classes) };
            arena.intern(Node::Number(spec))
        }
        Json::Array(items) => {
            let prefix: Vec<ShapeId> = items.iter().map(|item| exactly(arena, item)).collect();
            let length = prefix.len() as u64;
            let rest = arena.never();
            arena.intern(Node::Array(contract_check::shape::ArraySpec {
                prefix,
                min: length,
                max: Some(length),
                ..contract_check::shape::ArraySpec::from(rest)
            }))
        }
        Json::Object(members) => {
            let members = members
                .iter()
                .map(|(name, value)| {
                    let shape = exactly(arena, value);
                    (name.clone(), contract_check::shape::Member { shape, required: true })
                })
                .collect();
            let rest = arena.never();
            arena.intern(Node::Object(contract_check::shape::ObjectSpec {
                members,
                ..contract_check::shape::ObjectSpec::from(rest)
            }))
        }
        other => arena.constant(other),
    }
}

fn each_side(visit: &mut dyn FnMut(&str, &Side)) {
    for Pair { name, old, new } in pairs::all() {
        visit(&format!("{name}, old"), &old());
        visit(&format!("{name}, new"), &new());
    }
}

/// What is sampled from the model, and the values given by hand.
fn sampled(name: &str, side: &Side) -> Vec<String> {
    let mut sampler = Sampler::new(&side.document, name);
    let mut texts: Vec<String> = (0..SAMPLES).map(|_| sampler.document(&side.root)).collect();
    texts.extend(side.values.iter().cloned());
    texts
}

/// What serde writes for the values given by hand and for those that it reads from samples.
fn written(side: &Side) -> Vec<String> {
    let mut texts = side.values.clone();
    texts.extend(
        sampled("written", side).iter().filter_map(|text| (side.read)(text).ok()).flatten(),
    );
    texts.sort_unstable();
    texts.dedup();
    // Fields that collide are written twice: no reader takes that, and no JSON value holds it.
    texts.retain(|text| Json::parse(text).is_ok());
    texts
}

fn report(failures: Vec<String>, count: usize) {
    let shown = failures.iter().take(40).cloned().collect::<Vec<_>>().join("\n");
    assert!(failures.is_empty(), "{} of {count} failed:\n{shown}", failures.len());
}
