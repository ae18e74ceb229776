//! Which alternative a discriminator means by a value.

use std::collections::{BTreeMap, BTreeSet};

use crate::json::Json;
use crate::openapi::Node;

/// Which alternative each value of a discriminator stands for.
pub(super) struct Mapping {
    /// The references to the alternatives, by value.
    pub(super) values: BTreeMap<String, String>,
    /// The references to all alternatives.
    pub(super) branches: BTreeSet<String>,
}

impl Mapping {
    /// The names of the alternatives stand for themselves, beside what `mapping` says (OpenAPI
    /// 3.1, Discriminator Object).
    pub(super) fn of(schema: &Node<'_>, discriminator: &Json) -> Self {
        let mut branches = BTreeSet::new();
        for keyword in ["oneOf", "anyOf"] {
            for branch in schema.value.get(keyword).and_then(Json::as_array).unwrap_or_default() {
                branches.extend(branch.get("$ref").and_then(Json::as_str).map(str::to_owned));
            }
        }
        let mut values: BTreeMap<String, String> = BTreeMap::new();
        let mapping = discriminator.get("mapping").and_then(Json::as_object).unwrap_or_default();
        for (value, target) in mapping {
            let Some(target) = target.as_str() else { continue };
            let is_name = !target.contains(['/', '#', '.']);
            let target = match is_name {
                true => format!("#/components/schemas/{target}"),
                false => target.to_owned(),
            };
            values.insert(value.clone(), target);
        }
        for branch in &branches {
            if !values.values().any(|target| target == branch) {
                values.insert(short(branch).to_owned(), branch.clone());
            }
        }
        Self { values, branches }
    }

    /// Whether an alternative of this mapping is gone from the other one, and the other one's has
    /// come.
    pub(super) fn succeeds(&self, other: &Self, gone: &str, come: &str) -> bool {
        let only = |this: &Self, that: &Self, target| {
            this.branches.contains(target) && !that.branches.contains(target)
        };
        only(self, other, gone) && only(other, self, come)
    }
}

/// The name in a reference.
pub(super) fn short(target: &str) -> &str {
    target.rsplit('/').next().unwrap_or(target)
}
