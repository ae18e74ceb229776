//! Questions to the prover about a position, and their answers brought back to whole documents.

use std::collections::{BTreeMap, BTreeSet};

use super::position::Position;
use super::shrink::{put_first, shrink};
use super::{Half, Semantics, Unknowns};
use crate::evaluate::schema::{Answer as Said, Evaluator, Members};
use crate::finding::{Checker, Role, Side, Witness};
use crate::hash::HashSet;
use crate::json::{Json, pointer};
use crate::schema::{SchemaId, Scope};
use crate::shape::lower::schema::{Reading, SchemaShapes};
use crate::shape::{
    Answer, Arena, ArraySpec, Budget, Member, ObjectSpec, Prover, Reason, Sample, ShapeId, Step,
    Unknown,
};

/// A step from a value into it, for all documents at once.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Hop {
    /// To the member with this name.
    Member(String),
    /// To the element with this index.
    Element(usize),
    /// To one of the elements from this index on.
    Elements(usize),
    /// To one of the members with none of these names and matching none of these patterns.
    Others(Vec<String>, Vec<String>),
    /// To the same value: a branch of a union, with what tells it from the others at sight.
    Branch(ShapeId),
}

/// What asking for a whole document has brought.
pub(super) enum Confirmed {
    /// This document, checked.
    Witness(Box<Witness>),
    /// There is none.
    No,
    /// The prover cannot say, with the reason.
    Undecided(String),
    /// The prover and the check disagree, in these words.
    Contradiction(String),
}

/// What a document is refused for.
enum Blame {
    /// What lies at the position, in these words where they are known.
    Here(Option<String>),
    /// What these schemas say elsewhere, and nothing else.
    Others(BTreeSet<SchemaId>),
}

/// What whole documents are held against.
#[derive(Clone, Copy)]
struct Root {
    writer: (SchemaId, ShapeId),
    reader: (SchemaId, ShapeId),
}

/// One direction of a comparison: the prover, the two sides, and what is asked about the root.
pub(super) struct Proof<'d> {
    pub(super) arena: Arena,
    pub(super) role: Role,
    pub(super) writer: Half<'d>,
    pub(super) reader: Half<'d>,
    /// The schemas of whole documents, the writer's and the reader's, with their shapes.
    root: Option<Root>,
    writer_reading: Reading,
    reader_reading: Reading,
    prover: Prover,
    /// The questions that took more steps than they had.
    too_large: HashSet<(ShapeId, ShapeId)>,
    /// The reader's documents where some of its schemas are taken to accept everything: for what
    /// a document was to show, where it was refused for something else.
    detours: BTreeMap<(SchemaId, BTreeSet<SchemaId>), ShapeId>,
}

/// How many steps all questions of one direction together may take.
const STEPS: u64 = 5_000_000;
/// How often in one direction another document is looked for: each time all is lowered again.
const DETOURS: usize = 20;
/// How many steps the question for it may take.
const DETOUR: u64 = 50_000;
/// How many steps it may take to see whether one document lies in a shape.
const MEMBERSHIP: u64 = 10_000;
/// How many reasons to refuse one document are told apart.
const CAUSES: usize = 32;
/// How many one question may take.
const QUESTION: u64 = 2_000_000;

impl<'d> Proof<'d> {
    pub(super) fn new(
        role: Role,
        old: &'d crate::schema::SchemaDocument,
        new: &'d crate::schema::SchemaDocument,
        semantics: Semantics,
        unknowns: Unknowns,
    ) -> Self {
        let half = |side| match side {
            Side::Old => Half::new(old, Side::Old),
            Side::New => Half::new(new, Side::New),
        };
        let closed = |closed| if closed { Reading::Closed } else { Reading::Exact };
        let writer_reading = closed(semantics == Semantics::Wire);
        let reader_reading = closed(semantics == Semantics::Wire && unknowns == Unknowns::Refused);
        Self {
            arena: Arena::new(),
            role,
            writer: half(role.writer()),
            reader: half(role.reader()),
            root: None,
            writer_reading,
            reader_reading,
            prover: Prover::new(),
            too_large: HashSet::default(),
            detours: BTreeMap::new(),
        }
    }

    /// Turns to a pair of schemas: whole documents are what they admit.
    pub(super) fn enter(&mut self, writer: SchemaId, reader: SchemaId) {
        let (arena, scope) = (&mut self.arena, Scope::default());
        let written = self.writer.shapes.shape(arena, writer, &scope, self.writer_reading);
        let read = self.reader.shapes.shape(arena, reader, &scope, self.reader_reading);
        self.root = Some(Root { writer: (writer, written), reader: (reader, read) });
    }

