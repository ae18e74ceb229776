//! What a comparison comes to.

use crate::finding::{Finding, Severity};
use crate::policy::{self, Bump};

/// The judgement of one pair of documents.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Verdict {
    /// Every finding, worst first, then by clause; what was declared comes last.
    pub findings: Vec<Finding>,
    /// The step of the version; none where two documents are compared without a policy.
    pub step: Option<Step>,
}

/// The step of a contract's version, as it is and as the findings ask for it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Step {
    /// The version that is compared with.
    pub from: String,
    /// The version of the code.
    pub to: String,
    /// The least version that says what changed; that of the code where it does.
    pub least: String,
}

/// What a comparison comes to, in one word.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Outcome {
    /// Nobody is refused.
    Compatible,
    /// Whatever breaks was declared, and everything that the policy asks for was done.
    Declared,
    /// Nothing is known to break, and something could not be decided.
    Undecided,
    /// Nothing breaks that was not declared, and something else does not pass: a version, a date,
    /// a file.
    Refused,
    /// Somebody is refused, or a promise is withdrawn.
    Breaking,
}

impl Outcome {
    /// The word for it.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Compatible => "compatible",
            Self::Declared => "declared",
            Self::Undecided => "undecided",
            Self::Refused => "refused",
            Self::Breaking => "breaking",
        }
    }
}

/// How many findings there are of each severity.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// That break somebody.
    pub breaking: usize,
    /// That do not pass and break nobody.
    pub refused: usize,
    /// That could not be decided.
    pub undecided: usize,
    /// That are worth a look.
    pub warning: usize,
    /// That are worth knowing.
    pub note: usize,
    /// That were declared, with nothing open.
    pub declared: usize,
}

impl Verdict {
    /// Weighs and orders the findings. The order does not depend on the order in which they were
    /// found; equal findings are one.
    pub fn new(mut findings: Vec<Finding>) -> Self {
        for finding in &mut findings {
            finding.severity = policy::severity(finding);
        }
        findings.sort_by_cached_key(|finding| {
            (
                finding.settled(),
                std::cmp::Reverse(finding.severity),
                finding.clause.clone(),
                finding.rule.id,
                finding.role,
                finding.message(),
            )
        });
        findings.dedup();
        Self { findings, step: None }
    }

    /// What it comes to.
    pub fn outcome(&self) -> Outcome {
        let open = self.findings.iter().filter(|finding| !finding.settled());
        // A break that is declared and leaves something open is refused for what is open.
        let worst = open
            .map(|it| match &it.consent {
                Some(consent) if consent.declared.is_some() => Severity::Breaking,
                _ => it.severity,
            })
            .max();
        match worst {
            Some(Severity::Breaking) => Outcome::Breaking,
            Some(Severity::Refused) => Outcome::Refused,
            Some(Severity::Undecided) => Outcome::Undecided,
            _ if self.findings.iter().any(Finding::settled) => Outcome::Declared,
            _ => Outcome::Compatible,
        }
    }

    /// How far the version has to move.
    pub fn required_bump(&self) -> Bump {
        let bump = |finding: &Finding| {
            finding.consent.as_ref().map_or_else(|| policy::required_bump(finding), |it| it.bump)
        };
        self.findings.iter().map(bump).max().unwrap_or_default()
    }

    /// How many findings there are of each severity.
    pub fn counts(&self) -> Counts {
        let mut counts = Counts::default();
        for finding in &self.findings {
            *match finding.severity {
                _ if finding.settled() => &mut counts.declared,
                Severity::Breaking => &mut counts.breaking,
                Severity::Refused => &mut counts.refused,
                Severity::Undecided => &mut counts.undecided,
                Severity::Warning => &mut counts.warning,
                Severity::Note => &mut counts.note,
            } += 1;
        }
        counts
    }

    /// The exit code: 0 compatible or declared, 5 undecided and nothing worse, 100 breaking or
    /// refused.
    pub fn exit_code(&self) -> u8 {
        match self.outcome() {
            Outcome::Compatible | Outcome::Declared => 0,
            Outcome::Undecided => 5,
            Outcome::Refused | Outcome::Breaking => 100,
        }
    }
}

#[cfg(test)]
mod tests {
    use contract_core::Level;

    use super::*;
    use crate::rules;

    fn breaking() -> Finding {
        Finding::breaking(&rules::FIELD_REMOVED, "types/B/fields/a")
    }

    #[test]
    fn a_break_outweighs_what_is_undecided() {
        let undecided = Finding::undecided(&rules::UNDECIDED, "types/A", "no time");
        assert_eq!(Verdict::new(vec![]).exit_code(), 0);
        assert_eq!(Verdict::new(vec![undecided.clone()]).exit_code(), 5);
        assert_eq!(Verdict::new(vec![undecided, breaking()]).exit_code(), 100);
    }

    #[test]
    fn a_warning_is_no_break() {
        let verdict = Verdict::new(vec![Finding::silent(&rules::VALUE_IGNORED, "types/A")]);
        assert_eq!(verdict.outcome(), Outcome::Compatible);
        assert_eq!(verdict.required_bump(), Bump::Minor);
    }

    #[test]
    fn the_order_is_the_same_whatever_was_found_first() {
        let note = Finding::note(&rules::FIELD_ADDED_OPTIONAL, "types/A/fields/a");
        let one = Verdict::new(vec![note.clone(), breaking(), breaking()]);
        let other = Verdict::new(vec![breaking(), note]);
        assert_eq!(one, other);
        assert_eq!(one.findings[0].severity, Severity::Breaking);
        assert_eq!(one.counts(), Counts { breaking: 1, note: 1, ..Counts::default() });
    }

    #[test]
    fn what_is_out_of_contract_breaks_nobody() {
        let verdict = Verdict::new(vec![breaking().level(Level::OutOfContract)]);
        assert_eq!(verdict.outcome(), Outcome::Compatible);
        assert_eq!(verdict.required_bump(), Bump::None);
    }
}
