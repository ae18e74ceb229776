//! The verdict for a reader at a screen: per finding what changed, where, who is hurt, a document
//! that shows it, and what to do; at the end how many there are and the next command.

use std::collections::BTreeSet;
use std::io;

use annotate_snippets::{
    AnnotationKind, Element, Group, Level, Origin, Renderer, Snippet, normalize_untrusted_str,
};

use super::source::Position;
pub use super::source::Sources;
use super::text;
use crate::finding::{Accepted, Exempted, Finding, Severity, Side, Witness};
use crate::policy::{Bump, unfinished};
use crate::rules::Family;
use crate::verdict::{Outcome, Step, Verdict};

/// How a verdict is shown.
#[derive(Clone, Copy, Debug)]
pub struct View<'a> {
    /// The source files that findings point into; see [`files`]. A file that is not there is
    /// named and not shown.
    pub sources: &'a Sources,
    /// Whether to colour the text.
    pub color: bool,
    /// What comes next, where nobody is hurt.
    pub next: Next,
}

/// What comes next, where nobody is hurt.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Next {
    /// The changes can be recorded in the baseline.
    Accept,
    /// Nothing: two files were compared.
    Nothing,
}

/// The source files that findings point into.
pub fn files(verdict: &Verdict) -> BTreeSet<String> {
    let sources = verdict.findings.iter().filter_map(|finding| finding.new.source.as_deref());
    sources.filter_map(Position::parse).map(|position| position.file.to_owned()).collect()
}

/// Writes the verdict.
///
/// # Errors
/// When `out` cannot be written.
pub fn write(verdict: &Verdict, view: View<'_>, out: &mut dyn io::Write) -> io::Result<()> {
    let renderer = if view.color { Renderer::styled() } else { Renderer::plain() };
    // What was said once is not said again.
    let mut said = BTreeSet::new();
    for finding in &verdict.findings {
        let group = group(finding, view.sources, &mut said);
        writeln!(out, "{}\n", renderer.render(&[group]))?;
    }
    writeln!(out, "{}", summary(verdict, view.next))
}

/// One finding.
fn group<'a>(finding: &Finding, sources: &'a Sources, said: &mut BTreeSet<String>) -> Group<'a> {
    let level = match finding.severity {
        _ if finding.settled() => Level::NOTE.with_name("declared"),
        Severity::Refused => Level::ERROR.with_name("refused"),
        Severity::Breaking => Level::ERROR.with_name("breaking"),
        Severity::Undecided => Level::WARNING.with_name("undecided"),
        Severity::Warning => Level::WARNING,
        Severity::Note => Level::NOTE,
    };
    let title = level.primary_title(safe(&finding.change())).id(finding.rule.id);
    let promised = finding.level.map_or_else(String::new, |level| format!(" ({level})"));
    let mut lines = vec![("clause", format!("{}{promised}", finding.clause))];
    if finding.severity > Severity::Note {
        lines.push(("hurt", hurt(finding)));
        // A clause of an operation says itself which one it is.
        let own = |root: &&String| !finding.clause.starts_with(root.as_str());
        let by: Vec<&String> = finding.reached_by.iter().filter(own).collect();
        lines.push(("reached by", text::list(by.into_iter())));
        lines.push(("witness", witness(finding).unwrap_or_default()));
        lines.extend(consent(finding));
        let fixes = finding.fixes().into_iter().filter(|fix| said.insert(fix.clone()));
        lines.extend(fixes.map(|fix| ("fix", fix)));
    }
    let lines = lines.into_iter().filter(|(_, text)| !text.is_empty());
    Group::with_title(title)
        .elements(place(finding, sources))
        .elements(lines.map(|(name, text)| Level::NOTE.with_name(name).message(safe(&text))))
}

