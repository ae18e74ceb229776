//! serde as the judge: of the verdict of every pair, and of every single document.

use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};

use contract_check::diff::documents::compare;
use contract_check::evaluate::wire::{Answer, reads, writes};
use contract_check::finding::{self, Role, Severity};
use contract_check::json::{Class, Json};
use contract_check::shape::lower::wire::{Author, Lowering, self_check};
use contract_check::shape::{
    Answer as Verdict, Arena, Budget, Classes, Node, NumberSpec, Prover, Sample, ShapeId,
};
use contract_core::document::{
    Content, Document, Enum, Field, Read, Shape, Tagging, Variant, WireType, Written,
};

use crate::harness::{Pair, Side};
use crate::sample::{Sampler, json};

/// How many documents are sampled for each type and read.
pub(crate) const SAMPLES: usize = 400;

/// How many of them serde writes again, where it reads them.
const WRITTEN: usize = 150;

/// Every document that serde writes is the evaluator's to write.
pub(crate) fn what_serde_writes_is_written(pairs: &[Pair]) {
    let mut failures = Vec::new();
    let mut count = 0;
    each_side(pairs, &mut |name, side| {
        for text in written(side) {
            count += 1;
            let json = json(&text).expect("serde_json writes JSON");
            if let Answer::No(refusal) = writes(&side.document, &side.root, &json, &[]) {
                failures.push(format!("{name}: {text}: {refusal:?}"));
            }
        }
    });
    report(failures, count);
}

/// The evaluator reads what serde reads, and refuses what serde refuses.
pub(crate) fn what_serde_reads_is_read(pairs: &[Pair]) {
    let mut failures = Vec::new();
    let mut count = 0;
    each_side(pairs, &mut |name, side| {
        for text in sampled(name, side, SAMPLES) {
            count += 1;
            let json = json(&text).expect("the sampler makes JSON");
            let real = (side.read)(&text);
            match (reads(&side.document, &side.root, &json, &[]), real) {
                (Answer::Yes, Ok(_)) | (Answer::No(_), Err(_)) | (Answer::Unknown(_), _) => {}
                (answer, real) => {
                    failures.push(format!("{name}: {text}: {answer:?}, but serde: {real:?}"));
                }
            }
        }
    });
    report(failures, count);
}

/// The verdict of every pair agrees with what serde does, and every witness holds up. Counts what
/// is included, what is not, and what is undecided for other reasons than a codec.
pub(crate) fn verdicts_agree_with_serde(pairs: &[Pair]) -> [usize; 3] {
    let mut failures = Vec::new();
    let mut count = [0; 3];
    for pair in pairs {
        let (old, new) = ((pair.old)(), (pair.new)());
        let mut arena = Arena::new();
        let mut lowering = Lowering::new(&old.document, &new.document);
        let directions = [
            ("old to new", &old, &new, finding::Side::Old, finding::Side::New),
            ("new to old", &new, &old, finding::Side::New, finding::Side::Old),
        ];
        let shapes = directions.map(|(_, writer, reader, from, to)| {
            let written = lowering.writer(&mut arena, from, &writer.root);
            (written, lowering.reader(&mut arena, to, &reader.root, Author::Types(from)))
        });
        for ((direction, writer, reader, from, _), (written, read)) in directions.iter().zip(shapes)
        {
            let name = format!("{}, {direction}", pair.name);
            let refused = self::written(writer).into_iter().find_map(|text| {
                let error = (reader.read)(&text).err()?;
                let json = json(&text)?;
                match reads(&reader.document, &reader.root, &json, &[]) {
                    // A feature of serde_json decides.
                    Answer::Unknown(reason) if reason.contains("feature") => None,
                    // One codec is taken to read what it writes.
                    Answer::Unknown(_) if by_codec(reader) && (writer.read)(&text).is_err() => None,
                    _ => Some((text, error)),
                }
            });
            let mut verdict = Prover::new().included_in(
                &mut arena,
                &mut lowering,
                written,
                read,
                Budget::default(),
            );
            if let Verdict::NotIncluded(witness) = &mut verdict {
                lowering.put_in_order(Author::Types(*from), witness);
            }
            match &verdict {
                Verdict::Included => count[0] += 1,
                Verdict::NotIncluded(_) => count[1] += 1,
                // What a codec writes is undecided on purpose.
                Verdict::Undecided(_) if by_codec(writer) || by_codec(reader) => {}
                Verdict::Undecided(_) => count[2] += 1,
            }
            if let Err(problem) = agrees(&verdict, refused, writer, reader) {
                failures.push(format!("{name}: {problem}"));
            }
        }
    }
    report(failures, 2 * pairs.len());
    count
}

