//! Policies by name, and which of them judges a clause.

use std::collections::BTreeMap;

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
