//! Markdown, for a comment on a pull request.

use std::io;

use contract_core::render::markdown::{code, text as prose};

use super::human::{self, Next, summary};
use super::subject::Subject;
use super::text;
use crate::finding::{Finding, Severity};

/// How many findings of one contract are shown: a comment has a limit of 65,536 characters.
const SHOWN: usize = 40;

/// Writes the comment.
///
/// # Errors
/// When `out` cannot be written.
pub fn write(subjects: &[Subject<'_>], out: &mut dyn io::Write) -> io::Result<()> {
    for (index, subject) in subjects.iter().enumerate() {
        if index > 0 {
            writeln!(out)?;
        }
        writeln!(out, "### {}\n", prose(&subject.name))?;
        match subject.verdict {
            Some(verdict) => writeln!(out, "{}", prose(&summary(verdict, Next::Nothing)))?,
            None if subject.remarks.is_empty() => writeln!(out, "Nothing to compare with.")?,
            None => {}
        }
        for (severity, remark) in &subject.remarks {
            writeln!(out, "\n- **{}** {}", severity.word(), prose(remark))?;
        }
        let findings = subject.findings();
        if !findings.is_empty() {
            writeln!(out)?;
        }
        for finding in findings.iter().take(SHOWN) {
            one(subject, finding, out)?;
        }
        if findings.len() > SHOWN {
            writeln!(out, "- and {} more.", findings.len() - SHOWN)?;
        }
    }
    Ok(())
}

fn one(subject: &Subject<'_>, finding: &Finding, out: &mut dyn io::Write) -> io::Result<()> {
    let rule = finding.rule.id;
    writeln!(
        out,
        "- **{}** {} ({})",
        if finding.settled() { "declared" } else { finding.severity.word() },
        prose(&finding.message()),
        code(rule)
    )?;
    let place = subject.place(finding);
    let promised = finding.level.map_or_else(String::new, |level| format!(", {level}"));
    writeln!(
        out,
        "  <br>{}{promised}, {}",
        code(&finding.clause),
        code(&format!("{}:{}", place.file, place.line))
    )?;
    if finding.severity > Severity::Note {
        if !finding.reached_by.is_empty() {
            writeln!(out, "  <br>Reached by {}.", prose(&text::list(finding.reached_by.iter())))?;
        }
        if let Some(witness) = human::witness(finding) {
            writeln!(out, "  <br>Witness: {}.", prose(&witness))?;
        }
        for (name, text) in human::consent(finding) {
            writeln!(out, "  <br>{name}: {}", prose(&text))?;
        }
        for fix in finding.fixes() {
            writeln!(out, "  <br>{}", prose(&fix))?;
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::super::subject::tests::{subjects, verdict};
    use super::*;

    #[test]
    fn a_comment_shows_what_to_do() {
        let verdict = verdict();
        let mut out = Vec::new();
        write(&subjects(&verdict), &mut out).expect("a vector takes every byte");
        let text = String::from_utf8(out).expect("UTF-8");
        assert!(
            text.starts_with("### orders 1.4.0\n\nbreaking: 1 breaking, 1 undecided"),
            "{text}"
        );
        assert!(text.contains("- **breaking** `total` was removed from `Order`."), "{text}");
        assert!(text.contains("`types/Order/fields/total`, stable, `src/a b,c:d.rs:12`"), "{text}");
        assert!(text.contains("- **warning** contracts/billing.json is stale"), "{text}");
        assert!(!text.contains("is opaque\n"), "{text}");
    }
}