/// A comparison of two documents finds a break exactly where serde shows one, and never passes in
/// silence over a value that serde loses.
pub(crate) fn findings_agree_with_serde(pairs: &[Pair]) {
    let mut failures = Vec::new();
    let mut count = 0;
    for pair in pairs {
        let (old, new) = ((pair.old)(), (pair.new)());
        let findings = self::findings(pair);
        for finding in findings.iter().filter(|it| it.severity == Severity::Breaking) {
            let Some(witness) = &finding.witness else {
                failures.push(format!("{}: {} without a witness", pair.name, finding.rule.id));
                continue;
            };
            let reader = match witness.refused_by {
                finding::Side::Old => &old,
                finding::Side::New => &new,
            };
            if (reader.read)(&witness.document.to_string()).is_ok() {
                let document = &witness.document;
                failures.push(format!("{}: {}: {document} is read", pair.name, finding.rule.id));
            }
        }
        for finding in findings.iter().filter(|it| it.severity == Severity::Undecided) {
            if !is_open_for_good(finding, &old, &new) {
                failures.push(format!("{}: {}", pair.name, finding.message()));
            }
        }
        for (role, writer, reader) in [(Role::Request, &old, &new), (Role::Response, &new, &old)] {
            count += 1;
            // A finding without a role holds for both.
            let breaks = findings.iter().any(|it| {
                it.severity >= Severity::Undecided && it.role.is_none_or(|it| it == role)
            });
            let changed = findings.iter().any(|it| it.clause.starts_with("types/"));
            let fates: Vec<Fate> = self::written(writer)
                .iter()
                .filter_map(|text| fate(text, role, writer, reader))
                .collect();
            let listed = || {
                let listed = findings.iter().map(|it| {
                    format!("{:?} {} {:?} {}", it.severity, it.rule.id, it.role, it.clause)
                });
                listed.collect::<Vec<_>>().join("; ")
            };
            let refused = fates.iter().find(|it| matches!(it, Fate::Refused(_)));
            let lost = fates.iter().find(|it| matches!(it, Fate::Lost(_)));
            if let Some(refused) = refused
                && !breaks
            {
                failures.push(format!("{}, {role:?}: {refused:?}, but {}", pair.name, listed()));
            } else if let Some(lost) = lost
                && !changed
            {
                failures.push(format!("{}, {role:?}: {lost:?}, but {}", pair.name, listed()));
            }
        }
    }
    report(failures, count);
}

/// What a comparison of the two versions finds, each as data that every version writes and reads.
pub(crate) fn findings(pair: &Pair) -> Vec<finding::Finding> {
    compare(&as_data(&(pair.old)()), &as_data(&(pair.new)()))
}

/// What becomes of a document that one version writes and the other reads.
#[derive(Debug)]
enum Fate {
    /// It is refused.
    #[expect(dead_code, reason = "shown when the test fails")]
    Refused(String),
    /// A part of it is gone or changed when the reader writes it again.
    #[expect(dead_code, reason = "shown when the test fails")]
    Lost(String),
}

fn fate(text: &str, role: Role, writer: &Side, reader: &Side) -> Option<Fate> {
    let kept = |side: &Side| (side.read)(text).map(|again| again.and_then(|it| json(&it)));
    let json = json(text)?;
    // What failed before is no change.
    let failed = match role {
        Role::Request => kept(writer).is_err(),
        Role::Response => {
            !matches!(writes(&reader.document, &reader.root, &json, &[]), Answer::No(_))
        }
    };
    match kept(reader) {
        Err(_) if failed => None,
        Err(error) => match reads(&reader.document, &reader.root, &json, &[]) {
            Answer::Unknown(reason) if reason.contains("feature") => None,
            _ => Some(Fate::Refused(format!("{text}: {error}"))),
        },
        Ok(Some(again)) => {
            // What a version loses of its own documents is no change either.
            let own = kept(writer).ok()??;
            // What a version does not write cannot be looked for in what it writes, and what it
            // does not read it has lost already, though its default may look the same.
            let told = but_for(&json, &never_read(writer)?);
            let whole = !one_way(reader) && !leaves_out_more(reader);
            (whole && holds(&own, &told) && !holds(&again, &told))
                .then(|| Fate::Lost(format!("{text} becomes {again}")))
        }
        Ok(None) => None,
    }
}

