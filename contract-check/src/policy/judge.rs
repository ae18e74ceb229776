//! The judgement of a contract's change: every finding, what it asks for, and what was done.

use std::collections::BTreeSet;

use contract_core::Level;
use contract_core::document::Document;
use semver::Version;

use super::timeline::{self, Time};
use super::{Acks, Consumer, Declaration, Declared, Dependence, Key, Policy, Release, version};
use crate::date::Date;
use crate::diff::documents::{Clauses, says_at, subject};
use crate::finding::{Accepted, Consent, Finding, Hazard, Obligation, Place, Severity};
use crate::rules;
use crate::verdict::Verdict;

/// What a judgement is made of.
#[derive(Clone, Copy, Debug)]
pub struct Case<'a> {
    /// What the team asks of itself.
    pub policy: &'a Policy,
    /// The day.
    pub today: Date,
    /// The document of the code.
    pub now: &'a Document,
    /// What it was compared with: what matters most first. Empty for a contract that is new.
    pub compared: &'a [Compared<'a>],
    /// Every released version.
    pub releases: &'a [Release],
    /// The declarations about this contract.
    pub declarations: &'a [Declaration],
    /// Whether the declarations are about this comparison: then each of them has to match.
    pub declared_here: bool,
    /// Every consumer.
    pub consumers: &'a [Consumer],
}

/// One comparison.
#[derive(Clone, Debug)]
pub struct Compared<'a> {
    /// The old document.
    pub document: &'a Document,
    /// What was found.
    pub findings: Vec<Finding>,
}

/// Judges.
pub fn judge(case: &Case<'_>) -> Verdict {
    let mut judge = Judge { case, met: BTreeSet::new(), time: time(case) };
    let mut findings = judge.changes();
    findings.extend(judge.declarations());
    findings.extend(judge.dependences());
    let before = case.compared.first().map(|it| it.document);
    findings.extend(timeline::remarks(before, case.now, case.policy, &judge.time));
    for finding in &mut findings {
        // Whatever no change asks for asks for no version.
        finding.consent.get_or_insert_default();
    }
    if let Some(before) = before {
        let bump = findings.iter().filter_map(|it| it.consent.as_ref()).map(|it| it.bump).max();
        let bump = bump.unwrap_or_default();
        let breaks = findings.iter().any(|it| it.severity >= Severity::Undecided);
        let mut said =
            version::findings(before, case.now, bump, case.releases, case.policy, breaks);
        said.iter_mut().for_each(|it| it.consent = Some(Consent::default()));
        findings.extend(said);
        return Verdict { step: version::step(before, case.now, bump), ..Verdict::new(findings) };
    }
    Verdict::new(findings)
}

fn time<'a>(case: &Case<'a>) -> Time<'a> {
    Time {
        today: case.today,
        version: Version::parse(&case.now.contract.version).ok(),
        releases: case.releases,
    }
}

struct Judge<'c, 'a> {
    case: &'c Case<'a>,
    /// The declared findings that were met, by file and line.
    met: BTreeSet<(&'a str, usize)>,
    time: Time<'a>,
}

impl<'a> Judge<'_, 'a> {
    /// What changed since the last version and, where that alone would not show it, since the
    /// older ones that are supported.
    fn changes(&mut self) -> Vec<Finding> {
        let now = Clauses::of(self.case.now);
        let mut told: BTreeSet<Key> = BTreeSet::new();
        let mut all = Vec::new();
        for (index, compared) in self.case.compared.iter().enumerate() {
            let before = Clauses::of(compared.document);
            let version = &compared.document.contract.version;
            let accepted = if index == 0 { BTreeSet::new() } else { self.accepted_since(version) };
            for finding in &compared.findings {
                let key = Key::of(finding);
                let about_version = finding.clause == "contract/version";
                let again = index > 0
                    && (super::severity(finding) < Severity::Undecided
                        || told.contains(&key)
                        || accepted.contains(&key));
                if about_version || again {
                    continue;
                }
                told.insert(key);
                let mut finding = self.change(finding.clone(), &before, &now);
                if index > 0 {
                    finding.consent.get_or_insert_default().against = Some(version.clone());
                }
                all.push(finding);
            }
        }
        all
    }

