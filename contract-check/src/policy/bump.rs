//! How far a version has to move.

use std::fmt;

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
    /// Every step, smallest first.
    pub const ALL: [Self; 4] = [Self::None, Self::Patch, Self::Minor, Self::Major];

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

#[cfg(test)]
mod tests {
    use super::*;

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
