//! Annotations of GitHub Actions: lines that the runner turns into remarks beside the code.
//!
//! A step may make ten annotations of each kind; what is beyond is dropped without a word. So the
//! tenth says how many there are more.

use std::io;

use super::human::{Next, consent, summary};
use super::subject::Subject;
use crate::finding::{Finding, Severity};

/// How many annotations of one kind a step may make.
const LIMIT: usize = 10;

/// Writes the annotations, and a line on each subject for the log.
///
/// # Errors
/// When `out` cannot be written.
pub fn write(subjects: &[Subject<'_>], out: &mut dyn io::Write) -> io::Result<()> {
    for command in ["error", "warning", "notice"] {
        let lines: Vec<String> =
            subjects.iter().flat_map(|subject| annotations(subject, command)).collect();
        let shown = if lines.len() > LIMIT { LIMIT - 1 } else { lines.len() };
        for line in &lines[..shown] {
            writeln!(out, "{line}")?;
        }
        if shown < lines.len() {
            writeln!(
                out,
                "::{command} title=contracts::{} more; the log and the other reports show all.",
                lines.len() - shown
            )?;
            for line in &lines[shown..] {
                // The log takes any number of lines.
                let (_, message) = line.rsplit_once("::").unwrap_or(("", line));
                writeln!(out, "{command}: {message}")?;
            }
        }
    }
    for subject in subjects {
        if let Some(verdict) = subject.verdict {
            writeln!(out, "{}: {}", line(&subject.name), line(&summary(verdict, Next::Nothing)))?;
        }
    }
    Ok(())
}

/// The annotations of one kind.
fn annotations(subject: &Subject<'_>, wanted: &'static str) -> Vec<String> {
    let mut lines = Vec::new();
    for finding in subject.findings() {
        if command(finding) == wanted {
            let place = subject.place(finding);
            let mut said = finding.message();
            for (name, text) in consent(finding) {
                said.push_str(&format!("\n{name}: {text}"));
            }
            for fix in finding.fixes() {
                said.push_str(&format!("\n{fix}"));
            }
            lines.push(format!(
                "::{wanted} file={},line={},col={},title={}::{}",
                property(place.file),
                place.line,
                place.column,
                property(finding.rule.id),
                data(&said)
            ));
        }
    }
    for (severity, remark) in &subject.remarks {
        if kind(*severity) == wanted {
            lines.push(format!("::{wanted} file={}::{}", property(&subject.file), data(remark)));
        }
    }
    lines
}

/// What was declared is worth knowing, and no more.
fn command(finding: &Finding) -> &'static str {
    if finding.settled() { "notice" } else { kind(finding.severity) }
}

const fn kind(severity: Severity) -> &'static str {
    match severity {
        Severity::Breaking | Severity::Refused => "error",
        Severity::Undecided | Severity::Warning => "warning",
        Severity::Note => "notice",
    }
}

/// The text as the message of a command.
fn data(text: &str) -> String {
    text.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")
}

/// The text as a property of a command.
fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}

/// The text as a line of the log, in which no line can begin with a command of its own.
fn line(text: &str) -> String {
    text.replace(['\r', '\n'], " ")
}

#[cfg(test)]
mod tests {
    use super::super::subject::tests::{subjects, verdict};
    use super::*;
    use crate::rules;
    use crate::verdict::Verdict;

    fn text(subjects: &[Subject<'_>]) -> String {
        let mut out = Vec::new();
        write(subjects, &mut out).expect("a vector takes every byte");
        String::from_utf8(out).expect("UTF-8")
    }

    #[test]
    fn what_would_end_a_property_or_a_line_is_escaped() {
        let verdict = verdict();
        let text = text(&subjects(&verdict));
        assert!(
            text.starts_with(
                "::error file=src/a b%2Cc%3Ad.rs,line=12,col=5,title=field-removed::`total`"
            ),
            "{text}"
        );
        assert!(text.contains("100%25 of it%0Ais opaque"), "{text}");
        assert!(text.contains("::warning file=contracts/billing.json::"), "{text}");
    }

    #[test]
    fn the_tenth_says_how_many_are_left() {
        let finding =
            |index: usize| Finding::breaking(&rules::FIELD_REMOVED, format!("types/T{index:02}"));
        for (count, annotations) in [(10, 10), (11, 10), (25, 10)] {
            let verdict = Verdict::new((0..count).map(finding).collect());
            let subjects = subjects(&verdict);
            let text = text(&subjects[..1]);
            assert_eq!(text.matches("::error ").count(), annotations, "{text}");
            let left = count - LIMIT + 1;
            assert_eq!(text.contains(&format!("::{left} more;")), count > LIMIT, "{text}");
        }
    }
}
