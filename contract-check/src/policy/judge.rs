//! The judgement of a contract's change: every finding, what it asks for, and what was done.

use std::collections::BTreeSet;

use contract_core::Level;
use contract_core::document::{Audience, Document, Duration};
use semver::Version;

use super::timeline::{self, Time};
use super::{
    Acks, Consumer, Declaration, Declared, Dependence, Key, Policies, Policy, Release, Standing,
    version,
};
use super::{Cost, unfinished};
use crate::date::Date;
use crate::diff::documents::{Clauses, says_at, subject};
use crate::finding::{Accepted, Consent, Exempted, Finding, Hazard, Obligation, Place, Severity};
use crate::rules;
use crate::verdict::Verdict;

/// What a judgement is made of.
#[derive(Clone, Copy, Debug)]
pub struct Case<'a> {
    /// What the team asks of itself for the contract as a whole.
    pub policy: &'a Policy,
    /// What it asks for clauses, by the names that these give.
    pub policies: &'a Policies,
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
    findings.extend(judge.exemptions());
    let before = case.compared.first().map(|it| it.document);
    findings.extend(timeline::remarks(before, case, &judge.time));
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
    fn change<'d>(
        &mut self,
        mut finding: Finding,
        before: &Clauses<'d>,
        now: &Clauses<'d>,
    ) -> Finding {
        let said = standing_in(&finding.clause, before, now);
        finding.severity = super::severity(&finding);
        if let Some(exemption) = said.exemption(&finding.clause)
            && Date::parse(&exemption.until).is_none_or(|until| self.case.today <= until)
        {
            // Nothing is asked for, and nobody is told that nothing happened.
            finding.severity = finding.severity.min(Severity::Warning);
            finding.consent = Some(Consent {
                exempt: Some(Exempted {
                    reason: exemption.reason.clone(),
                    until: exemption.until.clone(),
                }),
                ..Consent::default()
            });
            return finding;
        }
        let hurt = self.hurt(&finding);
        let policy = policy_of(self.case, said, &finding.clause);
        let standing = Standing {
            depended: !hurt.is_empty(),
            bounded: said.audience(&finding.clause) == Audience::Known && self.bounded(&finding),
            pre_release: before.is_pre_release(),
            lead: said.notice(&finding.clause).map_or(0, |notice| days(&notice.lead)),
        };
        let cost = policy.cost(&finding, standing);
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
        consent.announced = cost.deprecation && timeline::announced(&finding, before).is_some();
        if cost.declaration {
            // What may hurt nobody in general hurts those who are known to depend on it.
            finding.severity = finding.severity.max(if finding.severity == Severity::Undecided {
                Severity::Undecided
            } else {
                Severity::Breaking
            });
            let declaration = self.declaration(&finding);
            let file = declaration.map(|(declaration, _)| declaration);
            consent.open.extend(self.asked(&finding, cost, declaration));
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
                emergency: declaration
                    .emergency
                    .as_ref()
                    .map(|it| format!("{} ({})", it.reason, it.approver)),
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

    /// Whether some consumer gave a bound for the clause of a finding, and the new value is within
    /// all of them.
    fn bounded(&self, finding: &Finding) -> bool {
        let id = &self.case.now.contract.id;
        let rows = self.case.consumers.iter().flat_map(|it| &it.dependences);
        let mut bounds = rows
            .filter(|row| row.contract == *id)
            .flat_map(|row| &row.bounds)
            .filter(|(clause, _)| *clause == finding.clause)
            .peekable();
        bounds.peek().is_some() && bounds.all(|(_, bound)| bound.holds(&finding.words.to))
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
        cost: Cost,
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
        let emergency = declaration.emergency.as_ref().map(|it| it.approver.as_str());
        let approver = declaration.approver.as_deref().or(emergency);
        let approver = approver.filter(|it| !unfinished(it));
        match approver {
            None if cost.approval => {
                let owner = declaration.decided_by().unwrap_or("the owner");
                open.push(at(&rules::APPROVAL_MISSING).from(owner));
            }
            Some(approver) if Some(approver) == declaration.decided_by() => {
                open.push(at(&rules::APPROVED_BY_OWNER).from(approver));
            }
            _ => {}
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

    /// Exemptions that are over.
    fn exemptions(&self) -> Vec<Finding> {
        let now = Clauses::of(self.case.now);
        let over = now.exemptions().filter_map(|(clause, exemption)| {
            let until = Date::parse(&exemption.until)?;
            (self.case.today > until).then(|| {
                let (it, within) = subject(clause);
                Finding::new(&rules::EXEMPTION_ENDED, clause, Severity::Warning)
                    .level(now.level(clause))
                    .it(it)
                    .within(within)
                    .from(until.to_string())
                    .reason(&exemption.reason)
                    .new_place(now.place(clause))
            })
        });
        over.collect()
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

/// The clauses of the document in which a clause was promised: of the old one where it stands
/// there, of the new one for what is new.
fn standing_in<'c, 'd>(
    clause: &str,
    before: &'c Clauses<'d>,
    now: &'c Clauses<'d>,
) -> &'c Clauses<'d> {
    let deep = |clauses: &Clauses<'_>| clauses.nearest(clause).map_or(0, str::len);
    if deep(before) >= deep(now) { before } else { now }
}

/// The policy that judges a clause. One that is not there any more judges nothing.
pub(super) fn policy_of<'a>(case: &Case<'a>, said: &Clauses<'_>, clause: &str) -> &'a Policy {
    let audience = said.audience(clause);
    match said.policy(clause) {
        // What the contract as a whole names is known already.
        name if name == case.now.contract.policy.as_deref()
            && audience == case.now.contract.audience.unwrap_or(Audience::Public) =>
        {
            case.policy
        }
        name => case.policies.get(name, audience).unwrap_or(case.policy),
    }
}

/// A length of time in whole days; a part of a day is one.
fn days(length: &Duration) -> u32 {
    u32::try_from(length.milliseconds().div_ceil(86_400_000)).unwrap_or(u32::MAX)
}

/// Names, as a part of a sentence.
fn quoted(names: &[&str]) -> String {
    let names: Vec<String> = names.iter().map(|name| format!("`{name}`")).collect();
    match names.split_last() {
        Some((last, before)) if !before.is_empty() => format!("{} and {last}", before.join(", ")),
        _ => names.concat(),
    }
}
