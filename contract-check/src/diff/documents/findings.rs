//! From causes to findings: one for each cause, however many roots reach it.

use std::collections::{BTreeMap, BTreeSet};

use super::alone::Suspect;
use super::beyond;
use super::cause::{Cause, Harmless, Seg, Suspicion};
use super::clauses::Pair;
use super::given::Given;
use super::origins::{Origins, RootSet};
use super::prove::{Doubt, Judge, Ruling};
use super::roots::Root;
use super::walk::{Graph, Node};
use super::{settle, types};
use crate::diff::Extent;
use crate::finding::{Finding, Role, Severity, Witness};
use crate::rules::{self, Rule};

/// At how many roots a cause is put to the test.
const TRIALS: usize = 8;

/// So many causes are judged by themselves.
const ALONE: usize = 64;

/// A cause with the roots that reach it.
struct Reached<'g> {
    cause: &'g Cause,
    /// The pair of types that it is about; none if it is about the roots themselves.
    pair: Option<(&'g str, &'g str)>,
    role: Role,
    /// The roots.
    roots: Vec<usize>,
    /// The way from each of the first roots to the value that the cause is about.
    ways: Vec<Vec<Seg>>,
}

/// The findings about types, each for one direction.
pub(super) fn of<'d>(
    graph: &Graph<'d>,
    roots: &[Root],
    clauses: &Pair<'_>,
    judge: &mut Judge<'d>,
    extent: Extent,
) -> Vec<Finding> {
    let reached = reached(graph, roots);
    let mut rulings: Vec<Ruling> =
        reached.iter().map(|reached| rule(reached, roots, judge)).collect();
    let said = |rulings: &[Ruling], severities: &[Severity]| -> BTreeSet<usize> {
        let told = reached.iter().zip(rulings).filter(|(of, ruling)| {
            // What is refuted is told for its own sake, whatever it is.
            !matches!(ruling, Ruling::Refuted)
                && finding(of, ruling, roots, clauses)
                    .is_some_and(|it| severities.contains(&it.severity))
        });
        told.flat_map(|(of, _)| of.roots.iter().copied()).collect()
    };
    const BREAKS: &[Severity] = &[Severity::Breaking, Severity::Refused];
    let broken = said(&rulings, BREAKS);
    beside_others(&reached, roots, &broken, &mut rulings, judge);
    let broken = said(&rulings, BREAKS);
    // What is known of the other roots as a whole.
    let mut wholes: Vec<(usize, Ruling)> = Vec::new();
    // Roots of which it is proved that they break nobody.
    let mut sound: BTreeSet<usize> = BTreeSet::new();
    let mut settled: Option<Vec<bool>> = None;
    let mut given = None;
    for (index, root) in roots.iter().enumerate() {
        let changed = !graph.roots[index].causes.is_empty() || !graph.roots[index].edges.is_empty();
        let judged = changed || extent == Extent::Full;
        if !judged || broken.contains(&index) {
            continue;
        }
        let is_settled = extent != Extent::Full
            && settled.get_or_insert_with(|| settle::roots(graph, roots, judge))[index];
        let mut ruling = if is_settled { Ruling::Refuted } else { judge.root(root) };
        if !matches!(ruling, Ruling::Refuted) {
            ruling = root.known_kinds(judge).unwrap_or(ruling);
        }
        if matches!(ruling, Ruling::Refuted) && root.foreign_writers {
            let given = given.get_or_insert_with(|| settled_by_hand(graph, judge));
            ruling = judge.root_by_hand(root, given);
        }
        if matches!(ruling, Ruling::Refuted) {
            sound.insert(index);
        }
        wholes.push((index, ruling));
    }
    let shown = wholes.iter().filter(|(_, ruling)| matches!(ruling, Ruling::Confirmed(_)));
    let shown: BTreeSet<usize> = shown.map(|(index, _)| *index).collect();
    let accounted = beside_others(&reached, roots, &shown, &mut rulings, judge);
    let open = said(&rulings, &[Severity::Undecided]);
    let mut findings = Vec::new();
    // Roots of which it is told that they break or are undecided as a whole.
    let mut whole: BTreeSet<usize> = BTreeSet::new();
    for (index, ruling) in wholes {
        let is_told = match ruling {
            Ruling::Confirmed(_) => accounted.contains(&index),
            Ruling::Contradiction(..) => false,
            // That a cause is undecided says no more than that the root is.
            _ => open.contains(&index),
        };
        if !is_told {
            whole.insert(index);
            findings.extend(unexplained(&roots[index], ruling, clauses));
        }
    }
    let told = reached.iter().zip(&rulings).filter(|(_, it)| matches!(it, Ruling::Confirmed(_)));
    let told: Vec<&Reached<'_>> = told.map(|(of, _)| of).collect();
    for (index, ruling) in beyond(&told, graph, roots, judge) {
        let is_open = open.contains(&index) && matches!(ruling, Ruling::Undecided(_));
        if !is_open && !whole.contains(&index) {
            findings.extend(unexplained(&roots[index], ruling, clauses));
        }
    }
    for (reached, ruling) in reached.iter().zip(&mut rulings) {
        // Whatever could not be told of a cause by itself, it breaks none of the roots.
        let is_code = matches!(reached.cause.suspicion, Suspicion::Unknown);
        let is_open = matches!(ruling, Ruling::Undecided(_)) && !is_code;
        if is_open && reached.roots.iter().all(|root| sound.contains(root)) {
            *ruling = Ruling::Refuted;
        }
    }
    let causes = reached.iter().zip(&rulings);
    findings.extend(causes.filter_map(|(of, ruling)| finding(of, ruling, roots, clauses)));
    findings
}

