//! The paired walk: from "the root is not included" to what changed where.
//!
//! At every pair of positions the prover is asked whether what the writer may put there is
//! accepted. Where it is, nothing below can be a cause. Where it is not, the keywords that differ
//! are suspected; a suspicion becomes a finding only if the prover finds a whole document that
//! shows it and the evaluator confirms the document. So the walk may suspect freely: it cannot
//! raise a false alarm. What the findings do not explain stands as a finding of its own, so that
//! it cannot miss a break either.

use std::collections::{BTreeSet, HashMap, VecDeque};
use std::rc::Rc;

use super::position::{Position, View};
use super::proof::{Confirmed, Hop, Proof};
use super::same::say_the_same;
use super::words::describe;
use crate::evaluate::schema::{Evaluator, Members};
use crate::finding::{Finding, Place, Role, Severity, Side};
use crate::rules::{self, Rule};
use crate::schema::{SchemaId, Scope};
use crate::shape::{Answer, ShapeId};

/// How many pairs of positions are looked at. What lies beyond is reported where it begins, or as
/// being left out.
const PAIRS: usize = 4_000;
/// How many steps from the root positions are looked at.
const LENGTH: usize = 150;
/// How many other differences at one position a document may be asked to be free of.
const OTHERS: usize = 40;
/// How many causes are reported.
const CAUSES: usize = 200;

/// What a reader of the report must know where one of these limits was met.
const MORE: &str = "the schemas differ in more places than are told one by one";

/// Whatever reads it, a schema without documents is compatible, and its author did not mean it.
const NOTHING: &str = "nothing can be written: the writer's schema contradicts itself, so the comparison says nothing";

/// A position on both sides.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(super) struct Pair {
    pub(super) writer: Position,
    pub(super) reader: Position,
}

/// What people call a position.
#[derive(Clone, Debug)]
pub(super) struct Spot {
    /// The thing itself.
    pub(super) it: String,
    /// What it belongs to.
    pub(super) within: String,
    /// The members that alternatives of one value describe, of which this is one.
    pub(super) beside: Rc<BTreeSet<String>>,
}

impl Spot {
    pub(super) fn new(it: String, within: String) -> Self {
        Self { it, within, beside: Rc::default() }
    }
}

/// A difference that may be why something is refused.
pub(super) struct Suspicion {
    pub(super) rule: &'static Rule,
    /// The values at the position that show it.
    pub(super) bad: ShapeId,
    pub(super) it: String,
    pub(super) within: String,
    pub(super) from: String,
    pub(super) to: String,
    /// Where it stands below the schemas of the position: `properties/total`.
    pub(super) below: Option<String>,
}

/// A pair one step further.
pub(super) struct Child {
    pub(super) hop: Hop,
    pub(super) pair: Pair,
    pub(super) spot: Spot,
}

/// What is known about a pair.
#[derive(Clone)]
enum Memo {
    /// It is being looked at, at this distance from the root.
    Begun(usize),
    /// It has been looked at; the outermost pair that was open then, if it leads back to one.
    Done(Explained, Option<Pair>),
}

/// The refused values of a pair that findings account for.
#[derive(Clone, Default)]
struct Explained {
    bad: Vec<ShapeId>,
    /// The pair leads back to one that is still being looked at; the distance of that one.
    open: Option<usize>,
    /// The pair contains itself, so that `bad` holds what is refused near the top only.
    partial: bool,
    /// It was left partial by a recursion that is over: its findings are made elsewhere.
    stale: bool,
    /// A break of something in it is reported.
    told: bool,
    /// Something in it could not be decided, and is reported.
    undecided: bool,
}

impl Explained {
    /// Values that are refused, if a finding says so.
    fn add(&mut self, bad: ShapeId, finding: Option<Severity>) {
        match finding {
            Some(Severity::Undecided) => self.undecided = true,
            Some(_) => self.told = true,
            None => return,
        }
        self.bad.push(bad);
    }
}

