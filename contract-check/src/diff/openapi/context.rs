//! What the comparison of two documents carries along.

use std::collections::{BTreeMap, BTreeSet, HashSet};

use super::forms::Rewritten;
use super::same::Sameness;
use super::subtypes::{self, Bases};
use super::{Date, Options};
use crate::finding::{Finding, Place, Role, Severity};
use crate::json::Json;
use crate::openapi::{Holds, Kind, Node, OpenApi, child};
use crate::rules;

/// An object on both sides.
#[derive(Clone)]
pub(super) struct Pair<'d> {
    /// Where it stood.
    pub(super) old: Node<'d>,
    /// Where it stands.
    pub(super) new: Node<'d>,
}

/// A member that may stand on either side.
pub(super) type Sides<'d> = (Option<Node<'d>>, Option<Node<'d>>);

impl<'d> Pair<'d> {
    /// A member, with references followed.
    pub(super) fn get(&self, name: &str) -> Sides<'d> {
        (self.old.get(name), self.new.get(name))
    }

    /// Whether a flag was and is set.
    pub(super) fn flags(&self, name: &str) -> (bool, bool) {
        (self.old.flag(name), self.new.flag(name))
    }

    /// A text, before and after.
    pub(super) fn texts(&self, name: &str) -> (Option<&'d str>, Option<&'d str>) {
        (self.old.text(name), self.new.text(name))
    }
}

/// What a part of the comparison is about.
#[derive(Clone, Debug)]
pub(super) struct Subject {
    /// The clause's path.
    pub(super) clause: String,
    /// What people call it: `GET /orders`.
    pub(super) name: String,
    /// The operation that reaches it, as a clause; none outside of operations.
    pub(super) operation: Option<String>,
    /// Whether the producer calls and the consumers answer, as in callbacks and webhooks.
    pub(super) flipped: bool,
}

impl Subject {
    /// What is about the document as a whole.
    pub(super) fn document(clause: &str) -> Self {
        let clause = clause.to_owned();
        Self { name: clause.clone(), clause, operation: None, flipped: false }
    }

    /// A part of it; the name stays.
    #[must_use]
    pub(super) fn part(&self, clause: &str) -> Self {
        Self { clause: format!("{}/{clause}", self.clause), ..self.clone() }
    }

    /// A part of it that people name by one more word.
    #[must_use]
    pub(super) fn named(&self, clause: &str, word: &str) -> Self {
        Self { name: format!("{} {word}", self.name), ..self.part(clause) }
    }

    /// Who writes and reads its requests.
    pub(super) fn request(&self) -> Role {
        if self.flipped { Role::Response } else { Role::Request }
    }

    /// Who writes and reads its responses.
    pub(super) fn response(&self) -> Role {
        if self.flipped { Role::Request } else { Role::Response }
    }
}

/// A pair of schemas that one side writes by and the other reads by.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) struct Position {
    /// The pointer of the old schema; of its place, where there is none and anything goes.
    pub(super) old: String,
    /// The pointer of the new schema, likewise.
    pub(super) new: String,
    /// Who writes.
    pub(super) role: Role,
}

/// Where a pair of schemas stands.
#[derive(Clone, Debug)]
pub(super) struct Reached<'d> {
    /// The schemas themselves: looking a pointer up among a thousand paths takes time.
    pub(super) schemas: Sides<'d>,
    /// The first clause that it stands at.
    pub(super) subject: Subject,
    /// What people call the value there.
    pub(super) it: String,
    /// All operations that reach it.
    pub(super) operations: BTreeSet<String>,
    /// Whether it is written as XML somewhere.
    pub(super) xml: bool,
}

/// The state of a comparison.
pub(super) struct Context<'d> {
    pub(super) old: &'d OpenApi,
    pub(super) new: &'d OpenApi,
    pub(super) options: &'d Options,
    /// The bases of both documents whose subtypes a discriminator tells apart.
    pub(super) bases: [Bases<'d>; 2],
    pub(super) same: Sameness,
    pub(super) findings: Vec<Finding>,
    pub(super) positions: BTreeMap<Position, Reached<'d>>,
    /// Forms that are judged by other words than their own.
    pub(super) forms: Vec<Rewritten>,
    /// Callbacks may lead to path items that have callbacks that lead back.
    pub(super) visited: HashSet<(String, String, bool)>,
    words: Words,
}

/// Changes of words: one note for all of them.
#[derive(Default)]
struct Words {
    places: BTreeSet<String>,
}

impl<'d> Context<'d> {
    pub(super) fn new(old: &'d OpenApi, new: &'d OpenApi, options: &'d Options) -> Self {
        let bases = [old, new].map(subtypes::bases);
        Self {
            old,
            new,
            options,
            same: Sameness::new(old, new, &bases),
            bases,
            findings: Vec::new(),
            positions: BTreeMap::new(),
            forms: Vec::new(),
            visited: HashSet::new(),
            words: Words::default(),
        }
    }

    /// The day of the comparison, if it was given.
    pub(super) fn today(&self) -> Option<Date> {
        self.options.today
    }

