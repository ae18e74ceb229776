//! The rulings: where a change could be judged in more than one way, or the authorities disagree,
//! what this project says. Each test is one of them; the sources stand with it.

use contract_check::diff::documents;
use contract_check::finding::{Finding, Hazard, Severity};
use contract_check::policy::{
    self, Bound, Bump, Case, Compared, Consumer, Declaration, Declared, Dependence, Emergency, Key,
    Policies, Policy,
};
use contract_check::rules::lattice::Party;
use contract_check::verdict::{Outcome, Verdict};
use contract_core::document::Document;
use serde_json::{Value, json};

use crate::everything::{document, everything, is_list, object, put};

const OPERATION: &str = "operations/orders.create";
const EVENT: &str = "events/order.paid";
const CODE: &str = "errors/OrderError/codes/BUSY";

/// What an edit of a document comes to.
struct Ruling(Vec<Finding>);

/// The document in which everything is said, with a clause as it was and as it is.
fn edit(clause: &str, old: Option<&str>, new: Option<&str>) -> Ruling {
    let [old, new] = [old, new].map(|value| {
        let mut root = all_stable();
        put(&mut root, clause, value, is_list(clause));
        root
    });
    between(&old, &new)
}

/// The document, all of it stable and judged by the default policy.
fn all_stable() -> Value {
    let mut root = everything();
    let about = object(&mut root, &format!("{OPERATION}/about"));
    for name in ["levels", "exempt", "policy"] {
        about.remove(name);
    }
    object(&mut root, "contract").remove("policy");
    root
}

fn between(old: &Value, new: &Value) -> Ruling {
    let mut findings = documents::compare(&document(old), &document(new));
    findings.retain(|finding| !finding.rule.id.starts_with("version-"));
    Ruling(findings)
}

/// Losses and duplicates are two things: who asks for another one of them asks for what the
/// producer may not promise, as with the promise itself.
#[test]
fn a_consumer_that_asks_for_something_else_asks_for_more() {
    let demanded = |old: &str, new: &str| {
        let documents = [old, new].map(|word| {
            let mut root = all_stable();
            let name = root["consumers"].as_object().expect("consumers").keys().next().cloned();
            let name = name.expect("a consumer");
            root["consumers"][name]["delivery"] = word.into();
            root
        });
        between(&documents[0], &documents[1])
    };
    demanded("at_least_once", "at_most_once").breaks(&[(Hazard::Loud, Party::Producer)]);
    demanded("at_most_once", "at_least_once").breaks(&[(Hazard::Loud, Party::Producer)]);
    demanded("exactly_once", "at_least_once").is_compatible();
    demanded("at_least_once", "best_effort").is_compatible();
}

/// No version makes it safe that a safeguard goes, and nobody is told that one would.
#[test]
fn a_safeguard_goes_with_an_approval_and_not_with_a_version() {
    let clause = format!("{OPERATION}/effect/bank/approval");
    let Ruling(findings) = edit(&clause, Some("per_call"), Some("none"));
    let finding = findings.iter().find(|it| it.party == Some(Party::Approver)).expect("a finding");
    assert!(finding.fix().contains("approve") && !finding.fix().contains("major"));
}

impl Ruling {
    /// Exactly these hazards to these parties break; each costs a major version.
    fn breaks(&self, expected: &[(Hazard, Party)]) -> &Self {
        let breaking = self.0.iter().filter(|it| it.severity == Severity::Breaking);
        let word = |hazard: Hazard, party: Party| format!("{}, {}", party.word(), hazard.word());
        let mut told: Vec<_> = breaking
            .clone()
            .map(|it| word(it.hazard.expect("a hazard"), it.party.expect("a party")))
            .collect();
        told.sort();
        let mut wanted: Vec<_> =
            expected.iter().map(|(hazard, party)| word(*hazard, *party)).collect();
        wanted.sort();
        assert_eq!(told, wanted, "{:#?}", self.messages());
        for finding in breaking {
            // To take a safeguard away is no matter of versions.
            let versioned = finding.party != Some(Party::Approver);
            assert!(!versioned || policy::required_bump(finding) == Bump::Major);
        }
        self
    }