    /// What was declared for the versions after one.
    fn accepted_since(&self, version: &str) -> BTreeSet<Key> {
        let Ok(version) = Version::parse(version) else { return BTreeSet::new() };
        let later =
            self.case.releases.iter().filter(|it| it.version.cmp_precedence(&version).is_gt());
        let changes = later.flat_map(|it| &it.changes).flat_map(|it| &it.findings);
        changes.map(|it| it.key.clone()).collect()
    }

    /// One finding with what it asks for.
    fn change(&mut self, mut finding: Finding, before: &Clauses<'_>, now: &Clauses<'_>) -> Finding {
        let hurt = self.hurt(&finding);
        let cost = self.case.policy.cost(&finding, !hurt.is_empty());
        finding.severity = super::severity(&finding);
        let mut consent = Consent { bump: cost.bump, ..Consent::default() };
        let breaks = finding.severity >= Severity::Undecided || cost.declaration;
        if breaks {
            let name = |(consumer, _): &(&Consumer, &Dependence)| match &consumer.owner {
                Some(owner) => format!("{} ({owner})", consumer.name),
                None => consumer.name.clone(),
            };
            consent.consumers = Some(hurt.iter().map(name).collect());
        }
        if breaks && !cost.declaration && finding.severity == Severity::Breaking {
            // It breaks, and the team asks for nothing but the version.
            finding.severity = Severity::Warning;
        }
        if cost.declaration {
            // What may hurt nobody in general hurts those who are known to depend on it.
            finding.severity = finding.severity.max(if finding.severity == Severity::Undecided {
                Severity::Undecided
            } else {
                Severity::Breaking
            });
            let declaration = self.declaration(&finding);
            let file = declaration.map(|(declaration, _)| declaration);
            consent.open.extend(self.asked(&finding, declaration));
            if file.is_none_or(|it| it.emergency.is_none()) {
                consent.open.extend(timeline::open(&finding, cost, file, before, now, &self.time));
                let asks = match cost.acks {
                    Acks::Never => false,
                    Acks::Silent => finding.hazard == Some(Hazard::Silent),
                    Acks::Always => true,
                };
                for (consumer, dependence) in &hurt {
                    consent.open.extend(self.agreed(consumer, dependence, asks, file));
                }
            }
            consent.declared = declaration.map(|(declaration, declared)| Accepted {
                place: format!("{}:{}:1", declaration.file, declared.line),
                reason: declaration.reason.clone().unwrap_or_default(),
                migration: declaration.migration.clone().unwrap_or_default(),
                owner: declaration.owner.clone().unwrap_or_default(),
            });
        }
        finding.consent = Some(consent);
        finding
    }

    /// The consumers that a finding is recorded to hurt, one dependence each: the one that is
    /// honoured longest.
    fn hurt(&self, finding: &Finding) -> Vec<(&'a Consumer, &'a Dependence)> {
        if finding.severity < Severity::Warning {
            return Vec::new();
        }
        let id = &self.case.now.contract.id;
        let mut hurt = Vec::new();
        for consumer in self.case.consumers {
            let rows = consumer.dependences.iter();
            let rows = rows.filter(|it| it.contract == *id && it.is_hurt_by(finding));
            hurt.extend(rows.max_by_key(|it| it.honour_until).map(|row| (consumer, row)));
        }
        hurt
    }

    /// The declaration of a finding. The first that is not met yet: one declaration is for one
    /// finding.
    fn declaration(&mut self, finding: &Finding) -> Option<(&'a Declaration, &'a Declared)> {
        let key = Key::of(finding);
        let found = self.case.declarations.iter().find_map(|declaration| {
            let declared = declaration.findings.iter().find(|it| {
                it.key == key && !self.met.contains(&(declaration.file.as_str(), it.line))
            })?;
            Some((declaration, declared))
        })?;
        self.met.insert((found.0.file.as_str(), found.1.line));
        Some(found)
    }

