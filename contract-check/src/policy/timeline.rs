//! Timelines: what was announced, and whether its time has come.

use contract_core::document::{Deprecation, Document};
use semver::Version;

use super::judge::policy_of;
use super::{Case, Cost, Declaration, Policy, Release};
use crate::date::Date;
use crate::diff::documents::{Clauses, subject};
use crate::finding::{Finding, Hazard, Obligation, Severity};
use crate::rules;

/// What is known about time when a finding is judged.
pub(super) struct Time<'a> {
    pub(super) today: Date,
    /// The version of the code.
    pub(super) version: Option<Version>,
    /// The released versions.
    pub(super) releases: &'a [Release],
}

/// What a timeline leaves open for a finding. See the room's documentation for what "deprecated
/// first" means.
pub(super) fn open(
    finding: &Finding,
    cost: Cost,
    declaration: Option<&Declaration>,
    before: &Clauses<'_>,
    now: &Clauses<'_>,
    time: &Time<'_>,
) -> Vec<Obligation> {
    let clause = finding.clause.as_str();
    let of_timeline = clause.contains("/deprecated/") || clause.ends_with("/deprecated");
    if !of_timeline
        && cost.deprecation
        && let Some(timelines) = announced(finding, before)
    {
        return timelines
            .into_iter()
            .flat_map(|(clause, timeline)| passed(&clause, timeline, cost, declaration, time))
            .collect();
    }
    if !of_timeline && cost.deprecation && before.can_be_deprecated(clause) && !now.has(clause) {
        return vec![Obligation::new(&rules::NEVER_DEPRECATED, finding)];
    }
    if cost.notice == 0 {
        return Vec::new();
    }
    // Without a date the declaration is unfinished, which is said elsewhere.
    let Some(date) = declaration.and_then(|it| it.date) else { return Vec::new() };
    let from = date.plus(cost.notice);
    if time.today >= from {
        return Vec::new();
    }
    vec![
        Obligation::new(&rules::NOTICE_TOO_SHORT, finding)
            .from(date.to_string())
            .to(from.to_string())
            .reason(format!("{} days", cost.notice)),
    ]
}

/// The timelines that announced a change of a clause, with their clauses: that of the clause or of
/// the nearest one around it, or those of all that reach it. None where it was not announced.
pub(super) fn announced<'d>(
    finding: &Finding,
    before: &Clauses<'d>,
) -> Option<Vec<(String, &'d Deprecation)>> {
    if let Some((clause, timeline)) = before.deprecation(&finding.clause) {
        return Some(vec![(clause.to_owned(), timeline)]);
    }
    let roots = finding.reached_by.iter().filter(|root| before.has(root));
    let timelines: Option<Vec<_>> = roots
        .map(|root| before.deprecation(root).map(|(clause, it)| (clause.to_owned(), it)))
        .collect();
    timelines.filter(|timelines| !timelines.is_empty())
}

/// What is still to come of a timeline.
fn passed(
    clause: &str,
    timeline: &Deprecation,
    cost: Cost,
    declaration: Option<&Declaration>,
    time: &Time<'_>,
) -> Vec<Obligation> {
    let mut open = Vec::new();
    let about = |rule| {
        let (it, within) = subject(clause);
        Obligation::about(rule, clause).it(it).within(within)
    };
    if let Some(sunset) = timeline.sunset.as_deref().and_then(Date::parse)
        && time.today < sunset
    {
        open.push(about(&rules::REMOVED_BEFORE_SUNSET).from(sunset.to_string()));
    }
    if let Some(remove_in) = timeline.remove_in.as_deref().and_then(|it| Version::parse(it).ok())
        && time.version.as_ref().is_some_and(|version| !reached(version, &remove_in))
    {
        let version = time.version.as_ref().map(ToString::to_string).unwrap_or_default();
        open.push(about(&rules::REMOVED_BEFORE_VERSION).from(remove_in.to_string()).to(version));
    }
    // The time runs from the release that announced it; where nobody knows when that was, from the
    // declaration.
    let needed = match (&timeline.sunset, &timeline.remove_in) {
        (None, None) => cost.deprecated_for.max(cost.notice),
        _ => cost.deprecated_for,
    };
    let start = first_deprecated(clause, time.releases).or(declaration.and_then(|it| it.date));
    if needed > 0
        && let Some(start) = start
        && time.today < start.plus(needed)
    {
        open.push(
            about(&rules::NOTICE_TOO_SHORT)
                .from(start.to_string())
                .to(start.plus(needed).to_string())
                .reason(format!("{needed} days")),
        );
    }
    open
}

