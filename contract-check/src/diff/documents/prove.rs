//! From suspicions to proofs.

use std::collections::{BTreeMap, BTreeSet};

use contract_core::document::{Content, Document, Enum, Leaf, Struct, Tagging, WireType};

use super::cause::{Bad, Seg, sides};
use super::given::Given;
use super::hidden::Question;
use super::roots::Root;
use crate::evaluate::wire;
use crate::finding::{Checker, Role, Side, Witness};
use crate::hash::{HashMap, HashSet};
use crate::json::{Json, Number};
use crate::rules::{self, Rule};
use crate::shape::lower::wire::{Author, Lowering};
use crate::shape::{
    Answer, Arena, ArraySpec, Budget, Definitions, Member, Node, ObjectSpec, Prover, Reason,
    Sample, ShapeId, Unknown,
};

/// What a question about a whole root may cost.
const ROOT: Budget = Budget { steps: 2_000_000 };

/// What a question about one cause may cost. There are many of them.
pub(super) const CAUSE: Budget = Budget { steps: 200_000 };

/// What all questions of a comparison may cost together.
const ALL: u64 = 20_000_000;

/// Asks the prover, and checks what it answers.
pub(super) struct Judge<'d> {
    pub(super) arena: Arena,
    pub(super) lowering: Lowering<'d>,
    prover: Prover,
    /// How many steps are left of [`ALL`].
    pub(super) left: u64,
    all_read: HashMap<(ShapeId, ShapeId), bool>,
    old: &'d Document,
    new: &'d Document,
}

/// How two types are related.
pub(super) enum Relation {
    /// The new one has more values.
    Wider,
    /// The new one has fewer values.
    Narrower,
    /// Anything else.
    Other,
}

impl Relation {
    /// The rule that words it.
    pub(super) const fn rule(&self) -> &'static Rule {
        match self {
            Self::Wider => &rules::TYPE_WIDENED,
            Self::Narrower => &rules::TYPE_NARROWED,
            Self::Other => &rules::TYPE_CHANGED,
        }
    }
}

/// What became of a suspicion.
#[derive(Debug)]
pub(super) enum Ruling {
    /// Here is a document that breaks, and it was checked.
    Confirmed(Witness),
    /// There is none.
    Refuted,
    /// Not known.
    Undecided(Doubt),
    /// The prover and the evaluator disagree.
    Contradiction(Witness, String),
}

/// Why something is not known.
#[derive(Clone, Debug)]
pub(super) struct Doubt {
    /// The rule that words it.
    pub(super) rule: &'static Rule,
    /// The reason.
    pub(super) reason: String,
}

impl Doubt {
    fn of(reason: &Reason) -> Self {
        let rule = match reason {
            Reason::Opaque { unknown: Unknown::Code | Unknown::Format, .. } => {
                &rules::UNDECIDED_CODEC
            }
            Reason::Opaque { unknown: Unknown::Extent, .. } | Reason::Budget | Reason::Size => {
                &rules::UNDECIDED_BUDGET
            }
            _ => &rules::UNDECIDED,
        };
        Self { rule, reason: reason.to_string() }
    }

    fn codec(reason: &str) -> Self {
        Self { rule: &rules::UNDECIDED_CODEC, reason: reason.to_owned() }
    }
}

impl<'d> Judge<'d> {
    pub(super) fn new(old: &'d Document, new: &'d Document) -> Self {
        Self {
            arena: Arena::new(),
            lowering: Lowering::new(old, new),
            prover: Prover::new(),
            left: ALL,
            all_read: HashMap::default(),
            old,
            new,
        }
    }