/// What becomes of the roots that break for what is told, if that had not happened: those in which
/// changes may break together what none of them breaks.
fn beyond<'d>(
    told: &[&Reached<'_>],
    graph: &Graph<'d>,
    roots: &[Root],
    judge: &mut Judge<'d>,
) -> Vec<(usize, Ruling)> {
    let (old, new) = judge.documents();
    let mut asked: BTreeSet<usize> = told.iter().flat_map(|of| of.roots.iter().copied()).collect();
    let changed = |node: &Node| !node.causes.is_empty() || !node.edges.is_empty();
    let pairs = graph.keys.iter().zip(&graph.pairs).enumerate();
    let pairs = pairs.filter(|(_, ((before, after, _), node))| {
        changed(node) && (beyond::interplays(old, before) || beyond::interplays(new, after))
    });
    let pairs: Vec<usize> = pairs.map(|(pair, _)| pair).collect();
    if asked.is_empty() || pairs.is_empty() {
        return Vec::new();
    }
    let origins = Origins::of(graph);
    let reach: BTreeSet<usize> =
        pairs.iter().flat_map(|pair| origins.roots(*pair).iter()).collect();
    asked.retain(|index| reach.contains(index));
    if asked.is_empty() {
        return Vec::new();
    }
    // What is put back may refer to what is gone.
    let mut mended = new.clone();
    for (name, gone) in &old.types {
        mended.types.entry(name.clone()).or_insert_with(|| gone.clone());
    }
    for of in told {
        if !beyond::undo(of.cause, of.pair, old, &mut mended) {
            asked.retain(|index| !of.roots.contains(index));
        }
    }
    let mut without = Judge::new(old, &mended);
    without.left = judge.left;
    let mut found = Vec::new();
    for index in asked {
        let root = &roots[index];
        let ruling = without.root(root);
        let ruling = match root.known_kinds(&without) {
            Some(known) if !matches!(ruling, Ruling::Refuted) => known,
            _ => ruling,
        };
        match ruling {
            Ruling::Confirmed(witness) => {
                // It has to be so in the new document itself.
                let whole = judge.check(root, witness.document.clone(), false);
                if matches!(whole, Ruling::Confirmed(_)) {
                    found.push((index, Ruling::Confirmed(witness)));
                }
            }
            Ruling::Undecided(doubt) => found.push((index, Ruling::Undecided(doubt))),
            Ruling::Refuted | Ruling::Contradiction(..) => {}
        }
    }
    judge.left = judge.left.min(without.left);
    found
}

