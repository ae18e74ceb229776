//! What a finding costs: the level of its clause, whether somebody is hurt, and whether they
//! would notice.

use std::fmt;

use contract_core::Level;

use crate::finding::{Finding, Severity};

/// How far the version has to move. Ordered: more is greater.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Bump {
    /// Not at all.
    #[default]
    None,
    /// A correction.
    Patch,
    /// An addition; in 0.x a correction.
    Minor,
    /// A break; in 0.x the minor version.
    Major,
}

impl Bump {
    /// The word for it.
    pub const fn word(self) -> &'static str {
        match self {
            Self::None => "none",
            Self::Patch => "patch",
            Self::Minor => "minor",
            Self::Major => "major",
        }
    }
}

impl fmt::Display for Bump {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.word())
    }
}

/// The least version that follows `from` with this bump. Before 1.0, cargo reads the leftmost
/// number that is not zero as the major one, and so do we.
pub fn next_version(from: &semver::Version, bump: Bump) -> semver::Version {
    let semver::Version { major, minor, patch, .. } = *from;
    let (major, minor, patch) = match (bump, major, minor) {
        (Bump::None, ..) => (major, minor, patch),
        (Bump::Major, 0, 0) | (Bump::Minor, 0, _) | (Bump::Patch, ..) => (major, minor, patch + 1),
        (Bump::Major, 0, _) | (Bump::Minor, ..) => (major, minor + 1, 0),
        (Bump::Major, ..) => (major + 1, 0, 0),
    };
    semver::Version::new(major, minor, patch)
}

/// What a finding amounts to at the level of its clause: what is expressly not promised cannot be
/// broken.
pub fn severity(finding: &Finding) -> Severity {
    match finding.level {
        Some(Level::OutOfContract) => Severity::Note,
        _ => finding.severity,
    }
}

/// How far the version has to move for a finding. A finding without a level is about a bare
/// schema, whose every clause is taken as promised.
pub fn required_bump(finding: &Finding) -> Bump {
    let level = finding.level.unwrap_or(Level::Stable);
    match (level, severity(finding)) {
        (Level::OutOfContract, _) => Bump::None,
        // What could not be decided is paid for as if it broke.
        (Level::Stable, Severity::Breaking | Severity::Undecided) => Bump::Major,
        (Level::Provisional | Level::Experimental, Severity::Breaking | Severity::Undecided) => {
            Bump::Minor
        }
        (Level::Stable | Level::Provisional, Severity::Warning) => Bump::Minor,
        (Level::Stable | Level::Provisional, Severity::Note) if finding.rule.promise => Bump::Minor,
        (Level::Incidental, Severity::Note) => Bump::None,
        _ => Bump::Patch,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules;

    fn bump(level: Level, severity: Severity) -> Bump {
        let mut finding = Finding::note(&rules::FIELD_REMOVED, "types/A/fields/a").level(level);
        finding.severity = severity;
        required_bump(&finding)
    }

    #[test]
    fn the_same_break_costs_less_where_less_is_promised() {
        use Level::*;
        let costs = [Stable, Provisional, Experimental, Incidental, OutOfContract]
            .map(|level| bump(level, Severity::Breaking));
        assert_eq!(costs, [Bump::Major, Bump::Minor, Bump::Minor, Bump::Patch, Bump::None]);
    }

    #[test]
    fn what_is_undecided_costs_what_a_break_costs() {
        for level in Level::ALL {
            assert_eq!(bump(*level, Severity::Undecided), bump(*level, Severity::Breaking));
        }
    }

    #[test]
    fn nothing_out_of_contract_is_a_break() {
        let finding = Finding::breaking(&rules::FIELD_REMOVED, "a").level(Level::OutOfContract);
        assert_eq!(severity(&finding), Severity::Note);
    }

    #[test]
    fn versions_move_as_cargo_reads_them() {
        for (from, bump, to) in [
            ("1.2.3", Bump::Major, "2.0.0"),
            ("1.2.3", Bump::Minor, "1.3.0"),
            ("1.2.3", Bump::Patch, "1.2.4"),
            ("1.2.3", Bump::None, "1.2.3"),
            ("0.2.3", Bump::Major, "0.3.0"),
            ("0.2.3", Bump::Minor, "0.2.4"),
            ("0.2.3", Bump::Patch, "0.2.4"),
            ("0.0.3", Bump::Major, "0.0.4"),
            ("0.0.3", Bump::Minor, "0.0.4"),
        ] {
            let from = semver::Version::parse(from).expect("a version");
            assert_eq!(next_version(&from, bump).to_string(), to, "{from} {bump}");
        }
    }
}