    /// What a declaration leaves to ask.
    fn asked(
        &self,
        finding: &Finding,
        declaration: Option<(&Declaration, &Declared)>,
    ) -> Vec<Obligation> {
        let Some((declaration, declared)) = declaration else {
            return vec![
                Obligation::about(&rules::UNDECLARED, &finding.clause).from(finding.rule.id),
            ];
        };
        let at =
            |rule| Obligation::about(rule, &declaration.file).at(&declaration.file, declared.line);
        let mut open = Vec::new();
        let missing = declaration.missing();
        if !missing.is_empty() {
            open.push(at(&rules::DECLARATION_UNFINISHED).from(quoted(&missing)));
        }
        if declaration.decided_by().is_none() {
            open.push(at(&rules::DECLARATION_OWNERLESS));
        }
        if let Some(expires) = declaration.expires
            && self.case.today > expires
        {
            open.push(at(&rules::DECLARATION_EXPIRED).from(expires.to_string()));
        }
        if let Some(difference) = declared.differs(finding) {
            open.push(at(&rules::DECLARATION_WIDENED).reason(difference));
        }
        if let Some(emergency) = &declaration.emergency
            && Some(emergency.approver.as_str()) == declaration.decided_by()
        {
            open.push(at(&rules::EMERGENCY_UNAPPROVED).from(emergency.approver.clone()));
        }
        open
    }

    /// What a consumer that is hurt leaves to ask.
    fn agreed(
        &self,
        consumer: &Consumer,
        dependence: &Dependence,
        asks: bool,
        declaration: Option<&Declaration>,
    ) -> Option<Obligation> {
        let speaks = |by: &str| consumer.owner.as_ref().is_none_or(|owner| owner == by);
        let agrees = declaration.is_some_and(|it| {
            let mut acks = it.acks.iter();
            acks.any(|ack| ack.consumer == consumer.name && speaks(&ack.by))
        });
        if agrees {
            return None;
        }
        let owner = consumer.owner.clone().unwrap_or_else(|| consumer.name.clone());
        if let Some(until) = dependence.honour_until
            && self.case.today <= until
        {
            return Some(
                Obligation::about(&rules::DEPENDENCE_HONOURED, &consumer.name)
                    .within(owner)
                    .from(until.to_string())
                    .at(&consumer.file, dependence.line),
            );
        }
        asks.then(|| {
            Obligation::about(&rules::ACK_MISSING, &consumer.name)
                .within(owner)
                .at(&consumer.file, dependence.line)
        })
    }

    /// Declarations that accept nothing, and those that nobody reviews.
    fn declarations(&self) -> Vec<Finding> {
        let mut findings = Vec::new();
        for declaration in self.case.declarations {
            let about = |rule, severity, line: usize| {
                let place = format!("{}:{line}:1", declaration.file);
                Finding::new(rule, "contract", severity)
                    .it(&declaration.file)
                    .new_place(Place { pointer: None, source: Some(place) })
            };
            if declaration.reviewed == Some(false) {
                findings.push(about(&rules::DECLARATION_UNREVIEWED, Severity::Warning, 1));
            }
            for declared in declaration.findings.iter().filter(|_| self.case.declared_here) {
                if self.met.contains(&(declaration.file.as_str(), declared.line)) {
                    continue;
                }
                let Key { rule, clause } = &declared.key;
                let mut stale = about(&rules::DECLARATION_STALE, Severity::Refused, declared.line)
                    .from(rule)
                    .to(clause);
                stale.clause.clone_from(clause);
                findings.push(stale);
            }
        }
        findings
    }

    /// Dependences that contradict the contract.
    fn dependences(&self) -> Vec<Finding> {
        let now = Clauses::of(self.case.now);
        let said_before = |clause: &str| {
            let mut compared = self.case.compared.iter().map(|it| it.document);
            compared.any(|document| says_at(document, &Clauses::of(document), clause))
        };
        let id = &self.case.now.contract.id;
        let mut findings = Vec::new();
        for consumer in self.case.consumers {
            for dependence in consumer.dependences.iter().filter(|it| it.contract == *id) {
                for clause in &dependence.clauses {
                    let place = format!("{}:{}:1", consumer.file, dependence.line);
                    let about = |rule, severity| {
                        let (it, within) = subject(clause);
                        Finding::new(rule, clause, severity)
                            .it(it)
                            .within(within)
                            .from(&consumer.name)
                            .new_place(Place { pointer: None, source: Some(place.clone()) })
                    };
                    if says_at(self.case.now, &now, clause) {
                        if now.level(clause) == Level::OutOfContract {
                            findings
                                .push(about(&rules::DEPENDENCE_OUT_OF_CONTRACT, Severity::Refused));
                        }
                    } else if !said_before(clause) {
                        findings.push(about(&rules::DEPENDENCE_UNKNOWN, Severity::Warning));
                    }
                }
            }
        }
        findings
    }
}

fn quoted(names: &[&str]) -> String {
    let names: Vec<String> = names.iter().map(|name| format!("`{name}`")).collect();
    names.join(", ")
}