    fn is_compatible(&self) {
        self.breaks(&[]);
        assert!(self.0.iter().all(|it| it.severity == Severity::Note), "{:#?}", self.messages());
    }

    fn messages(&self) -> Vec<String> {
        self.0.iter().map(|it| format!("{}: {}", it.clause, it.message())).collect()
    }

    fn stories(&self) -> Vec<String> {
        self.0.iter().filter_map(Finding::story).collect()
    }
}

const SILENT: [(Hazard, Party); 1] = [(Hazard::Silent, Party::Caller)];
const LOUD: [(Hazard, Party); 1] = [(Hazard::Loud, Party::Caller)];
const UNSEEN: [(Hazard, Party); 1] = [(Hazard::Silent, Party::Subscriber)];

#[test]
fn retryable_to_not_retryable_breaks_silently() {
    for new in ["never", "after_change", "restart", "with_key"] {
        edit(&format!("{CODE}/retry"), Some("safe"), Some(new)).breaks(&SILENT);
    }
}

#[test]
fn not_retryable_to_retryable_is_compatible() {
    for new in ["after_change", "restart", "with_key", "safe"] {
        edit(&format!("{CODE}/retry"), Some("never"), Some(new)).is_compatible();
    }
}

#[test]
fn safe_to_with_key_breaks_silently() {
    edit(&format!("{CODE}/retry"), Some("safe"), Some("with_key")).breaks(&SILENT);
}

#[test]
fn at_least_once_to_exactly_once_is_compatible() {
    edit(&format!("{EVENT}/delivery/mode"), Some("at_least_once"), Some("exactly_once"))
        .is_compatible();
}

/// A better delivery that asks something of subscribers is two changes.
#[test]
fn a_new_duty_of_subscribers_is_judged_by_itself() {
    let root = |mode: &str, isolation: &str| {
        let mut root = all_stable();
        put(&mut root, &format!("{EVENT}/delivery/mode"), Some(mode), false);
        put(&mut root, &format!("{EVENT}/delivery/isolation"), Some(isolation), false);
        root
    };
    let ruling = between(&root("at_least_once", "none"), &root("exactly_once", "read_committed"));
    ruling.breaks(&UNSEEN);
    let [hit] = &ruling.0.iter().filter(|it| it.severity > Severity::Note).collect::<Vec<_>>()[..]
    else {
        panic!("{:#?}", ruling.messages())
    };
    assert_eq!(hit.clause, format!("{EVENT}/delivery/isolation"));
}

#[test]
fn exactly_once_to_at_least_once_breaks_silently() {
    edit(&format!("{EVENT}/delivery/mode"), Some("exactly_once"), Some("at_least_once"))
        .breaks(&UNSEEN);
}

#[test]
fn at_least_once_and_at_most_once_are_no_better_than_each_other() {
    let mode = format!("{EVENT}/delivery/mode");
    edit(&mode, Some("at_least_once"), Some("at_most_once")).breaks(&UNSEEN);
    edit(&mode, Some("at_most_once"), Some("at_least_once")).breaks(&UNSEEN);
}

#[test]
fn a_raised_timeout_breaks_silently_and_a_lowered_one_loudly() {
    let timeout = format!("{OPERATION}/timeout");
    edit(&timeout, Some("8s"), Some("9500ms")).breaks(&SILENT);
    edit(&timeout, Some("8s"), Some("2s")).breaks(&LOUD);
    edit(&timeout, Some("8s"), Some("8000ms")).is_compatible();
}

