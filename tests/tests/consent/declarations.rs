//! Declarations and findings are one to one.

use std::collections::BTreeSet;

use contract_check::finding::{Finding, Severity};
use contract_check::policy::{Emergency, Key};
use contract_check::rules;
use contract_check::verdict::{Outcome, Verdict};

use crate::{Setting, declaration, declared, document, pairs, told};

fn keys<'v>(findings: impl Iterator<Item = &'v Finding>) -> BTreeSet<Key> {
    findings.map(Key::of).collect()
}

/// Declarations and findings are one to one: with a declaration for each, everything passes;
/// without one of them, exactly its finding is back.
#[test]
fn without_a_declaration_exactly_its_finding_is_back() {
    let mut deleted = 0;
    for (title, before, now) in pairs() {
        let mut setting = Setting::declarations_only();
        let verdict = setting.judge(&before, &now);
        let asks: Vec<Finding> = verdict
            .findings
            .iter()
            .filter(|it| it.open().iter().any(|open| open.rule == &rules::UNDECLARED))
            .cloned()
            .collect();
        setting.declarations =
            asks.iter().enumerate().map(|(number, it)| declaration(number, it)).collect();
        let all = setting.judge(&before, &now);
        let open = |verdict: &Verdict| -> BTreeSet<Key> {
            let findings = verdict.findings.iter().filter(|it| {
                !it.settled()
                    && it.severity >= Severity::Undecided
                    && it.clause != "contract/version"
            });
            keys(findings)
        };
        assert!(open(&all).is_empty(), "{title}: {:#?}", all.findings);
        assert_eq!(keys(all.findings.iter().filter(|it| it.settled())), keys(asks.iter()));
        for index in 0..setting.declarations.len() {
            let gone = setting.declarations.remove(index);
            let back = open(&setting.judge(&before, &now));
            assert_eq!(back, [gone.findings[0].key.clone()].into(), "{title}");
            setting.declarations.insert(index, gone);
            deleted += 1;
        }
    }
    assert!(deleted > 100, "{deleted}");
}

/// A declaration too many is refused, whatever it is about.
#[test]
fn a_declaration_that_accepts_nothing_is_refused() {
    for (title, before, now) in pairs() {
        let mut setting = Setting::declarations_only();
        let finding = Finding::breaking(&rules::FIELD_REMOVED, "types/Nowhere/fields/nothing");
        setting.declarations.push(declaration(0, &finding));
        let verdict = setting.judge(&before, &now);
        let stale = verdict.findings.iter().filter(|it| it.rule == &rules::DECLARATION_STALE);
        assert_eq!(stale.count(), 1, "{title}");
        assert!(verdict.outcome() >= Outcome::Refused, "{title}");
        assert_eq!(verdict.exit_code(), 100, "{title}");
    }
}

/// What was declared is not accepted any more once it says something else.
#[test]
fn a_widened_change_is_not_what_was_declared() {
    for (title, before, now) in pairs() {
        let mut setting = Setting::declarations_only();
        let verdict = setting.judge(&before, &now);
        for finding in &verdict.findings {
            if !finding.open().iter().any(|open| open.rule == &rules::UNDECLARED) {
                continue;
            }
            let mut declared = declaration(0, finding);
            declared.findings[0].to.push_str(" and less");
            setting.declarations = vec![declared];
            let verdict = setting.judge(&before, &now);
            let found = verdict.findings.iter().find(|it| Key::of(it) == Key::of(finding));
            let open = found.expect("the finding").open();
            let widened = open.iter().any(|it| it.rule == &rules::DECLARATION_WIDENED);
            assert!(widened, "{title}: {open:#?}");
        }
    }
}

const BEFORE: &str =
    "contract version=1.0.0\nop a GET /a -> A\nstruct A\n  id: u64\n  note: string\n";
const NOW: &str = "contract version=2.0.0\nop a GET /a -> A\nstruct A\n  id: u64\n";

