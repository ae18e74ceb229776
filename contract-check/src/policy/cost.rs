//! What a break costs, by the level of its clause: the table, and the policy that may change it.

use std::collections::BTreeMap;

use contract_core::Level;

use super::Bump;
use crate::finding::{Finding, Hazard, Severity};

/// What a break of a clause asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Cost {
    /// How far the version moves.
    pub bump: Bump,
    /// Whether a declaration has to accept it.
    pub declaration: bool,
    /// Whether what can be deprecated has to be deprecated in a released version first, with its
    /// timeline passed.
    pub deprecation: bool,
    /// For how many days at least it has to have been deprecated in a released version.
    pub deprecated_for: u32,
    /// How many days before the break its declaration has to be dated, where nothing could be
    /// deprecated.
    pub notice: u32,
    /// Which breaks every recorded dependant has to acknowledge.
    pub acks: Acks,
}

/// Which breaks every recorded dependant has to acknowledge.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Acks {
    /// None.
    Never,
    /// Those that it would not notice.
    Silent,
    /// All.
    Always,
}

/// Which released versions the code is compared with.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Supported {
    /// The last one.
    Last,
    /// Those that a consumer of the last one may still have by cargo's reading of SemVer: `1.*`
    /// of 1.4.0, `0.3.*` of 0.3.2.
    #[default]
    Line,
    /// All of them.
    All,
}

/// When a version that is too small is refused.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Enforce {
    /// In every check, so that what is merged says what it is.
    #[default]
    Check,
    /// When it is released; until then it is a warning.
    Release,
}

/// What a team asks of itself.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Policy {
    pub(super) costs: BTreeMap<Level, Cost>,
    /// Which released versions the code is compared with.
    pub supported: Supported,
    /// Further released versions to compare with.
    pub also_supported: Vec<String>,
    /// When a version that is too small is refused.
    pub version: Enforce,
    /// How many days something deprecated may outlive its timeline before that is remarked.
    pub grace: u32,
}

impl Default for Policy {
    /// For a team that never writes a policy. The table follows Google AIP-181 and AIP-185 (90
    /// days before what was promised changes) and cargo's reading of SemVer.
    fn default() -> Self {
        let promised = |bump, deprecation| Cost {
            bump,
            declaration: true,
            deprecation,
            deprecated_for: 0,
            notice: 90,
            acks: Acks::Silent,
        };
        let tried = |bump| Cost { notice: 0, acks: Acks::Never, ..promised(bump, false) };
        let costs = [
            (Level::Stable, promised(Bump::Major, true)),
            (Level::Provisional, promised(Bump::Minor, false)),
            (Level::Experimental, tried(Bump::Minor)),
            (Level::Incidental, tried(Bump::Patch)),
            (Level::OutOfContract, Cost { declaration: false, ..tried(Bump::None) }),
        ];
        Self {
            costs: costs.into(),
            supported: Supported::default(),
            also_supported: Vec::new(),
            version: Enforce::default(),
            grace: 30,
        }
    }
}

impl Policy {
    /// The costs of a break at a level.
    pub fn at(&self, level: Level) -> Cost {
        self.costs[&level]
    }

    /// Changes the costs at a level.
    pub fn set(&mut self, level: Level, cost: Cost) {
        self.costs.insert(level, cost);
    }

    /// What a finding asks for. What could not be decided costs what a break costs. What is
    /// accepted and may be wrong is a break to those who are recorded to depend on it, and a
    /// remark otherwise. What is only observed is paid for like a provisional promise once
    /// somebody is recorded to depend on it.
    pub fn cost(&self, finding: &Finding, depended: bool) -> Cost {
        let level = match finding.level.unwrap_or(Level::Stable) {
            Level::Incidental if depended => Level::Provisional,
            level => level,
        };
        let free = |bump| Cost {
            bump,
            declaration: false,
            deprecation: false,
            deprecated_for: 0,
            notice: 0,
            acks: Acks::Never,
        };
        match (level, severity(finding)) {
            (Level::OutOfContract, _) => free(Bump::None),
            (_, Severity::Breaking | Severity::Undecided) => self.at(level),
            (_, Severity::Warning) if depended && finding.hazard == Some(Hazard::Silent) => {
                Cost { deprecation: false, ..self.at(level) }
            }
            (Level::Stable | Level::Provisional, Severity::Warning) => free(Bump::Minor),
            (Level::Stable | Level::Provisional, Severity::Note) if finding.rule.promise => {
                free(Bump::Minor)
            }
            (Level::Incidental, Severity::Note) => free(Bump::None),
            _ => free(Bump::Patch),
        }
    }
}

/// What a finding amounts to at the level of its clause: what is expressly not promised cannot be
/// broken.
pub fn severity(finding: &Finding) -> Severity {
    match finding.level {
        Some(Level::OutOfContract) => Severity::Note,
        _ => finding.severity,
    }
}

/// How far the version has to move for a finding, where no policy is given and no consumer is
/// known. A finding without a level is about a bare schema, whose every clause is taken as
/// promised.
pub fn required_bump(finding: &Finding) -> Bump {
    use std::sync::LazyLock;
    static DEFAULT: LazyLock<Policy> = LazyLock::new(Policy::default);
    DEFAULT.cost(finding, false).bump
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
    fn a_recorded_dependence_makes_a_promise_of_what_was_only_observed() {
        let policy = Policy::default();
        let finding = Finding::breaking(&rules::FIELD_REMOVED, "a").level(Level::Incidental);
        assert_eq!(policy.cost(&finding, false).bump, Bump::Patch);
        assert_eq!(policy.cost(&finding, true), policy.at(Level::Provisional));
        let silent = Finding::silent(&rules::VALUE_IGNORED, "a").level(Level::Stable);
        assert!(!policy.cost(&silent, false).declaration);
        assert!(policy.cost(&silent, true).declaration);
    }
}