/// The views of both sides, by writer and reader and by old and new.
pub(super) struct Views<'d> {
    pub(super) writer: View<'d>,
    pub(super) reader: View<'d>,
    pub(super) role: Role,
}

impl<'d> Views<'d> {
    pub(super) fn before(&self) -> &View<'d> {
        if self.role.writer() == Side::Old { &self.writer } else { &self.reader }
    }

    pub(super) fn after(&self) -> &View<'d> {
        if self.role.writer() == Side::Old { &self.reader } else { &self.writer }
    }
}

/// A walk in one direction.
pub(super) struct Walk<'d> {
    pub(super) proof: Proof<'d>,
    pub(super) writer_matcher: Evaluator<'d>,
    pub(super) reader_matcher: Evaluator<'d>,
    /// The pairs that are not known to be included, each with the shortest way to it.
    map: HashMap<Pair, Station>,
    memo: HashMap<Pair, Memo>,
    /// The pairs that are being looked at, by their distance.
    open: Vec<Pair>,
    findings: Vec<Finding>,
    /// Whether something that is refused was left out for being too much.
    more: bool,
}

/// What is suspected at a pair and below it.
struct Station {
    path: Vec<Hop>,
    suspicions: Vec<Suspicion>,
    children: Vec<Child>,
}

impl<'d> Walk<'d> {
    pub(super) fn new(proof: Proof<'d>) -> Self {
        let matcher = |document| Evaluator::new(document, Members::AsDescribed);
        Self {
            writer_matcher: matcher(proof.writer.document),
            reader_matcher: matcher(proof.reader.document),
            proof,
            map: HashMap::new(),
            memo: HashMap::new(),
            open: Vec::new(),
            findings: Vec::new(),
            more: false,
        }
    }

    /// Looks at a pair of schemas that whole documents are written and read by.
    pub(super) fn run(&mut self, writer: SchemaId, reader: SchemaId, spot: &Spot) {
        self.proof.enter(writer, reader);
        let root = |document, id| Position::new(id, Scope::default()).unwrapped(document);
        let pair = &Pair {
            writer: root(self.proof.writer.document, writer),
            reader: root(self.proof.reader.document, reader),
        };
        let written = self.proof.written(&pair.writer);
        let read = self.proof.read(&pair.reader);
        let answer = self.proof.ask(written, read);
        if answer == Answer::Included {
            let documents = (self.proof.writer.document, self.proof.reader.document);
            if !say_the_same((documents.0, writer), (documents.1, reader))
                && self.proof.is_empty(written)
            {
                self.undecided(pair, spot, NOTHING);
                // A program writes something; a schema by itself may well admit nothing.
                if !self.proof.writes_as_program()
                    && let Some(finding) = self.findings.last_mut()
                {
                    finding.severity = Severity::Warning;
                }
            }
            return;
        }
        let known = self.findings.len();
        self.more = false;
        self.explore(pair, spot);
        let explained = self.visit(pair, spot, 0);
        if self.more && self.findings.len() > known {
            self.undecided(pair, spot, MORE);
        }
        match answer {
            // Nothing in particular was found, so the whole is at fault.
            Answer::NotIncluded(document) if !explained.told => {
                let any = self.proof.arena.any();
                let whole = self.residue(pair, spot, any);
                let confirmed = self.proof.confirm_whole(document);
                self.report(pair, whole, confirmed, true);
            }
            Answer::Undecided(reason) if !explained.told && !explained.undecided => {
                self.undecided(pair, spot, &reason.to_string());
            }
            _ => {}
        }
    }

    /// Every finding of the direction.
    pub(super) fn findings(self) -> Vec<Finding> {
        self.findings
    }