/// Whether a document holds all that another one says: null says nothing, and an option may be
/// written or left out.
fn holds(document: &Json, part: &Json) -> bool {
    match (document, part) {
        (Json::Object(_), Json::Object(members)) => members.iter().all(|(name, value)| {
            *value == Json::Null || document.get(name).is_some_and(|found| holds(found, value))
        }),
        (Json::Array(items), Json::Array(parts)) => {
            items.len() >= parts.len() && items.iter().zip(parts).all(|(it, part)| holds(it, part))
        }
        // One crate writes the zeros of a fraction of a second, another does not.
        (Json::String(content), Json::String(part)) => {
            let plain = |text: &str| text.trim_end_matches('Z').trim_end_matches('0').to_owned();
            plain(content) == plain(part)
        }
        (document, part) => document == part,
    }
}

/// The document of a side, with its type as data that every version writes and reads.
pub(crate) fn as_data(side: &Side) -> Document {
    let WireType::Named(root) = &side.root else { panic!("the root has a name") };
    let name = |identity: &str| {
        if identity == root {
            "T".to_owned()
        } else {
            identity.rsplit('/').next().unwrap_or_default().to_owned()
        }
    };
    let text = serde_json::to_string(&side.document).expect("a document");
    let mut text = text;
    let mut identities: Vec<&String> = side.document.types.keys().collect();
    identities.sort_unstable_by_key(|identity| std::cmp::Reverse(identity.len()));
    for (index, identity) in identities.into_iter().enumerate() {
        let quoted = serde_json::to_string(identity).expect("a string");
        let generic = identity.contains('<');
        let short = if generic { format!("{}{index}", name(identity)) } else { name(identity) };
        text = text.replace(&quoted, &format!("{short:?}"));
    }
    let mut document: Document = serde_json::from_str(&text).expect("a document");
    document.data.insert("T".to_owned());
    document
}

/// A type reads what it writes exactly where the check of single types says so.
pub(crate) fn types_that_cannot_read_their_own_output_are_found(pairs: &[Pair]) {
    let mut failures = Vec::new();
    let mut count = 0;
    each_side(pairs, &mut |name, side| {
        count += 1;
        let WireType::Named(root) = &side.root else { panic!("the root has a name") };
        let found = self_check(&side.document, Budget::default());
        let found = found.into_iter().find(|it| it.name == *root).map(|it| it.answer);
        let refused = written(side).into_iter().find(|text| (side.read)(text).is_err());
        let agrees = match (&found, &refused) {
            (None, None) | (Some(Verdict::Undecided(_)), _) => true,
            // One codec is taken to read what it writes.
            (None, Some(_)) => by_codec(side),
            (Some(Verdict::NotIncluded(witness)), _) => (side.read)(&witness.to_string()).is_err(),
            (Some(Verdict::Included), _) => false,
        };
        if !agrees {
            failures.push(format!("{name}: {found:?}; serde refuses {refused:?}"));
        }
    });
    report(failures, count);
}

fn agrees(
    verdict: &Verdict,
    refused: Option<(String, String)>,
    writer: &Side,
    reader: &Side,
) -> Result<(), String> {
    match (verdict, refused) {
        (Verdict::Included, None) => Ok(()),
        (Verdict::Included, Some((text, error))) => {
            Err(format!("called included, but serde refuses {text}: {error}"))
        }
        (Verdict::Undecided(reason), refused) => {
            let reason = reason.to_string();
            if beyond_documents(&reason) || by_codec(writer) || by_codec(reader) {
                Ok(())
            } else {
                Err(format!("undecided ({reason}); serde: {refused:?}"))
            }
        }
        (Verdict::NotIncluded(witness), _) => {
            let text = witness.to_string();
            if (reader.read)(&text).is_ok() {
                // serde writes the tag first; where it comes last, another rule reads the content.
                if beyond_shapes(reader, &text) {
                    return Ok(());
                }
                return Err(format!("the witness {text} is read"));
            }
            if !matches!(reads(&reader.document, &reader.root, witness, &[]), Answer::No(_)) {
                return Err(format!("the evaluator does not refuse the witness {text}"));
            }
            if writes(&writer.document, &writer.root, witness, &[]) != Answer::Yes {
                return Err(format!("the evaluator does not write the witness {text}"));
            }
            match (writer.read)(&text) {
                Ok(Some(again)) if json(&again).is_some_and(|again| again == *witness) => Ok(()),
                // Another variant than the one that writes it may be the first to read it.
                Ok(_) if says(writer, "untagged") => Ok(()),
                // What is not read is not written again, nor what its own code leaves out.
                Ok(_) if one_way(writer) || leaves_out(writer) => Ok(()),
                // What is written into a flattened option and not read reads as none.
                Ok(_) if any_field(writer, flattens_option) => Ok(()),
                Ok(again) => Err(format!("the witness {text} is written as {again:?}")),
                // Some types cannot read what they write.
                Err(_) => Ok(()),
            }
        }
    }
}