    /// What the writer may put at a position.
    pub(super) fn written(&mut self, position: &Position) -> ShapeId {
        shape(&mut self.arena, &mut self.writer, position, self.writer_reading)
    }

    /// What the reader accepts at a position.
    pub(super) fn read(&mut self, position: &Position) -> ShapeId {
        shape(&mut self.arena, &mut self.reader, position, self.reader_reading)
    }

    /// Whether one shape lies within another.
    pub(super) fn ask(&mut self, inner: ShapeId, outer: ShapeId) -> Answer {
        self.ask_within(inner, outer, QUESTION)
    }

    fn ask_within(&mut self, inner: ShapeId, outer: ShapeId, question: u64) -> Answer {
        if inner == outer {
            return Answer::Included;
        }
        let left = STEPS.saturating_sub(self.prover.spent());
        if left == 0 || self.too_large.contains(&(inner, outer)) {
            return Answer::Undecided(Reason::Budget);
        }
        // Where one question is too large, so are most that lead to it: the steps are left to the
        // small ones.
        let halved = question.checked_shr(self.too_large.len() as u32).unwrap_or(0);
        let steps = halved.max(DETOUR).min(question).min(left);
        let answer = match self.prover.difference(&mut self.arena, inner, outer, Budget { steps }) {
            Sample::Empty => Answer::Included,
            Sample::Document(document) => Answer::NotIncluded(document),
            // What has a format that nobody knows stands in it for what has, whatever that is.
            Sample::Holed(document, _, Reason::Format(_))
            | Sample::Holed(document, _, Reason::Opaque { unknown: Unknown::Format, .. }) => {
                Answer::NotIncluded(document)
            }
            Sample::Holed(_, _, reason) | Sample::Undecided(reason) => Answer::Undecided(reason),
        };
        if answer == Answer::Undecided(Reason::Budget) {
            self.too_large.insert((inner, outer));
        }
        answer
    }

    /// Whether the writer is read as a program that writes what is described.
    pub(super) fn writes_as_program(&self) -> bool {
        self.writer_reading == Reading::Closed
    }

    /// Whether nothing more can be asked.
    pub(super) fn exhausted(&self) -> bool {
        self.prover.spent() >= STEPS
    }

    /// Whether no value lies in a shape.
    pub(super) fn is_empty(&mut self, shape: ShapeId) -> bool {
        let never = self.arena.never();
        self.ask(shape, never) == Answer::Included
    }

    /// A whole document with a value of the shape at the path, written and refused for what lies
    /// there; if there is one, with none of the values that are refused for something else.
    pub(super) fn confirm(&mut self, path: &[Hop], bad: ShapeId, others: &[ShapeId]) -> Confirmed {
        let Some(root) = self.root else { return Confirmed::No };
        if !others.is_empty() {
            let others = self.arena.union(others.iter().copied());
            let without = self.arena.not(others);
            let alone = self.arena.intersection([bad, without]);
            let lifted = self.lift_all(path, alone, true);
            let writer = self.arena.intersection([root.writer.1, lifted]);
            if let Answer::NotIncluded(document) = self.ask_within(writer, root.reader.1, DETOUR)
                && let Blame::Here(_) = self.blame(root.reader.0, path, &document, &BTreeSet::new())
                && let shown @ Confirmed::Witness(_) = self.check(root, path, lifted, document)
            {
                return shown;
            }
        }
        // With its tags a document leaves no doubt which branches it is about: among many that
        // overlap where the tag is missing, it is found at once.
        let tagged = self.lift_all(path, bad, true);
        let plain = self.lift_all(path, bad, false);
        if tagged != plain
            && let shown @ Confirmed::Witness(_) = self.show(root, path, tagged)
        {
            return shown;
        }
        self.show(root, path, plain)
    }

    /// The same for a whole document that the prover has found.
    pub(super) fn confirm_whole(&mut self, document: Json) -> Confirmed {
        let any = self.arena.any();
        self.root.map_or(Confirmed::No, |root| self.check(root, &[], any, document))
    }

