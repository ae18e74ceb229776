//! Objects made of several shapes' members.

use std::collections::{BTreeMap, BTreeSet};

use super::Lower;
use super::keys::Keys;
use crate::shape::{Member, ShapeId};

/// How many parts of an object may have one name.
const REPEATED: u32 = 4;

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
/// among them. serde writes a name as often as parts have it, in the order of the parts.
#[derive(Clone, Default)]
pub(super) struct Record {
    pub(super) members: BTreeMap<String, Vec<Member>>,
    pub(super) maps: Vec<Entries>,
}

impl Record {
    pub(super) fn of<const N: usize>(members: [(&str, Member); N]) -> Self {
        let mut record = Self::default();
        members.into_iter().for_each(|(name, member)| record.insert(name, member));
        record
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

    pub(super) fn insert(&mut self, name: &str, member: Member) {
        self.members.entry(name.to_owned()).or_default().push(member);
    }

    pub(super) fn beside(&self, other: &Self) -> Self {
        let mut both = self.clone();
        for (name, members) in &other.members {
            both.members.entry(name.clone()).or_default().extend(members.iter().cloned());
        }
        both.maps.extend(other.maps.iter().cloned());
        both
    }
}

impl Lower<'_, '_> {
    /// What stands under a name that several parts write: any of those that may be left out, and
    /// all of the others, one after the other.
    fn repeated(&mut self, name: &str, parts: &[Member]) -> Result<Member, Unmergeable> {
        let count = match u32::try_from(parts.len()) {
            Ok(count @ ..=REPEATED) => count,
            _ => {
                return Err(Unmergeable(format!(
                    "more than {REPEATED} parts of it write the member `{name}`"
                )));
            }
        };
        let mut forms = Vec::new();
        for present in 1..1_u32 << count {
            let stands = |at: usize| present >> at & 1 == 1;
            if parts.iter().enumerate().any(|(at, part)| part.required && !stands(at)) {
                continue;
            }
            let values = parts.iter().enumerate().filter(|(at, _)| stands(*at));
            let values: Vec<ShapeId> = values.map(|(_, part)| part.shape).collect();
            forms.push(match values[..] {
                [only] => only,
                _ => {
                    let items = self.tuple(values);
                    self.arena.repeated(items)
                }
            });
        }
        let required = parts.iter().any(|part| part.required);
        Ok(Member { shape: self.union(forms), required })
    }

    /// The members of a record, by their names; none if nobody can write it. By hand a name is
    /// written once, for the part that reads it: the first one.
    pub(super) fn members_of(
        &mut self,
        parts: BTreeMap<String, Vec<Member>>,
    ) -> Result<Option<Members>, Unmergeable> {
        let mut members = Members::new();
        for (name, mut parts) in parts {
            let member = match parts.len() {
                0 | 1 => parts.pop(),
                _ if !self.hand => Some(self.repeated(&name, &parts)?),
                _ if parts.iter().skip(1).any(|part| part.required) => return Ok(None),
                _ => parts.into_iter().next(),
            };
            members.extend(member.map(|member| (name, member)));
        }
        Ok(Some(members))
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