/// Smithy: compatible if it is only met as a result of a change in what the client does.
#[test]
fn a_new_error_code_breaks_a_closed_set_that_old_input_meets() {
    let code = |reached_by: &str| json!({"status": 409, "retry": "never", "effects": "none", "reached_by": reached_by});
    let with = |open: bool, code: Option<Value>| {
        let mut root = all_stable();
        object(&mut root, "errors/OrderError").insert("open".to_owned(), open.into());
        if let Some(code) = code {
            object(&mut root, "errors/OrderError/codes").insert("GONE".to_owned(), code);
        }
        root
    };
    between(&with(false, None), &with(false, Some(code("any")))).breaks(&LOUD);
    between(&with(true, None), &with(true, Some(code("any")))).is_compatible();
    between(&with(false, None), &with(false, Some(code("new_input")))).is_compatible();
    // It was closed when old callers were written.
    between(&with(false, None), &with(true, Some(code("any"))))
        .breaks(&[(Hazard::Loud, Party::Caller), (Hazard::Loud, Party::Caller)]);
}

#[test]
fn an_idempotency_key_that_is_demanded_breaks_loudly() {
    edit(&format!("{OPERATION}/idempotency/key"), Some("optional"), Some("required")).breaks(&LOUD);
}

/// Where the call costs money, it costs it twice, and the story says so.
#[test]
fn a_shorter_idempotency_window_breaks_silently_and_duplicates_money() {
    let window = |window: &str, kinds: &str| {
        let mut root = all_stable();
        put(&mut root, &format!("{OPERATION}/idempotency/window"), Some(window), false);
        put(&mut root, &format!("{OPERATION}/effect/bank/kinds"), Some(kinds), true);
        root
    };
    let paid = between(&window("24h", "paid"), &window("1h", "paid"));
    assert_eq!(
        paid.breaks(&SILENT).stories(),
        ["a client that resends `orders.create` after 23h with the same key is charged twice"]
    );
    let free = between(&window("24h", "notify"), &window("1h", "notify"));
    assert_eq!(
        free.breaks(&SILENT).stories(),
        ["a client that resends `orders.create` after 23h with the same key has it done twice"]
    );
    between(&window("1h", "paid"), &window("24h", "paid")).is_compatible();
}

/// CloudEvents, deprecation extension: may be extended, must not be shortened.
#[test]
fn a_sunset_brought_forward_breaks_and_one_put_off_does_not() {
    let sunset = format!("{OPERATION}/deprecated/sunset");
    let consumer = [(Hazard::Loud, Party::Consumer)];
    edit(&sunset, Some("2027-06-30"), Some("2027-01-31")).breaks(&consumer);
    edit(&sunset, Some("2027-01-31"), Some("2027-06-30")).is_compatible();
}

/// It is no matter of versions: the approver is hurt, who is no consumer.
#[test]
fn an_approval_that_is_removed_is_for_the_approver() {
    let approval = format!("{OPERATION}/effect/bank/approval");
    let approver = [(Hazard::Silent, Party::Approver)];
    edit(&approval, Some("per_call"), Some("none")).breaks(&approver);
    edit(&approval, Some("per_call"), Some("standing")).breaks(&approver);
    edit(&approval, Some("per_call"), None).breaks(&approver);
    edit(&approval, Some("none"), Some("per_call")).breaks(&LOUD);
}

/// Smithy: compatible; Google AIP-158: incompatible. Smithy speaks of generated code, AIP of data.
#[test]
fn pagination_that_is_added_breaks_silently() {
    edit(&format!("{OPERATION}/pagination/style"), None, Some("cursor")).breaks(&SILENT);
}

/// Google AIP-216 calls every new state compatible; AIP-151 has a `done` flag, which is why.
#[test]
fn a_new_terminal_state_breaks_unless_a_done_flag_tells_of_the_end() {
    let with = |flag: bool, state: Option<Value>| {
        let mut root = all_stable();
        if !flag {
            object(&mut root, "jobs/export").remove("done_flag");
        }
        if let Some(state) = state {
            object(&mut root, "jobs/export/states").insert("Expired".to_owned(), state);
        }
        root
    };
    let terminal = || Some(json!({"terminal": "timed_out"}));
    between(&with(false, None), &with(false, terminal())).breaks(&SILENT);
    between(&with(true, None), &with(true, terminal())).is_compatible();
    // Old consumers do not know a flag that comes with the state.
    between(&with(false, None), &with(true, terminal())).breaks(&SILENT);
}