/// Whether a finding may be undecided: for what no document tells.
pub(crate) fn is_open_for_good(finding: &finding::Finding, old: &Side, new: &Side) -> bool {
    let message = finding.message();
    let converted = message.contains("is converted by its own code");
    converted || by_codec(old) || by_codec(new) || beyond_documents(&message)
}

/// Whether the reason for a doubt is one that no document tells: leaves do not say which of several
/// crates reads them, and a JSON Schema does not say what its type makes of members that stand
/// beside a tag.
fn beyond_documents(reason: &str) -> bool {
    let beyond = ["depends on the crate", "known only by its JSON Schema"];
    beyond.iter().any(|it| reason.contains(it))
}

fn flattens_option(field: &Field) -> bool {
    field.flatten && matches!(field.wire, WireType::Option(_))
}

/// Whether the types of a side hold a word.
fn says(side: &Side, word: &str) -> bool {
    let mut types = side.document.types.values();
    types.any(|of| serde_json::to_string(of).is_ok_and(|text| text.contains(word)))
}

/// Whether a codec is known by its name only.
fn by_codec(side: &Side) -> bool {
    says(side, "\"opaque\"") || says(side, "\"codec\"")
}

/// Whether a part is written and not read, or read and not written.
fn one_way(side: &Side) -> bool {
    let variant = |variant: &Variant| !(variant.read && variant.written);
    side.document.types.values().any(|of| match &of.shape {
        Shape::Enum(of) => of.variants.iter().any(variant),
        _ => false,
    }) || any_field(side, |field| field.read == Read::Never || field.written == Written::Never)
}

/// The members that are written and not read, wherever they stand; none if they have no names of
/// their own.
fn never_read(side: &Side) -> Option<BTreeSet<String>> {
    let names = RefCell::new(BTreeSet::new());
    let nameless = any_field(side, |field| {
        let never = field.read == Read::Never;
        if never {
            names.borrow_mut().insert(field.name.clone());
        }
        never && (field.flatten || field.name.parse::<usize>().is_ok())
    });
    (!nameless).then(|| names.into_inner())
}

/// A document without the members of these names.
fn but_for(document: &Json, names: &BTreeSet<String>) -> Json {
    match document {
        Json::Object(members) => {
            let left = members.iter().filter(|(name, _)| !names.contains(name));
            Json::Object(left.map(|(name, of)| (name.clone(), but_for(of, names))).collect())
        }
        Json::Array(items) => Json::Array(items.iter().map(|item| but_for(item, names)).collect()),
        other => other.clone(),
    }
}

/// Whether a predicate of its own decides what is written.
fn leaves_out(side: &Side) -> bool {
    any_field(side, |field| matches!(field.written, Written::Unless(_)))
}

/// Whether that decides about more than one member: all those of a flattened field, or the places
/// of those behind it in an array.
fn leaves_out_more(side: &Side) -> bool {
    any_field(side, |field| {
        let positional = field.name.parse::<usize>().is_ok();
        (field.flatten || positional) && matches!(field.written, Written::Unless(_))
    })
}

fn any_field(side: &Side, is: impl Fn(&Field) -> bool) -> bool {
    let any = |fields: &[Field]| fields.iter().filter(|field| is(field)).count() > 0;
    side.document.types.values().any(|of| match &of.shape {
        Shape::Struct(of) => any(&of.fields),
        Shape::Tuple(fields) => any(fields),
        Shape::Enum(of) => of.variants.iter().any(|variant| match &variant.content {
            Content::Struct(of) => any(&of.fields),
            Content::Tuple(fields) => any(fields),
            Content::Unit | Content::Newtype(_) => false,
        }),
        Shape::Unit | Shape::Alias(_) | Shape::Newtype(_) => false,
    })
}

