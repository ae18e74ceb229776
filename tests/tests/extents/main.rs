//! Large documents are judged by slices of what changed, and roots are settled type by type. What
//! is found must not depend on it: here small documents are judged both ways.
//!
//! Documents and edits are generated from seeds, 400 pairs of each kind by default;
//! `CONTRACT_ORACLE_PAIRS=20000 cargo test --release -p contract-tests --test extents` runs the
//! longer mode, and `CONTRACT_ORACLE_SEED` starts it elsewhere.

#[path = "../oracle/compose.rs"]
mod compose;
mod contracts;
#[path = "../oracle/edit.rs"]
mod edit;
#[path = "../oracle/generate.rs"]
#[expect(dead_code, reason = "the oracle generates more than this needs")]
mod generate;
mod openapi;
#[path = "../oracle/random.rs"]
mod random;
mod schemas;
#[path = "../shorthand/mod.rs"]
mod shorthand;

use std::collections::BTreeSet;
use std::ops::Range;

use contract_check::finding::{Finding, Role, Severity};
use contract_check::json::Json;
use serde_json::Value;

fn setting(name: &str, default: u64) -> u64 {
    std::env::var(name).ok().and_then(|text| text.parse().ok()).unwrap_or(default)
}

fn seeds() -> Range<u64> {
    let first = setting("CONTRACT_ORACLE_SEED", 1);
    first..first + setting("CONTRACT_ORACLE_PAIRS", 400)
}

fn exact(value: &Value) -> Json {
    Json::parse(&value.to_string()).expect("serde_json writes JSON")
}

/// What may hurt: the rule, whom it hurts and how much, and where. A witness is any of many, and
/// a note hurts nobody.
fn said(findings: &[Finding]) -> BTreeSet<String> {
    let severe = findings.iter().filter(|it| it.severity > Severity::Note && !is_void(it));
    let said = |finding: &Finding| {
        let Finding { rule, severity, role, clause, old, new, .. } = finding;
        let places = [&old.pointer, &new.pointer];
        format!("{severity:?} {} {role:?} {clause} {places:?}", rule.id)
    };
    severe.map(said).collect()
}

/// Where a writer can write nothing at all, it is asked whether that is meant. In parts that is
/// asked where something changed, and as a whole once about everything.
fn is_void(finding: &Finding) -> bool {
    finding.words.reason.contains("nothing can be written")
}

fn worst(findings: &[Finding], role: Role) -> Option<Severity> {
    let for_role = findings.iter().filter(|it| it.role.is_none_or(|known| known == role));
    let worst = for_role.filter(|it| !is_void(it)).map(|it| it.severity).max();
    worst.filter(|severity| *severity > Severity::Note)
}

/// How often the whole and the parts told causes alike. One cause may be told in several ways,
/// from where it was come upon; the verdict may not.
#[derive(Default)]
struct Tally {
    alike: usize,
    otherwise: Vec<String>,
}

impl Tally {
    /// Fails where two ways of judging disagree about the verdict of a direction.
    #[track_caller]
    fn same(&mut self, whole: &[Finding], parts: &[Finding], shown: impl Fn() -> String) {
        let (all, some) = (said(whole), said(parts));
        let list =
            |of: Vec<&String>| of.into_iter().map(|it| format!("\n  {it}")).collect::<String>();
        let told = || {
            format!(
                "at full length only:{}\nby parts only:{}\nin both:{}\n{}",
                list(all.difference(&some).collect()),
                list(some.difference(&all).collect()),
                list(all.intersection(&some).collect()),
                shown()
            )
        };
        for role in [Role::Request, Role::Response] {
            let (whole, parts) = (worst(whole, role), worst(parts, role));
            // What one of them cannot decide the other may.
            let undecided = [whole, parts].contains(&Some(Severity::Undecided));
            assert!(undecided || whole == parts, "{}", told());
        }
        let undecided = |of: &[Finding]| of.iter().any(|it| it.severity == Severity::Undecided);
        if all == some || undecided(whole) || undecided(parts) {
            self.alike += 1
        } else {
            self.otherwise.push(told())
        }
    }

    /// Fails where causes are told otherwise more often than once in fifty times.
    #[track_caller]
    fn mostly_alike(&self) {
        let otherwise = self.otherwise.len();
        let first = self.otherwise.first().map_or("", String::as_str);
        assert!(otherwise * 50 <= self.alike, "{otherwise} of {}\n{first}", self.alike);
    }
}