    /// Finds the pairs that are not included, nearest first, so that each is shown by the
    /// shortest way that leads to it.
    fn explore(&mut self, pair: &Pair, spot: &Spot) {
        let mut pending = VecDeque::from([(pair.clone(), spot.clone(), Vec::new())]);
        while let Some((pair, spot, path)) = pending.pop_front() {
            let full = self.map.len() >= PAIRS || path.len() >= LENGTH || self.proof.exhausted();
            if (full && self.more) || self.map.contains_key(&pair) || self.memo.contains_key(&pair)
            {
                continue;
            }
            let written = self.proof.written(&pair.writer);
            let read = self.proof.read(&pair.reader);
            let answer = self.proof.ask(written, read);
            if answer == Answer::Included {
                continue;
            }
            if full {
                self.more = true;
                continue;
            }
            let (suspicions, mut children) = self.suspect(&self.views(&pair), &spot, written, read);
            for child in &mut children {
                let Pair { writer, reader } = child.pair.clone();
                child.pair = Pair {
                    writer: writer.unwrapped(self.proof.writer.document),
                    reader: reader.unwrapped(self.proof.reader.document),
                };
                let mut path = path.clone();
                path.push(child.hop.clone());
                pending.push_back((child.pair.clone(), child.spot.clone(), path));
            }
            self.map.insert(pair, Station { path, suspicions, children });
        }
    }