/// The shapes hold what serde reads and writes, document by document.
pub(crate) fn shapes_agree_with_serde(pairs: &[Pair]) {
    let mut failures = Vec::new();
    let mut count = 0;
    each_side(pairs, &mut |name, side| {
        let mut arena = Arena::new();
        let document = beside_one_that_repeats(&side.document);
        let mut lowering = Lowering::new(&document, &document);
        let reader = lowering.reader(&mut arena, finding::Side::Old, &side.root, Author::Hand);
        let taken = lowering.taken(&mut arena, finding::Side::Old, &side.root, Author::Hand);
        let writer = lowering.writer(&mut arena, finding::Side::Old, &side.root);
        let mut prover = Prover::new();
        for text in &sampled(name, side, SHAPE_SAMPLES) {
            let json = json(text).expect("the sampler makes JSON");
            if beyond_shapes(side, text) {
                continue;
            }
            let real = (side.read)(text);
            let document = exactly(&mut arena, Some(&lowering), &json);
            let mut shapes = vec![reader, taken];
            shapes.dedup();
            for shape in shapes {
                count += 1;
                let (arena, lowering) = (&mut arena, &mut lowering);
                let budget = Budget::default();
                let verdict = prover.included_in(arena, lowering, document, shape, budget);
                match (&verdict, &real) {
                    (Verdict::Included, Ok(_)) | (Verdict::NotIncluded(_), Err(_)) => {}
                    (Verdict::Undecided(_), _) => {}
                    _ => failures.push(format!("{name}: {text}: {verdict:?}, but serde: {real:?}")),
                }
            }
        }
        for text in written(side).iter().take(SHAPE_SAMPLES) {
            let json = json(text).expect("serde_json writes JSON");
            count += 1;
            // A text of the writer is about all that it may write, not about what is there.
            let document = exactly(&mut arena, None, &json);
            let both = arena.intersection([document, writer]);
            let budget = Budget::default();
            if let Sample::Empty = prover.sample_in(&mut arena, &mut lowering, both, budget) {
                failures.push(format!("{name}: {text} is written, but not the writer's"));
            }
        }
    });
    report(failures, count);
}

/// The same types beside one that writes a name twice: where none does, shapes do not say what
/// readers make of that.
fn beside_one_that_repeats(document: &Document) -> Document {
    let mut both = serde_json::to_value(document).expect("a document");
    let field = |name: &str| serde_json::json!({"name": name, "type": {"option": "a::Part"}, "flatten": true});
    both["types"]["a::Part"] =
        serde_json::json!({"shape": {"struct": {"fields": [{"name": "twice", "type": "u8"}]}}});
    both["types"]["a::Whole"] =
        serde_json::json!({"shape": {"struct": {"fields": [field("one"), field("other")]}}});
    serde_json::from_value(both).expect("a document")
}

/// Shapes know no order of members, and an adjacently tagged enum reads its content by other
/// rules where it stands before the tag. Nor do they know that an `i128` reads `-0`.
pub(crate) fn beyond_shapes(side: &Side, text: &str) -> bool {
    let mut adjacent = side.document.types.values().filter_map(|of| match &of.shape {
        Shape::Enum(Enum { tagging: Tagging::Adjacent { tag, content }, .. }) => {
            Some((format!("{tag:?}:"), format!("{content:?}:")))
        }
        _ => None,
    });
    let content_first =
        |(tag, content): (String, String)| match (text.find(&content), text.rfind(&tag)) {
            (Some(content), Some(tag)) => content < tag,
            _ => false,
        };
    text.contains("-0") || adjacent.any(content_first)
}

/// How many documents the prover is asked about for each type.
const SHAPE_SAMPLES: usize = 60;

