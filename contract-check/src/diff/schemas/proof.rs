//! Questions to the prover about a position, and their answers brought back to whole documents.

use super::position::Position;
use super::{Half, Semantics, Unknowns};
use crate::evaluate::schema::{Answer as Said, Evaluator, Members};
use crate::finding::{Checker, Role, Side, Witness};
use crate::json::Json;
use crate::schema::{SchemaId, Scope};
use crate::shape::lower::schema::{Reading, SchemaShapes};
use crate::shape::{
    Answer, Arena, ArraySpec, Budget, Member, ObjectSpec, Prover, Reason, ShapeId, Step,
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
    /// To the same value: a branch of a union.
    Same,
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
    /// How often a document was refused for something else than what it was to show.
    detours: usize,
}

/// How many steps all questions of one direction together may take.
const STEPS: u64 = 5_000_000;
/// How often in one direction another document is looked for: each time all is lowered again.
const DETOURS: usize = 200;
/// How many one question may take.
const QUESTION: u64 = 1_000_000;

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
            detours: 0,
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
        if inner == outer {
            return Answer::Included;
        }
        let left = STEPS.saturating_sub(self.prover.spent());
        if left == 0 {
            return Answer::Undecided(Reason::Budget);
        }
        let steps = QUESTION.min(left);
        self.prover.included(&mut self.arena, inner, outer, Budget { steps })
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

    /// A whole document with a value of the shape at the path, written and refused for what the
    /// reader says at the position there.
    pub(super) fn confirm(&mut self, path: &[Hop], at: &Position, bad: ShapeId) -> Confirmed {
        let Some(root) = self.root else { return Confirmed::No };
        let lifted = self.lift_all(path, bad);
        let writer = self.arena.intersection([root.writer.1, lifted]);
        let document = match self.ask(writer, root.reader.1) {
            Answer::Included => return Confirmed::No,
            Answer::Undecided(reason) => return Confirmed::Undecided(reason.to_string()),
            Answer::NotIncluded(document) => document,
        };
        if self.is_to_blame(root, at, &document) {
            return self.check(root, document);
        }
        // Something else is refused as well, and comes with a smaller document. It must not pass
        // for a witness of this: here is asked for what would be accepted but for the position.
        self.detours += 1;
        let reading = self.reader_reading;
        let mut others = SchemaShapes::new(self.reader.document, self.role.reader().word())
            .forgiving(at.parts.iter().map(|part| part.id));
        let others = others.shape(&mut self.arena, root.reader.0, &Scope::default(), reading);
        let writer = self.arena.intersection([writer, others]);
        match self.ask(writer, root.reader.1) {
            Answer::Included => Confirmed::No,
            Answer::Undecided(_) => self.check(root, document),
            Answer::NotIncluded(document) => self.check(root, document),
        }
    }

    /// Whether the reader refuses a document for what it says at a position, as far as that is
    /// known.
    fn is_to_blame(&self, root: Root, at: &Position, document: &Json) -> bool {
        let ids = || at.parts.iter().map(|part| part.id);
        if self.detours >= DETOURS || at.parts.is_empty() || ids().any(|id| id == root.reader.0) {
            return true;
        }
        let evaluator = Evaluator::new(self.reader.document, members(self.reader_reading));
        let said = evaluator.forgiving(ids()).evaluate_at(root.reader.0, document);
        !matches!(said, Said::Refused(_))
    }

    /// Holds a document against both schemas themselves.
    fn check(&self, root: Root, document: Json) -> Confirmed {
        let says = |half: &Half<'_>, schema, reading| {
            Evaluator::new(half.document, members(reading)).evaluate_at(schema, &document)
        };
        let written = says(&self.writer, root.writer.0, self.writer_reading);
        let read = says(&self.reader, root.reader.0, self.reader_reading);
        let (writer, reader) = (self.role.writer(), self.role.reader());
        match (written, read) {
            (Said::Accepted, Said::Refused(refusal)) => Confirmed::Witness(Box::new(Witness {
                document,
                written_by: writer,
                refused_by: reader,
                reason: refusal.to_string(),
                checked_by: Some(Checker::JsonSchema),
            })),
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

    /// Documents with a value of the shape at the path.
    fn lift_all(&mut self, path: &[Hop], shape: ShapeId) -> ShapeId {
        path.iter().rev().fold(shape, |shape, hop| self.lift(hop, shape))
    }

    /// Values with a value of the shape one step further.
    pub(super) fn lift(&mut self, hop: &Hop, shape: ShapeId) -> ShapeId {
        let arena = &mut self.arena;
        let any = arena.any();
        match hop {
            Hop::Same => shape,
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