#[test]
fn a_new_state_that_jobs_pass_through_is_compatible() {
    let mut old = all_stable();
    object(&mut old, "jobs/export").remove("done_flag");
    let mut new = old.clone();
    object(&mut new, "jobs/export/states")
        .insert("Resting".to_owned(), json!({"next": ["Running"]}));
    between(&old, &new).is_compatible();
}

/// `idempotency(key = optional)` is an offer, whatever else it says, and `required` is a demand.
#[test]
fn a_clause_that_appears_whole_is_judged_by_its_leading_word() {
    let with = |key: Option<&str>| {
        let mut root = all_stable();
        put(&mut root, &format!("{OPERATION}/idempotency/key"), key, false);
        root
    };
    between(&with(None), &with(Some("optional"))).is_compatible();
    between(&with(None), &with(Some("natural"))).is_compatible();
    between(&with(None), &with(Some("required"))).breaks(&LOUD);
    between(&with(Some("required")), &with(None)).breaks(&SILENT);
}

/// Nexus lets callers retry INTERNAL, AIP-194 does not: nothing is inferred from a status.
#[test]
fn a_status_says_nothing_about_retry() {
    let mut root = all_stable();
    object(&mut root, CODE).remove("retry");
    assert!(Document::read(&root.to_string()).is_err(), "retry was inferred");
    let ruling = edit(&format!("{CODE}/status"), Some("503"), Some("500"));
    ruling.breaks(&LOUD);
    assert!(ruling.0.iter().all(|it| it.clause == format!("{CODE}/status")));
}

/// Restate retries what it does not know, gRPC does not: there is no default.
#[test]
fn an_error_without_effects_is_no_error_of_a_contract() {
    let mut root = all_stable();
    object(&mut root, CODE).remove("effects");
    assert!(Document::read(&root.to_string()).is_err(), "effects were inferred");
}

/// Smithy calls 429 retryable, AIP-194 does not: whether it throttles and whether it says for how
/// long are two clauses beside `retry`.
#[test]
fn throttling_and_its_delay_are_clauses_of_their_own() {
    edit(&format!("{CODE}/throttle"), Some("throttle"), None).breaks(&SILENT);
    edit(&format!("{CODE}/retry_after"), Some("required"), Some("optional")).breaks(&SILENT);
    edit(&format!("{CODE}/retry_after"), Some("optional"), Some("required")).is_compatible();
}

/// gRPC, Temporal: yes; Arazzo: no. The first attempt counts, so there is at least one.
#[test]
fn max_attempts_counts_the_first() {
    let mut root = all_stable();
    for (attempts, read) in [(0, false), (1, true)] {
        object(&mut root, &format!("{OPERATION}/retry"))
            .insert("max_attempts".to_owned(), attempts.into());
        assert_eq!(Document::read(&root.to_string()).is_ok(), read, "{attempts} attempts");
    }
}

/// Stripe stores a 500 under its key, others release it: another answer to it is another contract.
#[test]
fn whether_errors_stick_to_a_key_is_said_and_kept() {
    let clause = format!("{OPERATION}/idempotency/replay_errors");
    edit(&clause, Some("stored"), Some("released")).breaks(&SILENT);
    edit(&clause, Some("released"), Some("stored")).breaks(&SILENT);
    edit(&clause, None, Some("released")).is_compatible();
}

/// The draft of the Idempotency-Key field names statuses with SHOULD: a role finds the error, and
/// its status is free, until it was said once.
#[test]
fn errors_about_keys_are_found_by_role_and_not_by_status() {
    let role = format!("{CODE}/role");
    for status in [400, 409, 422, 429] {
        let mut root = all_stable();
        object(&mut root, CODE).insert("status".to_owned(), status.into());
        object(&mut root, CODE).insert("role".to_owned(), "key_reused".into());
        document(&root);
    }
    edit(&role, Some("key_reused"), Some("in_flight")).breaks(&SILENT);
}

/// RFC 9745 allows it, CloudEvents do not encourage it.
#[test]
fn a_deprecation_may_lie_in_the_future() {
    let mut root = all_stable();
    put(&mut root, &format!("{OPERATION}/deprecated/date"), Some("2999-01-01"), false);
    put(&mut root, &format!("{OPERATION}/deprecated/sunset"), Some("2999-06-01"), false);
    document(&root);
}