    /// Adds a finding about a subject, with its places.
    pub(super) fn report(&mut self, finding: Finding, subject: &Subject, places: Places<'_, 'd>) {
        let mut finding = finding.old(place(places.0)).new_place(place(places.1));
        if let Some(operation) = &subject.operation {
            finding = finding.reached_by(operation.clone());
        }
        if finding.words.it.is_empty() {
            finding.words.it.clone_from(&subject.name);
        }
        if finding.words.within.is_empty() {
            finding.words.within.clone_from(&subject.name);
        }
        self.findings.push(finding);
    }

    /// Whether what may stand on either side is the same.
    pub(super) fn is_same(&self, sides: &Sides<'d>) -> bool {
        self.same.both(sides.0.as_ref(), sides.1.as_ref())
    }

    /// Reports that a part lies in another document; whether it does on either side.
    pub(super) fn is_elsewhere(&mut self, pair: &Pair<'d>, subject: &Subject) -> bool {
        let Some(text) = pair.old.elsewhere().or(pair.new.elsewhere()) else { return false };
        let reason = match text.starts_with('#') {
            true => format!("the reference `{text}` leads nowhere in its document; mend it"),
            false => format!(
                "the reference `{text}` leads to another document, which was not read; put it \
                 into this one (bundle it), or compare that document as well"
            ),
        };
        let finding = Finding::undecided(&rules::UNDECIDED, &subject.clause, reason)
            .it(text)
            .within(subject.name.clone());
        self.report(finding, subject, (Some(&pair.old), Some(&pair.new)));
        true
    }

    /// Looks at the members that no part of the comparison looks at: words are counted, and what
    /// is not known is not safe.
    pub(super) fn rest(&mut self, pair: &Pair<'d>, kind: Kind, subject: &Subject) {
        let (Some(old), Some(new)) = (pair.old.value.as_object(), pair.new.value.as_object())
        else {
            return;
        };
        let mut names: BTreeSet<&str> = old.iter().map(|(name, _)| name.as_str()).collect();
        names.extend(new.iter().map(|(name, _)| name.as_str()));
        for name in names {
            let (was, is) = (pair.old.value.get(name), pair.new.value.get(name));
            let holds = kind.holds(name);
            let words = name.starts_with("x-") || holds == Some(Holds::Words);
            if (!words && holds.is_some()) || was == is || name == "$ref" {
                continue;
            }
            if words {
                let node = if is.is_some() { &pair.new } else { &pair.old };
                self.words.places.insert(child(&node.pointer, name));
                continue;
            }
            let finding = Finding::new(
                &rules::MEMBER_UNKNOWN,
                format!("{}/{name}", subject.clause),
                Severity::Undecided,
            )
            .it(name)
            .within(subject.name.clone())
            .from(brief(was))
            .to(brief(is));
            let sides = (pair.old.raw(name), pair.new.raw(name));
            self.report(finding, subject, (sides.0.as_ref(), sides.1.as_ref()));
        }
    }

    /// Counts something that is described for people only.
    pub(super) fn words_changed(&mut self, node: &Node<'d>) {
        self.words.places.insert(node.pointer.clone());
    }

    /// The note about words that changed, if any did.
    pub(super) fn words_finding(&self) -> Option<Finding> {
        let first = self.words.places.first()?;
        let places = match self.words.places.len() {
            1 => "one place".to_owned(),
            count => format!("{count} places"),
        };
        let finding = Finding::note(&rules::DOCUMENTATION_CHANGED, "document");
        Some(finding.it(first.clone()).to(places))
    }

    /// Notes a pair of schemas to be judged. Where one side has none, anything goes there: then
    /// its place is that of what would hold it.
    pub(super) fn schema(
        &mut self,
        holders: &Pair<'d>,
        name: &str,
        role: Role,
        (it, subject): (&str, &Subject),
        xml: bool,
    ) {
        let sides = (holders.old.raw(name), holders.new.raw(name));
        let pointer = |side: &Option<Node<'d>>, holder: &Node<'d>| match side {
            Some(node) => node.pointer.clone(),
            None => child(&holder.pointer, name),
        };
        let position = Position {
            old: pointer(&sides.0, &holders.old),
            new: pointer(&sides.1, &holders.new),
            role,
        };
        self.position(position, sides, (it, subject), xml);
    }

    /// Notes a pair of schemas that do not stand under one name on both sides.
    pub(super) fn position(
        &mut self,
        position: Position,
        sides: Sides<'d>,
        (it, subject): (&str, &Subject),
        xml: bool,
    ) {
        if self.is_same(&sides) {
            return;
        }
        let reached = self.positions.entry(position).or_insert_with(|| Reached {
            schemas: sides,
            subject: subject.clone(),
            it: it.to_owned(),
            operations: BTreeSet::new(),
            xml: false,
        });
        reached.operations.extend(subject.operation.clone());
        reached.xml |= xml;
    }
}

/// Where a finding stands on both sides.
pub(super) type Places<'a, 'd> = (Option<&'a Node<'d>>, Option<&'a Node<'d>>);

fn place(node: Option<&Node<'_>>) -> Place {
    Place { pointer: node.map(|node| node.pointer.clone()), source: None }
}

/// A value in a message: short, or its kind.
pub(super) fn brief(value: Option<&Json>) -> String {
    match value {
        None => "absent".to_owned(),
        Some(value) => {
            let text = value.to_string();
            if text.chars().count() <= 60 { text } else { format!("an {}", value.type_name()) }
        }
    }
}
