//! Structs put together of flattened parts that a seed makes, with one change each.
//!
//! What becomes of their members depends on what the parts in front have taken, and on the order
//! in which the members stand. The evaluator, which is held against serde elsewhere and shares
//! nothing with the prover, reads documents as the types write them and as people do, in any order:
//! what the one version takes and the other refuses has to be found. `CONTRACT_FLATTENED_PAIRS` asks
//! for more pairs, `CONTRACT_FLATTENED_SEED` for others.

#[path = "flattened/made.rs"]
mod made;
#[path = "oracle/random.rs"]
mod random;

use std::env;

use contract_check::diff::documents::compare;
use contract_check::evaluate::wire::{Answer, reads, writes};
use contract_check::finding::{Finding, Role, Severity};
use contract_check::json::Json;
use contract_core::document::WireType;

use made::Made;
use random::Random;

/// How many documents are read for each pair.
const DOCUMENTS: usize = 100;

/// How many pairs the parts of which share names are among so many.
const SHARED: usize = 20;

#[test]
fn what_is_refused_is_found() {
    let seed = number("CONTRACT_FLATTENED_SEED").unwrap_or(1);
    let pairs = number("CONTRACT_FLATTENED_PAIRS").unwrap_or(150);
    let mut random = Random::new(seed);
    let (mut refused, mut undecided) = (0, 0);
    let mut failures = Vec::new();
    for _ in 0..pairs {
        let shared = random.percent(SHARED);
        let old = Made::new(&mut random, shared);
        let new = old.changed(&mut random);
        let findings = compare(&old.document(), &new.document());
        let breaks = |role| {
            let doubt = |it: &&Finding| it.severity >= Severity::Undecided;
            findings.iter().filter(doubt).any(|it| it.role == Some(role) || it.role.is_none())
        };
        let mut fail = |what: &str| failures.push(format!("{what}\n  old: {old}\n  new: {new}"));
        for (role, document) in unread(&old, &new, &mut random) {
            refused += 1;
            if !breaks(role) {
                fail(&format!("{document} is refused, which no finding says"));
            }
        }
        for finding in &findings {
            match finding.severity {
                _ if finding.rule.id == "internal-error" => fail(&finding.message()),
                // It would take too long, for want of which nothing else may be undecided.
                Severity::Undecided if finding.rule.id != "undecided-budget" => {
                    fail(&finding.message());
                }
                _ => {}
            }
        }
        let of = |severity| findings.iter().any(|it: &Finding| it.severity == severity);
        undecided += u64::from(of(Severity::Undecided) && !of(Severity::Breaking));
    }
    assert!(failures.is_empty(), "{} failures:\n{}", failures.len(), failures.join("\n"));
    assert!(refused > pairs / 2, "only {refused} documents of {pairs} pairs were refused");
    assert!(undecided * 25 <= pairs, "{undecided} of {pairs} pairs are undecided");
}

/// What the one version takes or writes and the other refuses: by its role, one of each.
fn unread(old: &Made, new: &Made, random: &mut Random) -> Vec<(Role, String)> {
    let (of_old, of_new) = (old.document(), new.document());
    let whole = WireType::Named("T".to_owned());
    let mut found: Vec<(Role, String)> = Vec::new();
    for _ in 0..DOCUMENTS {
        let by_hand = random.percent(50);
        for (role, writer) in [(Role::Request, old), (Role::Response, new)] {
            let by_hand = by_hand && role == Role::Request;
            if found.iter().any(|(it, _)| *it == role) {
                continue;
            }
            let Some(text) = writer.text(random, by_hand) else { continue };
            let json = Json::parse(&text).expect("JSON");
            let (before, after) = (
                reads(&of_old, &whole, &json, &[]) == Answer::Yes,
                reads(&of_new, &whole, &json, &[]) == Answer::Yes,
            );
            let is_break = match role {
                Role::Request => before && !after,
                // What the old version wrote, or refused as an answer of its own, is no change.
                Role::Response => !before && writes(&of_old, &whole, &json, &[]) != Answer::Yes,
            };
            if is_break {
                found.push((role, text));
            }
        }
    }
    found
}

fn number(name: &str) -> Option<u64> {
    let text = env::var(name).ok()?;
    Some(text.parse().unwrap_or_else(|_| panic!("{name} is a number, not {text}")))
}