/// Dropshot lets a handler end, axum drops it: what becomes of it is a promise.
#[test]
fn what_becomes_of_a_handler_whose_caller_goes_away_is_a_promise() {
    let cancel = format!("{OPERATION}/cancel");
    edit(&cancel, Some("completes"), Some("unspecified")).breaks(&SILENT);
    edit(&cancel, Some("completes"), Some("atomic")).breaks(&SILENT);
    edit(&cancel, Some("resumable"), Some("completes")).is_compatible();
}

/// AIP-193: the text has to stay where it was the only part that a program could read.
#[test]
fn the_text_of_an_error_may_change_unless_it_was_said_not_to() {
    let message = format!("{CODE}/message");
    edit(&message, Some("stable"), Some("changes")).breaks(&SILENT);
    edit(&message, None, Some("changes")).is_compatible();
}

/// A team that knows its consumers may move a number within the tightest bound that one of them
/// gave; what is public breaks.
#[test]
fn a_number_may_move_within_the_bounds_of_known_consumers() {
    let timeout = format!("{OPERATION}/timeout");
    let judged = |audience: &str, new: &str| {
        let [before, now] = ["8s", new].map(|value| {
            let mut root = all_stable();
            root["contract"]["audience"] = audience.into();
            object(&mut root, &format!("{OPERATION}/about")).remove("audience");
            put(&mut root, &timeout, Some(value), false);
            document(&root)
        });
        let verdict = judge(&before, &now, &[shop(&timeout, "<= 10s")], &[]);
        let found = verdict.findings.iter().find(|it| it.clause == timeout).cloned();
        found.unwrap_or_else(|| panic!("no finding about {timeout}"))
    };
    let bump = |finding: &Finding| finding.consent.as_ref().map(|it| it.bump);
    assert_eq!(bump(&judged("known", "9500ms")), Some(Bump::Minor));
    assert_eq!(bump(&judged("known", "11s")), Some(Bump::Major));
    assert_eq!(bump(&judged("public", "9500ms")), Some(Bump::Major));
}

/// What is only observed is paid for like a provisional promise once somebody relies on it.
#[test]
fn what_somebody_is_recorded_to_rely_on_is_no_longer_incidental() {
    let timeout = format!("{OPERATION}/timeout");
    let [before, now] = ["8s", "30s"].map(|value| {
        let mut root = all_stable();
        object(&mut root, &format!("{OPERATION}/about"))
            .insert("levels".to_owned(), json!({"timeout": "incidental"}));
        put(&mut root, &timeout, Some(value), false);
        document(&root)
    });
    let bump = |consumers: &[Consumer]| {
        let verdict = judge(&before, &now, consumers, &[]);
        let finding = verdict.findings.into_iter().find(|it| it.clause == timeout);
        finding.and_then(|it| it.consent).map(|it| it.bump)
    };
    assert_eq!(bump(&[]), Some(Bump::Patch));
    assert_eq!(bump(&[shop(&timeout, "<= 10s")]), Some(Bump::Minor));
}

/// AIP-181: security and the law do not wait for a sunset; they need somebody else's word.
#[test]
fn an_emergency_passes_with_an_approver() {
    let window = format!("{OPERATION}/idempotency/window");
    let [before, now] = [("24h", "1.0.0"), ("1h", "2.0.0")].map(|(value, version)| {
        let mut root = all_stable();
        root["contract"]["version"] = version.into();
        put(&mut root, &window, Some(value), false);
        document(&root)
    });
    let finding = documents::compare(&before, &now)
        .into_iter()
        .find(|it| it.clause == window)
        .expect("the finding");
    let declared = |emergency: Option<Emergency>| Declaration {
        file: "contracts/changes/1.toml".to_owned(),
        contract: "shop".to_owned(),
        findings: vec![Declared {
            key: Key::of(&finding),
            from: finding.words.from.clone(),
            to: finding.words.to.clone(),
            role: finding.role,
            line: 1,
        }],
        reason: Some("keys leaked".to_owned()),
        migration: Some("send new keys".to_owned()),
        owner: Some("@shop".to_owned()),
        date: "2026-11-28".parse().ok(),
        expires: None,
        approver: None,
        emergency,
        acks: Vec::new(),
        reviewed: None,
    };
    let verdict = |emergency| judge(&before, &now, &[], &[declared(emergency)]);
    let approved = Emergency { reason: "CVE".to_owned(), approver: "@security".to_owned() };
    assert_eq!(verdict(Some(approved)).outcome(), Outcome::Declared);
    let waits = verdict(None);
    assert!(waits.outcome() > Outcome::Declared, "{:?}", waits.outcome());
}

