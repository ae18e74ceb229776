//! SARIF 2.1.0, for code scanning.
//!
//! Rules carry `fullDescription` and `help` because GitHub asks for both (rule GH2012 of the SARIF
//! multitool). A fingerprint is made of what a finding is about, not of where it stands: it
//! survives renamed files and reordered code.

use std::io;

use super::json::text;
use super::source::Position;
use super::subject::Subject;
use crate::finding::{Accepted, Finding, Severity};
use crate::json::{Json, Number};
use crate::rules::{self, Rule};

/// Writes the log.
///
/// # Errors
/// When `out` cannot be written.
pub fn write(subjects: &[Subject<'_>], out: &mut dyn io::Write) -> io::Result<()> {
    out.write_all(text(&log(subjects)).as_bytes())
}

fn log(subjects: &[Subject<'_>]) -> Json {
    let mut used: Vec<&Rule> =
        subjects.iter().flat_map(Subject::findings).map(|finding| finding.rule).collect();
    used.sort_by_key(|rule| rule.id);
    used.dedup();
    let results = subjects.iter().flat_map(|subject| {
        let used = &used;
        subject.findings().iter().map(move |finding| result(subject, finding, used))
    });
    let notifications = subjects.iter().flat_map(|subject| {
        subject.remarks.iter().map(|(severity, remark)| {
            object([
                ("level", string(level(*severity))),
                ("message", message(remark)),
                ("locations", list([location(subject.start(), None)])),
            ])
        })
    });
    let driver = object([
        ("name", string("cargo-contract-check")),
        ("semanticVersion", string(env!("CARGO_PKG_VERSION"))),
        ("rules", list(used.iter().map(|rule| self::rule(rule)))),
    ]);
    let invocation = object([
        ("executionSuccessful", Json::Bool(true)),
        ("toolExecutionNotifications", list(notifications)),
    ]);
    let run = object([
        ("tool", object([("driver", driver)])),
        ("columnKind", string("unicodeCodePoints")),
        ("invocations", list([invocation])),
        ("results", list(results)),
    ]);
    object([
        ("$schema", string("https://json.schemastore.org/sarif-2.1.0.json")),
        ("version", string("2.1.0")),
        ("runs", list([run])),
    ])
}

fn rule(rule: &Rule) -> Json {
    let page = rules::page(rule);
    object([
        ("id", string(rule.id)),
        ("shortDescription", message(rule.title)),
        ("fullDescription", message(rule.what)),
        ("help", object([("text", string(&page)), ("markdown", string(&page))])),
        ("properties", object([("tags", list([string(rule.family.heading())]))])),
    ])
}

fn result(subject: &Subject<'_>, finding: &Finding, rules: &[&Rule]) -> Json {
    let index = rules.iter().position(|rule| *rule == finding.rule).unwrap_or_default();
    let mut said = finding.message();
    for open in finding.open() {
        said = format!("{said} {}.", open.message());
    }
    for fix in finding.fixes() {
        said = format!("{said} {fix}");
    }
    let mut members = vec![
        ("ruleId", string(finding.rule.id)),
        ("ruleIndex", Json::from(Number::from(index as u64))),
        ("level", string(level(finding.severity))),
        ("message", message(&said)),
        ("locations", list([location(subject.place(finding), Some(&finding.clause))])),
        (
            "partialFingerprints",
            object([("contractFinding/v1", string(&fingerprint(subject, finding)))]),
        ),
    ];
    if let Some(declared) = finding.consent.as_ref().and_then(|it| it.declared.as_ref()) {
        members.push(("suppressions", list([suppression(finding, declared)])));
    }
    Json::Object(members.into_iter().map(|(name, value)| (name.to_owned(), value)).collect())
}

/// A declaration is a suppression that stands in a file of its own; it is under review until
/// nothing is open.
fn suppression(finding: &Finding, declared: &Accepted) -> Json {
    let status = if finding.settled() { "accepted" } else { "underReview" };
    let mut members = vec![
        ("kind".to_owned(), string("external")),
        ("status".to_owned(), string(status)),
        ("justification".to_owned(), string(&declared.reason)),
    ];
    if let Some(place) = Position::parse(&declared.place) {
        members.push(("location".to_owned(), location(place, None)));
    }
    Json::Object(members.into())
}

/// What a finding is about, and whose it is.
fn fingerprint(subject: &Subject<'_>, finding: &Finding) -> String {
    format!("{} | {}", subject.id, finding.fingerprint())
}

fn location(position: Position<'_>, clause: Option<&str>) -> Json {
    let number = |value: usize| Json::from(Number::from(value as u64));
    let region = object([
        ("startLine", number(position.line.max(1))),
        ("startColumn", number(position.column.max(1))),
    ]);
    let physical = object([
        ("artifactLocation", object([("uri", string(&uri(position.file)))])),
        ("region", region),
    ]);
    let logical = clause.map(|clause| object([("fullyQualifiedName", string(clause))]));
    let mut members = vec![("physicalLocation".to_owned(), physical)];
    if let Some(logical) = logical {
        members.push(("logicalLocations".to_owned(), list([logical])));
    }
    Json::Object(members.into())
}

/// A file's name as a URI reference (RFC 3986, section 4): relative, as code scanning asks, or
/// absolute where the name is.
fn uri(file: &str) -> String {
    let file = file.replace('\\', "/");
    let root = match file.as_bytes() {
        [b'/', b'/', ..] => "file:",
        [b'/', ..] => "file://",
        [drive, b':', b'/', ..] if drive.is_ascii_alphabetic() => "file:///",
        _ => "",
    };
    let mut uri = root.to_owned();
    for (index, byte) in file.bytes().enumerate() {
        // A colon in a relative reference would end a scheme; that of a drive does not.
        let drive = byte == b':' && index == 1 && root == "file:///";
        if drive || byte.is_ascii_alphanumeric() || b"-._~/!$&'()*+,;=@".contains(&byte) {
            uri.push(char::from(byte));
        } else {
            uri.push_str(&format!("%{byte:02X}"));
        }
    }
    uri
}

const fn level(severity: Severity) -> &'static str {
    match severity {
        Severity::Breaking | Severity::Refused => "error",
        Severity::Undecided | Severity::Warning => "warning",
        Severity::Note => "note",
    }
}

fn message(text: &str) -> Json {
    object([("text", string(text))])
}

fn string(text: &str) -> Json {
    Json::from(text)
}

fn list(items: impl IntoIterator<Item = Json>) -> Json {
    Json::Array(items.into_iter().collect())
}

fn object<const N: usize>(members: [(&str, Json); N]) -> Json {
    Json::Object(members.into_iter().map(|(name, value)| (name.to_owned(), value)).collect())
}

#[cfg(test)]
mod tests {
    use super::super::subject::tests::{subjects, verdict};
    use super::*;

    #[test]
    fn results_point_to_their_rules_and_places() {
        let verdict = verdict();
        let log = log(&subjects(&verdict));
        let run = log.pointer("/runs/0").expect("a run");
        let first = run.pointer("/results/0").expect("a result");
        let at = |pointer: &str| first.pointer(pointer).and_then(Json::as_str).map(str::to_owned);
        assert_eq!(at("/ruleId").as_deref(), Some("field-removed"));
        assert_eq!(at("/level").as_deref(), Some("error"));
        assert_eq!(
            at("/locations/0/physicalLocation/artifactLocation/uri").as_deref(),
            Some("src/a%20b,c%3Ad.rs")
        );
        assert_eq!(
            at("/partialFingerprints/contractFinding~1v1").as_deref(),
            Some("orders | field-removed | types/Order/fields/total | response |  | ")
        );
        let index = first.get("ruleIndex").expect("an index").to_string();
        let rule = run.pointer(&format!("/tool/driver/rules/{index}/id"));
        assert_eq!(rule.and_then(Json::as_str), Some("field-removed"));
        // Without a place in the source, the contract's file stands for it.
        let second = run.pointer("/results/1/locations/0/physicalLocation/artifactLocation/uri");
        assert_eq!(second.and_then(Json::as_str), Some("contracts/orders.json"));
        let note = run.pointer("/invocations/0/toolExecutionNotifications/0/level");
        assert_eq!(note.and_then(Json::as_str), Some("warning"));
    }

    #[test]
    fn files_become_uris() {
        assert_eq!(uri("src/a b:c.rs"), "src/a%20b%3Ac.rs");
        assert_eq!(uri("/a/b.rs"), "file:///a/b.rs");
        assert_eq!(uri("C:\\a\\b.rs"), "file:///C:/a/b.rs");
        assert_eq!(uri("//server/b.rs"), "file://server/b.rs");
    }

    #[test]
    fn a_fingerprint_survives_a_renamed_file() {
        let before = verdict();
        let mut after = before.clone();
        for finding in &mut after.findings {
            finding.old.source = Some("src/elsewhere.rs:99:1".to_owned());
        }
        let prints = |verdict: &crate::verdict::Verdict| {
            let subjects = subjects(verdict);
            verdict.findings.iter().map(|one| fingerprint(&subjects[0], one)).collect::<Vec<_>>()
        };
        assert_eq!(prints(&before), prints(&after));
        let mut unique = prints(&before);
        unique.dedup();
        assert_eq!(unique.len(), before.findings.len());
    }
}