    fn views(&self, pair: &Pair) -> Views<'d> {
        Views {
            writer: View::new(self.proof.writer.document, &pair.writer),
            reader: View::new(self.proof.reader.document, &pair.reader),
            role: self.proof.role,
        }
    }

    fn visit(&mut self, pair: &Pair, spot: &Spot, distance: usize) -> Explained {
        let nothing = |open| Explained { open, ..Explained::default() };
        match self.memo.get(pair) {
            Some(Memo::Begun(distance)) => return nothing(Some(*distance)),
            Some(Memo::Done(explained, head)) => {
                let mut explained = explained.clone();
                // What leads back to a pair holds whatever lies in that one.
                let mut head = head.as_ref().and_then(|head| self.memo.get(head));
                while let Some(Memo::Done(outer, further)) = head {
                    explained.told |= outer.told;
                    explained.undecided |= outer.undecided;
                    head = further.as_ref().and_then(|further| self.memo.get(further));
                }
                explained.open = match head {
                    Some(Memo::Begun(distance)) => Some(*distance),
                    _ => None,
                };
                explained.stale = explained.partial && explained.open.is_none();
                return explained;
            }
            None => {}
        }
        let Some(station) = self.map.remove(pair) else { return nothing(None) };
        if self.findings.len() >= CAUSES {
            self.more = true;
            return nothing(None);
        }
        let mut explained = nothing(None);
        self.memo.insert(pair.clone(), Memo::Begun(distance));
        self.open.push(pair.clone());
        self.look(pair, spot, station, distance, &mut explained);
        explained.partial |= explained.open.is_some();
        explained.open = explained.open.filter(|open| *open < distance);
        if explained.bad.len() > 1 || explained.partial {
            // One shape, however many causes there are: whoever comes here adds to it. What is
            // partial is not asked about again, only whether there is anything.
            let bad = match explained.partial {
                true => explained.bad.first().map(|_| self.proof.arena.never()),
                false => Some(self.proof.arena.union(explained.bad.iter().copied())),
            };
            explained.bad = bad.into_iter().collect();
        }
        self.open.pop();
        let head = explained.open.and_then(|open| self.open.get(open).cloned());
        self.memo.insert(pair.clone(), Memo::Done(explained.clone(), head));
        explained
    }

    /// Looks for causes at a pair that is not known to be included.
    fn look(
        &mut self,
        pair: &Pair,
        spot: &Spot,
        station: Station,
        distance: usize,
        explained: &mut Explained,
    ) {
        let written = self.proof.written(&pair.writer);
        let read = self.proof.read(&pair.reader);
        let mut suspicions = Vec::new();
        for suspicion in station.suspicions {
            let bad = self.proof.arena.intersection([written, suspicion.bad]);
            if self.proof.ask(bad, read) != Answer::Included {
                suspicions.push(suspicion);
            }
        }
        let below = self.refused_below(&station.children);
        let bad: Vec<ShapeId> = suspicions.iter().map(|it| it.bad).collect();
        for (at, suspicion) in suspicions.into_iter().enumerate() {
            let mut others = below.clone();
            others.extend(bad.iter().enumerate().filter(|it| it.0 != at).map(|(_, bad)| *bad));
            if others.len() > OTHERS {
                others.clear();
            }
            let confirmed = self.confirm(pair, &station.path, suspicion, &others, false);
            explained.add(bad[at], confirmed);
        }
        // What is refused here and below, wherever the findings about it are made.
        let mut causes = below;
        causes.extend(&explained.bad);
        let is_branch = |child: &Child| matches!(child.hop, Hop::Branch(_));
        let causes = (!station.children.iter().any(is_branch)).then_some(causes);
        for child in station.children {
            let inner = self.visit(&child.pair, &child.spot, distance + 1);
            explained.open = [explained.open, inner.open].into_iter().flatten().min();
            explained.partial |= inner.partial;
            explained.stale |= inner.stale;
            explained.told |= inner.told;
            explained.undecided |= inner.undecided;
            for bad in inner.bad {
                explained.bad.push(self.proof.lift(&child.hop, bad));
            }
        }
        let inner = explained.open.is_some_and(|open| open < distance);
        // Whoever contains itself cannot say what the same findings, further down, account for.
        let recursive = explained.open.is_some() || explained.partial;
        let causes = match inner || explained.stale || recursive && !explained.bad.is_empty() {
            true => causes,
            false => Some(explained.bad.clone()),
        };
        if let Some(causes) = causes {
            self.left_over(pair, spot, &station.path, &causes, explained);
        }
    }

    /// The values that the reader refuses for what lies below them.
    fn refused_below(&mut self, children: &[Child]) -> Vec<ShapeId> {
        let mut below = Vec::new();
        for child in children {
            let known = self.map.contains_key(&child.pair) || self.memo.contains_key(&child.pair);
            // A value that one branch refuses may be another one's.
            if known && !matches!(child.hop, Hop::Branch(_)) {
                let read = self.proof.read(&child.pair.reader);
                let refused = self.proof.arena.not(read);
                below.push(self.proof.lift(&child.hop, refused));
            }
        }
        below
    }

    /// What is refused here and that no finding here or below accounts for.
    fn left_over(
        &mut self,
        pair: &Pair,
        spot: &Spot,
        path: &[Hop],
        causes: &[ShapeId],
        explained: &mut Explained,
    ) {
        let written = self.proof.written(&pair.writer);
        let read = self.proof.read(&pair.reader);
        let causes = self.proof.arena.union(causes.iter().copied());
        let rest = self.proof.arena.not(causes);
        let unexplained = self.proof.arena.intersection([written, rest]);
        match self.proof.ask(unexplained, read) {
            Answer::Included => {}
            Answer::NotIncluded(_) => {
                let residue = self.residue(pair, spot, unexplained);
                let confirmed = self.confirm(pair, path, residue, &[], true);
                explained.add(unexplained, confirmed);
            }
            Answer::Undecided(reason) => {
                if !explained.undecided {
                    self.undecided(pair, spot, &reason.to_string());
                    explained.undecided = true;
                }
            }
        }
    }

    /// A change that no particular keyword accounts for.
    fn residue(&mut self, pair: &Pair, spot: &Spot, bad: ShapeId) -> Suspicion {
        let views = self.views(pair);
        let keywords = super::causes::differing(&views);
        let (from, to) = (describe(views.before()), describe(views.after()));
        let to = match keywords.is_empty() {
            true if from == to => "what lies within it".to_owned(),
            true => format!("{to} instead of {from}"),
            false => keywords.join(", "),
        };
        Suspicion {
            rule: &rules::CONSTRAINT_CHANGED,
            bad,
            it: spot.it.clone(),
            within: spot.within.clone(),
            from: String::new(),
            to,
            below: None,
        }
    }

    /// Asks for a document that shows a suspicion; how bad it is, if it is a finding now.
    /// `certain`: the position is known not to be included, so that a failure to show it is worth
    /// a finding too.
    /// `others` are the values at the position that are refused for something else.
    fn confirm(
        &mut self,
        pair: &Pair,
        path: &[Hop],
        suspicion: Suspicion,
        others: &[ShapeId],
        certain: bool,
    ) -> Option<Severity> {
        let read = self.proof.read(&pair.reader);
        let refused = self.proof.arena.not(read);
        let bad = self.proof.arena.intersection([suspicion.bad, refused]);
        let confirmed = self.proof.confirm(path, bad, others);
        self.report(pair, suspicion, confirmed, certain)
    }

    /// Makes a finding of a suspicion, if that is what it has come to, and says how bad it is.
    fn report(
        &mut self,
        pair: &Pair,
        suspicion: Suspicion,
        confirmed: Confirmed,
        certain: bool,
    ) -> Option<Severity> {
        let role = self.proof.role;
        let places =
            |below| (self.place(pair, Side::Old, below), self.place(pair, Side::New, below));
        let (old, new) = match places(suspicion.below.as_deref()) {
            // What is named and described nowhere stands where it is named.
            (old, new) if old.pointer.is_none() && new.pointer.is_none() => places(None),
            found => found,
        };
        let clause = clause(&old, &new);
        let finding = match confirmed {
            Confirmed::Witness(witness) => {
                Finding::breaking(suspicion.rule, clause).witness(*witness)
            }
            Confirmed::Contradiction(reason) => {
                Finding::breaking(&rules::INTERNAL_ERROR, clause).reason(reason)
            }
            Confirmed::Undecided(reason) if certain => {
                Finding::undecided(&rules::UNDECIDED, clause, reason)
            }
            Confirmed::Undecided(_) | Confirmed::No => return None,
        };
        let finding = finding
            .role(role)
            .it(suspicion.it)
            .within(suspicion.within)
            .from(suspicion.from)
            .to(suspicion.to)
            .old(old)
            .new_place(new);
        // Another document that shows the same adds nothing.
        let told = |known: &Finding| {
            known.rule == finding.rule
                && known.words == finding.words
                && (&known.old, &known.new) == (&finding.old, &finding.new)
        };
        let severity = finding.severity;
        if !self.findings.iter().any(told) {
            self.findings.push(finding);
        }
        Some(severity)
    }

    fn undecided(&mut self, pair: &Pair, spot: &Spot, reason: &str) {
        let (old, new) = (self.place(pair, Side::Old, None), self.place(pair, Side::New, None));
        let clause = clause(&old, &new);
        self.findings.push(
            Finding::undecided(&rules::UNDECIDED, clause, reason)
                .role(self.proof.role)
                .it(&spot.it)
                .within(&spot.within)
                .old(old)
                .new_place(new),
        );
    }

    /// Where a position, or something below it, stands on one side.
    fn place(&self, pair: &Pair, side: Side, below: Option<&str>) -> Place {
        let (half, position) = match side == self.proof.role.writer() {
            true => (&self.proof.writer, &pair.writer),
            false => (&self.proof.reader, &pair.reader),
        };
        let pointer = match below {
            Some(below) => View::new(half.document, position).below(below),
            None => position.pointer(half.document),
        };
        Place { pointer, source: None }
    }
}

/// The clause's name: where it stood, or where it stands if it is new.
pub(super) fn clause(old: &Place, new: &Place) -> String {
    let pointer = old.pointer.as_deref().or(new.pointer.as_deref()).unwrap_or_default();
    format!("#{pointer}")
}

#[cfg(test)]
mod tests;