/// What the policy asks for, and what was done about it.
pub(super) fn consent(finding: &Finding) -> Vec<(&'static str, String)> {
    let Some(consent) = &finding.consent else { return Vec::new() };
    let mut lines = Vec::new();
    if let Some(version) = &consent.against {
        lines.push(("against", format!("{version}, which is still supported")));
    }
    if let Some(Exempted { reason, until }) = &consent.exempt {
        lines.push(("exempt", format!("until {until}: {reason}")));
    }
    if let Some(consumers) = &consent.consumers {
        let known = text::list(consumers.iter());
        let none = "none is known to rely on it".to_owned();
        lines.push(("consumers", if known.is_empty() { none } else { known }));
    }
    if let Some(Accepted { place, reason, migration, emergency, .. }) = &consent.declared {
        let file = place.split(':').next().unwrap_or_default();
        let said = |text: &String| if unfinished(text) { String::new() } else { text.clone() };
        lines.push((
            "declared",
            format!("{file}: {}", said(reason)).trim_end_matches(": ").to_owned(),
        ));
        lines.push(("migration", said(migration)));
        lines.push(("emergency", emergency.clone().unwrap_or_default()));
    }
    let open = consent.open.iter();
    lines.extend(open.map(|it| ("open", format!("{} [{}]", it.message(), it.rule.id))));
    lines.retain(|(_, text)| !text.is_empty());
    lines
}

/// The place in the source, with the word underlined where its text is known; without a source,
/// the place in the document.
fn place<'a>(finding: &Finding, sources: &'a Sources) -> Option<Element<'a>> {
    let source = finding.new.source.as_deref().or(finding.old.source.as_deref());
    let Some(position) = source.and_then(Position::parse) else {
        let (side, pointer) = match (&finding.new.pointer, &finding.old.pointer) {
            (Some(pointer), _) => (Side::New, pointer),
            (None, Some(pointer)) => (Side::Old, pointer),
            (None, None) => return None,
        };
        let place = format!("the {} document, at {pointer}", side.word());
        return Some(Origin::path(safe(&place)).into());
    };
    let path = position.file.to_owned();
    let known = sources.get(position.file).filter(|_| finding.new.source.is_some());
    let shown = known.and_then(|text| Some((text, position.span(text)?)));
    Some(match shown {
        Some((text, span)) => {
            let annotation = AnnotationKind::Primary.span(span);
            let gone = finding.new.pointer.is_none() && finding.rule.family != Family::Consent;
            let annotation = if gone { annotation.label("it was in here") } else { annotation };
            Snippet::source(text.as_str()).path(path).annotation(annotation).into()
        }
        None => Origin::path(path).line(position.line).char_column(position.column).into(),
    })
}

/// Who is hurt and how.
pub(super) fn hurt(finding: &Finding) -> String {
    match (finding.party, finding.hazard) {
        (Some(party), Some(hazard)) => {
            format!("{} [{}, {}]", finding.hurt(), party.word(), hazard.word()).trim().to_owned()
        }
        _ => finding.hurt(),
    }
}

/// What shows it: a document and why it is refused, or the story of a call.
pub(super) fn witness(finding: &Finding) -> Option<String> {
    finding.witness.as_ref().map(refused).or_else(|| finding.story())
}

fn refused(witness: &Witness) -> String {
    let side = |side| match side {
        Side::Old => "the old side",
        Side::New => "the new side",
    };
    let reason = if witness.reason.is_empty() { "no reason" } else { &witness.reason };
    format!(
        "{} may write {}, and {} refuses it: {reason}",
        side(witness.written_by),
        text::document(&witness.document),
        side(witness.refused_by),
    )
}

/// How many findings there are, what version they ask for, and the next command.
pub(super) fn summary(verdict: &Verdict, next: Next) -> String {
    let counts = verdict.counts();
    let counted: Vec<String> = [
        (counts.breaking, "breaking", "breaking"),
        (counts.refused, "refused", "refused"),
        (counts.undecided, "undecided", "undecided"),
        (counts.warning, "warning", "warnings"),
        (counts.note, "note", "notes"),
        (counts.declared, "declared", "declared"),
    ]
    .into_iter()
    .filter(|(count, ..)| *count > 0)
    .map(|(count, one, many)| text::counted(count, one, many))
    .collect();
    let counted = if counted.is_empty() { "no change".to_owned() } else { counted.join(", ") };
    let bump = match verdict.required_bump() {
        Bump::None => String::new(),
        bump => match &verdict.step {
            Some(Step { to, least, .. }) if to == least => {
                format!("; they ask for a {bump} version, and {to} is one")
            }
            Some(Step { to, least, .. }) => {
                format!("; they ask for a {bump} version, {least}, and this is {to}")
            }
            None => format!("; they ask for a {bump} version"),
        },
    };
    let worst = verdict.findings.first().map(|finding| finding.rule.id);
    let next = match (verdict.outcome(), next, worst) {
        (_, _, None) => String::new(),
        (Outcome::Compatible | Outcome::Declared, Next::Accept, _) => {
            " `cargo contract-check accept` records them.".to_owned()
        }
        (Outcome::Compatible | Outcome::Declared, Next::Nothing, _) => String::new(),
        (_, _, Some(rule)) => format!(" `cargo contract-check explain {rule}` says more."),
    };
    format!("{}: {counted}{bump}.{next}", verdict.outcome().word())
}