    /// The types whose shape is the same in both documents.
    pub(super) fn same_types(&self) -> &HashSet<&'d str> {
        self.lowering.same_types()
    }

    /// What a side writes for a type.
    pub(super) fn writer(&mut self, side: Side, wire: &WireType) -> ShapeId {
        self.lowering.writer(&mut self.arena, side, wire)
    }

    /// What a side reads into a type of what somebody wrote.
    pub(super) fn reader(&mut self, side: Side, wire: &WireType, author: Author) -> ShapeId {
        self.lowering.reader(&mut self.arena, side, wire, author)
    }

    /// The same, to ask for a document that is read.
    fn taken(&mut self, side: Side, wire: &WireType, author: Author) -> ShapeId {
        self.lowering.taken(&mut self.arena, side, wire, author)
    }

    /// The names that a side's struct may write more than once into one object.
    pub(super) fn repeated(&mut self, side: Side, of: &Struct) -> BTreeSet<String> {
        self.lowering.repeated(&mut self.arena, side, of)
    }

    /// Whether all that is written is read.
    fn included(&mut self, writer: ShapeId, reader: ShapeId, budget: Budget) -> Answer {
        self.included_by(None, writer, reader, budget)
    }

    /// The same, given what is given.
    pub(super) fn included_by(
        &mut self,
        given: Option<&mut Given>,
        writer: ShapeId,
        reader: ShapeId,
        budget: Budget,
    ) -> Answer {
        let budget = self.within(budget);
        let (arena, lowering) = (&mut self.arena, &mut self.lowering);
        let prover = given.map_or(&mut self.prover, |given| &mut given.prover);
        let before = prover.spent();
        let answer = prover.included_in(arena, lowering, writer, reader, budget);
        self.left = self.left.saturating_sub(prover.spent() - before);
        answer
    }

    /// A document of a shape, in the order in which its author writes it.
    pub(super) fn sample(&mut self, by: Author, shape: ShapeId, budget: Budget) -> Sample {
        let budget = self.within(budget);
        let (arena, lowering) = (&mut self.arena, &mut self.lowering);
        let before = self.prover.spent();
        let mut sample = self.prover.sample_in(arena, lowering, shape, budget);
        self.left = self.left.saturating_sub(self.prover.spent() - before);
        if let Sample::Document(document) | Sample::Holed(document, ..) = &mut sample {
            lowering.put_in_order(by, document);
        }
        sample
    }

    /// What a question may cost, as long as that is left.
    fn within(&self, budget: Budget) -> Budget {
        Budget { steps: budget.steps.min(self.left) }
    }

    /// The old document and the new one.
    pub(super) fn documents(&self) -> (&'d Document, &'d Document) {
        (self.old, self.new)
    }

    /// What a reference stands for.
    pub(super) fn looked_into(&mut self, shape: ShapeId) -> ShapeId {
        let Node::Reference(number) = *self.arena.node(shape) else { return shape };
        if self.arena.target(number).is_none() {
            self.lowering.define(&mut self.arena, number);
        }
        self.arena.target(number).unwrap_or(shape)
    }

    /// Whether what is written for a leaf is read, from buffers too if it is `buffered`.
    pub(super) fn reads_itself(&mut self, leaf: Leaf, buffered: bool) -> bool {
        let (of, by) = (WireType::Leaf(leaf), Author::Types(Side::Old));
        let writer = self.writer(Side::Old, &of);
        let readers = self.lowering.readers(&mut self.arena, Side::Old, &of, by, buffered);
        let mut readers = readers.into_iter();
        readers.all(|reader| self.included(writer, reader, CAUSE) == Answer::Included)
    }

    /// How the new type is related to the old one, by what is written and what is read.
    pub(super) fn relation(&mut self, old: &WireType, new: &WireType) -> Relation {
        let wider = self.included_at(Side::Old, old, Side::New, new);
        let narrower = self.included_at(Side::New, new, Side::Old, old);
        match (wider, narrower) {
            (true, false) => Relation::Wider,
            (false, true) => Relation::Narrower,
            _ => Relation::Other,
        }
    }

    fn included_at(&mut self, by: Side, written: &WireType, to: Side, read: &WireType) -> bool {
        let writer = self.writer(by, written);
        let reader = self.reader(to, read, Author::Types(by));
        self.included(writer, reader, CAUSE) == Answer::Included
    }

    /// Whether two untagged variants may fit one document, as far as their types tell.
    pub(super) fn overlap(&mut self, role: Role, of: &Enum) -> bool {
        let side = role.reader();
        let mut shapes = Vec::new();
        for variant in of.variants.iter().filter(|it| it.read) {
            match &variant.content {
                Content::Newtype(inner) => shapes.push(self.taken(side, inner, Author::Hand)),
                Content::Unit => shapes.push(self.arena.null()),
                Content::Tuple(_) | Content::Struct(_) => return true,
            }
        }
        let pairs = (0..shapes.len()).flat_map(|i| (0..i).map(move |j| (i, j)));
        for (i, j) in pairs.collect::<Vec<_>>() {
            let both = self.arena.intersection([shapes[i], shapes[j]]);
            if self.sample(Author::Hand, both, CAUSE) != Sample::Empty {
                return true;
            }
        }
        false
    }

    /// Whether a root is read by its reader, whatever its causes say.
    pub(super) fn root(&mut self, root: &Root) -> Ruling {
        let (writer, reader) = self.shapes(root);
        // What failed before is no change: requests that the old producer refused, and answers
        // that it wrote already. Whether the new producer reads its own answers is no matter.
        match self.included(writer, reader, ROOT) {
            Answer::Included => return Ruling::Refuted,
            // Mostly that is plain of the first document, and no other need be looked for.
            Answer::NotIncluded(document) => {
                if let Some(broken) = self.plainly_broken(root, document, false) {
                    return broken;
                }
            }
            // Beside what a codec writes there may be a document that is refused all the same.
            Answer::Undecided(Reason::Opaque { .. }) => {}
            Answer::Undecided(reason) => return Ruling::Undecided(Doubt::of(&reason)),
        }
        let mut question = vec![writer];
        let mut refusing = vec![reader];
        match root.role {
            Role::Request => {
                question.push(self.taken(Side::Old, &root.old, Author::Types(Side::Old)));
            }
            Role::Response => refusing.push(self.writer(Side::Old, &root.old)),
        }
        question.extend(refusing.into_iter().map(|shape| self.arena.not(shape)));
        let question = self.arena.intersection(question);
        match self.sample(Author::Types(root.role.writer()), question, ROOT) {
            Sample::Empty => Ruling::Refuted,
            Sample::Undecided(reason) => Ruling::Undecided(Doubt::of(&reason)),
            Sample::Document(document) => self.check(root, document, false),
            Sample::Holed(document, holes, reason) => {
                self.check_holed(root, document, &holes, false, &reason)
            }
        }
    }

    /// Whether what people write by hand for a root, and the old reader takes, is read.
    pub(super) fn root_by_hand(&mut self, root: &Root, given: &mut Given) -> Ruling {
        let (by, written) = writer_of(root);
        let writer = self.lowering.hand(&mut self.arena, by, written);
        let took = self.taken(by, written, Author::Hand);
        let (to, read) = reader_of(root);
        let reader = self.reader(to, read, Author::Hand);
        match self.included_by(Some(given), writer, reader, ROOT) {
            Answer::Included => return Ruling::Refuted,
            Answer::NotIncluded(document) => {
                if let Some(broken) = self.plainly_broken(root, document, true) {
                    return broken;
                }
            }
            // Beside what a codec writes there may be a document that is refused all the same.
            Answer::Undecided(Reason::Opaque { .. }) => {}
            Answer::Undecided(reason) => return Ruling::Undecided(Doubt::of(&reason)),
        }
        let refused = self.arena.not(reader);
        let question = self.arena.intersection([writer, took, refused]);
        match self.sample(Author::Hand, question, ROOT) {
            Sample::Empty => Ruling::Refuted,
            Sample::Undecided(reason) => Ruling::Undecided(Doubt::of(&reason)),
            Sample::Document(document) => self.check(root, document, true),
            Sample::Holed(document, holes, reason) => {
                self.check_holed(root, document, &holes, true, &reason)
            }
        }
    }

    /// That a document is refused which is written now and was not, or was read; none if it is not
    /// so.
    fn plainly_broken(&self, root: &Root, mut document: Json, by_hand: bool) -> Option<Ruling> {
        self.lowering.put_in_order(author(root.role, by_hand), &mut document);
        let is_new = match root.role {
            Role::Response if !by_hand => {
                let wrote = wire::writes(self.old, &root.old, &document, &[]);
                matches!(wrote, wire::Answer::No(_))
            }
            _ => {
                let (by, written) = writer_of(root);
                let read = wire::reads(self.document(by), written, &document, &[]);
                matches!(read, wire::Answer::Yes)
            }
        };
        let ruling = is_new.then(|| self.check(root, document, by_hand));
        ruling.filter(|ruling| matches!(ruling, Ruling::Confirmed(_)))
    }

    /// Whether a cause breaks a root. `by_hand`: whoever writes need not write what the old type
    /// writes; what the old reader took is enough.
    pub(super) fn confirm(
        &mut self,
        root: &Root,
        path: &[Seg],
        bad: &Bad,
        by_hand: bool,
    ) -> Ruling {
        let author = author(root.role, by_hand);
        let (writer, reader) = if by_hand { self.hands(root) } else { self.shapes(root) };
        let shape = self.bad(root.role, bad, by_hand);
        let at = self.at(path, shape);
        let mut holding = vec![writer, at];
        // What the old producer refused as well is no change.
        if root.role == Role::Request && !by_hand {
            holding.push(self.taken(Side::Old, &root.old, Author::Types(Side::Old)));
        }
        let question = Question { root, path, bad, holding: &holding, reader, by_hand };
        // Mostly any document that holds what the cause is about is refused, which the evaluator
        // tells. To find such a one costs no more than the way to it; to rule out one costs as
        // much as all that the root reaches.
        let holds = self.arena.intersection([writer, at]);
        match self.sample(author, holds, CAUSE) {
            Sample::Empty => return Ruling::Refuted,
            Sample::Document(document) => {
                let took = root.role == Role::Response
                    || matches!(
                        wire::reads(self.old, &root.old, &document, &[]),
                        wire::Answer::Yes
                    );
                let ruling = self.check(root, document, by_hand);
                if took && matches!(ruling, Ruling::Confirmed(_)) {
                    return self.settled(&question, ruling);
                }
            }
            Sample::Undecided(_) | Sample::Holed(..) => {}
        }
        if self.all_read(writer, reader) {
            return Ruling::Refuted;
        }
        let refused = self.arena.not(reader);
        let breaks = self.arena.intersection(holding.iter().copied().chain([refused]));
        match self.sample(author, breaks, CAUSE) {
            Sample::Empty => Ruling::Refuted,
            Sample::Undecided(reason) => Ruling::Undecided(Doubt::of(&reason)),
            Sample::Document(document) => {
                let ruling = self.check(root, document, by_hand);
                self.settled(&question, ruling)
            }
            Sample::Holed(document, holes, reason) => {
                let ruling = self.check_holed(root, document, &holes, by_hand, &reason);
                match self.in_own_words(&question, ruling, &holes) {
                    (shown, others) if others.is_empty() => shown,
                    // Whether it would be refused without the other places is not known.
                    _ => Ruling::Undecided(Doubt::of(&reason)),
                }
            }
        }
    }

    /// A document that holds what a cause is about, if there is one; one that the reader refuses, if
    /// that is wanted.
    pub(super) fn holding(
        &mut self,
        root: &Root,
        path: &[Seg],
        bad: &Bad,
        by_hand: bool,
        refused: bool,
    ) -> Option<Json> {
        let (writer, reader) = if by_hand { self.hands(root) } else { self.shapes(root) };
        let shape = self.bad(root.role, bad, by_hand);
        let at = self.at(path, shape);
        let refused = refused.then(|| self.arena.not(reader));
        let holds = self.arena.intersection([writer, at].into_iter().chain(refused));
        match self.sample(author(root.role, by_hand), holds, CAUSE) {
            Sample::Document(document) => Some(document),
            Sample::Empty | Sample::Undecided(_) | Sample::Holed(..) => None,
        }
    }

    /// Whether a reader is known to read all that is written. Asked once for all causes: what was
    /// not decided is not tried again.
    fn all_read(&mut self, writer: ShapeId, reader: ShapeId) -> bool {
        if let Some(known) = self.all_read.get(&(writer, reader)) {
            return *known;
        }
        let answer = self.included(writer, reader, ROOT);
        let included = answer == Answer::Included;
        self.all_read.insert((writer, reader), included);
        included
    }

    /// Holds a document against the evaluator, which shares nothing with the prover.
    pub(super) fn check(&self, root: &Root, document: Json, by_hand: bool) -> Ruling {
        let (by, written) = writer_of(root);
        let (to, read) = reader_of(root);
        let sent = if by_hand {
            wire::reads(self.document(by), written, &document, &[])
        } else {
            wire::writes(self.document(by), written, &document, &[])
        };
        let taken = wire::reads(self.document(to), read, &document, &[]);
        let witness = |reason: String, checked_by| Witness {
            document: document.clone(),
            written_by: by,
            refused_by: to,
            reason,
            checked_by,
        };
        match (sent, taken) {
            (wire::Answer::Yes, wire::Answer::No(refusal)) => {
                Ruling::Confirmed(witness(in_words(&refusal), Some(Checker::Serde)))
            }
            (wire::Answer::Unknown(reason), wire::Answer::No(_) | wire::Answer::Unknown(_))
            | (wire::Answer::Yes, wire::Answer::Unknown(reason)) => {
                Ruling::Undecided(Doubt::codec(&reason))
            }
            (wire::Answer::No(refusal), _) => Ruling::Contradiction(
                witness(String::new(), None),
                format!(
                    "the writer was said to write a document that it does not write: {}",
                    refusal.reason
                ),
            ),
            (_, wire::Answer::Yes) => Ruling::Contradiction(
                witness(String::new(), None),
                "the reader was said to refuse a document that it reads".to_owned(),
            ),
        }
    }

    /// The same for a document in which some values stand for others. It must be refused whatever
    /// stands in their places, and what else is written must not be refused by its writer.
    fn check_holed(
        &self,
        root: &Root,
        document: Json,
        holes: &[String],
        by_hand: bool,
        reason: &Reason,
    ) -> Ruling {
        let (by, written) = writer_of(root);
        let (to, read) = reader_of(root);
        let sent = if by_hand {
            wire::reads(self.document(by), written, &document, holes)
        } else {
            wire::writes(self.document(by), written, &document, holes)
        };
        let taken = wire::reads(self.document(to), read, &document, holes);
        let wire::Answer::No(refusal) = taken else {
            return Ruling::Undecided(Doubt::of(reason));
        };
        if matches!(sent, wire::Answer::No(_)) {
            return Ruling::Undecided(Doubt::of(reason));
        }
        Ruling::Confirmed(Witness {
            document,
            written_by: by,
            refused_by: to,
            reason: in_words(&refusal),
            checked_by: Some(Checker::Serde),
        })
    }

    pub(super) fn document(&self, side: Side) -> &'d Document {
        match side {
            Side::Old => self.old,
            Side::New => self.new,
        }
    }

    /// What the root's writer writes and what its reader reads.
    pub(super) fn shapes(&mut self, root: &Root) -> (ShapeId, ShapeId) {
        let (by, written) = writer_of(root);
        let (to, read) = reader_of(root);
        (self.writer(by, written), self.reader(to, read, Author::Types(by)))
    }

    /// What the root's old reader takes of people, and what its new reader reads of them.
    fn hands(&mut self, root: &Root) -> (ShapeId, ShapeId) {
        let (by, written) = writer_of(root);
        let (to, read) = reader_of(root);
        (self.taken(by, written, Author::Hand), self.reader(to, read, Author::Hand))
    }

    /// The documents that hold what a cause is about.
    fn bad(&mut self, role: Role, bad: &Bad, by_hand: bool) -> ShapeId {
        match bad {
            Bad::Unread { written, read } => {
                let written = if by_hand {
                    self.lowering.hand(&mut self.arena, role.writer(), written)
                } else {
                    self.writer(role.writer(), written)
                };
                let read = self.reader(role.reader(), read, author(role, by_hand));
                let refused = self.arena.not(read);
                self.arena.intersection([written, refused])
            }
            Bad::Null => self.arena.null(),
            Bad::Without(names) => {
                let arena = &mut self.arena;
                let (any, never) = (arena.any(), arena.never());
                let absent = || Member { shape: never, required: false };
                let members = names.iter().map(|name| (name.clone(), absent())).collect();
                arena.object(ObjectSpec { members, ..ObjectSpec::from(any) })
            }
            Bad::With(name) => {
                let any = self.arena.any();
                self.member(name, any)
            }
            Bad::Repeated(name) => {
                let items = self.arena.any_array();
                let repeated = self.arena.repeated(items);
                self.member(name, repeated)
            }
            Bad::Variant(tagging, name) => {
                let constant = self.arena.constant(&Json::from(name.as_str()));
                match tagging {
                    Tagging::External => {
                        let any = self.arena.any();
                        let with_content = self.member(name, any);
                        self.arena.union([constant, with_content])
                    }
                    Tagging::Internal { tag } | Tagging::Adjacent { tag, .. } => {
                        self.member(tag, constant)
                    }
                    Tagging::Number { .. } => match Number::parse(name) {
                        Some(number) => self.arena.constant(&Json::from(number)),
                        None => self.arena.any(),
                    },
                    Tagging::Untagged => self.arena.any(),
                }
            }
            Bad::Key { written, read } => {
                let any = WireType::Leaf(contract_core::document::Leaf::Any);
                let map =
                    |key: &WireType| WireType::Map(Box::new(key.clone()), Box::new(any.clone()));
                self.bad(role, &Bad::Unread { written: map(written), read: map(read) }, by_hand)
            }
        }
    }

    /// The documents in which the way leads to a value of the shape.
    pub(super) fn at(&mut self, path: &[Seg], shape: ShapeId) -> ShapeId {
        path.iter().rev().fold(shape, |shape, seg| match seg {
            Seg::Member(name) => self.member(name, shape),
            Seg::Element(index) => {
                let arena = &mut self.arena;
                arena.at_path(&[crate::shape::Step::Element(*index)], shape)
            }
            Seg::EachElement => self.arena.array(ArraySpec { min: 1, ..ArraySpec::from(shape) }),
            Seg::EachMember => {
                let members = BTreeMap::new();
                let some = ObjectSpec { members, min: 1, ..ObjectSpec::from(shape) };
                self.arena.object(some)
            }
            Seg::Tagged(tag, value) => {
                let constant = self.arena.constant(&Json::from(value.as_str()));
                let tagged = self.member(tag, constant);
                self.arena.intersection([tagged, shape])
            }
        })
    }

    /// The objects whose member has the shape.
    fn member(&mut self, name: &str, shape: ShapeId) -> ShapeId {
        let arena = &mut self.arena;
        arena.at_path(&[crate::shape::Step::Member(name.to_owned())], shape)
    }
}

/// Why a reader refuses a document, and where.
pub(super) fn in_words(refusal: &wire::Refusal) -> String {
    match refusal.path.as_str() {
        "" => refusal.reason.clone(),
        path => format!("{} at {path}", refusal.reason),
    }
}

/// Who writes what a role's reader is given.
pub(super) fn author(role: Role, by_hand: bool) -> Author {
    if by_hand { Author::Hand } else { Author::Types(role.writer()) }
}

/// Who writes a root, and what.
fn writer_of(root: &Root) -> (Side, &WireType) {
    (root.role.writer(), sides(root.role, &root.old, &root.new).0)
}

/// Who reads a root, and as what.
pub(super) fn reader_of(root: &Root) -> (Side, &WireType) {
    (root.role.reader(), sides(root.role, &root.old, &root.new).1)
}
