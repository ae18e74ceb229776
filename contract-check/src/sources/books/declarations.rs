//! `changes/*.toml`: declarations.
//!
//! ```toml
//! contract = "orders"
//! reason = "Nobody can act on a note, and it leaked addresses."
//! migration = "Read `remarks` instead."
//! owner = "@acme/orders"
//! date = 2026-11-29
//! expires = 2027-06-30                                             # optional
//! approver = "@acme/security"                                      # where a safeguard goes
//! emergency = { reason = "..", approver = "@acme/security" }       # optional
//!
//! [[finding]]
//! rule = "field-removed"
//! clause = "types/Order/fields/note"
//! from = ""                                                        # as `declare` writes them
//! to = ""
//! role = "response"
//!
//! [[ack]]
//! consumer = "shop"
//! by = "@acme/shop"
//! date = 2026-12-01
//! evidence = "where they said so"
//! ```

use std::fmt::Write as _;

use super::table::{File, Problem, Table, string};
use crate::finding::{Finding, Role};
use crate::policy::{Ack, Declaration, Declared, Emergency, Key};
use crate::rules;
use crate::rules::lattice::Party;

const ROLES: [(&str, Role); 2] = [("request", Role::Request), ("response", Role::Response)];

/// Reads a declaration.
pub(super) fn read(name: &str, text: &str, problems: &mut Vec<Problem>) -> Option<Declaration> {
    File::read(name, text, problems, |mut table| {
        let contract = table.needed("contract");
        let declaration = body(&mut table, name, contract.unwrap_or_default());
        if declaration.findings.is_empty() {
            table.wrong("finding", "is missing; `[[finding]]` says what is declared");
        }
        table.end();
        Some(declaration)
    })
}

/// What a declaration says, whether in a file of its own or folded into a release.
pub(super) fn body(table: &mut Table<'_, '_>, file: &str, contract: String) -> Declaration {
    let findings = table.tables("finding").into_iter().map(declared).collect();
    let emergency = table.table("emergency").map(|mut table| {
        let emergency = Emergency {
            reason: table.needed("reason").unwrap_or_default(),
            approver: table.needed("approver").unwrap_or_default(),
        };
        table.end();
        emergency
    });
    let acks = table.tables("ack").into_iter().map(|mut table| {
        let ack = Ack {
            consumer: table.needed("consumer").unwrap_or_default(),
            by: table.needed("by").unwrap_or_default(),
            date: table.date("date"),
            evidence: table.text("evidence"),
        };
        table.end();
        ack
    });
    Declaration {
        file: file.to_owned(),
        contract,
        findings,
        acks: acks.collect(),
        emergency,
        reason: table.text("reason"),
        migration: table.text("migration"),
        owner: table.text("owner"),
        date: table.date("date"),
        expires: table.date("expires"),
        approver: table.text("approver"),
        reviewed: None,
    }
}

fn declared(mut table: Table<'_, '_>) -> Declared {
    let rule = table.needed("rule").unwrap_or_default();
    if !rule.is_empty() && rules::find(&rule).is_none() {
        let near = rules::near(&rule);
        let near = near.first().map_or_else(String::new, |it| format!("; did you mean `{it}`?"));
        table.wrong("rule", format!("there is no rule `{rule}`{near}"));
    }
    let declared = Declared {
        key: Key { rule, clause: table.needed("clause").unwrap_or_default() },
        from: table.text("from").unwrap_or_default(),
        to: table.text("to").unwrap_or_default(),
        role: table.word("role", &ROLES),
        line: table.line(),
    };
    table.end();
    declared
}

/// The draft of a declaration. What its author has to say stands between angle brackets, and does
/// not pass as it is.
pub fn draft(
    contract: &str,
    owner: Option<&str>,
    today: crate::date::Date,
    findings: &[&Finding],
    consumers: &[(String, String)],
) -> String {
    let mut text = format!(
        "# Accepts a break of the contract `{contract}`. Fill in what stands between angle \
         brackets.\n\
         contract = {}\n\
         reason = \"<why this is worth it to consumers>\"\n\
         migration = \"<what consumers do instead>\"\n\
         owner = {}\n\
         # When consumers were told.\n\
         date = {today}\n",
        string(contract),
        string(owner.unwrap_or("<who decided>")),
    );
    if findings.iter().any(|it| it.party == Some(Party::Approver)) {
        text.push_str("approver = \"<who approves it, and is not the owner>\"\n");
    }
    for finding in findings {
        let _ = write!(text, "\n# {}\n{}", finding.change(), declared_text("finding", finding));
    }
    for (consumer, owner) in consumers {
        let _ = write!(
            text,
            "\n# Once {owner} agrees:\n# [[ack]]\n# consumer = {}\n# by = {}\n# date = {today}\n\
             # evidence = \"<where they said so>\"\n",
            string(consumer),
            string(owner),
        );
    }
    text
}

