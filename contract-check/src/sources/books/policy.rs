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
//! deprecated_for = "0d"      # and for so long at least
//! notice = "90d"             # how long a declaration is announced where nothing was deprecated
//! acks = "silent"            # or "never", "always": who of the recorded consumers agrees
//!
//! [default.known.stable]     # the same where the audience of the contract is `known`
//! notice = "14d"
//! ```
//!
//! What a policy does not say, `default` says; what that does not say, contract-check does.

use std::collections::BTreeMap;

use contract_core::Level;

use super::table::{File, Problem, Table};
use crate::policy::{Acks, Bump, Enforce, Policy, Supported};

const DEFAULT: &str = "default";

const AUDIENCES: [&str; 3] = ["known", "organisation", "public"];

/// The policies of a file.
#[derive(Debug, Default)]
pub(super) struct Policies {
    /// By name and audience.
    policies: BTreeMap<String, BTreeMap<&'static str, Policy>>,
    fallback: Policy,
}

impl Policies {
    /// The policy of a name for an audience.
    pub(super) fn get(
        &self,
        name: Option<&str>,
        audience: Option<&str>,
    ) -> Result<&Policy, String> {
        let audience = audience.unwrap_or("public");
        let wanted = name.unwrap_or(DEFAULT);
        match self.policies.get(wanted).or_else(|| match name {
            Some(name) if name != DEFAULT => None,
            _ => self.policies.get(DEFAULT),
        }) {
            Some(policies) => Ok(policies.get(audience).unwrap_or(&self.fallback)),
            None if wanted == DEFAULT => Ok(&self.fallback),
            None => {
                let known: Vec<&str> = self.policies.keys().map(String::as_str).collect();
                Err(format!(
                    "there is no policy `{wanted}` in contracts/policy.toml; there are: {}",
                    if known.is_empty() { DEFAULT.to_owned() } else { known.join(", ") }
                ))
            }
        }
    }
}

/// Reads the file.
pub(super) fn read(name: &str, text: &str, problems: &mut Vec<Problem>) -> Policies {
    File::read(name, text, problems, |mut root| {
        let mut tables = root.named();
        // The others build upon it.
        tables.sort_by_key(|(name, _)| name != DEFAULT);
        let mut policies = BTreeMap::new();
        for (name, mut table) in tables {
            let inherited: BTreeMap<&'static str, Policy> =
                policies.get(DEFAULT).cloned().unwrap_or_default();
            let mut by_audience = BTreeMap::new();
            let common = common(&mut table);
            let levels = levels(&mut table);
            for audience in AUDIENCES {
                let mut policy = inherited.get(audience).cloned().unwrap_or_default();
                common.apply(&mut policy);
                levels.iter().for_each(|it| it.apply(&mut policy));
                by_audience.insert(audience, policy);
            }
            for audience in AUDIENCES {
                if let Some(mut table) = table.table(audience) {
                    let levels = self::levels(&mut table);
                    table.end();
                    let policy = by_audience.entry(audience).or_default();
                    levels.iter().for_each(|it| it.apply(policy));
                }
            }
            table.end();
            policies.insert(name, by_audience);
        }
        Some(Policies { policies, fallback: Policy::default() })
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
        cost.deprecated_for = self.deprecated_for.unwrap_or(cost.deprecated_for);
        cost.notice = self.notice.unwrap_or(cost.notice);
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
        assert_eq!(get(None, None).at(Level::Stable).notice, 180);
        assert_eq!(get(None, Some("known")).at(Level::Stable).notice, 14);
        let partners = get(Some("partners"), Some("public"));
        assert_eq!((partners.supported, partners.grace), (Supported::All, 7));
        assert_eq!(partners.at(Level::Stable).notice, 180);
        assert_eq!(partners.at(Level::Incidental).acks, Acks::Always);
        assert_eq!(get(None, None).at(Level::Incidental).acks, Acks::Never);
        assert!(policies.get(Some("parners"), None).is_err());
    }

    #[test]
    fn without_a_file_there_is_the_default() {
        let policies = Policies::default();
        assert_eq!(policies.get(None, None), Ok(&Policy::default()));
        assert_eq!(policies.get(Some("default"), Some("known")), Ok(&Policy::default()));
        assert!(policies.get(Some("partners"), None).is_err());
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