fn shop(clause: &str, bound: &str) -> Consumer {
    Consumer {
        name: "shop".to_owned(),
        owner: Some("@shop".to_owned()),
        file: "contracts/consumers/shop.toml".to_owned(),
        dependences: vec![Dependence {
            contract: "shop".to_owned(),
            clauses: vec![clause.to_owned()],
            bounds: vec![(clause.to_owned(), Bound::parse(bound).expect("a bound"))],
            since: None,
            honour_until: None,
            evidence: None,
            line: 1,
        }],
    }
}

fn judge(
    before: &Document,
    now: &Document,
    consumers: &[Consumer],
    declarations: &[Declaration],
) -> Verdict {
    policy::judge(&Case {
        policy: &Policy::default(),
        policies: &Policies::from(Policy::default()),
        today: "2026-11-29".parse().expect("a date"),
        now,
        compared: &[Compared { document: before, findings: documents::compare(before, now) }],
        releases: &[],
        declarations,
        declared_here: true,
        consumers,
    })
}

/// Edits of one contract at once: each is told by itself, and the worst decides.
#[test]
fn nine_edits_of_one_contract_are_nine_stories() {
    let old = all_stable();
    let mut new = old.clone();
    let edits = [
        (format!("{OPERATION}/idempotency/window"), Some("1h")),
        (format!("{OPERATION}/idempotency/replay"), Some("current")),
        (format!("{OPERATION}/timeout"), Some("9500ms")),
        (format!("{OPERATION}/cancel"), Some("resumable")),
        (format!("{OPERATION}/effect/bank/approval"), Some("none")),
        (format!("{CODE}/retry"), Some("never")),
        (format!("{CODE}/status"), Some("429")),
        (format!("{OPERATION}/latency_p99"), Some("1s")),
        (format!("{OPERATION}/rate_limit/quota"), Some("200")),
    ];
    for (clause, value) in &edits {
        put(&mut new, clause, *value, false);
    }
    let ruling = between(&old, &new);
    let breaking: Vec<&Finding> =
        ruling.0.iter().filter(|it| it.severity == Severity::Breaking).collect();
    let silent = breaking.iter().filter(|it| it.hazard == Some(Hazard::Silent));
    let approver = breaking.iter().filter(|it| it.party == Some(Party::Approver));
    let told = (ruling.0.len(), breaking.len(), silent.count(), approver.count());
    assert_eq!(told, (9, 7, 6, 1), "{:#?}", ruling.messages());
    let bump = |level: &str| {
        let [before, now] = [&old, &new].map(|root| {
            let mut root = root.clone();
            object(&mut root, &format!("{OPERATION}/about"))
                .insert("level".to_owned(), level.into());
            root["errors"]["OrderError"]["about"] = json!({"level": level});
            document(&root)
        });
        let findings = documents::compare(&before, &now);
        let changes = findings.iter().filter(|it| !it.rule.id.starts_with("version-"));
        changes.map(policy::required_bump).max()
    };
    assert_eq!(bump("stable"), Some(Bump::Major));
    assert_eq!(bump("provisional"), Some(Bump::Minor));
    assert_eq!(bump("experimental"), Some(Bump::Minor));
    assert_eq!(bump("incidental"), Some(Bump::Patch));
    assert_eq!(bump("out_of_contract"), Some(Bump::None));
}