fn declared_text(name: &str, finding: &Finding) -> String {
    let Finding { rule, clause, words, role, .. } = finding;
    entry(name, rule.id, clause, &words.from, &words.to, *role)
}

fn entry(name: &str, rule: &str, clause: &str, from: &str, to: &str, role: Option<Role>) -> String {
    let mut text = format!("[[{name}]]\nrule = {}\nclause = {}\n", string(rule), string(clause));
    for (key, value) in [("from", from), ("to", to)] {
        if !value.is_empty() {
            let _ = writeln!(text, "{key} = {}", string(value));
        }
    }
    if let Some(role) = role {
        let _ = writeln!(text, "role = {}", string(role.word()));
    }
    text
}

/// A declaration as a table of a release.
pub(super) fn folded(declaration: &Declaration) -> String {
    let mut text = String::from("\n[[change]]\n");
    for (key, value) in [
        ("reason", &declaration.reason),
        ("migration", &declaration.migration),
        ("owner", &declaration.owner),
        ("approver", &declaration.approver),
    ] {
        if let Some(value) = value {
            let _ = writeln!(text, "{key} = {}", string(value));
        }
    }
    if let Some(date) = declaration.date {
        let _ = writeln!(text, "date = {date}");
    }
    if let Some(Emergency { reason, approver }) = &declaration.emergency {
        let (reason, approver) = (string(reason), string(approver));
        let _ = writeln!(text, "emergency = {{ reason = {reason}, approver = {approver} }}");
    }
    for Declared { key, from, to, role, .. } in &declaration.findings {
        text.push_str(&entry("change.finding", &key.rule, &key.clause, from, to, *role));
    }
    for ack in &declaration.acks {
        let _ = write!(
            text,
            "[[change.ack]]\nconsumer = {}\nby = {}\n",
            string(&ack.consumer),
            string(&ack.by)
        );
        if let Some(date) = ack.date {
            let _ = writeln!(text, "date = {date}");
        }
        if let Some(evidence) = &ack.evidence {
            let _ = writeln!(text, "evidence = {}", string(evidence));
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    fn finding() -> Finding {
        Finding::breaking(&rules::UNIT_CHANGED, "types/Order/fields/total/unit")
            .it("total")
            .within("Order")
            .from("EUR")
            .to("cent \"x\"")
            .role(Role::Response)
    }

    #[test]
    fn a_draft_is_read_back_and_is_not_finished() {
        let today = "2026-11-29".parse().expect("a date");
        let consumers = [("shop".to_owned(), "@acme/shop".to_owned())];
        let text = draft("orders", None, today, &[&finding()], &consumers);
        let mut problems = Vec::new();
        let read = read("changes/a.toml", &text, &mut problems);
        assert_eq!(problems, [], "{text}");
        let declaration = read.expect("a declaration");
        assert_eq!(declaration.missing(), ["reason", "migration"]);
        assert_eq!(declaration.decided_by(), None);
        let [declared] = &declaration.findings[..] else { panic!("{declaration:?}") };
        assert_eq!(declared.key, Key::of(&finding()));
        assert_eq!(declared.differs(&finding()), None);
        assert!(declared.differs(&finding().to("other")).is_some());
        assert!(declared.differs(&finding().role(Role::Request)).is_some());
        // With the hint taken, the consumer agrees.
        let agreed: String = text
            .lines()
            .map(|line| {
                line.strip_prefix("# ")
                    .filter(|it| it.contains('=') || it.starts_with('['))
                    .unwrap_or(line)
            })
            .map(|line| format!("{line}\n"))
            .collect();
        let agreed = super::read("changes/a.toml", &agreed, &mut problems).expect("a declaration");
        assert_eq!(agreed.acks[0].consumer, "shop");
    }

    #[test]
    fn mistakes_have_places() {
        let text = "contract = \"orders\"\nresaon = \"x\"\n[[finding]]\nrule = \"field-removd\"\n\
                    clause = \"types/A\"\n[[ack]]\nconsumer = \"shop\"\n";
        let mut problems = Vec::new();
        assert_eq!(read("changes/a.toml", text, &mut problems), None);
        let problems: Vec<String> = problems.iter().map(ToString::to_string).collect();
        assert_eq!(
            problems,
            [
                "changes/a.toml:4:8: `finding.rule`: there is no rule `field-removd`; did you mean \
                 `field-removed`?",
                "changes/a.toml:6:1: `ack.by`: is missing",
                "changes/a.toml:2:1: unknown key `resaon`; did you mean `reason`?",
            ]
        );
    }
}