/// When the first version was released in which a clause, or one around it, is deprecated and has
/// been so ever since.
fn first_deprecated(clause: &str, releases: &[Release]) -> Option<Date> {
    let mut sorted: Vec<&Release> = releases.iter().collect();
    sorted.sort_by(|a, b| b.version.cmp_precedence(&a.version));
    let since = sorted
        .into_iter()
        .filter(|release| release.version.pre.is_empty())
        .take_while(|release| Clauses::of(&release.document).deprecation(clause).is_some());
    since.last().and_then(|release| release.date)
}

/// Whether a version is one or comes after it; a pre-release of it counts.
fn reached(version: &Version, goal: &Version) -> bool {
    let core = |it: &Version| (it.major, it.minor, it.patch);
    core(version) >= core(goal)
}

/// What the timelines of a document leave to say: what should be gone by now, and what was
/// announced too late.
pub(super) fn remarks(before: Option<&Document>, case: &Case<'_>, time: &Time<'_>) -> Vec<Finding> {
    let mut findings = Vec::new();
    let clauses = Clauses::of(case.now);
    let old = before.map(Clauses::of);
    for (clause, timeline) in clauses.deprecations() {
        let (it, within) = subject(clause);
        let remark = |rule| {
            Finding::new(rule, clause, Severity::Warning)
                .hazard(Hazard::Silent)
                .level(clauses.level(clause))
                .it(it.clone())
                .within(within.clone())
                .new_place(clauses.place(clause))
        };
        let sunset = timeline.sunset.as_deref().and_then(Date::parse);
        let policy = policy_of(case, &clauses, clause);
        if let Some(overdue) = overdue(timeline, sunset, policy, time) {
            findings.push(remark(&rules::STILL_PRESENT).from(overdue));
        }
        let cost = policy.at(clauses.level(clause));
        let wanted = cost.deprecated_for.max(if cost.deprecation { cost.notice } else { 0 });
        let new = old.as_ref().is_some_and(|old| old.deprecation(clause).is_none());
        if new
            && let Some(sunset) = sunset
            && time.today.until(sunset) < i64::from(wanted)
        {
            findings.push(
                remark(&rules::SUNSET_TOO_SOON)
                    .from(sunset.to_string())
                    .to(time.today.plus(wanted).to_string())
                    .reason(format!("{wanted} days")),
            );
        }
    }
    findings
}

/// Since when something should be gone, if it is long enough ago.
fn overdue(
    timeline: &Deprecation,
    sunset: Option<Date>,
    policy: &Policy,
    time: &Time<'_>,
) -> Option<String> {
    let over = |date: Date| time.today > date.plus(policy.grace);
    let remove_in = timeline.remove_in.as_deref().and_then(|it| Version::parse(it).ok());
    let Some(remove_in) = remove_in else {
        return sunset.filter(|date| over(*date)).map(|date| date.to_string());
    };
    let version = time.version.as_ref()?;
    if !reached(version, &remove_in) || sunset.is_some_and(|date| time.today < date) {
        return None;
    }
    // Its grace begins when a version is out that should have been without it.
    let out = time.releases.iter().filter(|it| reached(&it.version, &remove_in));
    let since = out.filter_map(|it| it.date).min().max(sunset);
    since.is_none_or(over).then(|| remove_in.to_string())
}