/// What may be wrong with a declaration, one by one.
#[test]
fn a_declaration_that_is_not_whole_does_not_pass() {
    let (before, now) = (document(BEFORE), document(NOW));
    let whole = declared(&Setting::declarations_only(), &before, &now);
    let judged = |change: &dyn Fn(&mut contract_check::policy::Declaration)| {
        let mut setting = Setting::declarations_only();
        setting.declarations = whole.clone();
        change(&mut setting.declarations[0]);
        told(&setting.judge(&before, &now))
    };
    let removed = "field-removed types/A/fields/note";
    assert_eq!(judged(&|_| {}), [format!("declared {removed}")]);
    let open = |rule: &str| vec![format!("breaking {removed} [{rule}]")];
    assert_eq!(judged(&|it| it.owner = None), open("declaration-ownerless"));
    assert_eq!(judged(&|it| it.owner = Some(" ".to_owned())), open("declaration-ownerless"));
    assert_eq!(
        judged(&|it| it.owner = Some("<who decided>".to_owned())),
        open("declaration-ownerless")
    );
    assert_eq!(judged(&|it| it.reason = None), open("declaration-unfinished"));
    assert_eq!(judged(&|it| it.migration = None), open("declaration-unfinished"));
    assert_eq!(judged(&|it| it.date = None), open("declaration-unfinished"));
    assert_eq!(judged(&|it| it.expires = "2026-11-28".parse().ok()), open("declaration-expired"));
    assert_eq!(
        judged(&|it| it.expires = "2026-11-29".parse().ok()),
        [format!("declared {removed}")],
        "it holds on its last day"
    );
    assert_eq!(judged(&|it| it.findings[0].from = "u64".to_owned()), open("declaration-widened"));
    assert_eq!(judged(&|it| it.findings[0].role = None), open("declaration-widened"));
    // Another rule or another clause is another finding.
    for change in [
        |key: &mut Key| key.rule = "type-changed".to_owned(),
        |key: &mut Key| {
            key.clause = "types/A/fields/id".to_owned();
        },
    ] {
        let told = judged(&|it| change(&mut it.findings[0].key));
        assert_eq!(told[0], format!("breaking {removed} [undeclared]"));
        assert!(told[1].starts_with("refused declaration-stale"), "{told:?}");
        assert_eq!(told.len(), 2);
    }
    // Nobody has to review it.
    assert_eq!(
        judged(&|it| it.reviewed = Some(false)),
        [format!("declared {removed}"), "warning declaration-unreviewed contract".to_owned()]
    );
}

/// One declaration accepts one finding: a second one about it is one too many.
#[test]
fn a_finding_is_declared_once() {
    let (before, now) = (document(BEFORE), document(NOW));
    let mut setting = Setting::declarations_only();
    setting.declarations = declared(&setting, &before, &now);
    let mut twin = setting.declarations[0].clone();
    twin.file = "contracts/changes/twin.toml".to_owned();
    setting.declarations.push(twin);
    assert_eq!(
        told(&setting.judge(&before, &now)),
        [
            "declared field-removed types/A/fields/note",
            "refused declaration-stale types/A/fields/note"
        ]
    );
}

#[test]
fn an_emergency_waits_for_nobody_and_has_two_authors() {
    let (before, now) = (document(BEFORE), document(NOW));
    let mut setting = Setting::default_policy();
    setting.declarations = declared(&setting, &before, &now);
    assert_eq!(
        told(&setting.judge(&before, &now)),
        ["breaking field-removed types/A/fields/note [never-deprecated]"]
    );
    let emergency = |approver: &str| {
        Some(Emergency { reason: "It leaks.".to_owned(), approver: approver.to_owned() })
    };
    setting.declarations[0].approver = None;
    setting.declarations[0].emergency = emergency("@acme/security");
    assert_eq!(told(&setting.judge(&before, &now)), ["declared field-removed types/A/fields/note"]);
    setting.declarations[0].emergency = emergency("@acme/shop");
    assert_eq!(
        told(&setting.judge(&before, &now)),
        ["breaking field-removed types/A/fields/note [approved-by-owner]"]
    );
    setting.declarations[0].emergency = emergency("");
    assert_eq!(
        told(&setting.judge(&before, &now)),
        ["breaking field-removed types/A/fields/note [declaration-unfinished]"]
    );
}