/// Judges by themselves the causes of which nothing is known because their roots break for others;
/// returns the roots for whose breaks they account.
fn beside_others(
    reached: &[Reached<'_>],
    roots: &[Root],
    broken: &BTreeSet<usize>,
    rulings: &mut [Ruling],
    judge: &mut Judge<'_>,
) -> BTreeSet<usize> {
    let mut accounted = BTreeSet::new();
    let is_open = |(at, of): &(usize, &Reached<'_>)| {
        matches!(rulings[*at], Ruling::Undecided(_))
            && of.roots.iter().any(|it| broken.contains(it))
    };
    let open: Vec<(usize, &Reached<'_>)> = reached.iter().enumerate().filter(is_open).collect();
    for (at, of) in open.into_iter().take(ALONE) {
        let ways = of.ways.iter().map(Vec::as_slice);
        let first = of.roots.iter().map(|root| &roots[*root]).zip(ways).collect();
        let is_beside =
            |other: &&Reached<'_>| !std::ptr::eq(other.cause, of.cause) && other.role == of.role;
        let beside = reached.iter().filter(is_beside).map(|other| other.cause).collect();
        let suspect = Suspect { cause: of.cause, pair: of.pair, beside, reached: first };
        if let Some(judged) = judge.alone(&suspect) {
            rulings[at] = judged.ruling;
            if judged.accounts {
                accounted.extend(of.roots.iter().copied());
            }
        }
    }
    accounted
}

/// Every cause with the roots that reach it, and a shortest way from the first of them.
fn reached<'g>(graph: &'g Graph<'_>, roots: &[Root]) -> Vec<Reached<'g>> {
    type Name<'g> = (&'static str, &'g Option<String>, &'g Option<String>, [&'g str; 3], Role);
    fn name(cause: &Cause, role: Role) -> Name<'_> {
        let words = [&cause.words.it, &cause.words.from, &cause.words.to];
        (cause.rule.id, &cause.old, &cause.new, words.map(String::as_str), role)
    }
    let origins = Origins::of(graph);
    let mut users: BTreeMap<Name<'g>, RootSet> = BTreeMap::new();
    for (index, root) in roots.iter().enumerate() {
        for cause in &graph.roots[index].causes {
            users.entry(name(cause, root.role)).or_default().insert(index);
        }
    }
    for (pair, node) in graph.pairs.iter().enumerate().filter(|(_, it)| !it.causes.is_empty()) {
        let reach = origins.roots(pair);
        // A pair is walked in one direction: that of every root that reaches it.
        let Some(role) = reach.iter().next().map(|first| roots[first].role) else { continue };
        for cause in &node.causes {
            users.entry(name(cause, role)).or_default().extend(reach);
        }
    }
    // By root, how many causes it is put to the test for.
    let mut sought = vec![0_usize; roots.len()];
    for reach in users.values() {
        reach.iter().take(TRIALS).for_each(|index| sought[index] += 1);
    }
    let mut all: BTreeMap<Name<'g>, Reached<'g>> = BTreeMap::new();
    // By pair, the last root that met it.
    let mut met: Vec<Option<usize>> = vec![None; graph.pairs.len()];
    for (index, root) in roots.iter().enumerate() {
        let mut left = sought[index];
        // Every pair with the one that it was met from and the step between them.
        let mut trail: Vec<(Option<usize>, usize, &[Seg])> = vec![(None, 0, &[])];
        let mut next = 0;
        while left > 0
            && let Some((pair, ..)) = trail.get(next).copied()
        {
            let node = pair.map_or(&graph.roots[index], |pair| &graph.pairs[pair]);
            for cause in &node.causes {
                let name = name(cause, root.role);
                let reached = all.entry(name).or_insert_with(|| Reached {
                    cause,
                    pair: pair.map(|pair| (graph.keys[pair].0, graph.keys[pair].1)),
                    role: root.role,
                    roots: users.get(&name).map(|it| it.iter().collect()).unwrap_or_default(),
                    ways: Vec::new(),
                });
                // The first roots are tried, each by the first way that is found.
                let tried = reached.ways.len();
                if tried < TRIALS && reached.roots.get(tried) == Some(&index) {
                    reached.ways.push(way(&trail, next, &cause.at));
                    left -= 1;
                }
            }
            for (step, pair) in &node.edges {
                if met[*pair].replace(index) != Some(index) {
                    trail.push((Some(*pair), next, step));
                }
            }
            next += 1;
        }
    }
    all.into_values().collect()
}

/// The way from a root to a place in a pair.
fn way(trail: &[(Option<usize>, usize, &[Seg])], mut at: usize, last: &[Seg]) -> Vec<Seg> {
    let mut steps = vec![last];
    while at != 0 {
        let (_, from, step) = trail[at];
        steps.push(step);
        at = from;
    }
    steps.iter().rev().copied().flatten().cloned().collect()
}

/// Puts a suspicion to the test.
fn rule(reached: &Reached<'_>, roots: &[Root], judge: &mut Judge<'_>) -> Ruling {
    let (bad, tolerance) = match &reached.cause.suspicion {
        Suspicion::Harmless(_) => return Ruling::Refuted,
        Suspicion::Breaks { bad, .. } => (bad, false),
        Suspicion::Tolerance { bad, .. } => (bad, true),
        Suspicion::Unknown => {
            let doubt = Doubt { rule: reached.cause.rule, reason: String::new() };
            return Ruling::Undecided(doubt);
        }
    };
    let mut doubt: Option<Doubt> = None;
    for (index, path) in reached.roots.iter().zip(&reached.ways) {
        let root = &roots[*index];
        if root.skips(reached.cause, path) {
            continue;
        }
        for by_hand in [false, true] {
            if (!by_hand && tolerance) || (by_hand && !root.foreign_writers) {
                continue;
            }
            match judge.confirm(root, path, bad, by_hand) {
                Ruling::Refuted => {}
                Ruling::Undecided(reason) => doubt = doubt.or(Some(reason)),
                ruling => return ruling,
            }
        }
    }
    doubt.map_or(Ruling::Refuted, Ruling::Undecided)
}

/// The finding about a cause.
fn finding(
    reached: &Reached<'_>,
    ruling: &Ruling,
    roots: &[Root],
    clauses: &Pair<'_>,
) -> Option<Finding> {
    let cause = reached.cause;
    let clause = cause.old.as_ref().or(cause.new.as_ref())?;
    let mut words = cause.words.clone();
    let finding = match ruling {
        Ruling::Confirmed(witness) => {
            Finding::breaking(cause.rule, clause).witness(witness.clone())
        }
        Ruling::Refuted => match harmless(&cause.suspicion) {
            Harmless::Note => Finding::note(cause.rule, clause),
            Harmless::Silent => Finding::silent(cause.rule, clause),
            Harmless::SilentAs(rule) => Finding::silent(rule, clause),
        },
        // A codec or a conversion that changed is told by its own rule.
        Ruling::Undecided(_)
            if [&rules::CODEC_CHANGED, &rules::CONVERSION_CHANGED].contains(&cause.rule) =>
        {
            Finding::new(cause.rule, clause, Severity::Undecided)
        }
        Ruling::Undecided(doubt) => {
            words.reason = doubtful(cause, &doubt.reason);
            Finding::new(doubt.rule, clause, Severity::Undecided)
        }
        Ruling::Contradiction(witness, reason) => {
            words.reason = doubtful(cause, reason);
            contradiction(clause, witness)
        }
    };
    let mut finding = Finding { words, ..finding }.role(reached.role);
    finding.level = Some(match (&cause.old, &cause.new) {
        (Some(old), _) => clauses.old.level(old),
        (None, Some(new)) => clauses.new.level(new),
        (None, None) => return None,
    });
    finding.old = clauses.old_place(cause.old.as_deref());
    finding.new = clauses.new_place(cause.new.as_deref(), cause.old.as_deref());
    finding.reached_by =
        reached.roots.iter().map(|index| roots[*index].reached_by.clone()).collect();
    Some(finding)
}

/// A reason together with the change that it is about.
fn doubtful(cause: &Cause, reason: &str) -> String {
    if cause.words.from.is_empty() && cause.words.to.is_empty() {
        format!("{} ({reason})", cause.words.fill(cause.rule.change))
    } else {
        reason.to_owned()
    }
}

fn harmless(suspicion: &Suspicion) -> Harmless {
    match suspicion {
        Suspicion::Unknown => Harmless::Note,
        Suspicion::Harmless(what) => *what,
        Suspicion::Breaks { otherwise, .. } | Suspicion::Tolerance { otherwise, .. } => *otherwise,
    }
}

fn contradiction(clause: &str, witness: &Witness) -> Finding {
    Finding::breaking(&rules::INTERNAL_ERROR, clause).witness(witness.clone())
}

/// What is known of what people write by hand: the pairs of types that are settled by themselves, as
/// in [`settle`].
fn settled_by_hand<'d>(graph: &Graph<'d>, judge: &mut Judge<'d>) -> Given {
    let is_request = |role: Role| role == Role::Request;
    let asked = graph.keys.iter().map(|(.., role)| is_request(*role)).collect();
    let (given, _) = settle::pairs(
        graph,
        asked,
        judge,
        &|judge, known| {
            let requests: Vec<_> =
                known.iter().copied().filter(|(.., role)| is_request(*role)).collect();
            judge.given_by_hand(&requests)
        },
        &|judge, given, pair| judge.holds_by_hand(given, pair),
    );
    given
}

/// A root that is refused although no cause explains it.
fn unexplained(root: &Root, ruling: Ruling, clauses: &Pair<'_>) -> Option<Finding> {
    let finding = match ruling {
        Ruling::Refuted => return None,
        Ruling::Confirmed(witness) => {
            Finding::breaking(&rules::TYPE_CHANGED, &root.clause).witness(witness)
        }
        Ruling::Undecided(doubt) => Finding::undecided(doubt.rule, &root.clause, doubt.reason),
        Ruling::Contradiction(witness, reason) => {
            contradiction(&root.clause, &witness).reason(reason)
        }
    };
    let (from, to) = (types::text(&root.old), types::text(&root.new));
    // What changed is further in, and no difference by itself.
    let to = if from == to { format!("another {to}") } else { to };
    let finding = finding
        .role(root.role)
        .it(&root.it)
        .within(&root.within)
        .from(from)
        .to(to)
        .reached_by(&root.reached_by);
    Some(super::roots::placed(finding, clauses))
}

/// Rules of which the second, at the same clause and no less severe, says what the first does.
const SAID_BY: &[(&Rule, &Rule)] = &[
    (&rules::FIELD_BECAME_NULLABLE, &rules::FIELD_BECAME_OPTIONAL),
    (&rules::NULL_REFUSED, &rules::FIELD_BECAME_REQUIRED),
    (&rules::CONVERSION_CHANGED, &rules::TYPE_CHANGED),
    (&rules::CONVERSION_CHANGED, &rules::TYPE_NARROWED),
    (&rules::CONVERSION_CHANGED, &rules::TYPE_WIDENED),
    (&rules::CODEC_CHANGED, &rules::CONVERSION_CHANGED),
    (&rules::UNDECIDED_CODEC, &rules::CONVERSION_CHANGED),
];

/// Makes one finding of those that tell of one cause in both directions, and drops notes about
/// what a worse finding tells already.
pub(super) fn merge(findings: Vec<Finding>) -> Vec<Finding> {
    let mut merged: Vec<Finding> = Vec::new();
    let mut places: BTreeMap<(&str, String, String, String), usize> = BTreeMap::new();
    for finding in findings {
        let Finding { rule, clause, words, .. } = &finding;
        let name = (rule.id, clause.clone(), words.from.clone(), words.to.clone());
        let place = *places.entry(name).or_insert(merged.len());
        let Some(twin) = merged.get_mut(place) else {
            merged.push(finding);
            continue;
        };
        match twin.severity.cmp(&finding.severity) {
            std::cmp::Ordering::Less => *twin = finding,
            std::cmp::Ordering::Greater => {}
            std::cmp::Ordering::Equal => {
                if twin.role != finding.role {
                    twin.role = None;
                }
                twin.witness = twin.witness.take().or(finding.witness);
                twin.reached_by.extend(finding.reached_by);
            }
        }
    }
    for (less, more) in SAID_BY {
        let told: BTreeMap<String, Severity> = merged
            .iter()
            .filter(|finding| finding.rule == *more)
            .map(|finding| (finding.clause.clone(), finding.severity))
            .collect();
        merged.retain(|finding| {
            finding.rule != *less
                || told.get(&finding.clause).is_none_or(|severity| *severity < finding.severity)
        });
    }
    let worse: BTreeSet<(String, rules::Family)> = merged
        .iter()
        .filter(|finding| finding.severity > Severity::Note)
        .map(|finding| (finding.clause.clone(), finding.rule.family))
        .collect();
    merged.retain(|finding| {
        finding.severity > Severity::Note
            || !worse.contains(&(finding.clause.clone(), finding.rule.family))
    });
    merged
}