    /// A document of the shape, written and refused for what lies at the path.
    fn show(&mut self, root: Root, path: &[Hop], lifted: ShapeId) -> Confirmed {
        let writer = self.arena.intersection([root.writer.1, lifted]);
        let (mut reader, mut forgiven) = (root.reader.1, BTreeSet::new());
        let mut question = QUESTION;
        loop {
            let document = match self.ask_within(writer, reader, question) {
                Answer::Included => return Confirmed::No,
                Answer::NotIncluded(document) => document,
                Answer::Undecided(_) if !forgiven.is_empty() => return hidden(),
                Answer::Undecided(reason) => return Confirmed::Undecided(reason.to_string()),
            };
            // Something else may be refused as well, and bring a document in which nobody minds
            // what this is about. Then it is asked for one that is refused even so.
            let others = match self.blame(root.reader.0, path, &document, &forgiven) {
                Blame::Here(_) => return self.check(root, path, lifted, document),
                Blame::Others(others) => others,
            };
            let way = if others == forgiven { None } else { self.detour(root, &others) };
            match way {
                Some(detour) => (reader, forgiven, question) = (detour, others, DETOUR),
                None => {
                    return match self.check(root, path, lifted, document) {
                        Confirmed::Witness(_) => hidden(),
                        other => other,
                    };
                }
            }
        }
    }

    /// What the reader accepts where some of its schemas accept everything; none if that has been
    /// asked too often.
    fn detour(&mut self, root: Root, forgiven: &BTreeSet<SchemaId>) -> Option<ShapeId> {
        let key = (root.reader.0, forgiven.clone());
        if let Some(known) = self.detours.get(&key) {
            return Some(*known);
        }
        if self.detours.len() >= DETOURS {
            return None;
        }
        let shapes = SchemaShapes::new(self.reader.document, self.role.reader().word());
        let shape = shapes.forgiving(forgiven.iter().copied()).shape(
            &mut self.arena,
            root.reader.0,
            &Scope::default(),
            self.reader_reading,
        );
        self.detours.insert(key, shape);
        Some(shape)
    }

    /// What a document is refused for, after what has been forgiven already. One schema may stand
    /// at several places: what it says along the path is not forgiven for what it says beside it.
    fn blame(
        &self,
        schema: SchemaId,
        path: &[Hop],
        document: &Json,
        forgiven: &BTreeSet<SchemaId>,
    ) -> Blame {
        let mut forgiven = forgiven.clone();
        for _ in 0..CAUSES {
            let evaluator = Evaluator::new(self.reader.document, members(self.reader_reading));
            let evaluator = evaluator.forgiving(forgiven.iter().copied());
            let evaluator = evaluator.except_at(|place| leads(path, place));
            let said = evaluator.evaluate_at(schema, document);
            let Said::Refused(refusal) = said else { return Blame::Others(forgiven) };
            if leads(path, &refusal.instance) {
                return Blame::Here(Some(refusal.to_string()));
            }
            if !forgiven.insert(refusal.by) {
                break;
            }
        }
        Blame::Here(None)
    }

    /// Holds a document against both schemas themselves, and leaves out of it what is not needed
    /// to show what is refused at the path, as long as it lies within the shape.
    fn check(&mut self, root: Root, path: &[Hop], within: ShapeId, document: Json) -> Confirmed {
        let (writer, reader) = (self.role.writer(), self.role.reader());
        match (self.written_as(root, &document), self.read_as(root, &document)) {
            (Said::Accepted, Said::Refused(refusal)) => {
                let mut reason = refusal.to_string();
                let mut shows = |proof: &mut Self, document: &Json| {
                    let shown = proof.written_as(root, document) == Said::Accepted
                        && proof.lies_within(document, within);
                    let none = BTreeSet::new();
                    match shown.then(|| proof.blame(root.reader.0, path, document, &none)) {
                        Some(Blame::Here(here)) => {
                            here.into_iter().for_each(|here| reason = here);
                            true
                        }
                        _ => false,
                    }
                };
                let mut document = document;
                if shows(self, &document) {
                    document = shrink(document, |it| shows(self, it));
                    // What this is about comes first, so that it is what is refused.
                    let matters = shrink(document.clone(), |it| self.lies_within(it, within));
                    if matters != document {
                        document = put_first(&document, &matters);
                        shows(self, &document);
                    }
                }
                Confirmed::Witness(Box::new(Witness {
                    document,
                    written_by: writer,
                    refused_by: reader,
                    reason,
                    checked_by: Some(Checker::JsonSchema),
                }))
            }
            (Said::Unknown(reason), _) | (_, Said::Unknown(reason)) => Confirmed::Undecided(reason),
            (Said::Refused(refusal), _) => Confirmed::Contradiction(format!(
                "the {} schema does not admit the document {document}: {refusal}",
                writer.word()
            )),
            (Said::Accepted, Said::Accepted) => Confirmed::Contradiction(format!(
                "the {} schema accepts the document {document}",
                reader.word()
            )),
        }
    }

