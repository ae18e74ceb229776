//! What a break costs, by the level of its clause: the table, and the policy that may change it.

use std::collections::BTreeMap;

use contract_core::Level;

use super::Bump;
use crate::finding::{Finding, Hazard, Severity};
use crate::rules::lattice::Party;

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
    /// Whether somebody besides its owner has to approve it: a safeguard is taken away.
    pub approval: bool,
}

/// What is known of a clause besides what was found about it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Standing {
    /// Whether a consumer is recorded that the change hurts.
    pub depended: bool,
    /// Whether every consumer is known, and the new value is within a bound that one gave and
    /// within all others.
    pub bounded: bool,
    /// Whether it is compared with a pre-release.
    pub pre_release: bool,
    /// How many days before a change consumers were promised to hear of it.
    pub lead: u32,
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
            approval: false,
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

    /// What a finding asks for.
    ///
    /// - What could not be decided costs what a break costs.
    /// - What is accepted and may be wrong is a break to those who are recorded to depend on it,
    ///   and a remark otherwise.
    /// - What is only observed is paid for like a provisional promise once somebody is recorded
    ///   to depend on it.
    /// - Where every consumer is known, a value that stays within the bounds that they gave is
    ///   paid for like a provisional promise, too.
    /// - A pre-release promises nothing but what it says: nobody is owed time.
    /// - A safeguard that goes is no matter of versions or levels: somebody approves it.
    pub fn cost(&self, finding: &Finding, standing: Standing) -> Cost {
        let depended = standing.depended;
        let level = match finding.level.unwrap_or(Level::Stable) {
            Level::Incidental if depended => Level::Provisional,
            Level::Stable if standing.bounded => Level::Provisional,
            level => level,
        };
        let free = |bump| Cost {
            bump,
            declaration: false,
            deprecation: false,
            deprecated_for: 0,
            notice: 0,
            acks: Acks::Never,
            approval: false,
        };
        let promised = || {
            let cost = self.at(level);
            if standing.pre_release {
                return Cost { declaration: cost.declaration, ..free(cost.bump) };
            }
            // Where the policy gives notice, what consumers were promised is the least.
            let lead = |days: u32| if cost.notice > 0 { days.max(standing.lead) } else { days };
            Cost { notice: lead(cost.notice), deprecated_for: lead(cost.deprecated_for), ..cost }
        };
        match (level, severity(finding)) {
            (Level::OutOfContract, _) => free(Bump::None),
            (_, Severity::Breaking) if finding.party == Some(Party::Approver) => {
                Cost { declaration: true, approval: true, ..free(Bump::Patch) }
            }
            (_, Severity::Breaking | Severity::Undecided) => promised(),
            (_, Severity::Warning) if depended && finding.hazard == Some(Hazard::Silent) => {
                Cost { deprecation: false, ..promised() }
            }
            (Level::Stable | Level::Provisional, Severity::Warning) => free(Bump::Minor),
            (Level::Stable | Level::Provisional, Severity::Note) if finding.rule.promise => {
                free(Bump::Minor)
            }
            (Level::Incidental, Severity::Note) if !finding.rule.promise => free(Bump::None),
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
    DEFAULT.cost(finding, Standing::default()).bump
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
        let depended = Standing { depended: true, ..Standing::default() };
        assert_eq!(policy.cost(&finding, Standing::default()).bump, Bump::Patch);
        assert_eq!(policy.cost(&finding, depended), policy.at(Level::Provisional));
        let silent = Finding::silent(&rules::VALUE_IGNORED, "a").level(Level::Stable);
        assert!(!policy.cost(&silent, Standing::default()).declaration);
        assert!(policy.cost(&silent, depended).declaration);
    }

    #[test]
    fn a_bound_that_holds_makes_a_stable_promise_cheaper() {
        let policy = Policy::default();
        let bounded = Standing { bounded: true, ..Standing::default() };
        let at = |level| Finding::breaking(&rules::FIELD_REMOVED, "a").level(level);
        assert_eq!(policy.cost(&at(Level::Stable), bounded), policy.at(Level::Provisional));
        assert_eq!(policy.cost(&at(Level::Experimental), bounded), policy.at(Level::Experimental));
    }

    #[test]
    fn a_pre_release_owes_nobody_time() {
        let pre = Standing { pre_release: true, ..Standing::default() };
        let finding = Finding::breaking(&rules::FIELD_REMOVED, "a").level(Level::Stable);
        let cost = Policy::default().cost(&finding, pre);
        assert!(cost.declaration && !cost.deprecation);
        assert_eq!((cost.notice, cost.bump, cost.acks), (0, Bump::Major, Acks::Never));
    }

    #[test]
    fn a_longer_lead_is_a_longer_notice() {
        let lead = Standing { lead: 180, ..Standing::default() };
        let notice = |level| {
            let finding = Finding::breaking(&rules::FIELD_REMOVED, "a").level(level);
            Policy::default().cost(&finding, lead).notice
        };
        assert_eq!(notice(Level::Stable), 180);
        assert_eq!(notice(Level::Experimental), 0);
    }

    #[test]
    fn a_safeguard_is_approved_whatever_its_level() {
        for level in [Level::Stable, Level::Experimental, Level::Incidental] {
            let finding = Finding::breaking(&rules::FIELD_REMOVED, "a").level(level);
            let cost = Policy::default().cost(&finding.party(Party::Approver), Standing::default());
            assert!(cost.approval && cost.declaration, "{level}");
            assert_eq!(cost.bump, Bump::Patch, "{level}");
        }
    }
}