/// Exactly one document, numbers as they are written, and members as well if it is told where
/// their order matters.
fn exactly(arena: &mut Arena, lowering: Option<&Lowering<'_>>, json: &Json) -> ShapeId {
    match json {
        Json::Number(number) => {
            let class = number.class();
            let classes = Classes {
                integer: class == Class::Integer,
                whole_float: class == Class::WholeFloat,
                fraction: class == Class::Fraction,
            };
            let bound = Some(((**number).clone(), false));
            let spec = NumberSpec { min: bound.clone(), max: bound, ..NumberSpec::from(classes) };
            arena.intern(Node::Number(spec))
        }
        Json::Array(items) => {
            let prefix: Vec<ShapeId> =
                items.iter().map(|item| exactly(arena, lowering, item)).collect();
            let length = prefix.len() as u64;
            let rest = arena.never();
            arena.intern(Node::Array(contract_check::shape::ArraySpec {
                prefix,
                min: length,
                max: Some(length),
                ..contract_check::shape::ArraySpec::from(rest)
            }))
        }
        Json::Object(of) => {
            let mut values: BTreeMap<String, Vec<Json>> = BTreeMap::new();
            for (name, value) in of.iter() {
                values.entry(name.clone()).or_default().push(value.clone());
            }
            let members = values
                .into_iter()
                .map(|(name, values)| {
                    let shape = match &values[..] {
                        [only] => exactly(arena, lowering, only),
                        _ => {
                            let items = exactly(arena, lowering, &Json::Array(values.into()));
                            arena.repeated(items)
                        }
                    };
                    (name, contract_check::shape::Member { shape, required: true })
                })
                .collect();
            let names: Vec<&str> = of.iter().map(|(name, _)| name.as_str()).collect();
            let orders = lowering.map(|it| it.orders_of(&names)).unwrap_or_default().into_iter();
            let orders = orders.map(|(names, text)| (names, arena.constant(&Json::from(&*text))));
            let orders = orders.collect();
            let rest = arena.never();
            arena.intern(Node::Object(contract_check::shape::ObjectSpec {
                members,
                orders,
                ..contract_check::shape::ObjectSpec::from(rest)
            }))
        }
        other => arena.constant(other),
    }
}

fn each_side(pairs: &[Pair], visit: &mut dyn FnMut(&str, &Side)) {
    for Pair { name, old, new } in pairs {
        visit(&format!("{name}, old"), &old());
        visit(&format!("{name}, new"), &new());
    }
}

/// What is sampled from the model, and the values given by hand.
pub(crate) fn sampled(name: &str, side: &Side, count: usize) -> Vec<String> {
    let mut sampler = Sampler::new(&side.document, name);
    let mut texts: Vec<String> = (0..count).map(|_| sampler.document(&side.root)).collect();
    texts.extend(side.values.iter().cloned());
    texts.retain(|text| json(text).is_some());
    texts
}

/// What serde writes for the values given by hand and for those that it reads from samples.
fn written(side: &Side) -> Vec<String> {
    let mut texts = side.values.clone();
    texts.extend(
        sampled("written", side, WRITTEN)
            .iter()
            // Whoever writes a name twice is told by the types, not by what was read.
            .filter(|text| Json::parse(text).is_ok())
            .filter_map(|text| (side.read)(text).ok())
            .flatten(),
    );
    texts.sort_unstable();
    texts.dedup();
    let beside_maps = beside_maps(side);
    texts.retain(|text| json(text).is_some_and(|json| !repeats_one_of(&json, &beside_maps)));
    texts
}

/// The names of fields beside flattened maps. That such a map holds one of them is taken for
/// granted never to happen: it would have to be put there by hand.
fn beside_maps(side: &Side) -> BTreeSet<String> {
    let mut names = BTreeSet::new();
    fn is_map(wire: &WireType) -> bool {
        match wire {
            WireType::Option(of) => is_map(of),
            wire => matches!(wire, WireType::Map(..)),
        }
    }
    let mut add = |fields: &[Field]| {
        if fields.iter().any(|field| field.flatten && is_map(&field.wire)) {
            names.extend(fields.iter().filter(|it| !it.flatten).map(|it| it.name.clone()));
        }
    };
    for of in side.document.types.values() {
        match &of.shape {
            Shape::Struct(of) => add(&of.fields),
            Shape::Enum(of) => of.variants.iter().for_each(|variant| {
                if let Content::Struct(of) = &variant.content {
                    add(&of.fields);
                }
            }),
            _ => {}
        }
    }
    names
}

/// Whether one of the names stands more than once in an object somewhere.
fn repeats_one_of(document: &Json, names: &BTreeSet<String>) -> bool {
    match document {
        Json::Object(members) => {
            let mut seen = BTreeSet::new();
            members.iter().any(|(name, value)| {
                !seen.insert(name) && names.contains(name) || repeats_one_of(value, names)
            })
        }
        Json::Array(items) => items.iter().any(|item| repeats_one_of(item, names)),
        _ => false,
    }
}

pub(crate) fn report(failures: Vec<String>, count: usize) {
    let shown = failures.iter().take(40).cloned().collect::<Vec<_>>().join("\n");
    assert!(failures.is_empty(), "{} of {count} failed:\n{shown}", failures.len());
}