/// A text that may hold what somebody else wrote: no control characters reach the terminal.
fn safe(text: &str) -> String {
    normalize_untrusted_str(text)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::finding::{Checker, Place, Role};
    use crate::json::Json;
    use crate::rules;

    fn shown(findings: Vec<Finding>, sources: &Sources, color: bool) -> String {
        let mut out = Vec::new();
        let view = View { sources, color, next: Next::Accept };
        write(&Verdict::new(findings), view, &mut out).expect("a vector takes every byte");
        String::from_utf8(out).expect("UTF-8")
    }

    fn removed() -> Finding {
        Finding::breaking(&rules::FIELD_REMOVED, "types/Order/fields/total")
            .role(Role::Response)
            .it("total")
            .within("Order")
            .reached_by("operations/orders.get")
            .new_place(Place { pointer: None, source: Some("src/lib.rs:1:8".to_owned()) })
            .witness(Witness {
                document: Json::parse("{\"id\": 1}").expect("JSON"),
                written_by: Side::New,
                refused_by: Side::Old,
                reason: "missing field `total`".to_owned(),
                checked_by: Some(Checker::Serde),
            })
    }

    #[test]
    fn a_finding_says_what_where_who_and_what_to_do() {
        let sources =
            Sources::from([("src/lib.rs".to_owned(), "struct Order { id: u64 }\n".into())]);
        assert_eq!(
            shown(vec![removed()], &sources, false),
            "\
breaking[field-removed]: `total` was removed from `Order`
 --> src/lib.rs:1:8
  |
1 | struct Order { id: u64 }
  |        ^^^^^ it was in here
  |
  = clause: types/Order/fields/total
  = hurt: Old consumers look for it in every document and no longer find it.
  = reached by: operations/orders.get
  = witness: the new side may write {\"id\":1}, and the old side refuses it: missing field `total`
  = fix: Put `total` back, mark it `#[contract(deprecated(since = \"..\", sunset = \"..\"))]`, and remove it in the version after its sunset.

breaking: 1 breaking; they ask for a major version. `cargo contract-check explain field-removed` says more.
"
        );
    }

    #[test]
    fn a_place_that_is_not_at_hand_is_named() {
        let text = shown(vec![removed()], &Sources::new(), false);
        assert!(text.contains("--> src/lib.rs:1:8\n"), "{text}");
    }

    #[test]
    fn the_same_advice_is_given_once() {
        let mut other = removed();
        other.clause = "types/Order/fields/total/x".to_owned();
        let text = shown(vec![removed(), other], &Sources::new(), false);
        assert_eq!(text.matches("= fix:").count(), 1, "{text}");
    }

    #[test]
    fn colours_come_only_where_they_are_asked_for() {
        let plain = shown(vec![removed()], &Sources::new(), false);
        let styled = shown(vec![removed()], &Sources::new(), true);
        assert!(!plain.contains('\u{1b}') && styled.contains('\u{1b}'));
    }

    #[test]
    fn what_others_wrote_cannot_move_the_cursor() {
        let evil = removed().it("to\u{1b}[2Jtal");
        let text = shown(vec![evil], &Sources::new(), false);
        assert!(!text.contains('\u{1b}'), "{text}");
    }

    #[test]
    fn nothing_found_is_said() {
        assert_eq!(shown(Vec::new(), &Sources::new(), false), "compatible: no change.\n");
        let note =
            Finding::note(&rules::FIELD_ADDED_OPTIONAL, "types/A/fields/b").it("b").within("A");
        let text = shown(vec![note], &Sources::new(), false);
        assert!(
            text.ends_with("compatible: 1 note; they ask for a minor version. `cargo contract-check accept` records them.\n"),
            "{text}"
        );
    }
}
