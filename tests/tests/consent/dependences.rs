//! Dependences: who is hurt, and what they were told.

use contract_check::policy::{Ack, Bound, Consumer, Dependence};

use crate::{Setting, declared, document, told};

fn shop(version: &str, said: &str, note: &str) -> String {
    let note = if note == "none" { String::new() } else { format!("  note: {note}\n") };
    format!("contract version={version}\nop a GET /a -> A\nstruct A\n  id: u64\n{note}{said}")
}

fn consumer(name: &str, clauses: &[&str]) -> Consumer {
    Consumer {
        name: name.to_owned(),
        owner: Some(format!("@acme/{name}")),
        file: format!("contracts/consumers/{name}.toml"),
        dependences: vec![Dependence {
            contract: "shop".to_owned(),
            clauses: clauses.iter().map(|it| (*it).to_owned()).collect(),
            bounds: Vec::new(),
            since: None,
            honour_until: None,
            evidence: None,
            line: 4,
        }],
    }
}

#[test]
fn findings_name_the_consumers_hurt_or_say_that_none_is_known() {
    let before = document(&shop("1.0.0", "", "string"));
    let now = document(&shop("2.0.0", "", "none"));
    let consumers = |setting: &Setting| {
        let verdict = setting.judge(&before, &now);
        let finding = verdict.findings.iter().find(|it| it.rule.id == "field-removed");
        finding.and_then(|it| it.consent.clone()).and_then(|it| it.consumers)
    };
    let mut setting = Setting::default_policy();
    assert_eq!(consumers(&setting), Some(vec![]));
    setting.consumers = vec![
        consumer("web", &["types/A/fields/note"]),
        consumer("app", &["operations/a"]),
        consumer("desk", &["types/A/fields/id"]),
    ];
    assert_eq!(
        consumers(&setting),
        Some(vec!["web (@acme/web)".to_owned(), "app (@acme/app)".to_owned()])
    );
}

/// What is only observed costs nothing but a declaration, until somebody relies on it.
#[test]
fn an_incidental_clause_is_promised_to_those_who_rely_on_it() {
    let before = document(&shop("1.0.0", "", "string level=incidental"));
    let now = document(&shop("1.0.1", "", "none"));
    let mut setting = Setting::default_policy();
    setting.declarations = declared(&setting, &before, &now);
    assert_eq!(told(&setting.judge(&before, &now)), ["declared field-removed types/A/fields/note"]);
    setting.consumers = vec![consumer("web", &["types/A/fields/note"])];
    assert_eq!(
        told(&setting.judge(&before, &now)),
        [
            "breaking field-removed types/A/fields/note [notice-too-short]",
            "refused version-too-small contract/version"
        ]
    );
}

/// A break that shows no error is agreed to by everybody who is known to be hurt.
#[test]
fn a_silent_break_needs_the_agreement_of_those_it_hurts() {
    let timeout = |version: &str, timeout: &str| {
        let said = format!("say operations/a/timeout {timeout}\n");
        document(&shop(version, &said, "string"))
    };
    let (before, now) = (timeout("1.0.0", "8s"), timeout("2.0.0", "9s"));
    let mut setting = Setting::default_policy().on("2027-06-01");
    setting.consumers = vec![consumer("web", &["operations/a"]), consumer("app", &["types/A"])];
    setting.declarations = declared(&setting, &before, &now);
    let told_of = |setting: &Setting| told(&setting.judge(&before, &now));
    let found = told_of(&setting);
    assert_eq!(found.len(), 1, "{found:?}");
    assert!(found[0].ends_with("operations/a/timeout [ack-missing]"), "{found:?}");
    let ack = |consumer: &str, by: &str| Ack {
        consumer: consumer.to_owned(),
        by: by.to_owned(),
        date: None,
        evidence: None,
    };
    for acks in [vec![ack("app", "@acme/app")], vec![ack("web", "@acme/app")]] {
        setting.declarations[0].acks = acks;
        assert_eq!(told_of(&setting), found, "another consumer, or another voice");
    }
    setting.declarations[0].acks = vec![ack("web", "@acme/web")];
    assert!(told_of(&setting)[0].starts_with("declared "));
}

