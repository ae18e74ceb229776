//! What a comparison finds: data only. A rule words it, policy weighs it, reports show it.

use std::collections::BTreeSet;

use contract_core::Level;

use crate::json::Json;
use crate::policy::Bump;
use crate::rules::lattice::Party;
use crate::rules::{self, Rule, Words};

/// A judged change.
#[derive(Clone, Debug, PartialEq)]
pub struct Finding {
    /// The rule.
    pub rule: &'static Rule,
    /// The clause's path, `types/Order/fields/total`: in the old document, or in the new one for
    /// what is new.
    pub clause: String,
    /// The direction it is about; none for clauses without one.
    pub role: Option<Role>,
    /// What it amounts to.
    pub severity: Severity,
    /// What the hurt side notices.
    pub hazard: Option<Hazard>,
    /// Who is hurt, where the clause says it.
    pub party: Option<Party>,
    /// The level of the clause in the old document (in the new one for what is new); none for
    /// bare schemas.
    pub level: Option<Level>,
    /// What the rule's sentences speak of.
    pub words: Words,
    /// The operations, events and data that reach the clause, as clause paths.
    pub reached_by: BTreeSet<String>,
    /// Where it stood.
    pub old: Place,
    /// Where it stands.
    pub new: Place,
    /// A document that one side may send and the other refuses.
    pub witness: Option<Witness>,
    /// What it asks for and what was done about it; none where no policy was applied.
    pub consent: Option<Consent>,
}

/// What a policy asks for a finding, and what was done about it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Consent {
    /// How far the version has to move for it.
    pub bump: Bump,
    /// The released version it was found against, where that is not the last one.
    pub against: Option<String>,
    /// The consumers it is recorded to hurt, with those who speak for them; none where it is not
    /// asked, because nobody is hurt.
    pub consumers: Option<Vec<String>>,
    /// Whether a timeline announced it: what is to be done about that was done, or is open.
    pub announced: bool,
    /// Why nothing is asked for.
    pub exempt: Option<Exempted>,
    /// The declaration that accepts it.
    pub declared: Option<Accepted>,
    /// What is still asked for.
    pub open: Vec<Obligation>,
}

/// An exemption that holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Exempted {
    /// Why.
    pub reason: String,
    /// Until when.
    pub until: String,
}

/// What a declaration says, for those who read of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Accepted {
    /// The file, with its line.
    pub place: String,
    /// Why.
    pub reason: String,
    /// What consumers do.
    pub migration: String,
    /// Who decided.
    pub owner: String,
    /// Why it did not wait, and who says so; none where it did.
    pub emergency: Option<String>,
}

/// Something that is still asked for, in the words of a rule.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Obligation {
    /// The rule.
    pub rule: &'static Rule,
    /// What the rule's sentences speak of.
    pub words: Words,
    /// The file that it is about, with its line; none where there is no such file.
    pub place: Option<String>,
}

impl Obligation {
    /// About a clause.
    pub fn about(rule: &'static Rule, clause: &str) -> Self {
        let words = Words { it: clause.to_owned(), ..Words::default() };
        Self { rule, words, place: None }
    }

    /// About what a finding speaks of.
    pub fn new(rule: &'static Rule, finding: &Finding) -> Self {
        let Words { it, within, .. } = finding.words.clone();
        Self { rule, words: Words { it, within, ..Words::default() }, place: None }
    }

    /// With the name of what it is about.
    #[must_use]
    pub fn it(mut self, it: impl Into<String>) -> Self {
        self.words.it = it.into();
        self
    }

    /// With the name of what that belongs to.
    #[must_use]
    pub fn within(mut self, within: impl Into<String>) -> Self {
        self.words.within = within.into();
        self
    }

    /// With what there is.
    #[must_use]
    pub fn from(mut self, from: impl Into<String>) -> Self {
        self.words.from = from.into();
        self
    }

    /// With what is asked for.
    #[must_use]
    pub fn to(mut self, to: impl Into<String>) -> Self {
        self.words.to = to.into();
        self
    }

    /// With the reason.
    #[must_use]
    pub fn reason(mut self, reason: impl Into<String>) -> Self {
        self.words.reason = reason.into();
        self
    }

    /// With the file that it is about.
    #[must_use]
    pub fn at(mut self, file: &str, line: usize) -> Self {
        self.place = Some(format!("{file}:{line}:1"));
        self
    }

    /// What is missing, without a full stop.
    pub fn message(&self) -> String {
        self.words.fill(self.rule.change)
    }

    /// What to do.
    pub fn fix(&self) -> String {
        self.words.fill(self.rule.fix)
    }
}

