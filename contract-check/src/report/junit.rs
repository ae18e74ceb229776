//! JUnit XML, for the test pages of CI servers: one suite for each contract, one case for each
//! finding. What breaks fails, what is undecided is an error, what was declared is
//! skipped, the rest passes and is printed.

use std::io;

use super::human::{Next, consent, summary};
use super::subject::Subject;
use crate::finding::{Finding, Severity};

/// Writes the report.
///
/// # Errors
/// When `out` cannot be written.
pub fn write(subjects: &[Subject<'_>], out: &mut dyn io::Write) -> io::Result<()> {
    let suites: Vec<Suite> = subjects.iter().map(Suite::of).collect();
    let sum = |count: fn(&Suite) -> usize| suites.iter().map(count).sum::<usize>();
    writeln!(out, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>")?;
    writeln!(
        out,
        "<testsuites name=\"contracts\" tests=\"{}\" failures=\"{}\" errors=\"{}\">",
        sum(|suite| suite.cases.len()),
        sum(|suite| suite.count(Outcome::Failure)),
        sum(|suite| suite.count(Outcome::Error)),
    )?;
    for suite in &suites {
        writeln!(
            out,
            "  <testsuite name=\"{}\" tests=\"{}\" failures=\"{}\" errors=\"{}\" skipped=\"{}\">",
            escaped(&suite.name),
            suite.cases.len(),
            suite.count(Outcome::Failure),
            suite.count(Outcome::Error),
            suite.count(Outcome::Skipped),
        )?;
        for case in &suite.cases {
            case.write(&suite.id, out)?;
        }
        writeln!(out, "  </testsuite>")?;
    }
    writeln!(out, "</testsuites>")
}

struct Suite {
    name: String,
    id: String,
    cases: Vec<Case>,
}

struct Case {
    name: String,
    kind: String,
    outcome: Outcome,
    message: String,
    text: String,
}

#[derive(Clone, Copy, PartialEq)]
enum Outcome {
    Pass,
    Skipped,
    Failure,
    Error,
}

impl Outcome {
    const fn of(severity: Severity) -> Self {
        match severity {
            Severity::Breaking | Severity::Refused => Self::Failure,
            Severity::Undecided => Self::Error,
            Severity::Warning | Severity::Note => Self::Pass,
        }
    }
}

impl Suite {
    fn of(subject: &Subject<'_>) -> Self {
        let mut cases: Vec<Case> =
            subject.findings().iter().map(|finding| Case::of(subject, finding)).collect();
        for (severity, remark) in &subject.remarks {
            cases.push(Case {
                name: subject.file.clone(),
                kind: severity.word().to_owned(),
                outcome: Outcome::of(*severity),
                message: remark.clone(),
                text: remark.clone(),
            });
        }
        if cases.is_empty() {
            let summary = subject.verdict.map(|verdict| summary(verdict, Next::Nothing));
            cases.push(Case {
                name: "contract".to_owned(),
                kind: String::new(),
                outcome: Outcome::Pass,
                message: String::new(),
                text: summary.unwrap_or_default(),
            });
        }
        Self { name: subject.name.clone(), id: subject.id.clone(), cases }
    }

    fn count(&self, outcome: Outcome) -> usize {
        self.cases.iter().filter(|case| case.outcome == outcome).count()
    }
}

impl Case {
    fn of(subject: &Subject<'_>, finding: &Finding) -> Self {
        let place = subject.place(finding);
        let consent: String =
            consent(finding).into_iter().map(|(name, text)| format!("{name}: {text}\n")).collect();
        let role = finding.role.map_or_else(String::new, |role| format!(" ({})", role.word()));
        Self {
            name: format!("{}: {}{role}", finding.rule.id, finding.clause),
            kind: finding.rule.id.to_owned(),
            outcome: if finding.settled() {
                Outcome::Skipped
            } else {
                Outcome::of(finding.severity)
            },
            message: finding.change(),
            text: format!(
                "{}:{}:{}: {}\n{}\n{}{}",
                place.file,
                place.line,
                place.column,
                finding.message(),
                super::human::witness(finding).unwrap_or_default(),
                consent,
                finding.fixes().join("\n")
            ),
        }
    }

    fn write(&self, class: &str, out: &mut dyn io::Write) -> io::Result<()> {
        writeln!(
            out,
            "    <testcase classname=\"{}\" name=\"{}\">",
            escaped(class),
            escaped(&self.name)
        )?;
        let text = escaped(self.text.trim_end());
        let element = match self.outcome {
            Outcome::Pass if text.is_empty() => None,
            Outcome::Pass => Some("system-out"),
            Outcome::Skipped => Some("skipped"),
            Outcome::Failure => Some("failure"),
            Outcome::Error => Some("error"),
        };
        match element {
            None => {}
            Some("system-out") => writeln!(out, "      <system-out>{text}</system-out>")?,
            Some("skipped") => {
                writeln!(out, "      <skipped message=\"{}\"/>", escaped(&self.message))?;
                writeln!(out, "      <system-out>{text}</system-out>")?;
            }
            Some(element) => writeln!(
                out,
                "      <{element} type=\"{}\" message=\"{}\">{text}</{element}>",
                escaped(&self.kind),
                escaped(&self.message)
            )?,
        }
        writeln!(out, "    </testcase>")
    }
}

/// The text as XML 1.0 content or attribute. Characters that XML cannot hold at all, even escaped
/// (section 2.2), are replaced.
fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            '\n' | '\t' => escaped.push(character),
            '\u{fffe}' | '\u{ffff}' => escaped.push('\u{fffd}'),
            control if control < ' ' => escaped.push('\u{fffd}'),
            other => escaped.push(other),
        }
    }
    escaped
}

#[cfg(test)]
mod tests {
    use super::super::subject::tests::{subjects, verdict};
    use super::*;

    #[test]
    fn counts_are_those_of_the_cases() {
        let verdict = verdict();
        let mut out = Vec::new();
        write(&subjects(&verdict), &mut out).expect("a vector takes every byte");
        let text = String::from_utf8(out).expect("UTF-8");
        assert!(
            text.contains(
                "<testsuites name=\"contracts\" tests=\"4\" failures=\"1\" errors=\"1\">"
            ),
            "{text}"
        );
        assert_eq!(text.matches("<testcase ").count(), 4);
        assert_eq!(text.matches("<failure ").count(), 1);
        assert_eq!(text.matches("<error ").count(), 1);
        assert!(text.contains("types/Page&lt;Order&gt;"), "{text}");
        assert!(text.contains("contracts/billing.json is stale"), "{text}");
    }

    #[test]
    fn what_xml_cannot_hold_is_replaced() {
        assert_eq!(escaped("a\u{0}\u{1b}[31m & <b>"), "a\u{fffd}\u{fffd}[31m &amp; &lt;b&gt;");
    }
}