/// What was to be kept is kept, whatever its level, or its consumer lets it go.
#[test]
fn a_clause_is_honoured_until_its_day() {
    let before = document(&shop("1.0.0", "", "string level=experimental"));
    let now = document(&shop("1.1.0", "", "none"));
    let mut setting = Setting::default_policy().on("2027-06-30");
    setting.consumers = vec![consumer("web", &["types/A/fields/note"])];
    setting.consumers[0].dependences[0].honour_until = "2027-06-30".parse().ok();
    setting.declarations = declared(&setting, &before, &now);
    let removed = "field-removed types/A/fields/note";
    assert_eq!(
        told(&setting.judge(&before, &now)),
        [format!("breaking {removed} [dependence-honoured]")]
    );
    let mut agreed = Setting { declarations: setting.declarations.clone(), ..setting };
    assert_eq!(
        told(&Setting { today: "2027-07-01", ..agreed }.judge(&before, &now)),
        [format!("declared {removed}")]
    );
    agreed = Setting::default_policy().on("2027-06-30");
    agreed.consumers = vec![consumer("web", &["types/A/fields/note"])];
    agreed.consumers[0].dependences[0].honour_until = "2027-06-30".parse().ok();
    agreed.declarations = declared(&agreed, &before, &now);
    agreed.declarations[0].acks = vec![Ack {
        consumer: "web".to_owned(),
        by: "@acme/web".to_owned(),
        date: None,
        evidence: None,
    }];
    assert_eq!(told(&agreed.judge(&before, &now)), [format!("declared {removed}")]);
}

/// Where every consumer is known, a value may move as far as all of them said.
#[test]
fn a_known_audience_gives_room_up_to_its_bounds() {
    let text = |version: &str, audience: &str, timeout: &str| {
        let said =
            format!("say contract/audience {audience}\nsay operations/a/timeout {timeout}\n");
        document(&shop(version, &said, "string"))
    };
    let judged = |audience: &str, to: &str, bounds: &[&str]| {
        let mut setting = Setting::default_policy().on("2027-06-01");
        for (index, bound) in bounds.iter().enumerate() {
            let mut consumer = consumer(&format!("c{index}"), &["operations/a"]);
            let bound = Bound::parse(bound).expect("a bound");
            consumer.dependences[0].bounds.push(("operations/a/timeout".to_owned(), bound));
            setting.consumers.push(consumer);
        }
        let (before, now) = (text("1.0.0", audience, "8s"), text("1.1.0", audience, to));
        setting.declarations = declared(&setting, &before, &now);
        let told = told(&setting.judge(&before, &now));
        told.into_iter()
            .map(|it| it.split(' ').next().unwrap_or_default().to_owned())
            .collect::<Vec<_>>()
    };
    assert_eq!(judged("known", "9500ms", &["<= 10s", "<= 12s"]), ["declared"], "a minor version");
    assert_eq!(judged("known", "11s", &["<= 10s", "<= 12s"]), ["breaking", "refused"]);
    assert_eq!(judged("public", "9500ms", &["<= 10s"]), ["declared", "refused"]);
    assert_eq!(judged("known", "9500ms", &[]), ["declared", "refused"]);
}

/// A dependence on what is out of contract contradicts the level, not the change.
#[test]
fn a_level_does_not_deny_a_dependence() {
    let before = document(&shop("1.0.0", "", "string level=out_of_contract"));
    let mut setting = Setting::default_policy();
    setting.consumers = vec![
        consumer("web", &["types/A/fields/note"]),
        consumer("app", &["types/A/fields/nothing"]),
        consumer("desk", &["operations/a/timeout", "types/A/fields/id"]),
    ];
    assert_eq!(
        told(&setting.judge(&before, &before)),
        [
            "refused dependence-out-of-contract types/A/fields/note",
            "warning dependence-unknown-clause operations/a/timeout",
            "warning dependence-unknown-clause types/A/fields/nothing",
        ]
    );
}

/// Taking a promise back is a break of its own, which nobody would notice.
#[test]
fn a_demotion_is_a_break() {
    let before = document(&shop("1.0.0", "", "string"));
    let now = document(&shop("2.0.0", "", "string level=incidental"));
    let mut setting = Setting::default_policy().on("2027-06-01");
    setting.consumers = vec![consumer("web", &["types/A/fields/note"])];
    setting.declarations = declared(&setting, &before, &now);
    assert_eq!(
        told(&setting.judge(&before, &now)),
        ["breaking level-lowered types/A/fields/note/level [ack-missing]"]
    );
}