impl Finding {
    /// A finding about a clause, with nothing else known.
    pub fn new(rule: &'static Rule, clause: impl Into<String>, severity: Severity) -> Self {
        Self {
            rule,
            clause: clause.into(),
            role: None,
            severity,
            hazard: None,
            party: None,
            level: None,
            words: Words::default(),
            reached_by: BTreeSet::new(),
            old: Place::default(),
            new: Place::default(),
            witness: None,
            consent: None,
        }
    }

    /// One side refuses what the other may write.
    pub fn breaking(rule: &'static Rule, clause: impl Into<String>) -> Self {
        Self::new(rule, clause, Severity::Breaking).hazard(Hazard::Loud)
    }

    /// Accepted, but a value is lost or altered.
    pub fn silent(rule: &'static Rule, clause: impl Into<String>) -> Self {
        Self::new(rule, clause, Severity::Warning).hazard(Hazard::Silent)
    }

    /// Could not be decided, for the reason given.
    pub fn undecided(
        rule: &'static Rule,
        clause: impl Into<String>,
        reason: impl Into<String>,
    ) -> Self {
        Self::new(rule, clause, Severity::Undecided).reason(reason)
    }

    /// Hurts nobody.
    pub fn note(rule: &'static Rule, clause: impl Into<String>) -> Self {
        Self::new(rule, clause, Severity::Note)
    }

    /// With its direction.
    #[must_use]
    pub fn role(mut self, role: Role) -> Self {
        self.role = Some(role);
        self
    }

    /// With its hazard.
    #[must_use]
    pub fn hazard(mut self, hazard: Hazard) -> Self {
        self.hazard = Some(hazard);
        self
    }

    /// With who is hurt.
    #[must_use]
    pub fn party(mut self, party: Party) -> Self {
        self.party = Some(party);
        self
    }

    /// With the level of its clause.
    #[must_use]
    pub fn level(mut self, level: Level) -> Self {
        self.level = Some(level);
        self
    }

    /// With the name of what changed.
    #[must_use]
    pub fn it(mut self, it: impl Into<String>) -> Self {
        self.words.it = it.into();
        self
    }

    /// With the name of what it belongs to.
    #[must_use]
    pub fn within(mut self, within: impl Into<String>) -> Self {
        self.words.within = within.into();
        self
    }

    /// With what it was.
    #[must_use]
    pub fn from(mut self, from: impl Into<String>) -> Self {
        self.words.from = from.into();
        self
    }

    /// With what it is.
    #[must_use]
    pub fn to(mut self, to: impl Into<String>) -> Self {
        self.words.to = to.into();
        self
    }

    /// With the reason why it could not be decided.
    #[must_use]
    pub fn reason(mut self, reason: impl Into<String>) -> Self {
        self.words.reason = reason.into();
        self
    }

    /// With the place it had.
    #[must_use]
    pub fn old(mut self, place: Place) -> Self {
        self.old = place;
        self
    }

    /// With the place it has.
    #[must_use]
    pub fn new_place(mut self, place: Place) -> Self {
        self.new = place;
        self
    }

    /// With a witness.
    #[must_use]
    pub fn witness(mut self, witness: Witness) -> Self {
        self.witness = Some(witness);
        self
    }

    /// With one more operation, event or data type that reaches it.
    #[must_use]
    pub fn reached_by(mut self, root: impl Into<String>) -> Self {
        self.reached_by.insert(root.into());
        self
    }

    /// What tells it from others in every version of the code: what it is about, and not where it
    /// stands. It survives renamed files, other orders and edits elsewhere.
    pub fn fingerprint(&self) -> String {
        let Words { from, to, .. } = &self.words;
        let role = self.role.map_or("", |role| role.word());
        [self.rule.id, &self.clause, role, from, to].join(" | ")
    }

    /// Whether it hurts somebody, and everything that the policy asks for was done: it was
    /// declared, and nothing is open.
    pub fn settled(&self) -> bool {
        self.consent.as_ref().is_some_and(|it| it.declared.is_some() && it.open.is_empty())
    }

    /// What is still asked for.
    pub fn open(&self) -> &[Obligation] {
        self.consent.as_ref().map_or(&[], |consent| consent.open.as_slice())
    }

    /// What changed, without a full stop.
    pub fn change(&self) -> String {
        self.rule.told(&self.words)
    }

    /// Who is hurt and how; empty where nothing is to be said.
    pub fn hurt(&self) -> String {
        let hurt = &self.rule.hurt;
        let sentence = match (self.severity, self.role) {
            (Severity::Note, _) => hurt.nobody,
            (_, Some(Role::Request)) if !hurt.request.is_empty() => hurt.request,
            (_, Some(Role::Response)) if !hurt.response.is_empty() => hurt.response,
            _ => hurt.general,
        };
        self.words.fill(sentence)
    }