    /// Whether a document is in a shape, as far as can be told. It has no part in what the
    /// questions of the comparison may cost.
    fn lies_within(&mut self, document: &Json, shape: ShapeId) -> bool {
        let document = self.arena.constant(document);
        let budget = Budget { steps: MEMBERSHIP };
        !matches!(
            Prover::new().included(&mut self.arena, document, shape, budget),
            Answer::NotIncluded(_)
        )
    }

    /// What the writer's schema itself says about a document. Of formats that are not known any
    /// value will do: there is one in its place.
    fn written_as(&self, root: Root, document: &Json) -> Said {
        Evaluator::new(self.writer.document, members(self.writer_reading))
            .ignoring_unknown_formats()
            .evaluate_at(root.writer.0, document)
    }

    /// What the reader's schema itself says about a document.
    fn read_as(&self, root: Root, document: &Json) -> Said {
        Evaluator::new(self.reader.document, members(self.reader_reading))
            .evaluate_at(root.reader.0, document)
    }

    /// Documents with a value of the shape at the path; with the tags of the branches it leads
    /// through, or whether they have them or not.
    fn lift_all(&mut self, path: &[Hop], shape: ShapeId, tagged: bool) -> ShapeId {
        path.iter().rev().fold(shape, |shape, hop| match hop {
            Hop::Branch(tags) if tagged => self.arena.intersection([*tags, shape]),
            _ => self.lift(hop, shape),
        })
    }

    /// Values with a value of the shape one step further.
    pub(super) fn lift(&mut self, hop: &Hop, shape: ShapeId) -> ShapeId {
        let arena = &mut self.arena;
        let any = arena.any();
        match hop {
            Hop::Branch(_) => shape,
            Hop::Member(name) => arena.at_path(&[Step::Member(name.clone())], shape),
            Hop::Element(index) => arena.at_path(&[Step::Element(*index)], shape),
            Hop::Elements(from) => {
                let rest = arena.not(shape);
                let none =
                    arena.array(ArraySpec { prefix: vec![any; *from], ..ArraySpec::from(rest) });
                let arrays = arena.any_array();
                let some = arena.not(none);
                arena.intersection([arrays, some])
            }
            Hop::Others(names, patterns) => {
                let rest = arena.not(shape);
                let mut none = ObjectSpec::from(rest);
                let member = Member { shape: any, required: false };
                none.members.extend(names.iter().map(|name| (name.clone(), member.clone())));
                none.patterns.extend(patterns.iter().map(|pattern| (pattern.clone(), any)));
                let none = arena.object(none);
                let some = arena.not(none);
                let objects = arena.any_object();
                arena.intersection([objects, some])
            }
        }
    }
}

/// What cannot be shown because whatever shows it is refused for something else.
fn hidden() -> Confirmed {
    Confirmed::Undecided("every document that was found for it is refused for another break".into())
}

/// Whether a pointer leads along the path: to what lies above its end, at it or below it.
fn leads(path: &[Hop], pointer: &str) -> bool {
    let hops = path.iter().filter(|hop| !matches!(hop, Hop::Branch(_)));
    hops.zip(pointer::tokens(pointer)).all(|(hop, token)| match hop {
        Hop::Member(name) => *name == token,
        Hop::Element(index) => token.parse() == Ok(*index),
        Hop::Elements(from) => token.parse().is_ok_and(|index: usize| index >= *from),
        Hop::Others(names, _) => !names.iter().any(|name| *name == token),
        Hop::Branch(_) => true,
    })
}

/// How the evaluator reads objects that the prover reads in this way.
fn members(reading: Reading) -> Members {
    match reading {
        Reading::Exact => Members::AsDescribed,
        Reading::Closed => Members::OnlyDescribed,
    }
}

fn shape(arena: &mut Arena, half: &mut Half<'_>, position: &Position, reading: Reading) -> ShapeId {
    if position.closed {
        return arena.never();
    }
    let mut of = |arena: &mut Arena, reading| {
        let parts = position.parts.iter();
        let parts: Vec<ShapeId> =
            parts.map(|part| half.shapes.shape(arena, part.id, &part.scope, reading)).collect();
        arena.intersection(parts)
    };
    let closed = of(arena, reading);
    if reading == Reading::Exact || position.parts.len() < 2 {
        return closed;
    }
    // Each part by itself leaves out what only another one describes.
    let within = of(arena, Reading::Exact);
    if closed == within {
        return closed;
    }
    let reason = "several schemas describe what is written there, and each leaves others out";
    let name = position.pointer(half.document).unwrap_or_default();
    let unknown = arena.opaque(name, reason, within);
    arena.union([closed, unknown])
}
