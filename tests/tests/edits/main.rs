//! The fields of a real contract, changed in every way: whatever the judge says is proved.
//!
//! One field in four for each change, and some hundred pairs of changes, of contracts and of a JSON
//! Schema; with `EVERY=1` all of them, and with `PAIRS=20` twenty times as many, which takes
//! minutes.

#[path = "../agreement/mod.rs"]
mod agreement;
mod changes;
mod pairs;
mod schemas;

use std::collections::BTreeMap;
use std::path::Path;

use agreement::Conditions;
use changes::FIELDS;
use contract_check::diff::documents;
use contract_check::evaluate::wire::{self, Answer};
use contract_check::finding::{Finding, Role, Severity, Side};
use contract_check::verdict::{Outcome, Verdict};
use contract_core::document::{Document, Leaf, Shape, WireType};

/// A contract document of the workspace.
fn contract(path: &str) -> Document {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).parent().expect("the workspace");
    let text = std::fs::read_to_string(root.join(path)).expect("a contract document");
    Document::read(&text).expect("a document")
}

const ORDERS: &str = "examples/orders/contracts/orders.json";

/// What every verdict must hold, whatever it is.
fn proved(what: &str, old: &Document, new: &Document, verdict: &Verdict) {
    for finding in &verdict.findings {
        assert_ne!(finding.rule.id, "internal-error", "{what}: {}", finding.message());
        let of_a_type = finding.clause.starts_with("types/") && !finding.clause.ends_with("/level");
        if finding.severity == Severity::Breaking && of_a_type {
            let witness = finding.witness.as_ref().unwrap_or_else(|| panic!("{what}: no witness"));
            assert!(refused(old, new, finding), "{what}: nobody refuses {}", witness.document);
        }
    }
}

/// Whether serde, as the evaluator has it, refuses the witness at one of the roots that the
/// finding names.
fn refused(old: &Document, new: &Document, finding: &Finding) -> bool {
    let Some(witness) = &finding.witness else { return false };
    let reader = if witness.refused_by == Side::Old { old } else { new };
    let role = if witness.written_by == Side::Old { Role::Request } else { Role::Response };
    finding.reached_by.iter().any(|root| {
        let types = roots(reader, root, role);
        types
            .iter()
            .any(|of| matches!(wire::reads(reader, of, &witness.document, &[]), Answer::No(_)))
    })
}

fn roots(document: &Document, root: &str, role: Role) -> Vec<WireType> {
    match root.split_once('/') {
        Some(("operations", id)) => match (document.operations.get(id), role) {
            (Some(operation), Role::Request) => operation.request.values().cloned().collect(),
            (Some(operation), Role::Response) => operation.response.iter().cloned().collect(),
            (None, _) => Vec::new(),
        },
        Some(("events", id)) => {
            document.events.get(id).map(|event| event.payload.clone()).into_iter().collect()
        }
        Some(("data", name)) => vec![WireType::Named(name.to_owned())],
        _ => Vec::new(),
    }
}

#[test]
fn every_verdict_on_a_changed_field_is_proved() {
    let old = contract(ORDERS);
    let conditions = Conditions::of(&old);
    let mut outcomes: BTreeMap<&str, BTreeMap<Outcome, usize>> = BTreeMap::new();
    let every = std::env::var_os("EVERY").is_some();
    let mut turn = 0_usize;
    for name in old.types.keys() {
        let Shape::Struct(of) = &old.types[name].shape else { continue };
        for at in 0..of.fields.len() {
            for (index, (edit, change)) in FIELDS.iter().enumerate() {
                turn += 1;
                if !every && !(turn + index).is_multiple_of(4) {
                    continue;
                }
                let mut new = old.clone();
                let definition = new.types.get_mut(name).expect("the type");
                let Shape::Struct(of) = &mut definition.shape else { continue };
                if change(&mut of.fields, at).is_none() || new == old {
                    continue;
                }
                let what = format!("{name}.{at} {edit}");
                let verdict = Verdict::new(documents::compare(&old, &new));
                proved(&what, &old, &new, &verdict);
                conditions.agree(&what, &new, &verdict.findings);
                let back = Verdict::new(documents::compare(&new, &old));
                proved(&format!("{what}, and back"), &new, &old, &back);
                Conditions::of(&new).agree(&format!("{what}, and back"), &old, &back.findings);
                *outcomes.entry(edit).or_default().entry(verdict.outcome()).or_default() += 1;
            }
        }
    }
    // The edits do what they are for: each outcome comes up.
    let of = |edit: &str, outcome| outcomes[edit].get(&outcome).copied().unwrap_or_default();
    assert!(of("renamed", Outcome::Breaking) > 0, "{outcomes:?}");
    assert!(of("with a default", Outcome::Compatible) > 0, "{outcomes:?}");
    assert_eq!(of("last", Outcome::Breaking), 0, "{outcomes:?}");
    assert_eq!(of("with a default", Outcome::Breaking), 0, "{outcomes:?}");
    assert!(of("unknown", Outcome::Undecided) > 0, "{outcomes:?}");
}

/// serde stops at the first of several members that it refuses; each finding names its own.
#[test]
fn each_of_several_breaks_has_its_own_reason() {
    let (old, mut new) = (contract(ORDERS), contract(ORDERS));
    let address = new.types.get_mut("Address").expect("an address");
    let Shape::Struct(shape) = &mut address.shape else { panic!("addresses have fields") };
    let mut changed = Vec::new();
    for field in shape.fields.iter_mut().filter(|field| field.wire == WireType::Leaf(Leaf::String))
    {
        field.wire = WireType::Leaf(Leaf::Bool);
        changed.push(field.name.clone());
    }
    assert!(changed.len() > 2, "{changed:?}");
    let findings = documents::compare(&old, &new);
    for name in changed {
        let finding = findings.iter().find(|it| it.words.it == name).expect("a finding");
        let witness = finding.witness.as_ref().expect("a witness");
        assert!(witness.reason.ends_with(&format!("/{name}")), "{name}: {}", witness.reason);
    }
}
