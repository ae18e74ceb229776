//! Objects made of several shapes' members.

use std::collections::{BTreeMap, BTreeSet};

use super::keys::Keys;
use crate::shape::{Member, ShapeId};

/// The members of an object.
pub(super) type Members = BTreeMap<String, Member>;

pub(super) fn required(shape: ShapeId) -> Member {
    Member { shape, required: true }
}

pub(super) fn optional(shape: ShapeId) -> Member {
    Member { shape, required: false }
}

/// Why an object cannot be described member by member.
pub(super) struct Unmergeable(pub(super) String);

/// A map among the members of an object.
#[derive(Clone)]
pub(super) struct Entries {
    /// The flattened field that holds it; empty until the field is known.
    pub(super) field: String,
    pub(super) keys: Keys,
    pub(super) values: ShapeId,
}

/// An object as it is written: these members, and any number of others for every map that stands
/// among them.
#[derive(Clone, Default)]
pub(super) struct Record {
    pub(super) members: Members,
    pub(super) maps: Vec<Entries>,
}

impl Record {
    pub(super) fn of<const N: usize>(members: [(&str, Member); N]) -> Self {
        let members = members.map(|(name, member)| (name.to_owned(), member)).into();
        Self { members, maps: Vec::new() }
    }

    pub(super) fn map(keys: Keys, values: ShapeId) -> Self {
        let maps = vec![Entries { field: String::new(), keys, values }];
        Self { members: BTreeMap::new(), maps }
    }

    /// Says of the maps that none has named yet which field holds them.
    pub(super) fn name_maps(&mut self, field: &str) {
        for map in self.maps.iter_mut().filter(|map| map.field.is_empty()) {
            field.clone_into(&mut map.field);
        }
    }

    pub(super) fn insert(&mut self, name: &str, member: Member) -> Result<(), Unmergeable> {
        match self.members.insert(name.to_owned(), member) {
            None => Ok(()),
            Some(_) => Err(Unmergeable(format!(
                "the member `{name}` is written twice, and a JSON value has it only once"
            ))),
        }
    }

    pub(super) fn beside(&self, other: &Self) -> Result<Self, Unmergeable> {
        let mut both = self.clone();
        for (name, member) in &other.members {
            both.insert(name, member.clone())?;
        }
        both.maps.extend(other.maps.iter().cloned());
        Ok(both)
    }
}

/// The part of an object that a reader does not get to see, and members that somebody else asks
/// for: a tag, the fields beside a flattened one.
#[derive(Clone, Default)]
pub(super) struct Mask {
    /// Members that are somebody else's, whatever they hold.
    pub(super) hidden: BTreeSet<String>,
    /// Members that are somebody else's and must have a shape.
    pub(super) lead: Members,
}

impl Mask {
    pub(super) fn covers(&self, name: &str) -> bool {
        self.hidden.contains(name) || self.lead.contains_key(name)
    }

    /// Every name that is covered.
    pub(super) fn names(&self) -> BTreeSet<String> {
        self.hidden.iter().chain(self.lead.keys()).cloned().collect()
    }
}
