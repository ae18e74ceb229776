//! Policies by name, and which of them judges a clause.

use std::collections::{BTreeMap, BTreeSet};

use contract_core::Level;
use contract_core::document::Audience;

use super::Policy;

/// The name of the policy that judges what names none.
pub const DEFAULT: &str = "default";

/// Policies by name and audience.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Policies {
    policies: BTreeMap<String, BTreeMap<Audience, Policy>>,
    fallback: Policy,
}

impl Policies {
    /// Adds a policy, one for each audience.
    pub fn add(&mut self, name: String, policies: BTreeMap<Audience, Policy>) {
        self.policies.insert(name, policies);
    }

    /// The policy of a name for an audience; none where there is no policy of that name.
    pub fn get(&self, name: Option<&str>, audience: Audience) -> Option<&Policy> {
        let name = name.unwrap_or(DEFAULT);
        match self.policies.get(name) {
            Some(policies) => Some(policies.get(&audience).unwrap_or(&self.fallback)),
            None => (name == DEFAULT).then_some(&self.fallback),
        }
    }

    /// Where a policy asks for no declaration: its name, its audience and the level. What is not
    /// promised at all is left out.
    pub fn undeclared(&self) -> BTreeSet<(String, Audience, Level)> {
        let mut policies = self.policies.clone();
        let named = policies.entry(DEFAULT.to_owned()).or_default();
        for audience in Audience::ALL {
            named.entry(*audience).or_insert_with(|| self.fallback.clone());
        }
        let free = |policy: &Policy, level: &Level| !policy.at(*level).declaration;
        let levels = || Level::ALL.iter().filter(|it| **it != Level::OutOfContract);
        policies
            .iter()
            .flat_map(|(name, policies)| policies.iter().map(move |it| (name, it)))
            .flat_map(|(name, (audience, policy))| {
                let free = levels().filter(move |level| free(policy, level));
                free.map(move |level| (name.clone(), *audience, *level))
            })
            .collect()
    }

    /// The names that there are.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        let given = self.policies.keys().map(String::as_str);
        given.chain((!self.policies.contains_key(DEFAULT)).then_some(DEFAULT))
    }
}

/// One policy for everything.
impl From<Policy> for Policies {
    fn from(policy: Policy) -> Self {
        Self { policies: BTreeMap::new(), fallback: policy }
    }
}