    /// What happens to somebody who relied on the clause, as one sentence; nothing where nobody is
    /// hurt, or where a witness says more.
    pub fn story(&self) -> Option<String> {
        let told = self.severity >= Severity::Breaking && !self.rule.story.is_empty();
        told.then(|| self.words.fill(self.rule.story))
    }

    /// What changed and who is hurt, in one or two sentences.
    pub fn message(&self) -> String {
        let hurt = self.hurt();
        let space = if hurt.is_empty() { "" } else { " " };
        format!("{}.{space}{hurt}", self.change())
    }

    /// What to do, by the rule alone.
    pub fn fix(&self) -> String {
        self.rule.remedy(&self.words)
    }

    /// What to do, one way after the other; nothing where everything was done. First what keeps
    /// the promise, unless the change was announced or is declared already; then what is open; and
    /// last how to declare it.
    pub fn fixes(&self) -> Vec<String> {
        if self.severity == Severity::Note || self.settled() {
            return Vec::new();
        }
        let open = self.open();
        let announced = self.consent.as_ref().is_some_and(|it| it.announced);
        let undeclared = |it: &&Obligation| it.rule == &rules::UNDECLARED;
        let own = !announced && (open.is_empty() || open.iter().any(|it| undeclared(&it)));
        let others = open.iter().filter(|it| !undeclared(it));
        // How to take something away in time is what the finding's own rule says, too.
        let others = others.filter(|it| !own || it.rule != &rules::NEVER_DEPRECATED);
        let last = open.iter().filter(undeclared);
        own.then(|| self.fix()).into_iter().chain(others.chain(last).map(Obligation::fix)).collect()
    }
}

/// Who writes and who reads.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Role {
    /// Old consumers write, the new producer reads: old writes, new reads.
    Request,
    /// The new producer writes, old consumers read: new writes, old reads.
    Response,
}

impl Role {
    /// The word for it.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Request => "request",
            Self::Response => "response",
        }
    }

    /// Whose document is written.
    pub const fn writer(self) -> Side {
        match self {
            Self::Request => Side::Old,
            Self::Response => Side::New,
        }
    }

    /// Whose reader reads.
    pub const fn reader(self) -> Side {
        self.writer().other()
    }
}

/// What a finding amounts to. Ordered: worse is greater.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// Worth knowing.
    Note,
    /// Worth a look: accepted, but a value may be lost or altered, or a promise was due.
    Warning,
    /// Could not be decided; the message says why.
    Undecided,
    /// Breaks nobody by itself, and does not pass: a version, a date, a file.
    Refused,
    /// Breaks somebody.
    Breaking,
}

impl Severity {
    /// The word for it.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Note => "note",
            Self::Warning => "warning",
            Self::Undecided => "undecided",
            Self::Refused => "refused",
            Self::Breaking => "breaking",
        }
    }
}

/// What the hurt side notices.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Hazard {
    /// It sees an error.
    Loud,
    /// It sees nothing and is wrong.
    Silent,
}

impl Hazard {
    /// The word for it.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Loud => "loud",
            Self::Silent => "silent",
        }
    }
}

/// Where a clause stands on one side of the comparison.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Place {
    /// A JSON pointer into the document; none where the clause does not exist.
    pub pointer: Option<String>,
    /// `file:line:column` in the source, where known. For a clause that is gone: of the nearest
    /// enclosing clause that is not.
    pub source: Option<String>,
}

/// A document that one side may send and the other refuses.
#[derive(Clone, Debug, PartialEq)]
pub struct Witness {
    /// The document.
    pub document: Json,
    /// Who may write it.
    pub written_by: Side,
    /// Who refuses it.
    pub refused_by: Side,
    /// Why it is refused, as the checker says it.
    pub reason: String,
    /// What confirmed it: an evaluator independent of the prover.
    pub checked_by: Option<Checker>,
}

/// A side of the comparison.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Side {
    /// The old document.
    Old,
    /// The new document.
    New,
}

impl Side {
    /// The word for it.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Old => "old",
            Self::New => "new",
        }
    }

    /// The other side.
    #[must_use]
    pub const fn other(self) -> Self {
        match self {
            Self::Old => Self::New,
            Self::New => Self::Old,
        }
    }
}

/// What confirmed a witness.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Checker {
    /// The evaluator of JSON Schemas.
    JsonSchema,
    /// The evaluator of wire models, which reads as serde does.
    Serde,
}

impl Checker {
    /// The word for it.
    pub const fn word(self) -> &'static str {
        match self {
            Self::JsonSchema => "json-schema",
            Self::Serde => "serde",
        }
    }
}