/// A safeguard goes under no version, and not by its owner's word alone.
#[test]
fn a_safeguard_is_approved_by_somebody_else() {
    let text = |version: &str, approval: &str| {
        format!(
            "contract version={version} level=experimental\nop pay POST /pay\n\
             say operations/pay/effect/bank/kinds [\"paid\"]\n\
             say operations/pay/effect/bank/approval {approval}\n"
        )
    };
    let before = document(&text("1.0.0", "per_call"));
    let now = document(&text("2.0.0", "standing"));
    let mut setting = Setting::default_policy();
    let clause = "approval-withdrawn operations/pay/effect/bank/approval";
    assert_eq!(told(&setting.judge(&before, &now)), [format!("breaking {clause} [undeclared]")]);
    setting.declarations = declared(&setting, &before, &now);
    assert_eq!(told(&setting.judge(&before, &now)), [format!("declared {clause}")]);
    for (approver, open) in [
        (None, "approval-missing"),
        (Some("<who approves it>"), "approval-missing"),
        (Some("@acme/shop"), "approved-by-owner"),
    ] {
        setting.declarations[0].approver = approver.map(str::to_owned);
        assert_eq!(
            told(&setting.judge(&before, &now)),
            [format!("breaking {clause} [{open}]")],
            "{approver:?}"
        );
    }
}

/// The same document with the fields of every struct, and the variants of every enum that has a
/// tag, from the last to the first.
fn turned(document: &contract_core::document::Document) -> contract_core::document::Document {
    use contract_core::document::{Shape, Tagging};
    let mut turned = document.clone();
    for definition in turned.types.values_mut() {
        match &mut definition.shape {
            Shape::Struct(of) => of.fields.reverse(),
            Shape::Enum(of) if of.tagging != Tagging::Untagged => of.variants.reverse(),
            _ => {}
        }
    }
    turned
}

/// A finding is known again in other orders, under other file names and beside other edits.
#[test]
fn findings_are_known_again() {
    for (title, before, now) in pairs() {
        let setting = Setting::declarations_only();
        let judged = |now: &contract_core::document::Document| {
            let verdict = setting.judge(&before, now);
            let prints = verdict.findings.iter().map(|it| {
                (Key::of(it), it.role, it.words.from.clone(), it.words.to.clone(), it.severity)
            });
            prints.filter(|it| it.0.clause != "contract/version").collect::<BTreeSet<_>>()
        };
        let prints = judged(&now);
        // The code moved to another file.
        let mut moved = now.clone();
        for source in moved.sources.values_mut() {
            source.file = "src/elsewhere.rs".to_owned();
            source.line += 100;
        }
        for name in now.types.keys() {
            let source = contract_core::document::Source {
                file: "src/elsewhere.rs".to_owned(),
                line: 7,
                column: 1,
            };
            moved.sources.entry(format!("types/{name}")).or_insert(source);
        }
        assert_eq!(judged(&moved), prints, "{title}");
        // Fields and variants stand in another order, before and after.
        let (turned_before, turned_now) = (turned(&before), turned(&now));
        let verdict = setting.judge(&turned_before, &turned_now);
        let again = verdict.findings.iter().filter(|it| it.severity == Severity::Breaking);
        let first = prints.iter().filter(|it| it.4 == Severity::Breaking);
        let first: BTreeSet<Key> = first.map(|it| it.0.clone()).collect();
        assert_eq!(keys(again), first, "{title}");
        // Something else came beside it.
        let mut wider = now.clone();
        let more = document(
            "op zz.more GET /zz/more -> ZzMore !ZzErrors\nerrors ZzErrors open https://zz.example\n  \
             ZZ_BUSY 503 safe none\nstruct ZzMore\n  first: u64\n  second: option<ZzKind>\n\
             enum ZzKind\n  a\n  b(u32)\n",
        );
        wider.operations.extend(more.operations);
        wider.errors.extend(more.errors);
        wider.types.extend(more.types);
        let beside = judged(&wider);
        let new: Vec<_> = beside.difference(&prints).collect();
        assert!(prints.is_subset(&beside), "{title}: {prints:#?} {beside:#?}");
        assert!(
            new.iter().all(|it| it.0.clause.contains("zz.more") || it.0.clause.contains("Zz")),
            "{title}: {new:#?}"
        );
    }
}
