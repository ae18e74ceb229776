//! `policy.toml`: policies by name, `default` for contracts that name none.
//!
//! ```toml
//! [default]
//! supported = "line"         # or "last", "all": which released versions to compare with
//! also_supported = ["1.4.0"]
//! version = "check"          # or "release": when a version that is too small is refused
//! grace = "30d"              # how long something may outlive its timeline
//!
//! [default.stable]           # what a break costs at this level
//! bump = "major"
//! declaration = true
//! deprecation = true         # deprecated in a released version first, with its timeline passed
//! deprecated_for = "0d"      # and for so long at least, where that is not the notice
//! notice = "90d"             # how long before it consumers are told: by the release that deprecates
//!                            # it or, where nothing can be deprecated, by its declaration
//! acks = "silent"            # or "never", "always": who of the recorded consumers agrees
//!
//! [default.known.stable]     # the same where the audience of the contract is `known`
//! notice = "14d"
//! ```
//!
//! What a policy does not say, `default` says; what that does not say, contract-check does.

use std::collections::BTreeMap;

use contract_core::Level;
use contract_core::document::Audience;

use super::table::{File, Problem, Table};
use crate::policy::{Acks, Bump, DEFAULT, Enforce, Policies, Policy, Supported};

/// Reads the file.
pub(super) fn read(name: &str, text: &str, problems: &mut Vec<Problem>) -> Policies {
    File::read(name, text, problems, |mut root| {
        let mut tables = root.named();
        // The others build upon it.
        tables.sort_by_key(|(name, _)| name != DEFAULT);
        let mut policies = Policies::default();
        for (name, mut table) in tables {
            let common = common(&mut table);
            let levels = levels(&mut table);
            let mut by_audience = BTreeMap::new();
            for audience in Audience::ALL {
                // A file without a default has the one that needs no file.
                let mut policy = policies.get(None, *audience).cloned().unwrap_or_default();
                common.apply(&mut policy);
                levels.iter().for_each(|it| it.apply(&mut policy));
                if let Some(mut table) = table.table(audience.word()) {
                    self::levels(&mut table).iter().for_each(|it| it.apply(&mut policy));
                    table.end();
                }
                by_audience.insert(*audience, policy);
            }
            table.end();
            policies.add(name, by_audience);
        }
        Some(policies)
    })
    .unwrap_or_default()
}

/// What a policy says besides costs.
struct Common {
    supported: Option<Supported>,
    also_supported: Vec<String>,
    version: Option<Enforce>,
    grace: Option<u32>,
}

impl Common {
    fn apply(&self, policy: &mut Policy) {
        policy.supported = self.supported.unwrap_or(policy.supported);
        policy.version = self.version.unwrap_or(policy.version);
        policy.grace = self.grace.unwrap_or(policy.grace);
        if !self.also_supported.is_empty() {
            policy.also_supported.clone_from(&self.also_supported);
        }
    }
}

fn common(table: &mut Table<'_, '_>) -> Common {
    let also_supported = table.texts("also_supported");
    for version in &also_supported {
        if semver::Version::parse(version).is_err() {
            table.wrong("also_supported", format!("`{version}` is not a version such as 1.4.0"));
        }
    }
    Common {
        supported: table.word(
            "supported",
            &[("last", Supported::Last), ("line", Supported::Line), ("all", Supported::All)],
        ),
        also_supported,
        version: table.word("version", &[("check", Enforce::Check), ("release", Enforce::Release)]),
        grace: table.days("grace"),
    }
}

/// What a policy says about one level.
struct LevelCost {
    level: Level,
    bump: Option<Bump>,
    declaration: Option<bool>,
    deprecation: Option<bool>,
    deprecated_for: Option<u32>,
    notice: Option<u32>,
    acks: Option<Acks>,
}

impl LevelCost {
    fn apply(&self, policy: &mut Policy) {
        let mut cost = policy.at(self.level);
        cost.bump = self.bump.unwrap_or(cost.bump);
        cost.declaration = self.declaration.unwrap_or(cost.declaration);
        cost.deprecation = self.deprecation.unwrap_or(cost.deprecation);
        cost.notice = self.notice.unwrap_or(cost.notice);
        // A team that says how long consumers are told before means every break, not only those
        // that nothing in the code could announce.
        let deprecated_for = self.deprecated_for.or(self.notice);
        cost.deprecated_for = deprecated_for.unwrap_or(cost.deprecated_for);
        cost.acks = self.acks.unwrap_or(cost.acks);
        policy.set(self.level, cost);
    }
}

fn levels(table: &mut Table<'_, '_>) -> Vec<LevelCost> {
    // What is out of contract costs nothing; a policy that says otherwise promises it.
    let levels = [Level::Stable, Level::Provisional, Level::Experimental, Level::Incidental];
    let bumps = Bump::ALL.map(|bump| (bump.word(), bump));
    let mut costs = Vec::new();
    for level in levels {
        let Some(mut table) = table.table(level.word()) else { continue };
        costs.push(LevelCost {
            level,
            bump: table.word("bump", &bumps),
            declaration: table.flag("declaration"),
            deprecation: table.flag("deprecation"),
            deprecated_for: table.days("deprecated_for"),
            notice: table.days("notice"),
            acks: table.word(
                "acks",
                &[("never", Acks::Never), ("silent", Acks::Silent), ("always", Acks::Always)],
            ),
        });
        table.end();
    }
    costs
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn policies_build_upon_the_default() {
        let mut problems = Vec::new();
        let text = "[default]\nsupported = \"all\"\n[default.stable]\nnotice = \"180d\"\n\
                    [default.known.stable]\nnotice = \"14d\"\n[partners]\ngrace = \"7d\"\n\
                    [partners.incidental]\nacks = \"always\"\n";
        let policies = read("policy.toml", text, &mut problems);
        assert_eq!(problems, []);
        let get = |name, audience| policies.get(name, audience).expect("a policy");
        assert_eq!(get(None, Audience::Public).at(Level::Stable).notice, 180);
        assert_eq!(get(None, Audience::Public).at(Level::Stable).deprecated_for, 180);
        assert_eq!(get(None, Audience::Known).at(Level::Stable).notice, 14);
        let partners = get(Some("partners"), Audience::Public);
        assert_eq!((partners.supported, partners.grace), (Supported::All, 7));
        assert_eq!(partners.at(Level::Stable).notice, 180);
        assert_eq!(partners.at(Level::Incidental).acks, Acks::Always);
        assert_eq!(get(None, Audience::Public).at(Level::Incidental).acks, Acks::Never);
        assert_eq!(policies.get(Some("parners"), Audience::Public), None);
        assert_eq!(policies.names().collect::<Vec<_>>(), ["default", "partners"]);
    }

    #[test]
    fn without_a_file_there_is_the_default() {
        let policies = Policies::default();
        let default = Policy::default();
        assert_eq!(policies.get(None, Audience::Public), Some(&default));
        assert_eq!(policies.get(Some("default"), Audience::Known), Some(&default));
        assert_eq!(policies.get(Some("partners"), Audience::Public), None);
        assert_eq!(policies.names().collect::<Vec<_>>(), ["default"]);
    }

    #[test]
    fn a_misspelt_key_protects_nobody() {
        let mut problems = Vec::new();
        read("policy.toml", "[default.stabel]\nnotice = \"1d\"\n", &mut problems);
        assert_eq!(
            problems[0].to_string(),
            "policy.toml:1:10: unknown key `stabel` in `default`; did you mean `stable`?"
        );
    }
}
